"""What is taken and what is still free in a drawing, so that no label stands on another or leaves the picture."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from habeas.charts.type import face, width

_COLUMN = 32
_PIECE = 6
Spot = tuple[float, float]


class Box(NamedTuple):
    """A rectangle in px, x in reading direction, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two have a point in common that is not on an edge."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)

    def within(self, other: "Box") -> bool:
        """Whether this one lies inside the other, edges included."""
        across = other.left <= self.left and self.right <= other.right
        return across and other.top <= self.top and self.bottom <= other.bottom

    def wider(self, by: float, *, higher: float = 0) -> "Box":
        """The same with a margin of `by` px to the left and right, and one of `higher` px above and below."""
        return Box(self.left - by, self.top - higher, self.right + by, self.bottom + higher)


def around(x: float, y: float, reach: float) -> Box:
    """The square that reaches `reach` px from the spot to each side."""
    return Box(x - reach, y - reach, x + reach, y + reach)


def of_words(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> Box:
    """The room of words that start, have their middle, or end at x, on the baseline y."""
    long = width(words, kind)
    size = face(kind).size
    left = x - {"start": 0.0, "middle": long / 2, "end": long}[anchor]
    return Box(left, y - 0.8 * size, left + long, y + 0.25 * size)


class Taken:
    """The boxes that are taken inside `whole`. Finding out costs by the width of what is asked, not by their number."""

    def __init__(self, whole: Box) -> None:
        self.whole = whole
        self._columns: defaultdict[int, list[Box]] = defaultdict(list)
        self._paths: list[tuple[list[float], Sequence[Spot], float]] = []

    @property
    def any(self) -> bool:
        """Whether anything is taken."""
        return bool(self._columns or self._paths)

    def take(self, *boxes: Box) -> None:
        """From now on these are taken."""
        for box in boxes:
            for column in _columns(box):
                self._columns[column].append(box)

    def take_path(self, spots: Sequence[Spot], thick: float = 2) -> None:
        """From now on a line through the spots, which go from left to right, `thick` px to each side, is taken."""
        self._paths.append(([x for x, _ in spots], spots, thick))

    def is_free(self, box: Box) -> bool:
        """Whether the box lies in the whole and meets nothing that is taken."""
        return box.within(self.whole) and not any(box.meets(other) for other in self._near(box))

    def _near(self, box: Box) -> Iterator[Box]:
        for column in _columns(box):
            yield from self._columns.get(column, ())
        for xs, spots, thick in self._paths:
            first, last = bisect_left(xs, box.left - thick) - 1, bisect_right(xs, box.right + thick)
            yield from _pieces(spots[max(first, 0) : last + 1], thick)


def _columns(box: Box) -> range:
    return range(int(box.left // _COLUMN), int(box.right // _COLUMN) + 1)


def _pieces(spots: Sequence[Spot], thick: float) -> Iterator[Box]:
    """Boxes that cover a line; of a slope small ones, since one alone would claim the whole triangle under it."""
    for (x, y), (to_x, to_y) in pairwise(spots):
        across, down, steps = to_x - x, to_y - y, 1
        if across and down:
            steps = max(1, round(max(abs(across), abs(down)) / _PIECE))
            across, down = across / steps, down / steps
        left, top = (x if across > 0 else x + across) - thick, (y if down > 0 else y + down) - thick
        wide, high = abs(across) + 2 * thick, abs(down) + 2 * thick
        yield Box(left, top, left + wide, top + high)
        for step in range(1, steps):
            one, other = left + across * step, top + down * step
            yield Box(one, other, one + wide, other + high)
