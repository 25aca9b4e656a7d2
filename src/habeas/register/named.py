"""What has a name beside people: the bodies and places that visible claims name, and every name staff know of an agent.

Below the staff a body has its own name alone, as a person has: its other names may come from what is not shown.
"""

import json
from collections.abc import Collection

from habeas.claims.vocabulary import DEFAULT_ACCESS, AgentSort

from . import models, read
from .people import AGENT, named, visible
from .query import standing
from .read import View
from .rows import batched

_BODIES = frozenset((AgentSort.organisation, AgentSort.authorities, AgentSort.medium))


def bodies(seen: View) -> dict[str, list[str]]:
    """The names of the organisations, authorities and media whom a visible claim names, by the agent's id."""
    rows = standing(models.Agent, seen.at.seq).filter(named(seen, AGENT))
    agents = sorted(read.bodies_of(rows).values(), key=lambda body: str(body["id"]))
    return {body["id"]: _names(body, seen) for body in agents if body.get("sort") in _BODIES}


def places(seen: View) -> list[str]:
    """The names of the places where visible claims say that something happened."""
    entries = sorted(visible(seen).values_list("entry", flat=True))
    found: set[str] = set()
    for some in batched(entries):
        rows = models.Payload.objects.filter(seq__in=some, body__contains='"place":{')
        for text in rows.values_list("body", flat=True):
            body = json.loads(str(text))
            told = (body.get("place"), body.get("act", {}).get("place"))
            found.update(place["name"] for place in told if place and place.get("name"))
    return sorted(found)


def other_names(agents: Collection[str], seen: View) -> dict[str, list[str]]:
    """The other names under which agents were entered; of nobody below the staff."""
    found: dict[str, list[str]] = {}
    if seen.ceiling < DEFAULT_ACCESS:
        return found
    for some in batched(sorted(agents)):
        rows = standing(models.Agent, seen.at.seq).filter(id__in=some)
        found.update((body["id"], _names(body, seen)[1:]) for body in read.bodies_of(rows).values())
    return found


def _names(body: read.JsonBody, seen: View) -> list[str]:
    others = body.get("names", ()) if seen.ceiling >= DEFAULT_ACCESS else ()
    return [body["name"], *(other["name"] for other in others)]
