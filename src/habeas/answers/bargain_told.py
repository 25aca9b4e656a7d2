"""A bargain as it is told: each commitment with the claims that carry its words, and what each lens came to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.bargain.evidence import Count, StatedNumber
from habeas.bargain.progress import Progress
from habeas.bargain.terms import Bargain, Commitment, Window
from habeas.bargain.verdict import Judged, Verdict, over_lenses
from habeas.claims.act import Act
from habeas.register.read import View
from habeas.tally.lens import Lens

from .gone import Gone

Json = dict[str, Any]
NOT_SAID = "no claim that may be seen here had said so by then"


@dataclass(frozen=True, slots=True)
class ByLens:
    """The verdict that one lens comes to, and how far it found that things had come."""

    lens: Lens
    judged: Judged
    progress: Progress | None

    def as_json(self, speakers: Mapping[str, str]) -> Json:
        """The documented shape; `speakers` by claim id, of published numbers."""
        found: Json = {"lens": self.lens.name, "lens_version": self.lens.version, "verdict": self.judged.verdict.value}
        if self.judged.possible:
            found["possible"] = [one.value for one in self.judged.possible]
        if self.judged.notes:
            found["notes"] = list(self.judged.notes)
        if self.progress is not None:
            found |= _progress(self.progress, speakers)
        return found


@dataclass(frozen=True, slots=True)
class Row:
    """A commitment as it is told: the claims that carry its words, known by the day, and the verdicts by lens.

    `verdict` is what all lenses come to that can tell, None where nobody had said it by then.
    """

    commitment: Commitment
    said: Sequence[Json]
    by_lens: Sequence[ByLens]

    @property
    def verdict(self) -> Verdict | None:
        """The verdict over all lenses."""
        return over_lenses([one.judged for one in self.by_lens]) if self.said else None


@dataclass(frozen=True, eq=False)
class Told:
    """A bargain as of a day, as known on another, for a reader; `names` are those of its agents."""

    bargain: Bargain
    as_of: date
    known_on: date
    seen: View
    rows: Sequence[Row]
    names: Mapping[str, str]
    evidence: Mapping[str, Json]
    gone: Gone

    def name(self, agent: str) -> str:
        """The name of one of its agents."""
        return self.names.get(agent, "not named")

    @property
    def terms(self) -> list[Row]:
        """The terms, undertaken or offered."""
        return [one for one in self.rows if one.commitment.stage.is_term]

    @property
    def beside(self) -> list[Row]:
        """Assurances and demands, which are no terms."""
        return [one for one in self.rows if not one.commitment.stage.is_term]

    def broken_by(self, act: Act) -> list[Row]:
        """Whatever asks that there be no such act, as far as it was said by the known day."""
        return self._said(self.bargain.broken_by(act))

    def strained_by(self, act: Act) -> list[Row]:
        """Whatever such an act bears on without deciding it."""
        return self._said(self.bargain.strained_by(act))

    def _said(self, some: Sequence[Commitment]) -> list[Row]:
        return [one for one in self.rows if one.commitment in some and one.said]

    def as_json(self) -> Json:
        """The documented shape."""
        return {
            "bargain": self.bargain.name,
            "version": self.bargain.version,
            "sentence": self.bargain.sentence,
            "parties": [self.name(one) for one in self.bargain.parties],
            "mediators": [self.name(one) for one in self.bargain.mediators],
            "as_of": self.as_of.isoformat(),
            "known_on": self.known_on.isoformat(),
            "at": str(self.seen.at),
            "access": self.seen.ceiling.name,
            **self.gone.as_json(),
            "commitments": [self._row(one) for one in self.rows],
            "evidence": list(self.evidence.values()),
        }

    def _row(self, row: Row) -> Json:
        one, verdict = row.commitment, row.verdict
        found: Json = {
            "key": one.key,
            "party": self.name(one.party),
            "undertakes": one.undertakes,
            "stage": one.stage.value,
            "term": "yes" if one.stage.is_term else "no",
            "rests_on": [claim["id"] for claim in row.said],
        }
        if one.to:
            found["to"] = self.name(one.to)
        if one.window.original:
            found["window"] = _window(one.window)
        if one.condition:
            found["condition"] = {"on": one.condition.on.value, "words": one.condition.words}
        if one.verification:
            found["verification"] = one.verification
        if verdict is None:
            return found | {"note": NOT_SAID}
        speakers = {one: _speaker(claim) for one, claim in self.evidence.items()}
        return found | {"verdict": verdict.value, "lenses": [each.as_json(speakers) for each in row.by_lens]}


def _progress(found: Progress, speakers: Mapping[str, str]) -> Json:
    told: Json = {} if found.stated else {"needed": found.needed}
    if found.stated:
        told["published"] = _published(found.stated)
    if found.count is not None:
        told |= _count(found.count, speakers)
    if found.done is not None:
        told["done"] = found.done
    return told | {"claims": list(found.claims)}


def _published(some: Sequence[StatedNumber]) -> Json:
    """The widest that published numbers say; an end that one of them leaves open is left out."""
    least, most = [one.least for one in some], [one.most for one in some]
    told = {} if None in least else {"low": str(min(one for one in least if one is not None))}
    told |= {} if None in most else {"high": str(max(one for one in most if one is not None))}
    return told | {"said_by": sorted({one.speaker for one in some})}


def _count(found: Count, speakers: Mapping[str, str]) -> Json:
    told: Json = {"low": found.low, "named": {"low": found.named[0], "high": found.named[1]}}
    if found.high is not None:
        told["high"] = found.high
    if found.unnamed[0] or found.unnamed[1] != 0:
        told["unnamed"] = {"low": found.unnamed[0]} | ({} if found.unnamed[1] is None else {"high": found.unnamed[1]})
    if found.told is not None:
        ends = {name: str(end) for name, end in zip(("low", "high"), found.told, strict=True) if end is not None}
        told["published"] = ends | {"said_by": sorted({speakers[one] for one in found.numbers if one in speakers})}
    told["rests_on_aggregate"] = "yes" if found.aggregate else "no"
    return told


def _window(window: Window) -> Json:
    days = {"first": window.first, "last": window.last}
    return {"original": window.original} | {name: day.isoformat() for name, day in days.items() if day}


def _speaker(claim: Json) -> str:
    return str(claim["attribution"][-1]["agent"]) if claim["attribution"] else "not said"
