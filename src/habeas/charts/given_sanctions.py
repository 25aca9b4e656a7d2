"""What the chart of sanctions is given: a row for each issuer and target, with its steps and acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from habeas.charts.given import MONTHS

SanctionLevel = Literal["none", "full", "eased", "possible"]
SanctionShape = Literal["ring", "half", "disc"]


@dataclass(frozen=True, slots=True)
class SanctionStep:
    """From `day` on: nothing (`none`), a measure in `full` force, one that is `eased` by a licence or suspended, or one
    that is only `possible`; with the word for it.
    """

    day: date
    level: SanctionLevel
    words: str


@dataclass(frozen=True, slots=True)
class SanctionMark:
    """An act on some day from `first` to `last`: a `ring` for what was said, a `half` ring for a licence, a `disc` for
    any other; `hint` is told on hovering, `href` is where a click goes.
    """

    first: date
    last: date
    shape: SanctionShape
    hint: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class SanctionRow:
    """One issuer's measures against one target: a name, what stands below it, the steps and the acts in order."""

    name: str
    more: str
    steps: Sequence[SanctionStep]
    marks: Sequence[SanctionMark]


@dataclass(frozen=True, slots=True)
class SanctionsChart:
    """Sanctions from day `first` to day `last`, a row for each issuer and target."""

    title: str
    description: str
    first: date
    last: date
    rows: Sequence[SanctionRow]
    months: Sequence[str] = MONTHS
