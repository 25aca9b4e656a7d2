"""A logistic model with bounds on its weights, by Newton's method; each step a quadratic solved by coordinate descent.

Bounds keep the sense of the evidence: a likeness never speaks against, a conflict never for.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.float64]
STEPS, SWEEPS, NEAR = 40, 300, 1e-7


class Data(NamedTuple):
    """Evidence (pairs × kinds), whether each pair is one person's (0 or 1), and how much each counts."""

    seen: Numbers
    same: Numbers
    counts: Numbers


def fitted(data: Data, low: Numbers, high: Numbers, ridge: float) -> tuple[float, Numbers]:
    """Constant and weights: the greatest likelihood less `ridge` / 2 on the squares of the standardised weights."""
    mean, spread = data.seen.mean(0), data.seen.std(0)
    spread[spread == 0] = 1
    rows = np.hstack([np.ones((len(data.seen), 1)), (data.seen - mean) / spread])
    bounds = np.concatenate([[-np.inf], low * spread]), np.concatenate([[np.inf], high * spread])
    penalty = np.full(rows.shape[1], ridge)
    penalty[0] = 1e-6
    weights = np.clip(np.zeros(rows.shape[1]), *bounds)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (data.counts * (chance - data.same)) + penalty * weights
        bend = (rows * (data.counts * chance * (1 - chance) + 1e-6)[:, None]).T @ rows + np.diag(penalty)
        target = _minimum(weights, slope, bend, bounds)
        step = _step(rows, data, penalty, weights, target)
        if abs(step - weights).max() < NEAR:
            break
        weights = step
    plain = weights[1:] / spread
    return float(weights[0] - plain @ mean), plain


def _minimum(weights: Numbers, slope: Numbers, bend: Numbers, bounds: tuple[Numbers, Numbers]) -> Numbers:
    """Where the quadratic is least within the bounds."""
    here, slope = weights.copy(), slope.copy()
    for _ in range(SWEEPS):
        before = here.copy()
        for at in range(len(here)):
            to = min(max(here[at] - slope[at] / bend[at, at], bounds[0][at]), bounds[1][at])
            slope += bend[:, at] * (to - here[at])
            here[at] = to
        if abs(here - before).max() < NEAR:
            break
    return here


def _step(rows: Numbers, data: Data, penalty: Numbers, weights: Numbers, target: Numbers) -> Numbers:
    """As far towards the target as the loss falls."""
    loss, share = _loss(rows, data, penalty, weights), 1.0
    while share > 1e-4:
        tried = weights + share * (target - weights)
        if _loss(rows, data, penalty, tried) <= loss + 1e-9:
            return tried
        share /= 2
    return weights


def _loss(rows: Numbers, data: Data, penalty: Numbers, weights: Numbers) -> float:
    sums = rows @ weights
    likelihood = (data.counts * (np.logaddexp(0, sums) - data.same * sums)).sum()
    return float(likelihood + 0.5 * (penalty * weights * weights).sum())
