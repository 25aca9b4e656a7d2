"""Reading what was done to measures: every visible claim of a measure event, of every known day, with who says it.

Nothing is chosen here: denials and what was not known yet are given out, and the lens and the day decide later. The
names of an agent are given where a visible claim names it as issuer or target, and not otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from habeas.claims.vocabulary import ClaimType
from habeas.tally.lens import Told

from . import models, read
from .counting import Pair, contradicting, said_by_entry
from .query import Query, View, standing

ISSUER, TARGET = "issuer", "target"
PARTIES = frozenset({ISSUER, TARGET})
FEW = 5_000  # of so many who says them is asked claim by claim, and not of every claim there is


@dataclass(frozen=True, slots=True)
class Party:
    """Who issues, or what is aimed at, as a claim writes it; `agent` is who that is, where the claim says so."""

    role: str
    name: str
    agent: str | None


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A claim of one measure event. `said` is its body as it was entered; `when` the date of the claim, if it has one.

    `seq` is the entry that says it, `order` the entry that said it first. It is known from `known` until `known_to`
    (None: still), which `basis` explains.
    """

    claim: str
    seq: int
    order: int
    known: str
    known_to: str | None
    basis: str
    told: Told
    said: Mapping[str, Any]
    when: Mapping[str, str] | None
    parties: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """All measure events that may be seen; the names of each agent, its own first; the claims that contradict."""

    rows: tuple[MeasureRow, ...]
    names: Mapping[str, tuple[str, ...]]
    contradicts: frozenset[Pair]


def measured(seen: View) -> Measured:
    """Everything that is claimed of measures at the view, in the order in which it was entered."""
    with read.snapshot():
        claims = read.claims(Query(type=ClaimType.measure_event), seen)
        ids = [one.id for one in claims]
        said = said_by_entry(seen, Q(type=ClaimType.measure_event), ids if len(ids) <= FEW else None)
        rows = tuple(
            MeasureRow(*said[one.seq].every, one.body["measure_event"], one.body.get("when"), _parties(one.body))
            for one in claims
            if "measure_event" in one.body
        )
        agents = {party.agent for row in rows for party in row.parties if party.agent}
        return Measured(rows, _names(seen, agents), contradicting(seen))


def _parties(body: Mapping[str, Any]) -> tuple[Party, ...]:
    return tuple(
        Party(one["role"], one["name"], one.get("agent"))
        for one in body.get("participants", ())
        if one["role"] in PARTIES
    )


def _names(seen: View, agents: set[str]) -> dict[str, tuple[str, ...]]:
    bodies = read.bodies_of(standing(models.Agent, seen.at.seq).filter(id__in=agents)).values()
    return {one["id"]: (one["name"], *(also["name"] for also in one.get("names", ()))) for one in bodies}
