"""What is on record of a list now: editions, rows, and what they claim; to tell what a new edition leaves out."""

import json
from collections.abc import Sequence

from habeas.claims.vocabulary import DEFAULT_ACCESS

from . import models
from .people import somebodies
from .query import View, standing
from .rows import batched


def editions(list_name: str) -> list[tuple[str, str | None]]:
    """The editions of a list: document and day."""
    rows = models.ListVersion.objects.filter(to_seq__isnull=True, list=list_name)
    return list(rows.values_list("document", "date"))


def records(list_name: str) -> dict[str, str]:
    """The rows of a list that stand, with their names; a table of figures has none."""
    return dict(models.Record.objects.filter(to_seq__isnull=True, list=list_name).values_list("id", "name"))


def records_of(list_name: str, seen: View) -> list[str] | None:
    """The rows of a list that stand at a view, as far as this reader may meet them; None where there is no list."""
    ids = list(standing(models.Record, seen.at.seq).filter(list=list_name).values_list("id", flat=True))
    if not ids and not standing(models.ListVersion, seen.at.seq).filter(list=list_name).exists():
        return None
    met = set(ids) if seen.ceiling >= DEFAULT_ACCESS else somebodies(set(ids), seen)
    return [one for one in dict.fromkeys(ids) if one in met] or None


def rows(list_name: str) -> list[str]:
    """The ids of the rows that the editions of a list have, or had, those of a table of figures included."""
    seqs = models.ListVersion.objects.filter(to_seq__isnull=True, list=list_name).order_by("entry").values("entry")
    bodies = models.Payload.objects.filter(seq__in=seqs, body__isnull=False).values_list("body", flat=True)
    return list(dict.fromkeys(row for text in bodies if text for row in json.loads(text)["records"]))


def values(property_name: str) -> set[str]:
    """Every value of a property that a claim which stands gives anybody."""
    entries = standing(models.Claim, None).filter(type="attribute").values("entry")
    rows = models.Attribute.objects.filter(property=property_name, entry__in=entries)
    return set(rows.values_list("value", flat=True).distinct())


def claims(of: Sequence[str]) -> list[tuple[str, str]]:
    """Id and statement of the claims that these rows make and that stand."""
    found: list[tuple[str, str]] = []
    for some in batched(of):
        seqs = models.Claim.objects.filter(to_seq__isnull=True, record__in=some).values("entry")
        bodies = models.Payload.objects.filter(seq__in=seqs, body__isnull=False).order_by("seq")
        said = [json.loads(text) for text in bodies.values_list("body", flat=True) if text]
        found += [(body["id"], body["statement"]) for body in said]
    return found
