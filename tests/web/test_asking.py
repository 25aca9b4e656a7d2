"""How what stands in an address is read: for the pages and the API alike."""

from dataclasses import fields
from datetime import date, timedelta

import pytest

from habeas.answers import public
from habeas.answers.public import AskError
from habeas.register.query import Query

from .site import Stranger, Ways


@pytest.mark.parametrize(
    "text", ["2025-02-05", "5 February 2025", "05 February 2025", "February 5, 2025", "5 Feb 2025", "5 feb. 2025"]
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert public.day(text, "as_of") == date(2025, 2, 5)


@pytest.mark.parametrize("text", ["5/2/2025", "2025-2-5", "February 2025", "5 Febtober 2025", "0000-01-01", "20250205"])
def test_what_is_no_day_or_could_be_two_is_refused(text: str) -> None:
    with pytest.raises(AskError, match="is not a day"):
        public.day(text, "as_of")


def test_it_may_be_tomorrow_somewhere_and_no_later() -> None:
    tomorrow = public.today() + timedelta(days=1)
    assert public.day(tomorrow.isoformat(), "as_of") == tomorrow
    with pytest.raises(AskError, match="still to come"):
        public.day((tomorrow + timedelta(days=1)).isoformat(), "as_of")


def test_what_a_claim_speaks_of_may_be_to_come() -> None:
    assert public.query({"valid_to": "2999-01-01"}).valid_to == "2999-01-01"


def test_every_condition_of_a_query_can_be_asked_or_is_ours_to_ask() -> None:
    assert {field.name for field in fields(Query)} - set(public.FILTERS) == {"ids"}


def test_the_ceiling_is_what_everybody_may_see() -> None:
    assert public.CEILING.name == "public"


def test_a_parameter_that_is_misspelt_or_given_twice_is_refused_on_every_page(stranger: Stranger) -> None:
    claim = stranger.data("/api/claims?type=act")["claims"][0]
    of = [f"/claims/{claim['id']}", f"/documents/{claim['document']}", f"/people/{claim['act']['record']}"]
    for address in ["/", "/people", "/claims", "/documents", "/about", *of]:
        for asked in ("asof=2025-02-15", "known-on=2025-02-20", "AT=1"):
            said = stranger.read(f"{address}?{asked}", 400)
            assert f"In {asked.partition('=')[0]}: this is not asked here; known: " in said
        assert "In at: this is given more than once: give it once." in stranger.read(f"{address}?at=1&at=2", 400)


def test_a_day_that_is_given_twice_is_not_one_of_the_two(stranger: Stranger) -> None:
    said = stranger.read("/?as_of=2025-11-12&as_of=2025-11-13", 400)
    assert "In as_of: this is given more than once: give it once." in said


def test_every_page_takes_what_it_leads_to(stranger: Stranger) -> None:
    seen, waiting, ways = set[str](), ["/"], Ways(4)
    while waiting:
        address = waiting.pop()
        if address not in seen and not address.startswith(("/static", "/api")):
            seen.add(address)
            answer = stranger.get(address)
            if answer.headers["Content-Type"].startswith("text/html"):
                waiting += ways.new(answer.content.decode())
    assert len(seen) > 30
