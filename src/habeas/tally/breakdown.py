"""One count in cells: by the custody state people are in, by properties that claims say of them, or by several at once.

Best puts each counted person into exactly one cell, so best adds up to the count's. Low and high are each cell's own
bounds: who is certainly counted and may be in either of two cells is in neither's low and in both's high. A group's
remainder is in the cells of what is said of its act.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from habeas.claims.act import CustodyState
from habeas.custody.report import Account
from habeas.custody.standing import states_of_day, states_on
from habeas.tally.count import Counted, count
from habeas.tally.filters import said
from habeas.tally.rule import Rule
from habeas.tally.unnamed import CountedGroup

STATE = "state"


Value = tuple[str | None, ...]
SaidOfActs = Mapping[str, Mapping[str, str]]  # by the claim of a group's act: each property that is said, its value


@dataclass(frozen=True, slots=True)
class Cell:
    """How many of the count have these values, one of each property; None: nothing is said, so they may have any."""

    values: Value
    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class _Values:
    """What may be the value of one counted person or group, and what best takes; None: nothing is said."""

    possible: frozenset[str | None]
    best: str | None


_UNSAID = _Values(frozenset({None}), None)
_Counted = Counted | CountedGroup


def breakdown(
    people: Mapping[str, Account],
    rule: Rule,
    day: date,
    by: Sequence[str],
    groups: Iterable[CountedGroup] = (),
    said_of: SaidOfActs | None = None,
) -> tuple[Cell, ...]:
    """Whom the rule counts, people and what remains of `groups`, by each of `by`: "state", or a property.

    Cells in which nobody possibly is are left out; states come in the order of the codebook, other values in that of
    the alphabet, what nothing is said of last. A property's value is that of `tally.filters`: where claims differ both
    are possible and best takes the one entered last. A group has what `said_of` has of the claims of its act. Raises
    ValueError for the states of a flow.
    """
    if STATE in by and rule.quantity != "stock":
        raise ValueError(f"rule {rule.name}: an {rule.quantity} is broken down by a property, not by state")
    named = (
        (one, [_of_person(one, people, rule, day, what) for what in by]) for one in count(people, rule, day).people
    )
    unnamed = ((one, [_of_group(one, said_of or {}, what) for what in by]) for one in groups)
    return _cells([*named, *unnamed])


def _cells(valued: Iterable[tuple[_Counted, Sequence[_Values]]]) -> tuple[Cell, ...]:
    low, best, high = (defaultdict[Value, int](int) for _ in range(3))
    for one, values in valued:
        best[tuple(each.best for each in values)] += one.best
        possible = list(product(*(each.possible for each in values)))
        for value in possible:
            low[value] += one.low if len(possible) == 1 else 0
            high[value] += one.high
    return tuple(_sorted(low, best, high))


def _sorted(low: Mapping[Value, int], best: Mapping[Value, int], high: Mapping[Value, int]) -> Iterator[Cell]:
    """The cells in order; where a group's member is counted apart only possibly more of it is in low than in high."""
    for value in sorted(high, key=lambda one: [_place(each) for each in one]):
        some = low.get(value, 0), best.get(value, 0), high[value]
        if any(some):
            yield Cell(value, min(some), best.get(value, 0), max(some))


def _of_person(one: Counted, people: Mapping[str, Account], rule: Rule, day: date, by: str) -> _Values:
    account = people[one.person]
    return _states(account, rule, day, one) if by == STATE else _property(account, by)


def _of_group(one: CountedGroup, said_of: SaidOfActs, by: str) -> _Values:
    values = [said_of[claim][by] for claim in one.claims if by in said_of.get(claim, {})]
    return _Values(frozenset(values), values[-1]) if values else _UNSAID


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
