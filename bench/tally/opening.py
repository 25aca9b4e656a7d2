"""A snapshot in files: how long it takes to write it, and from it to a first figure, as a process that starts has to.

What was derived is written as the register writes it. It is opened by mapping its columns, the index among them.
"""

import tempfile
from dataclasses import replace
from pathlib import Path
from statistics import median

from habeas.register import snapshots
from habeas.register.chain import Head
from habeas.tally.again import kept
from habeas.tally.packed import packed, unpacked
from habeas.tally.stock import Shares, divided

from .clock import clock
from .generate import LAST_DAY
from .ours import BY, RULE, Ours

NAME, RUNS = "bench", 3  # runs: at ten million one takes longer than all questions together


def seconds_to_save_and_open(ours: Ours) -> tuple[float, float]:
    """From a book to a snapshot in files, and the median from there to a figure; raises AssertionError where that is
    not the figure that was saved.
    """
    with tempfile.TemporaryDirectory(prefix="habeas-bench-") as folder:
        place, begun = Path(folder), clock()
        made = replace(kept(ours.table, ours.book.base.derived), base=ours.book.base)
        snapshots.save(place, NAME, Head(1, "0" * 64), *packed(made))
        saving = clock() - begun
        del made
        times: list[float] = []
        for _ in range(RUNS):
            begun = clock()
            found = _first_figure(place)
            times.append(clock() - begun)
        assert [*found] == [*divided(ours.book, RULE, BY, LAST_DAY, LAST_DAY)], "the snapshot is not what was saved"
        return saving, median(times)


def _first_figure(place: Path) -> Shares:
    found = snapshots.load(place, NAME)
    assert found is not None
    return divided(unpacked(found.columns, found.told).book, RULE, BY, LAST_DAY, LAST_DAY)
