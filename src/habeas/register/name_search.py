"""Finding persons by a name in any spelling: the kept search keys, as somebody may see them who looks from a view.

A name is found, and counted, only where this reader may see an entry that says it: a visible claim; from the staff on,
an entry of a record or an agent too, and below them of an agent the name alone that they are called by.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q

from habeas.claims.vocabulary import DEFAULT_ACCESS, Access
from habeas.names.ranking import Found, nearest

from . import models
from .chain import Head
from .name_keys import ALSO, CALLED, CLAIM
from .people import in_visible, person_agents
from .query import standing
from .read import View
from .rows import batched

_AT = 2**61  # no entry has such a number


@dataclass(frozen=True, slots=True)
class Kept:
    """The table of search keys, as `habeas.names.ranking` asks it: `seen`, the condition that rows may be seen, in SQL.

    It is worded once for all questions: to word it takes longer than to ask.
    """

    seen: tuple[str, tuple[Any, ...]]

    def words(self, keys: Collection[str]) -> Iterator[tuple[str, str, str]]:
        """The rows that have one of the keys; of whose names the words are is not told."""
        for some in batched(sorted(keys)):
            yield from models.NameKey.objects.filter(key__in=some).values_list("key", "word", "of")

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """In how many rows that may be seen each of the words is."""
        found: dict[str, int] = {}
        for some in batched(sorted(words)):
            found.update(self._rows('"word", COUNT(*)', [("word", some)], 'GROUP BY "word"'))
        return found

    def names(self, words: Sequence[str], beside: Collection[str] | None, most: int) -> Iterable[tuple[str, str]]:
        """Rows that may be seen: those entered first."""
        where = [("word", words)] if beside is None else [("word", words), ("beside", sorted(beside))]
        return self._rows('"whose", "words"', where, f'ORDER BY "row" LIMIT {most:d}')

    def _rows(self, wanted: str, where: Sequence[tuple[str, Sequence[str]]], rest: str) -> list[Any]:
        """Of rows that may be seen and have in each column one of the values, what is wanted."""
        asked = " AND ".join(f'"{column}" IN ({", ".join(["%s"] * len(values))})' for column, values in where)
        condition, params = self.seen
        values = [one for _, some in where for one in some]
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT {wanted} FROM "name_word" WHERE {asked} AND {condition} {rest}', [*values, *params])
            return list(cursor.fetchall())


def kept(seen: View) -> Kept:
    """The table as this reader may see it."""
    worded, params = _condition(connection.vendor, seen.ceiling)
    return Kept((worded, tuple(seen.at.seq if one == _AT else one for one in params)))


@cache
def _condition(vendor: str, ceiling: Access) -> tuple[str, tuple[Any, ...]]:
    """The condition of this database and ceiling, with a mark where the entry stands from which somebody looks."""
    seen = View(Head(_AT, ""), ceiling)
    claims = Q(in_visible(seen), said=CLAIM)
    staff = ceiling >= DEFAULT_ACCESS
    agents = Exists(person_agents(seen).filter(entry=OuterRef("entry")))
    found = claims | Q(agents, said__in=(CALLED, ALSO) if staff else (CALLED,))
    if staff:
        records = standing(models.Record, seen.at.seq).filter(entry=OuterRef("entry"))
        found = found | Q(Exists(records), said=CALLED)
    worded, params = models.NameWord.objects.filter(found).order_by().values("row").query.sql_with_params()
    return worded.partition(" WHERE ")[2], tuple(params)


def nearest_names(text: str, seen: View, most: int) -> list[Found]:
    """The records and agents whose names are nearest to `text`, each by the nearest of theirs; the last word may be a
    beginning. Whether a visible claim names them is for the caller to ask.
    """
    return nearest(text, kept(seen), most, typing=True)
