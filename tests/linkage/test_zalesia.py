"""The three lists of Zalesia without any judgement: who is on two of them is found, and nobody is merged wrongly."""

import pytest
from bench.lists import zalesia
from bench.lists.trial import Trial, tried

from habeas.linkage.across import Kind

TRIALS = list(zalesia.trials())


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_whoever_is_on_two_lists_is_found_and_nobody_is_merged_wrongly(trial: Trial) -> None:
    found = tried(trial)
    assert found.false_merges == 0
    assert found.recall > 0.97
    many, right = found.classes[Kind.probable]
    assert right > 0.97 * many


def test_where_anything_beside_the_name_is_told_all_who_are_called_likely_are_one() -> None:
    for trial in TRIALS[:2]:
        many, right = tried(trial).classes[Kind.probable]
        assert many == right > 400
