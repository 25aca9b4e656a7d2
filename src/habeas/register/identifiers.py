"""Reading identifiers: who has which, by the claims that are accepted, and what else is said of them."""

from collections.abc import Collection
from typing import NamedTuple

from habeas.claims.identifiers import IDENTIFIER
from habeas.claims.vocabulary import Modality, Polarity, Review

from . import models
from .query import Query, Rows, View, asked
from .rows import batched


class Said(NamedTuple):
    """A claim, by its entry and id, that somebody (a record or an agent) has a value of a property."""

    seq: int
    claim: str
    whom: str
    agent: bool
    property: str
    value: str


def identifiers(seen: View) -> list[Said]:
    """Every claim of an identifier that is affirmed, asserted and not under second look, as it was entered."""
    return _said(models.Attribute.objects.filter(property=IDENTIFIER), seen)


def facts(seen: View, ids: Collection[str], properties: Collection[str]) -> list[Said]:
    """The same of these properties, of records and agents among the ids."""
    found: list[Said] = []
    rows = models.Attribute.objects.filter(property__in=properties)
    for some in batched(sorted(ids)):
        for end in ("record", "agent"):
            found += _said(rows.filter(**{f"{end}__in": some}), seen)
    return sorted(found)


def _said(rows: Rows, seen: View) -> list[Said]:
    query = Query(polarity=Polarity.affirmed, review=Review.accepted)
    claims = asked(query, seen).filter(modality__in=(Modality.asserted, Modality.claimed))
    claims = claims.filter(entry__in=rows.values("entry")).order_by("entry").values_list("entry", "id")
    by_entry: dict[int, str] = dict(claims)
    found = []
    for some in batched(sorted(by_entry)):
        told = rows.filter(entry__in=some).order_by("entry", "position")
        for entry, record, agent, name, value in told.values_list("entry", "record", "agent", "property", "value"):
            if record or agent:
                found.append(Said(entry, by_entry[entry], record or agent, not record, name, value))
    return found
