"""The tasks of names: ours, rapidfuzz and nomenklatura side by side in one run, every slice, and lists beside them.

`f1_slavic`, `f1_all` and `recall_at_p99` are of the report part of the pairs, or of a file of pairs whole; `compare`,
`compare_cold` and `compare_many` are microseconds; `search` and `in_text` have files of their own. Where nomenklatura
cannot be had no ratio is made to what is left, and its place says why.
"""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bench.measure import Row, Task

from . import one_and_many, searching, timing
from .comparing import Chosen, Told, chosen, reasons, recall, slices, told, whole
from .data import Pair, fit_part, pairs, report_part
from .environment import ROOT
from .everyone import BASED, OURS, RAPIDFUZZ, SECOND, Asked, everyone
from .lists import pairs_of

LISTS = ROOT / "tests" / "names" / "lists"
TIMED = {SECOND: "logic-v2", f"{SECOND}, whole": "logic-v2, whole", BASED: "name-based", RAPIDFUZZ: "WRatio"}
Tables = dict[str, list[Row]]
Tasks = dict[str, Task]
Found = tuple[Tasks, Tables]


def measured(quick: bool, other_pairs: Path | None = None, lists: Sequence[Path] = ()) -> Found:
    """The tasks and the tables. With pairs or lists of one's own only these are compared."""
    every = pairs()
    fit, report = fit_part(every), pairs(other_pairs) if other_pairs else report_part(every)
    own = bool(other_pairs or lists)
    with everyone() as asked:
        for_all = [chosen(who, fit) for who in asked.sides]
        for_slavic = [chosen(who, [pair for pair in fit if pair.slavic]) for who in asked.sides]
        tasks, tables = ({}, {}) if lists and not other_pairs else _compared(for_all, for_slavic, report, asked.why)
        for path in lists if own else sorted(LISTS.glob("*.toml")):
            more, rows = _listed([*for_all, *for_slavic], path, asked.why)
            tasks, tables = tasks | more, tables | rows
    if own:
        return tasks, tables
    searched, beside = search(quick)
    in_text, found = _in_text(quick)
    return tasks | _timed(fit, report, quick) | one_and_many.tasks(report) | searched | in_text, tables | beside | found


def search(quick: bool) -> Found:
    """The tasks and the tables of searching alone."""
    return searching.measured(quick)


def _in_text(quick: bool) -> Found:
    """The tasks and tables of in_text.py, where that is there."""
    if not find_spec("bench.names.in_text"):
        return {}, {}
    found: Found = import_module("bench.names.in_text").tasks(quick)
    return found


def _compared(for_all: list[Chosen], for_slavic: list[Chosen], report: list[Pair], why: str) -> Found:
    """F1 over all and over Slavic bearers, where a peer is fitted anew, and recall at 99 % precision."""
    sides = [told(some, report) for some in for_all]
    tables = {
        "slices": slices(sides, report),
        "two persons called one": reasons(sides, report),
        "form and threshold": _forms(sides),
    }
    tasks: Tasks = {}
    slavic = [pair for pair in report if pair.slavic]
    if any(pair.same for pair in slavic):
        of_slavic = [told(some, slavic) for some in for_slavic]
        tables["form and threshold, Slavic bearers"] = _forms(of_slavic)
        tasks = {"f1_slavic": _best(of_slavic, partial(_f1, slavic), why, len(slavic)), **_error(of_slavic, slavic)}
    tasks["f1_all"] = _best(sides, partial(_f1, report), why, len(report))
    tasks["recall_at_p99"] = _best(sides, partial(_recall, report), why, len(report))
    return tasks, tables


def _listed(fits: list[Chosen], path: Path, why: str) -> Found:
    """All pairs across a list. A peer has the better, on this very list, of its two fits."""
    listed = pairs_of(path)
    sides: dict[str, Told] = {}
    for some in (told(each, listed) for each in fits):
        if some.title not in sides or _f1(listed, some) > _f1(listed, sides[some.title]):
            sides[some.title] = some
    found = list(sides.values())
    task = _best(found, partial(_f1, listed), why, len(listed))
    return {f"f1, list {path.stem}": task}, {f"list {path.stem}": slices(found, listed)}


def _error(sides: list[Told], pairs: list[Pair]) -> Tasks:
    """1 - F1 of ours and of logic-v2."""
    found = {some.title: 1 - _f1(pairs, some) for some in sides}
    if SECOND not in found:
        return {}
    ours, theirs = found[OURS], found[SECOND]
    return {"f1_slavic, error": Task(ours, theirs, SECOND, theirs / ours if ours else None, "1 - F1", len(pairs))}


def _best(sides: list[Told], mark: Callable[[Told], float], why: str, size: int) -> Task:
    """Ours beside the best of the peers, or beside why not all of them are there."""
    ours, *peers = ((mark(some), some.title) for some in sides)
    if why:
        return Task(ours[0], None, f"null: {why}", None, "", size)
    best, title = max(peers)
    return Task(ours[0], best, title, ours[0] / best if best else None, "", size)


def _f1(pairs: list[Pair], some: Told) -> float:
    return whole(some, pairs).f1


def _recall(pairs: list[Pair], some: Told) -> float:
    return recall(some, pairs)


def _timed(fit: list[Pair], report: list[Pair], quick: bool) -> Tasks:
    """Each beside logic-v2, which the ratio is to, and beside the others."""
    tasks: Tasks = {}
    runs = 5 if quick else timing.RUNS
    for title, form in TIMED.items():
        suffix = "" if title == SECOND else f", {title}"
        with everyone() as asked:
            ours = asked.sides[0].side
            peers = [each.side for each in asked.sides if form in each.side.forms]
            sides = [(ours, OURS), *((side, form) for side in peers[:1])]
            cold, warm = timing.cold(sides, fit, report), timing.warm(sides, report, runs)
        tasks[f"compare{suffix}"] = _beside(warm, title, asked)
        tasks[f"compare_cold{suffix}"] = _beside(cold, title, asked)
    return tasks


def _beside(taken: timing.Taken, title: str, asked: Asked) -> Task:
    ours, *theirs = taken.micro
    if not theirs:
        return Task(ours, None, f"null: {asked.why}", None, "µs", taken.pairs)
    return Task(ours, theirs[0], title, theirs[0] / ours, "µs", taken.pairs)


def _forms(sides: list[Told]) -> list[Row]:
    return [{"side": some.title, "form": some.form, "threshold": some.threshold} for some in sides]
