"""Long columns, worked on a block at a time: what is made on the way stays in the processor's cache.

Of ten million rows it takes longer to get the memory for five columns that are read once than to do the work.
"""

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.integer]
BLOCK = 1 << 15  # rows


def blocks(column: Numbers) -> Iterator[npt.NDArray[Any]]:
    """The column in pieces, which are its own memory."""
    return (column[start : start + BLOCK] for start in range(0, len(column), BLOCK))


def worked(column: Numbers, kind: type[np.integer], work: Callable[[Numbers], Any]) -> Numbers:
    """What `work` makes of the column, row by row, as numbers of a kind that it fits in."""
    found = np.empty(len(column), dtype=kind)
    for some, made in zip(blocks(column), blocks(found), strict=True):
        made[:] = work(some)
    return found


def still(column: Numbers) -> Numbers:
    """The column, which can no longer be written to: as one that is mapped from a file, so loops that are compiled for
    the one serve the other.
    """
    column.flags.writeable = False
    return column


class Growing:
    """A column that is written from its beginning on. Room that is not written to takes no memory."""

    def __init__(self, kind: type[np.integer], room: int) -> None:
        self._column, self._size = np.empty(room, dtype=kind), 0

    def add(self, values: Numbers) -> None:
        """Write these after those before."""
        size = self._size + len(values)
        if size > len(self._column):
            longer = np.empty(2 * size, dtype=self._column.dtype)
            longer[: self._size] = self.whole
            self._column = longer
        self._column[self._size : size] = values
        self._size = size

    @property
    def whole(self) -> npt.NDArray[Any]:
        """All that was written."""
        return self._column[: self._size]
