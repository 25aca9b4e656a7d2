"""Published figures as a table: who says which number, of whom, for when, and what it rests on.

A published figure is a claim that states a number, or that one is more than another. Beside it stand the figures of
the same thing for the same time that cannot be so together with it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from habeas.names.fold import fold, words
from habeas.register import read
from habeas.register.figures import figures as figures_read
from habeas.register.query import Query
from habeas.register.read import View

from . import stated
from .claims import as_json
from .stated import Stated

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures in the order of entry; `count` of all that were found, `next` the entry to go on after, None at the end.

    `apart` has for each claim the figures, among all that could be known, that cannot be so together with it;
    `documents` what is said of the documents in which they were read and which they cite, by id.
    """

    seen: View
    figures: list[Stated]
    count: int
    next: int | None
    apart: Mapping[str, list[Stated]] = field(hash=False)
    documents: Mapping[str, Json] = field(hash=False)

    def as_json(self) -> Json:
        """The documented shape: each figure its claim, with `apart`, the ids of the others, where there are any."""
        shown = [self._figure(one) for one in self.figures]
        more = {"next": self.next} if self.next else {}
        return {"at": str(self.seen.at), "count": self.count, "figures": shown} | more

    def _figure(self, one: Stated) -> Json:
        others = [other.id for other in self.apart.get(one.id, ())]
        return one.claim | ({"apart": others} if others else {})

    def rests_on(self, one: Stated) -> list[Json]:
        """What is said of the sources that a figure cites; where it cites none, of the document it was read in."""
        return [self.documents[read_in] for read_in in _sources(one.claim) if read_in in self.documents]


def figures(
    query: Query, seen: View, of: str = "", sort: str | None = None, limit: int | None = None, after: int = 0
) -> Figures:
    """The published figures that meet the query, are of what the words `of` say, and are of this sort of number.

    `of` finds by words of the figure's subject and population, not of whoever takes part.
    """
    with read.snapshot():
        found = [one for one in figures_read(query, seen, sort) if _is_of(one.body["figure"], words(of))]
        some = [one for one in found if one.seq > after]
        more, some = limit is not None and len(some) > limit, some[:limit]
        shown = stated.stated(as_json(some, seen, query.known_on))
        apart = _apart(query, seen, shown)
        wanted = {source for one in _all(shown, apart) for source in _sources(one.claim)}
        documents = {one["id"]: one for one in read.documents(seen, wanted)}
    return Figures(seen, shown, len(found), some[-1].seq if more else None, apart, documents)


def _apart(query: Query, seen: View, shown: Sequence[Stated]) -> dict[str, list[Stated]]:
    """For each figure shown, those that cannot be so with it, of all that were known by the day that is asked about."""
    if not shown:
        return {}
    known = figures_read(Query(known_on=query.known_on), seen)
    every = as_json([one for one in known if query.known_on or one.known_to is None], seen)
    found = stated.apart(stated.stated(every))
    return {one.id: found[one.id] for one in shown if one.id in found and "until" not in one.claim["known"]}


def _all(shown: Sequence[Stated], apart: Mapping[str, list[Stated]]) -> Iterator[Stated]:
    yield from shown
    for others in apart.values():
        yield from others


def _is_of(figure: Json, sought: Sequence[str]) -> bool:
    told = fold(f"{figure['subject']} {figure.get('population', '')}")
    return all(word in told for word in sought)


def _sources(claim: Json) -> list[str]:
    return claim.get("cites") or [claim["document"]]
