"""The claims that the counting benchmark draws: the same from the same seed, and of the shape that it promises."""

import numpy as np
from bench.tally.generate import FIRST_DAY, LAST_DAY, draw

from habeas.tally.table import NEVER

DRAWN = draw(20_000, seed=7)


def test_the_same_seed_draws_the_same() -> None:
    again, other = draw(20_000, seed=7), draw(20_000, seed=8)
    assert all((getattr(DRAWN, name) == getattr(again, name)).all() for name in DRAWN._fields)
    assert not np.array_equal(DRAWN.first, other.first)


def test_the_days_of_a_claim_fit_each_other() -> None:
    assert (DRAWN.first <= DRAWN.last).all()
    assert (DRAWN.last <= DRAWN.known).all()
    assert (DRAWN.known < DRAWN.known_to).all()
    assert DRAWN.known.max() <= LAST_DAY
    assert DRAWN.first.min() >= FIRST_DAY - 400
    assert DRAWN.size == 20_000


def test_it_has_what_it_promises() -> None:
    """Uncertain days, retractions, people arrested again, late reports, waves."""
    width = DRAWN.last - DRAWN.first
    assert 0.85 < (width == 0).mean() < 0.95
    assert 0.03 < (DRAWN.known_to < NEVER).mean() < 0.06
    assert (np.bincount(DRAWN.person) > 4).mean() > 0.2
    assert 0.1 < (DRAWN.known - DRAWN.last > 90).mean() < 0.4
    _, a_month = np.unique(DRAWN.first // 30, return_counts=True)
    assert a_month.max() > 4 * np.median(a_month)


def test_the_claims_of_a_person_stand_in_the_order_of_entry() -> None:
    assert (np.diff(DRAWN.person) >= 0).all()
    same = np.diff(DRAWN.person) == 0
    assert (np.diff(DRAWN.order)[same] > 0).all()
    assert (np.diff(DRAWN.known)[same] < 0).any(), "nothing was entered late"
