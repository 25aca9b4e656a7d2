"""What a judgement would change is what it then changes: persons, days in custody, figures; and nothing is entered."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from habeas.answers import counted_by
from habeas.answers.supposing import Supposed, supposed, supposed_back
from habeas.answers.tally import tally
from habeas.claims.vocabulary import Access, Sameness
from habeas.register import judge, log, read, snapshots, write
from habeas.register.judge import Verdict
from habeas.tally.stock import Bounds
from tests import zalesia

NAMES = ("Yazep Kalyada", "Yazep Kolyada", "Arkadz Bely")
TODAY = datetime.now(UTC).date()


def staff() -> read.View:
    return read.view(None, Access.staff)


def figures() -> dict[tuple[str, str], Bounds]:
    """Every figure of every rule today, asked of the register as it stands, by rule and reader."""
    found = {}
    for access in (Access.staff, Access.public):
        seen = read.view(None, access)
        for rule in counted_by.rules(seen):
            count = tally(TODAY, TODAY, seen, rule, counted_by.lens_of(rule, seen)).count
            found[rule.name, access.name] = Bounds(count.low, count.best, count.high)
    return found


def verdict(one: str, other: str, word: Sameness = Sameness.same) -> Verdict:
    return Verdict(one, other, word, "one birth")


def of_rules(found: Supposed) -> dict[tuple[str, str], tuple[Bounds, Bounds]]:
    told = [one for one in found.figures if one.beside is None]
    return {(one.rule.name, one.access): (one.before, one.now) for one in told}


@pytest.fixture
def records(register: Path) -> list[str]:
    """Two held, whom the public may meet, and one freed; rules of a stock and of flows, and a published figure."""
    made = zalesia.enter(
        zalesia.act(NAMES[0], "detained", "2025-10-01"),
        zalesia.act(NAMES[1], "detained", "2025-10-01", 20, latest="2025-10-20"),
        zalesia.act(NAMES[2], "released", "2025-11-01", 40),
        zalesia.figure(3, "2025-10-31", 60),
        zalesia.rule("inside"),
        zalesia.rule("taken", quantity="inflow", period="ever"),
        zalesia.rule("times taken", quantity="inflow", period="ever", unit="detentions"),
    )
    write.set_access(Access.public, write.actor(zalesia.KEEPER), zalesia.KEEPER, claims=made.claims[:2])
    return [str(zalesia.record(name).body["id"]) for name in NAMES]


def test_the_figures_that_it_tells_are_those_that_stand_afterwards_and_before(records: list[str]) -> None:
    one, other, third = records
    for said in (verdict(one, other), verdict(other, third), verdict(one, other, Sameness.undecided)):
        head, before = log.head(), figures()
        found = supposed([said], staff(), TODAY)
        assert log.head() == head
        assert figures() == before
        judge.judge([said], write.actor(zalesia.EDITOR))
        after = figures()
        told = of_rules(found)
        assert told == {key: (before[key], after[key]) for key in before if before[key] != after[key]}
        assert told
    for pair in ((one, other), (other, third)):
        made = str(judge.draft_of(verdict(*pair)).body["id"])
        before, found = figures(), supposed_back(made, staff(), TODAY)
        judge.take_back(made, write.actor(zalesia.EDITOR))
        after = figures()
        assert of_rules(found) == {key: (before[key], after[key]) for key in before if before[key] != after[key]}


def test_the_count_beside_a_published_figure_is_told_and_the_days_of_custody(records: list[str]) -> None:
    found = supposed([verdict(records[0], records[1])], staff(), TODAY)
    (beside,) = [one for one in found.figures if one.beside and one.access == "staff"]
    assert beside.beside is not None
    assert beside.beside["figure"]["low"] == "3"
    assert (beside.before.best, beside.now.best) == (2, 1)
    assert [len(one.members) for one in found.before] == [1, 1]
    assert [member.name for member in found.now[0].members] == [NAMES[0], NAMES[1]]
    days = [(str(one.first), one.before.best, one.now.best) for one in found.days]
    assert days[-1] == ("2025-10-20", 2, 1)
    assert found.days[-1].last is None


def test_where_nobody_is_joined_otherwise_nothing_is_told(records: list[str]) -> None:
    found = supposed([verdict(records[0], records[1], Sameness.undecided)], staff(), TODAY)
    assert (found.against, found.before, found.now, found.figures) == ((), (), (), ())


def test_two_of_whom_no_act_is_told_can_be_judged(register: Path) -> None:
    one, other = (str(zalesia.record(name).body["id"]) for name in NAMES[:2])
    zalesia.enter(*(zalesia.attribute(name, "birth", "1979", 20 * at) for at, name in enumerate(NAMES[:2])))
    found = supposed([verdict(one, other)], staff(), TODAY)
    assert [len(one.members) for one in found.now] == [2]
    assert (found.days, found.figures) == ((), ())
    judge.judge([verdict(one, other)], write.actor(zalesia.EDITOR))
    (back,) = supposed_back(str(judge.draft_of(verdict(one, other)).body["id"]), staff(), TODAY).before
    assert len(back.members) == 2


def test_what_is_supposed_is_in_no_snapshot(
    records: list[str], register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habeas.answers.standing.LONG", 0)
    supposed([verdict(records[0], records[1])], staff(), TODAY)
    kept: list[object] = []
    monkeypatch.setattr(snapshots, "save", lambda *told: kept.append(told))
    supposed([verdict(records[1], records[2])], staff(), TODAY)
    assert kept == []
