"""What every benchmark shares: medians of whole repetitions, and one table for people and for programs."""

import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass

Row = dict[str, str | int | float | None]


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


def show(tasks: dict[str, Task], as_json: bool, tables: Mapping[str, Sequence[Row]] | None = None) -> None:
    """Print the tasks, and before them the tables, if there are any."""
    if as_json:
        told = {"tasks": {name: asdict(task) for name, task in tasks.items()}, **({"tables": tables} if tables else {})}
        sys.stdout.write(json.dumps(told, indent=2, ensure_ascii=False) + "\n")
        return
    for title, rows in (tables or {}).items():
        print(f"{title}\n{table(rows)}\n")
    for name, task in tasks.items():
        ratio = f"{task.ratio:.2f}" if task.ratio is not None else "none"
        peer = f"{task.best_peer:,.3f}" if task.best_peer is not None else "none"
        print(
            f"{name:24} ours {task.ours:>12,.3f} {task.unit:9} {task.peer}: {peer}  ratio {ratio}  size {task.size:,}"
        )


def table(rows: Sequence[Row]) -> str:
    """Rows of the same columns as aligned text; fractions with three places, what is not known as a dash."""
    lines = [list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)] if rows else []
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join(_line(line, widths) for line in lines)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = zip(cells, widths, strict=True)
    return "  ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)])


def _cell(value: str | float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
