"""The table of acts: written out a second time by hand, and the invariants that the counting leans on."""

import re

import pytest

from habeas.claims.act import ACTS, Act, CustodyState, Side

BY_HAND = {
    "held": ("in", "in", "unknown"),
    "at_liberty": ("free", "free", None),
    "detained": ("free", "in", "police"),
    "remanded": ("nothing said", "in", "pretrial"),
    "charged": ("nothing said", "nothing said", None),
    "sentenced": ("nothing said", "in", "serving"),
    "sentenced_in_absentia": ("nothing said", "nothing said", None),
    "sentenced_suspended": ("nothing said", "free", None),
    "transferred": ("in", "in", "unknown"),
    "confined_at_home": ("nothing said", "in", "home"),
    "restricted": ("nothing said", "in", "restricted"),
    "released": ("in", "free", None),
    "bailed": ("in", "free", None),
    "acquitted": ("nothing said", "free", None),
    "pardoned": ("in", "free", None),
    "amnestied": ("in", "free", None),
    "term_served": ("in", "free", None),
    "exchanged": ("in", "free", None),
    "deported": ("nothing said", "free", None),
    "escaped": ("in", "free", None),
    "returned": ("free", "in", "unknown"),
    "died": ("nothing said", "free", None),
}


def test_the_table_says_what_was_decided() -> None:
    assert {act: (row.finds, row.leaves, row.state) for act, row in ACTS.items()} == BY_HAND


def test_every_act_has_a_row_and_the_table_cannot_be_changed() -> None:
    assert set(ACTS) == set(Act)
    with pytest.raises(TypeError):
        ACTS[Act.held] = ACTS[Act.died]  # type: ignore[index]


@pytest.mark.parametrize("act", Act)
def test_a_state_is_given_exactly_where_the_act_leaves_in(act: Act) -> None:
    assert (ACTS[act].state is not None) == (ACTS[act].leaves is Side.in_)


@pytest.mark.parametrize("act", Act)
def test_an_act_that_leaves_nothing_finds_nothing(act: Act) -> None:
    """So it can be dropped before counting, and nothing is lost."""
    assert ACTS[act].leaves is not Side.nothing or ACTS[act].finds is Side.nothing


@pytest.mark.parametrize("act", Act)
def test_the_meaning_is_one_sentence_of_its_own(act: Act) -> None:
    meaning = ACTS[act].meaning
    assert meaning[0].isupper()
    assert meaning.endswith(".")
    assert ". " not in meaning
    assert [row.meaning for row in ACTS.values()].count(meaning) == 1


@pytest.mark.parametrize("act", Act)
def test_a_huridocs_term_names_its_list_and_code(act: Act) -> None:
    for term in ACTS[act].huridocs:
        assert re.fullmatch(r"MT (4|25)(, \d\d( \d\d)*): [A-Z].+", term)


def test_values_are_the_words_themselves() -> None:
    assert [act.value for act in Act] == [act.name for act in Act]
    assert {state.value for state in CustodyState} == {"police", "pretrial", "serving", "home", "restricted", "unknown"}
    assert {side.value for side in Side} == {"in", "free", "nothing said"}
