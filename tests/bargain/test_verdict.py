"""The verdict on a commitment, case by case, and what holds of all of them."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.bargain.progress import Progress, Reached
from habeas.bargain.terms import NO_WINDOW, Commitment, Condition, Window
from habeas.bargain.verdict import MEANING, Judged, Verdict, judged, over_lenses
from habeas.claims.bargain import HangsOn, Stage

FIRST, LAST = date(2024, 6, 1), date(2024, 7, 1)
BEFORE, WITHIN, AFTER = date(2024, 5, 1), date(2024, 6, 15), date(2024, 8, 1)
JUNE = Window(FIRST, LAST, "in June")
OPEN = Window(FIRST, None, "no day is stated")
ONE = Commitment("one", "norland", "to suspend the ban", Stage.undertaken, ["c" * 32], window=JUNE)
YES, NO, UNSURE, APART = Reached.yes, Reached.no, Reached.unsure, Reached.apart


def come(in_window: Reached, by_now: Reached | None = None, **other: object) -> Progress:
    """How far it has come."""
    told: dict[str, object] = {"spoken": True, **other}
    # each test gives the fields that it is about, of whatever type
    return Progress(1, in_window, by_now or in_window, **told)  # type: ignore[arg-type]


def verdict(progress: Progress | None, as_of: date, window: Window = JUNE, **other: object) -> Verdict:
    """The verdict on the commitment."""
    # each test gives the fields that it is about, of whatever type
    return judged(replace(ONE, window=window), progress, as_of, **other).verdict  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("progress", "as_of", "window", "expected"),
    [
        (come(NO), BEFORE, JUNE, Verdict.not_yet_due),
        (come(NO), WITHIN, JUNE, Verdict.pending),
        (come(NO, spoken=False), WITHIN, JUNE, Verdict.pending),
        (come(NO, some=True), WITHIN, JUNE, Verdict.pending),
        (come(YES), WITHIN, JUNE, Verdict.kept),
        (come(YES), AFTER, JUNE, Verdict.kept),
        (come(NO, YES), AFTER, JUNE, Verdict.kept_late),
        (come(NO, some=True), AFTER, JUNE, Verdict.part_kept),
        (come(NO), AFTER, JUNE, Verdict.not_kept),
        (come(NO, spoken=False), AFTER, JUNE, Verdict.not_checkable),
        (come(NO, spoken=False, complete=True), AFTER, JUNE, Verdict.not_kept),
        (come(YES, undone=True), AFTER, JUNE, Verdict.undone),
        (come(APART), AFTER, JUNE, Verdict.disputed),
        (come(NO), AFTER, OPEN, Verdict.pending),
        (come(NO, spoken=False), AFTER, OPEN, Verdict.not_checkable),
        (come(NO, some=True), AFTER, OPEN, Verdict.part_kept),
        (come(YES), AFTER, OPEN, Verdict.kept),
        (come(YES), AFTER, NO_WINDOW, Verdict.kept),
        (come(NO, checkable=False), AFTER, JUNE, Verdict.not_checkable),
        (None, AFTER, JUNE, Verdict.not_checkable),
        (come(NO, prohibits=True), WITHIN, JUNE, Verdict.not_kept),
        (come(YES, prohibits=True), WITHIN, JUNE, Verdict.pending),
        (come(YES, prohibits=True), AFTER, JUNE, Verdict.kept),
        (come(YES, prohibits=True, spoken=False), AFTER, JUNE, Verdict.not_checkable),
        (come(UNSURE, prohibits=True), AFTER, JUNE, Verdict.not_checkable),
    ],
)
def test_what_window_and_evidence_come_to(progress: Progress, as_of: date, window: Window, expected: Verdict) -> None:
    assert verdict(progress, as_of, window) == expected


@given(
    st.sampled_from(Reached),
    st.sampled_from(Reached),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([BEFORE, FIRST, WITHIN, LAST, AFTER]),
    st.sampled_from([JUNE, OPEN, NO_WINDOW]),
)
def test_an_offer_stays_an_offer_and_an_undertaking_is_none(
    in_window: Reached, by_now: Reached, spoken: bool, some: bool, prohibits: bool, as_of: date, window: Window
) -> None:
    progress = come(in_window, by_now, spoken=spoken, some=some, prohibits=prohibits)
    offer = replace(ONE, stage=Stage.offered, window=window)
    assert judged(offer, progress, as_of) == Judged(Verdict.offered)
    found = judged(replace(ONE, window=window), progress, as_of)
    assert found.verdict is not Verdict.offered
    assert found.verdict not in found.possible


def test_what_days_leave_open_is_told_beside_the_verdict() -> None:
    found = judged(ONE, come(UNSURE, YES), AFTER)
    assert (found.verdict, found.possible) == (Verdict.kept_late, (Verdict.kept,))
    short = judged(ONE, come(UNSURE, UNSURE), AFTER)
    assert (short.verdict, short.possible) == (Verdict.not_kept, (Verdict.kept, Verdict.kept_late))


def test_a_condition_lets_it_be_due_or_not() -> None:
    after = Condition(HangsOn.after, "if forty are freed", window=Window(FIRST, WITHIN, "by mid June"))
    one = replace(ONE, condition=after)
    assert judged(one, come(NO), WITHIN, come(NO)).verdict is Verdict.not_yet_due
    assert judged(one, come(NO), AFTER, come(NO)).verdict is Verdict.lapsed
    assert judged(one, come(NO), AFTER, come(YES)).verdict is Verdict.not_kept
    assert judged(one, come(YES), AFTER, come(UNSURE)).verdict is Verdict.not_yet_due
    unless = replace(ONE, condition=Condition(HangsOn.unless, "unless anybody is arrested again"))
    assert judged(unless, come(NO), AFTER, come(YES)).verdict is Verdict.lapsed
    assert judged(unless, come(NO), AFTER, come(NO)).verdict is Verdict.not_kept
    assert judged(unless, come(NO), AFTER, come(NO, prohibits=True)).verdict is Verdict.lapsed
    assert judged(unless, come(NO), AFTER, come(YES, prohibits=True)).verdict is Verdict.not_kept
    said = replace(ONE, condition=Condition(HangsOn.in_return_for, "the freeing of 46"))
    assert judged(said, come(YES), AFTER).verdict is Verdict.kept


def test_over_lenses_who_cannot_tell_has_no_say_and_who_differ_dispute() -> None:
    kept, none = Judged(Verdict.kept), Judged(Verdict.not_checkable, silent=True)
    waiting = Judged(Verdict.pending, silent=True)
    assert over_lenses([kept, none, kept, waiting]) is Verdict.kept
    assert over_lenses([kept, Judged(Verdict.part_kept)]) is Verdict.disputed
    assert over_lenses([none, none]) is Verdict.not_checkable
    assert over_lenses([none, waiting]) is Verdict.pending
    assert over_lenses([]) is None


def test_a_lens_through_which_nobody_speaks_says_so() -> None:
    assert judged(ONE, come(NO, spoken=False), WITHIN).silent
    assert judged(ONE, None, WITHIN).silent
    assert not judged(ONE, come(NO, spoken=False, complete=True), AFTER).silent
    after = Condition(HangsOn.after, "forty are freed", window=Window(FIRST, WITHIN, "by mid June"))
    hanging = judged(replace(ONE, condition=after), come(NO), AFTER, come(NO, spoken=False))
    assert (hanging.verdict, hanging.silent) == (Verdict.not_yet_due, True), "of a silent window nothing has lapsed"


def test_every_verdict_is_explained() -> None:
    assert set(MEANING) == set(Verdict)


def test_what_is_not_to_happen_first_is_met_only_when_its_time_is_over() -> None:
    after = Condition(HangsOn.after, "after a June without arrests", window=JUNE)
    hanging = replace(ONE, window=OPEN, condition=after)
    assert judged(hanging, come(NO), WITHIN, come(YES, prohibits=True)).verdict is Verdict.not_yet_due
    assert judged(hanging, come(NO), AFTER, come(YES, prohibits=True)).verdict is Verdict.pending
    assert judged(hanging, come(NO), AFTER, come(NO, prohibits=True)).verdict is Verdict.lapsed


def test_what_may_have_been_reversed_is_told_as_possible() -> None:
    found = judged(ONE, come(YES, undone_unsure=True), AFTER)
    assert (found.verdict, found.possible) == (Verdict.kept, (Verdict.undone,))
    found = judged(ONE, come(YES, undone=True, undone_unsure=True), AFTER)
    assert (found.verdict, found.possible) == (Verdict.undone, (Verdict.kept,))


def test_a_lens_that_cannot_tell_for_want_of_exact_days_has_no_say() -> None:
    unsure = judged(ONE, come(UNSURE, prohibits=True), AFTER)
    assert over_lenses([unsure, Judged(Verdict.kept)]) is Verdict.kept
    assert over_lenses([unsure]) is Verdict.not_checkable
