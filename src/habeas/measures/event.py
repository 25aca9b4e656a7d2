"""One act on a measure, as one claim tells of it, of one target: a plain value.

Three days are kept apart: announced, issued, effective. Each is a span, since a day may be uncertain. An act counts
from the day on which it is effective; where that is not said, from the day on which it was issued.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from habeas.claims.vocabulary import MeasureEventKind, MeasureKind

ENDS = frozenset({MeasureEventKind.delist, MeasureEventKind.revoke, MeasureEventKind.expire})
EASES = ENDS | {MeasureEventKind.license, MeasureEventKind.suspend}


class Days(NamedTuple):
    """Some day from `first` to `last`, both included; None is open."""

    first: date | None
    last: date | None

    @property
    def earliest(self) -> date:
        """The first day that is possible; of an open span the first of all days."""
        return self.first or date.min

    @property
    def latest(self) -> date:
        """The last day that is possible; of an open span the last of all days."""
        return self.last or date.max

    @property
    def certain(self) -> bool:
        """Whether only one day is possible."""
        return self.first is not None and self.first == self.last


@dataclass(frozen=True, slots=True)
class MeasureEvent:
    """An act of `issuer` on its measure against `target` (any two texts that tell them apart), known from `known` on,
    and until `known_to` (None: still). `order` breaks ties: the entry that said it first.

    `measure` and `regime` say which measure; None: any that the issuer has against the target. `of_licence`: what is
    amended, extended, suspended, expired or revoked is the licence `instrument`, not the measure; an act that bears the
    name of a licence is of the licence in any case. `until` is the day on which the measure or the licence is to end:
    on that day it no longer holds. `announces` are the acts that an announcement speaks of; empty: it does not say.
    A `denied` act is none; it counts as an alternative to the act it contradicts.
    """

    claim: str
    order: int
    known: date
    kind: MeasureEventKind
    issuer: str
    target: str
    measure: MeasureKind | None = None
    regime: str | None = None
    instrument: str | None = None
    covers: str | None = None
    excludes: str | None = None
    of_licence: bool = False
    announces: frozenset[MeasureEventKind] = frozenset()
    announced: Days | None = None
    issued: Days | None = None
    effective: Days | None = None
    until: Days | None = None
    known_to: date | None = None
    denied: bool = False

    def known_by(self, day: date) -> bool:
        """Whether the claim was known on a day, and not taken back or changed by its source until then."""
        return self.known <= day and (self.known_to is None or self.known_to > day)

    @property
    def holds_from(self) -> Days | None:
        """The days from which the act can hold; None for one that is announced and no more."""
        if self.kind is MeasureEventKind.announce:
            return None
        return self.effective or self.issued

    @property
    def foretold(self) -> bool:
        """Whether it is an end that was known before its day: planned, not seen."""
        days = self.holds_from
        return self.kind is MeasureEventKind.expire and days is not None and self.known < days.earliest
