"""Where one person stood on one day: certainly, possibly, and by convention.

The bounds are exact. A placement puts every report on one day of its interval; reports of one day follow `order`.
On a day the person is what the last report up to it leaves, at the end of that day; where the next finds otherwise,
or where there is none before and the next finds the person in, an unseen change lies between and both are possible.
Possibly in: some placement allows it. Certainly in: none allows anything else. The work grows with the number of
reports at most as its cube, and not at all with the length of their intervals.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.claims.act import ACTS, Act, ActRow, CustodyState, Side

ALL_STATES = frozenset(CustodyState)

_BEFORE_ALL_DAYS = date.min.toordinal() - 1
_AFTER_ALL_DAYS = date.max.toordinal() + 2  # beyond the day after the last one, so that an open end can follow any day


@dataclass(frozen=True, slots=True)
class Report:
    """One claim of one act of one person: it happened on some day from `earliest` to `latest`, both included.

    None is an open end. `order` says which of two reports on one day came first (on a tie, the one given first).
    Raises ValueError where the earliest day is after the latest.
    """

    claim: str
    order: int
    act: Act
    earliest: date | None
    latest: date | None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"claim {self.claim}: its earliest day {self.earliest} is after its latest {self.latest}")


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a person counts as in custody on a day: certainly implies best, best implies possibly.

    `claims` are those that can be the last up to the day or the next after it, in the order of their days; leaving
    all others out changes nothing.
    """

    certainly: bool
    possibly: bool
    best: bool
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Dated:
    """A report that says something, its interval in day numbers; `rank` is its place among those of one day."""

    claim: str
    row: ActRow
    rank: int
    first: int
    last: int

    @property
    def best_day(self) -> int:
        """The latest day; without one, the earliest, since what is said to have happened is not put off for ever."""
        if self.last < _AFTER_ALL_DAYS or self.first == _BEFORE_ALL_DAYS:
            return self.last
        return self.first


def standing_on(reports: Sequence[Report], day: date, counted: frozenset[CustodyState] = ALL_STATES) -> Standing:
    """Where the person of these reports stood at the end of `day`, as far as the states in `counted` go.

    Whoever is in custody in a state that is not counted is, for this question, not in. What the next report finds is
    compared with the side it was left on (in, free) all the same: a release from confinement at home does not make
    it possible that the person was in prison. `unknown` is a state like the others where it is counted; where it is
    not, the person may be in any state that is: possibly in, not certainly, not in best. An unseen entry leads into
    `unknown`.
    Best puts each report on its latest day (where that is open on its earliest, where both are open beyond every day)
    and an unseen change on its latest day, that of the next report: so it is what the last report up to `day` leaves.
    That is one of the placements, hence within the bounds.
    """
    acts = _telling(reports)
    neighbours = list(_neighbours(acts, day.toordinal()))
    outcomes = frozenset[bool]().union(*(_outcomes(last, following, counted) for last, following in neighbours))
    beside = {act.rank: act for pair in neighbours for act in pair if act is not None}
    return Standing(
        certainly=False not in outcomes,
        possibly=True in outcomes,
        best=_best(acts, day.toordinal(), counted),
        claims=tuple(dict.fromkeys(act.claim for act in sorted(beside.values(), key=_by_best_day))),
    )


def _telling(reports: Sequence[Report]) -> list[_Dated]:
    """The reports that leave the person somewhere, in the order of one day; the others neither open nor close."""
    telling = (report for report in reports if ACTS[report.act].leaves is not Side.nothing)
    return [
        _Dated(
            claim=report.claim,
            row=ACTS[report.act],
            rank=rank,
            first=report.earliest.toordinal() if report.earliest else _BEFORE_ALL_DAYS,
            last=report.latest.toordinal() if report.latest else _AFTER_ALL_DAYS,
        )
        for rank, report in enumerate(sorted(telling, key=lambda report: report.order))
    ]


def _neighbours(acts: Sequence[_Dated], day: int) -> Iterator[tuple[_Dated | None, _Dated | None]]:
    """Each pair (last up to the day, next after it) that some placement allows; None where there is none.

    The last is put as late as it goes and the next as early: that leaves the others the most room, so if one of them
    fits neither before the last nor after the next, it fits in no placement of this pair.
    """
    everyone = frozenset(act.rank for act in acts)
    befores = [(act, _before(act, acts, day)) for act in acts if act.first <= day]
    afters = [(act, _after(act, acts, day)) for act in acts if act.last > day]
    nobody: tuple[None, frozenset[int]] = (None, frozenset())
    for last, before in [nobody, *befores]:
        for following, after in [nobody, *afters]:
            if before | after == everyone and (last is None or last is not following):
                yield last, following


def _before(last: _Dated, acts: Sequence[_Dated], day: int) -> frozenset[int]:
    """Who can stand no later than `last` put as late as it goes up to the day, itself included."""
    place = (min(last.last, day), last.rank)
    return frozenset(act.rank for act in acts if (act.first, act.rank) <= place)


def _after(following: _Dated, acts: Sequence[_Dated], day: int) -> frozenset[int]:
    """Who can stand no earlier than `following` put as early as it goes after the day, itself included."""
    place = (max(following.first, day + 1), following.rank)
    return frozenset(act.rank for act in acts if (act.last, act.rank) >= place)


def _outcomes(last: _Dated | None, following: _Dated | None, counted: frozenset[CustodyState]) -> frozenset[bool]:
    """Whether the person may count (True), may not (False), or both, between these two."""
    left = last.row.leaves if last else Side.free
    outcomes = _counts(last.row.state if last else None, counted)
    found = following.row.finds if following else Side.nothing
    if found in (Side.nothing, left):
        return outcomes
    return outcomes | _counts(CustodyState.unknown if found is Side.in_ else None, counted)


def _counts(state: CustodyState | None, counted: frozenset[CustodyState]) -> frozenset[bool]:
    if state is CustodyState.unknown and state not in counted and counted:
        return frozenset({True, False})
    return frozenset({state in counted})


def _best(acts: Sequence[_Dated], day: int, counted: frozenset[CustodyState]) -> bool:
    last = max((act for act in acts if act.best_day <= day), key=_by_best_day, default=None)
    return last is not None and last.row.state in counted


def _by_best_day(act: _Dated) -> tuple[int, int]:
    return act.best_day, act.rank
