"""From word to deed: what was announced, what was issued and when it took effect, and the days between.

An announcement is met by the first act on the same target, by the same issuer, that is issued on the day of the
announcement or later and is of a kind that was announced; where it does not say what will be done, by the first act of
any kind. An end that was planned before is not an act that meets it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from habeas.claims.vocabulary import MeasureEventKind as Kind

from .event import Days, MeasureEvent


class Between(NamedTuple):
    """Whole days from one day to another, at least and at most; None is open."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Gap:
    """An announcement, and what came of it by a day: `deed` is None while nothing was issued.

    `speaks_of` are the kinds of act that were announced, empty where that is not said. `waiting` are the days from the
    announcement to the issue, or while there is none to the day that is asked about; `coming` those from the issue to
    the effect, None where no day of effect is told apart. `certain`: no uncertain day could make it met, or unmet.
    """

    word: MeasureEvent
    deed: MeasureEvent | None
    waiting: Between
    coming: Between | None
    certain: bool

    @property
    def speaks_of(self) -> frozenset[Kind]:
        """The kinds of act that were announced."""
        return self.word.announces if self.word.kind is Kind.announce else frozenset({self.word.kind})


def gaps(events: Sequence[MeasureEvent], as_of: date) -> tuple[Gap, ...]:
    """What was announced by `as_of`, and what came of it, in the order of the days of the announcements.

    All events are of one issuer and one target. An announcement of an uncertain day counts from its last one.
    """
    told = sorted(_announcements(events, as_of), key=lambda one: (one.word.announced or Days(None, None)).latest)
    return tuple(told)


def _announcements(events: Sequence[MeasureEvent], as_of: date) -> Iterator[Gap]:
    for word in events:
        if word.announced is None or word.announced.latest > as_of:
            continue
        deeds = [one for one in events if _meets(one, word)]
        deed = min((one for one in deeds if _issued(one).latest <= as_of), key=_first, default=None)
        possible = [one for one in deeds if _issued(one).earliest <= as_of]
        certain = not possible if deed is None else _issued(deed).earliest >= word.announced.latest
        end = _issued(deed) if deed else Days(as_of, as_of)
        coming = between(_issued(deed), deed.effective) if deed and deed.issued and deed.effective else None
        yield Gap(word, deed, between(word.announced, end), coming, certain)


def _meets(deed: MeasureEvent, word: MeasureEvent) -> bool:
    if word.kind is not Kind.announce:
        return deed is word and deed.holds_from is not None
    if deed.holds_from is None or deed.foretold or word.announced is None:
        return False
    return _issued(deed).latest >= word.announced.earliest and (not word.announces or deed.kind in word.announces)


def _issued(deed: MeasureEvent) -> Days:
    return deed.issued or deed.effective or Days(None, None)


def _first(deed: MeasureEvent) -> tuple[date, int]:
    return _issued(deed).latest, deed.order


def between(one: Days, other: Days) -> Between:
    """The days from some day of `one` to some day of `other`, the second not before the first."""
    least = max((other.first - one.last).days, 0) if other.first and one.last else None
    most = max((other.last - one.first).days, 0) if other.last and one.first else None
    return Between(least, most)
