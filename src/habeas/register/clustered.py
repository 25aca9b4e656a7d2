"""Who is one person at a view, by the judgements that stand there: read whole, or gone on with from an earlier entry.

Whatever one judgement can change lies in the clusters of the two whom it is about. They are found by walking from one
judgement to the next, so that going on costs what they hold, however many other judgements there are.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any

from django.db.models import Exists, F, Min, OuterRef, Q

from habeas.claims.vocabulary import Sameness
from habeas.linkage.clusters import Clusters, Pair, clusters

from . import models
from .living import Live, around, judged_at, judged_of, lives, members, pairs
from .people import person_agents, somebodies
from .query import Rows, View, seen_by, standing
from .rows import batched
from .worded import worded

MANY = 20_000  # of so many it is quicker to read whole tables than to ask for each
_AGENTS = 2**62  # agents stand behind every record


def persons(seen: View) -> Clusters:
    """Which records and agents are one person by the judgements at the view, as a pure function of them.

    The record that was entered first stands for the person, among those that a visible claim names: nobody is shown
    as somebody whom this reader may not meet. An agent stands for a person only where no such record does. Records that
    the reader may not meet join others all the same; a conflict is told of groups of which two members may be met.
    """
    rows = judged_at(seen.at.seq).exclude(verdict=Sameness.undecided).values_list("one", "other", "verdict")
    same, different = list[Pair](), list[Pair]()
    known: dict[str, str] = {}  # one text for each id, however many judgements name it
    for one, other, verdict in rows.iterator():
        pair = known.setdefault(one, one), known.setdefault(other, other)
        (same if verdict == Sameness.same else different).append(pair)
    order = _order({one for pair in same for one in pair}, seen)
    return _told(clusters(same, order, different), seen)


def persons_after(before: Clusters, at: int, seen: View, ids: Collection[str]) -> Clusters:
    """The persons at a view, from those `before` at the entry `at` as the same reader sees them.

    `ids` are the ends of what was judged since, and whoever may stand otherwise among the members of a person since.
    """
    if not ids:
        return before
    return _gone_on(before, members(ids, around(ids, at)) | members(ids, around(ids, seen.at.seq)), seen, _standing)


def persons_if(before: Clusters, seen: View, gone: Collection[str], new: Collection[Live]) -> Clusters:
    """The persons at a view if the judgements with the ids `gone` did not stand there, and the `new` ones did."""
    ids = {one for live in new for one in live.ends}
    ids |= {one for live in lives(judged_at(seen.at.seq).filter(id__in=list(gone))) for one in live.ends}
    left_out = {*gone, *(live.id for live in new)}

    def supposed(live: Iterable[Live]) -> list[Live]:
        return [*(one for one in live if one.id not in left_out), *new]

    return _gone_on(before, members(ids, around(ids, seen.at.seq)), seen, supposed)


def one_person(one: str, seen: View) -> set[str]:
    """The records and agents who are one person with this one, itself among them, whether they may be met or not."""
    live = around([one], seen.at.seq)
    found = clusters(pairs(live, Sameness.same), {}, pairs(live, Sameness.different))
    stands = found.person(one)
    return {one, *(other for other, first in found.representative.items() if first == stands)}


def parted_from(ids: Collection[str], seen: View) -> list[tuple[str, str]]:
    """Who was judged the same as one of these before the view, and is not any more; each with the day of that.

    Those among the ids are left out. In the order in which it ended.
    """
    found: dict[str, int] = {}
    for one, other, ended in _parted(seen, tuple(ids)):
        found.update((end, ended) for end in (one, other) if end not in ids)
    if not found:
        return []
    days = dict(models.Entry.objects.filter(seq__in=sorted(found.values())).values_list("seq", "stamped"))
    return [(one, days[ended][:10]) for one, ended in sorted(found.items(), key=lambda each: each[1])]


@worded
def _parted(seen: View, ids: Collection[str]) -> Rows:
    rows = models.Judgement.objects.filter(about__isnull=True, verdict=Sameness.same, to_seq__lte=seen.at.seq)
    rows = rows.filter(Q(one__in=ids) | Q(other__in=ids), from_seq__lt=F("to_seq"))
    return rows.order_by("to_seq").values_list("one", "other", "to_seq")


def members_by(ids: Collection[str], persons: Clusters, seen: View) -> dict[str, list[str]]:
    """By the ids, which stand for persons, the records and agents that are each of them, whether met or not."""
    found: dict[str, list[str]] = {one: [] for one in ids}
    for one in members(ids, around(ids, seen.at.seq)):
        if persons.person(one) in found:
            found[persons.person(one)].append(one)
    return found


def judged_among(ids: Collection[str]) -> frozenset[str]:
    """Those of the ids of whom it was ever judged who they are."""
    found: set[str] = set()
    for some in batched(sorted(ids)):
        rows = models.Judgement.objects.filter(Q(one__in=some) | Q(other__in=some), about__isnull=True)
        found.update(end for pair in rows.values_list("one", "other").distinct() for end in pair)
    return frozenset(found.intersection(ids))


def _standing(live: Iterable[Live]) -> Iterable[Live]:
    return live


def _gone_on(
    before: Clusters, touched: Collection[str], seen: View, supposed: Callable[[Iterable[Live]], Iterable[Live]]
) -> Clusters:
    """The clusters before, but of those who are touched as what is supposed of their judgements makes them."""
    live = list(supposed([one for some in batched(sorted(touched)) for one in judged_of(some, seen.at.seq)]))
    same = pairs(live, Sameness.same)
    found = clusters(same, _order({one for pair in same for one in pair}, seen), pairs(live, Sameness.different))
    return before.followed_by(touched, _told(found, seen))


def _told(found: Clusters, seen: View) -> Clusters:
    """The clusters with those conflicts of which two members may be met."""
    met = somebodies({one for group in found.conflicts for one in group}, seen)
    told = (group for group in found.conflicts if sum(one in met for one in group) > 1)
    return Clusters(found.representative, tuple(told))


def _order(ids: Collection[str], seen: View) -> dict[str, int]:
    """Who of these may stand for a person, by when they were entered: records that a visible claim names, then agents.

    Of a correction counts the entry that said it first.
    """
    visible = seen_by(standing(models.Claim, seen.at.seq), seen)
    found: dict[str, int] = {}
    for some in _portions(ids):
        told = Q(Exists(visible.filter(entry=OuterRef("entry"))))  # of few: no other claim is looked at
        here = Q(entry__in=visible.values("entry")) if some is None else told
        met: set[str | None] = set()
        for part in (models.Participant, models.Act, models.Attribute):
            rows: Any = part
            named = _among(some, rows.objects.filter(record__isnull=False), "record").filter(here)
            met.update(named.values_list("record", flat=True))
        speaking = set(_among(some, person_agents(seen), "id").values_list("id", flat=True))
        for model, here_too, after in ((models.Record, met, 0), (models.Agent, speaking, _AGENTS)):
            first = _among(some, model.objects.order_by(), "id").values_list("id").annotate(Min("entry"))
            found.update((one, after + entry) for one, entry in first if one in here_too and one in ids)
    return found


def _among(some: Collection[str] | None, rows: Rows, column: str) -> Rows:
    return rows if some is None else rows.filter(**{f"{column}__in": some})


def _portions(ids: Collection[str]) -> Iterator[Collection[str] | None]:
    """The ids as many at a time as a question can name; None, which is everybody, where they are very many."""
    if len(ids) > MANY:
        yield None
    else:
        yield from batched(sorted(ids))
