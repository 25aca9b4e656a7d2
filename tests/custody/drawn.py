"""Accounts drawn to collide: few days, few orders, open ends, every act there is, and judgements that cross.

Beside each kind of thing drawn stands its translation for the oracles, which know days as small whole numbers.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from hypothesis import strategies as st

from habeas.claims.act import ACTS, Act, CustodyState
from habeas.custody.report import Account, Pair, Recognition, Report
from habeas.custody.standing import ALL_STATES, Population
from tests.oracle.choices import Claimed, Judged, Life, lives
from tests.oracle.placements import CALENDAR, Said, Stated

FIRST = date(2021, 3, 1)
BODIES = ("viesna", "svetlo")


def on(number: int | None) -> date | None:
    return None if number is None else FIRST + timedelta(days=number)


def the(number: int) -> date:
    return FIRST + timedelta(days=number)


def numbered(day: date | None) -> int | None:
    return None if day is None else (day - FIRST).days


def report(act: Act, first: int | None, last: int | None, order: int = 0, claim: str = "") -> Report:
    return Report(claim or act.value, order, act, on(first), on(last))


def account(*reports: Report) -> Account:
    return Account(tuple(reports))


def said(given: Report) -> Said:
    row = ACTS[given.act]
    state = (given.state or row.state) if row.state else None
    return Said(
        finds=row.finds.value,
        leaves=row.leaves.value,
        state=state and state.value,
        first=numbered(given.earliest),
        last=numbered(given.latest),
        order=given.order,
        death=given.act is Act.died,
    )


def all_said(given: Sequence[Report]) -> list[Said]:
    return [said(each) for each in given]


def stated(given: Recognition) -> Stated:
    return Stated(given.body, given.withdrawn, numbered(given.earliest), numbered(given.latest), given.order)


def lives_of(given: Account) -> list[Life]:
    """Every life that the account allows, by the oracle; best's first."""
    reports = sorted(given.reports, key=lambda each: each.order)
    claimed = [Claimed(r.claim, r.act.value, said(r), r.denied, r.known) for r in reports]
    claimed += [Claimed(r.claim, "recognised", stated(r), r.denied, r.known) for r in given.recognitions]
    return lives(claimed, Judged(given.same, given.different, given.contradicts, given.sequences))


@st.composite
def intervals(draw: st.DrawFn) -> tuple[date | None, date | None]:
    number = st.integers(CALENDAR.start + 1, CALENDAR.stop - 2)
    first, last = sorted((draw(number), draw(number)))
    earliest = on(draw(st.sampled_from((first, first, last, last, None))))
    return earliest, on(draw(st.sampled_from((last, last, last, None))))


@st.composite
def one_report(draw: st.DrawFn) -> Report:
    claim, order, act = draw(st.sampled_from("abcdefgh")), draw(st.integers(0, 2)), draw(st.sampled_from(Act))
    return Report(claim, order, act, *draw(intervals()))


def _no_outliving(given: Sequence[Report]) -> bool:
    """Nobody acts after a death: what that does is a matter of alternatives."""
    return not any(
        one.act is Act.died and one.latest and other.earliest and other.earliest > one.latest
        for one in given
        for other in given
    )


TELLING = (
    Act.detained, Act.released, Act.held, Act.at_liberty, Act.remanded, Act.died, Act.transferred, Act.charged,
    Act.confined_at_home, Act.returned,
)  # fmt: skip


@st.composite
def pairs(draw: st.DrawFn, claims: Sequence[str], most: int) -> frozenset[Pair]:
    two = [*combinations(claims, 2), ("not", "here"), (claims[0] if claims else "none", "elsewhere")]
    return frozenset(draw(st.lists(st.sampled_from(two), max_size=most)))


@st.composite
def accounts(
    draw: st.DrawFn, most: int = 4, most_stated: int = 2, judged: bool = True, acts: Sequence[Act] = TELLING
) -> Account:
    """An account whose claims and orders are each its own; its reports are not given in the order of entry."""
    count, count_stated = draw(st.integers(0, most)), draw(st.integers(0, most_stated))
    orders = draw(st.permutations(range(count + count_stated)))
    known = st.sampled_from(("2021-04-01", "2021-05-01"))
    states_said, denials = st.sampled_from((None, None, CustodyState.serving)), st.integers(0, 5).map(lambda n: n == 0)
    reports = [
        replace(
            Report(f"c{order}", order, draw(st.sampled_from(acts)), *draw(intervals())),
            state=draw(states_said),
            denied=judged and draw(denials),
            known=draw(known),
        )
        for order in orders[:count]
    ]
    recognitions = [
        Recognition(
            f"c{n}",
            n,
            draw(st.sampled_from(BODIES)),
            draw(st.booleans()),
            *draw(intervals()),
            draw(known),
            denied=judged and draw(denials),
        )
        for n in orders[count:]
    ]
    claims = [f"c{n}" for n in range(len(orders))]
    some = pairs(claims, 2) if judged else st.just(frozenset[Pair]())
    few = pairs(claims, 1) if judged else st.just(frozenset[Pair]())
    told = draw(pairs(claims, 2))
    turned = frozenset(pair[::-1] if draw(st.booleans()) else pair for pair in sorted(told))
    return Account(tuple(reports), tuple(recognitions), (), draw(some), draw(few), draw(some), turned)


reports = st.lists(one_report(), max_size=4, unique=True).filter(_no_outliving)
days = st.sampled_from(CALENDAR)
states = st.frozensets(st.sampled_from(CustodyState))
populations = st.builds(
    Population,
    states=states | st.just(ALL_STATES) | st.just(ALL_STATES - {CustodyState.unknown}),
    recognised_by=st.frozensets(st.sampled_from(BODIES)),
    stale_after=st.none() | st.integers(0, 3),
    leaving_day=st.just(False),
)
