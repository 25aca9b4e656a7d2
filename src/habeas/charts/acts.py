"""The acts of one person: named above the row of custody, and joined below to the day on which each became known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from habeas.charts.form import Form
from habeas.charts.given import ActMark, CustodyWords
from habeas.charts.labels import Flag, staggered
from habeas.charts.published import draw_shape
from habeas.charts.rows import draw_name
from habeas.charts.scale import Days, middle
from habeas.charts.sheet import Sheet

_ROW = 17
_TICK = 8
_FALL = 44
_MOST_ROWS = {"wide": 7, "narrow": 3}
_KIND = "s b"


@dataclass(frozen=True, slots=True)
class Marked:
    """An act with the x of the middle of its possible days."""

    act: ActMark
    x: float


@dataclass(frozen=True, slots=True)
class Flags:
    """The words over the acts, or none where they do not all find room, and how many px they take with their ticks."""

    flags: tuple[Flag, ...]
    height: float


def marked(acts: Iterable[ActMark], days: Days) -> list[Marked]:
    """The acts on the axis, in the order of their days; one without any day has no place on it."""
    dated = ((act, act.first or act.last, act.last or act.first) for act in acts)
    placed = [(act, middle(first, last)) for act, first, last in dated if first and last]
    return sorted((Marked(act, days.x(day)) for act, day in placed if days.shows(day)), key=lambda one: one.x)


def flags(acts: Sequence[Marked], form: Form) -> Flags:
    """Where the words of the acts stand; a narrow chart with many acts goes without, the table below it has them."""
    named = staggered((((one.x,), one.act.word) for one in acts), _KIND, (0, form.width), ("middle", "start", "end"))
    rows = max((flag.row + 1 for flag in named), default=0)
    if rows > _MOST_ROWS[form.name]:
        return Flags((), _TICK)
    return Flags(tuple(named), _ROW * rows + _TICK if rows else 0)


def draw_acts(sheet: Sheet, acts: Sequence[Marked], named: Flags, head: float, top: float) -> None:
    """A tick for each act, from under its word down to the row at `top`; dashed with a lozenge for one kept apart."""
    for number, one in enumerate(acts):
        flag = named.flags[number] if named.flags else None
        begin = head + (_ROW * flag.row + (_ROW if flag.anchor == "middle" else 3) if flag else 0)
        sheet.line([(one.x, begin), (one.x, top)], "l-doubt dash" if one.act.apart else "l")
        if one.act.apart:
            draw_shape(sheet, "lozenge", one.x, top - 1, 3.4, "pt-doubt")
    for flag, one in zip(named.flags, acts, strict=False):
        kind = f"{_KIND} halo t-doubt" if one.act.apart else f"{_KIND} halo"
        with sheet.linked(one.act.href):
            sheet.words(flag.x, head + _ROW * flag.row + 12, flag.words, kind, flag.anchor)


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
