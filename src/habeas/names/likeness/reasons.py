"""The evidence in words, in the order in which it usually decides."""

from operator import attrgetter

from habeas.names.analyse import Analysed
from habeas.names.likeness.align import like_none
from habeas.names.likeness.evidence import NO_SURNAME, Evidence

ALIKE, NEAR = 0.8, 0.4
NO_WORDS = "nothing to compare"
UNLIKE = "sounds like no word of the other name"
_PARTS = {"S": "surname", "G": "given name"}


def apart(one: Analysed, other: Analysed) -> tuple[str, ...]:
    """Why two names are told apart without any evidence weighed: which word is like none of the other's."""
    one, other = sorted((one, other), key=attrgetter("original"))
    found = like_none(one, other)
    if not found:
        return (NO_WORDS,)
    word, part = found
    return (f"{_PARTS.get(part, 'word')} “{_as_written(word.word, one, other)}” {UNLIKE}",)


def _as_written(word: str, *names: Analysed) -> str:
    for name in names:
        place = name.original.lower().find(word)
        if place >= 0 and len(name.original) == len(name.original.lower()):
            return name.original[place : place + len(word)]
    return word


def reasons(seen: Evidence, one_person: bool) -> tuple[str, ...]:
    """What of the evidence speaks for the two names being one person's or against it; `one_person`: what came of it."""
    no_surname = seen.only_given or seen.surname == NO_SURNAME
    told = (
        "" if no_surname else _of_word("surname", seen.surname, one_person),
        "" if seen.no_given else _of_word("given name", seen.given, one_person),
        *(words for name, words in _SAID.items() if getattr(seen, name)),
    )
    return tuple(words for words in told if words)


_SAID = {
    "other_form": "given name in another form",
    "other_name": "given names are different names",
    "patronymic_agrees": "patronymics agree",
    "patronymic_conflicts": "patronymics conflict",
    "gender_conflicts": "one is a woman's name, the other a man's",
    "generation_differs": "one is the younger's name, the other the elder's",
    "ending_differs": "surnames have different endings",
    "consonants_differ": "surnames of one ending have other consonants",
    "made_apart": "one surname is made of the other",
    "crossed": "a given name stands where the other has the surname",
    "half_of_double": "half of a double name is missing",
    "initial_agrees": "initials agree",
    "initial_conflicts": "initials conflict",
    "only_given": "no surname to compare",
    "one_word": "only one word to compare",
    "words_left": "words are left over",
}


def _of_word(what: str, like: float, one_person: bool) -> str:
    if like >= 1:
        return f"{what} same sound"
    if like >= ALIKE:
        return f"{what} nearly the same sound"
    if like >= NEAR:
        return f"{what} sounds alike"
    return f"{what} less alike" if one_person else f"{what} different"
