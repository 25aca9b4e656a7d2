"""The tasks of names: ours, rapidfuzz and nomenklatura side by side in one run, every slice, and lists beside them.

`f1_slavic`, `f1_all` and `recall_at_p99` are of the report part of the pairs, or of a file of pairs whole; `compare`
and `compare_cold` are microseconds; `search` and `in_text` have files of their own. A peer that cannot be had has no
figure, no ratio is made without it, and its place says why.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench.measure import Row, Task

from . import environment, timing
from .asked import Side, serving
from .comparing import Told, Who, reasons, recall, slices, told, whole
from .data import Pair, fit_part, pairs, report_part
from .lists import pairs_of

OURS, RAPIDFUZZ, SECOND, BASED = "habeas", "rapidfuzz", "logic-v2", "name-based"
FORMS = {SECOND: ("logic-v2", "logic-v2, both ways"), BASED: ("name-based", "name-based, both ways")}
Tables = dict[str, list[Row]]
Tasks = dict[str, Task]


class Asked(NamedTuple):
    """Who answered, ours first; why nomenklatura did not, or nothing."""

    sides: list[Who]
    why: str


def measured(quick: bool, other_pairs: Path | None = None, lists: Sequence[Path] = ()) -> tuple[Tasks, Tables]:
    """The tasks and the tables. With pairs or lists of one's own only these are compared."""
    every = pairs()
    fit = fit_part(every)
    with _everyone() as asked:
        if other_pairs or lists:
            return _own(asked, fit, other_pairs, lists)
        report = report_part(every)
        tasks, tables = _compared(asked, fit, report)
    return tasks | _timed(fit, report, quick), tables


def _own(asked: Asked, fit: list[Pair], other_pairs: Path | None, lists: Sequence[Path]) -> tuple[Tasks, Tables]:
    tasks, tables = _compared(asked, fit, pairs(other_pairs)) if other_pairs else ({}, {})
    for path in lists:
        listed = pairs_of(path)
        sides = [told(who, fit, listed) for who in asked.sides]
        tables[f"list {path.stem}"] = slices(sides, listed)
        tasks[f"f1, list {path.stem}"] = _best(sides, partial(_f1, listed), asked.why, len(listed))
    return tasks, tables


def _compared(asked: Asked, fit: list[Pair], report: list[Pair]) -> tuple[Tasks, Tables]:
    """F1 over all and over Slavic bearers, where a peer is fitted anew, and recall at 99 % precision."""
    sides = [told(who, fit, report) for who in asked.sides]
    tables = {"slices": slices(sides, report), "two persons called one": reasons(sides, report), "who": _who(sides)}
    tasks: Tasks = {}
    slavic = [pair for pair in report if pair.slavic]
    if any(pair.same for pair in slavic):
        for_slavic = [told(who, [pair for pair in fit if pair.slavic], slavic) for who in asked.sides]
        tables["who, Slavic bearers"] = _who(for_slavic)
        tasks["f1_slavic"] = _best(for_slavic, partial(_f1, slavic), asked.why, len(slavic))
        tasks |= _error(for_slavic, slavic)
    tasks["f1_all"] = _best(sides, partial(_f1, report), asked.why, len(report))
    tasks["recall_at_p99"] = _best(sides, partial(_recall, report), asked.why, len(report))
    return tasks, tables


def _error(sides: list[Told], pairs: list[Pair]) -> Tasks:
    """1 - F1 of ours and of logic-v2 on Slavic bearers."""
    found = {some.title: 1 - whole(some, pairs).f1 for some in sides}
    if SECOND not in found:
        return {}
    ours, theirs = found[OURS], found[SECOND]
    return {"f1_slavic, error": Task(ours, theirs, SECOND, theirs / ours if ours else None, "1 - F1", len(pairs))}


def _f1(pairs: list[Pair], some: Told) -> float:
    return whole(some, pairs).f1


def _recall(pairs: list[Pair], some: Told) -> float:
    return recall(some, pairs)


def _best(sides: list[Told], mark: Callable[[Told], float], why: str, size: int) -> Task:
    """Ours beside the best of the peers, or beside why not all of them are there."""
    ours, *peers = ((mark(some), some.title) for some in sides)
    if why:
        return Task(ours[0], None, f"null: {why}", None, "", size)
    best, title = max(peers)
    return Task(ours[0], best, title, ours[0] / best if best else None, "", size)


def _timed(fit: list[Pair], report: list[Pair], quick: bool) -> Tasks:
    """Each beside logic-v2, which the ratio is to, and beside the others."""
    tasks: Tasks = {}
    runs = 5 if quick else timing.RUNS
    for who, form in {SECOND: SECOND, f"{SECOND}, whole": "logic-v2, whole", BASED: BASED, RAPIDFUZZ: "WRatio"}.items():
        suffix = "" if who == SECOND else f", {who}"
        with _everyone() as asked:
            sides = [(each.side, each.forms[0]) for each in asked.sides if each.title == OURS]
            peer = [each.side for each in asked.sides if form in each.side.forms]
            sides += [(side, form) for side in peer[:1]]
            cold, warm = timing.cold(sides, fit, report), timing.warm(sides, report, runs)
        tasks[f"compare{suffix}"] = _beside(warm, who, asked.why, runs * timing.BLOCK)
        tasks[f"compare_cold{suffix}"] = _beside(cold, who, asked.why, len(report))
    return tasks


def _beside(micro: list[float], title: str, why: str, size: int) -> Task:
    if len(micro) == 1:
        return Task(micro[0], None, f"null: {why}", None, "µs", size)
    return Task(micro[0], micro[1], title, micro[1] / micro[0], "µs", size)


@contextmanager
def _everyone() -> Iterator[Asked]:
    """Every side in a process of its own, newly started."""
    with ExitStack() as held:
        ours, fuzzy = (held.enter_context(serving(module)) for module in ("in_habeas", "in_rapidfuzz"))
        sides = [Who(OURS, ours, (OURS,)), Who(RAPIDFUZZ, fuzzy, tuple(fuzzy.forms))]
        try:
            python = environment.python()
        except environment.Missing as missing:
            yield Asked(sides, str(missing))
            return
        theirs: Side = held.enter_context(serving("in_nomenklatura", python))
        sides += [Who(f"{title}", theirs, forms) for title, forms in FORMS.items()]
        yield Asked(sides, "")


def _who(sides: list[Told]) -> list[Row]:
    return [{"side": some.title, "form": some.form, "threshold": some.threshold} for some in sides]
