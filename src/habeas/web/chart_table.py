"""The line and the bars of a chart as rows of a table: what does not change has no row, and a page stays small."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.answers.chronicle import Published
from habeas.answers.line import Month, Point
from habeas.answers.stated import Stated

from . import words
from .tongue import digits, month

MOST = 60  # rows of one table: the page of every month has them all
NEWEST = 36  # times of which a grid has the figures
Bar = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of the line (from a day: low, best, high) and of the bars (when: in words, and as YYYY or YYYY-MM; entered,
    left).

    `line_by_year`, `bars_by_year`: there are too many rows, so that of each year only its height and its last stand in
    the table, or what entered and left in all of it.
    """

    line: tuple[Point, ...]
    bars: tuple[Bar, ...]
    line_by_year: bool
    bars_by_year: bool


def table(points: Sequence[Point], months: Sequence[Month]) -> Table:
    """The table of a line and its months."""
    line, moved = _changes(points), [one for one in months if one.entered or one.left]
    long, many = len(line) > MOST, len(moved) > MOST
    return Table(_heights(line) if long else line, _bars(moved, by_year=many), long, many)


def _changes(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points at which the line moves; each holds until the next."""
    found: list[Point] = []
    for one in points:
        if not found or one[1:] != found[-1][1:]:
            found.append(one)
    return tuple(found)


def _heights(points: Sequence[Point]) -> tuple[Point, ...]:
    """Of each year the point at which best is highest, and the last."""
    highest: dict[int, Point] = {}
    last: dict[int, Point] = {}
    for one in points:
        year = one[0].year
        if year not in highest or one[2] > highest[year][2]:
            highest[year] = one
        last[year] = one
    return tuple(sorted({*highest.values(), *last.values()}))


def _bars(moved: Sequence[Month], *, by_year: bool) -> tuple[Bar, ...]:
    """How many entered and left, by the month or added up over a year."""
    found: dict[str, tuple[int, int]] = {}
    for one in moved:
        when = one.first.isoformat()[: 4 if by_year else 7]
        entered, left = found.get(when, (0, 0))
        found[when] = entered + one.entered, left + one.left
    return tuple((_in_words(when), when, *both) for when, both in found.items())


def _in_words(when: str) -> str:
    """A year or a month, YYYY or YYYY-MM, in words."""
    year, _, number = when.partition("-")
    return month(int(year), int(number)) if number else digits(str(int(year)))


@dataclass(frozen=True, slots=True)
class Grid:
    """The figures of those who published very many: a column for each speaker, a row for each time spoken of.

    Of more than NEWEST times there are the newest; `earlier` is how many times stand before them.
    """

    speakers: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[Stated, ...], ...]], ...]
    earlier: int


def grid(published: Sequence[Published]) -> Grid:
    """The figures of these speakers; those of one time stand in one row, in the order of the days."""
    by_time: dict[tuple[date, date], list[list[Stated]]] = {}
    for column, one in enumerate(published):
        for figure in one.figures:
            when = figure.last or figure.first or date.min, figure.first or date.min
            by_time.setdefault(when, [[] for _ in published])[column].append(figure)
    rows, ordered = [], sorted(by_time.items(), key=lambda row: row[0])
    for _, cells in ordered[-NEWEST:]:
        first = next(figure for cell in cells for figure in cell)
        rows.append((words.when(first.claim["when"]), tuple(map(tuple, cells))))
    return Grid(tuple(one.speaker for one in published), tuple(rows), len(ordered) - len(rows))
