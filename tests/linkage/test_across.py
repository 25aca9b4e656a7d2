"""Two lists person by person: no false merge on lists written to be hard, and nobody who is on both is lost."""

from collections import Counter

import pytest
from bench.lists import hard, real
from bench.lists.trial import Trial, judged_by, somebody, tried
from hypothesis import given

from habeas.linkage.across import By, Kind, Verdicts, side_by_side
from habeas.linkage.listed import Listed
from tests.conftest import missing

from .people import judged, lists

HARD = hard.trials()
NOTHING = Verdicts()


@pytest.mark.parametrize("trial", HARD, ids=lambda trial: trial.name)
def test_no_false_merge_and_nobody_lost_on_a_hard_list(trial: Trial) -> None:
    found = tried(trial)
    assert found.false_merges == 0
    assert found.recall == 1.0


@pytest.mark.parametrize("trial", HARD, ids=lambda trial: trial.name)
def test_it_does_not_matter_which_list_is_named_first(trial: Trial) -> None:
    there = side_by_side(trial.ones, trial.others, NOTHING)
    back = side_by_side(trial.others, trial.ones, NOTHING)
    assert Counter((p.one, p.other, p.kind) for p in there.pairs if p.kind is Kind.matched) == Counter(
        (p.other, p.one, p.kind) for p in back.pairs if p.kind is Kind.matched
    )
    assert len(there.pairs) == len(back.pairs)


def test_of_kin_at_most_those_of_one_name_are_called_likely() -> None:
    for trial in hard.families():
        two = side_by_side(trial.ones, trial.others, NOTHING)
        likely = [pair for pair in two.pairs if pair.kind is Kind.probable]
        assert all(pair.compared.name >= 0.9 for pair in likely)
        assert not any(pair.compared.contradicted for pair in likely)


def test_a_real_list_and_its_later_version() -> None:
    trials = list(real.trials())
    if not trials:
        missing("the folder of real files is not beside this checkout")
    version, latin, bare = map(tried, trials)
    for found in (version, latin, bare):
        assert found.false_merges == 0
    assert version.recall == 1.0
    assert latin.recall > 0.97
    assert bare.recall > 0.92
    many, right = version.classes[Kind.probable]
    assert many == right


@given(lists("a"), lists("b"))
def test_nobody_is_two_people_and_every_pair_is_of_people_on_the_lists(
    ones: list[Listed], others: list[Listed]
) -> None:
    two = side_by_side(ones, others, NOTHING)
    for side, people in (([pair.one for pair in two.pairs], ones), ([pair.other for pair in two.pairs], others)):
        assert len(side) == len(set(side))
        assert all(0 <= place < len(people) for place in side)
    by_person = {one.person for one in ones} & {other.person for other in others}
    assert sum(pair.by is By.judged for pair in two.pairs) == len(by_person)
    for pair in two.pairs:
        assert (ones[pair.one].person == others[pair.other].person) == (pair.by is By.judged)


def test_a_judgement_decides_whatever_the_evidence() -> None:
    mine = judged(somebody("a", "Pavel Zhuk", born="1950-01-30"), "one")
    theirs = judged(somebody("b", "Hanna Sokalich", born="1990-05-08"), "one")
    (pair,) = side_by_side([mine], [theirs], NOTHING).pairs
    assert (pair.kind, pair.by) == (Kind.matched, By.judged)


def test_one_row_on_two_editions_is_one_person() -> None:
    row = somebody("a", "Pavel Zhuk")
    (pair,) = side_by_side([row], [row], NOTHING).pairs
    assert (pair.kind, pair.by) == (Kind.matched, By.row)


FULL = {"born": "1985-08-17", "detained": "2021-01-04"}


def test_two_who_agree_in_everything_are_matched_unless_a_judgement_says_otherwise() -> None:
    ones, others = [somebody("a", "Viktar Zhuk", **FULL)], [somebody("b", "Виктор Жук", **FULL)]
    pair_of_ids = frozenset({frozenset({"a", "b"})})
    (pair,) = side_by_side(ones, others, NOTHING).pairs
    assert (pair.kind, pair.by) == (Kind.matched, By.agreement)
    assert side_by_side(ones, others, Verdicts(different=pair_of_ids)).pairs == ()
    (pair,) = side_by_side(ones, others, Verdicts(undecided=pair_of_ids)).pairs
    assert (pair.kind, pair.by) == (Kind.undecided, By.judged)


@pytest.mark.parametrize(
    "other",
    [
        {"born": "1985-08-17"},
        {"detained": "2021-01-04"},
        {"born": "1985-08-17", "detained": "2021-01"},
        {"born": "1985", "detained": "2021-01-04"},
        FULL | {"region": "Zareche"},
        FULL | {"sex": "m"},
    ],
)
def test_without_birth_and_act_or_with_anything_against_it_nobody_is_matched(other: dict[str, str]) -> None:
    one = somebody("a", "Viktar Zhuk", sex="f", region="Severets", **FULL)
    (pair,) = side_by_side([one], [somebody("b", "Viktar Zhuk", **other)], NOTHING).pairs
    assert pair.kind is not Kind.matched


@pytest.mark.parametrize(("one", "other"), [("f", "female"), ("м", "male"), ("ж", "f"), ("x", "m")])
def test_a_sex_is_read_in_the_words_of_several_languages_and_an_unknown_word_says_nothing(one: str, other: str) -> None:
    ones, others = [somebody("a", "Viktar Zhuk", sex=one, **FULL)], [somebody("b", "Виктор Жук", sex=other, **FULL)]
    (pair,) = side_by_side(ones, others, NOTHING).pairs
    assert pair.kind is Kind.matched


def test_a_birthday_that_a_form_puts_in_makes_nobody_sure() -> None:
    """A hundred have it on each list: it tells nobody from others."""
    ones = [somebody(f"x{at}", f"Name{at} Other{at}", born=FULL["born"]) for at in range(100)]
    others = [somebody(f"y{at}", f"Word{at} Else{at}", born=FULL["born"]) for at in range(100)]
    two = side_by_side(
        [*ones, somebody("a", "Viktar Zhuk", **FULL)], [*others, somebody("b", "Виктор Жук", **FULL)], NOTHING
    )
    (pair,) = [pair for pair in two.pairs if (pair.one, pair.other) == (100, 100)]
    assert pair.kind is Kind.probable


def test_names_alone_match_nobody_and_near_names_wait_for_a_decision() -> None:
    two = side_by_side(
        [somebody("a", "Viktar Zhuk"), somebody("c", "Alena Dubrava")],
        [somebody("b", "Viktar Zhuk"), somebody("d", "Olena Dubravka")],
        NOTHING,
    )
    kinds = {pair.one: pair.kind for pair in two.pairs}
    assert kinds[0] is Kind.probable
    assert kinds.get(1, Kind.undecided) is Kind.undecided


def test_of_two_who_could_be_meant_neither_is_chosen() -> None:
    one = somebody("a", "Ivan Karaneuski", born="1980")
    two = side_by_side(
        [one], [somebody("b", "Ivan Karaneuski", born="1980"), somebody("c", "Иван Кораневский")], NOTHING
    )
    assert [pair.kind for pair in two.pairs] == [Kind.undecided]
    assert two.pairs[0].rivals == ((0, 1),)
    assert two.open_others == {0: (0,), 1: (0,)}
    assert two.most == 1


def test_somebody_twice_on_one_list_is_shown_and_is_no_rival() -> None:
    again = [somebody("a", "Viktar Zhuk", **FULL), somebody("c", "Viktar Zhuk", **FULL)]
    two = side_by_side(again, [somebody("b", "Виктор Жук", **FULL)], NOTHING)
    assert [(one.first, one.again) for one in two.twice_ones] == [(0, 1)]
    assert [(pair.one, pair.kind) for pair in two.pairs] == [(0, Kind.matched)]


def test_the_truth_of_a_trial_is_held_against_rivals_too() -> None:
    """The measure of recall itself: a pair that is neither found nor a rival is missed."""
    trial = Trial("x", [somebody("a", "Ivan Horast")], [somebody("b", "Mirela Osventi")], frozenset({(0, 0)}))
    assert judged_by(trial, side_by_side(trial.ones, trial.others, NOTHING)).missed == {(0, 0)}
