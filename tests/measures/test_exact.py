"""The status and its bounds are exact: against every placement of the acts and every order within a day."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.vocabulary import MeasureKind
from habeas.measures.event import Days, MeasureEvent
from habeas.measures.status import Status, days_of_change, status
from tests.oracle.measures import Done, statuses

START = date(2024, 1, 1)
ON_MEASURES = ("impose", "amend", "suspend", "revoke", "expire", "delist")
ON_LICENCES = ("license", "extend", "amend", "revoke", "expire")


@st.composite
def done(draw: st.DrawFn) -> list[Done]:
    """Up to three acts on each of two measures and two licences, on days of two weeks; the measures are imposed."""
    acts: list[Done] = []
    for of in draw(st.sets(st.sampled_from(("listing", "trade_ban", "licence GL 1", "licence GL 2")), min_size=1)):
        is_licence = of.startswith("licence")
        kinds = draw(st.lists(st.sampled_from(ON_LICENCES if is_licence else ON_MEASURES), max_size=2))
        for kind in ("license" if is_licence else "impose", *kinds):
            first, long = draw(st.integers(0, 9)), draw(st.sampled_from((0, 0, 1, 3)))
            acts.append(Done(kind, of, first, first + long, len(acts)))
    if any(act.of.startswith("licence") for act in acts) and not any(act.of == "listing" for act in acts):
        acts.append(Done("impose", "listing", 0, 0, len(acts)))
    return acts


def as_event(act: Done) -> MeasureEvent:
    """The act as the room takes it: known after the fact, so that no end is a plan."""
    is_licence = act.of.startswith("licence")
    return MeasureEvent(
        claim=f"claim {act.order}",
        order=act.order,
        known=START + timedelta(100),
        kind=Kind(act.kind),
        issuer="Norland",
        target="timber",
        measure=MeasureKind.listing if is_licence else MeasureKind(act.of),
        instrument=act.of if is_licence else None,
        of_licence=is_licence,
        issued=Days(START + timedelta(act.first), START + timedelta(act.last)),
    )


@settings(deadline=None, max_examples=500)
@given(done(), st.integers(-1, 14))
def test_the_status_and_its_bounds_are_those_of_all_placements(acts: list[Done], day: int) -> None:
    as_of = START + timedelta(day)
    found = status([as_event(act) for act in acts], "timber", "Norland", as_of, START + timedelta(200))
    assert {one.value for one in found.possible} == statuses(acts, day, convention=False)
    by_convention = statuses(acts, day, convention=True)
    assert found.status.value == (by_convention.pop() if len(by_convention) == 1 else "contradictory")
    assert found.status is Status.contradictory or found.status in found.possible


@settings(deadline=None, max_examples=100)
@given(done())
def test_nothing_changes_between_the_days_of_change(acts: list[Done]) -> None:
    events, known_on = [as_event(act) for act in acts], START + timedelta(200)
    days = days_of_change(events, "timber", "Norland", known_on)

    def asked(day: date) -> tuple[Status, frozenset[Status]]:
        found = status(events, "timber", "Norland", day, known_on)
        return found.status, found.possible

    for day in (START + timedelta(number) for number in range(14)):
        if day not in days and day - timedelta(1) not in days:
            assert asked(day) == asked(day - timedelta(1))


@settings(deadline=None, max_examples=200)
@given(done(), st.integers(0, 14), st.integers(0, 13))
def test_what_is_known_later_changes_nothing_that_was_known_before(acts: list[Done], day: int, which: int) -> None:
    events = [as_event(act) for act in acts]
    late = MeasureEvent(
        "late",
        99,
        START + timedelta(150),
        Kind.delist,
        "Norland",
        "timber",
        issued=Days(START, START + timedelta(which)),
    )
    as_of, before = START + timedelta(day), START + timedelta(149)
    assert status([*events, late], "timber", "Norland", as_of, before) == status(
        events, "timber", "Norland", as_of, before
    )
