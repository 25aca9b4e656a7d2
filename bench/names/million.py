"""The names that are searched: labels of people and, up to the size, given names and surnames of theirs recombined.

Drawn from a seed. Of each person of the report part with two labels or more that fold apart, one is the query and is
not stored, nor is any that folds as it does; stored are the other labels, or one of them alone. A recombined name is of
a person of its own, is in one language's spelling, and is no label of anybody.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import NamedTuple

from habeas.names.fold import fold

from .data import Label, in_fit

SEED, MILLION = 7, 1_000_000
RECOMBINED = "x"  # begins the id of a person who is nobody
LEAST = 2  # labels that fold apart, so that one can be asked for and another be stored


class Named(NamedTuple):
    """A stored name and its person."""

    name: str
    person: str


class Drawn(NamedTuple):
    """What is stored, in random order, and what is asked: a name and the person who must be found."""

    stored: list[Named]
    queries: list[Named]


class Halves(NamedTuple):
    """The given names and the surnames of one language's labels, as often as they occur."""

    given: list[str]
    surnames: list[str]


def draw(labels: Iterable[Label], size: int = MILLION, seed: int = SEED, one_each: bool = False) -> Drawn:
    """`size` names (more only where the labels alone are more) and the queries, the same from the same seed."""
    chance, by_person = random.Random(seed), _by_person(labels)
    queries, stored = [], []
    for person, names in by_person.items():
        asked, kept = _asked_and_kept(person, names, chance)
        queries += [Named(asked, person)] if asked else []
        kept = [chance.choice(kept)] if one_each and asked else kept
        stored += [Named(name, person) for name in kept]
    taken = {fold(name) for names in by_person.values() for _, name in names}
    stored += _recombined(by_person.values(), size - len(stored), taken, chance)
    chance.shuffle(stored)
    chance.shuffle(queries)
    return Drawn(stored, queries)


def parted(name: str) -> tuple[str, str] | None:
    """The given name and the surname of a label of two parts, "Given … Surname" or "Surname, Given …"."""
    if name.count(",") == 1:
        surname, _, rest = name.partition(",")
        given = rest.split()
        return (given[0], surname.strip()) if given and surname.strip() else None
    given = name.replace("・", " ").replace("·", " ").split()
    return (given[0], given[-1]) if len(given) >= LEAST and "," not in name else None


def _by_person(labels: Iterable[Label]) -> dict[str, list[tuple[str, str]]]:
    found = defaultdict(list)
    for person, lang, name in labels:
        found[person].append((lang, name))
    return found


def _asked_and_kept(person: str, names: list[tuple[str, str]], chance: random.Random) -> tuple[str, list[str]]:
    apart: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(name for _, name in names):
        apart[fold(name)].append(name)
    if in_fit(person) or len(apart) < LEAST:
        return "", list(chain.from_iterable(apart.values()))
    query = chance.choice(list(apart))
    asked = chance.choice(apart.pop(query))
    return asked, list(chain.from_iterable(apart.values()))


def _recombined(
    everybody: Iterable[list[tuple[str, str]]], wanted: int, taken: set[str], chance: random.Random
) -> list[Named]:
    """Languages as often as their labels; a name that is there already is drawn again."""
    halves = _halves(everybody)
    languages, weights = list(halves), [len(each.given) for each in halves.values()]
    found: dict[str, Named] = {}
    misses = 0
    while len(found) < wanted:
        if misses > 10 * wanted + 1000:
            raise ValueError(f"{wanted} names cannot be recombined from these labels: ask for fewer")
        for language in chance.choices(languages, weights, k=wanted - len(found)):
            name = f"{chance.choice(halves[language].given)} {chance.choice(halves[language].surnames)}"
            folded = fold(name)
            if folded in taken:
                misses += 1
                continue
            taken.add(folded)
            found[name] = Named(name, f"{RECOMBINED}{len(found)}")
    return list(found.values())


def _halves(everybody: Iterable[Sequence[tuple[str, str]]]) -> dict[str, Halves]:
    found: dict[str, Halves] = defaultdict(lambda: Halves([], []))
    for names in everybody:
        for lang, name in names:
            if parts := parted(name):
                found[lang].given.append(parts[0])
                found[lang].surnames.append(parts[1])
    return found
