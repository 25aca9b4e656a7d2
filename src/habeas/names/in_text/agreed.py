"""Whether the words beside a surname agree with a known person, and whom of those that share it they agree with best.

A given name, a patronymic or an initial that a person does not have speaks against them: it is somebody else of that
surname. Who agrees in the given name comes before who agrees in initials, and these before the surname alone.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from habeas.names.in_text.beside import Beside
from habeas.names.in_text.candidate import Candidate, number_of
from habeas.names.in_text.givens import Givens, Here, agrees, conflicts
from habeas.names.in_text.wanted import Wanted


class Part(StrEnum):
    """How much of a name stands in the text."""

    full = "full name"
    initials = "initials and surname"
    surname = "surname only"
    whole = "name"


class Agreement(NamedTuple):
    """The part of a name that stands there, with how many words before and after the surname are of it.

    `other` is a capitalised word before it that is not known of the person.
    """

    part: Part = Part.surname
    before: int = 0
    after: int = 0
    other: str | None = None


_MONSIEUR = "M"
_BARE = Agreement()
_BEST = (Part.full, Part.initials, Part.surname)


def best(
    candidates: Sequence[Candidate], people: Sequence[Wanted], words: Beside, givens: Givens
) -> tuple[Agreement, Sequence[Candidate]] | None:
    """The best agreement of the words beside a surname with those who have it, and with whom; None for nobody.

    Whom a form of address says to be a woman is no man, and the other way round.
    """
    if words.sex and not (candidates := [one for one in candidates if people[number_of(one)].sex in (None, words.sex)]):
        return None
    before = [givens.here(word) for word, _ in words.before]
    after = [givens.here(word) for word, dotted in words.after if dotted or len(word) > 1]
    if not after or after[0].is_silent:
        if all(here.is_silent for here in before):
            return Agreement(other=before[0].written) if before else _BARE, candidates
        after = []
    agreed = [(one, found) for one in candidates if (found := agreement(people[number_of(one)], before, after))]
    if not agreed:
        return None
    part = min([found.part for _, found in agreed], key=_BEST.index)
    those = [(one, found) for one, found in agreed if found.part is part]
    return max([found for _, found in those], key=lambda found: found.before + found.after), [one for one, _ in those]


def agreement(person: Wanted, before: Sequence[Here], after: Sequence[Here]) -> Agreement | None:
    """How the words beside a surname, the nearest first, agree with a person; None where they conflict."""
    found = _before(person, before) if before else _BARE
    if not after or (found and found.part is Part.full):
        return found
    further = _after(person, after, found or _BARE)
    return further if found or (further and further.part is Part.full) else None


def _before(person: Wanted, words: Sequence[Here]) -> Agreement | None:
    """The words before the surname. The initial farthest from it is the given name's, unless that is written out."""
    farthest, other = 0, None
    for count, here in enumerate(words, 1):
        if here.initials:
            farthest = count
        elif agrees(person, here):
            return None if _is_anothers(person, words[count - 2 : count - 1]) else Agreement(Part.full, count)
        elif conflicts(person, here):
            return None
        elif here.classes and not person.given:
            return Agreement(before=count, other=here.written)
        elif not here.patronymic:
            other = other or here.written
    if not farthest or not person.initials:
        return Agreement(other=other)
    if person.initials.isdisjoint(words[farthest - 1].initials):
        return Agreement(other=other) if words[farthest - 1].written == _MONSIEUR else None
    return None if _is_anothers(person, words[farthest - 2 : farthest - 1]) else Agreement(Part.initials, farthest)


def _is_anothers(person: Wanted, second: Sequence[Here]) -> bool:
    """Whether a second initial, beside the given name's, is not of the person's second name or father."""
    return any(one.initials and person.middle and person.middle.isdisjoint(one.initials) for one in second)


def _after(person: Wanted, words: Sequence[Here], found: Agreement) -> Agreement | None:
    """The words after a surname that stands first: "Kreshenko, Valduna", "Kreshenko V."."""
    part, after = found.part, 0
    for count, here in enumerate(words, 1):
        if here.initials:
            if found.part is not Part.surname:
                break
            if count == 1 and part is Part.surname and person.initials:
                if person.initials.isdisjoint(here.initials):
                    return None
                part = Part.initials
            elif count > 1 and part is not Part.surname and _is_anothers(person, words[count - 1 : count]):
                return None
        elif agrees(person, here):
            part = Part.full
        elif part is not Part.full or not here.patronymic:
            break
        elif conflicts(person, here):
            return None
        after = count
    return Agreement(part, found.before, after, None if part is Part.full else found.other)
