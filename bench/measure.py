"""What every benchmark shares: medians of whole repetitions, and one table for people and for programs."""

import json
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Task:
    """One task: ours and the best peer's figure; `ratio` > 1 means ours is better, None that there is no peer."""

    ours: float
    best_peer: float | None
    peer: str
    ratio: float | None
    unit: str
    size: int


def seconds(work: Callable[[], object], runs: int) -> float:
    """The median of `runs` runs, after one that is not counted."""
    work()
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return statistics.median(times)


def show(tasks: dict[str, Task], as_json: bool) -> None:
    """Print the tasks."""
    if as_json:
        sys.stdout.write(json.dumps({"tasks": {name: asdict(task) for name, task in tasks.items()}}, indent=2) + "\n")
        return
    for name, task in tasks.items():
        ratio = f"{task.ratio:.2f}" if task.ratio is not None else "none"
        peer = f"{task.best_peer:,.3f}" if task.best_peer is not None else "none"
        print(
            f"{name:24} ours {task.ours:>12,.3f} {task.unit:9} {task.peer}: {peer}  ratio {ratio}  size {task.size:,}"
        )
