"""Where a label stands: beside the mark it names, on nothing else, and across as few lines as can be.

Labels are placed one after the other, and what finds no room is left out: it is in the table under the chart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.charts.room import Box, Spot, Taken, of_words
from habeas.charts.type import face

_GAP = 5.0
_NEIGHBOUR = 3.0
_OVER = 1.0
_BESIDE_RULE = 4.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Words with their place: x and the baseline y, and which end of the words stands there."""

    words: str
    kind: str
    x: float
    y: float
    anchor: str

    @property
    def box(self) -> Box:
        """The room the words take."""
        return of_words(self.x, self.y, self.words, self.kind, self.anchor)


def place(words: str, kind: str, spot: Spot, reach: float, taken: Taken, rules: Sequence[float] = ()) -> Placed | None:
    """A label of the mark that reaches `reach` px around the spot; None where nothing is free. Its room is then taken.

    `rules` are the x of lines that cross the whole drawing: a place that crosses fewer of them is better.
    """
    free = [one for one in _places(words, kind, *spot, reach) if taken.is_free(one.box.wider(_NEIGHBOUR, higher=_OVER))]
    best = min(free, key=lambda one: _crossed(one.box, rules), default=None)
    if best:
        taken.take(best.box)
    return best


def _places(words: str, kind: str, x: float, y: float, reach: float) -> Iterator[Placed]:
    """Where words can stand, the best first. A number is never level with its mark: a disc is the Persian zero."""
    size = face(kind).size
    above, below = y - reach - _GAP, y + reach + _GAP + 0.75 * size
    level = above if reach and words[:1].isdigit() else y + 0.35 * size
    beside = reach + _GAP
    yield Placed(words, kind, x + beside, level, "start")
    for baseline in (above, below):
        yield Placed(words, kind, x, baseline, "middle")
        yield Placed(words, kind, x + reach, baseline, "start")
        yield Placed(words, kind, x - reach, baseline, "end")
    yield Placed(words, kind, x - beside, level, "end")
    for baseline in (above - size, below + size):
        yield Placed(words, kind, x, baseline, "middle")


def _crossed(box: Box, rules: Iterable[float]) -> int:
    return sum(box.left - 2 < rule < box.right + 2 for rule in rules)


def in_runs(numbers: Iterable[int]) -> str:
    """Numbers as they stand together, each once, runs of them as "3–5"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


@dataclass(frozen=True, slots=True)
class Flag:
    """Words over one rule or several that stand together, in a row counted from the top."""

    xs: tuple[float, ...]
    words: str
    row: int = 0
    anchor: str = "middle"

    @property
    def x(self) -> float:
        """Where the words stand by their anchor: beside their rules, or over the middle of them."""
        first, last = min(self.xs), max(self.xs)
        beside = {"start": last + _BESIDE_RULE, "end": first - _BESIDE_RULE}
        return beside.get(self.anchor, (first + last) / 2)


_Placed = tuple[Flag, tuple[float, float]]  # with the x from which its words stand, and that to which


def staggered(
    named: Iterable[tuple[tuple[float, ...], str]], kind: str, room: tuple[float, float], anchors: Sequence[str]
) -> list[Flag]:
    """Words over their rules, a flag for each in the same order, in as few rows as are found going along.

    `named`: the x of the rules and the words over them, in the order of x. No two words overlap and no rule runs
    through the words of a row below its own, as far as they fit in `room` (from x, to x). `anchors`: how words may
    stand on their rules, the preferred way first.
    """
    flags: list[_Placed] = []
    for xs, words in named:
        row = 0
        while not (flag := _placed(flags, Flag(xs, words, row), kind, room, anchors)):
            row += 1
        flags.append(flag)
    return [flag for flag, _ in flags]


def _placed(
    flags: Sequence[_Placed], flag: Flag, kind: str, room: tuple[float, float], anchors: Sequence[str]
) -> _Placed | None:
    """The flag by the first anchor that stands in its row, if any; in a row of its own the first that stays inside."""
    own_row = flag.row > max((other.row for other, _ in flags), default=-1)
    first: _Placed | None = None  # in a row of its own
    for anchor in anchors:
        way = Flag(flag.xs, flag.words, flag.row, anchor)
        span = _span(way, kind)
        if room[0] <= span[0] and span[1] <= room[1]:
            if all(_apart((way, span), other) for other in flags):
                return way, span
            first = first or (way, span)
    if first is None:
        way = Flag(flag.xs, flag.words, flag.row, anchors[0])
        first = way, _span(way, kind)
    return first if own_row else None


def _apart(one: _Placed, other: _Placed) -> bool:
    (upper, above), (lower, (left, right)) = (one, other) if one[0].row <= other[0].row else (other, one)
    if upper.row == lower.row:
        return right <= above[0] or above[1] <= left
    return not any(left < x < right for x in upper.xs)


def _span(flag: Flag, kind: str) -> tuple[float, float]:
    box = of_words(flag.x, 0, flag.words, kind, flag.anchor)
    return box.left - 2, box.right + 2
