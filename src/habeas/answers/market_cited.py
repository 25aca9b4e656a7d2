"""The claims that the numbers of a market rest on: those on record here that say just what the market's file cites."""

from collections.abc import Mapping
from datetime import date

from habeas.claims.vocabulary import Topic
from habeas.market.described import Described
from habeas.register import read
from habeas.register.query import Query
from habeas.register.read import View

from .kept import Kept, state

Cited = Mapping[str, tuple[str, ...]]  # by the name of a number, the ids of claims

_SAID: Kept[Mapping[str, tuple[tuple[str, str], ...]]] = Kept(4)


def cited(described: Described, seen: View, known_on: date) -> tuple[Cited, tuple[str, ...]]:
    """By the name of each number that cites, the claims known by a day that it cites; and the statements of which no
    claim is on record here, or none that may be seen.
    """
    if not described.cites:
        return {}, ()
    said = _SAID.get(state(), seen, lambda: _said(seen))
    day = known_on.isoformat()
    known = {
        statement: tuple(claim for claim, since in said.get(statement, ()) if since <= day)
        for some in described.cites.values()
        for statement in some
    }
    found = {
        name: tuple(dict.fromkeys(claim for statement in some for claim in known[statement]))
        for name, some in described.cites.items()
    }
    return found, tuple(statement for statement, claims in known.items() if not claims)


def _said(seen: View) -> dict[str, tuple[tuple[str, str], ...]]:
    """By statement, each claim about markets that makes it, and since when that was known."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for claim in read.claims(Query(topic=Topic.market.value), seen):
        before = found.get(claim.body["statement"], ())
        found[claim.body["statement"]] = (*before, (claim.id, claim.known["latest"]))
    return found
