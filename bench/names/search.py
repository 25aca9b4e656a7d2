"""Our search in the million: the shipped functions over the table of search keys in a file of SQLite.

The tables and indexes are those of the register (`name_word`, `name_key`), without entries and who may see them. Where
there are more rows than are looked at these are the first of the index, not the first entered. Two processes read the
file, each a query at a time.
"""

import multiprocessing
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from habeas.names.keys import keys, rows
from habeas.names.ranking import nearest

from .found import Finder, first_persons
from .million import Named

TITLE = "habeas"
WORKERS = 2
DEEP = 25  # names looked at for ten persons
TABLES = """
    CREATE TABLE name_word (row INTEGER PRIMARY KEY, whose TEXT, word TEXT, beside TEXT, words TEXT);
    CREATE TABLE name_key (row INTEGER PRIMARY KEY, key TEXT, word TEXT, of TEXT);
"""
INDEXES = """
    CREATE INDEX name_word_word ON name_word (word, beside, whose, words);
    CREATE INDEX name_key_key ON name_key (key, word, of);
    ANALYZE;
"""


class Kept:
    """The table of search keys in a file of SQLite, as `habeas.names.ranking` asks it."""

    def __init__(self, path: Path) -> None:
        self._database = sqlite3.connect(path)

    def words(self, keys: Collection[str]) -> Iterable[tuple[str, str, str]]:
        """As in the register."""
        return self._rows(f"SELECT key, word, of FROM name_key WHERE key IN ({_marks(keys)})", *keys)

    def counts(self, words: Collection[str]) -> Mapping[str, int]:
        """As in the register."""
        where = f"WHERE word IN ({_marks(words)}) GROUP BY word"
        return dict(self._rows(f"SELECT word, count(*) FROM name_word {where}", *words))

    def names(self, words: Sequence[str], beside: Collection[str] | None, most: int) -> Iterable[tuple[str, str]]:
        """As in the register."""
        also = f"AND beside IN ({_marks(beside)})" if beside is not None else ""
        where = f"WHERE word IN ({_marks(words)}) {also} LIMIT {most}"
        return self._rows(f"SELECT whose, words FROM name_word {where}", *words, *(beside or ()))

    def _rows(self, statement: str, *values: str) -> list[Any]:
        return self._database.execute(statement, values).fetchall()


def finder(stored: Sequence[Named], folder: Path) -> Finder:
    """Each query by itself, in two processes."""
    path, begun = folder / "names.db", perf_counter()
    build(path, stored)
    seconds, size = perf_counter() - begun, path.stat().st_size
    pool = multiprocessing.get_context("spawn").Pool(
        WORKERS, initializer=_open, initargs=(path, [one.person for one in stored])
    )
    pool.map(_first, [one.name for one in stored[:WORKERS]], chunksize=1)

    def find(queries: Sequence[str]) -> list[list[str]]:
        return pool.map(_first, queries, chunksize=1)

    return Finder(TITLE, find, seconds, size, pool.terminate)


def build(path: Path, stored: Sequence[Named]) -> None:
    """Write the table."""
    words: set[str] = set()
    with sqlite3.connect(path) as database:
        database.executescript(TABLES)
        insert = "INSERT INTO name_word (whose, word, beside, words) VALUES (?, ?, ?, ?)"
        database.executemany(insert, _word_rows(stored, words))
        found = ((key, word, of) for word in sorted(words) for key, of in sorted(keys(word)))
        database.executemany("INSERT INTO name_key (key, word, of) VALUES (?, ?, ?)", found)
        database.executescript(INDEXES)
    database.close()


def _word_rows(stored: Sequence[Named], words: set[str]) -> Iterator[tuple[str, str, str, str]]:
    for place, one in enumerate(stored):
        for word, beside, form in sorted(rows(one.name)):
            words.add(word)
            yield str(place), word, beside, form


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))


_kept: list[Kept] = []
_persons: list[str] = []


def _open(path: Path, persons: list[str]) -> None:
    _kept[:] = [Kept(path)]
    _persons[:] = persons


def _first(query: str) -> list[str]:
    found = nearest(query, _kept[0], DEEP)
    return first_persons(_persons[int(one.whose)] for one in found)
