"""A snapshot in files, and how long it takes from them to a first figure, as a process that starts has to.

What was derived is written as the register writes it. It is opened by mapping its columns, the index among them.
"""

import tempfile
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


def seconds_to_open(ours: Ours) -> float:
    """The median; raises AssertionError where the figure is not the one that was saved."""
    with tempfile.TemporaryDirectory(prefix="habeas-bench-") as folder:
        place = Path(folder)
        snapshots.save(place, NAME, Head(1, "0" * 64), *packed(kept(ours.table, ours.book.base.derived)))
        times: list[float] = []
        for _ in range(RUNS):
            begun = clock()
            found = _first_figure(place)
            times.append(clock() - begun)
        assert [*found] == [*divided(ours.book, RULE, BY, LAST_DAY, LAST_DAY)], "the snapshot is not what was saved"
        return median(times)


def _first_figure(place: Path) -> Shares:
    found = snapshots.load(place, NAME)
    assert found is not None
    return divided(unpacked(found.columns, found.told).book, RULE, BY, LAST_DAY, LAST_DAY)
