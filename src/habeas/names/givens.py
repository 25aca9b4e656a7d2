"""Which given names a word of a text may be, in any case and script: those of the known people, and those of the table.

Asked of the few words that stand beside a surname, and remembered, since the same ones stand there again and again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .by_ear import Bending, ByEar
from .given import SHORT, given_names
from .wanted import Wanted

_ALIKE = 0.2  # two given names whose weights in a class multiply to less are not one
_SEXES = {"f": "female", "m": "male"}


@dataclass(frozen=True, slots=True)
class GivenHere:
    """What a word may be: given names and patronymics of known people as written; classes with weights, and roots."""

    own: frozenset[str]
    classes: Mapping[str, float]
    roots: frozenset[str]


class Givens:
    """The given names and patronymics of known people."""

    def __init__(self, people: Iterable[Wanted]) -> None:
        own = {word: one.sex for one in people for word in (*one.given.values(), *one.patronymics)}
        self._own: ByEar[str] = ByEar((word, word, _bending(sex)) for word, sex in own.items())
        self._table = _table()
        self._roots = {row.name: row.root for row in given_names() if row.root}
        self._remembered: dict[str, GivenHere] = {}

    def here(self, written: str) -> GivenHere:
        """What a word of a text may be."""
        found = self._remembered.get(written)
        if found is None:
            own, table = self._own.heard([written])[0], self._table.heard([written])[0]
            classes = {name: max(weight for one, weight in table if one == name) for name, _ in table}
            roots = frozenset(self._roots[name] for name in classes if name in self._roots)
            found = self._remembered[written] = GivenHere(frozenset(own), classes, roots)
        return found


def agrees(person: Wanted, here: GivenHere) -> bool:
    """Whether it may be a given name of the person."""
    return not here.own.isdisjoint(person.given.values()) or any(
        weight * person.classes.get(name, 0) > _ALIKE for name, weight in here.classes.items()
    )


def conflicts(person: Wanted, here: GivenHere) -> bool:
    """Whether it is a given name that the person does not have, nor one of the same origin."""
    return bool(here.classes and person.classes) and here.roots.isdisjoint(person.classes)


def _table() -> ByEar[tuple[str, float]]:
    """The table of given names, each form in its own letters: it has those of every script already."""
    return ByEar(
        (
            ((row.name, weight), form, _bending(_SEXES.get(row.gender)))
            for row in given_names()
            for forms, weight in ((row.forms, 1.0), (row.short, SHORT[1]))
            for form in forms
        ),
        sounded=False,
    )


def _bending(sex: str | None) -> Bending:
    return "female" if sex == "female" else "male" if sex == "male" else "any"
