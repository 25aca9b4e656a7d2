"""Codes are numbered in their order, by whatever way: few, many that are alike, and many that hardly two have."""

import numpy as np
import pytest

from habeas.tally.blocks import BLOCK, worked
from habeas.tally.numbering import HALF, numbered

MANY = (1 << HALF) + 3


@pytest.mark.parametrize(
    ("size", "profiles", "cells"), [(0, 1, 1), (1_000, 5, 9), (MANY, 48, 90), (MANY, 1, 1), (MANY, 400_000, 90)]
)
def test_a_number_is_the_place_of_the_code_among_those_that_occur(size: int, profiles: int, cells: int) -> None:
    chance = np.random.default_rng(size + profiles)
    codes = chance.integers(0, profiles, size) << HALF | chance.integers(0, cells, size) * 5_000
    number, met = numbered(codes)
    assert list(met) == sorted({*codes.tolist()})
    assert np.array_equal(np.array(met, dtype=np.int64)[number], codes)
    assert number.dtype == (np.uint16 if len(met) <= 1 << 16 else np.int32)


@pytest.mark.parametrize("size", [0, 1, BLOCK, 2 * BLOCK + 1])
def test_a_column_that_is_worked_on_in_blocks_is_whole(size: int) -> None:
    column = np.arange(size)
    assert worked(column, np.int32, lambda some: some * 3).tolist() == [3 * one for one in range(size)]
