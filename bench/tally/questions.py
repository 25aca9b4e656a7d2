"""What is asked, drawn from a seed, and when an answer of a peer's is ours.

From raw claims a peer gives best by cell; from rectangles it gives sums by our cells, and low, best and high follow.
"""

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from habeas.tally.stock import Shares, divided

from .columns import CELLS, Given, place_of
from .generate import FIRST_DAY, LAST_DAY, SEED
from .ours import BY, RULE, Ours
from .peer import RAW
from .side import Asked

Counts = npt.NDArray[np.int64]
ASKED = 9


def days(seed: int = SEED) -> list[tuple[int, int]]:
    """Days of the last twenty years, each as known on some day from then until now."""
    chance = np.random.default_rng(seed)
    asked = chance.integers(FIRST_DAY + 3650, LAST_DAY, ASKED)
    return [(int(day), int(chance.integers(day, LAST_DAY + 1))) for day in asked]


def every_task(ours: Ours, given: Given) -> Mapping[str, Asked]:
    """The tasks, by name."""
    return {"stock": _stock(ours, given)}


def _stock(ours: Ours, given: Given) -> Asked:
    def equal(source: str, theirs: Counts, mine: Shares) -> bool:
        bounds = np.zeros((3, CELLS), dtype=np.int64)
        for share in mine:
            bounds[:, place_of(share.values)] = share.bounds
        found: Any = theirs[None] if source == RAW else np.stack([of @ theirs for of in given[-3:]])
        return bool(np.array_equal(bounds[1:2] if source == RAW else bounds, found))

    return Asked(days(), lambda day, known: divided(ours.book, RULE, BY, day, known), equal)
