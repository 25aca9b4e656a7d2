"""One name against many, as a column of scores: for the names that a search found, for one list beside another.

The scores are those of `compare`. Names that are asked about again are gathered once.
"""

from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from habeas.names.analyse import Analysed
from habeas.names.compare import plainly
from habeas.names.likeness.loops import ENOUGH, INSTALLED, loops

_NONE = np.zeros(0, np.int64)
Scores = npt.NDArray[np.float64]


class Gathered(NamedTuple):
    """Names in all of their forms, one behind the other: of each form its name and where its row begins in `rows`, and
    of each name which is its first."""

    forms: tuple[Analysed, ...]
    firsts: npt.NDArray[np.int64]
    begins: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int64]


def gathered(names: Iterable[Analysed]) -> Gathered:
    """Names made ready for `compare_many`."""
    by_name = [(name, *name.others) for name in names]
    forms = tuple(form for each in by_name for form in each)
    firsts = np.array([0, *accumulate(map(len, by_name))], np.int64)[:-1]
    fast = INSTALLED and loops() is not None
    rows = [form.row if fast else _NONE for form in forms]
    begins = np.array([0, *accumulate(map(len, rows))], np.int64)
    return Gathered(forms, firsts, begins, np.concatenate([_NONE, *rows]))


def compare_many(one: Analysed, many: Gathered, compiled: bool | None = None) -> Scores:
    """The score of a name with each of many, 0..1, of their forms that of the two that fit best.

    `compiled` decides whether loops that numba compiles do it; without, it is up to whether there are many.
    """
    if not len(many.forms):
        return np.zeros(0)
    fast = INSTALLED and len(many.forms) >= ENOUGH if compiled is None else compiled
    best = np.zeros(len(many.forms))
    for form in (one, *one.others):
        np.maximum(best, _scores(form, many, fast), out=best)
    return np.maximum.reduceat(best, many.firsts)


def _scores(one: Analysed, many: Gathered, compiled: bool) -> Scores:
    """The score with each form."""
    found = np.full(len(many.forms), np.nan)
    if compiled and (fast := loops()):
        fast.write_scores(one.row, many.rows, many.begins, fast.standing, found)
    for place in np.flatnonzero(np.isnan(found)).tolist():
        found[place] = plainly(one, many.forms[place])
    return found
