"""How words of the vocabulary, small numbers and chains of speakers are read, the same at every door."""

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.claims.vocabulary import Review
from habeas.claims.wording import say, say_many

TOLD_TO = say(", as told to ")
SMALL = (say("no"), say("one"), say("two"), say("three"), say("four"), say("five"))


def plainly(word: str) -> str:
    """A word of the vocabulary as it is read: on record, not on_record."""
    return say(word.replace("_", " "))


def count_word(count: int) -> str:
    """A small count as a word."""
    return SMALL[count] if count < len(SMALL) else say("{count}", count=count)


def not_admitted(count: int, why: str) -> str:
    """How many claims a lens does not admit, and why: 3 under second look, 2 by its condition on kinds."""
    if why == "review":
        return say_many("{number} under second look", "{number} under second look", count)
    return say("{count} by its condition on {why}", count=count, why=plainly(why))


def review_of(claim: Mapping[str, Any]) -> str:
    """The last word of a review on a claim in the documented shape: accepted, where there was none."""
    return str(claim.get("review", {}).get("verdict", Review.accepted.value))


def speakers(attribution: Sequence[Mapping[str, Any]]) -> str:
    """The chain of speakers of a claim in the documented shape, the innermost first: "A, as told to B"."""
    last, *others = [str(link["agent"]) for link in reversed(attribution)] or [""]
    for other in others:
        last = say("{speaker}, as told to {other}", speaker=last, other=other)
    return last
