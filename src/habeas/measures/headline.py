"""The word of a headline against the instrument: was it lifted, or licensed, or only said?

Each word asks that something stands on the day (see `check`). Where less stands, the word says more than was done.
What stood once and stands no longer, because it was taken back or ran out, is told as such. Where claims that
contradict each other leave more than one verdict, or acts of one certain day more than one status, it is contradictory.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.vocabulary import MeasureKind

from .course import State
from .event import EASES, MeasureEvent
from .status import Answer, Pair, Standing, Status, choices, known_events, status
from .tracks import acts_on_licences


class Word(StrEnum):
    """A headline's word for what was done to the sanctions on a target."""

    eased = "eased"
    licensed = "licensed"
    suspended = "suspended"
    lifted = "lifted"
    removed = "removed"


class Verdict(StrEnum):
    """How such a word stands to the instruments on a day."""

    holds = "holds"
    says_more = "says_more"
    announced_only = "announced_only"
    no_longer = "no_longer"
    no_act = "no_act"
    contradictory = "contradictory"


@dataclass(frozen=True, slots=True)
class Checked:
    """A word, how it stands, the acts that stand on the day in its favour, and the answer that it was held against."""

    word: Word
    verdict: Verdict
    acts: tuple[str, ...]
    answer: Answer


_ENDED = frozenset({State.delisted, State.ended})


def check(
    word: Word,
    events: Iterable[MeasureEvent],
    target: str,
    issuer: str,
    as_of: date,
    known_on: date,
    contradicts: Collection[Pair] = (),
) -> Checked:
    """Whether what a headline says had been done to `issuer`'s measures against `target` by `as_of`.

    `removed` asks that a listing was ended, `lifted` that nothing is in force or suspended any more and something was,
    `suspended` that a measure is suspended or ended, `licensed` that a licence is in force, `eased` any of these.
    """
    here = known_events(events, target, issuer, known_on)
    answer = status(here, target, issuer, as_of, known_on, contradicts)
    acts = tuple(dict.fromkeys(claim for some in _favour(answer).values() for one in some for claim in one.claims))
    every = {_verdict_on(word, chosen, target, issuer, as_of, known_on) for chosen in choices(here, contradicts)}
    return Checked(word, every.pop() if len(every) == 1 else Verdict.contradictory, acts, answer)


def _verdict_on(
    word: Word, events: Sequence[MeasureEvent], target: str, issuer: str, as_of: date, known_on: date
) -> Verdict:
    """The verdict where none of the events contradict each other."""
    answer = status(events, target, issuer, as_of, known_on)
    if answer.status is Status.contradictory:
        return Verdict.contradictory
    return _verdict(word, _favour(answer), answer, _eased_before(events, as_of))


def _favour(answer: Answer) -> dict[Word, list[Standing]]:
    """What stands in favour of each word, by convention."""
    return {
        Word.licensed: [one for one in answer.licences if one.state is State.in_force],
        Word.suspended: [one for one in answer.measures if one.state is State.suspended],
        Word.lifted: [one for one in answer.measures if one.state in _ENDED],
    }


def _verdict(word: Word, favour: dict[Word, list[Standing]], answer: Answer, before: bool) -> Verdict:
    ended = favour[Word.lifted]
    holds = {
        Word.eased: any(favour.values()),
        Word.licensed: bool(favour[Word.licensed]),
        Word.suspended: bool(favour[Word.suspended] or ended),
        Word.lifted: bool(ended) and len(ended) == len(answer.measures),
        Word.removed: any(one.measure is MeasureKind.listing for one in ended) and not _listed(answer),
    }
    if holds[word]:
        return Verdict.holds
    if holds[Word.eased]:
        return Verdict.says_more
    if answer.announced:
        return Verdict.announced_only
    return Verdict.no_longer if before else Verdict.no_act


def _listed(answer: Answer) -> bool:
    return any(one.measure is MeasureKind.listing and one.state is State.in_force for one in answer.measures)


def _eased_before(events: Sequence[MeasureEvent], as_of: date) -> bool:
    """Whether a licence was given by the day, or a measure suspended or ended, by more than a plan."""
    on_licences = acts_on_licences(events)
    return any(
        one.kind is Kind.license or (one.kind in EASES and one not in on_licences and not one.foretold)
        for one in events
        if not one.denied and one.holds_from is not None and one.holds_from.latest <= as_of
    )
