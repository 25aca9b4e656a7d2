"""The counting engine beside six peers, over claims drawn from a seed: 100 thousand, a million, ten million.

`--quick` is a million alone. Each peer does a task twice, once from raw claims and once from our own rectangles, where
there is a sensible way; it must give the same before a time is printed. The whole table goes to standard error. What
the engine costs itself (append, build, bytes) stands beside its limit.
"""

import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import nullcontext
from functools import partial

from bench.measure import Task

from . import generate, in_duckdb, in_numpy, in_pandas, in_polars, in_postgres, in_sqlite, ours
from .clock import BY_PROCESSOR
from .columns import Raw, raw
from .costs import costs
from .peer import GIVEN, RAW, Peer
from .questions import every_task
from .side import Times, best, lines, measured, task
from .sides import Entered, Given, entered, given

SIZES = (100_000, 1_000_000, 10_000_000)
QUICK, WARM = 1_000_000, 30_000
PATIENCE = 4.0  # seconds for one run of a peer


def tasks(quick: bool) -> dict[str, Task]:
    """Each task at each size; a million's have the plain names."""
    found: dict[str, Task] = {}
    times: Times | None = None
    for size in (QUICK,) if quick else SIZES:
        times, own = of_size(size, times)
        found |= {_name(name, size): one for name, one in (_told(times, size) | own).items()}
        sys.stderr.write("\n".join(lines(times, size)) + "\n\n")
        sys.stderr.flush()
    sys.stderr.write("by the processor's time; " if BY_PROCESSOR else "")
    sys.stderr.write(f"warm start; one process, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n")
    return found


def alone(only: Collection[str], size: int) -> dict[str, Task]:
    """Some of what the engine costs, at one size and without peers; raises SystemExit for a task that there is not."""
    ours.built(generate.draw(WARM))
    drawn = generate.draw(size)
    found = costs(drawn, ours.built(drawn), only)
    if missing := {*only} - {*found}:
        raise SystemExit(f"--only {' '.join(sorted(missing))}: the engine alone has no such task")
    return found


def of_size(size: int, before: Times | None = None) -> tuple[Times, dict[str, Task]]:
    """Everybody over so many claims, and what we cost; raises AssertionError where a peer does not count as we do.

    Who took too long at the size before, or would at this one, is not asked.
    """
    ours.built(generate.draw(WARM))  # what is compiled is compiled before anything is timed
    drawn = generate.draw(size)
    mine = ours.built(drawn)
    own = costs(drawn, mine)
    claims, rectangles, moves = raw(drawn), given(mine), entered(mine)
    with nullcontext("") if BY_PROCESSOR else in_postgres.server() as uri:
        peers = _peers(claims, rectangles, moves, uri)
        return measured(every_task(mine, rectangles), peers, PATIENCE, size, before), own


def _peers(claims: Raw, rectangles: Given, moves: Entered, uri: str) -> Iterator[tuple[str, Callable[[], Peer]]]:
    every = {"NumPy": in_numpy, "Polars": in_polars, "pandas": in_pandas, "DuckDB": in_duckdb, "SQLite": in_sqlite}
    for name, peer in every.items():
        yield f"{name}, {RAW}", partial(peer.raw, claims)
        yield f"{name}, {GIVEN}", partial(peer.given, rectangles, moves)
    if BY_PROCESSOR:
        return
    yield f"PostgreSQL, {RAW}", partial(in_postgres.raw, claims, uri)
    yield f"PostgreSQL, {GIVEN}", partial(in_postgres.given, rectangles, moves, uri)


def _told(times: Times, size: int) -> dict[str, Task]:
    """A task's ratio is the smaller of two: to the best peer from raw claims, to the best from our rectangles."""
    found = {}
    for name in times.ours:
        found[name] = task(times, name, best(times, name), size)
        for source in (RAW, GIVEN):
            found[f"{name}, {source}"] = task(times, name, best(times, name, source), size)
    return found


def _name(task: str, size: int) -> str:
    return task if size == QUICK else f"{task}, {size:,}"
