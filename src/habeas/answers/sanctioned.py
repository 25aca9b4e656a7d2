"""Who is under whose measures: the events that a lens admits, by the issuer and the target that claims name.

Two written targets are one where a claim says which agent is meant: the agent's names are its spellings. A target that
is written in one of the spellings of exactly one such agent is that agent. Nothing else is compared.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from itertools import product

from habeas.claims.vocabulary import MeasureEventKind, MeasureKind
from habeas.claims.when import MOVES_A_SPELL, Meaning
from habeas.measures.event import Days, MeasureEvent
from habeas.names.fold import fold
from habeas.register.measured import ISSUER, TARGET, Measured, MeasureRow, Party, measured
from habeas.register.read import View
from habeas.tally.lens import Lens, refuses

from .kept import Kept, state
from .public import AskError

Pair = tuple[str, str]  # a target and an issuer
ROLES = (ISSUER, TARGET)
DAYS = ("announced", "issued", "effective", "until")
NEAR = 5  # names that are offered for one that is not known


@dataclass(frozen=True, slots=True)
class Named:
    """An issuer or a target: its key, the name it is shown under, and the agent that it is, where it is one."""

    key: str
    name: str
    agent: str | None


@dataclass(frozen=True, slots=True)
class Found:
    """Whom a name means: those who are called so, and the targets and issuers of whom a claim writes it."""

    keys: frozenset[str]
    pairs: frozenset[Pair]

    def has(self, key: str, pair: Pair) -> bool:
        """Whether one of the two of a target and an issuer, or the two as a claim writes them, is meant."""
        return key in self.keys or pair in self.pairs


class Sanctioned:
    """Everything that is claimed of measures, as one reader sees it at one entry."""

    def __init__(self, seen: View, read: Measured) -> None:
        self.seen, self.read = seen, read
        claims = {row.claim for row in read.rows}
        self.contradicts = frozenset(pair for pair in read.contradicts if claims.issuperset(pair))
        self._kept: Kept[Mapping[Pair, Sequence[MeasureEvent]]] = Kept(8)

    def events(self, lens: Lens) -> Mapping[Pair, Sequence[MeasureEvent]]:
        """The events that a lens admits, whenever they were known, by the target and the issuer that claims name."""
        return self._kept.get(None, lens, lambda: self._by_pair(lens))

    def not_admitted(self, lens: Lens, known_on: date) -> Mapping[str, int]:
        """How many claims known by a day the lens refuses, by the condition that it makes."""
        found: dict[str, int] = defaultdict(int)
        for row in self.read.rows:
            why = refuses(lens, row.told)
            if why is not None and row.known <= known_on.isoformat():
                found[why] += 1
        return dict(found)

    def named(self, key: str) -> Named:
        """What stands under a key."""
        return self._named[key]

    def meant(self, role: str, text: str) -> Found:
        """Whom a name means as issuer or target; nobody, where none is called so."""
        name = fold(" ".join(text.split()))
        return Found(frozenset(self._called[role].get(name, ())), frozenset(self._written[role].get(name, ())))

    def find(self, role: str, text: str) -> Found:
        """Whom a name means as issuer or target; raises AskError, with near names, where nobody is called so."""
        found, name = self.meant(role, text), fold(" ".join(text.split()))
        if found.keys or found.pairs:
            return found
        known = {fold(self.named(key).name): self.named(key).name for key in self.keys(role)}
        known |= {one: one for some in (self._called, self._written) for one in some[role] if one not in known}
        near = get_close_matches(name, known, n=NEAR, cutoff=0.5)
        advice = f"near it: {', '.join(known[one] for one in near)}" if near else "without a name all are told"
        raise AskError(role, f"“{text[:60]}” is no {role} of a measure here; {advice}")

    def keys(self, role: str) -> list[str]:
        """The keys of all issuers or targets, by their names."""
        return sorted(set().union(*self._called[role].values()), key=lambda key: fold(self.named(key).name))

    @cached_property
    def _spelled(self) -> Mapping[str, str]:
        """By folded spelling the agent that is called so; what two agents are called tells neither."""
        found: dict[str, set[str]] = defaultdict(set)
        for agent, names in self.read.names.items():
            for name in names:
                found[fold(name)].add(agent)
        return {name: next(iter(agents)) for name, agents in found.items() if len(agents) == 1}

    @cached_property
    def _named(self) -> Mapping[str, Named]:
        found: dict[str, Named] = {}
        for party in (one for row in self.read.rows for role in (ISSUER, TARGET) for one in _parties(row, role)):
            key = self._key(party)
            agent = key if key in self.read.names else None
            found.setdefault(key, Named(key, self.read.names[key][0] if agent else party.name, agent))
        return found

    @cached_property
    def _called(self) -> Mapping[str, Mapping[str, set[str]]]:
        """For each role, by every folded name and spelling, who is called so."""
        found: dict[str, dict[str, set[str]]] = {role: defaultdict(set) for role in ROLES}
        for row, role in product(self.read.rows, ROLES):
            for key in map(self._key, _parties(row, role)):
                for name in self.read.names.get(key, (self.named(key).name,)):
                    found[role][fold(name)].add(key)
        return found

    @cached_property
    def _written(self) -> Mapping[str, Mapping[str, set[Pair]]]:
        """For each role, by every folded name that is no spelling, the targets and issuers of whom it is written."""
        found: dict[str, dict[str, set[Pair]]] = {role: defaultdict(set) for role in ROLES}
        for row in self.read.rows:
            for issuer, target in product(_parties(row, ISSUER), _parties(row, TARGET)):
                pair = self._key(target), self._key(issuer)
                for role, party in ((ISSUER, issuer), (TARGET, target)):
                    if self._key(party) not in self._called[role].get(fold(party.name), ()):
                        found[role][fold(party.name)].add(pair)
        return found

    def _key(self, party: Party) -> str:
        return party.agent or self._spelled.get(fold(party.name)) or fold(party.name)

    def _by_pair(self, lens: Lens) -> dict[Pair, list[MeasureEvent]]:
        found: dict[Pair, list[MeasureEvent]] = {}
        for one in self._events(lens):
            found.setdefault((one.target, one.issuer), []).append(one)
        return found

    def _events(self, lens: Lens) -> Iterator[MeasureEvent]:
        for row in self.read.rows:
            if refuses(lens, row.told) is None:
                for issuer, target in product(_parties(row, ISSUER), _parties(row, TARGET)):
                    yield _event(row, self._key(issuer), self._key(target))


_SANCTIONED: Kept[Sanctioned] = Kept(4)


def sanctioned(seen: View) -> Sanctioned:
    """What is claimed of measures, as it is seen from here."""
    return _SANCTIONED.get(state(), seen, lambda: Sanctioned(seen, measured(seen)))


def _parties(row: MeasureRow, role: str) -> Sequence[Party]:
    """Those who take part in the role; where the claim names none, the text of the event."""
    return [one for one in row.parties if one.role == role] or [Party(role, row.said[role], None)]


def _event(row: MeasureRow, issuer: str, target: str) -> MeasureEvent:
    said, known = row.said, date.fromisoformat(row.known)
    kind = MeasureEventKind(said["kind"])
    days = _days(row, kind, known)
    return MeasureEvent(
        claim=row.claim,
        order=row.order,
        known=known,
        kind=kind,
        issuer=issuer,
        target=target,
        measure=MeasureKind(said["measure"]) if "measure" in said else None,
        regime=said.get("regime"),
        instrument=said.get("instrument"),
        covers=said.get("covers"),
        excludes=said.get("excludes"),
        of_licence=said.get("licence") == "yes",
        announces=frozenset(map(MeasureEventKind, said.get("announces", ()))),
        known_to=date.fromisoformat(row.known_to) if row.known_to else None,
        denied=row.told.polarity == "denied",
        **days,
    )


def _days(row: MeasureRow, kind: MeasureEventKind, known: date) -> dict[str, Days]:
    """The days that the claim tells apart; its own date is the day of the issue, unless it says of what it is."""
    found = {name: _span(row.said[name]) for name in DAYS if name in row.said}
    meaning = Meaning(row.when["meaning"]) if row.when else Meaning.happened
    own = _span(row.when) if row.when else Days(None, None)
    if own.last is None and meaning in MOVES_A_SPELL:
        own = Days(own.first, known)  # what happened had happened by the day on which it was known
    of = "announced" if kind is MeasureEventKind.announce else str(meaning)
    if row.when or not found:
        found.setdefault(of if of in DAYS else "issued", own)
    return found


def _span(when: Mapping[str, str]) -> Days:
    first, last = (date.fromisoformat(when[end]) if end in when else None for end in ("earliest", "latest"))
    return Days(first, last)
