"""What a keeper declares to take in: whom a figure has only by it is coverage, no late report and no new event."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.answers import counted_by, tally
from habeas.answers.changes import Changes, Figure, changes
from habeas.answers.reasons import Reason
from habeas.answers.taken_in import declared
from habeas.claims import identity
from habeas.claims.act import ACTS, Act, Side
from habeas.claims.vocabulary import Access
from habeas.register import judged, write
from habeas.register.draft import Draft
from tests import zalesia
from tests.conftest import fresh

JUNE, AUGUST, OCTOBER = date(2021, 6, 1), date(2021, 8, 1), date(2021, 10, 1)
KNOWN = "2021-07-15"
HERE = {"name": "Bystrany", "country": "ZZ"}
NORTH = "Northern Watch"


def told_by(name: str) -> list[dict[str, str]]:
    return [{"agent": identity.agent_by_name(write.register_key(), name), "kind": "on_record"}]


def between(
    earlier: tuple[date, date] = (JUNE, JUNE),
    later: tuple[date, date] = (OCTOBER, OCTOBER),
    rule: str = "",
    at: str | None = None,
    ceiling: Access = Access.staff,
) -> Changes:
    seen = tally.view(at, ceiling)
    found = changes(Figure(*earlier, seen), Figure(*later, seen), counted_by.rule_named(rule, seen))
    for end, bound in enumerate(("low", "best", "high")):
        by_reason = sum(one[end] for one in found.by_reason().values())
        assert by_reason == found.now[end] - found.before[end], bound
    return found


def told(found: Changes) -> list[tuple[str, str, int]]:
    return [(one.name, one.why.reason.value, one.by.best) for one in found.listed]


def act(name: str, kind: str, day: str, start: int, known: str = "2021-07-20", **said: Any) -> list[Draft]:
    return zalesia.act(name, kind, day, start, known=known, **{"place": HERE} | said)


def test_who_is_known_only_by_what_was_taken_in_is_coverage(register: Path) -> None:
    (one,) = zalesia.enter(act("Alice", "detained", "2021-05-03", 0)).claims
    assert told(between()) == [("Alice", "late_report", 1)]
    zalesia.enter(zalesia.coverage(KNOWN))
    found = between()
    assert told(found) == [("Alice", "coverage", 1)]
    (change,) = found.changes
    assert change.why.claims == (one,)
    assert change.why.coverage is not None
    assert change.as_json()["coverage"] == {
        "id": zalesia.coverage(KNOWN).body["id"],
        "known": KNOWN,
        "sentence": "Bystrany too.",
    }


def test_who_was_arrested_before_the_keeper_looked_there_is_coverage_and_after_that_a_new_event(register: Path) -> None:
    zalesia.enter(
        zalesia.coverage(KNOWN),
        act("Alice", "detained", "2021-06-20", 0),
        act("Bob", "detained", "2021-07-16", 20, known="2021-07-25"),
        act("Charlie", "detained", "2021-07-14", 40, latest="2021-07-20"),
    )
    assert told(between()) == [("Bob", "new_event", 1), ("Alice", "coverage", 1), ("Charlie", "coverage", 1)]


def test_what_happened_after_an_arrest_that_was_taken_in_is_told_apart(register: Path) -> None:
    zalesia.enter(
        zalesia.coverage(KNOWN),
        act("Alice", "detained", "2021-05-20", 0),
        act("Alice", "released", "2021-08-20", 20, known="2021-08-21"),
        act("Bob", "detained", "2021-06-20", 40),
        act("Bob", "sentenced", "2021-09-20", 60, known="2021-09-21"),
        act("Charlie", "detained", "2021-05-20", 80),
        act("Charlie", "released", "2021-06-20", 100),
    )
    assert told(between()) == [("Alice", "new_event", -1), ("Alice", "coverage", 1), ("Bob", "coverage", 1)]


def test_a_later_sign_of_who_may_have_been_in_before_is_coverage_and_of_who_was_arrested_later_is_not(
    register: Path,
) -> None:
    zalesia.enter(
        zalesia.coverage(KNOWN),
        act("Alice", "held", "2021-09-01", 0, known="2021-09-02"),
        act("Bob", "detained", "2021-08-20", 20, known="2021-09-02"),
        act("Bob", "held", "2021-09-01", 40, known="2021-09-02"),
    )
    assert told(between()) == [("Bob", "new_event", 1), ("Alice", "coverage", 1)]


def test_of_two_keepers_who_began_to_look_each_is_told_up_to_their_own_day(register: Path) -> None:
    """Lantern's coverage makes no difference of her; the Watch's does, and what happened after it is news."""
    north = {"attribution": told_by(NORTH), "place": {"name": "Severets", "country": "ZZ"}}
    zalesia.enter(
        zalesia.agent(NORTH),
        zalesia.coverage(KNOWN),
        zalesia.coverage("2021-09-01", NORTH, region="Severets", sentence="Severets too."),
        act("Alice", "released", "2021-05-10", 0),
        act("Alice", "detained", "2021-08-10", 20, known="2021-09-05", **north),
        act("Alice", "released", "2021-09-20", 40, latest="2021-10-20", known="2021-10-20", **north),
    )
    found = between(later=(OCTOBER, date(2021, 10, 25)))
    assert [(one.why.reason.value, tuple(one.by)) for one in found.listed] == [
        ("new_event", (-1, 0, 0)),
        ("coverage", (1, 1, 1)),
    ]
    (coverage,) = found.of(Reason.coverage)
    assert coverage.why.coverage is not None
    assert coverage.why.coverage.sentence == "Severets too."


def test_what_somebody_else_tells_too_stays_a_late_report(register: Path) -> None:
    zalesia.enter(zalesia.agent(NORTH), zalesia.coverage(KNOWN), act("Alice", "detained", "2021-05-03", 0))
    theirs = act("Alice", "detained", "2021-05-02", 20, attribution=told_by(NORTH), known="2021-08-03")
    zalesia.enter(theirs)
    assert told(between((JUNE, JUNE), (AUGUST, AUGUST))) == [("Alice", "coverage", 1)]
    assert told(between()) == [("Alice", "late_report", 1)]


@pytest.mark.parametrize(
    ("said", "covers"),
    [
        ({}, {"region": "bystrany"}),
        ({}, {"country": "ZZ"}),
        ({"place": {"name": "Bystrany"}}, {"country": "ZZ"}),
        ({}, {"region": "Bystrany", "period": ("2021-05-01", "2021-05-31")}),
        ({}, {"period": (None, "2021-05-03")}),
        ({}, {"period": ("2021-05-03", None)}),
    ],
    ids=str,
)
def test_what_fits_the_coverage(register_sqlite: Path, said: dict[str, Any], covers: dict[str, Any]) -> None:
    zalesia.enter(zalesia.coverage(KNOWN, **_with_period(covers)), act("Alice", "detained", "2021-05-03", 0, **said))
    assert told(between()) == [("Alice", "coverage", 1)]


@pytest.mark.parametrize(
    ("said", "covers"),
    [
        ({}, {"region": "Severets"}),
        ({"place": {"name": "Severets", "country": "ZZ"}}, {"region": "Bystrany"}),
        ({}, {"country": "YY"}),
        ({}, {"period": ("2021-05-04", None)}),
        ({}, {"period": (None, "2021-05-02")}),
        ({"latest": "2021-05-20"}, {"period": (None, "2021-05-10")}),
        ({}, {"region": "Bystrany", "list": "Another list"}),
        ({"known": "2021-07-14"}, {"region": "Bystrany"}),
    ],
    ids=str,
)
def test_what_does_not_fit_the_coverage(register_sqlite: Path, said: dict[str, Any], covers: dict[str, Any]) -> None:
    zalesia.enter(zalesia.coverage(KNOWN, **_with_period(covers)), act("Alice", "detained", "2021-05-03", 0, **said))
    assert told(between()) == [("Alice", "late_report", 1)]


def _with_period(covers: dict[str, Any]) -> dict[str, Any]:
    if "period" not in covers:
        return covers
    first, last = covers["period"]
    edtf = f"{first or '..'}/{last or '..'}"
    ends = {"earliest": first, "latest": last}
    period = {"original": edtf, "edtf": edtf, "extent": "throughout", "meaning": "window"}
    return covers | {"period": period | {end: day for end, day in ends.items() if day}}


def test_where_an_act_names_no_place_the_region_that_the_keeper_says_stands_in(register: Path) -> None:
    somewhere = [act(name, "detained", "2021-05-03", start) for name, start in (("Alice", 0), ("Bob", 20))]
    for one in (some[1] for some in somewhere):
        del one.body["place"]
    of = [zalesia.attribute("Alice", "region", "Bystrany", 40), zalesia.attribute("Bob", "region", "Severets", 60)]
    for one in (some[1] for some in of):
        one.body["known"]["earliest"] = "2021-07-20"
    zalesia.enter(zalesia.coverage(KNOWN), *somewhere, *of)
    assert told(between()) == [("Bob", "late_report", 1), ("Alice", "coverage", 1)]


def test_an_earlier_entry_does_not_know_it_and_one_that_was_taken_back_is_gone(register: Path) -> None:
    before = zalesia.enter(act("Alice", "detained", "2021-05-03", 0)).head
    then = zalesia.enter(zalesia.coverage(KNOWN)).head
    moved = zalesia.enter(zalesia.coverage("2021-08-15")).head
    zalesia.enter(zalesia.coverage(KNOWN, retracted="yes"))
    reasons = [told(between(at=str(at) if at else None))[0][1] for at in (before, then, moved, None)]
    assert reasons == ["late_report", "coverage", "late_report", "late_report"]
    stands = [
        [one.known.isoformat() for one in judged.coverages(tally.view(str(at), Access.staff))]
        for at in (before, then, moved)
    ]
    assert stands == [[], [KNOWN], ["2021-08-15"]]
    assert declared(tally.view(None, Access.staff)) == []
    zalesia.enter(zalesia.coverage(KNOWN))
    assert told(between()) == [("Alice", "coverage", 1)]


def test_a_reader_has_what_their_level_allows_then_and_now(register: Path) -> None:
    opened = zalesia.enter(zalesia.coverage(KNOWN)).head
    closed = zalesia.enter(zalesia.coverage(KNOWN, access="staff")).head
    for at in (opened, closed):
        assert judged.coverages(tally.view(str(at), Access.public)) == ()
        assert len(judged.coverages(tally.view(str(at), Access.staff))) == 1
    zalesia.enter(zalesia.coverage(KNOWN, access="public"))
    assert len(judged.coverages(tally.view(None, Access.public))) == 1
    assert judged.coverages(tally.view(str(closed), Access.public)) == ()


def test_under_a_rule_with_a_condition_the_keepers_own_word_fulfils_it(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.rule("women", where=[{"property": "sex", "value": "f"}]), zalesia.coverage(KNOWN))
    (_, said) = zalesia.attribute("Alice", "sex", "f", 20)
    said.body["known"]["earliest"] = "2021-07-20"
    zalesia.enter(act("Alice", "detained", "2021-05-03", 0), [said])
    assert told(between(rule="women")) == [("Alice", "coverage", 1)]
    (_, theirs) = zalesia.attribute("Alice", "sex", "f", 40)
    theirs.body["attribution"] = told_by(NORTH)
    theirs.body["known"]["earliest"] = "2021-07-21"
    zalesia.enter(zalesia.agent(NORTH), [theirs])
    assert told(between(rule="women")) == [("Alice", "late_report", 1)]


# --- laws -------------------------------------------------------------------------------------------------------------

DAYS = [date(2021, month, day).isoformat() for month in (5, 6, 7, 8, 9) for day in (5, 20)]
KINDS = ("detained", "released", "held", "sentenced")


@st.composite
def told_of(draw: st.DrawFn) -> tuple[int, int, int, str, bool, bool]:
    """Somebody, the places of two days and of a known day among the days, an act, who tells it, and whether there."""
    first = draw(st.integers(0, len(DAYS) - 1))
    last = draw(st.integers(first, min(first + 2, len(DAYS) - 1)))
    known = draw(st.integers(last, len(DAYS) - 1))
    mostly = st.sampled_from((True, True, True, False))
    return first, last, known, draw(st.sampled_from(KINDS)), draw(mostly), draw(mostly)


@pytest.fixture(scope="module")
def place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    number = iter(range(10**6))

    def made() -> None:
        connections.close_all()
        fresh(request, "sqlite", tmp_path_factory.mktemp(f"drawn{next(number)}"))

    yield made
    connections.close_all()


Acts = list[list[tuple[int, int, int, str, bool, bool]]]


def entered(people: Acts, but_for: str = "9999-12-31") -> None:
    """The acts of these people; of the Lantern Group's of Bystrany those alone that were known before a day."""
    zalesia.enter(zalesia.agent(NORTH))
    for number, acts in enumerate(people):
        for place_of, (first, last, since, kind, ours, there) in enumerate(acts):
            if not (ours and there and DAYS[since] >= but_for):
                said: dict[str, Any] = {"attribution": told_by(zalesia.LANTERN if ours else NORTH)}
                said |= {"place": HERE if there else {"name": "Severets", "country": "ZZ"}}
                start = 100 * number + 20 * place_of
                zalesia.enter(
                    zalesia.act(f"P{number}", kind, DAYS[first], start, DAYS[last], known=DAYS[since], **said)
                )


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    people=st.lists(st.lists(told_of(), min_size=1, max_size=4), min_size=1, max_size=4),
    known=st.sampled_from(DAYS[1:]),
    points=st.tuples(*[st.integers(0, len(DAYS) - 1)] * 2, st.integers(0, 5), st.integers(4, len(DAYS) - 1)),
)
def test_coverage_takes_its_part_from_late_reports_and_new_events_and_from_nothing_else(
    place: Any, people: Acts, known: str, points: tuple[int, int, int, int]
) -> None:
    place()
    (day, until), (then, now) = (
        sorted(date.fromisoformat(DAYS[one]) for one in some) for some in (points[:2], points[2:])
    )
    entered(people)
    without = between((day, then), (until, now))
    head = zalesia.enter(zalesia.coverage(known)).head
    found, same_day = between((day, then), (until, now)), between((day, then), (day, now))
    assert (found.before, found.now) == (without.before, without.now)
    if not then < date.fromisoformat(known) <= now:
        assert told(found) == told(without), "known before or after: it changes nothing"
    assert Reason.coverage not in without.by_reason()
    for same in (Reason.correction, Reason.identity, Reason.no_sign):
        assert found.by_reason().get(same) == without.by_reason().get(same)
    for change in found.of(Reason.coverage):
        assert any(
            ours and there and DAYS[since] >= known and (DAYS[first] < known or ACTS[Act(kind)].finds is Side.in_)
            for first, _, since, kind, ours, there in people[int(change.name[1:])]
        )
    zalesia.enter(zalesia.coverage(known, retracted="yes"))
    assert told(between((day, then), (until, now))) == told(without)
    assert told(between((day, then), (until, now), at=str(head))) == told(found)
    place()
    entered(people, but_for=known)
    otherwise = {change.name for change in between((day, then), (day, now)).changes}
    assert otherwise.isdisjoint(change.name for change in same_day.of(Reason.coverage)), "by it alone"


def test_what_is_drawn_has_coverage_now_and_then(place: Any) -> None:
    place()
    entered([[(0, 0, 5, "detained", True, True)], [(0, 0, 5, "detained", True, True), (1, 1, 6, "held", False, True)]])
    zalesia.enter(zalesia.coverage(DAYS[4]))
    found = between((date(2021, 6, 1), date(2021, 6, 1)), (date(2021, 6, 1), OCTOBER))
    assert told(found) == [("P1", "late_report", 1), ("P0", "coverage", 1)]
