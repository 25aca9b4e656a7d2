"""Whether the words beside a surname agree with a known person, and whom of those that share it they agree with best.

A given name, a patronymic or an initial that a person does not have speaks against them: it is somebody else of that
surname. Who agrees in the given name comes before who agrees in initials, and these before the surname alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from .beside import Beside, Words
from .givens import Givens, agrees, conflicts
from .wanted import Wanted, initial

_PATRONYMICS = (
    *("вич", "віч", "вна", "ўна", "вича", "віча", "вичу", "вічу", "вичем", "вічам", "вной", "ўнай", "вне", "ўне", "вну"),
    *("vich", "vič", "vitch", "vych", "wicz", "vna", "wna", "witsch", "ŭna"),
)


class Part(StrEnum):
    """How much of a name stands in the text."""

    full = "full name"
    initials = "initials and surname"
    surname = "surname only"
    whole = "name"


_BEST = (Part.full, Part.initials, Part.surname)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The part of a name that stands there, with how many words before and after the surname are of it.

    `other` is a capitalised word before it that is not known of the person.
    """

    part: Part = Part.surname
    before: int = 0
    after: int = 0
    other: str | None = None


def best(people: Mapping[int, Wanted], words: Beside, givens: Givens) -> tuple[Agreement, frozenset[int]] | None:
    """The best agreement of the words beside a surname with those who have it, and with whom; None where with nobody."""
    agreed = {one: found for one, person in people.items() if (found := agreement(person, words, givens))}
    if not agreed:
        return None
    part = next(part for part in _BEST if any(found.part is part for found in agreed.values()))
    those = {one: found for one, found in agreed.items() if found.part is part}
    return max(those.values(), key=lambda found: found.before + found.after), frozenset(those)


def agreement(person: Wanted, words: Beside, givens: Givens) -> Agreement | None:
    """How the words beside a surname agree with a person; None where they conflict."""
    before = _before(person, words.before, givens)
    if before and (before.part is Part.full or not words.after):
        return before
    after = _after(person, words.after, before or Agreement(), givens)
    return after if before or (after and after.part is Part.full) else None


def _before(person: Wanted, words: Words, givens: Givens) -> Agreement | None:
    """The words before the surname. The initial farthest from it is the given name's, unless that is written out."""
    first, other = (0, ""), None
    for count, (word, _) in enumerate(words, 1):
        if _is_initial(word):
            first = (count, word)
            continue
        here = givens.here(word)
        if agrees(person, here):
            return Agreement(Part.full, count)
        if _is_patronymic(word):
            if person.patronymics and here.own.isdisjoint(person.patronymics):
                return None
        elif conflicts(person, here):
            return None
        elif here.classes and not person.given:
            return Agreement(before=count, other=word)
        else:
            other = other or word
    if not first[0] or not person.initials:
        return Agreement(other=other)
    return None if person.initials.isdisjoint(initial(first[1])) else Agreement(Part.initials, first[0])


def _after(person: Wanted, words: Words, found: Agreement, givens: Givens) -> Agreement | None:
    """The words after a surname that stands first: "Kreshenko, Valduna", "Kreshenko V."."""
    bare = found.part is Part.surname
    for count, (word, dotted) in enumerate(words, 1):
        if _is_initial(word):
            if not dotted:
                break
            if bare and count == 1 and person.initials and person.initials.isdisjoint(initial(word)):
                return None
            part = Part.initials if person.initials and bare and found.part is not Part.full else found.part
            found = replace(found, part=part, after=count)
            continue
        here = givens.here(word)
        if agrees(person, here):
            found = replace(found, part=Part.full, after=count, other=None)
        elif found.part is Part.full and _is_patronymic(word):
            if person.patronymics and here.own.isdisjoint(person.patronymics):
                return None
            found = replace(found, after=count)
        else:
            break
    return found


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_patronymic(word: str) -> bool:
    return word.lower().endswith(_PATRONYMICS)
