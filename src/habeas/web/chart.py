"""The chart of the front page: what was published, what happened and what is counted here, as the drawing takes it.

Every measure has a number, alone or with others, which stands in the chart and before its words in the list beneath.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.safestring import SafeString

from habeas.answers.chronicle import Event, Published
from habeas.answers.front import Front
from habeas.answers.stated import Stated
from habeas.charts import given, stock
from habeas.charts.given import Bar, Kind, LinePoint, Point, PublishedSeries, Shape, StockChart
from habeas.charts.scale import middle, shifted

from . import chart_words, words
from .addresses import url
from .chart_table import Grid, Table, grid, table
from .chart_words import span
from .drawing import as_read
from .measure_marks import marked
from .tongue import in_a_row, tell

BEFORE = 92  # days drawn before the first day that a figure speaks of
KINDS: Mapping[str, Kind] = {  # an end or a change may ease or tighten: the claim alone does not say which
    "impose": "imposed",
    "extend": "imposed",
    "license": "eased",
    "suspend": "eased",
    "delist": "eased",
    "revoke": "eased",
    "announce": "announced",
    "amend": "changed",
    "expire": "changed",
}
SHAPES: tuple[Shape, ...] = ("disc", "ring", "lozenge", "square")
MOST, MANY = 100, 20  # figures of all, and of one speaker: beyond both they are told of together


@dataclass(frozen=True, slots=True)
class Listed:
    """An event as a list under the chart has it: its day, alone and in a sentence, what happened, the claims."""

    day: str
    on: str
    words: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """The chart, its title and what is drawn, and the lists that say the same in words.

    `measures` are by their numbers, `how_many` in all. `beyond`: something is said of days after the known day, which
    the table and the lists have and the chart has not.
    `untold`: the day after which no claim says anything and the line is dashed.
    """

    title: str
    under: str
    svg: SafeString
    measures: tuple[tuple[Listed, ...], ...]
    how_many: int
    freed: tuple[Listed, ...]
    published: tuple[Published, ...]
    grid: Grid
    table: Table
    shapes: tuple[tuple[str, str], ...]
    lettered: tuple[tuple[str, str, Stated], ...]
    beyond: bool
    untold: date | None


def drawn(found: Front, pin: str) -> Drawn | None:
    """The chart of a front page; None where nothing was published and nobody is counted."""
    told, line, known = found.chronicle, found.line, found.tally.known_on
    shown = _up_to(known, told.published)
    days = _days(shown, known, found)
    if len(days) < 2 or days[0] == days[-1]:
        return None
    first = shifted(days[0], -BEFORE).replace(day=1)
    measures = [one for one in told.measures if first <= one.first]
    freed = [one for one in told.freed if first <= one.first and one.low is not None]
    marks = marked(measures)
    ends = [one.last for one in (*measures, *freed)]
    untold = line.told_to if line.told_to and line.told_to < known else None
    title, under = chart_words.title(found, shown), chart_words.under(found, shown)
    chart = StockChart(
        title=title,
        description=under,
        first=first,
        last=shifted(known if line.points else min(known, max([days[-1], *ends])), 1),
        line=[LinePoint(*point) for point in line.points if first <= point[0]],
        series=_series(shown, pin),
        events=[*_numbered(marks), *_rounds(found, freed)],
        bars=_bars(found, freed),
        words=chart_words.of_rows(found),
        told_to=untold,
    )
    return Drawn(
        title=title,
        under=under,
        svg=as_read(stock.draw_stock(chart, "held")),
        measures=tuple(tuple(_listed(one, chart_words.measure(one)) for one in some) for some in marks),
        how_many=len(measures),
        freed=tuple(_listed(one, chart_words.release(one)) for one in freed),
        published=tuple(one for one in told.published if one not in many(told.published)),
        grid=grid(many(told.published)),
        table=table(line.points, line.months),
        shapes=_shapes(shown),
        lettered=tuple(_lettered(shown)),
        beyond=shown != told.published or any(known < end for end in ends),
        untold=untold,
    )


def _listed(event: Event, said: str) -> Listed:
    return Listed(chart_words.when(event), chart_words.on(event), said, event.claims)


def _up_to(known: date, published: Sequence[Published]) -> tuple[Published, ...]:
    """What is drawn of the published figures: those of days to come would make the chart as long as they say."""
    some = (
        replace(one, figures=tuple(each for each in one.figures if middle(*span(each)) <= known)) for one in published
    )
    return tuple(one for one in some if one.figures)


def _days(shown: Sequence[Published], known: date, found: Front) -> list[date]:
    """The days that figures speak of, in order, and those on which the line moves: whatever day is asked about."""
    said = [min(day, known) for one in shown for figure in one.figures for day in span(figure)]
    counted = [point[0] for point in found.line.points]
    return sorted([*said, *counted])


def _series(published: Sequence[Published], pin: str) -> list[PublishedSeries]:
    """A series of each speaker; joined are those of the first, if it is somebody: no line goes from one to another."""
    keys, some = {one.id: key for key, _, one in _lettered(published)}, many(published)
    return [
        PublishedSeries(
            one.speaker,
            _shape(index),
            index == 0 and one.agent is not None,
            [
                _point(figure, one.speaker, keys.get(figure.id, ""), pin, alone=one not in some)
                for figure in one.figures
            ],
        )
        for index, one in enumerate(published)
    ]


def many(published: Sequence[Published]) -> list[Published]:
    """Those who published so much, where all did, that no figure is told of by itself."""
    total = sum(len(one.figures) for one in published)
    return [one for one in published if len(one.figures) > MANY] if total > MOST else []


def _lettered(published: Sequence[Published]) -> list[tuple[str, str, Stated]]:
    """The figures of others than the first agent in the order of their days, each with its letter and speaker.

    Marks of one shape that are many and all one speaker's need none: the line under the drawing says whose they are.
    """
    of_its_own, some = {speakers for _, speakers in _shapes(published)}, many(published)
    others = [
        one
        for index, one in enumerate(published)
        if (index or one.agent is None) and not (one in some and one.speaker in of_its_own)
    ]
    of_others = [(figure, one.speaker) for one in others for figure in one.figures]
    of_others.sort(key=lambda one: span(one[0]))
    return [(_letters(number), speaker, figure) for number, (figure, speaker) in enumerate(of_others)]


def _letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    before, letter = divmod(number, 26)
    return f"{_letters(before - 1) if before else ''}{chr(ord('a') + letter)}"


def _shape(index: int) -> Shape:
    return SHAPES[min(index, len(SHAPES) - 1)]


def _shapes(published: Sequence[Published]) -> tuple[tuple[str, str], ...]:
    """Each shape with whose it is: "square", "A, B"."""
    by_shape: dict[str, list[str]] = {}
    for index, one in enumerate(published):
        by_shape.setdefault(_shape(index), []).append(one.speaker)
    return tuple((shape, in_a_row(speakers)) for shape, speakers in by_shape.items())


def _point(figure: Stated, speaker: str, key: str, pin: str, *, alone: bool) -> Point:
    """A mark; one of very many leads nowhere itself: the table of the same does."""
    first, last = span(figure)
    value, before = int(figure.best or 0), words.before(figure.figure)
    said = f"{before} {words.number(value)}".strip()
    return Point(
        first,
        last,
        value,
        before,
        label=tell("{number}, {speaker}", number=said, speaker=speaker),
        href=url("claim", figure.id) + pin if alone else "",
        hint=tell("{number}, {speaker}, {when}", number=said, speaker=speaker, when=words.when(figure.claim["when"]))
        if alone
        else "",
        key=key,
    )


def _numbered(marks: Sequence[Sequence[Event]]) -> list[given.Event]:
    by_number = ((number, one) for number, some in enumerate(marks, 1) for one in some)
    return [given.Event(one.first, one.last, number, KINDS[one.kind]) for number, one in by_number]


def _bars(found: Front, freed: Sequence[Event]) -> list[Bar]:
    """Who came and left by the month; where the register draws no line of its own, the announced rounds to scale."""
    months = [Bar(one.first, one.last, one.entered, one.left) for one in found.line.months]
    return months or [Bar(one.first, one.last, 0, one.low or 0, of_round=True) for one in freed]


def _rounds(found: Front, freed: Sequence[Event]) -> list[given.Event]:
    """The announced rounds under the register's own months: whom it does not name left in none of them."""
    return [given.Event(one.first, one.last, 0, "freed", freed=one.low) for one in freed] if found.line.months else []
