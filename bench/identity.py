"""What it costs to know who is one person: reading every judgement, and going on after one is made or taken back.

The register has a record for everybody, a claim that names it, and judgements that join records in clusters of two to
nine, part others, or leave them undecided. Their rows are written as the projector writes them, without a log entry
each; what is judged and taken back goes through the commands, their commit to the disk included. Beside going on stands
reading everything again. Both must find the same persons before a time is printed.
"""

import os
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter, process_time
from typing import TypeVar

from .append import open_register
from .measure import Task

QUICK, FULL = 100_000, 1_000_000  # judgements
FIRST = 10**9  # the number of the first entry that is only a row: the log is far below it
RUNS = 9
DOCUMENT, NAME = "d" * 64, "Yazep Kalyada"
Made = TypeVar("Made")


def tasks(quick: bool) -> dict[str, Task]:
    """Seconds to read all judgements; milliseconds to judge, to take back, and until the persons are known again."""
    return measured(QUICK if quick else FULL, RUNS)


def measured(size: int, runs: int) -> dict[str, Task]:
    """The same of that many judgements: medians of so many that are made and taken back."""
    place = Path(tempfile.mkdtemp(prefix="habeas-bench-"))
    try:
        return _measured(size, runs, place / "register")
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _measured(size: int, runs: int, register: Path) -> dict[str, Task]:
    from habeas.register import folder

    folder.create(register, "Bench", None)
    open_register(register)
    from habeas.register import opening, write

    opening.make_tables()
    write.begin("Bench")
    return _asked(size, runs, _fill(size))


def _fill(size: int) -> list[str]:
    """Rows for so many judgements; the records that they join, cluster by cluster."""
    from habeas.register import models
    from habeas.register.rows import insert
    from habeas.register.session import writing

    chance = random.Random(20250215)
    clusters = list(_clusters(size, chance))
    records = [record for cluster in clusters for record in cluster]
    with writing() as database:
        for start in range(0, len(records), 100_000):
            some = list(enumerate(records[start : start + 100_000], FIRST + start))
            insert(database, models.Record, [(n, 1, None, one, NAME, NAME.lower(), DOCUMENT, "L") for n, one in some])
            claim = (DOCUMENT, None, "act", "asserted", "affirmed", "2021-05-03", "2021-05-03", "happened")
            known = ("2025-11-14", "published", None)
            insert(database, models.Claim, [(n, 1, None, f"c{one[1:]}", *claim, *known) for n, one in some])
            who = [(n, 0, "subject", NAME, NAME.lower(), one, None, None) for n, one in some]
            insert(database, models.Participant, who)
        pairs = list(_judged(clusters, size, chance))
        judged = [(FIRST + n, 1, None, f"{n:032x}", *pair, None) for n, pair in enumerate(pairs)]
        insert(database, models.Judgement, judged)
    return records


def _clusters(size: int, chance: random.Random) -> Iterator[list[str]]:
    """Records in clusters, as many as take about that many judgements to join."""
    number = joined = 0
    while joined < size * 9 // 10:
        some = [f"{chance.getrandbits(128):032x}" for _ in range(chance.choice((2, 2, 2, 3, 3, 4, 5, 9)))]
        number, joined = number + len(some), joined + len(some) - 1
        yield some


def _judged(clusters: list[list[str]], size: int, chance: random.Random) -> Iterator[tuple[str, str, str]]:
    """Every cluster joined as a tree; the rest parts one cluster from another, or leaves it undecided."""
    told = 0
    for some in clusters:
        for place, one in enumerate(some[1:], 1):
            yield one, some[chance.randrange(place)], "same"
            told += 1
    for _ in range(size - told):
        some, others = chance.sample(clusters, 2)
        yield some[0], others[-1], chance.choice(("different", "different", "different", "undecided"))


def _asked(size: int, runs: int, records: list[str]) -> dict[str, Task]:
    from habeas.claims.vocabulary import Access, Sameness
    from habeas.register import clustered, judge, read, write
    from habeas.register.judge import Verdict

    by, chance = write.actor("Marta Veres"), random.Random(1)
    held = getrusage(RUSAGE_SELF).ru_maxrss
    (clock, processor), persons = _took(lambda: clustered.persons(read.view(None, Access.staff)))
    sys.stderr.write(
        f"{(getrusage(RUSAGE_SELF).ru_maxrss - held) / 1024:,.0f} MB more in memory than before, at most\n"
    )
    times: dict[str, list[tuple[float, float]]] = {}
    for _ in range(runs):
        one, other = chance.sample(records, 2)
        said = Verdict(one, other, Sameness.same, "one birth")
        made = str(judge.draft_of(said).body["id"])
        steps = {"judge": partial(judge.judge, [said], by), "take back": partial(judge.take_back, made, by)}
        for name, step in steps.items():
            at = read.view(None, Access.staff).at.seq
            took, _ = _took(step)
            seen = read.view(None, Access.staff)
            again, persons = _took(partial(clustered.persons_after, persons, at, seen, (one, other)))
            times.setdefault(name, []).append(took)
            times.setdefault(f"{name}, persons known", []).append((took[0] + again[0], took[1] + again[1]))
    anew = clustered.persons(read.view(None, Access.staff))
    assert persons == anew, "going on finds other persons than reading everything again"
    found = {
        "read all": Task(clock / 1000, None, "no peer", None, "s", size),
        "read all, processor": Task(processor / 1000, None, "no peer", None, "s", size),
    }
    for name, each in times.items():
        for place, (of, peer) in enumerate((("", clock), (", processor", processor))):
            ours = statistics.median(one[place] for one in each)
            known = "known" in name
            found[f"{name}{of}"] = Task(
                ours,
                peer if known else None,
                "all read again" if known else "no peer",
                peer / ours if known else None,
                "ms",
                size,
            )
    sys.stderr.write(f"load {os.getloadavg()[0]:.1f} at the end, {os.cpu_count()} cores\n")
    return found


def _took(work: Callable[[], Made]) -> tuple[tuple[float, float], Made]:
    """How many milliseconds it took, on the clock and of the processor; and what it made."""
    clock, processor = perf_counter(), process_time()
    made = work()
    return ((perf_counter() - clock) * 1000, (process_time() - processor) * 1000), made
