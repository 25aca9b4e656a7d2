"""Datasette over the same people, at its best: immutable, with inspected counts, indexes and full-text search.

Facets are asked for and none is suggested, nothing is cut short by a time limit, and it has a process for each of
two cores, as habeas has, of which each serves half of the readers.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from bench import readers

from .environment import WANTED, python

NAME = WANTED[0].replace("==", " ")
PROCESSES = 2
SETTINGS = {
    "sql_time_limit_ms": 60_000,
    "facet_time_limit_ms": 60_000,
    "suggest_facets": "off",
    "default_cache_ttl": 0,
    "max_returned_rows": 1000,
}


@contextmanager
def served(register: Path) -> Iterator[Sequence[int]]:
    """Serve the tables of a register and give the ports. Raises Missing."""
    datasette, base, counts = python().with_name("datasette"), register.parent / "web.db", register.parent / "web.json"
    if not counts.exists():
        sys.stderr.write("bench: writing Datasette's tables\n")
        readers.ran([sys.executable, "-m", "bench.web.tables", str(register), str(base)])
        readers.ran([str(datasette), "inspect", str(base), "--inspect-file", str(counts)])
    with ExitStack() as running:
        yield [running.enter_context(_process(datasette, base, counts)) for _ in range(PROCESSES)]


@contextmanager
def _process(datasette: Path, base: Path, counts: Path) -> Iterator[int]:
    port = readers.free_port()
    settings = [word for name, value in SETTINGS.items() for word in ("--setting", name, str(value))]
    command = [datasette, "serve", "-i", base, "--inspect-file", counts, "-p", port, *settings]
    with subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(port)
            yield port
        finally:
            server.terminate()
            server.wait(readers.PATIENCE)


def _wait(port: int) -> None:
    until = time.monotonic() + readers.PATIENCE
    while True:
        try:
            readers.page(port, "/-/versions.json")
        except OSError:
            assert time.monotonic() < until, "Datasette did not answer"
            time.sleep(0.1)
        else:
            return


def data(port: int, address: str) -> Any:
    """The JSON of a page."""
    path, _, asked = address.partition("?")
    return json.loads(readers.page(port, f"{path}.json?{asked}"))
