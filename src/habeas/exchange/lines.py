"""At which line of a case file a section or a block begins, so that an error in it is told at its place."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

_HEADER = re.compile(r"^[ \t]*\[(?P<block>\[)?(?P<name>[^\[\]]+|.*?)\]+[ \t]*(#.*)?$")
_KEY = re.compile(r"""^[ \t]*("[^"]*"|'[^']*'|[A-Za-z0-9_-]+)[ \t]*=""")


class Lines:
    """The lines of one case file, counted from 1."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._sections: dict[tuple[str, ...], int] = {}
        self._blocks: dict[str, list[int]] = {}
        here: tuple[str, ...] = ()
        for number, line in enumerate(text.split("\n"), 1):
            header = _HEADER.match(line)
            if header and (path := _path(f"[{header['name']}]")):
                here = path
                if header["block"]:
                    self._blocks.setdefault(path[0], []).append(number)
                else:
                    self._sections.setdefault(path, number)
            elif len(here) == 1 and (key := _KEY.match(line)):
                for name in _path(f"{key[1]} = 0"):
                    self._sections.setdefault((*here, name), number)

    def section(self, *path: str) -> str:
        """Where a section, or a key of a section, begins: "report.toml, [agents.viasna] (line 16)"."""
        return f"{self.file}, [{'.'.join(path)}]{_line(self._sections.get(path))}"

    def block(self, section: str, index: int, one: str) -> str:
        """Where the block of that index (from 0) begins: "report.toml, claim 4 (line 79)"."""
        return f"{self.file}, {one} {index + 1}{_line(self.block_line(section, index))}"

    def block_line(self, section: str, index: int) -> int | None:
        """The line of a block, or None where it was written in another way than `[[section]]`."""
        found = self._blocks.get(section, [])
        return found[index] if index < len(found) else None


def _line(number: int | None) -> str:
    return f" (line {number})" if number else ""


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
