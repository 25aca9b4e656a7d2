"""What the engine itself costs, with no peer but a limit: building, memory, and one claim more until figures are right.

An append begins when the claim is committed: its person is derived anew, the book has the person as it is now, and a
figure divided by three attributes is read. The disk's own sync, which the log waits for, stands beside it. The figure
must then be that of the raw claims with one more.
"""

import os
import tempfile
from collections.abc import Callable, Collection
from functools import cache
from statistics import median
from time import perf_counter

import numpy as np

from bench.measure import Task
from habeas.custody.whereabouts import Asked
from habeas.tally.book import Book
from habeas.tally.derive import derived_of
from habeas.tally.stock import Shares, divided
from habeas.tally.surface import delays, surface
from habeas.tally.table import ACT, ACT_NUMBER, NEVER, Table

from .clock import clock
from .columns import CELLS, place_of, raw
from .generate import FIRST_DAY, LAST_DAY, SEED, Drawn
from .in_numpy import raw as numpy_over
from .opening import seconds_to_save_and_open
from .ours import BY, RULE, Ours, table_of
from .questions import load, timeline
from .side import timed
from .sides import month_ends

Claim = tuple[int, int]  # of whom, which act
APPENDED = 9
BYTES, BUILD, OPEN, APPEND, P99 = 64, 20.0, 1.0, 2.0, 1.0  # a claim; seconds twice; milliseconds twice
LOADS = 20
CHECKED = 1_000_000  # claims up to which the figure after an append is counted again from all of them


def costs(drawn: Drawn, ours: Ours, only: Collection[str] = ()) -> dict[str, Task]:
    """Each with its limit where the peer stands: a ratio above 1 is within it; all of them, or `only` some."""
    size, chance = drawn.size, np.random.default_rng(SEED)

    def within(limit: float, found: float, unit: str) -> Task:
        return Task(found, limit, "the limit", limit / found, unit, size)

    def beside(found: float, unit: str) -> Task:
        return Task(found, None, "beside it", None, unit, size)

    snapshot = cache(lambda: seconds_to_save_and_open(ours))
    every: dict[str, Callable[[], Task]] = {
        "append": lambda: within(APPEND, _appending(drawn, ours, chance) * 1000, "ms"),
        "append, disk sync": lambda: beside(_sync() * 1000, "ms"),
        "mixed, tally p99": lambda: within(P99, _slowest_tallies(ours, chance) * 1000, "ms"),
        "open": lambda: within(OPEN, snapshot()[1], "s"),
        "save": lambda: beside(snapshot()[0], "s"),
        "build": lambda: within(BUILD, ours.deriving + ours.indexing, "s"),
        "rule": lambda: beside(_counting(ours) * 1000, "ms"),
        "bytes": lambda: within(BYTES, _bytes(ours) / size, "bytes"),
    }
    return {name: task() for name, task in every.items() if not only or name in only}


def _appending(drawn: Drawn, ours: Ours, chance: np.random.Generator) -> float:
    """The median seconds; raises AssertionError where the figure is not right then."""
    acts = [place for place in ACT_NUMBER.values() if ACT[place].value in ("detained", "released", "sentenced")]
    claims: list[Claim] = [
        (int(person), int(chance.choice(acts))) for person in chance.integers(0, len(drawn.sex), APPENDED)
    ]
    if drawn.size <= CHECKED:
        for claim in claims[:2]:
            _must_be_right(drawn, ours, claim)
    return timed(lambda person, act: appended(drawn, ours, (person, act)), claims)


def _bytes(ours: Ours) -> int:
    """The memory that figures need, with what is counted for a rule that was asked for."""
    _counting(ours)
    return ours.book.base.nbytes


def _counting(ours: Ours) -> float:
    """The seconds that the first surface and the first triangle of a rule take more than the next ones."""
    ends = month_ends()
    times: list[float] = []
    for _ in range(2):
        begun = clock()
        surface(ours.book, RULE, ends, ends)
        delays(ours.book, RULE, ends, FIRST_DAY)
        times.append(clock() - begun)
    return times[0] - times[1]


def appended(drawn: Drawn, ours: Ours, claim: Claim) -> tuple[Book, Shares]:
    """The book with one claim more, known on the last day, and a figure from it."""
    person, _ = claim
    own = _own_table(_one_more(drawn, claim, person))
    numbers = {one: number for number, one in enumerate(own.claims)}
    book = ours.book.with_people({person: derived_of(own.versions(0), Asked(), numbers, person)})
    return book, divided(book, RULE, BY, LAST_DAY, LAST_DAY)


def _one_more(drawn: Drawn, claim: Claim, whose: int | None = None) -> Drawn:
    """The claims of one person, or all, and one more of the last day but ten, entered last."""
    person, act = claim
    start, end = np.searchsorted(drawn.person, [person, person + 1]).tolist() if whose is not None else (0, drawn.size)
    day = LAST_DAY - 10
    values = (person, drawn.size, day, day, LAST_DAY, NEVER, act)
    columns = [np.append(column[start:end], value) for column, value in zip(drawn[:7], values, strict=True)]
    return Drawn._make((*columns, drawn.sex, drawn.region))


def _own_table(drawn: Drawn) -> Table:
    person = int(drawn.person[0])
    alone = drawn._replace(
        person=np.zeros(drawn.size, dtype=np.int64),
        sex=drawn.sex[person : person + 1],
        region=drawn.region[person : person + 1],
    )
    return table_of(alone)


def _must_be_right(drawn: Drawn, ours: Ours, claim: Claim) -> None:
    every = _one_more(drawn, claim)
    order = np.argsort(every.person, kind="stable")
    every = Drawn._make((*(column[order] for column in every[:7]), every.sex, every.region))
    theirs = numpy_over(raw(every)).tasks["stock"](LAST_DAY, LAST_DAY)
    found = np.zeros(CELLS, dtype=np.int64)
    for share in appended(drawn, ours, claim)[1]:
        found[place_of(share.values)] = share.bounds.best
    assert np.array_equal(found, theirs), f"after one claim more, of person {claim[0]}, the figure is wrong"


def _slowest_tallies(ours: Ours, chance: np.random.Generator) -> float:
    """Within how many seconds 99 of 100 tallies of a day are read, between timelines of people."""
    times: list[float] = []
    divided(ours.book, RULE, BY, LAST_DAY, LAST_DAY)
    for one in (one for _ in range(LOADS) for one in load(chance, len(ours.table.people))):
        if one.person is not None:
            timeline(ours, one.person, one.known)
            continue
        begun = clock()
        divided(ours.book, RULE, BY, one.day, one.known)
        times.append(clock() - begun)
    return sorted(times)[int(0.99 * len(times))]


def _sync() -> float:
    """The median seconds to write a page of 4,096 bytes and have it on disk."""
    times: list[float] = []
    with tempfile.TemporaryFile(buffering=0) as file:
        for _ in range(APPENDED):
            begun = perf_counter()
            file.write(bytes(4096))
            os.fsync(file.fileno())
            times.append(perf_counter() - begun)
    return median(times)
