"""The lists of parse.toml, as sets of folded words."""

from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads

from habeas.names.fold import fold


@lru_cache(maxsize=1 << 15)
def folded(word: str) -> str:
    """One word folded; words come again and again."""
    return fold(word)


@cache
def listed(section: str, key: str) -> frozenset[str]:
    """The folded words of one list."""
    return frozenset(fold(word).replace(".", "") for word in _tables()[section][key].split())


@cache
def characters(section: str, key: str) -> frozenset[str]:
    """The characters of a list that is written without spaces."""
    return frozenset(one for one in _tables()[section][key] if not one.isspace())


@cache
def phrases(section: str, key: str) -> frozenset[tuple[str, ...]]:
    """The folded phrases of a list whose entries stand between strokes, each as its words."""
    lines = _tables()[section][key].replace("\n", "|").split("|")
    return frozenset(_folded(line.split()) for line in lines if line.strip())


@cache
def endings(section: str, key: str) -> tuple[str, ...]:
    """A list that is no text but sounds: as it stands."""
    return tuple(_tables()[section][key].split())


def _folded(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(fold(word).replace(".", "") for word in words)


@cache
def _tables() -> dict[str, dict[str, str]]:
    return loads((files("habeas.names.parts") / "parse.toml").read_text(encoding="utf-8"))
