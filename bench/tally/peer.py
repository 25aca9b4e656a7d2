"""What a peer is: a library with its data ready, the tasks that it can do, and why it does not do the others."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from .columns import CELLS

Counts = npt.NDArray[np.int64]
RAW, GIVEN = "raw claims", "our rectangles"


@dataclass(frozen=True)
class Peer:
    """A peer over raw claims or over our rectangles; `tasks` by name, `unfit` says of others why they are not done."""

    name: str
    source: str
    tasks: Mapping[str, Callable[..., Any]]
    unfit: Mapping[str, str] = field(default_factory=dict)
    close: Callable[[], object] = lambda: None

    @property
    def title(self) -> str:
        """The peer and what it was given."""
        return f"{self.name}, {self.source}"


def spread(cells: Any, counts: Any, size: int = CELLS) -> Counts:
    """Counts by cell as an array of so many cells."""
    found = np.zeros(size, dtype=np.int64)
    found[np.asarray(cells, dtype=np.int64)] = counts
    return found
