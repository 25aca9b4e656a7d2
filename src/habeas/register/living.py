"""The judgements of who is one person that stand at an entry, found by walking from one of them to the next."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.db.models import Q

from habeas.claims.vocabulary import Sameness
from habeas.linkage.clusters import Pair

from . import models
from .query import Rows, standing
from .rows import batched
from .worded import worded

_LIVE = ("id", "one", "other", "verdict", "entry")


class Live(NamedTuple):
    """A judgement of two records, or a record and an agent, that stands: its id, its ends, its verdict, its entry."""

    id: str
    one: str
    other: str
    verdict: str
    seq: int

    @property
    def ends(self) -> Pair:
        """The two whom it is about."""
        return self.one, self.other


def around(ids: Collection[str], at: int | None) -> list[Live]:
    """Judgements at an entry, or now, of everybody who is in a cluster with one of these, in the order of entries."""
    reached, ring, found = set[str](), set(ids), set[Live]()
    while ring:
        reached |= ring
        some = [live for batch in batched(sorted(ring)) for live in judged_of(batch, at)]
        ring = {one for live in some if live.verdict == Sameness.same for one in live.ends} - reached
        found.update(some)
    return sorted(found, key=lambda live: live.seq)


def members(ids: Collection[str], live: Iterable[Live]) -> set[str]:
    """These and everybody who is joined to one of them by judgements found around them."""
    return {*ids, *(one for some in live if some.verdict == Sameness.same for one in some.ends)}


def pairs(live: Iterable[Live], verdict: Sameness) -> list[Pair]:
    """The ends of the judgements with this verdict."""
    return [one.ends for one in live if one.verdict == verdict]


def judged_at(at: int | None) -> Rows:
    """The judgements of persons that stand at an entry, or now."""
    return standing(models.Judgement, at).filter(about__isnull=True).order_by()


def judged_of(some: Collection[str], at: int | None) -> Iterator[Live]:
    """What is judged of some at an entry, or now."""
    for one in _judged_of(at, tuple(some)):
        yield Live(*one)


@worded
def _judged_of(at: int | None, some: Collection[str]) -> Rows:
    return judged_at(at).filter(Q(one__in=some) | Q(other__in=some)).values_list(*_LIVE)


def lives(rows: Rows) -> Iterator[Live]:
    """Rows of judgements as such."""
    for one in rows.values_list(*_LIVE):
        yield Live(*one)


def live_of(body: Mapping[str, Any]) -> Live:
    """A body as a judgement that stands; it has no entry yet."""
    return Live(str(body["id"]), str(body["one"]), str(body["other"]), str(body["verdict"]), 0)
