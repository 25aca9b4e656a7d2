"""How well scores tell same from different: F1, precision and recall at a threshold; the best threshold; recall where
precision is high.

A pair is called the same where its score is at least the threshold. No threshold parts equal scores.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]


class Marks(NamedTuple):
    """At one threshold; each NaN where there is nothing to divide by."""

    f1: float
    precision: float
    recall: float


class Curve(NamedTuple):
    """Every threshold that parts the scores, falling, with the true ones at or above it and all at or above it."""

    thresholds: Numbers
    true: Numbers
    called: Numbers
    same: int


def marks(scores: Numbers, same: Truth, threshold: float) -> Marks:
    """The three at a threshold."""
    called = scores >= threshold
    true = int((called & same).sum())
    return Marks(_part(2 * true, int(called.sum() + same.sum())), _part(true, called.sum()), _part(true, same.sum()))


def best_threshold(scores: Numbers, same: Truth) -> tuple[float, float]:
    """The threshold of the best F1, halfway to the next score below, and that F1. Needs one pair that is the same."""
    curve = _curve(scores, same)
    f1 = 2 * curve.true / (curve.called + curve.same)
    at = int(f1.argmax())
    below = curve.thresholds[at + 1] if at + 1 < len(f1) else curve.thresholds[at]
    return float(curve.thresholds[at] + below) / 2, float(f1[at])


def recall_at(precision: float, scores: Numbers, same: Truth) -> float:
    """The most recall at any threshold whose precision is at least that; 0 where none is."""
    curve = _curve(scores, same)
    enough = curve.true >= precision * curve.called
    return float((curve.true * enough).max()) / curve.same


def _curve(scores: Numbers, same: Truth) -> Curve:
    order = np.argsort(-scores, kind="stable")
    falling = scores[order]
    last = np.append(falling[1:] != falling[:-1], True)  # of equal scores the last
    true, called = np.cumsum(same[order]), np.arange(1, len(order) + 1)
    return Curve(falling[last], true[last].astype(float), called[last].astype(float), int(same.sum()))


def _part(some: float, of: float) -> float:
    return float(some / of) if of else float("nan")
