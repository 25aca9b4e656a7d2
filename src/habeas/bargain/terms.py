"""What a bargain says: who undertook what to whom, in whose words, by when, on which condition, and how it is checked.

A commitment is checked by one of six questions to the register. Whatever was only offered stays an offer; what a third
party demands is no term of the bargain; an assurance is told by somebody of somebody. What came of it stands elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habeas.claims.act import Act
from habeas.claims.bargain import Comparison, HangsOn, MeasureGoal, Stage


@dataclass(frozen=True, slots=True)
class Window:
    """The days within which something is to be done, both included; None is open. `original` is how it was said."""

    first: date | None
    last: date | None
    original: str

    @property
    def stated(self) -> bool:
        """Whether it has an end: what has none is never late."""
        return self.last is not None


NO_WINDOW = Window(None, None, "")


@dataclass(frozen=True, slots=True)
class Acted:
    """At least so many people with one of the acts, in the window, in the territory or where nobody says where.

    `subject` and `population` are those of published figures that count the same.
    """

    acts: frozenset[Act]
    count: int
    territory: str | None = None
    subject: str | None = None
    population: str | None = None


@dataclass(frozen=True, slots=True)
class EachOfList:
    """Each person of a list with one of the acts, in the window."""

    list: str
    acts: frozenset[Act]


@dataclass(frozen=True, slots=True)
class NoLater:
    """Nobody with one of the acts in the window; `of`: only those count who were freed before by one of these acts.

    `freed` are the days within which they were freed.
    """

    acts: frozenset[Act]
    territory: str | None = None
    of: frozenset[Act] = frozenset()
    freed: Window = NO_WINDOW


@dataclass(frozen=True, slots=True)
class Reaches:
    """Each of an issuer's measures on the targets reaches a status, in the window."""

    issuer: str
    targets: tuple[str, ...]
    status: MeasureGoal


@dataclass(frozen=True, slots=True)
class Keeps:
    """Each of an issuer's measures on the targets keeps a status throughout the window."""

    issuer: str
    targets: tuple[str, ...]
    status: MeasureGoal


@dataclass(frozen=True, slots=True)
class Crosses:
    """A published number of a subject, of one population and unit, is on a side of a threshold, in the window."""

    subject: str
    population: str | None
    unit: str
    comparison: Comparison
    threshold: str  # a decimal, as it is written


Query = Acted | EachOfList | NoLater | Reaches | Keeps | Crosses


@dataclass(frozen=True, slots=True)
class Condition:
    """What a commitment hangs on, in words; of `after` and `unless` also how that is checked, and in which window."""

    on: HangsOn
    words: str
    query: Query | None = None
    window: Window = NO_WINDOW


@dataclass(frozen=True, slots=True)
class Commitment:
    """One party's undertaking; `rests_on` are the claims whose words carry it, `key` is its name within the bargain.

    `party` and `to` are agents, by id. Without a query nothing on record could tell whether it was kept;
    `verification` says in words how it could be told.
    `strained_by` are acts that bear on it and decide nothing.
    """

    key: str
    party: str
    undertakes: str
    stage: Stage
    rests_on: Sequence[str]
    to: str | None = None
    window: Window = NO_WINDOW
    condition: Condition | None = None
    query: Query | None = None
    verification: str = ""
    strained_by: frozenset[Act] = frozenset()


@dataclass(frozen=True, slots=True)
class Bargain:
    """A bargain, version by version: its name, a sentence that says what it is, its parties and mediators by id.

    `lenses` are those whose verdicts stand side by side, by name.
    """

    name: str
    version: int
    sentence: str
    parties: tuple[str, ...]
    commitments: tuple[Commitment, ...]
    mediators: tuple[str, ...] = ()
    lenses: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[Commitment, ...]:
        """What the parties undertook or offered each other."""
        return tuple(one for one in self.commitments if one.stage.is_term)

    @property
    def beside(self) -> tuple[Commitment, ...]:
        """Assurances and demands, which are no terms."""
        return tuple(one for one in self.commitments if not one.stage.is_term)

    @property
    def targets(self) -> tuple[str, ...]:
        """On whom or what the measures are that it speaks of, each once."""
        asked = (one.query for one in self.commitments if isinstance(one.query, Reaches | Keeps))
        return tuple(dict.fromkeys(target for one in asked for target in one.targets))

    def broken_by(self, act: Act) -> tuple[Commitment, ...]:
        """What a new act of this kind breaks: whatever asks that there be none."""
        return tuple(one for one in self.commitments if isinstance(one.query, NoLater) and act in one.query.acts)

    def strained_by(self, act: Act) -> tuple[Commitment, ...]:
        """What a new act of this kind bears on and does not decide."""
        return tuple(one for one in self.commitments if act in one.strained_by)
