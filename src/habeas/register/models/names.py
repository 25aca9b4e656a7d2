"""The names that people are found by, and the search keys of their words: a cache over what entries say."""

from django.db import models


class NameWord(models.Model):
    """A word of a name, the bones of another word of it (empty where there is none), and all of its words.

    `said`: `claim`, where a claim writes the name; `called` and `also`, where an entry of a record or an agent does.
    """

    row = models.BigAutoField(primary_key=True)
    entry = models.BigIntegerField()
    said = models.TextField()
    whose = models.TextField()
    word = models.TextField()
    beside = models.TextField()
    words = models.TextField()

    class Meta:
        db_table = "name_word"
        indexes = (
            models.Index(fields=["word", "beside", "said", "entry", "whose", "words"], name="name_word_word"),
            models.Index(fields=["entry"], name="name_word_entry"),
        )


class NameKey(models.Model):
    """A search key under which a word that is spelled otherwise finds this one, and what the key comes from."""

    row = models.BigAutoField(primary_key=True)
    key = models.TextField()
    word = models.TextField()
    of = models.TextField()

    class Meta:
        db_table = "name_key"
        indexes = (models.Index(fields=["key", "word", "of"], name="name_key_key"),)
