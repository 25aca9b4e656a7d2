"""Whom or what a text is searched for: the words by which a known name is found, and those that must agree beside it.

A person is found by the surname, in its forms and cases, and told from others by given name, patronymic and initials. A
place or a body is found by the whole of its name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product
from typing import Literal

from .endings import inflected, nominatives, surname_forms
from .given import gender, given_class
from .parse import Parsed, parse
from .sound import sound
from .placed import laid

Kind = Literal["person", "place", "body"]
_MOST_FORMS = 300  # of a name of several words, every one of which has cases
_SHORT = 3  # letters: a shorter word is looked for as it stands


@dataclass(frozen=True, slots=True)
class Wanted:
    """A known person, place or body: `id`, all names, and of a person what must agree beside the surname.

    `surnames` as written; `given` folded, `classes` the classes of given names, `patronymics` and `initials` as sounds.
    """

    id: str
    kind: Kind
    names: tuple[str, ...]
    surnames: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()
    classes: Mapping[str, float] = field(default_factory=dict)
    patronymics: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    sex: str | None = None


def wanted_person(one: str, names: Iterable[str]) -> Wanted:
    """A person by all their names; one of whom no surname is known has none, and is not looked for."""
    written = tuple(dict.fromkeys(name for name in names if name.strip()))
    parts = [_parts(form) for name in written for form in _every(parse(name))]
    given = {word for some in parts for word in some[1]}
    classes: dict[str, float] = {}
    for word in given:
        for named, weight in given_class(word).items():
            classes[named] = max(weight, classes.get(named, 0))
    return Wanted(
        one,
        "person",
        written,
        tuple(dict.fromkeys(word for some in parts for word in some[0])),
        frozenset(laid(word) for word in given),
        classes,
        frozenset(sound(word) for some in parts for word in some[2]),
        frozenset(initial(word) for some in parts for word in (*some[1], *some[3])),
        next(filter(None, (gender(parse(name)) for name in written)), None),
    )


def surname_spellings(person: Wanted) -> Iterator[tuple[str, bool]]:
    """The words by which a person is found, each with whether it is a surname as it was written."""
    for surname in person.surnames:
        yield surname, True
        if bare := "".join(letter for letter in surname if letter not in APOSTROPHES):
            yield bare, False
        if len(surname) < _SHORT:
            continue
        for form in _of_sex(surname, person.sex):
            for one in inflected(form):
                yield one, False


def whole_spellings(name: str) -> Iterator[tuple[str, bool]]:
    """A name of a place or a body, and its forms; an abbreviation has none."""
    yield name, True
    if name.isupper():
        return
    cases = [(word, *inflected(word)) if len(word) > _SHORT else (word,) for word in name.split()]
    for some in islice(product(*cases), _MOST_FORMS):
        yield " ".join(some), False


@lru_cache(1 << 16)
def given_classes(word: str) -> Mapping[str, float]:
    """The classes of given names that a word belongs to, in whatever case it stands."""
    found: dict[str, float] = {}
    for form in (word, *nominatives(word)):
        for named, weight in given_class(form).items():
            found[named] = max(weight, found.get(named, 0))
    return found


@lru_cache(1 << 14)
def initial(word: str) -> str:
    """The sound that a given name or an initial begins with."""
    return sound(word)[:1] or laid(word)[:1]


def _of_sex(surname: str, sex: str | None) -> Sequence[str]:
    """The forms of a surname that this person may have: of a man the male ones, where that is known."""
    return (surname, *surname_forms(surname)) if sex is None else (surname,)


def _every(parsed: Parsed) -> Iterator[Parsed]:
    yield parsed
    for other in parsed.others:
        yield from _every(other)


Parts = tuple[Sequence[str], Sequence[str], Sequence[str], Sequence[str]]


def _parts(parsed: Parsed) -> Parts:
    """Surnames, given names, patronymics and initials; of words whose part is not known the last is the surname."""
    if parsed.surname:
        return parsed.surname, (*parsed.given, *parsed.loose), parsed.patronymic, parsed.initials
    loose = [word for word in parsed.loose if not given_class(word)]
    if not loose and len(parsed.loose) + len(parsed.given) > 1:
        loose = [*parsed.loose]
    if not loose:
        return (), parsed.given, parsed.patronymic, parsed.initials
    capitals = [word for word in loose if word.isupper() and len(word) > 1]
    surname = capitals[0] if capitals and len(capitals) < len(parsed.loose) else loose[-1]
    others = [word for word in parsed.loose if word != surname]
    return (surname,), (*parsed.given, *others), parsed.patronymic, parsed.initials
