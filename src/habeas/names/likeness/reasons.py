"""The evidence in words, in the order in which it usually decides."""

from habeas.names.likeness.evidence import Evidence

ALIKE, NEAR = 0.8, 0.4
NO_WORDS = "nothing to compare"
UNLIKE = "a word of one name sounds like none of the other's"


def reasons(seen: Evidence) -> tuple[str, ...]:
    """What of the evidence speaks for the two names being one person's or against it."""
    told = (
        "" if seen.only_given else _of_word("surname", seen.surname),
        "" if seen.no_given else _of_word("given name", seen.given),
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
    "made_apart": "one surname is made of the other",
    "crossed": "a given name stands where the other has the surname",
    "half_of_double": "half of a double name is missing",
    "initial_agrees": "initials agree",
    "initial_conflicts": "initials conflict",
    "only_given": "no surname to compare",
    "one_word": "only one word to compare",
    "words_left": "words are left over",
}


def _of_word(what: str, like: float) -> str:
    if like >= 1:
        return f"{what} same sound"
    if like >= ALIKE:
        return f"{what} nearly the same sound"
    return f"{what} sounds alike" if like >= NEAR else f"{what} different"
