"""The cells of moves: from which outcome to which somebody goes, what is said of them, and what a rule makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.custody.whereabouts import NOT_RECOGNISED, STATES
from habeas.tally.lately import Lately
from habeas.tally.rule import Rule
from habeas.tally.table import Profile

Counts = npt.NDArray[np.int64]
RULES = 16  # what is worked out of cells is held for so many


class MoveCell(NamedTuple):
    """What a move goes from and to, with the profile of who moves; `sure`: it was seen, its day known to the month."""

    before: int
    after: int
    sure: bool
    profile: int


def move_code(before: int, after: int, sure: bool, profile: int) -> int:
    """The cell of a move as one whole number."""
    return before | after << 4 | sure << 8 | profile << 9


def move_cell(number: int) -> MoveCell:
    """The cell of a number that `move_code` made."""
    return MoveCell(number & 15, number >> 4 & 15, bool(number >> 8 & 1), number >> 9)


class MoveWeights(NamedTuple):
    """By cell: whether a move into, or out of, what a rule counts; and which of these are sure (1 or 0)."""

    entered: Counts
    left: Counts
    sure: Counts


@dataclass(frozen=True, eq=False)
class MoveCells:
    """The cells of moves that occur, by number, and the profiles that they name; and what was worked out of them."""

    codes: tuple[int, ...]
    profiles: tuple[Profile, ...]
    lately: Lately = field(default_factory=lambda: Lately(RULES), repr=False)

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def cells(self) -> tuple[MoveCell, ...]:
        """Each cell, by number."""
        return tuple(map(move_cell, self.codes))

    @cached_property
    def number(self) -> Mapping[int, int]:
        """The number of each cell, by code."""
        return {one: place for place, one in enumerate(self.codes)}

    @cached_property
    def profile_number(self) -> Mapping[Profile, int]:
        """The number of each profile."""
        return {one: place for place, one in enumerate(self.profiles)}

    def weights(self, rule: Rule) -> MoveWeights:
        """How a rule counts the moves of each cell, by best."""
        fits = [self._fits(profile, rule) for profile in self.profiles]
        counts = [fits[one.profile] and _counted(one.after, rule) - _counted(one.before, rule) for one in self.cells]
        turn = np.array(counts, dtype=np.int64)
        sure = np.array([one.sure for one in self.cells], dtype=np.int64)
        return MoveWeights((turn > 0).astype(np.int64), (turn < 0).astype(np.int64), sure)

    def _fits(self, profile: Profile, rule: Rule) -> bool:
        said = {name: last for name, _, last in profile}
        return all(said.get(name) == value for name, value in rule.where)


def _counted(outcome: int, rule: Rule) -> int:
    return int(outcome < NOT_RECOGNISED and STATES[outcome] in rule.population.states)
