"""How words of the vocabulary, small numbers and chains of speakers are read, the same at every door."""

from collections.abc import Mapping, Sequence
from typing import Any

TOLD_TO = ", as told to "
SMALL = ("no", "one", "two", "three", "four", "five")


def plainly(word: str) -> str:
    """A word of the vocabulary as it is read: on record, not on_record."""
    return word.replace("_", " ")


def count_word(count: int) -> str:
    """A small count as a word."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def speakers(attribution: Sequence[Mapping[str, Any]]) -> str:
    """The chain of speakers of a claim in the documented shape, the innermost first: "A, as told to B"."""
    return TOLD_TO.join(str(link["agent"]) for link in reversed(attribution))
