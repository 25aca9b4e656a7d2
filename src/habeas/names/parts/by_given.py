"""The parts of a name without patronymic, told from known given names and the endings of surnames.

Order decides only where both words could be either (David James); where nothing tells, the words stay loose.
"""

from collections.abc import Sequence

from habeas.names.parts.east import chinese, surname_first, surname_last
from habeas.names.parts.parts import Part, Parts, by_heart, full_form, given_too, known, like_surname
from habeas.names.parts.patronymic import made_as_patronymic
from habeas.names.script import script_of


def by_given(texts: Sequence[str], free: Sequence[int], parts: Parts, nickname: bool) -> None:
    """Mark the places in `free`. `nickname`: a single word that is a known given name is so, surname or not."""
    words = [texts[at] for at in free]
    told = set(parts.values())
    if "surname" in told or ("patronymic" in told and len(words) == 1):
        found = _beside_surname(words)
    elif len(words) == 1:
        found = [_last_left(words[0], free[0], parts) or _single(words[0], nickname)]
    else:
        found = _pair(words) if len(words) == 2 else _several(words)
    parts.update(zip(free, found, strict=True))


def _beside_surname(words: Sequence[str]) -> list[Part]:
    return ["given" if not place or known(word) else "loose" for place, word in enumerate(words)]


def _last_left(word: str, place: int, parts: Parts) -> Part | None:
    """The one word without a part beside others that have one: "А. Г. Коваленко", "Мария К."."""
    initials = [at for at, part in parts.items() if part == "initials"]
    if len(initials) == 1 and place < initials[0] and by_heart(word) and not like_surname(word):
        return "given"
    return "surname" if initials or "given" in parts.values() else None


def _single(word: str, nickname: bool) -> Part:
    """A word that stands alone."""
    if known(word) and (nickname or not like_surname(word)):
        return "given"
    made = made_as_patronymic(word)
    if made and made.of_name:
        return "patronymic" if made.gender == "female" else "loose"
    return "surname" if like_surname(word) else "loose"


def _pair(words: Sequence[str]) -> list[Part]:
    """Two words, in either order."""
    first, second = words
    if surname_first(words) and not known(second) and (chinese(second) or not by_heart(first)):
        return ["surname", "given"]
    if surname_last(words) and not known(first):
        return ["given", "surname"]
    if known(first):
        return ["given", "surname"]
    if known(second):
        return ["surname", "given"] if like_surname(first) or _turned(second) else ["loose", "loose"]
    if like_surname(first) == like_surname(second):
        return ["loose", "loose"]
    return ["surname", "given"] if like_surname(first) else ["given", "surname"]


def _turned(second: str) -> bool:
    """Whether a second word tells by itself that the surname stands first, as lists in Latin and Cyrillic have it."""
    return script_of(second) in ("Latn", "Cyrl") and full_form(second) and not given_too(second)


def _several(words: Sequence[str]) -> list[Part]:
    """Three words and more, or none; what stands between is a given name if known, else loose."""
    if not words:
        return []
    if surname_first(words):
        return _first_is_surname(len(words))
    parts: list[Part] = ["given" if known(word) else "loose" for word in words]
    if known(words[0]):
        parts[1:] = [*_run(parts[1:-1]), "surname"]
        return parts
    if known(words[1]) and like_surname(words[0]):
        parts[0] = "surname"
        return parts
    parts[-1] = "surname" if like_surname(words[-1]) else "loose"
    return parts


def _first_is_surname(count: int) -> list[Part]:
    given: list[Part] = ["given"] * (count - 1)
    return ["surname", *given]


def _run(between: Sequence[Part]) -> list[Part]:
    """Given names follow on one another: after the first word that is none, what looks like one is loose."""
    end = next((place for place, part in enumerate(between) if part != "given"), len(between))
    return ["given" if place < end else "loose" for place in range(len(between))]
