"""The log-odds of two sounds, against every alignment tried out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.names.sounds.odds import GAP, LETTERS, coded, odds, own, tables
from habeas.names.sounds.spread import spread
from tests.oracle.sounds import best_odds

SOUNDS = st.text(alphabet=LETTERS, max_size=6)


@given(SOUNDS, SOUNDS, st.sampled_from(["Cyrl", "Latn", "Hani", "Arab"]))
def test_no_alignment_is_better(one: str, other: str, script: str) -> None:
    table = tables()[script]
    assert odds(coded(one), coded(other), table) == best_odds(coded(one), coded(other), table)


@pytest.mark.parametrize("script", sorted(tables()))
def test_a_table_has_every_letter_and_favours_the_same_one(script: str) -> None:
    table = tables()[script]
    assert {len(row) for row in (*table, table)} == {GAP + 1}
    vowels = [table[LETTERS.index(vowel)][LETTERS.index(vowel)] for vowel in "aeiou"]
    assert min(vowels) > 0
    assert all(table[GAP][place] < 0 and table[place][GAP] < 0 for place in range(GAP) if LETTERS[place] not in "hw")


@given(SOUNDS)
def test_a_sound_with_itself(heard: str) -> None:
    table = tables()["Latn"]
    assert own(coded(heard), table) <= odds(coded(heard), coded(heard), table)


def test_near_sounds_are_near_in_features() -> None:
    assert spread("Zak") == "SHvaKGx"
    assert len({spread(letter) for letter in LETTERS}) == len(LETTERS)
