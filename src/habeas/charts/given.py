"""What a chart is given: plain numbers, days and words, and nothing of where they came from.

`title` and `description` say in words what a reader sees. A chart draws what it is given and leaves out what it is not:
an empty row, line or strip takes no room.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

Shape = Literal["disc", "ring", "lozenge", "square"]
Kind = Literal["imposed", "eased", "changed", "freed", "announced"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Bounds:
    """The strip under a figure. The three words stand at low, best and high ("at least 1,124", "1,131", …).

    Raises ValueError unless 0 <= low <= best <= high.
    """

    title: str
    description: str
    low: int
    best: int
    high: int
    low_words: str
    best_words: str
    high_words: str

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.best <= self.high:
            raise ValueError(f"bounds are out of order: {self.low}, {self.best}, {self.high}")


class LinePoint(NamedTuple):
    """The register's own figure, from `day` until the day of the next point."""

    day: date
    low: int
    best: int
    high: int


@dataclass(frozen=True, slots=True)
class Point:
    """A published figure, said for the days `first` to `last` (of one day: twice the same).

    `before` is what was said before the number ("about", "at least"); `label` is the whole label where there is room
    for it ("1,561, Dissidentby"), in a narrow chart `before` and the number alone; with no label none is drawn.
    `key` is its letter in the list that the page prints under the chart: it stands where the whole label does not fit.
    `hint` is told on hovering, `href` is where a click goes; both may be empty.
    """

    first: date
    last: date
    value: int
    before: str = ""
    label: str = ""
    href: str = ""
    hint: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class PublishedSeries:
    """What one speaker published. `joined`: the marks are joined where figures follow within about 200 days."""

    speaker: str
    shape: Shape
    joined: bool
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened beside: a measure `imposed`, `eased` or `changed`, one `announced` and not issued,
    or people `freed`.

    `number` is that in the list that the page prints under the chart; several may share it. Of a round, `freed` says
    how many were.
    """

    first: date
    last: date
    number: int
    kind: Kind
    freed: int | None = None


class Bar(NamedTuple):
    """How many entered and left on the days `first` to `last`; `of_round`: freed in a round that somebody published."""

    first: date
    last: date
    entered: int
    left: int
    of_round: bool = False


@dataclass(frozen=True, slots=True)
class StockWords:
    """The words of a stock chart. Of a row: its name, and what a wide chart says below it.

    `line` is the label of the register's line; where empty there is none.
    """

    held: str = "Held"
    held_more: str = ""
    entered: str = "Entered"
    entered_more: str = ""
    left: str = "Left"
    left_more: str = ""
    rounds: str = "Freed"
    rounds_more: str = ""
    line: str = ""
    no_figure: str = "no figure"
    no_claim: str = "no claims since"
    months: Sequence[str] = MONTHS


@dataclass(frozen=True, slots=True)
class StockChart:
    """How many were held over time: the register's line, published figures as marks, events, and who came and went.

    Nothing outside the days `first` to `last` is drawn. `told_to`: the last day of which any claim says something; the
    line after it is doubt. Raises ValueError where the first day is not before the last.
    """

    title: str
    description: str
    first: date
    last: date
    line: Sequence[LinePoint] = ()
    series: Sequence[PublishedSeries] = ()
    events: Sequence[Event] = ()
    bars: Sequence[Bar] = ()
    words: StockWords = field(default_factory=StockWords)
    told_to: date | None = None

    def __post_init__(self) -> None:
        _in_order(self.first, self.last)


@dataclass(frozen=True, slots=True)
class FlowBar:
    """How many came, or went, on the days `first` to `last`; of low and high None where best alone is counted."""

    first: date
    last: date
    best: int
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class FlowChart:
    """Who came (`into`) or went over time, a bar for each stretch of days; one below zero hangs from the line.

    `name` and `more` stand beside the plot. Raises ValueError where the first day is not before the last.
    """

    title: str
    description: str
    first: date
    last: date
    bars: Sequence[FlowBar]
    into: bool = True
    name: str = "Entered"
    more: str = ""
    months: Sequence[str] = MONTHS

    def __post_init__(self) -> None:
        _in_order(self.first, self.last)


@dataclass(frozen=True, slots=True)
class RevisedChart:
    """One figure as it was known from day to day: from zero and, where it moves little, enlarged beneath.

    `enlarged` names the second plot, before its range. Raises ValueError where the first day is not before the last.
    """

    title: str
    description: str
    first: date
    last: date
    line: Sequence[LinePoint]
    name: str = "As known then"
    more: str = ""
    enlarged: str = "Enlarged"
    between: str = "{low} to {high}"
    months: Sequence[str] = MONTHS

    def __post_init__(self) -> None:
        _in_order(self.first, self.last)


@dataclass(frozen=True, slots=True)
class CustodyStep:
    """Where a person stood from `day` until the day of the next step; `state` is the word for it, "" says nothing."""

    day: date
    certainly: bool
    possibly: bool
    best: bool
    state: str = ""


@dataclass(frozen=True, slots=True)
class ActMark:
    """An act on some day from `first` to `last` (None: open), named above the row at the middle of what is possible.

    `known` is the day it became public. `apart`: it is disputed or not chosen, and drawn with a dashed line and a
    lozenge. Of an act with neither day nothing is drawn.
    """

    first: date | None
    last: date | None
    word: str
    known: date | None = None
    href: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person was held from `first` to `last` (None: until the end of the chart)."""

    first: date
    last: date | None
    name: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """One body's row: the stretches for which it recognised the person (None: still), and what it says in words."""

    body: str
    stretches: Sequence[tuple[date, date | None]]
    words: str = ""


@dataclass(frozen=True, slots=True)
class CustodyWords:
    """The names of the rows, each followed by a line that says more (may be empty)."""

    custody: str = "Custody"
    custody_more: str = "held, or not"
    where: str = "Where"
    where_more: str = "prison or colony"
    recognised: str = "Recognised by"
    known: str = "Known"
    known_more: str = "the day it was public"
    months: Sequence[str] = MONTHS


@dataclass(frozen=True, slots=True)
class CustodyChart:
    """One person's time: in custody or not, where, recognised by whom, and when each act became known.

    `open_words` stand at the end of the row where the person is still possibly in ("still held", "no act seen").
    `told_to`: the last day of which any act says something; a stay that is open then fades out after it.
    Raises ValueError where the first day is not before the last.
    """

    title: str
    description: str
    first: date
    last: date
    steps: Sequence[CustodyStep]
    acts: Sequence[ActMark] = ()
    places: Sequence[Place] = ()
    recognised: Sequence[Recognised] = ()
    open_words: str = ""
    told_to: date | None = None
    words: CustodyWords = field(default_factory=CustodyWords)

    def __post_init__(self) -> None:
        _in_order(self.first, self.last)


def _in_order(first: date, last: date) -> None:
    if first >= last:
        raise ValueError(f"a chart needs a first day before its last, not {first} and {last}")
