"""Finding persons by a name in any spelling: the kept search keys, as somebody may see them who looks from a view.

A name is found, and counted, only where this reader may see an entry that says it: a visible claim; from the staff on,
an entry of a record or an agent too, and below them of an agent the name alone that they are called by.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from habeas.claims.vocabulary import DEFAULT_ACCESS
from habeas.names.ranking import Found, nearest

from . import models
from .name_keys import ALSO, CALLED, CLAIM
from .people import person_agents, visible
from .query import Rows, standing
from .read import View
from .rows import batched


@dataclass(frozen=True, slots=True)
class Kept:
    """The table of search keys, as `habeas.names.ranking` asks it."""

    seen: View

    def words(self, keys: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """The rows that have one of the keys; of whose names the words are is not told."""
        for some in batched(sorted(keys)):
            yield from models.NameKey.objects.filter(key__in=some).values_list("key", "word", "of")

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many rows that may be seen each of the words is."""
        found: dict[str, int] = {}
        for some in batched(sorted(words)):
            rows = self._seen().filter(word__in=some).order_by().values("word").annotate(rows=Count("row"))
            found.update(rows.values_list("word", "rows"))
        return found

    def names(self, words: Sequence[str], beside: Collection[str] | None, most: int) -> Iterable[tuple[str, str]]:
        """Rows that may be seen: those entered first."""
        rows = self._seen().filter(word__in=words)
        rows = rows if beside is None else rows.filter(beside__in=beside)
        return list(rows.order_by("row").values_list("whose", "words")[:most])

    def _seen(self) -> Rows:
        """Rows of entries that this reader may see."""
        claims = Q(Exists(visible(self.seen).filter(entry=OuterRef("entry"))), said=CLAIM)
        staff = self.seen.ceiling >= DEFAULT_ACCESS
        agents = Exists(person_agents(self.seen).filter(entry=OuterRef("entry")))
        entered = Q(agents, said__in=(CALLED, ALSO) if staff else (CALLED,))
        seen = claims | entered
        if staff:
            records = standing(models.Record, self.seen.at.seq).filter(entry=OuterRef("entry"))
            seen = seen | Q(Exists(records), said=CALLED)
        rows: Rows = models.NameWord.objects.filter(seen)
        return rows


def nearest_names(text: str, seen: View, most: int) -> list[Found]:
    """The records and agents whose names are nearest to `text`, each by the nearest of theirs; the last word may be a
    beginning. Whether a visible claim names them is for the caller to ask.
    """
    return nearest(text, Kept(seen), most, typing=True)
