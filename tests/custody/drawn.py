"""Reports drawn to collide: few days, few orders, open ends, and every act there is."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from habeas.claims.act import ACTS, Act, CustodyState
from habeas.custody.standing import Report
from tests.oracle.placements import CALENDAR, Said

FIRST = date(2021, 3, 1)


def on(number: int | None) -> date | None:
    return None if number is None else FIRST + timedelta(days=number)


def the(number: int) -> date:
    return FIRST + timedelta(days=number)


def report(act: Act, first: int | None, last: int | None, order: int = 0, claim: str = "") -> Report:
    return Report(claim or act.value, order, act, on(first), on(last))


def said(given: Report) -> Said:
    row = ACTS[given.act]
    first, last = (None if end is None else (end - FIRST).days for end in (given.earliest, given.latest))
    return Said(row.finds.value, row.leaves.value, row.state and row.state.value, first, last, given.order)


def all_said(given: Sequence[Report]) -> list[Said]:
    return [said(each) for each in given]


@st.composite
def one_report(draw: st.DrawFn) -> Report:
    number = st.integers(CALENDAR.start + 1, CALENDAR.stop - 2)
    first, last = sorted((draw(number), draw(number)))
    return Report(
        claim=draw(st.sampled_from("abcdefgh")),
        order=draw(st.integers(0, 2)),
        act=draw(st.sampled_from(Act)),
        earliest=on(draw(st.sampled_from((first, first, last, last, None)))),
        latest=on(draw(st.sampled_from((last, last, last, None)))),
    )


reports = st.lists(one_report(), max_size=4)
days = st.sampled_from(CALENDAR)
states = st.frozensets(st.sampled_from(CustodyState))
