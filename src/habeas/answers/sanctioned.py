"""Who is under whose measures: the events that a lens admits, by the issuer and the target that claims name.

Two written targets are one where a claim says which agent is meant: the agent's names are its spellings. A target that
is written in one of the spellings of exactly one such agent is that agent. Nothing else is compared.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

DAYS = ("announced", "issued", "effective", "until")
NEAR = 5  # names that are offered for one that is not known


@dataclass(frozen=True, slots=True)
class Named:
    """An issuer or a target: its key, the name it is shown under, and the agent that it is, where it is one."""

    key: str
    name: str
    agent: str | None


class Sanctioned:
    """Everything that is claimed of measures, as one reader sees it at one entry."""

    def __init__(self, seen: View, read: Measured) -> None:
        self.seen, self.read = seen, read
        self._kept: Kept[tuple[MeasureEvent, ...]] = Kept(8)

    def events(self, lens: Lens) -> tuple[MeasureEvent, ...]:
        """The events that a lens admits, whenever they were known; one for each target that a claim names."""
        return self._kept.get(None, lens, lambda: tuple(self._events(lens)))

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

    def find(self, role: str, text: str) -> list[str]:
        """The keys of the issuers or targets that are called so; raises AskError, with near names, where none is."""
        found, called = self.called(role, text), self._called[role]
        if found:
            return sorted(found, key=lambda key: fold(self.named(key).name))
        near = get_close_matches(fold(text), called, n=NEAR, cutoff=0.5)
        names = dict.fromkeys(self.named(key).name for one in near for key in sorted(called[one]))
        advice = f"near it: {', '.join([*names][:NEAR])}" if names else f"there are {len(self.keys(role))}"
        raise AskError(role, f"“{text[:60]}” is no {role} of a measure here; {advice}")

    def called(self, role: str, text: str) -> frozenset[str]:
        """The keys of the issuers or targets that are called so; none where nobody is."""
        return frozenset(self._called[role].get(fold(" ".join(text.split())), ()))

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
        """For each role, by every folded name, as written and as spelled, who is called so."""
        found: dict[str, dict[str, set[str]]] = {role: defaultdict(set) for role in (ISSUER, TARGET)}
        for row, role in product(self.read.rows, found):
            for party in _parties(row, role):
                key = self._key(party)
                for name in (party.name, *self.read.names.get(key, ())):
                    found[role][fold(name)].add(key)
        return found

    def _key(self, party: Party) -> str:
        return party.agent or self._spelled.get(fold(party.name)) or fold(party.name)

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


def pairs(events: Iterable[MeasureEvent], known_on: date) -> list[tuple[str, str]]:
    """The targets and issuers of whom an event is known by a day."""
    return list(dict.fromkeys((one.target, one.issuer) for one in events if one.known_by(known_on)))
