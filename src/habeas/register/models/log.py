"""The log, what was ordered away from it, and what is noted of it: all else is projected from entries and payloads."""

from django.db import models


def indexed(table: str, *columns: str) -> tuple[models.Index, ...]:
    """An index on each of these columns."""
    return tuple(models.Index(fields=[column], name=f"{table}_{column}") for column in columns)


class Entry(models.Model):
    """One line of the log. Never updated, never deleted: triggers refuse it."""

    seq = models.BigIntegerField(primary_key=True)
    stamped = models.TextField()
    actor = models.TextField()
    kind = models.TextField()
    version = models.IntegerField()
    digest = models.TextField()
    previous = models.TextField()
    hash = models.TextField()

    class Meta:
        db_table = "entry"


class Payload(models.Model):
    """The salt and body of an entry, apart from it, so that it can be forgotten without breaking the chain."""

    seq = models.BigIntegerField(primary_key=True)
    salt = models.TextField(null=True)
    body = models.TextField(null=True)

    class Meta:
        db_table = "payload"


class Erased(models.Model):
    """Entries whose payload an `erase` entry ordered away; the triggers let no other payload go."""

    seq = models.BigIntegerField(primary_key=True)
    by_seq = models.BigIntegerField()

    class Meta:
        db_table = "erased"


class Tombstone(models.Model):
    """Ids that were erased: no import brings them back."""

    id = models.TextField(primary_key=True)
    by_seq = models.BigIntegerField()

    class Meta:
        db_table = "tombstone"


class Projection(models.Model):
    """Which version of the code made the projected rows, and the last entry they contain."""

    name = models.TextField(primary_key=True)
    version = models.IntegerField()
    head = models.BigIntegerField()

    class Meta:
        db_table = "projection"


class Noted(models.Model):
    """Actors and imports that the log knows: by id, and by the fingerprint of the body."""

    entry = models.BigIntegerField(primary_key=True)
    kind = models.TextField()
    key = models.TextField()

    class Meta:
        db_table = "noted"
        indexes = indexed("noted", "key")
