"""`./run bench lists`: false merges and recall of lists written to be hard and of real ones, and the time of long ones.

There is no peer: what is measured is a promise. A false merge is a pair that is told as matched and is two people; none
is allowed. Recall counts who is matched, probably matched, or in the queue with the right one.
"""

from collections.abc import Iterable

from bench.measure import Row, Task, seconds
from habeas.linkage.across import Kind
from habeas.linkage.candidates import candidates

from . import hard, long, real, zalesia
from .trial import Found, Trial, tried

PEOPLE, QUICK = 12_000, 3_000
NO_PEER = "none"


def measured(quick: bool) -> tuple[dict[str, Task], dict[str, list[Row]]]:
    """The tasks, and a table with a row for each pair of lists."""
    kin = [tried(trial) for trial in hard.families()]
    others = [tried(trial) for trial in (*_hard(), *real.trials(), *zalesia.trials())]
    lists = long.trial(QUICK if quick else PEOPLE)
    found = tried(lists)
    every = [*kin, *others, found]
    tasks = {
        "false merges": _task(sum(one.false_merges for one in every), "pairs", len(every)),
        "kin called likely": _task(sum(one.classes[Kind.probable][0] for one in kin), "pairs", len(kin)),
        "recall, hard lists": _task(_recall(others), "share", sum(len(one.trial.truth) for one in others)),
        "recall, long lists": _task(found.recall, "share", len(lists.truth)),
        "two long lists": _task(seconds(lambda: tried(lists), 1 if quick else 3), "s", len(lists.ones)),
        "candidates": _task(
            seconds(lambda: candidates(lists.ones, lists.others), 1 if quick else 3), "s", len(lists.ones)
        ),
    }
    return tasks, {"each pair of lists": [_row(one) for one in (*others, found)]}


def _hard() -> list[Trial]:
    return [trial for trial in hard.trials() if not trial.name.startswith("kin")]


def _recall(every: Iterable[Found]) -> float:
    some = list(every)
    return 1 - sum(len(one.missed) for one in some) / sum(len(one.trial.truth) for one in some)


def _task(ours: float, unit: str, size: int) -> Task:
    return Task(float(ours), None, NO_PEER, None, unit, size)


def _row(one: Found) -> Row:
    row: Row = {"lists": one.trial.name, "on both": len(one.trial.truth)}
    for kind, (many, right) in one.classes.items():
        row[kind.value] = many
        row[f"right of {kind.value}"] = right
    return row | {"recall": one.recall}
