"""What a reader's part of the record holds and what it lacks, in numbers, and of nobody by name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Exists, Max, Min, OuterRef, Q

from habeas.claims.vocabulary import AttributionKind, ClaimType

from . import models, read
from .query import Query, View, asked, standing, told_of


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much of everything there is, and of what there is none.

    `known` are the days (YYYY-MM-DD, None where nothing is held) on which the first and the last claim became public;
    `shown` is the last of those that are not assumed.
    `undated` claims speak of no day, of `assumed` ones the day on which they became known is assumed, in `unnamed` ones
    somebody who speaks is not named. `types` has how many claims there are of each type, none too. `held` documents are
    here with their text, the others are only cited. `keepers` keep a list in which claims were read.
    """

    claims: int
    known: tuple[str | None, str | None]
    shown: str | None
    undated: int
    assumed: int
    unnamed: int
    types: Mapping[str, int]
    documents: int
    held: int
    keepers: tuple[str, ...]


def holdings(seen: View) -> Holdings:
    """What there is at a view; of each claim it is asked four times whether it may be seen."""
    with read.snapshot():
        visible = asked(Query(), seen)
        by_type = (
            visible.order_by()
            .values("type")
            .annotate(
                claims=Count("row"),
                first=Min("known"),
                last=Max("known"),
                shown=Max("known", filter=~Q(basis="assumed")),
                undated=Count("row", filter=Q(earliest__isnull=True, latest__isnull=True)),
                assumed=Count("row", filter=Q(basis="assumed")),
            )
        )
        told = {row["type"]: row for row in by_type}
        documents = told_of(seen).aggregate(
            every=Count("id", distinct=True), held=Count("id", distinct=True, filter=Q(text_sha256__isnull=False))
        )
        unnamed = models.Attribution.objects.filter(
            Exists(visible.filter(entry=OuterRef("entry"))), kind=AttributionKind.anonymous
        )
        return Holdings(
            claims=sum(row["claims"] for row in told.values()),
            known=(
                min((row["first"] for row in told.values()), default=None),
                max((row["last"] for row in told.values()), default=None),
            ),
            shown=max((row["shown"] for row in told.values() if row["shown"]), default=None),
            undated=sum(row["undated"] for row in told.values()),
            assumed=sum(row["assumed"] for row in told.values()),
            unnamed=unnamed.values("entry").distinct().count(),
            types={str(one): told[one]["claims"] if one in told else 0 for one in ClaimType},
            documents=documents["every"],
            held=documents["held"],
            keepers=_keepers(seen),
        )


def _keepers(seen: View) -> tuple[str, ...]:
    """Who keeps the lists of which an edition has visible claims, by name."""
    read_in = Exists(asked(Query(), seen).filter(document=OuterRef("document")))
    entries = standing(models.ListVersion, seen.at.seq).filter(read_in).values("entry")
    bodies = models.Payload.objects.filter(seq__in=entries, body__isnull=False).values_list("body", flat=True)
    keepers = {json.loads(text).get("keeper") for text in bodies if text} - {None}
    return tuple(sorted(read.names(seen, keepers).values()))
