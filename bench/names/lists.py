"""Lists of people in several spellings, and every pair across them: of one person the same, of two different.

A list is TOML, `[[person]]` with spellings by language, or with `names`, an array or a table of them; or columns
`person` and `name`, by tabs or commas. Namesakes are two persons. A spelling that two languages share is one.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from .data import Pair, rows

NOT_NAMES = ("id", "note", "source", "born")


def pairs_of(path: Path) -> list[Pair]:
    """All pairs of a list, its name as their kind. Raises ValueError where a person has no name."""
    people = _in_toml(path) if path.suffix == ".toml" else _in_columns(path)
    spellings = [(str(place), name) for place, names in enumerate(people) for name in dict.fromkeys(names)]
    return [
        Pair(one == other, a, b, path.stem, negative="" if one == other else "another person")
        for (one, a), (other, b) in combinations(spellings, 2)
    ]


def _in_toml(path: Path) -> Iterable[list[str]]:
    people = tomllib.loads(path.read_text(encoding="utf-8")).get("person", [])
    for place, person in enumerate(people, 1):
        names = _spellings(person)
        if not names:
            raise ValueError(f'{path.name}, person {place}: no spelling; give `names`, or one by language (be = "…")')
        yield names


def _spellings(person: Mapping[str, Any]) -> list[str]:
    if "names" in person:
        named = person["names"]
        return list(named.values() if isinstance(named, Mapping) else named)
    return [name for key, name in person.items() if key not in NOT_NAMES]


def _in_columns(path: Path) -> Iterable[list[str]]:
    people = defaultdict(list)
    for line, row in enumerate(rows(path), 2):
        if not row.get("person") or not row.get("name"):
            raise ValueError(f"{path.name}, line {line}: a list has the columns `person` and `name`, both filled in")
        people[row["person"]].append(row["name"])
    return people.values()
