"""One name against many, as when one list is held against another: ours by columns, beside rapidfuzz's.

Both have their names prepared beforehand and give a score for each; both work in this process, on one thread, and are
timed in turns by the clock of the processor. rapidfuzz compares transliterated letters and knows nothing of names.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median

import numpy as np
from rapidfuzz import fuzz, process

from bench.measure import Task
from habeas.names.analyse import analyse
from habeas.names.compare_many import compare_many, gathered

from .data import Pair
from .in_rapidfuzz import plain
from .timing import MICRO

MANY, ASKED = 3000, 60  # names, and how many of them are held against all


def tasks(pairs: Sequence[Pair]) -> dict[str, Task]:
    """Microseconds a pair."""
    names = list(dict.fromkeys(name for pair in pairs for name in (pair.a, pair.b)))[:MANY]
    analysed, letters = [analyse(name) for name in names], [plain(name) for name in names]
    many = gathered(analysed)
    compare_many(analysed[0], many)
    ours, theirs = [], []
    for place in range(0, len(names), max(1, len(names) // ASKED)):
        ours.append(_seconds(partial(compare_many, analysed[place], many)) / len(names) * MICRO)
        theirs.append(_seconds(partial(_by_letters, letters[place], letters)) / len(names) * MICRO)
    mine, its = median(ours), median(theirs)
    return {"compare_many": Task(mine, its, "rapidfuzz, WRatio in columns", its / mine, "µs", len(ours) * len(names))}


def _by_letters(one: str, many: Sequence[str]) -> object:
    return process.cdist([one], many, scorer=fuzz.WRatio, dtype=np.float32, workers=1)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
