"""Who is counted, a page at a time, each with the claims that this rests on: what a large figure opens to.

A place is how many people, or claims, stand before it; the same question at the same entry has them in the same order.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.register import read
from habeas.register.query import Query
from habeas.tally.count import Counted

from .claims import as_json
from .tables import NOT_NAMED
from .tally import SHOWN_CLAIMS, SHOWN_PEOPLE, Tally

Json = dict[str, Any]
FEW = 8  # claims that are read for a name


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody who is counted, by the name in the claims that this rests on, with the first of those claims."""

    counted: Counted
    name: str
    claims: Sequence[Json]


def opened(tally: Tally, after: int, most: int, claims: int) -> list[Opened]:
    """The people who stand after so many others, `most` of them, each with up to so many claims."""
    some = tally.listed[after : after + most]
    found = _claims((one for each in some for one in each.claims[:claims]), tally)
    return [_opened(one, [found[claim] for claim in one.claims[:claims] if claim in found]) for one in some]


def as_page(tally: Tally, after: int = 0) -> Json:
    """The documented shape of a figure, its lists from `after` on; `next` is the place to go on, if more follow."""
    refused = [claim for claims in tally.refused.values() for claim in claims]
    longest = max(len(tally.listed), len(tally.count.claims), len(refused))
    found = tally.as_json()
    if after or any(one.person not in tally.names for one in tally.listed[:SHOWN_PEOPLE]):
        people = opened(tally, after, SHOWN_PEOPLE, FEW)
        found["counted"] = [_person(one) for one in people]
        found["claims"] = list(tally.count.claims[after : after + SHOWN_CLAIMS])
        found["not_admitted_claims"] = refused[after : after + SHOWN_CLAIMS]
    return found | ({"next": after + SHOWN_CLAIMS} if after + SHOWN_CLAIMS < longest else {})


def _claims(ids: Iterable[str], tally: Tally) -> Mapping[str, Json]:
    """Those of the claims that may be seen, as they stood on the known day."""
    query = Query(ids=sorted(set(ids)), known_on=tally.known_on.isoformat())
    if not query.ids:
        return {}
    with read.snapshot():
        return {one["id"]: one for one in as_json(read.claims(query, tally.seen), tally.seen, query.known_on)}


def _opened(one: Counted, claims: Sequence[Json]) -> Opened:
    return Opened(one, next((name for claim in claims if (name := _name(claim))), NOT_NAMED), claims)


def _name(claim: Json) -> str:
    """How a claim writes the name of whom its act is about; nothing where it does not name them."""
    whom = claim.get("act", {}).get("record")
    return next((str(one["name"]) for one in claim["participants"] if whom and one.get("record_id") == whom), "")


def _person(one: Opened) -> Json:
    counted = one.counted
    bounds = {"low": counted.low, "best": counted.best, "high": counted.high}
    return {"record": counted.person, "name": one.name, **bounds, "claims": list(counted.claims)}
