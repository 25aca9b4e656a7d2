"""What can be asked of the claims, and the conditions that it makes on the rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q

from habeas.names.fold import fold, words

from . import models


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask of the claims; every condition that is given must hold. Days are YYYY-MM-DD, both ends included."""

    ids: Sequence[str] = ()
    document: str | None = None
    subject: str | None = None
    speaker: str | None = None
    kind: str | None = None
    topic: str | None = None
    type: str | None = None
    modality: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    known_from: str | None = None
    known_on: str | None = None
    text: str | None = None
    record: str | None = None
    cites: str | None = None


def conditions(query: Query) -> Iterator[Q | Exists]:
    """One condition for each thing that is asked."""
    if query.ids:
        yield Q(id__in=query.ids)
    for column in ("document", "type", "modality"):
        wanted = getattr(query, column)
        if wanted:
            yield Q(**{column: wanted})
    if query.topic:
        yield _part(models.ClaimTopic, topic=query.topic)
    if query.kind:
        yield _part(models.Attribution, kind=query.kind)
    if query.speaker:
        yield _part(models.Attribution, agent__in=_agents(query.speaker))
    if query.subject:
        yield from (_part(models.Participant, folded__contains=word) for word in words(query.subject))
    if query.record:
        yield Q(_part(models.Participant, record=query.record)) | Q(_part(models.Act, record=query.record))
    if query.cites:
        yield _part(models.Citation, document=query.cites)
    if query.text:
        yield from (_part(models.ClaimText, folded__contains=word) for word in words(query.text))
    yield from _in_time(query)


def _in_time(query: Query) -> Iterator[Q]:
    """A claim is of a span of days if some day that it may speak of lies in it; one without a date is of none."""
    if query.valid_from or query.valid_to:
        yield Q(earliest__isnull=False) | Q(latest__isnull=False)
    if query.valid_from:
        yield Q(latest__isnull=True) | Q(latest__gte=query.valid_from)
    if query.valid_to:
        yield Q(earliest__isnull=True) | Q(earliest__lte=query.valid_to)
    if query.known_from:
        yield Q(known__gte=query.known_from)
    if query.known_on:
        yield Q(known__lte=query.known_on) & (Q(known_to__isnull=True) | Q(known_to__gt=query.known_on))


def _part(model: Any, **where: object) -> Exists:
    return Exists(model.objects.filter(entry=OuterRef("entry"), **where))


def _agents(name: str) -> list[str]:
    rows = models.Agent.objects.filter(to_seq__isnull=True)
    for word in words(name):
        rows = rows.filter(folded__contains=word)
    by_id = models.Agent.objects.filter(id=fold(name)).values_list("id", flat=True)
    return [*rows.values_list("id", flat=True), *by_id]
