"""At which line of a case file a section, a block or a key of it stands, so that an error is told at its place."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

_HEADER = re.compile(r"^[ \t]*\[(?P<block>\[)?(?P<name>[^\[\]]+|.*?)\]+[ \t]*(#.*)?$")
_KEY = re.compile(r"""^[ \t]*("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*=""")
_TOLD_KEY = re.compile(r"`([A-Za-z0-9_-]+)(?:[.\[][^`]*)?`")


class Place(str):
    """Where a section or a block begins, in words; with the lines of its keys, where they were found."""

    words: str
    keys: Mapping[str, int]

    def of(self, message: str) -> str:
        """The place of the key that a message names first in backticks (of `a.b` that of `a`), else this one."""
        told = _TOLD_KEY.search(message)
        number = self.keys.get(told[1]) if told else None
        return f"{self.words}{_line(number)}" if number else str(self)


def place_of(where: str, message: str) -> str:
    """Where a message about `where` is told: at the key that it names, if that has a line of its own."""
    return where.of(message) if isinstance(where, Place) else where


class Lines:
    """The lines of one case file, counted from 1."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._sections: dict[tuple[str, ...], int] = {}
        self._blocks: dict[str, list[int]] = {}
        self._keys: dict[int, dict[str, int]] = {}  # by the line of their header
        here: tuple[str, ...] = ()
        began = 0
        for number, line in enumerate(text.split("\n"), 1):
            header = _HEADER.match(line)
            if header and (path := _path(f"[{header['name']}]")) and not _is_a_cell(path, header["name"]):
                here, began = path, number
                if header["block"]:
                    self._blocks.setdefault(path[0], []).append(number)
                else:
                    self._sections.setdefault(path, number)
            elif key := _KEY.match(line):
                for name in _path(f"{key[1]} = 0"):
                    self._keys.setdefault(began, {}).setdefault(name, number)
                    if len(here) == 1:
                        self._sections.setdefault((*here, name), number)

    def section(self, *path: str) -> Place:
        """Where a section, or a key of a section, begins: "report.toml, [agents.viasna] (line 16)"."""
        return self._place(f"{self.file}, [{'.'.join(path)}]", self._sections.get(path))

    def block(self, section: str, index: int, one: str) -> Place:
        """Where the block of that index (from 0) begins: "report.toml, claim 4 (line 79)"."""
        return self._place(f"{self.file}, {one} {index + 1}", self.block_line(section, index))

    def block_line(self, section: str, index: int) -> int | None:
        """The line of a block, or None where it was written in another way than `[[section]]`."""
        found = self._blocks.get(section, [])
        return found[index] if index < len(found) else None

    def _place(self, words: str, number: int | None) -> Place:
        place = Place(f"{words}{_line(number)}")
        place.words, place.keys = words, self._keys.get(number, {}) if number else {}
        return place


def _line(number: int | None) -> str:
    return f" (line {number})" if number else ""


def _is_a_cell(path: tuple[str, ...], name: str) -> bool:
    """Whether what looks like a header is a list of one text, such as a row of a table: no section is in quotes."""
    return len(path) == 1 and name.lstrip()[0] in "\"'"


def _path(line: str) -> tuple[str, ...]:
    """The keys that a header, or the beginning of a line, names; none where it is no TOML (inside a longer text)."""
    try:
        return tuple(_names(tomllib.loads(line)))
    except tomllib.TOMLDecodeError:
        return ()


def _names(table: Any) -> Iterator[str]:
    while isinstance(table, dict) and table:
        name = next(iter(table))
        yield name
        table = table[name]
