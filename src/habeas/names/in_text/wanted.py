"""Whom or what a text is searched for: the words by which a known name is found, and those that must agree beside it.

A person is found by the surname, in its forms and cases, and told from others by given name, patronymic and initials. A
place or a body is found by the whole of its name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from typing import Literal

from habeas.names.endings import female_ending, inflected, surname_forms
from habeas.names.given import given_class
from habeas.names.in_text import initials
from habeas.names.in_text.by_ear import Bending
from habeas.names.in_text.longer import is_title
from habeas.names.in_text.mixed import unmixed
from habeas.names.in_text.placed import laid
from habeas.names.parse import Parsed, gender, parse
from habeas.names.parts.patronymic import father_class
from habeas.names.script import script_of

Kind = Literal["person", "place", "body"]
_MOST_FORMS = 300  # of a name of several words, every one of which has cases
_LONGEST = 12  # characters of a name in a script without spaces: シュワルツェネッガー has ten
_SHORT = 3  # letters: a word no longer than this has no other forms
_WITH_CAPITALS = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
_ARTICLES = frozenset(("the", "a", "an", "der", "die", "das", "ein", "eine"))
_WITHOUT_CASES = frozenset(("Hani", "Hira", "Kana", "Hang", "Thai", "Laoo", "Khmr", "Mymr"))
_PREFIXING = frozenset(("Arab", "Hebr"))
_APOSTROPHES = str.maketrans("", "", "'’ʼ‘`´ʹ")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A known person, place or body: `id`, all names, and of a person what is found and what must agree beside it.

    `surnames`, `given` names and `patronymics` as written, `classes` of given names and of `fathers`; with what the
    given name may be abbreviated (`initials`), and the father's or a second one (`middle`, empty if it is not known).
    """

    id: str
    kind: Kind
    names: tuple[str, ...]
    surnames: tuple[str, ...] = ()
    given: frozenset[str] = frozenset()
    classes: Mapping[str, float] = field(default_factory=dict)
    patronymics: frozenset[str] = frozenset()
    fathers: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    middle: frozenset[str] = frozenset()
    sex: str | None = None


def wanted_person(one: str, names: Iterable[str]) -> Wanted:
    """A person by all their names; one of whom no surname is known has none, and is not looked for."""
    written = tuple(name for name in _written(names) if not is_description(name))
    parsed = [form for name in written for form in _every(parse(name))]
    parts = [_parts(form) for form in parsed]
    surnames = [surname for some in parts for surname in _as_found(some[0])]
    given = list(dict.fromkeys(word for some in parts for word in some[1]))
    begun = [letter for form, some in zip(parsed, parts, strict=True) for letter in _begun(form, some)]
    return Wanted(
        one,
        "person",
        written,
        tuple(dict.fromkeys(surnames)),
        frozenset(given),
        _classes(given),
        frozenset(word for some in parts for word in some[2]),
        frozenset(name for some in parts for word in some[2] for name in father_class(word)),
        frozenset(begun),
        frozenset(letter for form in parsed for letter in initials.of_middle(form)),
        next(filter(None, map(gender, parsed)), None),
    )


def wanted_whole(one: str, kind: Kind, names: Iterable[str]) -> Wanted:
    """A place or a body by all its names; one that has no capital is a description, and is not looked for."""
    return Wanted(one, kind, tuple(name for name in _written(names) if name.lower() != name or not name.isascii()))


def is_description(name: str) -> bool:
    """Whether it says who somebody is and is no name: "the head of the KGB" has a long word in small letters."""
    words = name.split()
    small = [word for word in words if word.islower() and script_of(word) in _WITH_CAPITALS]
    return bool(words) and (
        words[0] in _ARTICLES or any(len(word) > _SHORT for word in small) or len(small) == len(words)
    )


def surname_spellings(person: Wanted) -> Iterator[tuple[str, bool]]:
    """The words by which a person is found, each with whether it is a surname as it was written."""
    for surname in person.surnames:
        if script_of(surname) in _WITHOUT_CASES:
            if len(surname) >= _SHORT:
                yield surname, True
            continue
        yield surname, True
        yield surname.translate(_APOSTROPHES), False
        if len(surname) > _SHORT:
            forms = (surname, *surname_forms(surname)) if person.sex is None else (surname,)
            yield from ((one, False) for form in forms for one in inflected(form) if not _is_possessive(one, surname))


def bending(person: Wanted) -> Bending:
    """Whether a person's surname bends as a woman's or a man's; "any" where that is not known."""
    if person.sex in ("female", "male"):
        return "female" if person.sex == "female" else "male"
    return "female" if person.surnames and all(map(female_ending, person.surnames)) else "any"


def _is_possessive(form: str, name: str) -> bool:
    """Whether only an ending after an apostrophe tells the form from the name: the text is read without those."""
    return form != name and form.translate(_APOSTROPHES) != form and name.translate(_APOSTROPHES) == name


def is_clause(word: str) -> bool:
    """Whether a word is too long for a name, in a script that has no spaces: several words, none of which is heard."""
    return len(word) > _LONGEST and script_of(word) in _WITHOUT_CASES


def is_one_word(form: str) -> bool:
    """Whether a folded form is one word of a script in which words stand apart and nothing is written on to them."""
    return " " not in form and script_of(form) not in _WITHOUT_CASES | _PREFIXING


def name_spellings(person: Wanted) -> Iterator[str]:
    """Whole names of a person that are found as such: those in scripts that put no space between words."""
    yield from (name for name in person.names if script_of(name) in _WITHOUT_CASES)


def whole_spellings(wanted: Wanted) -> Iterator[tuple[str, bool]]:
    """The names of a place or a body, and their forms; an abbreviation has none."""
    for name in wanted.names:
        yield name, True
        cases = [_cases(word) for word in name.split()]
        if not name.isupper():
            yield from ((" ".join(some), False) for some in islice(product(*cases), _MOST_FORMS))


def _cases(word: str) -> Sequence[str]:
    forms = inflected(word) if len(word) > _SHORT else ()
    return (word, *(form for form in forms if not _is_possessive(form, word)))


def _begun(parsed: Parsed, parts: Sequence[Sequence[str]]) -> Iterator[str]:
    """With what the given name of one form of a name may be abbreviated."""
    _, given, _, letters = parts
    if given:
        yield from initials.of_given(given[0])
    if letters and not (given and initials.has_given(parsed)):
        yield from initials.of_letter(letters[0])


def _written(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unmixed(name) for name in names if name.strip()))


def _classes(given: Iterable[str]) -> Mapping[str, float]:
    found: dict[str, float] = {}
    for word in given:
        for named, weight in given_class(word).items():
            found[named] = max(weight, found.get(named, 0))
    return found


def _every(parsed: Parsed) -> Iterator[Parsed]:
    yield parsed
    for other in parsed.others:
        yield from _every(other)


def _parts(parsed: Parsed) -> tuple[Sequence[str], ...]:
    """Surnames, given names, patronymics and initials; of words whose part is not known the last is the surname."""
    loose = [word for word in parsed.loose if not is_title(laid(word))]
    if parsed.surname:
        return parsed.surname, (*parsed.given, *loose), parsed.patronymic, parsed.initials
    foreign = [word for word in loose if not given_class(word)]
    if not foreign and len(loose) + len(parsed.given) > 1:
        foreign = loose
    if not foreign:
        return (), (*parsed.given, *loose), parsed.patronymic, parsed.initials
    capitals = [word for word in foreign if word.isupper() and len(word) > 1]
    surname = capitals[0] if capitals and len(capitals) < len(loose) else foreign[-1]
    others = [word for word in loose if word != surname]
    return (surname,), (*parsed.given, *others), parsed.patronymic, parsed.initials


def _as_found(surname: Sequence[str]) -> Iterator[str]:
    """A surname of several words as a whole, and those of its words by which it may be called: "Leyen", not "von"."""
    if len(surname) > 1:
        yield " ".join(surname)
    yield from (
        word
        for word in surname
        if len(surname) == 1 or (len(word) > _SHORT and not (word.islower() and word.isascii()))
    )
