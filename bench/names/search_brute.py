"""rapidfuzz brute force over transliterated names that were prepared beforehand, words in order.

A query at a time is `process.extract`, in two processes. In batches is `cdist` of 64 queries on two threads, which
compares several at once in one register: no reader asks so, but a list matched against another does.
"""

import multiprocessing
from collections.abc import Callable, Sequence
from pathlib import Path
from sys import getsizeof
from time import perf_counter

import numpy as np
from rapidfuzz import fuzz, process

from .found import Finder, first_persons
from .in_rapidfuzz import in_order, plain
from .million import Named

TITLE = "rapidfuzz"
WORKERS, BATCH = 2, 64
DEEP = 60  # names looked at for ten persons: nobody has more labels that fold apart than that

_names: list[str] = []
_persons: list[str] = []


def finder(stored: Sequence[Named], folder: Path) -> Finder:
    """Each query by itself."""
    seconds = _prepare(stored)
    pool = multiprocessing.get_context("fork").Pool(WORKERS)

    def find(queries: Sequence[str]) -> list[list[str]]:
        return pool.map(_extracted, queries, chunksize=1)

    return Finder(TITLE, find, seconds, _size(), _closing(pool.terminate))


def by_default(stored: Sequence[Named], folder: Path) -> Finder:
    """Each query by itself, by the ratio that `extract` takes where none is named."""
    begun = perf_counter()
    _names[:] = [plain(each.name) for each in stored]
    _persons[:] = [each.person for each in stored]
    seconds = perf_counter() - begun
    pool = multiprocessing.get_context("fork").Pool(WORKERS)

    def find(queries: Sequence[str]) -> list[list[str]]:
        return pool.map(_weighted, queries, chunksize=1)

    return Finder(f"{TITLE}, WRatio", find, seconds, _size(), _closing(pool.terminate))


def in_batches(stored: Sequence[Named], folder: Path) -> Finder:
    """Queries in batches."""
    seconds = _prepare(stored)

    def find(queries: Sequence[str]) -> list[list[str]]:
        parts = [queries[at : at + BATCH] for at in range(0, len(queries), BATCH)]
        return [found for part in parts for found in _together(part)]

    return Finder(f"{TITLE}, in batches", find, seconds, _size(), _closing(lambda: None))


def _prepare(stored: Sequence[Named]) -> float:
    begun = perf_counter()
    _names[:] = [in_order(each.name) for each in stored]
    _persons[:] = [each.person for each in stored]
    return perf_counter() - begun


def _size() -> int:
    return sum(map(getsizeof, _names))


def _closing(stop: Callable[[], None]) -> Callable[[], None]:
    def close() -> None:
        stop()
        _names.clear()
        _persons.clear()

    return close


def _extracted(query: str) -> list[str]:
    found = process.extract(in_order(query), _names, scorer=fuzz.ratio, processor=None, limit=DEEP)
    return first_persons(_persons[place] for _, _, place in found)


def _weighted(query: str) -> list[str]:
    found = process.extract(plain(query), _names, scorer=fuzz.WRatio, processor=None, limit=DEEP)
    return first_persons(_persons[place] for _, _, place in found)


def _together(queries: Sequence[str]) -> list[list[str]]:
    scores = process.cdist(
        [in_order(query) for query in queries], _names, scorer=fuzz.ratio, dtype=np.uint8, workers=WORKERS
    )
    best = np.argpartition(scores, -DEEP, axis=1)[:, -DEEP:]
    found = []
    for row, places in zip(scores, best, strict=True):
        order = places[np.argsort(-row[places].astype(int), kind="stable")]
        found.append(first_persons(_persons[place] for place in order))
    return found
