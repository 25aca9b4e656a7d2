"""pg_trgm in Debian's own PostgreSQL: transliterated names under an index of trigrams, two connections at once.

A server of its own in a folder, reached by a socket there, run by an unprivileged user; two parallel workers would not
help a query of few rows. The index is GIN, whose `%` leaves what is similar by 0.3 or more, its own threshold; the
nearest of that come first. By GiST and `<->` a query took about twice as long and found less.
"""

import os
import pwd
import subprocess
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter

import psycopg

from .environment import Missing
from .found import Finder, first_persons
from .in_rapidfuzz import plain
from .million import Named

TITLE = "pg_trgm"
WORKERS, DEEP = 2, 60
UNPRIVILEGED = ("postgres", "nobody")
SETTINGS = ("shared_buffers=1GB", "fsync=off", "maintenance_work_mem=512MB", "listen_addresses=", "jit=off")
FIND = "SELECT person FROM stored WHERE name %% %s ORDER BY similarity(name, %s) DESC LIMIT %s"


def finder(stored: Sequence[Named], folder: Path) -> Finder:
    """The names in a table of a server that runs until it is closed. Raises Missing without Debian's PostgreSQL."""
    begun = perf_counter()
    stop = _started(folder)
    try:
        size = _filled(folder, stored)
    except psycopg.Error as error:
        stop()
        raise Missing(f"pg_trgm cannot be used (apt-get install postgresql): {error}") from error
    seconds = perf_counter() - begun
    bases = [_connected(folder) for _ in range(WORKERS)]
    pool = ThreadPoolExecutor(WORKERS)

    def find(queries: Sequence[str]) -> list[list[str]]:
        halves = [pool.submit(_answers, base, queries[at::WORKERS]) for at, base in enumerate(bases)]
        answers: list[list[str]] = [[] for _ in queries]
        for at, half in enumerate(halves):
            answers[at::WORKERS] = half.result()
        return answers

    def close() -> None:
        pool.shutdown()
        for base in bases:
            base.close()
        stop()

    return Finder(TITLE, find, seconds, size, close)


def _answers(base: psycopg.Connection, queries: Sequence[str]) -> list[list[str]]:
    found = []
    for query in map(plain, queries):
        rows = base.execute(FIND, (query, query, DEEP), prepare=True).fetchall()
        found.append(first_persons(person for (person,) in rows))
    return found


def _filled(folder: Path, stored: Sequence[Named]) -> int:
    with _connected(folder) as base:
        base.execute("CREATE EXTENSION pg_trgm")
        base.execute("CREATE UNLOGGED TABLE stored (name text NOT NULL, person text NOT NULL)")
        with base.cursor() as cursor, cursor.copy("COPY stored FROM STDIN") as copy:
            for each in stored:
                copy.write_row((plain(each.name), each.person))
        base.execute("CREATE INDEX ON stored USING gin (name gin_trgm_ops)")
        base.execute("VACUUM ANALYZE stored")
        row = base.execute("SELECT pg_total_relation_size('stored')").fetchone()
        return int(row[0]) if row else 0


def _connected(folder: Path) -> psycopg.Connection:
    return psycopg.connect(f"host={folder} dbname=postgres user=bench", autocommit=True)


def _started(folder: Path) -> Callable[[], None]:
    """A running server, and how to stop it."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    if not programs:
        raise Missing("Debian's PostgreSQL is not installed: apt-get install postgresql")
    who = _unprivileged(folder) if os.geteuid() == 0 else None
    data, place = folder / "data", programs[-1].parent
    options = " ".join(f"-c {setting}" for setting in (*SETTINGS, f"unix_socket_directories={folder}"))
    _run([str(place / "initdb"), "-D", str(data), "-U", "bench", "--auth=trust", "-E", "UTF8", "--no-locale"], who)
    _run([str(place / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start"], who)
    return lambda: _run([str(place / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"], who)


def _unprivileged(folder: Path) -> str:
    """Whose server it is, since PostgreSQL refuses root; the folder becomes theirs."""
    everybody = {each.pw_name: each for each in pwd.getpwall()}
    who = next(everybody[name] for name in UNPRIVILEGED if name in everybody)
    os.chown(folder, who.pw_uid, who.pw_gid)
    return who.pw_name


def _run(command: list[str], who: str | None) -> None:
    done = subprocess.run(command, user=who, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Missing(f"PostgreSQL's {Path(command[0]).name} failed: {done.stderr.strip()[-200:] or 'without a word'}")
