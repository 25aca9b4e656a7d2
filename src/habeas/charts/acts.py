"""The acts of one person: named above the row of custody, and joined below to the day on which each became known.

Where not all of their words find room over the row, numbers stand there, and the words in a key at the foot.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from habeas.charts.form import Form
from habeas.charts.given import ActMark, CustodyWords
from habeas.charts.labels import Flag, in_runs, staggered
from habeas.charts.published import draw_shape
from habeas.charts.rows import draw_name
from habeas.charts.scale import Days, middle
from habeas.charts.sheet import Sheet
from habeas.charts.type import width

_ROW = 17
_TICK = 8
_FALL = 44
_MOST_ROWS = {"wide": 7, "narrow": 3}
_TOGETHER = 9  # px between acts whose numbers are written as one
_KEY_ROW = 18
_BETWEEN = 16  # px between the columns of the key
_KIND, _IN_KEY = "s b", "s"


@dataclass(frozen=True, slots=True)
class Marked:
    """An act with the x of the middle of its possible days."""

    act: ActMark
    x: float


@dataclass(frozen=True, slots=True)
class Flags:
    """The words over the acts, or the numbers of acts that stand together, and how many px they take with their ticks.

    `key`: whether they are numbers, in the order of the acts, so that the words stand in a key.
    """

    over: tuple[tuple[Sequence[Marked], Flag], ...]
    height: float
    key: bool


def marked(acts: Iterable[ActMark], days: Days) -> list[Marked]:
    """The acts on the axis, in the order of their days; one without any day has no place on it."""
    dated = ((act, act.first or act.last, act.last or act.first) for act in acts)
    placed = [(act, middle(first, last)) for act, first, last in dated if first and last]
    return sorted((Marked(act, days.x(day)) for act, day in placed if days.shows(day)), key=lambda one: one.x)


def flags(acts: Sequence[Marked], form: Form) -> Flags:
    """Where the words of the acts stand, or their numbers where the words take too many rows."""
    named = _over([((one,), one.act.word) for one in acts], form)
    if _rows(named) > _MOST_ROWS[form.name]:
        numbered = _over(
            [([acts[at] for at in some], in_runs(at + 1 for at in some)) for some in _together(acts)], form
        )
        return Flags(numbered, _ROW * _rows(numbered) + _TICK, key=True)
    return Flags(named, _ROW * _rows(named) + _TICK if named else 0, key=False)


def _over(named: Sequence[tuple[Sequence[Marked], str]], form: Form) -> tuple[tuple[Sequence[Marked], Flag], ...]:
    placed = [(tuple(one.x for one in some), words) for some, words in named]
    found = staggered(placed, _KIND, (0, form.width), ("middle", "start", "end"))
    return tuple((some, flag) for (some, _), flag in zip(named, found, strict=True))


def _rows(over: Iterable[tuple[Sequence[Marked], Flag]]) -> int:
    return max((flag.row + 1 for _, flag in over), default=0)


def _together(acts: Sequence[Marked]) -> Iterator[list[int]]:
    """The places of acts that stand so close that their numbers are written as one."""
    group: list[int] = []
    for at, one in enumerate(acts):
        if group and one.x - acts[group[-1]].x >= _TOGETHER:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def draw_acts(sheet: Sheet, named: Flags, head: float, top: float) -> None:
    """A tick for each act, from under its word down to the row at `top`; dashed with a lozenge for one kept apart."""
    for some, flag in named.over:
        begin = head + _ROW * flag.row + (_ROW if flag.anchor == "middle" else 3)
        for one in some:
            sheet.line([(one.x, begin), (one.x, top)], "l-doubt dash" if one.act.apart else "l")
            if one.act.apart:
                draw_shape(sheet, "lozenge", one.x, top - 1, 3.4, "pt-doubt")
    for some, flag in named.over:
        with sheet.linked("" if named.key else some[0].act.href):
            sheet.words(flag.x, head + _ROW * flag.row + 12, flag.words, f"{_kind(some, _KIND)} halo", flag.anchor)


def draw_key(sheet: Sheet, acts: Sequence[Marked], named: Flags, form: Form, y: float) -> float:
    """The numbers that stand over the row with the words of their acts, down the columns; how far down they come."""
    if not named.key:
        return y
    words = [f"{number} {one.act.word}" for number, one in enumerate(acts, 1)]
    columns = max(1, int((form.width + _BETWEEN) // (max(width(one, _IN_KEY) for one in words) + _BETWEEN)))
    rows = -(-len(words) // columns)
    for place, (one, said) in enumerate(zip(acts, words, strict=True)):
        column, row = divmod(place, rows)
        with sheet.linked(one.act.href):
            sheet.words(
                column * (form.width + _BETWEEN) / columns, y + _KEY_ROW * (row + 1), said, _kind([one], _IN_KEY)
            )
    return y + _KEY_ROW * rows + 4


def _kind(some: Sequence[Marked], kind: str) -> str:
    return f"{kind} t-doubt" if all(one.act.apart for one in some) else kind


def draw_known(sheet: Sheet, words: CustodyWords, form: Form, days: Days, acts: Sequence[Marked], y: float) -> float:
    """From each act a thin line down to the day on which it became known; the y of the axis where it ends."""
    known = _known(acts, days)
    if not known:
        return y + 10
    if form.wide:
        draw_name(sheet, y + _FALL - 3, words.known, words.known_more, form.gutter)
    else:
        y = draw_name(sheet, y + 12, words.known, "", form.width)
    for x, known_x in known:
        sheet.line([(x, y + 4), (known_x, y + _FALL)], "l-rule2")
    return y + _FALL


def draw_known_days(sheet: Sheet, days: Days, acts: Sequence[Marked], y: float) -> None:
    """A dot on the axis for each day on which an act became known."""
    for _, known_x in _known(acts, days):
        sheet.dot(known_x, y, 3.4, "pt")


def _known(acts: Sequence[Marked], days: Days) -> list[tuple[float, float]]:
    """The x of each act that became known on the axis, and that of the day."""
    return [(one.x, days.x(one.act.known)) for one in acts if one.act.known and days.shows(one.act.known)]
