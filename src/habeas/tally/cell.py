"""What may be so of somebody in one piece of time: a cell. People are added up by cell, and only then is a rule asked.

A cell has the outcomes that are possible and the one by convention (`custody.whereabouts`), whether the claims left
more alternatives than were gone through, and what is said of the person by property. So one sum serves every rule that
counts other states or filters by other properties, and every way to divide the figure: low counts the cells in which
everything possible is counted, high those in which something is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.custody.whereabouts import NOT_RECOGNISED, PLACE, STATES, counted
from habeas.tally.lately import Lately
from habeas.tally.rule import Rule
from habeas.tally.table import Profile

Counts = npt.NDArray[np.int64]
Thrice = tuple[int, int, int]  # certainly, by convention, possibly
Value = tuple[str | None, ...]
STATE = "state"
QUESTIONS = 32  # what is worked out of cells is held for so many
SAID_NOTHING = None
_OUTCOMES, _BEST, _ENTANGLED, _PROFILE = 0, 14, 18, 19
CAN_COUNT = (1 << NOT_RECOGNISED - 1) - 1  # in custody and recognised, or nobody asked by whom


class Cell(NamedTuple):
    """One cell: bits of possible outcomes, best's outcome, and the number of a profile."""

    possible: int
    best: int
    entangled: bool
    profile: int


def code(possible: int, best: int, entangled: bool, profile: int) -> int:
    """A cell as one whole number."""
    return possible << _OUTCOMES | best << _BEST | entangled << _ENTANGLED | profile << _PROFILE


def cell_of(number: int) -> Cell:
    """The cell of a number that `code` made."""
    return Cell(number & (1 << _BEST) - 1, number >> _BEST & 15, bool(number >> _ENTANGLED & 1), number >> _PROFILE)


class Weights(NamedTuple):
    """By cell: whether a rule counts the people in it certainly, by convention, possibly (1 or 0)."""

    low: Counts
    best: Counts
    high: Counts


class Division(NamedTuple):
    """The values by which a figure is divided, with a row for each: which cells it counts, and how."""

    values: tuple[Value, ...]
    low: Counts
    best: Counts
    high: Counts


@dataclass(frozen=True, eq=False)
class Cells:
    """The cells that occur, by number, and the profiles that they name.

    `before` are those of which these are a wider numbering: they come first, with the numbers that they had. `lately`
    has what was worked out of them for the questions asked last.
    """

    codes: tuple[int, ...]
    profiles: tuple[Profile, ...]
    before: "Cells | None" = None
    lately: Lately = field(default_factory=lambda: Lately(QUESTIONS), repr=False)

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Each cell, by number."""
        known = self.before.cells if self.before else ()
        return (*known, *map(cell_of, self.codes[len(known) :]))

    @cached_property
    def entangled(self) -> npt.NDArray[np.bool_]:
        """Of each cell whether the people in it have more alternatives than were gone through, by number."""
        return np.array([cell.entangled for cell in self.cells], dtype=np.bool_)

    @cached_property
    def number(self) -> Mapping[int, int]:
        """The number of each cell, by code."""
        return {one: place for place, one in enumerate(self.codes)}

    @cached_property
    def profile_number(self) -> Mapping[Profile, int]:
        """The number of each profile."""
        return {one: place for place, one in enumerate(self.profiles)}

    def weights(self, rule: Rule, since: int = 0) -> Weights:
        """How a rule counts the people of each cell, from the one with the number `since` on."""
        of_state, of_profile = cache(partial(_of_state, rule)), cache(partial(self._of_profile, rule))
        pairs = ((of_state(*cell[:3]), of_profile(cell.profile)) for cell in self.cells[since:])
        every = [(one[0] & other[0], one[1] & other[1], one[2] & other[2]) for one, other in pairs]
        low, best, high = (np.array([one[end] for one in every], dtype=np.int64) for end in range(3))
        return Weights(low, best, high)

    def divided(self, rule: Rule, by: Sequence[str], since: int = 0) -> Division:
        """How a rule counts the people of each cell, in each value of `by` (a state, a property); several together.

        Best puts the people of a cell into one value. Low counts those who can have no other, high all who can have it.
        Of the cells from the one with the number `since` on there is a column each.
        """
        weights, cells = self.weights(rule, since), self.cells[since:]
        low, best, high = (column.tolist() for column in weights)
        values_of = [self._values_of(rule, name) for name in by]
        counted_here = [number for number in range(len(cells)) if high[number]]
        each = [[values(cells[number], best[number]) for values in values_of] for number in counted_here]
        possible = [_together([some for some, _ in one]) for one in each]
        by_best = [tuple(value for _, value in one) for one in each]
        met = {value for some in possible for value in some} | {*by_best}
        met |= set() if by else {()}  # not divided, the whole is one value, though nobody is counted
        values = in_order(met, by)
        row = {value: number for number, value in enumerate(values)}
        shape = (len(values), len(cells))
        found = Division(values, *(np.zeros(shape, dtype=np.int64) for _ in range(3)))
        for number, some, one in zip(counted_here, possible, by_best, strict=True):
            found.best[row[one], number] = best[number]
            for value in some:
                found.high[row[value], number] = high[number]
                found.low[row[value], number] = low[number] * (len(some) == 1)
        return found

    def _of_profile(self, rule: Rule, profile: int) -> Thrice:
        """Whether a rule counts people of a profile certainly, by convention, possibly, wherever they are."""
        low = best = high = 1
        said = {name: (values, last) for name, values, last in self.profiles[profile]}
        for name, value in rule.where:
            values, last = said.get(name, ((), None))
            low &= values == (value,)
            best &= last == value
            high &= not values or value in values
        return low, best, high

    def _values_of(self, rule: Rule, name: str) -> Callable[[Cell, int], tuple[frozenset[str | None], str | None]]:
        """What the people of a cell may have, and what they have by best; what cells have alike is worked out once.

        It is asked with the cell, and with whether best counts it.
        """
        if name == STATE:
            states = cache(partial(_states, rule))
            return lambda cell, counts: states(*cell[:2], counts)
        said = cache(partial(self._said, name))
        return lambda cell, _: said(cell.profile)

    def _said(self, name: str, profile: int) -> tuple[frozenset[str | None], str | None]:
        found = {one: (frozenset[str | None](values), last) for one, values, last in self.profiles[profile]}
        values, last = found.get(name, (frozenset[str | None](), SAID_NOTHING))
        return values or frozenset({SAID_NOTHING}), last


def in_order(values: Iterable[Value], by: Sequence[str]) -> tuple[Value, ...]:
    """The values by which a figure is divided, each once, in the order in which they are shown."""
    return tuple(sorted({*values}, key=lambda value: [_place(name, one) for name, one in zip(by, value, strict=True)]))


def _of_state(rule: Rule, possible: int, best: int, entangled: bool) -> Thrice:
    """Whether a rule counts people of whom so much is possible certainly, by convention, possibly."""
    low, by_best, high = counted(possible, best, rule.population.states)
    return int(low and not entangled), int(by_best), int(high or entangled)


def _states(rule: Rule, possible: int, best: int, counts: int) -> tuple[frozenset[str | None], str | None]:
    """The states in which people may be, as the rule shows them, and the one by best."""
    by_best = None if (state := STATES[best % NOT_RECOGNISED]) is None else _shown(state.value, rule)
    states = [state for place, state in enumerate(STATES) if possible >> place & 1 and state is not None]
    shown = {_shown(state.value, rule) for state in states} & {None, *(one.value for one in rule.population.states)}
    also = {by_best} if counts and by_best is not None else set[str | None]()
    return frozenset(shown | also) or frozenset({SAID_NOTHING}), by_best


def _shown(state: str, rule: Rule) -> str | None:
    """The value of a state: a person held without its being said how may be in any state that is counted."""
    unknown = STATES[PLACE_UNKNOWN]
    unsaid = unknown is not None and state == unknown.value and unknown not in rule.population.states
    return None if unsaid else state


def _together(each: Sequence[frozenset[str | None]]) -> list[tuple[str | None, ...]]:
    found: list[tuple[str | None, ...]] = [()]
    for values in each:
        found = [(*some, value) for some in found for value in values]
    return found


def _place(name: str, value: str | None) -> tuple[bool, int, str]:
    """States in the order of the codebook, other values in that of the alphabet, what nothing is said of last."""
    return value is None, ORDER.get(value, 0) if name == STATE and value else 0, value or ""


ORDER = {state.value: place for place, state in enumerate(one for one in STATES if one is not None)}
PLACE_UNKNOWN = next(place for state, place in PLACE.items() if state is not None and state.value == "unknown")
