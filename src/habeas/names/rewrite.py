"""Rewriting a word by a table, longest key first.

A key may hold "^" (start of the word) and "$" (its end), and end in "|xyz": only before one of x, y, z, which are not
consumed; "|xy|z" asks for one of x, y and then z. What no key covers falls away. Tables are TOML beside this module,
read once, when first asked for.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple


class Rewriting(NamedTuple):
    """A table ready to use: key without its condition → (letters consumed, what it becomes); and by their first two
    letters how long keys are, the longest first."""

    rules: Mapping[str, tuple[int, str]]
    lengths: Mapping[str, tuple[int, ...]]


@cache
def table(name: str) -> Mapping[str, Mapping[str, str]]:
    """The sections of the table `name`, each from key to sound."""
    text = files("habeas.names.tables").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    sections: dict[str, dict[str, str]] = tomllib.loads(text)
    return sections


@cache
def rewriting(name: str, *sections: str) -> Rewriting:
    """The named sections of a table laid one over the other; a later one wins."""
    rules: dict[str, tuple[int, str]] = {}
    for section in sections:
        for written, sound in table(name)[section].items():
            key, *following = written.split("|")
            for after in product(*following):
                rules[key + "".join(after)] = (len(key), sound)
    lengths: dict[str, set[int]] = {}
    for key in rules:
        if len(key) > 1:
            lengths.setdefault(key[:2], set()).add(len(key))
    return Rewriting(rules, {two: tuple(sorted(those, reverse=True)) for two, those in lengths.items()})


def rewritten(word: str, by: Rewriting) -> str:
    """`word` (lower case, without marks) in the alphabet of the table."""
    rules, lengths = by
    marked = f"^{word}$"
    parts: list[str] = []
    place, end = 0, len(marked)
    while place < end:
        found = None
        for length in lengths.get(marked[place : place + 2], ()):
            found = rules.get(marked[place : place + length])
            if found:
                break
        else:
            found = rules.get(marked[place])
        if found:
            parts.append(found[1])
            place += found[0] or 1
        else:
            place += 1
    return "".join(parts)
