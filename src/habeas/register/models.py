"""The tables. `entry` and `payload` are the record; every other table is projected from them and can be rebuilt.

All columns are text or whole numbers, so that both databases keep, sort and hash the same. A day is YYYY-MM-DD.
`entry` is the log entry whose payload holds the whole body; a projected row keeps only what is filtered by.
`from_seq` and `to_seq` (empty: still so) are the log entries between which the row stands: an older `at` is a filter.
"""

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


class Standing(models.Model):
    """A projected row that stands from one entry until another."""

    row = models.BigAutoField(primary_key=True)
    entry = models.BigIntegerField()
    from_seq = models.BigIntegerField()
    to_seq = models.BigIntegerField(null=True)

    class Meta:
        abstract = True


class Said(Standing):
    """A standing row of something that has an id from its content."""

    id = models.TextField()

    class Meta:
        abstract = True


class Document(Said):
    """A document that is held, or known by its SHA-256, or cited."""

    sha256 = models.TextField(null=True)
    text_sha256 = models.TextField(null=True)

    class Meta:
        db_table = "document"
        indexes = indexed("document", "id", "entry")


class Agent(Said):
    """A person or organisation that speaks, acts, keeps a list, issues or undertakes."""

    name = models.TextField()
    folded = models.TextField()

    class Meta:
        db_table = "agent"
        indexes = indexed("agent", "id", "entry")


class Record(Said):
    """What one source has about one somebody."""

    name = models.TextField()
    document = models.TextField()
    list = models.TextField(null=True)

    class Meta:
        db_table = "record"
        indexes = indexed("record", "id", "entry", "list")


class Group(Said):
    """People counted and not named."""

    name = models.TextField()
    document = models.TextField()

    class Meta:
        db_table = "group"
        indexes = indexed("group", "id", "entry")


class ListVersion(Said):
    """One edition of a list."""

    list = models.TextField()
    date = models.TextField(null=True)
    document = models.TextField()

    class Meta:
        db_table = "list_version"
        indexes = indexed("list_version", "id")


class Claim(Said):
    """One claim, as far as it is filtered by. `known_to` is the day on which its source took it back or changed it."""

    document = models.TextField()
    record = models.TextField(null=True)
    type = models.TextField()
    modality = models.TextField()
    polarity = models.TextField()
    earliest = models.TextField(null=True)
    latest = models.TextField(null=True)
    known = models.TextField()
    known_to = models.TextField(null=True)

    class Meta:
        db_table = "claim"
        indexes = indexed("claim", "id", "entry", "document")


class Part(models.Model):
    """A row that belongs to one claim entry and stands exactly as long as that entry's claim row does."""

    row = models.BigAutoField(primary_key=True)
    entry = models.BigIntegerField()
    position = models.IntegerField()

    class Meta:
        abstract = True


class ClaimTopic(Part):
    """One topic of a claim."""

    topic = models.TextField()

    class Meta:
        db_table = "claim_topic"
        indexes = indexed("claim_topic", "entry")


class Citation(Part):
    """One source that a claim cites."""

    document = models.TextField()

    class Meta:
        db_table = "citation"
        indexes = indexed("citation", "entry", "document")


class Attribution(Part):
    """One link of a claim's chain of speakers, outermost first (position 0)."""

    agent = models.TextField(null=True)
    kind = models.TextField()

    class Meta:
        db_table = "attribution"
        indexes = indexed("attribution", "entry")


class Participant(Part):
    """Somebody or something in a role of a claim."""

    role = models.TextField()
    name = models.TextField()
    folded = models.TextField()
    record = models.TextField(null=True)
    agent = models.TextField(null=True)
    group = models.TextField(null=True)

    class Meta:
        db_table = "participant"
        indexes = indexed("participant", "entry", "record")


class Act(Part):
    """The act that a claim reports, on whom."""

    kind = models.TextField()
    record = models.TextField(null=True)
    group = models.TextField(null=True)

    class Meta:
        db_table = "act"
        indexes = indexed("act", "entry", "record")


class StatedFigure(Part):
    """The number that a claim states."""

    subject = models.TextField()
    kind = models.TextField()
    low = models.TextField(null=True)
    high = models.TextField(null=True)
    comparator = models.TextField()

    class Meta:
        db_table = "stated_figure"
        indexes = indexed("stated_figure", "entry")


class ClaimText(Part):
    """The folded words of a claim, for search: a cache."""

    folded = models.TextField()

    class Meta:
        db_table = "claim_text"
        indexes = indexed("claim_text", "entry")


class Withdrawal(Standing):
    """The end of a claim, with its reason."""

    claim = models.TextField()
    reason = models.TextField()
    day = models.TextField(null=True)

    class Meta:
        db_table = "withdrawal"
        indexes = indexed("withdrawal", "claim")


class Access(Standing):
    """Who may see a claim or a document from one entry until another; without a row: staff."""

    target = models.TextField()
    level = models.IntegerField()

    class Meta:
        db_table = "access"
        indexes = indexed("access", "target")
