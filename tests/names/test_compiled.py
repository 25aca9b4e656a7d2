"""Compiled comparing gives the scores that plain comparing gives, of two names and of one and many."""

from collections.abc import Iterable
from hashlib import sha256
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from bench.names.data import PAIRS, pairs
from bench.names.lists import pairs_of
from hypothesis import given, settings

from habeas.names.analyse import Analysed, analyse
from habeas.names.compare import compare, plainly
from habeas.names.compare_many import compare_many, gathered
from habeas.names.likeness.loops import INSTALLED, loops
from tests.names.test_compare import NAMES_OF_MANY, TEXTS

LISTS = Path(__file__).parent / "lists"
ROOM = Path(__file__).parents[2] / "src" / "habeas" / "names" / "likeness"
PARTS = ("align", "evidence", "initials", "rows", "words")
needs_numba = pytest.mark.skipif(not INSTALLED, reason="numba is not installed")
HARD = [
    "Ян", "ян", "Ян Вярба", "Вярба Ян", "Вярба, Ян", "В. Я. Вярба", "Я. М. Вярба", "М. Вярба", "Hans Dietrich Genscher",
    "Ян Марцінавіч Вярба", "Ян Пятровіч Вярба-Кос", "Kos, Jan P.", "Мак Кейн Джон", "John McCain", "Жан-Клод Юнкер",
    "ван дер Бэлен Аляксандр", "Alexander Van der Bellen", "Юнкер Жан", "Вярбаў", "Вярбенка Ян", "Вярба " * 20,
    "Ян x" * 9, "習 近平", "Xi Jinping", "Янка Jan Вярба", "Вяр ba Ян", "x" * 70, "щ" * 40 + " Ян",
    "Ян " + "щ" * 40 + "ов",
]  # fmt: skip


def both(one: Analysed, other: Analysed) -> tuple[float, float]:
    """The score by the compiled loops, not a number where they leave it, and the plain one."""
    fast = loops()
    assert fast
    return float(fast.score(one.row, other.row, fast.standing)), plainly(one, other)


def left_to_the_plain_way(asked: Iterable[tuple[str, str]]) -> int:
    """How many pairs the loops leave; of the others both scores must be the same."""
    left = 0
    for a, b in asked:
        fast, plain = both(analyse(a), analyse(b))
        left += bool(np.isnan(fast))
        assert np.isnan(fast) or fast == pytest.approx(plain, rel=0, abs=1e-9), (a, b)
    return left


@needs_numba
@given(TEXTS, TEXTS)
@settings(max_examples=300)
def test_any_two_texts(one: str, other: str) -> None:
    fast, plain = both(analyse(one), analyse(other))
    assert np.isnan(fast) or fast == pytest.approx(plain, rel=0, abs=1e-9)


@needs_numba
def test_names_of_every_kind() -> None:
    names = NAMES_OF_MANY + HARD
    left = left_to_the_plain_way((one, other) for one in names for other in names)
    assert 0 < left < len(names) ** 2 / 4, "long words, and words of two scripts in one"


@needs_numba
@pytest.mark.parametrize("name", ["belarus", "three_parts"])
def test_every_pair_across_a_list(name: str) -> None:
    asked = pairs_of(LISTS / f"{name}.toml")[::7]
    assert left_to_the_plain_way((pair.a, pair.b) for pair in asked) == 0


@needs_numba
@pytest.mark.skipif(not PAIRS.exists(), reason="../shared/data/names is not there")
def test_pairs_of_labels_and_names_beside_them() -> None:
    asked = pairs()[::4]
    beside = [(one.a, other.b) for one, other in pairwise(asked)]
    left = left_to_the_plain_way([(pair.a, pair.b) for pair in asked] + beside)
    assert left < len(asked) / 1000


@pytest.mark.parametrize("compiled", [False, pytest.param(True, marks=needs_numba)])
def test_one_name_and_many(compiled: bool) -> None:
    names = [analyse(name) for name in NAMES_OF_MANY + HARD]
    together = gathered(names)
    for one in names:
        scores = compare_many(one, together, compiled)
        assert scores == pytest.approx([compare(one, other).score for other in names], rel=0, abs=1e-9)


def test_without_numba(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("compare", "compare_many"):
        monkeypatch.setattr(f"habeas.names.{module}.INSTALLED", False)
    names = [analyse(name) for name in NAMES_OF_MANY]
    assert list(compare_many(names[0], gathered(names))) == [compare(names[0], other).score for other in names]
    assert not any("row" in vars(name) for name in names)


def test_nobody_to_compare_with() -> None:
    assert compare_many(analyse("Ян Вярба"), gathered([])).shape == (0,)


@needs_numba
def test_what_is_kept_compiled_says_what_it_stands_on() -> None:
    compiled = import_module("habeas.names.likeness.compiled")
    assert stands_on() == compiled.STANDS_ON, "write it into compiled.py: what is kept is then stale"


def stands_on() -> str:
    """numba looks at one file alone; this at the others too, and at every number that they take from elsewhere."""
    modules = [import_module(f"habeas.names.likeness.compiled{name}") for name in ("", *(f"_{part}" for part in PARTS))]
    numbers = sorted(
        f"{module.__name__} {name} {value.tolist() if isinstance(value, np.ndarray) else value}"
        for module in modules
        for name, value in vars(module).items()
        if name.strip("_").isupper() and name != "STANDS_ON"
    )
    texts = [(ROOM / f"compiled_{part}.py").read_bytes() for part in PARTS]
    return sha256(b"".join((*texts, *(line.encode() for line in numbers)))).hexdigest()[:16]


def test_where_numba_cannot_work_names_are_compared_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(name: str) -> None:
        raise RuntimeError("cannot cache function: no locator available")

    loops.cache_clear()
    monkeypatch.setattr("habeas.names.likeness.loops.import_module", nowhere)
    one, other = analyse("Ян Вярба"), analyse("Jan Vyarba")
    try:
        with pytest.warns(RuntimeWarning, match="without compiled loops: cannot cache"):
            scores = compare_many(one, gathered([other] * 200))
        assert scores == pytest.approx([plainly(one, other)] * 200)
        assert [compare(one, other).score for _ in range(200)] == pytest.approx(scores)
    finally:
        loops.cache_clear()
