"""Searching a million names: queries a second and recall@10, ours beside rapidfuzz brute force and pg_trgm.

Each query is answered by itself, as a reader asks it, on two cores at most: whoever answers may work on two queries at
a time. Found is a query whose person is among the first ten persons. Every person of the report part with labels that
fold apart is asked for once; the other labels are stored, or in "one label each" one of them alone, which is harder.
"""

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

from bench.measure import Row, Task

from . import million, search_brute, search_trgm
from .data import people
from .environment import Missing
from .found import Finder
from .million import Named

QUICK = 200_000
PORTION, PATIENCE = 64, 45  # queries asked at once, and seconds after which no more are asked
BEFORE = 10  # queries that are not counted


class Answered(NamedTuple):
    """A side's part of queries found and how many it answers a second; what it stores took `seconds` and `bytes`."""

    title: str
    recall: float
    a_second: float
    asked: int
    seconds: float
    bytes: int


def measured(quick: bool) -> tuple[dict[str, Task], dict[str, list[Row]]]:
    """Tasks and tables of both ways to store."""
    tasks: dict[str, Task] = {}
    tables: dict[str, list[Row]] = {}
    size = QUICK if quick else million.MILLION
    for suffix, one_each in (("", False), (", one label each", True)):
        drawn = million.draw(people(), size, one_each=one_each)
        answers, why = [], []
        for make in MAKERS:
            try:
                answers.append(answered(make, drawn))
            except Missing as missing:
                why.append(str(missing))
        tables[f"search{suffix}"] = [_row(each) for each in answers]
        tasks |= _tasks(answers, why, suffix, size)
    return tasks, tables


def answered(make: Callable[[Sequence[Named], Path], Finder], drawn: million.Drawn) -> Answered:
    """What a finder that is built in a folder of its own says to the queries. Raises Missing."""
    with tempfile.TemporaryDirectory(prefix="habeas-bench-search-") as folder, ExitStack() as held:
        Path(folder).chmod(0o755)
        finder = make(drawn.stored, Path(folder))
        held.callback(finder.close)
        finder.find([query.name for query in drawn.queries[:BEFORE]])
        found: list[list[str]] = []
        begun, taken = perf_counter(), 0.0
        while len(found) < len(drawn.queries) and taken < PATIENCE:
            found += finder.find([query.name for query in drawn.queries[len(found) : len(found) + PORTION]])
            taken = perf_counter() - begun
        asked = len(found)
        hits = sum(query.person in first for query, first in zip(drawn.queries, found, strict=False))
        return Answered(finder.title, hits / asked, asked / taken, asked, finder.seconds, finder.bytes)


def _tasks(answers: list[Answered], why: list[str], suffix: str, size: int) -> dict[str, Task]:
    by_title = {each.title: each for each in answers}
    ours = by_title.get("habeas")
    if not ours:
        return {}
    brute = by_title[search_brute.TITLE]
    rivals = [each for each in answers if each is not ours]
    best = max(rivals, key=lambda each: each.recall)
    null = f"null: {why[0]}" if why else ""
    speed = Task(ours.a_second, brute.a_second, brute.title, ours.a_second / brute.a_second, "a second", size)
    recall = Task(ours.recall, best.recall, best.title, ours.recall / best.recall, "found", size)
    if null:
        recall = Task(ours.recall, None, null, None, "found", size)
    built = Task(ours.seconds, None, "beside it", None, "s", size)
    held = Task(ours.bytes / size, None, "beside it", None, "bytes", size)
    tasks = {"search": speed, "search, recall@10": recall, "search, build": built, "search, bytes a name": held}
    return {f"{name}{suffix}": task for name, task in tasks.items()}


def _row(answer: Answered) -> Row:
    return {
        "side": answer.title, "recall@10": answer.recall, "a second": round(answer.a_second, 1), "asked": answer.asked,
        "build, s": round(answer.seconds, 1), "MB": round(answer.bytes / 1e6, 1),
    }  # fmt: skip


def _ours(stored: Sequence[Named], folder: Path) -> Finder:
    if not find_spec("bench.names.search"):
        raise Missing("bench/names/search.py is not there")
    made: Finder = import_module("bench.names.search").finder(stored, folder)
    return made


MAKERS: tuple[Callable[[Sequence[Named], Path], Finder], ...] = (
    _ours,
    search_brute.finder,
    search_brute.by_default,
    search_brute.in_batches,
    search_trgm.finder,
)
