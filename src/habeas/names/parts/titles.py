"""Which words of a name are titles: of address, degree, office, nobility, order of succession.

A word that can also be a name (Earl Warren, Baron Cohen, Pan Yue) is a title only where the rest says so.
"""

from collections.abc import Sequence
from functools import cache

from habeas.names.given import given_class
from habeas.names.parts.cut import Word
from habeas.names.parts.lists import listed

_DEGREES = ("phd", "dphil", "mba", "дтн", "дмн", "ктн", "кмн", "кюн", "дюн", "дфн", "кфн", "дэн", "кэн", "дин", "кин")
_OF = ("of", "av", "af")


def mark_titles(words: Sequence[Word]) -> list[bool]:
    """For each word whether it is a title; never all of them, if any could be a name."""
    folded = [word.folded for word in words]
    marked = [False] * len(words)
    if not any(map(_telling, words)):
        return marked
    _degrees(words, folded, marked)
    _front(words, folded, marked)
    _after_comma(words, folded, marked)
    _end(words, folded, marked)
    _of_a_place(folded, marked)
    return marked if not all(marked) or len(words) > 1 else [False] * len(words)


def _telling(word: Word) -> bool:
    """Whether anything below asks for more of the word."""
    return word.dotted or word.folded in _all() or word.text[0].isdigit() or word.folded[:1].isdigit()


@cache
def _all() -> frozenset[str]:
    return frozenset(_OF).union(*(listed("titles", key) for key in ("always", "noble", "after", "numerals")))


def _degrees(words: Sequence[Word], folded: Sequence[str], marked: list[bool]) -> None:
    """Ph. D. and к. ю. н., which the full stops have parted."""
    for length in (2, 3):
        for place in range(len(words) - length + 1):
            if words[place].dotted and "".join(folded[place : place + length]) in _DEGREES:
                marked[place : place + length] = [True] * length


def _front(words: Sequence[Word], folded: Sequence[str], marked: list[bool]) -> None:
    """At the front of the name, or of what follows a comma."""
    for place in range(len(words) - 1):
        first = not place or marked[place - 1] or words[place - 1].after_commas < words[place].after_commas
        if first and _at_front(words, folded, place):
            marked[place] = True


def _at_front(words: Sequence[Word], folded: Sequence[str], place: int) -> bool:
    if folded[place] in listed("titles", "always"):
        return True
    if folded[place] not in listed("titles", "noble") or (len(words) == 2 and given_class(words[0].text)):
        return False
    return bool(given_class(words[place + 1].text)) or folded[place + 1] in listed("titles", "always")


def _after_comma(words: Sequence[Word], folded: Sequence[str], marked: list[bool]) -> None:
    """After a comma: all of "Baron Lang of Monkton" and "29th Earl of Crawford"; of "Jr., John" only the first."""
    noble = listed("titles", "noble") | listed("titles", "always")
    for place in range(1, len(words)):
        opens = words[place].after_commas > words[place - 1].after_commas
        peer = folded[place] in noble and not _name_follows(words, place)
        if opens and (_ordinal(folded[place]) or peer):
            for at in range(place, len(words)):
                marked[at] = marked[at] or words[at].after_commas == words[place].after_commas


def _name_follows(words: Sequence[Word], place: int) -> bool:
    """ "Lukashenko, President Alexander": the words after the title are the given name."""
    rest = [word.text for word in words[place + 1 :]]
    first = words[0].after_commas == words[place].after_commas - 1 and len(words[:place]) == 1
    return first and bool(rest) and bool(given_class(rest[0]))


def _ordinal(folded: str) -> bool:
    return folded[:1].isdigit() and len(folded) <= len("29th")


def _end(words: Sequence[Word], folded: Sequence[str], marked: list[bool]) -> None:
    after, numerals = listed("titles", "after"), listed("titles", "numerals")
    for place in range(len(words) - 1, 0, -1):
        closes = (
            place == len(words) - 1 or marked[place + 1] or words[place + 1].after_commas > words[place].after_commas
        )
        is_after = folded[place] in after or (folded[place] in numerals and words[place].text.isupper())
        if closes and is_after and not _only_initials_else(words, place):
            marked[place] = True
        inside = folded[place] in numerals and words[place].text.isupper() and not words[0].text.isupper()
        if inside or words[place].text.isdigit() or _ordinal(folded[place]):
            marked[place] = True


def _only_initials_else(words: Sequence[Word], place: int) -> bool:
    """ "Ba Jin", "Ma A. B.": a short word beside nothing but initials is the surname."""
    return not any(len(word.text) > 1 for at, word in enumerate(words) if at != place)


def _of_a_place(folded: Sequence[str], marked: list[bool]) -> None:
    """ "Anna of Kyiv": what follows is no name of hers."""
    for place in range(1, len(folded) - 1):
        if folded[place] == _OF[0]:
            marked[place:] = [True] * (len(folded) - place)
