"""How many were held on a day, as known on another? The figure by rule and lens, and the claims that it opens to."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.act import ACTS, Act, Side
from habeas.claims.vocabulary import Access, Modality, Polarity
from habeas.claims.when import MOVES_A_SPELL, Meaning
from habeas.custody.standing import Report
from habeas.names.fold import fold
from habeas.register import erase, judged, read
from habeas.register.query import Query
from habeas.register.read import ReadAct, View
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import Count, Counted, count_stock

from .claims import as_json

LENS = "every accepted claim"
LENS_SENTENCE = "Admits every claim that is asserted or claimed, and affirmed, by whomever it is made."
ADMITTED = (Modality.asserted.value, Modality.claimed.value)
SHOWN_CLAIMS, SHOWN_PEOPLE = 100, 100


@dataclass(frozen=True, slots=True)
class Tally:
    """A computed figure with everything it hangs on; `assumed` counts its claims whose known day is assumed.

    `listed` are its people: first those in best, then those who possibly are, each by name; `names` and `last`, the
    last day of the last act that moved them, are by the record that stands for each. `in_conflict` are the groups of
    records that some judgements join and others hold apart: there each record is a person of its own. `hidden` counts
    the claims that could be seen at its entry and cannot now.
    """

    count: Count
    rule: Rule
    as_of: date
    known_on: date
    seen: View
    names: dict[str, str]
    last: dict[str, date]
    listed: tuple[Counted, ...]
    people: int
    in_conflict: int
    assumed: int
    erased: int
    hidden: int

    @property
    def note(self) -> str | None:
        """What a reader must be told first, or None."""
        if self.people == 0:
            return "nobody is named here"
        if self.count.high == 0:
            whom = "the one person" if self.people == 1 else f"any of the {self.people} people"
            return f"no claim known by then has {whom} named here in custody on that day"
        return None

    def _person(self, one: Counted) -> dict[str, Any]:
        standing = one.standing
        return {
            "record": one.person,
            "name": self.names.get(one.person, "not named"),
            "certainly": standing.certainly,
            "best": standing.best,
            "claims": list(standing.claims),
        }

    def as_json(self) -> dict[str, Any]:
        """The documented shape."""
        shown: dict[str, Any] = {
            "low": self.count.low,
            "best": self.count.best,
            "high": self.count.high,
            "named": self.count.named,
            "people": self.people,
            "rule": self.rule.name,
            "rule_version": self.rule.version,
            "rule_sentence": self.rule.sentence,
            "lens": LENS,
            "lens_sentence": LENS_SENTENCE,
            "access": self.seen.ceiling.name,
            "as_of": self.as_of.isoformat(),
            "known_on": self.known_on.isoformat(),
            "at": str(self.seen.at),
            "counted": [self._person(one) for one in self.listed[:SHOWN_PEOPLE]],
            "claims": list(self.count.claims[:SHOWN_CLAIMS]),
            "claim_count": len(self.count.claims),
            "assumed": self.assumed,
            "in_conflict": self.in_conflict,
            "erased_since": self.erased,
            "hidden_since": self.hidden,
        }
        return shown | ({"note": self.note} if self.note else {})


def tally(as_of: date, known_on: date, seen: View, rule: Rule = HELD) -> Tally:
    """The stock of a rule under the lens *every accepted claim*; the records that judgements join are one person."""
    with read.snapshot():
        persons = judged.persons(seen)
        acts = [
            act
            for act in read.acts(seen, known_on.isoformat(), ADMITTED, Polarity.affirmed.value)
            if Meaning(act.meaning) in MOVES_A_SPELL
        ]
        people: dict[str, list[Report]] = defaultdict(list)
        for act in acts:
            people[persons.person(act.record)].append(report(act))
        counted = count_stock(people, rule, as_of)
        names = _names(counted, acts, seen)
        erased, hidden = erase.erased_since(seen.at.seq, seen.ceiling), read.hidden_since(seen)
    return Tally(
        count=counted,
        rule=rule,
        as_of=as_of,
        known_on=known_on,
        seen=seen,
        names=names,
        last={one.person: last_day(people[one.person]) for one in counted.people},
        listed=tuple(sorted(counted.people, key=lambda one: _place(one, names))),
        people=len(people),
        in_conflict=sum(any(one in people for one in group) for group in persons.conflicts),
        assumed=_assumed(acts, counted),
        erased=erased,
        hidden=hidden,
    )


def _names(counted: Count, acts: list[ReadAct], seen: View) -> dict[str, str]:
    """Each person by the name that stands in the claims which the count rests on: another may not have been known."""
    by_claim = {act.claim: act for act in acts}
    first = {one.person: by_claim[one.standing.claims[0]] for one in counted.people}
    written = read.people(seen, [act.record for act in first.values() if act.name is None])
    return {person: act.name or written.get(act.record, "not named") for person, act in first.items()}


def stated_figures(seen: View, known_on: date | None = None) -> list[dict[str, Any]]:
    """Every stated figure that is visible, as its claim in the documented shape."""
    query = Query(type="figure", known_on=known_on.isoformat() if known_on else None)
    with read.snapshot():
        return [claim for claim in as_json(read.claims(query, seen), seen) if "figure" in claim]


def view(at: str | None, ceiling: Access) -> View:
    """The view at a citation SEQ-HASH, or at the head."""
    return read.view(at, ceiling)


def report(act: ReadAct) -> Report:
    """An act said to have happened, with no last day, happened by the day on which it was known."""
    latest = act.latest or max(act.known, act.earliest or act.known)
    return Report(act.claim, act.seq, Act(act.kind), _day(act.earliest), _day(latest))


def last_day(reports: list[Report]) -> date:
    """The last possible day of the last act that leaves somebody in custody or free."""
    return max(one.latest for one in reports if one.latest and ACTS[one.act].leaves is not Side.nothing)


def _place(one: Counted, names: dict[str, str]) -> tuple[bool, str, str]:
    return not one.standing.best, fold(names.get(one.person, "not named")), one.person


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _assumed(acts: list[ReadAct], counted: Count) -> int:
    resting = set(counted.claims)
    return sum(act.claim in resting and act.basis == "assumed" for act in acts)
