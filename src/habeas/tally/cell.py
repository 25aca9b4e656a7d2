"""What may be so of somebody in one piece of time: a cell. People are added up by cell, and only then is a rule asked.

A cell has the outcomes that are possible and the one by convention (`custody.whereabouts`), whether the claims left
more alternatives than were gone through, and what is said of the person by property. So one sum serves every rule that
counts other states or filters by other properties, and every way to divide the figure: low counts the cells in which
everything possible is counted, high those in which something is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.custody.whereabouts import NOT_RECOGNISED, PLACE, STATES, counted
from habeas.tally.lately import Lately
from habeas.tally.rule import Rule
from habeas.tally.table import Profile

Counts = npt.NDArray[np.int64]
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
    def number(self) -> Mapping[int, int]:
        """The number of each cell, by code."""
        return {one: place for place, one in enumerate(self.codes)}

    @cached_property
    def profile_number(self) -> Mapping[Profile, int]:
        """The number of each profile."""
        return {one: place for place, one in enumerate(self.profiles)}

    def weights(self, rule: Rule, since: int = 0) -> Weights:
        """How a rule counts the people of each cell, from the one with the number `since` on."""
        every = [self._weight(cell, rule) for cell in self.cells[since:]]
        low, best, high = (np.array([one[end] for one in every], dtype=np.int64) for end in range(3))
        return Weights(low, best, high)

    def divided(self, rule: Rule, by: Sequence[str], since: int = 0) -> Division:
        """How a rule counts the people of each cell, in each value of `by` (a state, a property); several together.

        Best puts the people of a cell into one value. Low counts those who can have no other, high all who can have it.
        Of the cells from the one with the number `since` on there is a column each.
        """
        weights, cells = self.weights(rule, since), self.cells[since:]
        possible = [_together([self._values(cell, rule, name) for name in by]) for cell in cells]
        best = [tuple(self._best_value(cell, rule, name) for name in by) for cell in cells]
        counted_here = [number for number in range(len(cells)) if weights.high[number]]
        met = {value for number in counted_here for value in (*possible[number], best[number])}
        met |= set() if by else {()}  # not divided, the whole is one value, though nobody is counted
        values = in_order(met, by)
        row = {value: number for number, value in enumerate(values)}
        shape = (len(values), len(cells))
        found = Division(values, *(np.zeros(shape, dtype=np.int64) for _ in range(3)))
        for number in counted_here:
            found.best[row[best[number]], number] = weights.best[number]
            for value in possible[number]:
                found.high[row[value], number] = weights.high[number]
                found.low[row[value], number] = weights.low[number] * (len(possible[number]) == 1)
        return found

    def _weight(self, cell: Cell, rule: Rule) -> tuple[int, int, int]:
        low, best, high = counted(cell.possible, cell.best, rule.population.states)
        if cell.entangled:
            low, high = False, True
        said = {name: (values, last) for name, values, last in self.profiles[cell.profile]}
        for name, value in rule.where:
            values, last = said.get(name, ((), None))
            low &= values == (value,)
            best &= last == value
            high &= not values or value in values
        return int(low), int(best), int(high)

    def _values(self, cell: Cell, rule: Rule, name: str) -> frozenset[str | None]:
        if name != STATE:
            said = {one: values for one, values, _ in self.profiles[cell.profile]}
            return frozenset[str | None](said.get(name, ())) or frozenset({SAID_NOTHING})
        states = [state for place, state in enumerate(STATES) if cell.possible >> place & 1 and state is not None]
        shown = {_shown(state.value, rule) for state in states} & {None, *(one.value for one in rule.population.states)}
        best = self._best_value(cell, rule, STATE) if self._weight(cell, rule)[1] else None
        return frozenset(shown | {best} if best is not None else shown) or frozenset({SAID_NOTHING})

    def _best_value(self, cell: Cell, rule: Rule, name: str) -> str | None:
        if name != STATE:
            return next((last for one, _, last in self.profiles[cell.profile] if one == name), SAID_NOTHING)
        state = STATES[cell.best % NOT_RECOGNISED]
        return None if state is None else _shown(state.value, rule)


def in_order(values: Iterable[Value], by: Sequence[str]) -> tuple[Value, ...]:
    """The values by which a figure is divided, each once, in the order in which they are shown."""
    return tuple(sorted({*values}, key=lambda value: [_place(name, one) for name, one in zip(by, value, strict=True)]))


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
