"""What stands from one entry until another: the said, the judged, and who may see it."""

from django.db import models

from .log import indexed


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
    folded = models.TextField()
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
    meaning = models.TextField(null=True)
    known = models.TextField()
    basis = models.TextField()
    known_to = models.TextField(null=True)

    class Meta:
        db_table = "claim"
        indexes = indexed("claim", "id", "entry", "document")


class ClaimLink(Said):
    """How one claim stands to another, as it was judged."""

    kind = models.TextField()
    claim = models.TextField()
    other = models.TextField()

    class Meta:
        db_table = "claim_link"
        indexes = indexed("claim_link", "id", "entry", "claim", "other")


class Judgement(Said):
    """What was judged of two records, or of a record and an agent: whether they are of one person.

    `about` is `claims` where it was judged of two claims, whether they report one act.
    """

    one = models.TextField()
    other = models.TextField()
    verdict = models.TextField()
    about = models.TextField(null=True)

    class Meta:
        db_table = "judgement"
        indexes = indexed("judgement", "id", "entry", "one", "other")


class Grade(Said):
    """The reliability of an agent or a document, or the credibility of a claim."""

    target = models.TextField()
    kind = models.TextField()
    grade = models.TextField()

    class Meta:
        db_table = "grade"
        indexes = indexed("grade", "id", "entry", "target")


class Review(Said):
    """Whether a claim is accepted or under second look, by the last review of it."""

    claim = models.TextField()
    verdict = models.TextField()

    class Meta:
        db_table = "review"
        indexes = indexed("review", "id", "entry", "claim")


class Coverage(Said):
    """What a keeper takes in from the day on which that was known, and the level from which it may be seen."""

    keeper = models.TextField()
    known = models.TextField()
    level = models.IntegerField()

    class Meta:
        db_table = "coverage"
        indexes = indexed("coverage", "id", "entry")


class Version(Said):
    """One version of something that is named, and the level of access from which it may be seen."""

    name = models.TextField()
    version = models.IntegerField()
    level = models.IntegerField()

    class Meta:
        abstract = True


class Rule(Version):
    """One version of a rule."""

    class Meta:
        db_table = "rule"
        indexes = indexed("rule", "id", "entry")


class Lens(Version):
    """One version of a lens."""

    class Meta:
        db_table = "lens"
        indexes = indexed("lens", "id", "entry")


class Bargain(Version):
    """One version of a bargain."""

    class Meta:
        db_table = "bargain"
        indexes = indexed("bargain", "id", "entry")


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
