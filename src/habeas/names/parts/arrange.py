"""Which part of a name each of its words is, told from all of them together.

Evidence in this order: titles, a comma, initials, words that bind others (oglu, von, bin), a surname in capitals, the
patronymic, known given names, endings of surnames. Order counts only where both words could be either.
"""

from collections.abc import Sequence

from habeas.names.given import given_class
from habeas.names.parts.bound import mark_bound
from habeas.names.parts.by_given import by_given
from habeas.names.parts.by_patronymic import by_patronymic
from habeas.names.parts.cut import Word
from habeas.names.parts.parts import Part, Parts
from habeas.names.parts.patronymic import (
    made_as_patronymic,
    made_bulgarian,
    made_icelandic,
    made_like_bulgarian,
    made_turkic,
)
from habeas.names.script import script_of

CASED = ("Latn", "Cyrl", "Grek", "Armn", "Geor")
LONGEST_INITIAL = 2
NEVER = ("st", "св", "ng", "ы")


def arrange(words: Sequence[Word], titles: Sequence[bool], nickname: bool = False) -> list[Part]:
    """The part of each word. `nickname`: a single word that is a known given name is so, whatever else it could be."""
    parts: dict[int, Part] = {place: "titles" for place, marked in enumerate(titles) if marked}
    names = [place for place in range(len(words)) if place not in parts]
    _initials(words, names, parts)
    flipped = _around_comma(words, names)
    if flipped:
        before, after = flipped
        _flip(words, before, after, parts)
    else:
        _open(words, names, parts, nickname)
    return [parts.get(place, "loose") for place in range(len(words))]


def _around_comma(words: Sequence[Word], names: Sequence[int]) -> list[list[int]]:
    """The words before and after the first comma that has words of the name on both sides; [] if none has."""
    if not names or words[names[0]].after_commas == words[names[-1]].after_commas:
        return []
    first = words[names[0]].after_commas
    before = [place for place in names if words[place].after_commas == first]
    return [before, [place for place in names if place not in before]]


def _initials(words: Sequence[Word], names: Sequence[int], parts: Parts) -> None:
    short = [place for place in names if len(words[place].text) <= LONGEST_INITIAL]
    capitals = bool(short) and all(words[place].text.isupper() for place in names)
    for place in short:
        if _is_initial(words[place], capitals):
            parts[place] = "initials"


def _is_initial(word: Word, capitals: bool) -> bool:
    """Of a short word: a letter, two with a full stop (Дж., Yu.), or two consonants in capitals (JD) unless all is."""
    text, cased = word.text, script_of(word.text) in CASED
    if word.folded in NEVER or (text in "ÓÒ" and not word.dotted):
        return False
    if len(text) == 1:
        return (word.dotted or cased) and not (text.islower() and not word.dotted and cased) and text.isalpha()
    if not text.isalpha():
        return False
    bare = not any(letter in "AEIOUYАЕИОУЫЭЮЯІЄЇЁ" for letter in text)
    return (word.dotted and not text.islower()) or (text.isupper() and bare and cased and not capitals)


def _flip(words: Sequence[Word], before: Sequence[int], after: Sequence[int], parts: Parts) -> None:
    """Surname, given name and patronymic."""
    for place in before:
        parts.setdefault(place, "surname")
    _given_and_patronymic(words, after, parts)


def _given_and_patronymic(words: Sequence[Word], places: Sequence[int], parts: Parts) -> None:
    """What stands beside a surname that is known: patronymics by their form, from the second word or initial on."""
    mark_bound([word.text for word in words], places, parts)
    endings = {made_like_bulgarian(words[at].text) for at, part in parts.items() if part == "surname"} - {None}
    for place in (place for place in places if place not in parts):
        later = place != places[0] and (given_class(words[places[0]].text) or place == places[-1])
        father = later and (_of_a_father(words, place, places) or made_like_bulgarian(words[place].text) in endings)
        parts[place] = "patronymic" if father else "given"


def _of_a_father(words: Sequence[Word], place: int, places: Sequence[int]) -> bool:
    text = words[place].text
    others = " ".join(words[at].text for at in places if at != place)
    return bool(made_as_patronymic(text) or made_turkic(text) or made_bulgarian(text) or made_icelandic(text, others))


def _open(words: Sequence[Word], names: Sequence[int], parts: Parts, nickname: bool) -> None:
    """A name without a comma."""
    texts = [word.text for word in words]
    mark_bound(texts, names, parts)
    free = [place for place in names if place not in parts]
    if _capitals(words, free, parts):
        _given_and_patronymic(words, [place for place in free if place not in parts], parts)
        return
    _special_sons(words, free, parts)
    free = [place for place in names if place not in parts]
    if not by_patronymic(texts, free, parts):
        by_given(texts, [place for place in free if place not in parts], parts, nickname)


def _capitals(words: Sequence[Word], free: Sequence[int], parts: Parts) -> bool:
    """ "Alexandre LOUKACHENKO": the words in capitals are the surname, where others are not in capitals."""
    upper = [place for place in free if words[place].text.isupper() and len(words[place].text) > 1]
    if not upper:
        return False
    lower = [place for place in free if not words[place].text.isupper() and script_of(words[place].text) in CASED]
    if not lower or len(upper) + len(lower) < len(free):
        return False
    parts.update(dict.fromkeys(upper, "surname"))
    return True


def _special_sons(words: Sequence[Word], free: Sequence[int], parts: Parts) -> None:
    """Turkic and Icelandic patronymics, which stand alone or beside a surname."""
    whole = " ".join([words[at].text for at in free])
    for place in free[1:]:
        if made_turkic(words[place].text) or made_icelandic(words[place].text, whole):
            parts[place] = "patronymic"
