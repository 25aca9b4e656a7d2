"""Keeping the search keys of the words of names: each word's once for all names that an entry says with it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model, Q

from habeas.names.fold import fold
from habeas.names.keys import FOLDED, keys
from habeas.names.keys import rows as rows_of

from . import models
from .rows import batched, insert

JsonBody = Mapping[str, Any]
_NAME = "name"  # the property by which a claim says what somebody is called
KEPT: tuple[type[Model], ...] = (models.AgentName, models.NameKey)


def names_of_claim(body: JsonBody) -> list[str]:
    """The names that a claim writes of records and agents."""
    said = body.get("attribute", {})
    told = [(one, one["name"]) for one in body.get("participants", ())]
    told += [(said, said["value"])] if said.get("property") == _NAME else []
    return [name for one, name in told if one.get("record") or one.get("agent")]


def names_of_entered(body: JsonBody) -> list[str]:
    """The names with which a record or an agent is entered: the one that they are called by, and others."""
    return [body["name"], *(one["name"] for one in body.get("names", ()))]


def words_of(names: Iterable[str]) -> set[str]:
    """The words by which names are found."""
    return {row[0] for name in names for row in rows_of(name)}


def keep_keys(database: BaseDatabaseWrapper, words: set[str], known: set[str]) -> None:
    """Insert the keys of those words that have none; `known`, which have, grows by them."""
    asked = sorted(words - known)
    new = set(asked) - _kept(database, asked)
    insert(database, models.NameKey, [(key, word, of) for word in sorted(new) for key, of in sorted(keys(word))])
    known.update(asked)


def drop_keys(database: BaseDatabaseWrapper) -> None:
    """Delete the keys of words that are in no name any more."""
    names, alias = set[str](), database.alias
    for table, called, told in ((models.Participant, "name", {}), (models.Attribute, "value", {"property": _NAME})):
        rows = table.objects.using(alias).filter(Q(record__isnull=False) | Q(agent__isnull=False), **told)
        names.update(rows.order_by().values_list(called, flat=True).distinct())
    for named in (models.Record, models.AgentName):
        names.update(named.objects.using(alias).order_by().values_list("name", flat=True).distinct())
    kept = models.NameKey.objects.using(alias)
    gone = set(kept.order_by().values_list("word", flat=True).distinct()) - words_of(names)
    for some in batched(sorted(gone)):
        kept.filter(word__in=some).delete()


def _kept(database: BaseDatabaseWrapper, words: Sequence[str]) -> set[str]:
    rows = models.NameKey.objects.using(database.alias)
    found: set[str] = set()
    for some in batched(words):
        wanted = [FOLDED + fold(word) for word in some]
        found.update(rows.filter(key__in=wanted, word__in=some).values_list("word", flat=True))
    return found
