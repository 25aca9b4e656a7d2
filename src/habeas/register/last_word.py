"""Which word on a pair stands, and who said it: what is taken back brings back the word before it, as it was said."""

from collections.abc import Mapping, Sequence
from typing import Any

JsonBody = Mapping[str, Any]
Word = tuple[int, JsonBody]  # an entry, and what it says of a pair
_SAID = ("one", "other", "verdict", "reason", "evidence", "score")


def stood(words: Sequence[Word]) -> list[Word]:
    """What stood after each other and would stand again, the last word last; of what was taken back nothing.

    Who says again, word for word, what stood before the last word has taken that last word back: the word that stands
    then is the earlier one, by its own entry.
    """
    found: list[Word] = []
    for seq, body in words:
        if body.get("retracted") == "yes":
            found = []
        elif len(found) > 1 and _said(body) == _said(found[-2][1]):
            found.pop()
        else:
            found.append((seq, body))
    return found


def _said(body: JsonBody) -> list[Any]:
    return [body.get(key) for key in _SAID]
