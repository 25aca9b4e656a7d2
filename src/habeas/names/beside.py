"""What stands beside a surname in a text, and whether it agrees with a known person: given name, patronymic, initials.

A given name or an initial that the person does not have speaks against them: it is somebody else of that surname.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .longer import is_title
from .placed import Placed
from .sound import sound
from .wanted import Wanted, given_classes, initial

_REACH = 3  # words on either side
_DOUBTFUL = 0.2  # a weaker relation of two given names than this is none


class Part(StrEnum):
    """How much of a name stands in the text."""

    full = "full name"
    initials = "initials and surname"
    surname = "surname only"
    whole = "name"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The part of the name that stands here, in words `first` to `last`; `titled`: after a form of address.

    `other` is a capitalised word beside it that is not known of the person.
    """

    part: Part
    first: int
    last: int
    titled: bool = False
    other: str | None = None


def agreement(person: Wanted, text: Placed, first: int, last: int) -> Agreement | None:
    """How the words around the surname in words `first` to `last` agree with a person; None where they conflict."""
    before = _before(person, text, first, last)
    if before and before.part is Part.surname and not before.other:
        return _after(person, text, first, last, before)
    if before is None:
        after = _after(person, text, first, last, Agreement(Part.surname, first, last))
        return after if after and after.part is Part.full else None
    return before


def _before(person: Wanted, text: Placed, first: int, last: int) -> Agreement | None:
    other, part, reach = None, Part.surname, first
    for number in _leftwards(text, first):
        word, written = text.word(number), text.as_written(number)
        if is_title(word):
            return Agreement(part, reach, last, True, other)
        if _is_initial(written):
            if person.initials and initial(written) not in person.initials:
                return None if number == first - 1 else Agreement(part, reach, last, False, other)
            part, reach = (Part.initials if person.initials else part), number
        elif agrees(person, word, written):
            return Agreement(Part.full, number, last)
        elif given_classes(written) and not _is_patronymic(person, written):
            return None if person.given else Agreement(part, number, last)
        elif not _is_patronymic(person, written):
            other = other or written
    return Agreement(part, reach, last, False, other)


def _after(person: Wanted, text: Placed, first: int, last: int, found: Agreement) -> Agreement | None:
    """The same of a surname that stands first: "Kreshenko, Valduna", "Kreshenko V."."""
    reach, part = last, found.part
    for number in _rightwards(text, last):
        word, written = text.word(number), text.as_written(number)
        if _is_initial(written) and _dot_follows(text, number):
            if person.initials and part is Part.surname and initial(written) not in person.initials:
                return None
            part, reach = (Part.initials if person.initials else part), number
        elif agrees(person, word, written):
            part, reach = Part.full, number
        elif part is Part.full and _is_patronymic(person, written):
            reach = number
        else:
            break
    return Agreement(part, found.first, reach, found.titled, found.other)


def agrees(person: Wanted, word: str, written: str) -> bool:
    """Whether a word, folded and as written, is a given name of the person, in any form that is known of it."""
    if word in person.given:
        return True
    if not person.given:
        return False
    weights = person.classes
    if any(weight * weights.get(one, 0) > _DOUBTFUL for one, weight in given_classes(written).items()):
        return True
    return sound(written) in person.sounds


def _leftwards(text: Placed, first: int) -> Iterator[int]:
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        gap = text.between(number)
        if not text.large[number] or (gap and not (gap == "." and _may_have_dot(text, number))):
            return
        yield number


def _rightwards(text: Placed, last: int) -> Iterator[int]:
    for number in range(last + 1, min(len(text.starts), last + 1 + _REACH)):
        gap = text.between(number - 1)
        comma = gap == "," and number == last + 1
        if not text.large[number] or (gap and not comma and not (gap == "." and _may_have_dot(text, number - 1))):
            return
        yield number


def _may_have_dot(text: Placed, number: int) -> bool:
    return len(text.word(number)) <= 2 or is_title(text.word(number))  # noqa: PLR2004


def _is_initial(written: str) -> bool:
    return len(written) == 1 and written.isupper()


def _dot_follows(text: Placed, number: int) -> bool:
    after = int(text.places[text.ends[number] - 1]) + 1
    return text.text[after : after + 1] == "."


def _is_patronymic(person: Wanted, written: str) -> bool:
    return bool(person.patronymics) and sound(written) in person.patronymics
