"""Sides answer behind their protocol, peers in their best form; nomenklatura's environment is never made here."""

from pathlib import Path

import numpy as np
import pytest
from bench.names.asked import serving
from bench.names.comparing import Who, chosen, reasons, recall, slices, told, whole
from bench.names.data import Pair
from bench.names.in_rapidfuzz import FORMS, plain
from bench.names.serve import answer
from bench.names.timing import apart, cold, warm

from bench.names import environment

PAIRS = [
    Pair(True, "Андрей Лесной", "Andrei Lesnoi", "cyr-lat", True),
    Pair(True, "Лесная, Мария", "Maria Lesnaya", "cyr-lat", True),
    Pair(False, "Пётр Рудак", "Hanna Zaleskaya", "cyr-lat", True, "near"),
    Pair(False, "Siarhei Vieras", "Piotr Zaleski", "lat-lat", False, "random"),
    Pair(True, "Siarhei Vieras", "Vieras Siarhei", "lat-lat"),
]


def test_a_peer_is_given_its_best_form_and_threshold() -> None:
    with serving("in_rapidfuzz") as side:
        assert set(side.forms) == set(FORMS)
        best = chosen(Who("rapidfuzz", side, tuple(side.forms)), PAIRS)
        found = told(best, PAIRS)
    assert whole(found, PAIRS).f1 == recall(found, PAIRS) == 1.0
    rows = {row["slice"]: row for row in slices([found], PAIRS)}
    assert set(rows) == {"all", "Slavic bearers", "cyr-lat, Slavic", "lat-lat"}
    assert (rows["lat-lat"]["pairs"], rows["lat-lat"]["same"]) == (2, 1)
    assert [row["rapidfuzz"] for row in reasons([found], PAIRS)] == [0.0, 0.0]


def test_a_side_times_itself() -> None:
    with serving("in_rapidfuzz") as side:
        each = [(side, "WRatio")]
        assert cold(each, PAIRS[:1], PAIRS[1:]).micro > [0.0]
        assert warm(each, PAIRS).micro > [0.0]
        assert warm(each, PAIRS).pairs == len(PAIRS)


def test_ours_answers_at_its_frozen_threshold() -> None:
    with serving("in_habeas") as side:
        assert side.forms["habeas"] is not None
        scores = side.scores("habeas", [(pair.a, pair.b) for pair in PAIRS])
    assert (np.diff([scores[2], scores[0]]) > 0).all()


def test_a_side_that_ends_early_says_so() -> None:
    with pytest.raises(ChildProcessError, match="ended with"), serving("no_such_side"):
        pass


def test_the_protocol_scores_pair_by_pair() -> None:
    asked = {"ask": "scores", "form": "token_sort_ratio", "pairs": [["Лесной Андрей", "Andrei Lesnoy"], ["А", "Б"]]}
    same, other = np.array(answer(asked, FORMS)) / 100
    assert same > 0.8 > other


def test_names_are_transliterated_and_bared() -> None:
    assert plain("Лесной, Андрей-Пётр") == "lesnoy andrey petr"


def test_no_name_is_cold_twice() -> None:
    assert [pair.a for pair in apart(PAIRS, {"Maria Lesnaya"})] == ["Андрей Лесной", "Пётр Рудак", "Siarhei Vieras"]


def test_without_a_compiler_the_environment_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(environment.Missing, match=r"without g\+\+, pkg-config, libicu-dev"):
        environment.python(tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()
