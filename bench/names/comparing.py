"""How well names are told apart: ours at its frozen threshold, peers each in their best form at their best threshold.

Form and threshold of a peer are those of the best F1 on the fit part, for Slavic bearers and for all apart. Marks are
of the report part, as a whole and in slices: kinds of scripts, Slavic bearers or not, and why a pair is hard.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from bench.measure import Row

from .asked import Numbers, Side
from .data import Pair
from .marks import Marks, Truth, best_threshold, marks, recall_at

HIGH = 0.99  # the precision at which recall is read


class Who(NamedTuple):
    """A side under the title that figures have, and those of its forms that are tried."""

    title: str
    side: Side
    forms: tuple[str, ...]


class Chosen(NamedTuple):
    """A side in its best form at its best threshold, or at the one that is frozen."""

    title: str
    side: Side
    form: str
    threshold: float


class Told(NamedTuple):
    """What a side said of the pairs: its form, its threshold, a score a pair."""

    title: str
    form: str
    threshold: float
    scores: Numbers


def chosen(who: Who, fit: Sequence[Pair]) -> Chosen:
    """The form and the threshold of the best F1 on `fit`; of a frozen form its own."""
    _, threshold, form = max((*_fitted(who.side, form, fit), form) for form in who.forms)
    return Chosen(who.title, who.side, form, threshold)


def told(some: Chosen, pairs: Sequence[Pair]) -> Told:
    """A side's scores of `pairs`."""
    return Told(some.title, some.form, some.threshold, some.side.scores(some.form, _names(pairs)))


def _fitted(side: Side, form: str, fit: Sequence[Pair]) -> tuple[float, float]:
    """The best F1 on the fit part and its threshold."""
    frozen = side.forms[form]
    if frozen is not None:
        return 1.0, frozen
    threshold, f1 = best_threshold(side.scores(form, _names(fit)), truth(fit))
    return f1, threshold


def whole(some: Told, pairs: Sequence[Pair]) -> Marks:
    """The marks of all pairs together."""
    return marks(some.scores, truth(pairs), some.threshold)


def recall(some: Told, pairs: Sequence[Pair]) -> float:
    """Recall at 99 % precision, read off the pairs' own curve, for every side alike."""
    return recall_at(HIGH, some.scores, truth(pairs))


def slices(sides: Sequence[Told], pairs: Sequence[Pair]) -> list[Row]:
    """A row a slice: how many pairs, how many of them the same, and of each side F1, precision and recall."""
    keys = sorted({(pair.kind, pair.slavic) for pair in pairs})
    rows = [_row("all", sides, pairs, lambda pair: True)]
    if len({slavic for _, slavic in keys}) > 1:
        rows.append(_row("Slavic bearers", sides, pairs, lambda pair: pair.slavic))
    for kind, slavic in keys:
        rows.append(_row(f"{kind}, Slavic" if slavic else kind, sides, pairs, partial(_is_of, kind, slavic)))
    return rows if len(rows) > len(("all", "one")) else rows[:1]


def reasons(sides: Sequence[Told], pairs: Sequence[Pair]) -> list[Row]:
    """A row a reason why a pair of two persons is hard: the share that each side calls the same."""
    rows: list[Row] = []
    for reason in sorted({pair.negative for pair in pairs if not pair.same}):
        chosen = np.array([not pair.same and pair.negative == reason for pair in pairs])
        wrong = {some.title: float((some.scores[chosen] >= some.threshold).mean()) for some in sides}
        rows.append({"two persons, alike in": reason or "nothing said", "pairs": int(chosen.sum()), **wrong})
    return rows


def errors(some: Told, pairs: Sequence[Pair]) -> Iterable[tuple[Pair, float]]:
    """What a side got wrong, each with its score, the worst first."""
    wrong = [
        (pair, float(score))
        for pair, score in zip(pairs, some.scores, strict=True)
        if (score >= some.threshold) != pair.same
    ]
    return sorted(wrong, key=lambda one: -abs(one[1] - some.threshold))


def truth(pairs: Sequence[Pair]) -> Truth:
    """Which pairs are the same."""
    return np.array([pair.same for pair in pairs], dtype=bool)


def _row(named: str, sides: Sequence[Told], pairs: Sequence[Pair], of: Callable[[Pair], bool]) -> Row:
    chosen = np.array([of(pair) for pair in pairs])
    same = truth(pairs)[chosen]
    row: Row = {"slice": named, "pairs": len(same), "same": int(same.sum())}
    for some in sides:
        found = marks(some.scores[chosen], same, some.threshold)
        row |= {f"{some.title} {mark}": _known(figure) for mark, figure in zip(("F1", "P", "R"), found, strict=True)}
    return row


def _is_of(kind: str, slavic: bool, pair: Pair) -> bool:
    return pair.kind == kind and pair.slavic == slavic


def _known(figure: float) -> float | None:
    return None if np.isnan(figure) else figure


def _names(pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in pairs]
