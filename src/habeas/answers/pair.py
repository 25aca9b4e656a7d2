"""Two records side by side: what each source says, what of it agrees, and what was judged of the two.

Whether they are one person is a person's to judge; nothing here adds up to a verdict. Days that may be one are no
conflict, and of an act other days may be those of another act.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import product
from typing import Any

from habeas.claims.vocabulary import Polarity, Sameness
from habeas.claims.when import When
from habeas.custody.course import standing_at
from habeas.linkage.contradiction import joined_through
from habeas.linkage.evidence import Says
from habeas.names.analyse import analyse
from habeas.names.compare import SAME, compare
from habeas.register import clustered, judged, living, read
from habeas.register import people as reading
from habeas.register.people import NAME, Somebody
from habeas.register.read import View

from .accounts import accounts
from .held import Held, held_among
from .judgements import Judgement, end_as_json, told
from .list_editions import day_of
from .opened import Claim
from .quoted import open_claims
from .said_alike import days_alike, properties_alike
from .stretches import stretches

Json = dict[str, Any]
MOST_NAMES, MOST_CLAIMS = 6, 60
SURE = 0.9  # names so near are one name, written otherwise
UNTOLD = frozenset({NAME, "residence", "address"})


class Agreement(StrEnum):
    """How what two say of one thing goes together."""

    agrees = "agrees"
    alike = "alike"
    differs = "differs"
    other_days = "other_days"
    one_side = "one_side"


SAYS = {
    Says.agrees: Agreement.agrees,
    Says.alike: Agreement.alike,
    Says.differs: Agreement.differs,
    Says.one_side: Agreement.one_side,
}
ENDS = ("earliest", "latest")


@dataclass(frozen=True, slots=True)
class Value:
    """What one side says, in words, by a claim (None: by the record itself); `when` is the day of an act."""

    text: str
    claim: str | None = None
    when: Json | None = field(default=None, hash=False)

    def as_json(self) -> Json:
        """The documented shape."""
        told: Json = {"value": self.text} | ({"claim": self.claim} if self.claim else {})
        return told | ({"when": self.when} if self.when else {})


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing: a name, a property or (`act`) a kind of act; what each side says of it, and how that goes together."""

    what: str
    one: tuple[Value, ...]
    other: tuple[Value, ...]
    agreement: Agreement
    act: bool = False
    reasons: tuple[str, ...] = ()

    def as_json(self) -> Json:
        """The documented shape."""
        sides = {name: [one.as_json() for one in getattr(self, name)] for name in ("one", "other")}
        told: Json = {"what": self.what, "agreement": self.agreement.value, **sides}
        return told | ({"reasons": list(self.reasons)} if self.reasons else {})


@dataclass(frozen=True, slots=True)
class Apart:
    """Days on which one has the person certainly in custody, and the other certainly not; `last` None: up to now."""

    first: date
    last: date | None
    one_in: bool

    def as_json(self) -> Json:
        """The documented shape."""
        last = {"last": self.last.isoformat()} if self.last else {}
        return {"first": self.first.isoformat(), **last, "in_custody_by": "one" if self.one_in else "other"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the record or agent, what is said of its document, and the claims about it, opened."""

    whom: Somebody
    document: Json | None = field(hash=False)
    claims: list[Claim] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records side by side. `chain` leads from one to the other where they are one person now, as far as its
    records may be met; both are among it.

    `score` is how alike their nearest names are, 0 to 1. `judgements` are those of the two themselves.
    """

    seen: View
    one: Side
    other: Side
    score: float
    compared: tuple[Compared, ...]
    apart: tuple[Apart, ...]
    judgements: tuple[Judgement, ...]
    chain: tuple[Somebody, ...]

    @property
    def command(self) -> str:
        """How it is decided, but for the verdict, the reason and the name."""
        return f"habeas judge {self.one.whom.id[:16]} {self.other.whom.id[:16]}"

    def as_json(self) -> Json:
        """The documented shape."""
        sides: Json = {
            name: end_as_json(side.whom)
            | ({"document": side.document["id"]} if side.document else {})
            | {"claims": [claim.as_json() for claim in side.claims]}
            for name, side in (("one", self.one), ("other", self.other))
        }
        parts = {key: [one.as_json() for one in getattr(self, key)] for key in ("compared", "apart", "judgements")}
        joined = {"joined": [end_as_json(one) for one in self.chain]} if self.chain else {}
        return {
            "at": str(self.seen.at),
            **sides,
            "score": f"{self.score:.2f}",
            **parts,
            **joined,
            "command": self.command,
        }


def pair(one: str, other: str, seen: View, today: date) -> Pair | None:
    """The two by their own ids; None where one of them may not be met, where both are one, or both are agents."""
    with read.snapshot():
        met = reading.somebodies([one, other], seen)
        if len(met) < 2 or all(each.kind == reading.AGENT for each in met.values()):
            return None
        sides = [_side(met[each], seen, today) for each in (one, other)]
        score, named = _names(met[one], met[other], seen)
        live = living.around([one, other], seen.at.seq)
        through = _through(one, other, live, seen)
        return Pair(
            seen=seen,
            one=sides[0],
            other=sides[1],
            score=score,
            compared=(named, *_properties(one, other, seen), *_acts(*(side.claims for side in sides))),
            apart=_apart(one, other, live, seen, today),
            judgements=told(judged.judgements_among(seen, [one, other]), seen),
            chain=through,
        )


def _side(whom: Somebody, seen: View, today: date) -> Side:
    claims = read.of_rows(reading.about([whom.id], seen, today.isoformat()), MOST_CLAIMS)
    wanted = {claim.body["document"] for claim in claims} | ({whom.document} if whom.document else set())
    documents = {one["id"]: one for one in read.documents(seen, wanted)}
    opened = open_claims(claims, documents, seen)
    return Side(whom, documents.get(whom.document or ""), [opened[claim.seq] for claim in claims])


def _names(one: Somebody, other: Somebody, seen: View) -> tuple[float, Compared]:
    """The two names that are nearest to each other, and why."""
    written: dict[str, list[str]] = {each.id: [each.name] for each in (one, other)}
    for each in reading.written([one.id, other.id], seen):
        written[each.id].append(each.name)
    some, others = ([*dict.fromkeys(written[each.id])][:MOST_NAMES] for each in (one, other))
    found = [(compare(analyse(x), analyse(y)), x, y) for x, y in product(some, others)]
    best, first, second = max(found, key=lambda each: each[0].score)
    agreement = Agreement.agrees if best.score >= SURE else Agreement.alike if best.score >= SAME else Agreement.differs
    return best.score, Compared(NAME, (Value(first),), (Value(second),), agreement, reasons=best.reasons)


def _properties(one: str, other: str, seen: View) -> list[Compared]:
    """What each is said to be, property by property."""
    said: dict[str, tuple[list[Value], list[Value]]] = defaultdict(lambda: ([], []))
    for claim in read.with_bodies(reading.attributes([one, other], seen)):
        attribute = claim.body["attribute"]
        whom = attribute.get("record") or attribute.get("agent")
        if whom in (one, other) and claim.body["polarity"] == Polarity.affirmed and attribute["property"] not in UNTOLD:
            said[attribute["property"]][whom == other].append(Value(attribute["value"], claim.id))
    return [_property(name, x, y) for name, (x, y) in sorted(said.items())]


def _property(name: str, some: Sequence[Value], others: Sequence[Value]) -> Compared:
    says, why = properties_alike(name, [one.text for one in some], [one.text for one in others])
    return Compared(name, tuple(some), tuple(others), SAYS[says], reasons=(why,) if why else ())


def _acts(some: Sequence[Claim], others: Sequence[Claim]) -> list[Compared]:
    """Acts of custody, kind by kind, as each side has them."""
    said: dict[str, tuple[list[Value], list[Value]]] = defaultdict(lambda: ([], []))
    for place, claims in enumerate((some, others)):
        for claim in claims:
            if "act" in claim.said and claim.said["polarity"] == Polarity.affirmed:
                when = claim.said.get("when")
                text = When.from_dict(when).plain() if when else "day not said"
                said[claim.said["act"]["kind"]][place].append(Value(text, claim.said["id"], when))
    return [_act(kind, x, y) for kind, (x, y) in said.items()]


def _act(kind: str, some: Sequence[Value], others: Sequence[Value]) -> Compared:
    """Other days of an act do not differ: they may be those of another act."""
    days = [
        [day_of(*(day.get(end) for end in ENDS)) for day in (one.when or {} for one in each)] for each in (some, others)
    ]
    says, why = days_alike(kind, *days)
    agreement = Agreement.other_days if says is Says.differs else SAYS[says]
    return Compared(kind, tuple(some), tuple(others), agreement, act=True, reasons=(why,) if why else ())


def _apart(one: str, other: str, live: Sequence[living.Live], seen: View, today: date) -> tuple[Apart, ...]:
    """The days on which the two, each alone, certainly cannot be one: from the first day that both tell of."""
    every = accounts(seen)
    alone = every.judged_by(clustered.persons_if(every.persons, seen, [each.id for each in live], ()))
    helds = [held_among(alone, each, today, today) for each in (one, other)]
    if None in helds:
        return ()
    first, second = (each for each in helds if each)
    begin = max(_begins(first), _begins(second))
    changes = {step.first for held in (first, second) for step in held.steps if begin < step.first <= today}

    def one_in(day: date) -> bool | None:
        x, y = (standing_at(held.steps, day) for held in (first, second))
        apart = (x.certainly and not y.possibly) or (y.certainly and not x.possibly)
        return x.certainly if apart else None

    found = stretches(sorted({begin, *changes}), one_in)
    return tuple(Apart(first_day, last, whose) for first_day, last, whose in found if whose is not None)


def _begins(held: Held) -> date:
    """The first day on which an act that is told of may have been."""
    return min((one.earliest for one in held.reports if one.earliest), default=date.min)


def _through(one: str, other: str, live: Sequence[living.Live], seen: View) -> tuple[Somebody, ...]:
    """The shortest chain of records that judgements join, from one to the other; none where they are two persons."""
    if other not in clustered.one_person(one, seen):
        return ()
    chain = joined_through(one, other, living.pairs(live, Sameness.same)) or ()
    met = reading.somebodies(chain, seen)
    return tuple(met[each] for each in chain if each in met)
