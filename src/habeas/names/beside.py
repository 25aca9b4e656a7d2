"""What stands beside a surname in a text, and whether it agrees with a known person: given name, patronymic, initials.

A given name, a patronymic or an initial that the person does not have speaks against them: it is somebody else of that
surname. A form of address is no part of the name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from .givens import GivenHere, Givens, agrees, conflicts
from .longer import is_title
from .placed import Placed
from .wanted import Wanted, initial

_REACH = 3  # words on either side
_ABBREVIATED = 3  # letters of a word that a full stop may follow within a name
_PATRONYMICS = ("вич", "вiч", "вна", "уна", "ичем", "вичу", "вича", "вной", "вне", "vich", "vna", "vych", "vitch", "wicz")


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


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A word beside a surname: its number, the word itself, and what given names it may be."""

    number: int
    written: str
    here: GivenHere
    dotted: bool

    def is_initial(self) -> bool:
        """Whether it is one capital letter."""
        return len(self.written) == 1 and self.written.isupper()


@dataclass(frozen=True, slots=True)
class Beside:
    """The words before a surname, from the nearest on, and those after it; whether a form of address is before."""

    first: int
    last: int
    before: tuple[Neighbour, ...]
    after: tuple[Neighbour, ...]
    titled: bool


def beside(text: Placed, first: int, last: int, givens: Givens) -> Beside:
    """What stands beside the surname in words `first` to `last`."""
    numbers = list(_leftwards(text, first))
    titles = [place for place, number in enumerate(numbers) if is_title(text.word(number))]
    before = numbers[: titles[0]] if titles else numbers
    after = list(_rightwards(text, last))
    return Beside(
        first,
        last,
        tuple(_neighbour(text, number, givens) for number in before),
        tuple(_neighbour(text, number, givens) for number in after),
        bool(titles),
    )


def agreement(person: Wanted, around: Beside) -> Agreement | None:
    """How the words beside a surname agree with a person; None where they conflict."""
    bare = Agreement(Part.surname, around.first, around.last, around.titled)
    found = _before(person, around.before, bare)
    if found and found.part is Part.full:
        return found
    after = _after(person, around.after, found or bare)
    return after if found or (after and after.part is Part.full) else None


def _before(person: Wanted, words: tuple[Neighbour, ...], found: Agreement) -> Agreement | None:
    """The words before the surname. The initial farthest from it is the given name's, unless that is written out."""
    initials: list[Neighbour] = []
    for word in words:
        if word.is_initial():
            initials.append(word)
        elif agrees(person, word.here):
            return replace(found, part=Part.full, first=word.number, other=None)
        elif _is_patronymic(word):
            if person.patronymics and word.here.own.isdisjoint(person.patronymics):
                return None
        elif conflicts(person, word.here):
            return None
        elif word.here.classes and not person.given:
            return replace(found, first=word.number, other=word.written)
        elif not found.other:
            found = replace(found, other=word.written)
    if not initials or not person.initials:
        return found
    if person.initials.isdisjoint(initial(initials[-1].written)):
        return None
    return replace(found, part=Part.initials, first=initials[-1].number)


def _after(person: Wanted, words: tuple[Neighbour, ...], found: Agreement) -> Agreement | None:
    """The same of a surname that stands first: "Kreshenko, Valduna", "Kreshenko V."."""
    before = found.part
    for word in words:
        if word.is_initial() and word.dotted:
            if before is Part.surname and person.initials and person.initials.isdisjoint(initial(word.written)):
                return None
            part = Part.initials if person.initials and found.part is Part.surname else found.part
            found = replace(found, part=part, last=word.number)
        elif agrees(person, word.here):
            found = replace(found, part=Part.full, last=word.number, other=None)
        elif found.part is Part.full and _is_patronymic(word):
            if person.patronymics and word.here.own.isdisjoint(person.patronymics):
                return None
            found = replace(found, last=word.number)
        else:
            break
    return found


def _is_patronymic(word: Neighbour) -> bool:
    return word.written.lower().endswith(_PATRONYMICS)


def _neighbour(text: Placed, number: int, givens: Givens) -> Neighbour:
    written = text.as_written(number)
    after = text.finishes[number]
    return Neighbour(number, written, givens.here(text.word(number), written), text.text[after : after + 1] == ".")


def _leftwards(text: Placed, first: int) -> Iterator[int]:
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        gap = text.between(number)
        if not _may_be_name(text, number) or (gap and not (gap == "." and _may_have_dot(text, number))):
            return
        yield number


def _rightwards(text: Placed, last: int) -> Iterator[int]:
    for number in range(last + 1, min(len(text.starts), last + 1 + _REACH)):
        gap = text.between(number - 1)
        allowed = gap == "," and number == last + 1 or gap == "." and _may_have_dot(text, number - 1)
        if not _may_be_name(text, number) or (gap and not allowed):
            return
        yield number


def _may_be_name(text: Placed, number: int) -> bool:
    """Whether a word begins with a capital, or is a form of address."""
    return text.large[number] or is_title(text.word(number))


def _may_have_dot(text: Placed, number: int) -> bool:
    return text.ends[number] - text.starts[number] <= _ABBREVIATED or is_title(text.word(number))
