"""What was promised, and what was kept: verdicts worked out by hand from the tables, before the code that has them.

Three bargains with Belarus, each on three days, as known on that day, through three lenses; and other relief cases.
The table was written from cases/belarus/release_rounds.csv and sanction_events.csv. How to read it:

- 11 September 2025: the embassy counts 52 and the table has them pardoned; the authorities say nothing in it. OFAC's
  licence 11 is of the same day. An instrument is told by the table in its own voice: neither the lens of the
  authorities nor that of the United States admits it, so neither can tell; that of the instrument can.
- 13 December 2025: the state, the United States and HUR each say 123. The licence is of 15 December, and its source of
  the 16th: as known on the 14th, relief was announced and no more.
- 19 March 2026: the envoy and the state each say 250, in sources of the 20th. No list change was seen since.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import bargains, counted_by, public
from habeas.answers.bargain_told import NOT_SAID, Told
from habeas.answers.bargain_words import verdicts as verdicts_in_words
from habeas.answers.tally import view
from habeas.bargain.verdict import Verdict
from habeas.claims.act import Act
from habeas.claims.vocabulary import Access
from tests.attacks.commands import habeas as process

EVERY, AUTHORITIES, US = "every accepted claim", "the authorities", "the United States"
INSTRUMENT = "the instrument"
K, P, NC = "kept", "pending", "not_checkable"

SEPTEMBER = "Prisoners and Belavia, September 2025"
DECEMBER = "Prisoners and potash, December 2025"
MARCH = "Prisoners, banks and the list, March 2026"

BY_HAND = [  # bargain, commitment, as of and as known on, verdict by lens: every, the authorities, the United States
    (SEPTEMBER, "free 52", "2025-09-12", (K, NC, K)),
    (SEPTEMBER, "free 52", "2025-11-10", (K, NC, K)),
    (SEPTEMBER, "free 52", "2026-11-23", (K, NC, K)),
    (SEPTEMBER, "license Belavia", "2025-09-12", (K, NC, NC)),
    (SEPTEMBER, "license Belavia", "2025-11-10", (K, NC, NC)),
    (SEPTEMBER, "license Belavia", "2026-11-23", (K, NC, NC)),
    (DECEMBER, "free 123", "2025-12-14", (K, K, K)),
    (DECEMBER, "free 123", "2025-12-20", (K, K, K)),
    (DECEMBER, "free 123", "2026-11-23", (K, K, K)),
    (DECEMBER, "license potash", "2025-12-14", (P, NC, NC)),
    (DECEMBER, "license potash", "2025-12-20", (K, NC, NC)),
    (DECEMBER, "license potash", "2026-11-23", (K, NC, NC)),
    (MARCH, "free 250", "2026-03-20", (K, K, K)),
    (MARCH, "free 250", "2026-04-30", (K, K, K)),
    (MARCH, "free 250", "2026-11-23", (K, K, K)),
    (MARCH, "delist potash firms", "2026-03-20", (P, NC, NC)),
    (MARCH, "delist potash firms", "2026-04-30", (P, NC, NC)),
    (MARCH, "delist potash firms", "2026-11-23", (P, NC, NC)),
    (MARCH, "relief for banks", "2026-03-20", (P, NC, NC)),
    (MARCH, "relief for banks", "2026-04-30", (P, NC, NC)),
    (MARCH, "relief for banks", "2026-11-23", (P, NC, NC)),
]
OTHERS = [  # as of and as known on the day on which the register is made
    ("Iran, September 2023", "free five", K),
    ("Iran, September 2023", "move the money", K),
    ("Venezuela, October 2023", "free prisoners", NC),
    ("Venezuela, October 2023", "reinstate candidates", NC),
    ("Venezuela, October 2023", "issue licences", "undone"),
    ("Venezuela, December 2023", "free ten Americans", K),
    ("Venezuela, December 2023", "free of the opposition's side", K),
    ("Venezuela, December 2023", "clemency for Saab", K),
    ("Cuba, January 2025", "free 553", NC),
    ("Cuba, January 2025", "rescind the listing", "undone"),
]


@pytest.fixture(scope="module")
def belarus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The register of the Belarus demonstration."""
    register = tmp_path_factory.mktemp("belarus") / "register"
    process("demo", "--register", register, "--no-serve")
    return register


@pytest.fixture
def opened(belarus: Path) -> Iterator[None]:
    """The same, open in this process."""
    from django.db import connections

    from tests.conftest import point_at

    point_at(belarus)
    yield
    connections.close_all()


def told(name: str, day: date, lens: str | None = None) -> Told:
    """A bargain as of a day, as known on that day."""
    seen = view(None, Access.staff)
    chosen = counted_by.lens_named(lens, seen) if lens else None
    return bargains.told(bargains.named(name, seen), seen, day, day, chosen)


def row(found: Told, key: str) -> Any:
    """One of its commitments."""
    return next(one for one in found.rows if one.commitment.key == key)


def verdicts(name: str, key: str, day: date) -> dict[str, str]:
    """The verdicts on a commitment, by lens."""
    return {one.lens.name: one.judged.verdict.value for one in row(told(name, day), key).by_lens}


@pytest.mark.parametrize(("name", "key", "day", "expected"), BY_HAND)
def test_the_verdict_is_the_one_worked_out_by_hand(
    opened: None, name: str, key: str, day: str, expected: tuple[str, ...]
) -> None:
    found = verdicts(name, key, date.fromisoformat(day))
    by_instrument = found.pop(INSTRUMENT)
    assert found == dict(zip((EVERY, AUTHORITIES, US), expected, strict=True))
    assert by_instrument == expected[0], "the tables tell in their own voice what was issued, and who was pardoned"


@pytest.mark.parametrize(("name", "key", "expected"), OTHERS)
def test_the_other_relief_cases_are_bargains_too(opened: None, name: str, key: str, expected: str) -> None:
    assert verdicts(name, key, public.today()) == {EVERY: expected}


def test_an_offer_stays_an_offer_whatever_happened_since(opened: None) -> None:
    found = told("The grand bargain of February 2025", public.today())
    assert [(one.commitment.key, one.verdict) for one in found.terms] == [
        (key, Verdict.offered) for key in ("free many", "free the well-known", "ease banks", "ease potash")
    ]


def test_new_arrests_break_no_reported_term_and_a_condition_of_the_opposition(opened: None) -> None:
    found = told("The grand bargain of February 2025", public.today())
    assert [one.commitment.key for one in found.broken_by(Act.detained)] == ["no new arrests"]
    assert not any(one.commitment.stage.is_term for one in found.broken_by(Act.detained))
    demand = found.broken_by(Act.detained)[0]
    assert [link["agent"] for link in demand.said[0]["attribution"]] == ["Franak Viacorka"]
    strained = {one.commitment.key: one for one in found.strained_by(Act.detained)}
    assert [link["agent"] for link in strained["ease repression"].said[0]["attribution"]] == [
        "people who attended",
        "Christopher W. Smith",
        "Aleksandr G. Lukashenko",
    ]


def test_a_verdict_that_rests_on_an_aggregate_says_so(opened: None) -> None:
    found = row(told(DECEMBER, public.today()), "free 123").by_lens[0]
    shown = found.as_json(
        {one: told(DECEMBER, public.today()).evidence[one]["attribution"][-1]["agent"] for one in found.progress.claims}
    )
    assert shown["rests_on_aggregate"] == "yes"
    assert shown["named"] == {"low": 3, "high": 3}
    assert shown["published"] == {
        "low": "123",
        "high": "123",
        "said_by": ["Belarusian authorities", "HUR", "United States"],
    }


@pytest.mark.parametrize(
    ("name", "key", "said"),
    [
        (DECEMBER, "free 123", "123 of 123, said by three; named here: 3"),
        (DECEMBER, "license potash", "3 of 3 targets"),
        ("Venezuela, December 2023", "free ten Americans", "10 published, said by one"),
        ("Venezuela, December 2023", "free of the opposition's side", "20 or more and 24 to 36 published, said by two"),
        ("Iran, September 2023", "move the money", "6 published, said by one"),
        ("The grand bargain of February 2025", "free all", "7 numbers, the last 1,131, published, said by four"),
    ],
)
def test_a_verdict_tells_by_what_it_goes(opened: None, name: str, key: str, said: str) -> None:
    found = told(name, public.today())
    assert verdicts_in_words(row(found, key), found.evidence)[0][2] == said


def test_a_lens_through_which_nobody_speaks_says_that(opened: None) -> None:
    found = told(DECEMBER, public.today())
    shown = {lens: short for lens, _, short in verdicts_in_words(row(found, "license potash"), found.evidence)}
    assert shown[AUTHORITIES] == shown[US] == "nothing admitted speaks of it"


def test_what_nobody_had_said_by_then_has_no_verdict(opened: None) -> None:
    day = date(2025, 12, 10)
    found = told(DECEMBER, day)
    assert {one.verdict for one in found.rows} == {None}
    assert {one["note"] for one in found.as_json()["commitments"]} == {NOT_SAID}
