"""Whole lists in several spellings, every pair across, at the one threshold."""

from pathlib import Path

import pytest
from bench.names.lists import pairs_of

from habeas.names.analyse import analyse
from habeas.names.compare import SAME, compare

LISTS = Path(__file__).parent / "lists"


def f1_of(path: Path) -> float:
    pairs = pairs_of(path)
    analysed = {name: analyse(name) for pair in pairs for name in (pair.a, pair.b)}
    called = [compare(analysed[pair.a], analysed[pair.b]).score >= SAME for pair in pairs]
    true = sum(pair.same for pair, same in zip(pairs, called, strict=True) if same)
    return 2 * true / (sum(called) + sum(pair.same for pair in pairs))


@pytest.mark.parametrize(("name", "least"), [("belarus", 0.99), ("three_parts", 0.97), ("kin", 0.98), ("near", 0.98)])
def test_f1_over_a_whole_list(name: str, least: float) -> None:
    assert f1_of(LISTS / f"{name}.toml") >= least
