"""Published figures as ink marks at the number and the days they were said for, and the labels that find room.

A figure of several days, or of an uncertain day, has a hairline as wide as those days. Marks of the rule's own body
are joined; where two follow more than 200 days apart there is no line but the words for that, never a guess.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from habeas.charts.form import Form
from habeas.charts.given import Point, PublishedSeries, Shape
from habeas.charts.labels import Placed, place
from habeas.charts.room import Box, Taken, around, of_words
from habeas.charts.scale import Days, Values, middle
from habeas.charts.sheet import Sheet

LONGEST_JOINED = 200
_LITTLE = 56
_KEY = "s b halo"
_TOTAL = {True: "big halo", False: "b h halo"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A published figure with its place; the days it was said for go from `from_x` to `to_x`."""

    point: Point
    shape: Shape
    speaker: str
    x: float
    y: float
    from_x: float
    to_x: float

    @property
    def number(self) -> str:
        """The number as it was said: "about 1,110"."""
        return f"{self.point.before} {self.point.value:,}".strip()


def marks(series: PublishedSeries, days: Days, values: Values) -> list[Mark]:
    """The marks of one speaker whose middle day is on the axis, in the order of their days."""
    placed = [
        Mark(
            point=point,
            shape=series.shape,
            speaker=series.speaker,
            x=days.x(middle(point.first, point.last)),
            y=values.y(point.value),
            from_x=days.clipped(point.first),
            to_x=days.clipped(point.last),
        )
        for point in series.points
        if days.shows(middle(point.first, point.last))
    ]
    return sorted(placed, key=lambda mark: mark.x)


def draw_join(sheet: Sheet, joined: Sequence[Mark], no_figure: str, taken: Taken) -> None:
    """The thin line through one speaker's marks, broken where no figure was published for too long."""
    for stretch in _stretches(joined):
        spots = [(mark.x, mark.y) for mark in stretch]
        if len(spots) > 1:
            sheet.line(spots, "l-joined")
            taken.take_path(spots)
    for before, after in pairwise(joined):
        if _apart(before, after):
            _say_absence(sheet, before, after, no_figure, taken)


def _apart(before: Mark, after: Mark) -> bool:
    return (after.point.first - before.point.last).days > LONGEST_JOINED


def _stretches(joined: Sequence[Mark]) -> Iterator[list[Mark]]:
    """The marks cut where too long nothing was published."""
    stretch: list[Mark] = []
    for mark in joined:
        if stretch and _apart(stretch[-1], mark):
            yield stretch
            stretch = []
        stretch.append(mark)
    yield stretch


def _say_absence(sheet: Sheet, before: Mark, after: Mark, words: str, taken: Taken) -> None:
    """The words midway between two marks, where they fit between them."""
    x, y = (before.x + after.x) / 2, (before.y + after.y) / 2 + 4
    box = of_words(x, y, words, "s", "middle")
    if before.x < box.left - 6 and box.right + 6 < after.x and taken.is_free(box):
        taken.take(box)
        sheet.words(x, y, words, "s w halo", "middle")


def draw_marks(sheet: Sheet, drawn: Sequence[Mark], radius: float) -> None:
    """Every mark with its hairline; the first given comes last, so that the rule's own body lies on top."""
    for mark in reversed(drawn):
        with sheet.linked(mark.point.href, mark.point.hint):
            if mark.to_x - mark.from_x > 2 * radius:
                sheet.line([(mark.from_x, mark.y), (mark.to_x, mark.y)], "l")
            draw_shape(sheet, mark.shape, mark.x, mark.y, radius)


def take_marks(drawn: Iterable[Mark], radius: float, taken: Taken) -> None:
    """Marks and hairlines are taken: no label may stand on one."""
    for mark in drawn:
        taken.take(around(mark.x, mark.y, radius + 1))
        taken.take(Box(mark.from_x, mark.y, mark.to_x, mark.y).wider(2, higher=2))


def draw_shape(sheet: Sheet, shape: Shape, x: float, y: float, radius: float, open_kind: str = "pt-o") -> None:
    """A disc, ring, lozenge or square of about the same weight to the eye."""
    match shape:
        case "disc":
            sheet.dot(x, y, radius, "pt")
        case "ring":
            sheet.dot(x, y, radius, open_kind)
        case "lozenge":
            wide = 1.35 * radius
            sheet.area([(x, y - wide), (x + wide, y), (x, y + wide), (x - wide, y)], open_kind)
        case "square":
            left, top, right, bottom = around(x, y, 0.95 * radius)
            sheet.area([(left, top), (right, top), (right, bottom), (left, bottom)], open_kind)


def draw_labels(
    sheet: Sheet, own: Sequence[Mark], others: Sequence[Mark], form: Form, taken: Taken, rules: Sequence[float]
) -> None:
    """The labels that find room. `own` are the marks of the rule's own body; the last has its label by draw_total.

    First the last figure, the highest and the first, then those of others, then the rest. Numbers of one speaker close
    together are not all said, nor is one said twice: the marks show them and the table has them. A mark with a key
    whose label is not said whole has its key, so that no mark of another speaker is without one.
    """
    labelled: list[Mark] = []
    for mark in _in_turn(own, others):
        crowded = len(labelled) == form.most_labels or any(_says_little(mark, other) for other in labelled)
        asked = mark not in own[-1:] and mark.point.label and not crowded
        label = _label(mark, form, taken, rules) if asked else None
        if label:
            labelled.append(mark)
        elif mark.point.key:
            label = place(mark.point.key, _KEY, (mark.x, mark.y), form.radius, taken, rules)
        if label:
            with sheet.linked(mark.point.href, mark.point.hint):
                _draw(sheet, label)


def _says_little(one: Mark, other: Mark) -> bool:
    """Whether a second number of the same speaker would say little more than the first: it is close to it, or equal."""
    return one.speaker == other.speaker and (abs(one.x - other.x) < _LITTLE or one.number == other.number)


def _label(mark: Mark, form: Form, taken: Taken, rules: Sequence[float]) -> Placed | None:
    """The whole label where it finds room in a wide chart, else the number, where that is not without its speaker."""
    whole = [mark.point.label] if form.wide else []
    alone = [] if mark.point.key else [mark.number]
    for words in dict.fromkeys([*whole, *alone]):
        if label := place(words, "s halo", (mark.x, mark.y), form.radius, taken, rules):
            return label
    return None


def draw_total(sheet: Sheet, mark: Mark, form: Form, taken: Taken, rules: Sequence[float]) -> None:
    """The last figure of the rule's own body, large; below it, in a wide chart, its speaker."""
    label = place(mark.number, _TOTAL[form.wide], (mark.x, mark.y), form.radius, taken, rules)
    if label:
        _draw(sheet, label)
    if label and form.wide:
        speaker = Placed(mark.speaker, "s halo", label.x, label.y + 18, label.anchor)
        if taken.is_free(speaker.box):
            taken.take(speaker.box)
            _draw(sheet, speaker)


def _draw(sheet: Sheet, label: Placed) -> None:
    sheet.words(label.x, label.y, label.words, label.kind, label.anchor)


def _in_turn(own: Sequence[Mark], others: Sequence[Mark]) -> list[Mark]:
    """The marks in the order in which they are labelled, each once."""
    everything = [*others, *own]
    first: list[Mark] = []
    for drawn in (everything, own):
        if drawn:
            first.append(max(drawn, key=lambda mark: mark.x))
            first.append(max(drawn, key=lambda mark: mark.point.value))
    if everything:
        first.append(min(everything, key=lambda mark: mark.x))
    return list({id(mark): mark for mark in (*first, *everything)}.values())
