"""F1, the best threshold and recall at a precision are those that trying every threshold finds."""

import math

import numpy as np
import pytest
from bench.names.marks import best_threshold, marks, recall_at
from hypothesis import given
from hypothesis import strategies as st

SCORES = st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.75, 1.0]), st.booleans()), min_size=1, max_size=30)


def at(threshold: float, pairs: list[tuple[float, bool]]) -> tuple[int, int, int]:
    """True, falsely called and missed, counted one by one."""
    true = sum(score >= threshold and same for score, same in pairs)
    false = sum(score >= threshold and not same for score, same in pairs)
    return true, false, sum(same for _, same in pairs) - true


def arrays(pairs: list[tuple[float, bool]]) -> tuple[np.ndarray, np.ndarray]:
    return np.array([score for score, _ in pairs]), np.array([same for _, same in pairs], dtype=bool)


@given(SCORES, st.sampled_from([0.0, 0.2, 0.5, 1.0]))
def test_marks_are_those_counted_one_by_one(pairs: list[tuple[float, bool]], threshold: float) -> None:
    true, false, missed = at(threshold, pairs)
    found = marks(*arrays(pairs), threshold)
    for figure, some, of in (
        (found.precision, true, true + false),
        (found.recall, true, true + missed),
        (found.f1, 2 * true, 2 * true + false + missed),
    ):
        assert math.isnan(figure) if not of else figure == pytest.approx(some / of)


@given(SCORES.filter(lambda pairs: any(same for _, same in pairs)))
def test_no_other_threshold_is_better(pairs: list[tuple[float, bool]]) -> None:
    threshold, f1 = best_threshold(*arrays(pairs))
    tried = [marks(*arrays(pairs), score).f1 for score, _ in pairs]
    assert f1 == pytest.approx(max(tried))
    assert marks(*arrays(pairs), threshold).f1 == pytest.approx(f1)


@given(SCORES.filter(lambda pairs: any(same for _, same in pairs)), st.sampled_from([0.5, 0.99, 1.0]))
def test_recall_is_the_most_at_that_precision(pairs: list[tuple[float, bool]], precision: float) -> None:
    every = [marks(*arrays(pairs), score) for score, _ in pairs]
    enough = [one.recall for one in every if one.precision >= precision]
    assert recall_at(precision, *arrays(pairs)) == pytest.approx(max(enough, default=0.0))
