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

Rules = Mapping[str, tuple[int, str]]  # key without its condition → letters consumed, what it becomes
Step = tuple[int, str, tuple[int, ...]]
_NOTHING: Step = (1, "", ())


class Rewriting(dict[str, Step]):
    """A table ready to use: two letters → letters consumed and what they become, if none of the longer keys that begin
    so fits; how long those are, the longest first. Filled in as letters are met, those of the table only."""

    __slots__ = ("alphabet", "lengths", "rules")

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.alphabet = frozenset("".join(rules) + "^$")
        self.lengths: dict[str, list[int]] = {}
        for length in sorted({len(key) for key in rules if len(key) > 2}, reverse=True):
            for two in {key[:2] for key in rules if len(key) == length}:
                self.lengths.setdefault(two, []).append(length)

    def __missing__(self, two: str) -> Step:
        if two[0] not in self.alphabet:
            return _NOTHING
        consumed, sound = self.rules.get(two) or self.rules.get(two[0]) or (1, "")
        step = (consumed, sound, tuple(self.lengths.get(two, ())))
        if two[-1] in self.alphabet:
            self[two] = step
        return step


@cache
def table(name: str) -> Mapping[str, Mapping[str, str]]:
    """The sections of the table `name`, each from key to sound."""
    text = files("habeas.names.sounds").joinpath(f"{name}.toml").read_text(encoding="utf-8")
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
                rules[key + "".join(after)] = (len(key) or 1, sound)
    return Rewriting(rules)


def rewritten(word: str, by: Rewriting) -> str:
    """`word` (lower case, without marks) in the alphabet of the table."""
    marked = f"^{word}$"
    heard, place, end = "", 0, len(marked)
    while place < end:
        consumed, sound, longer = by[marked[place : place + 2]]
        if longer:
            for length in longer:
                found = by.rules.get(marked[place : place + length])
                if found:
                    consumed, sound = found
                    break
        heard += sound
        place += consumed
    return heard
