"""A person's address is a record's: after every merge and split it leads to whoever holds that record."""

import random

import pytest

from habeas.claims.vocabulary import Access, Sameness
from habeas.register import judge, log, write
from habeas.register.judge import Verdict
from habeas.register.refusals import CommandError, ContradictionError
from tests import zalesia
from tests.cli.conftest import Habeas, habeas
from tests.oracle import judged_persons as oracle

from .site import EDITOR, Stranger, enter, text

__all__ = ["habeas"]
NAMES = ("Yazep Kalyada", "Yazep Kolyada", "Y. Kalyada", "Arkadz Bely")


@pytest.fixture
def records(newcomer: Stranger) -> list[str]:
    """Four public records, in the order of their entry."""
    enter(*(zalesia.act(name, "held", "2025-10-01", 20 * place) for place, name in enumerate(NAMES)))
    return [str(zalesia.record(name).body["id"]) for name in NAMES]


def judged(one: str, other: str, verdict: Sameness = Sameness.same) -> str:
    said = Verdict(one, other, verdict, "one birth")
    judge.judge([said], write.actor(EDITOR))
    return str(judge.draft_of(said).body["id"])


def back(judgement: str) -> None:
    judge.take_back(judgement, write.actor(EDITOR))


def cited() -> str:
    return str(log.head())


def members(stranger: Stranger, one: str, at: str) -> tuple[str, list[str]]:
    found = stranger.data(f"/api/people/{one}?at={at}")
    return found["id"], [member["id"] for member in found["members"]]


def test_every_record_s_address_leads_to_who_holds_it_now_and_at_every_entry(
    newcomer: Stranger, records: list[str]
) -> None:
    chance, moments = random.Random(7), list[str]()
    pairs = [(one, other) for place, one in enumerate(records) for other in records[place + 1 :]]
    for _ in range(8):
        one, other = chance.choice(pairs)
        try:
            judged(one, other, chance.choice((Sameness.same, Sameness.same, Sameness.different)))
        except ContradictionError:
            made, said = judge.draft_of(Verdict(one, other, Sameness.same, "")).body["id"], oracle.live(log.head().seq)
            back(str(made if made in said else chance.choice(sorted(said))))
        moments.append(cited())
    for at in dict.fromkeys(moments):
        persons = oracle.persons(records, int(at.partition("-")[0]))
        for one in records:
            stands, held = members(newcomer, one, at)
            assert stands == persons[one]
            assert sorted(held) == sorted(other for other in records if persons[other] == persons[one])


def test_a_split_leaves_each_address_with_its_own_and_leads_on_to_the_other(
    newcomer: Stranger, records: list[str]
) -> None:
    one, other, *_ = records
    before = newcomer.read(f"/people/{other}")
    made = judged(one, other)
    joined_at = cited()
    assert newcomer.data(f"/api/people/{other}")["id"] == one
    assert "<h1><bdi>Yazep Kalyada</bdi></h1>" in newcomer.get(f"/people/{other}").content.decode()
    back(made)
    assert newcomer.data(f"/api/people/{one}")["members"] == [
        {**member, "judged": False} for member in newcomer.data(f"/api/people/{one}?at={joined_at}")["members"][:1]
    ]
    for here, there in ((one, other), (other, one)):
        html = newcomer.get(f"/people/{here}").content.decode()
        assert f'<a href="/people/{there}"' in html
        assert "was held here to be the same person. That judgement was taken back." in text(html)
        assert [parted["id"] for parted in newcomer.data(f"/api/people/{here}")["parted"]] == [there]
    assert before.partition("Names as written")[0] == newcomer.read(f"/people/{other}").partition("Names as written")[0]
    assert "parted" not in newcomer.data(f"/api/people/{one}?at={joined_at}")
    assert "was held here" not in newcomer.read(f"/people/{one}?at={joined_at}")


def test_an_older_record_that_joins_takes_over_the_name_and_no_address_breaks(
    newcomer: Stranger, records: list[str], habeas: Habeas
) -> None:
    first, second, third, _ = records
    judged(second, third)
    assert newcomer.data(f"/api/people/{third}")["id"] == second
    judged(first, third)
    for one in (first, second, third):
        assert newcomer.data(f"/api/people/{one}")["id"] == first
        shown = habeas("person", one[:8], "-r", write.register_folder(), "--json").json
        assert shown["id"] == first


def test_of_whom_a_hidden_record_was_joined_with_nothing_is_told(newcomer: Stranger, records: list[str]) -> None:
    one, other, *_ = records
    back(judged(one, other))
    (claim,) = [each["id"] for each in newcomer.data("/api/claims")["claims"] if NAMES[1] in each["statement"]]
    write.set_access(Access.staff, write.actor(EDITOR), EDITOR, claims=[claim])
    assert "parted" not in newcomer.data(f"/api/people/{one}")
    assert NAMES[1] not in newcomer.read(f"/people/{one}")
    newcomer.get(f"/people/{other}", 404)


def test_a_judgement_that_is_gone_cannot_be_taken_back_twice(newcomer: Stranger, records: list[str]) -> None:
    made = judged(records[0], records[1])
    back(made)
    with pytest.raises(CommandError, match="taken back already"):
        back(made)
