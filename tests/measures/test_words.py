"""From word to deed, and a headline's word against the instrument."""

from datetime import date

import pytest

from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.vocabulary import MeasureKind
from habeas.measures.announced import Between
from habeas.measures.event import MeasureEvent
from habeas.measures.headline import Verdict, Word, check
from tests.measures.acts import ISSUER, TARGET, event, on

LISTED = event("impose", "2021-06-01")
SAID = event("announce", "2025-12-13")
DELISTING_SAID = event("announce", "2026-03-19", announces=frozenset({Kind.delist, Kind.revoke}))
LICENCE = event("license", "2025-12-15", instrument="GL 1")


def test_an_announcement_waits_until_something_is_issued() -> None:
    before = on("2025-12-14", LISTED, SAID, LICENCE)
    (gap,) = before.announced
    assert (gap.deed, gap.waiting, gap.certain) == (None, Between(1, 1), True)
    after = on("2025-12-15", LISTED, SAID, LICENCE)
    assert not after.announced
    (gap,) = after.gaps
    assert (gap.deed, gap.waiting) == (LICENCE, Between(2, 2))


def test_what_was_not_announced_yet_is_not_told() -> None:
    assert not on("2025-12-12", LISTED, SAID, LICENCE).gaps


def test_a_licence_is_not_the_delisting_that_was_announced() -> None:
    later = event("license", "2026-03-25", instrument="GL 2")
    (gap,) = on("2026-04-01", LISTED, DELISTING_SAID, later).announced
    assert (gap.word, gap.waiting) == (DELISTING_SAID, Between(13, 13))
    assert not on("2026-05-01", LISTED, DELISTING_SAID, event("delist", "2026-05-01")).announced


def test_an_act_before_the_announcement_does_not_meet_it() -> None:
    assert len(on("2026-01-01", LISTED, event("license", "2025-12-12"), SAID).announced) == 1


def test_a_planned_end_does_not_meet_an_announcement() -> None:
    acts = (LISTED, event("license", "2025-12-01", instrument="GL 1"), SAID)
    end = event("expire", "2025-12-20", instrument="GL 1", known="2025-12-01")
    assert len(on("2026-01-01", *acts, end).announced) == 1


def test_one_claim_may_tell_all_three_days() -> None:
    act = event("license", announced="2025-12-13", issued="2025-12-15", effective="2025-12-20", instrument="GL 1")
    assert len(on("2025-12-14", LISTED, act).announced) == 1
    (gap,) = on("2025-12-16", LISTED, act).gaps
    assert (gap.waiting, gap.coming) == (Between(2, 2), Between(5, 5))
    assert on("2025-12-16", LISTED, act).status == "listed"
    assert on("2025-12-20", LISTED, act).status == "listed+licensed"


def test_uncertain_days_make_an_uncertain_gap() -> None:
    act = event("license", "2025-12-15/2025-12-18", instrument="GL 1")
    early = on("2025-12-16", LISTED, SAID, act)
    assert (early.gaps[0].deed, early.gaps[0].certain) == (None, False)
    assert on("2025-12-18", LISTED, SAID, act).gaps[0].waiting == Between(2, 5)


LICENSED = (LISTED, LICENCE)
GONE = (LISTED, event("delist", "2025-11-04"))
DEBT = event("impose", "2021-12-02", measure=MeasureKind.debt_ban)
SUSPENDED = (LISTED, event("suspend", "2025-11-04"))
RUN_OUT = (LISTED, event("license", "2025-01-01", until="2025-06-01", instrument="GL 1"))


@pytest.mark.parametrize(
    ("word", "acts", "verdict"),
    [
        ("lifted", LICENSED, "says_more"),
        ("removed", LICENSED, "says_more"),
        ("suspended", LICENSED, "says_more"),
        ("eased", LICENSED, "holds"),
        ("licensed", LICENSED, "holds"),
        ("lifted", GONE, "holds"),
        ("removed", GONE, "holds"),
        ("suspended", GONE, "holds"),
        ("licensed", GONE, "says_more"),
        ("lifted", (*GONE, DEBT), "says_more"),
        ("removed", (*GONE, DEBT), "holds"),
        ("suspended", SUSPENDED, "holds"),
        ("lifted", SUSPENDED, "says_more"),
        ("lifted", (LISTED, SAID), "announced_only"),
        ("eased", (LISTED, SAID), "announced_only"),
        ("eased", RUN_OUT, "no_longer"),
        ("eased", (LISTED,), "no_act"),
        ("removed", (), "no_act"),
    ],
)
def test_a_word_is_held_against_the_instrument(word: str, acts: tuple[MeasureEvent, ...], verdict: str) -> None:
    day = date(2026, 1, 1)
    found = check(Word(word), acts, TARGET, ISSUER, day, day)
    assert found.verdict is Verdict(verdict)
    assert bool(found.acts) == (verdict in ("holds", "says_more"))


def test_a_word_that_a_claim_denies_neither_holds_nor_fails() -> None:
    day, gone = date(2026, 1, 1), event("delist", "2025-11-04", claim="gone")
    denied = event("delist", "2025-11-04", claim="not gone", denied=True)
    acts, pair = (LISTED, LICENCE, gone, denied), [("gone", "not gone")]
    assert check(Word.lifted, acts, TARGET, ISSUER, day, day).verdict is Verdict.holds
    assert check(Word.lifted, acts, TARGET, ISSUER, day, day, pair).verdict is Verdict.contradictory
    assert check(Word.licensed, acts, TARGET, ISSUER, day, day, pair).verdict is Verdict.holds, "that nobody denies"
    again = event("impose", "2025-11-04", claim="again")
    assert check(Word.removed, (LISTED, gone, again), TARGET, ISSUER, day, day).verdict is Verdict.contradictory
