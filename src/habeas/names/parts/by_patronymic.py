"""The parts of a name told from its patronymic, if it has one: the given name beside it, the surname at the other end.

A word made like a patronymic is often a surname (Статкевич, Aleksievich): at the end after two given names, alone
beside a woman's name, or in the spelling of Serbs and Poles. Where it can be either it stays loose.
"""

from collections.abc import Sequence

from habeas.names.parts.parts import Parts, known, like_surname, of_woman
from habeas.names.parts.patronymic import Made, made_as_patronymic, made_bulgarian, made_like_bulgarian
from habeas.names.script import script_of


def by_patronymic(texts: Sequence[str], free: Sequence[int], parts: Parts) -> bool:
    """Find the patronymic, and from it the given name beside it and the surname. False if there is none."""
    bound = "surname" in parts.values()
    if len(free) == 2 and not bound and "initials" not in parts.values():
        return _two_with_patronymic(texts, free, parts)
    if len(free) < 2:
        return False
    place = _patronymic_at(texts, free)
    if place < 0:
        return False
    parts[free[place]] = "patronymic"
    rest = [at for at in free if at != free[place]]
    given = _given_beside(texts, free, place)
    for at in rest:
        before = at < given and place < len(free) - 1 and known(texts[at])
        parts[at] = "given" if at == given or before else "surname"
    return True


def _given_beside(texts: Sequence[str], free: Sequence[int], place: int) -> int:
    """The given name stands before its patronymic, unless only another word can be one."""
    beside = free[place - 1] if place else free[1]
    others = [at for at in free if at not in (free[place], beside)]
    able = [at for at in others if known(texts[at])]
    return able[0] if able and not known(texts[beside]) else beside


def _patronymic_at(texts: Sequence[str], free: Sequence[int]) -> int:
    """Place in `free` of the best patronymic, -1 if there is none."""
    best, found = 0, -1
    for place, at in enumerate(free):
        made = made_as_patronymic(texts[at])
        weight = _weight(made, texts, free, place) if made else 0
        if weight > best:
            best, found = weight, place
    return _bulgarian_at(texts, free) if found < 0 and len(free) == len("gps") else found


def _weight(made: Made, texts: Sequence[str], free: Sequence[int], place: int) -> int:
    """0 if it is rather the surname: at the end after two given names, or first of all."""
    last = place == len(free) - 1
    names_before = place > 1 and known(texts[free[0]]) and known(texts[free[place - 1]])
    if last and names_before and not (made.of_name and made.eastern and script_of(texts[free[place]]) == "Cyrl"):
        return 4 if made.gender == "female" and made.of_name else 0
    if not place and not (made.of_name and made.gender == "female"):
        return 0
    beside = place > 0 and known(texts[free[place - 1]])
    if last and not beside and not (made.of_name and made.eastern):
        return 0
    return 1 + 2 * made.of_name + 2 * beside + (made.gender == "female")


def _bulgarian_at(texts: Sequence[str], free: Sequence[int]) -> int:
    """Place of the father's name in Бойко Методиев Борисов, Борисов Бойко Методиев; -1 if this is no such name."""
    words = [texts[at] for at in free]
    made = [made_like_bulgarian(word) for word in words]
    if made[0] is None and made[1] and made[1] == made[2]:
        return 1
    if made[0] is None and made_bulgarian(words[1]) and known(words[0]) and not known(words[2]):
        return 1
    return 2 if made[0] and made[1] is None and made[0] == made[2] and known(words[1]) else -1


def _two_with_patronymic(texts: Sequence[str], free: Sequence[int], parts: Parts) -> bool:
    """Анна Григорьевна; but Анна Павлович is a surname, and Антон Павлович can be either: loose."""
    for at, other in (free, free[::-1]):
        made = made_as_patronymic(texts[at])
        if not made or not made.of_name or (made.gender == "male" and not known(texts[other])):
            continue
        if made.gender == "female":
            parts[at] = "patronymic"
            parts[other] = "surname" if like_surname(texts[other]) and not known(texts[other]) else "given"
            return True
        if made.eastern and at > other and not known(texts[at]) and not of_woman(texts[other]):
            parts[other], parts[at] = "given", "loose"
            return True
    return False
