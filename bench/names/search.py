"""Our search in the million: the shipped functions over the shipped table of names, with search keys in SQLite.

The table is made once and shared by two processes, each of which reads the keys in a connection of its own and answers
a query at a time.
"""

import multiprocessing
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from sys import getsizeof
from time import perf_counter

from habeas.names.keys import keys
from habeas.names.ranking import nearest
from habeas.names.table import NameTable, Packed, name_table

from .found import Finder, first_persons
from .million import Named

TITLE = "habeas"
WORKERS = 2
DEEP = 25  # names looked at for ten persons
TABLE = "CREATE TABLE name_key (row INTEGER PRIMARY KEY, key TEXT, word TEXT, of TEXT)"
INDEX = "CREATE INDEX name_key_key ON name_key (key, word, of)"

_open: list[sqlite3.Connection] = []
_tables: list[NameTable] = []
_persons: list[str] = []


def finder(stored: Sequence[Named], folder: Path) -> Finder:
    """Each query by itself, in two processes."""
    path, begun = folder / "names.db", perf_counter()
    _tables[:], _persons[:] = [build(path, stored)], [one.person for one in stored]
    seconds, size = perf_counter() - begun, path.stat().st_size + held(_tables[0].beneath)
    pool = multiprocessing.get_context("fork").Pool(WORKERS, initializer=_begin, initargs=(path,))
    pool.map(_first, [one.name for one in stored[:WORKERS]], chunksize=1)

    def find(queries: Sequence[str]) -> list[list[str]]:
        return pool.map(_first, queries, chunksize=1)

    return Finder(TITLE, find, seconds, size, pool.terminate)


def build(path: Path, stored: Sequence[Named]) -> NameTable:
    """The table of names, and the file with the keys of their words."""
    table = name_table({str(place): [one.name] for place, one in enumerate(stored)}, _keyed)
    with sqlite3.connect(path) as database:
        database.execute(TABLE)
        found = ((key, word, of) for word in sorted(table.beneath.near.numbers) for key, of in sorted(keys(word)))
        database.executemany("INSERT INTO name_key (key, word, of) VALUES (?, ?, ?)", found)
        database.execute(INDEX)
        database.execute("ANALYZE")
    database.close()
    return table


def held(names: Packed) -> int:
    """Bytes of memory, but for the dictionaries of words and bones."""
    arrays = (names.starts, names.whose, names.row_whose, names.row_beside, names.row_form)
    lists = (names.within.begins, names.within.every, names.near.begins, names.near.every)
    return sum(one.nbytes for one in (*arrays, *lists)) + getsizeof(names.text) + sum(map(getsizeof, names.forms))


def _keyed(some: Collection[str]) -> Iterable[tuple[str, str, str]]:
    marks = ", ".join("?" * len(some))
    return _open[0].execute(f"SELECT key, word, of FROM name_key WHERE key IN ({marks})", [*some]).fetchall()


def _begin(path: Path) -> None:
    _open[:] = [sqlite3.connect(path)]


def _first(query: str) -> list[str]:
    found = nearest(query, _tables[0], DEEP)
    return first_persons(_persons[int(one.whose)] for one in found)
