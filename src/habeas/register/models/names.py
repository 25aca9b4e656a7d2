"""The names of agents, and the search keys of the words of all names: a cache over what entries say."""

from django.db import models


class AgentName(models.Model):
    """A name with which an agent is entered: the one that they are called by, or another."""

    row = models.BigAutoField(primary_key=True)
    entry = models.BigIntegerField()
    name = models.TextField()

    class Meta:
        db_table = "agent_name"
        indexes = (models.Index(fields=["entry"], name="agent_name_entry"),)


class NameKey(models.Model):
    """A search key under which a word that is spelled otherwise finds this one, and what the key comes from."""

    row = models.BigAutoField(primary_key=True)
    key = models.TextField()
    word = models.TextField()
    of = models.TextField()

    class Meta:
        db_table = "name_key"
        indexes = (models.Index(fields=["key", "word", "of"], name="name_key_key"),)
