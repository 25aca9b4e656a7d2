"""What belongs to one claim entry: who speaks, who takes part, the act, the figure, the words."""

from django.db import models

from .log import indexed


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
        indexes = indexed("attribution", "entry", "agent")


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
        indexes = indexed("participant", "entry", "record", "agent")


class Act(Part):
    """The act that a claim reports, on whom, the name that it writes of them, and where it was done."""

    kind = models.TextField()
    state = models.TextField(null=True)
    record = models.TextField(null=True)
    group = models.TextField(null=True)
    name = models.TextField(null=True)
    country = models.TextField(null=True)
    place = models.TextField(null=True)

    class Meta:
        db_table = "act"
        indexes = indexed("act", "entry", "record")


class Recognition(Part):
    """One body's recognition of somebody, or its withdrawal; a claim of several bodies has a row for each."""

    record = models.TextField()
    body = models.TextField()
    withdrawn = models.TextField(null=True)
    ex_post_facto = models.TextField(null=True)
    name = models.TextField(null=True)

    class Meta:
        db_table = "recognition"
        indexes = indexed("recognition", "entry", "record")


class Attribute(Part):
    """What a claim says that somebody is or is called: a name, a birth, a citizenship."""

    property = models.TextField()
    value = models.TextField()
    folded = models.TextField()
    record = models.TextField(null=True)
    agent = models.TextField(null=True)

    class Meta:
        db_table = "attribute"
        indexes = indexed("attribute", "entry", "record", "agent")


class Detail(Part):
    """One optional key that a claim states, by name alone: the ground, the facility, the term."""

    key = models.TextField()

    class Meta:
        db_table = "detail"
        indexes = indexed("detail", "entry")


class StatedFigure(Part):
    """The number that a claim states."""

    subject = models.TextField()
    population = models.TextField(null=True)
    kind = models.TextField()
    unit = models.TextField(null=True)
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
