"""One count in cells: by the custody state people are in, or by a property that claims say of them.

Best puts each counted person into exactly one cell, so best adds up to the count's. Low and high are each cell's own
bounds: who is certainly counted and may be in either of two cells is in neither's low and in both's high.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from habeas.claims.act import CustodyState
from habeas.custody.report import Account
from habeas.custody.standing import states_of_day, states_on
from habeas.tally.count import Counted, count
from habeas.tally.filters import said
from habeas.tally.rule import Rule

STATE = "state"


@dataclass(frozen=True, slots=True)
class Cell:
    """How many of the count have this value; `value` None: nothing is said, so they may have any."""

    value: str | None
    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class _Values:
    """What may be the value of one counted person, and what best takes; None: nothing is said."""

    possible: frozenset[str | None]
    best: str | None


def breakdown(people: Mapping[str, Account], rule: Rule, day: date, by: str) -> tuple[Cell, ...]:
    """The people whom the rule counts, by custody state (`by` is "state") or by a property; groups have no cell.

    Cells in which nobody possibly is are left out; states come in the order of the codebook, other values in that of
    the alphabet, what nothing is said of last. A property's value is that of `tally.filters`: where claims differ both
    are possible and best takes the one entered last. Raises ValueError for the states of a flow.
    """
    if by == STATE and rule.quantity != "stock":
        raise ValueError(f"rule {rule.name}: an {rule.quantity} is broken down by a property, not by state")
    counted = count(people, rule, day).people
    if by == STATE:
        return _cells((one, _states(people[one.person], rule, day, one)) for one in counted)
    return _cells((one, _property(people[one.person], by)) for one in counted)


def _cells(valued: Iterable[tuple[Counted, _Values]]) -> tuple[Cell, ...]:
    low: dict[str | None, int] = defaultdict(int)
    best: dict[str | None, int] = defaultdict(int)
    high: dict[str | None, int] = defaultdict(int)
    for one, values in valued:
        best[values.best] += one.best
        for value in values.possible:
            low[value] += one.low if len(values.possible) == 1 else 0
            high[value] += one.high
    return tuple(Cell(value, low[value], best[value], high[value]) for value in sorted(high, key=_place))


def _property(account: Account, by: str) -> _Values:
    values = [value for value, _ in said(account, by)]
    return _Values(frozenset[str | None](values) or frozenset({None}), values[-1] if values else None)


def _states(account: Account, rule: Rule, day: date, one: Counted) -> _Values:
    """The counted states in which the person may be; None, where in custody in a state of which nothing is said.

    Who left on a day that the rule counts is in the state of the day before, or in one of that day itself.
    """
    states = states_on(account, day)
    if rule.population.leaving_day:
        states = states_of_day(account, day, rule.population.states)
    possible = frozenset(_value(state, rule) for state in states.possible if state is not None) & _shown(rule)
    best = _value(states.best, rule)
    return _Values(possible | {best} if one.best else possible or frozenset({None}), best)


def _shown(rule: Rule) -> frozenset[str | None]:
    return frozenset({None, *(state.value for state in rule.population.states)})


def _value(state: CustodyState | None, rule: Rule) -> str | None:
    """The cell of a state: a person held without its being said how may be in any state that is counted."""
    unsaid = state is None or (state is CustodyState.unknown and state not in rule.population.states)
    return None if unsaid or state is None else state.value


def _place(value: str | None) -> tuple[bool, int, str]:
    order = [state.value for state in CustodyState]
    return value is None, order.index(value) if value in order else 0, value or ""
