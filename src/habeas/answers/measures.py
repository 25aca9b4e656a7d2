"""Which sanctions stand on a day, as it was known on another: status, and apart what was announced and not issued."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from habeas.measures.announced import Between, Gap
from habeas.measures.event import Days, MeasureEvent
from habeas.measures.headline import Checked, Word, check
from habeas.measures.status import Answer, Standing, days_of_change, known_events, status
from habeas.names.fold import fold
from habeas.register import erase, read
from habeas.register.measured import ISSUER, TARGET
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens

from .public import AskError
from .sanctioned import Named, Pair, Sanctioned, sanctioned

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Stands:
    """How one target stands with one issuer: the answer, the acts known by the day, and a word that was checked."""

    target: Named
    issuer: Named
    answer: Answer
    acts: Sequence[MeasureEvent]
    checked: Checked | None = None

    def as_json(self) -> Json:
        """The documented shape."""
        found = self.answer
        shown: Json = {
            "target": self.target.name,
            **({"target_id": self.target.agent} if self.target.agent else {}),
            "issuer": self.issuer.name,
            **({"issuer_id": self.issuer.agent} if self.issuer.agent else {}),
            "status": found.status.value,
            "doubt": {
                "certain": found.certain,
                "possible": sorted(one.value for one in found.possible),
                "why": sorted(found.doubts),
            },
            "measures": [_standing(one) for one in found.measures],
            "licences": [_standing(one) for one in found.licences],
            "announced": [gap_json(one) for one in found.announced],
            "gaps": [gap_json(one) for one in found.gaps],
            "evidence": list(found.evidence),
        }
        return shown | ({"word": _checked(self.checked)} if self.checked else {})


@dataclass(frozen=True, slots=True)
class Measures:
    """The standings that were asked for, and everything they hang on. `not_admitted` has by condition the claims known
    by the day that the lens refuses; `erased` and `hidden` what was taken away since the entry.
    """

    standings: Sequence[Stands]
    as_of: date
    known_on: date
    lens: Lens
    seen: View
    not_admitted: Mapping[str, int]
    erased: int
    hidden: int

    @property
    def note(self) -> str | None:
        """What a reader must be told first, or None."""
        if not self.standings:
            return f"no measure is on record here that was known on {self.known_on}"
        return None

    def as_json(self, after: int = 0, most: int | None = None, *, courses: bool = False) -> Json:
        """The documented shape; of one standing alone, its status and what is announced stand in front as well.

        Of many standings `most`, those that come after so many others; `next` is the place to go on. `courses`: each
        with the days from which it stood how.
        """
        last = len(self.standings) if most is None else after + most
        only = self.standings[0].as_json() if len(self.standings) == 1 else {}
        shown: Json = {key: only[key] for key in ("status", "announced") if key in only}
        shown |= {
            "as_of": self.as_of.isoformat(),
            "known_on": self.known_on.isoformat(),
            "at": str(self.seen.at),
            "lens": self.lens.name,
            "lens_version": self.lens.version,
            "lens_sentence": self.lens.sentence,
            "access": self.seen.ceiling.name,
            "standings": [
                one.as_json() | ({"course": _course(self, one)} if courses else {})
                for one in self.standings[after:last]
            ],
            "not_admitted": dict(self.not_admitted),
            "erased_since": self.erased,
            "hidden_since": self.hidden,
        }
        shown |= {"next": last} if last < len(self.standings) else {}
        return shown | ({"note": self.note} if self.note else {})


def measures(
    seen: View,
    as_of: date,
    known_on: date,
    *,
    target: str = "",
    issuer: str = "",
    lens: Lens = EVERY,
    word: str = "",
) -> Measures:
    """How targets stand with issuers on `as_of`: those that are called so, or all of whom something was known.

    A target and an issuer that are both named are answered also where nothing is known of the two. `word` is checked
    against each. Raises AskError for a name that nobody here has, with near ones, and for a word that is none.
    """
    with read.snapshot():
        every = sanctioned(seen)
        events = every.events(lens)
        asked = _asked(every, events, known_on, target, issuer)
        checked = _word(word)
        found = [_stands(every, events.get(one, ()), one, as_of, known_on, checked) for one in asked]
        return Measures(
            standings=sorted(found, key=lambda one: (fold(one.target.name), fold(one.issuer.name))),
            as_of=as_of,
            known_on=known_on,
            lens=lens,
            seen=seen,
            not_admitted=every.not_admitted(lens, known_on),
            erased=erase.erased_since(seen.at.seq, seen.ceiling),
            hidden=read.hidden_since(seen),
        )


def course(found: Measures, one: Stands) -> list[tuple[date | None, Answer]]:
    """How the target came to stand as it does: from each day on which something changed, up to the day asked about.

    Where something may have stood before the first of them, that comes first, from no day (None).
    """
    target, issuer = one.target.key, one.issuer.key
    contradicts = sanctioned(found.seen).contradicts

    def on(day: date) -> Answer:
        return status(one.acts, target, issuer, day, found.known_on, contradicts)

    days = [day for day in days_of_change(one.acts, target, issuer, found.known_on) if day <= found.as_of]
    before = on(days[0] - timedelta(1)) if days and days[0] > date.min else None
    told: list[tuple[date | None, Answer]] = [(None, before)] if before and not before.certain else []
    for day in days:
        answer = on(day)
        if not told or _alike(told[-1][1]) != _alike(answer):
            told.append((day, answer))
    return told


def _course(found: Measures, one: Stands) -> list[Json]:
    return [
        ({"from": day.isoformat()} if day else {})
        | {"status": answer.status.value, "certain": answer.certain}
        | {"possible": sorted(status.value for status in answer.possible)}
        for day, answer in course(found, one)
    ]


def _alike(answer: Answer) -> tuple[object, ...]:
    """What a reader sees of an answer: where two have the same, nothing has changed."""
    standing = [(one.state, one.possible, one.covers) for one in (*answer.measures, *answer.licences)]
    return answer.status, answer.possible, standing, [gap.word for gap in answer.announced]


def _asked(
    every: Sanctioned, events: Mapping[Pair, Sequence[MeasureEvent]], known_on: date, target: str, issuer: str
) -> list[Pair]:
    targets = every.find(TARGET, target) if target.strip() else None
    issuers = every.find(ISSUER, issuer) if issuer.strip() else None
    found = [
        pair
        for pair, some in events.items()
        if any(one.known_by(known_on) for one in some)
        and (targets is None or targets.has(pair[0], pair))
        and (issuers is None or issuers.has(pair[1], pair))
    ]
    if not found and targets is not None and issuers is not None:
        return [(one, by) for one in sorted(targets.keys) for by in sorted(issuers.keys)]
    return found


def _word(text: str) -> Word | None:
    if not text.strip():
        return None
    if text.strip() not in set(Word):
        raise AskError("word", f"“{text[:40]}” is not a word that is checked: write one of {', '.join(Word)}")
    return Word(text.strip())


def _stands(
    every: Sanctioned,
    events: Sequence[MeasureEvent],
    pair: Pair,
    as_of: date,
    known_on: date,
    word: Word | None,
) -> Stands:
    target, issuer = pair
    acts = known_events(events, target, issuer, known_on)
    against = every.contradicts
    answer = status(acts, target, issuer, as_of, known_on, against)
    checked = check(word, acts, target, issuer, as_of, known_on, against) if word else None
    return Stands(every.named(target), every.named(issuer), answer, acts, checked)


def _standing(one: Standing) -> Json:
    said = {
        "measure": one.measure,
        "regime": one.regime,
        "instrument": one.instrument,
        "state": one.state.value,
        "possible": sorted(state.value for state in one.possible),
        "since": _days(one.since) if one.since else None,
        "covers": one.covers,
        "excludes": one.excludes,
        "claims": list(one.claims),
    }
    return {key: value for key, value in said.items() if value is not None}


def gap_json(gap: Gap) -> Json:
    """An announcement and what came of it, in the documented shape."""
    said: Json = {
        "claim": gap.word.claim,
        "announced": _days(gap.word.announced),
        "speaks_of": sorted(kind.value for kind in gap.speaks_of),
        "days": _between(gap.waiting),
        "certain": gap.certain,
    }
    if gap.deed is None:
        return said
    said |= {"issued_by": gap.deed.claim, "issued_as": gap.deed.kind.value, "issued": _days(gap.deed.issued)}
    said |= {"effective": _days(gap.deed.effective)} if gap.deed.effective else {}
    return said | ({"days_to_effect": _between(gap.coming)} if gap.coming else {})


def _days(days: Days | None) -> Json:
    ends = {"earliest": days.first, "latest": days.last} if days else {}
    return {name: day.isoformat() for name, day in ends.items() if day}


def _between(days: Between) -> Json:
    return {name: count for name, count in days._asdict().items() if count is not None}


def _checked(found: Checked) -> Json:
    return {"word": found.word.value, "verdict": found.verdict.value, "claims": list(found.acts)}
