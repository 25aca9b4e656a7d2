"""What a word beside a surname may be, in any case and script: a given name, a patronymic, an initial.

It may be a given name of the known people, and of the table of given names. What a word may be is remembered, since the
same few words stand beside surnames again and again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from habeas.names.endings import nominatives
from habeas.names.given import SHORT, given_names, shared
from habeas.names.in_text import initials
from habeas.names.in_text.by_ear import Bending, ByEar
from habeas.names.in_text.placed import laid
from habeas.names.in_text.spelt import Merged
from habeas.names.in_text.wanted import Wanted
from habeas.names.parts.patronymic import father_class

_NONE: frozenset[str] = frozenset()
_NO_CLASSES: Mapping[str, float] = MappingProxyType({})
_MOST_REMEMBERED = 200_000  # words
_ALIKE = 0.2  # two given names whose weights in a class multiply to less are not one
_SHORT = 4  # letters: a word no longer than this is a name of the table only in these letters
_SEXES: dict[str, Bending] = {"f": "female", "m": "male", "female": "female", "male": "male"}
_SOFTENED = ("ze", "cie", "dzie")  # "Piotrze", of Piotr: a case in which no ear knows the name
_PATRONYMICS = (
    *(
        "вич",
        "віч",
        "вна",
        "ўна",
        "вича",
        "віча",
        "вичу",
        "вічу",
        "вичем",
        "вічам",
        "вной",
        "ўнай",
        "вне",
        "ўне",
        "вну",
    ),
    *("vich", "vič", "vitch", "vych", "wicz", "vna", "wna", "witsch", "ŭna"),
)


class Here(NamedTuple):
    """What a word may be: given names and patronymics of known people, as written; classes with weights, and roots.

    `initials` is empty unless it is one capital letter. `patronymic`: it ends as one; `fathers` are the classes of the
    father's name, `middle` the letters that it may be abbreviated with.
    """

    written: str
    own: frozenset[str] = _NONE
    classes: Mapping[str, float] = _NO_CLASSES
    roots: frozenset[str] = _NONE
    initials: frozenset[str] = _NONE
    patronymic: bool = False
    fathers: frozenset[str] = _NONE
    middle: frozenset[str] = _NONE

    @property
    def is_silent(self) -> bool:
        """Whether it agrees with nobody and speaks against nobody."""
        return not (self.own or self.classes or self.initials or self.patronymic)


class Givens:
    """The given names and patronymics of known people."""

    def __init__(self, people: Iterable[Wanted], merged: Merged) -> None:
        self._merged = merged
        own = {word: one.sex for one in people for word in (*one.given, *one.patronymics)}
        self._own: ByEar[str] = ByEar((word, word, _SEXES.get(sex or "", "any")) for word, sex in own.items())
        self._own_letters = {laid(word): word for word in own}
        self._table = _table()
        self._roots = {row.name: row.root for row in given_names() if row.root}
        self._remembered: dict[str, Here] = {}
        _by_letters()  # read now, and not while a text is

    def here(self, written: str) -> Here:
        """What a word of a text may be."""
        found = self._remembered.get(written)
        if found is None:
            if len(self._remembered) > _MOST_REMEMBERED:
                self._remembered.clear()
            found = self._remembered[written] = self._read(written)
        return found

    def is_given(self, written: str) -> bool:
        """Whether a word is in the table of given names as it stands."""
        return laid(written) in _by_letters()

    def may_name(self, written: str) -> bool:
        """Whether a word is an initial, a patronymic, or a given name by its letters in some case: not by its sound."""
        here = self.here(written)
        return bool(here.own or here.initials or here.patronymic) or any(map(self.is_given, nominatives(written)))

    def _read(self, written: str) -> Here:
        if len(written) == 1 and written.isupper():
            return Here(written, initials=initials.here(written))
        key = self._merged[written]
        own = frozenset(self._own.heard(key))
        table: Iterable[tuple[str, float]]
        table = self._table.heard(key) if len(written) > _SHORT else _by_letters().get(laid(written), ())
        classes: dict[str, float] = {}
        for name, weight in table:
            classes[name] = max(weight, classes.get(name, 0.0))
        if not own and not classes and written.endswith(_SOFTENED):
            forms = map(laid, nominatives(written))
            own = frozenset(self._own_letters[form] for form in forms if form in self._own_letters)
        roots = frozenset([self._roots[name] for name in classes if name in self._roots]) if classes else _NONE
        if not written.lower().endswith(_PATRONYMICS):
            return Here(written, own, classes, roots)
        fathers = frozenset(name for form in nominatives(written) for name in father_class(form))
        middle = frozenset(letter for form in nominatives(written) for letter in initials.of_father(form))
        return Here(written, own, classes, roots, _NONE, True, fathers, middle)


def agrees(person: Wanted, here: Here) -> bool:
    """Whether it may be a given name of the person."""
    if here.own and not here.own.isdisjoint(person.given):
        return True
    return not here.classes.keys().isdisjoint(person.classes) and shared(here.classes, person.classes) > _ALIKE


def conflicts(person: Wanted, here: Here) -> bool:
    """Whether it is a given name, or a patronymic, that the person does not have, nor a name of the same origin."""
    if here.patronymic:
        if not person.fathers:
            return bool(person.middle) and here.middle.isdisjoint(person.middle)
        known = here.fathers and here.own.isdisjoint(person.patronymics)
        return bool(known) and here.fathers.isdisjoint(person.fathers)
    return bool(here.classes and person.given) and here.roots.isdisjoint(person.classes)


@cache
def _table() -> ByEar[tuple[str, float]]:
    """The table of given names, each form in its own letters: it has those of every script already."""
    return ByEar(((label, form, bending) for label, form, bending in _rows()), sounded=False)


@cache
def _by_letters() -> Mapping[str, Mapping[tuple[str, float], bool]]:
    """The forms of the table, folded, with their classes."""
    found = defaultdict[str, dict[tuple[str, float], bool]](dict)
    for label, form, _ in _rows():
        found[laid(form)][label] = True
    return found


def _rows() -> Iterator[tuple[tuple[str, float], str, Bending]]:
    for row in given_names():
        for forms, weight in ((row.forms, 1.0), (row.short, SHORT[1])):
            yield from (((row.name, weight), form, _SEXES.get(row.gender, "any")) for form in forms)
