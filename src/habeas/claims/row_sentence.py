"""What a row of a list says, as a sentence of ours: of whom, what, and of which day or with which value.

The record keeps the sentence in English, as it was made. `again` finds in such a claim what it was made from, so that
a page can say it in its own language; a statement that somebody wrote is left to them.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from .when import When
from .wording import form, say

PLANNED = form("due to be released")
RECOGNISED = {
    False: form("recognised as a political prisoner"),
    True: form("recognised as a political prisoner no longer"),
}
_NO_DAY = say("on a day not known")
SEXES = {"m": say("male"), "f": say("female")}  # a sex as lists write it; any other word stands as it is


def of_day(name: str, what: str, day: When | None) -> str:
    """That something is said of somebody and a day: an act, what is planned, a recognition."""
    return name + _said(what, day.plain() if day else _NO_DAY)


def of_property(name: str, property_name: str, value: str) -> str:
    """That somebody has a property."""
    return name + _said(property_name, value)


def again(claim: Mapping[str, Any]) -> str:
    """The statement of a claim in the documented shape, worded where it is a sentence of ours; else as it stands."""
    said = str(claim["statement"])
    for what, more, words, more_words in _parts(claim):
        if said.endswith(tail := _said(what, more)):
            return say("{name}: {what}, {more}.", name=said.removesuffix(tail), what=words, more=more_words)
    return said


def _said(what: str, more: str) -> str:
    return f": {what}, {more}."


def _parts(claim: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """What a claim may say in a sentence of ours, and the day or value, each as it is kept and as it is read."""
    when = When.from_dict(claim["when"]).plain() if "when" in claim else _NO_DAY
    if "act" in claim:
        kind = str(claim["act"]["kind"]).replace("_", " ")
        yield from ((what, when, say(what), when) for what in (kind, PLANNED))
    if "recognition" in claim:
        yield from ((what, when, say(what), when) for what in RECOGNISED.values())
    if "attribute" in claim:
        name, value = str(claim["attribute"]["property"]), str(claim["attribute"]["value"])
        read = SEXES.get(value, value) if name == "sex" else value
        yield name, value, say(name.replace("_", " ")), when if "when" in claim else read
