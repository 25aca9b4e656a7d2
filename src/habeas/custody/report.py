"""What custody is told about one person: reports of acts, recognitions, attributes, and what is judged of their claims.

A report is one claim of one act; a recognition is one body's statement. Days are intervals of days, both ends
included, None where an end is open. What claims say stands here untouched: choosing is the other modules' work.
"""

from dataclasses import dataclass
from datetime import date

from habeas.claims.act import Act, CustodyState

Pair = tuple[str, str]


def in_order(earliest: date | None, latest: date | None, claim: str) -> None:
    """Raise ValueError, naming the claim, where the earliest day is after the latest."""
    if earliest and latest and earliest > latest:
        raise ValueError(f"claim {claim}: its earliest day {earliest} is after its latest {latest}")


@dataclass(frozen=True, slots=True)
class Report:
    """One claim of one act of one person: it happened on some day from `earliest` to `latest`, both included.

    `order` says which of two reports on one day came first (on a tie, the one given first). `state` is the custody
    state that the claim itself states, instead of the table's. A `denied` act is an alternative to the act that it is
    linked to, never an act. `known` (YYYY-MM-DD) is the day the claim was known: of alternatives, best takes the one
    known last, then entered last. Raises ValueError where the earliest day is after the latest.
    """

    claim: str
    order: int
    act: Act
    earliest: date | None
    latest: date | None
    state: CustodyState | None = None
    denied: bool = False
    known: str = ""

    def __post_init__(self) -> None:
        in_order(self.earliest, self.latest, self.claim)


@dataclass(frozen=True, slots=True)
class Recognition:
    """One body's statement, on some day of the interval, that the person is a political prisoner, or no longer is one.

    `body` is the body's id. A `denied` statement is an alternative to the one it is linked to, and says nothing itself.
    `known` is as of a report. Raises ValueError where the earliest day is after the latest.
    """

    claim: str
    order: int
    body: str
    withdrawn: bool
    earliest: date | None
    latest: date | None
    known: str = ""
    denied: bool = False

    def __post_init__(self) -> None:
        in_order(self.earliest, self.latest, self.claim)


@dataclass(frozen=True, slots=True)
class Account:
    """All admitted claims about one person, and what is judged of those claims.

    `attributes` are (property, value, claim). `same` and `different` are claims judged to report one act, or two;
    `contradicts` are claims that cannot both be so. `sequences` are (earlier, later) claims of acts of which the later
    is never placed before the earlier; on one day the earlier comes first, whatever their order of entry. Where the
    days do not allow that, they have no effect. Pairs that name a claim not in the account have none either.
    """

    reports: tuple[Report, ...]
    recognitions: tuple[Recognition, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    contradicts: frozenset[Pair] = frozenset()
    sequences: frozenset[Pair] = frozenset()
