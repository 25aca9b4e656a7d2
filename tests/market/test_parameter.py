"""Ranges and draws: what is drawn lies in the range, as often below the best as above, and is the same for one seed."""

from random import Random

import pytest

from habeas.market.parameter import Range, RangeError, best, between, drawn, one_at_its_ends

TOLL = Range("toll", 2.0, 3.0, 11.0, "USD/t", "assumed")
BOAT = Range("boat", 6.0, 6.0, 6.0, "USD/t", "Derived from half a year of the port's book")
CART = Range("cart", 7.0, 9.0, 12.0, "USD/t", "the guild of carters; the ends assumed")
PORT = Range("port", 0.0, 4.0, 5.0, "Mt", "the guild of boatmen")


def test_a_range_says_on_what_it_rests() -> None:
    assert [one.basis for one in (TOLL, BOAT, CART, PORT)] == ["assumed", "derived", "derived", "published"]


def test_the_best_value_is_the_middle_of_the_draws_however_lopsided_the_range() -> None:
    values = [one["toll"] for one in drawn((TOLL, BOAT, PORT), 4000, 1)]
    assert min(values) >= 2
    assert max(values) <= 11
    assert sum(value < 3 for value in values) == pytest.approx(2000, abs=100)
    assert sum(value < 7 for value in values) == pytest.approx(3000, abs=100)


def test_one_seed_gives_one_set_of_draws_and_another_seed_another() -> None:
    one, again, other = (list(drawn((TOLL, PORT), 20, seed)) for seed in (7, 7, 8))
    assert one == again != other
    assert list(drawn((TOLL, PORT), 5, 7)) == one[:5]


def test_numbers_at_their_ends_leave_the_others_at_their_best() -> None:
    low, high = one_at_its_ends((TOLL, BOAT, PORT), frozenset({"toll", "port"}))
    assert (low, high) == ({"toll": 2, "boat": 6, "port": 0}, {"toll": 11, "boat": 6, "port": 5})
    assert best((TOLL, PORT)) == {"toll": 3, "port": 4}


@pytest.mark.parametrize("seed", range(20))
def test_weighed_percentiles_are_those_of_values_repeated_as_often_as_they_weigh(seed: int) -> None:
    chance = Random(seed)
    values = [chance.uniform(-5, 5) for _ in range(chance.randrange(1, 40))]
    weights = [chance.randrange(1, 5) for _ in values]
    repeated = sorted(value for value, weight in zip(values, weights, strict=True) for _ in range(weight))

    def at(share: float) -> float:
        """The least value such that at least this share of all is not above it."""
        return next(value for n, value in enumerate(repeated, 1) if n / len(repeated) >= share - 1e-12)

    assert between(values, weights) == (at(0.05), at(0.5), at(0.95))


@pytest.mark.parametrize(
    ("numbers", "unit", "source", "said"),
    [
        ((3.0, 2.0, 4.0), "Mt", "assumed", "in this order"),
        ((1.0, 2.0, float("inf")), "Mt", "assumed", "in this order"),
        ((1.0, 2.0, 3.0), " ", "assumed", "its unit"),
        ((1.0, 2.0, 3.0), "Mt", "", "its source"),
    ],
)
def test_what_is_no_range_is_refused(numbers: tuple[float, float, float], unit: str, source: str, said: str) -> None:
    with pytest.raises(RangeError, match=said):
        Range("toll", *numbers, unit, source)
