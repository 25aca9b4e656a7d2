"""What can be asked of the claims, and the conditions that it makes on the rows: standing, allowed, asked for."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from habeas.claims.vocabulary import DEFAULT_ACCESS, Access, LinkKind, Review
from habeas.names.fold import fold, words

from . import models
from .chain import Head

Rows = QuerySet[Any]


def together(some: Iterable[Rows]) -> Rows:
    """The rows of several questions as one, which the database is asked once; each has as many columns."""
    first, *others = some
    every: Rows = first.union(*others, all=True)
    return every


@dataclass(frozen=True, slots=True)
class Query:
    """What to ask of the claims; every condition that is given must hold. Days are YYYY-MM-DD, both ends included.

    `subject` is who takes part, `role` in what role: given together, one and the same has both. `says` is an optional
    key that the claim states, such as `ground`. `review` is accepted (so is what nobody reviewed) or second_look.
    `linked` is a kind of link that touches it; `alone`: whether no other claim supports or repeats it, nor it another.
    `person` are ids of records and agents whom it is about.
    """

    ids: Sequence[str] = ()
    document: str | None = None
    subject: str | None = None
    speaker: str | None = None
    kind: str | None = None
    topic: str | None = None
    type: str | None = None
    modality: str | None = None
    polarity: str | None = None
    review: str | None = None
    role: str | None = None
    says: str | None = None
    linked: str | None = None
    alone: bool | None = None
    person: Sequence[str] = ()
    valid_from: str | None = None
    valid_to: str | None = None
    known_from: str | None = None
    known_on: str | None = None
    text: str | None = None
    cites: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """From where one looks: the log up to `at`, and the highest level of access that may be seen."""

    at: Head
    ceiling: Access


def conditions(query: Query, seen: View) -> Iterator[Q | Exists]:
    """One condition for each thing that is asked, by somebody who looks from `seen`."""
    if query.ids:
        yield Q(id__in=query.ids)
    for column in ("document", "type", "modality", "polarity"):
        wanted = getattr(query, column)
        if wanted:
            yield Q(**{column: wanted})
    if query.review:
        doubted = standing(models.Review, seen.at.seq).filter(claim=OuterRef("id"), verdict=Review.second_look)
        yield Q(Exists(doubted)) if query.review == Review.second_look else ~Q(Exists(doubted))
    if query.topic:
        yield _part(models.ClaimTopic, topic=query.topic)
    if query.says:
        yield _part(models.Detail, key=query.says)
    if query.cites:
        yield _part(models.Citation, document=query.cites)
    if query.text:
        yield from (_worded(word, seen) for word in words(query.text))
    yield from _by_whom(query, seen)
    yield from _about_whom(query)
    yield from _linked(query, seen)
    yield from _in_time(query)


def _by_whom(query: Query, seen: View) -> Iterator[Exists]:
    if query.kind:
        yield _part(models.Attribution, kind=query.kind)
    if query.speaker:
        yield _part(models.Attribution, agent__in=_agents(query.speaker, seen))


def _about_whom(query: Query) -> Iterator[Q | Exists]:
    called = words(query.subject or "")
    if query.role:
        takes_part = models.Participant.objects.filter(entry=OuterRef("entry"), role=query.role)
        for word in called:
            takes_part = takes_part.filter(folded__contains=word)
        yield Exists(takes_part)
    else:
        yield from (_part(models.Participant, folded__contains=word) for word in called)
    if query.person:
        either = (models.Participant, models.Attribute)
        found = Q(_part(models.Act, record__in=query.person))
        for part, whom in ((part, whom) for part in either for whom in ("record", "agent")):
            found |= Q(_part(part, **{f"{whom}__in": query.person}))
        yield found


def _linked(query: Query, seen: View) -> Iterator[Q]:
    if query.linked:
        yield _at_an_end(visible_links(seen, query.known_on).filter(kind=query.linked))
    if query.alone is not None:
        links = visible_links(seen, query.known_on)
        joined = _at_an_end(links.filter(kind__in=(LinkKind.supports, LinkKind.repeats)))
        yield ~joined if query.alone else joined


def _at_an_end(links: Rows) -> Q:
    return Q(id__in=links.values("claim")) | Q(id__in=links.values("other"))


def _worded(word: str, seen: View) -> Q:
    """The word stands in the claim's own words, or in the name of somebody in its chain of speakers."""
    spoken = _part(models.Attribution, agent__in=_agents(word, seen))
    return Q(_part(models.ClaimText, folded__contains=word)) | Q(spoken)


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
        yield _known(query.known_on)


def _known(day: str) -> Q:
    """What was known on a day, and not taken back or changed by its source until then."""
    return Q(known__lte=day) & (Q(known_to__isnull=True) | Q(known_to__gt=day))


def _part(model: Any, **where: object) -> Exists:
    return Exists(model.objects.filter(entry=OuterRef("entry"), **where))


def _agents(name: str, seen: View) -> list[str]:
    """Agents by name or id; below the staff only by the name that claims give out, by no other name of theirs."""
    rows = standing(models.Agent, seen.at.seq)
    for word in words(name):
        rows = rows.filter(folded__contains=word)
    found = [
        one
        for one, shown in rows.values_list("id", "name")
        if seen.ceiling >= DEFAULT_ACCESS or all(word in fold(shown) for word in words(name))
    ]
    return [*found, *models.Agent.objects.filter(id=fold(name)).values_list("id", flat=True)]


def standing(model: Any, at: int | None) -> Rows:
    """Rows that stand at an entry, or now."""
    rows: Rows = model.objects.all()
    if at is None:
        return rows.filter(to_seq__isnull=True)
    return rows.filter(from_seq__lte=at).filter(Q(to_seq__isnull=True) | Q(to_seq__gt=at))


def allowed(rows: Rows, at: int | None, ceiling: Access) -> Rows:
    """Rows whose level allows them at an entry, or now."""
    levels = standing(models.Access, at).filter(target=OuterRef("id"))
    if ceiling >= DEFAULT_ACCESS:
        return rows.exclude(Exists(levels.filter(level__gt=ceiling)))
    return rows.filter(Exists(levels.filter(level__lte=ceiling)))


def seen_by(rows: Rows, seen: View) -> Rows:
    """Rows whose level allowed them at the view and allows them now."""
    return allowed(allowed(rows, seen.at.seq, seen.ceiling), None, seen.ceiling)


def visible_links(seen: View, known_on: str | None = None) -> Rows:
    """The links that stand at the view, of which this reader may see both ends; both known by a day if one is named."""
    here = seen_by(standing(models.Claim, seen.at.seq), seen)
    here = here.filter(_known(known_on)) if known_on else here
    ends = (Exists(here.filter(id=OuterRef(end))) for end in ("claim", "other"))
    return standing(models.ClaimLink, seen.at.seq).filter(*ends)


def told_of(seen: View) -> Rows:
    """Documents whose own level allows it, or that a visible claim was read in or cites."""
    rows = standing(models.Document, seen.at.seq)
    visible = seen_by(standing(models.Claim, seen.at.seq), seen)
    read_in = Exists(visible.filter(document=OuterRef("id")))
    citing = models.Citation.objects.filter(document=OuterRef("id"))
    cited = Exists(citing.filter(Exists(visible.filter(entry=OuterRef("entry")))))
    own = Q(row__in=seen_by(rows, seen).values("row"))
    return rows.filter(own | read_in | cited)


def asked(query: Query, seen: View) -> Rows:
    """The visible claims that meet every condition."""
    rows = seen_by(standing(models.Claim, seen.at.seq), seen)
    for condition in conditions(query, seen):
        rows = rows.filter(condition)
    return rows
