"""How long 50 readers at once wait for a tally page, a person's page and a search as they type; beside it Datasette.

The register has 100,000 people and a million claims and is served by `habeas serve`, on a machine with two cores that
readers and servers share. **50 readers at once** are 50 connections, each of which asks the next question in the
moment in which its answer has come: there are always 50 questions in the house. That is harder than 50 people who
read: beside it stands the same with a pause of two seconds after each page, drawn, as people who read fast make.

A task is the time within which 95 of 100 answers came. Before a time is printed, both servers must give the same
figure, the same claims of a person, and find the same person.
"""

import gzip
import json
import os
import platform
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from bench import readers
from bench.environment import Missing
from bench.measure import Task

from . import in_datasette, questions, register
from .at_once import Waited, read_at_once
from .questions import Asked, Person

PEOPLE, QUICK = 100_000, 3_000
READERS, PAUSE = 50, 2.0
MOST = 200  # questions a reader may ask in one run
LIMITS = {"tally_page": 150.0, "person_page": 80.0, "search": 100.0}  # ms
COMPARED = 4


class Kind(NamedTuple):
    """A task: what is asked as readers ask, what others ask after them, and what is asked with no address twice."""

    alike: Sequence[Asked]
    after: Sequence[Asked]
    apart: Sequence[Asked]


def tasks(quick: bool) -> dict[str, Task]:
    """Milliseconds of each task beside Datasette's, and what stands behind them."""
    return measured(QUICK if quick else PEOPLE, seconds=8 if quick else 20)


def measured(people: int, seconds: float, most: int = MOST) -> dict[str, Task]:
    """The same of a register of so many people, each run for so long."""
    place = register.made(people)
    with readers.served(place) as port, _datasette(place) as (theirs, why):
        readers.wait_for_rest()
        asked = _kinds(place, most)
        if theirs:
            _must_be_equal(port, theirs[0], asked)
        else:
            sys.stderr.write(f"bench: Datasette has no times: {why}\n")
        found: dict[str, Task] = {}
        for name, kind in asked.items():
            found |= _of(name, kind, port, theirs, why, seconds, people)
    sys.stderr.write(f"{READERS} readers; load {os.getloadavg()[0]:.1f} at the end, {os.cpu_count()} cores, ")
    sys.stderr.write(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}\n")
    return found


@contextmanager
def _datasette(place: Path) -> Iterator[tuple[Sequence[int], str]]:
    """The ports of Datasette and nothing; or none, and why."""
    try:
        server = in_datasette.served(place)
        ports = server.__enter__()
    except Missing as why:
        yield (), str(why)
        return
    try:
        yield ports, ""
    finally:
        server.__exit__(None, None, None)


def _kinds(place: Path, most: int) -> dict[str, Kind]:
    people = _people(place)
    size = READERS * most
    ways: tuple[dict[str, Any], ...] = ({"alike": True}, {"alike": True, "turn": 1}, {"alike": False})
    return {
        "tally_page": Kind(*(questions.tally(size, **way) for way in ways)),
        "person_page": Kind(*(questions.person(people, size, **way) for way in ways)),
        "search": Kind(*(questions.search(people, size, **way) for way in ways)),
    }


def _people(place: Path) -> list[Person]:
    """Everybody who can be asked for, in the order of their ids, which is none."""
    with sqlite3.connect(place / "register.db") as base:
        return [Person(*row) for row in base.execute("SELECT id, name FROM record ORDER BY id")]


def _of(
    name: str, kind: Kind, port: int, theirs: Sequence[int], why: str, seconds: float, size: int
) -> dict[str, Task]:
    """A task and what stands behind it; the first answers, before anything is kept, are in `cold`."""
    ours = {
        "cold": _run([port], [one.ours for one in kind.apart], 0, seconds),
        "": _run([port], [one.ours for one in kind.alike], 0, seconds),
        "with pauses": _run([port], [one.ours for one in kind.after], PAUSE, seconds),
        "kept": _run([port], [kind.alike[0].ours] * len(kind.alike), 0, seconds),
    }
    peer = f"no peer: {why}" if why else in_datasette.NAME
    beside = (
        {
            "cold": _best(theirs, kind.apart, 0, seconds),
            "": _best(theirs, kind.alike, 0, seconds),
            "with pauses": _best(theirs, kind.after, PAUSE, seconds),
        }
        if theirs
        else {}
    )
    main, best, found = ours.pop(""), beside.get(""), dict[str, Task]()
    mine, other = main.at(0.95), best.at(0.95) if best else None
    found[name] = Task(mine, other, peer, other / mine if other else None, "ms p95", size)
    found[f"{name}, limit"] = Task(mine, LIMITS[name], "the limit", LIMITS[name] / mine, "ms p95", size)
    found |= _told(name, main, best, peer)
    before = 100 * (1 - len({one.ours for one in kind.alike}) / len(kind.alike))
    found[f"{name}, asked before"] = Task(before, None, "of the addresses", None, "%", len(kind.alike))
    for what, waited in ours.items():
        found |= _told(f"{name}, {what}", waited, beside.get(what), peer if what in beside else "beside it")
    return found


def _best(theirs: Sequence[int], some: Sequence[Asked], pause: float, seconds: float) -> Waited:
    """The peer's best way to ask the same."""
    ways = [[one.theirs[way] for one in some] for way in range(len(some[0].theirs))]
    return min((_run(theirs, asked, pause, seconds) for asked in ways), key=lambda waited: waited.at(0.95))


def _told(name: str, ours: Waited, theirs: Waited | None, peer: str) -> dict[str, Task]:
    found: dict[str, Task] = {}
    for what, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99)):
        one, other = ours.at(share), theirs.at(share) if theirs else None
        found[f"{name}, {what}"] = Task(one, other, peer, other / one if other else None, "ms", len(ours.times))
    rate = theirs.a_second if theirs else None
    found[f"{name}, rate"] = Task(
        ours.a_second, rate, peer, ours.a_second / rate if rate else None, "pages/s", len(ours.times)
    )
    found[f"{name}, client"] = Task(ours.client, theirs.client if theirs else None, peer, None, "ms", len(ours.times))
    return found


def _run(ports: Sequence[int], asked: Sequence[str], pause: float, seconds: float) -> Waited:
    waited = read_at_once(ports, [asked[reader::READERS] for reader in range(READERS)], pause, seconds)
    assert not waited.failed, f"{len(waited.failed)} failed, the first: {waited.failed[0]}"
    return waited


def _must_be_equal(port: int, theirs: int, asked: dict[str, Kind]) -> None:
    """AssertionError where the two do not answer the same."""
    for one in asked["tally_page"].apart[:COMPARED]:
        ours = json.loads(_body(port, one.ours.replace("/?", "/api/tally?", 1) + "&by=state"))
        held = in_datasette.data(theirs, one.theirs[0])
        states = {str(cell["value"]): cell["count"] for cell in held["facet_results"]["state"]["results"]}
        counted = {str(cell["value"]): cell["best"] for cell in ours["cells"] if cell["best"]}
        assert ours["best"] == held["filtered_table_rows_count"], f"{one.ours}: {ours['best']} and {one.theirs[0]}"
        assert counted == states, f"{one.ours}: {counted} and {states}"
    for one in asked["person_page"].apart[:COMPARED]:
        page = json.loads(_body(port, f"/api{one.ours}"))
        claims = {claim["id"] for claim in page["about"]}
        rows = in_datasette.data(theirs, f"{one.theirs[1]}&_shape=array&_size=1000")
        assert claims == {row["id"] for row in rows}, f"{one.ours}: not the same claims"
    for one in asked["person_page"].apart[:COMPARED]:
        wanted = one.ours.rpartition("/")[2]
        name = json.loads(_body(port, f"/api{one.ours}"))["name"]
        text = questions.of_text(name)
        people = json.loads(_body(port, f"/api{text.ours}"))["people"]
        found = {each["id"] for each in people if _begin(name, each["name"])}
        rows = in_datasette.data(theirs, f"{text.theirs[0]}&_shape=array")
        assert wanted in found, f"{text.ours}: not found"
        assert found == {row["id"] for row in rows}, f"{text.ours}: others are found"


def _begin(words: str, name: str) -> bool:
    """Whether each of the words begins a word of the name; habeas finds them within words, too."""
    return all(any(part.startswith(word) for part in name.split()) for word in words.split())


def _body(port: int, address: str) -> bytes:
    body = readers.page(port, address)
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
