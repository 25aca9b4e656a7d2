"""Keeping the names that people are found by: the words of each name that an entry says, and the keys of each word.

Rows belong to their entry and go with it. A word's keys are kept once for all names that have it, and no longer.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from habeas.names.fold import fold
from habeas.names.keys import FOLDED, keys
from habeas.names.keys import rows as rows_of

from . import models
from .rows import Row, batched, insert

JsonBody = Mapping[str, Any]
_NAME = "name"  # the property by which a claim says what somebody is called
CLAIM, CALLED, ALSO = "claim", "called", "also"
KEPT: tuple[type[Model], ...] = (models.NameWord, models.NameKey)


def names_of_claim(body: JsonBody) -> list[tuple[str, str, str]]:
    """Whose names a claim writes: (`claim`, record or agent, name)."""
    said = body.get("attribute", {})
    told = [(one, one["name"]) for one in body.get("participants", ())]
    told += [(said, said["value"])] if said.get("property") == _NAME else []
    return [(CLAIM, whose, name) for one, name in told if (whose := one.get("record") or one.get("agent"))]


def names_of_entered(body: JsonBody) -> list[tuple[str, str, str]]:
    """The names with which a record or an agent is entered: the one that they are called by, and others."""
    others = [(ALSO, body["id"], one["name"]) for one in body.get("names", ())]
    return [(CALLED, body["id"], body["name"]), *others]


def word_rows(entry: int, names: Iterable[tuple[str, str, str]]) -> list[Row]:
    """The rows of the words of names."""
    found = [(entry, said, whose, *row) for said, whose, name in names for row in sorted(rows_of(name))]
    return list(dict.fromkeys(found))


def keep_keys(database: BaseDatabaseWrapper, rows: Iterable[Row], known: set[str]) -> None:
    """Insert the keys of those words in rows of `name_word` that have none; `known`, which have, grows by them."""
    words = sorted({row[3] for row in rows} - known)
    new = set(words) - _kept(database, words)
    insert(database, models.NameKey, [(key, word, of) for word in sorted(new) for key, of in sorted(keys(word))])
    known.update(words)


def drop_keys(database: BaseDatabaseWrapper) -> None:
    """Delete the keys of words that are in no name any more."""
    with database.cursor() as cursor:
        cursor.execute('DELETE FROM "name_key" WHERE "word" NOT IN (SELECT "word" FROM "name_word")')


def _kept(database: BaseDatabaseWrapper, words: Sequence[str]) -> set[str]:
    rows = models.NameKey.objects.using(database.alias)
    found: set[str] = set()
    for some in batched(words):
        wanted = [FOLDED + fold(word) for word in some]
        found.update(rows.filter(key__in=wanted, word__in=some).values_list("word", flat=True))
    return found
