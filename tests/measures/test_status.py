"""What stands on a day: the rules of the design, one by one, in an invented country."""

import pytest

from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.vocabulary import MeasureKind
from habeas.measures.course import State
from habeas.measures.event import MeasureEvent
from habeas.measures.status import Status
from habeas.measures.vanished import Gone, vanished
from tests.measures.acts import event, on, span, told

LISTED = event("impose", "2021-06-01")


def test_nobody_is_listed_of_whom_no_act_is_known() -> None:
    found = on("2024-01-01")
    assert (found.status, found.certain, found.evidence) == (Status.none, True, ())


def test_a_listing_holds_from_its_day_on() -> None:
    assert [on(day, LISTED).status for day in ("2021-05-31", "2021-06-01", "2029-12-31")] == [
        "none",
        "listed",
        "listed",
    ]


def test_amending_a_measure_does_not_begin_it() -> None:
    amended = event("amend", "2022-03-01", covers="import")
    (listing,) = on("2023-01-01", LISTED, amended).measures
    assert (listing.since, listing.covers) == (span("2021-06-01"), "import")


def test_a_measure_that_is_imposed_again_is_in_force_since_then() -> None:
    ended, again = event("revoke", "2022-01-01"), event("impose", "2023-01-01")
    (listing,) = on("2024-01-01", LISTED, ended, again).measures
    assert listing.since == span("2023-01-01")


def test_an_uncertain_day_is_told_with_both_ends() -> None:
    (listing,) = on("2024-01-01", event("impose", "2021-06-01/2021-06-30")).measures
    assert listing.since == span("2021-06-01/2021-06-30")


def test_a_measure_that_was_only_found_in_force_is_so_by_that_day() -> None:
    first, second = (event("license", day, instrument=f"GL {day}") for day in ("2021-06-01", "2022-06-01"))
    (listing,) = on("2024-01-01", first, second).measures
    assert (listing.state, listing.since) == (State.in_force, span("/2021-06-01"))


def test_an_act_holds_from_the_day_of_its_effect_where_that_is_told() -> None:
    act = event("impose", "2021-06-01", effective="2021-06-10")
    assert [on(day, act).status for day in ("2021-06-01", "2021-06-09", "2021-06-10")] == ["none", "none", "listed"]


def test_what_is_announced_is_not_in_force() -> None:
    assert on("2022-01-01", event("announce", "2021-06-01")).status is Status.none
    assert on("2022-01-01", event("impose", announced="2021-06-01")).status is Status.none


def test_a_licence_leaves_the_target_listed() -> None:
    found = on("2024-07-01", LISTED, event("license", "2024-06-20", instrument="GL 1", covers="payments"))
    assert found.status is Status.licensed
    (licence,) = found.licences
    assert (licence.instrument, licence.covers, licence.state) == ("GL 1", "payments", State.in_force)


@pytest.mark.parametrize(
    "end",
    [
        event("expire", "2024-08-01", instrument="GL 1", known="2024-06-20"),
        event("expire", "2024-08-01", instrument="GL 1", known="2024-08-02"),
        event("revoke", "2024-08-01", instrument="GL 1"),
    ],
)
def test_the_end_of_a_licence_leaves_the_target_listed(end: MeasureEvent) -> None:
    acts = (LISTED, event("license", "2024-06-20", instrument="GL 1"), end)
    days = ("2024-06-19", "2024-06-20", "2024-07-31", "2024-08-01")
    assert [on(day, *acts).status for day in days] == ["listed", "listed+licensed", "listed+licensed", "listed"]


def test_a_licence_that_runs_to_a_day_has_ended_on_it() -> None:
    licence = event("license", "2024-06-20", instrument="GL 1", until="2024-08-01")
    assert on("2024-07-31", LISTED, licence).status is Status.licensed
    assert on("2024-08-01", LISTED, licence).status is Status.listed


def test_an_extension_puts_off_the_end_that_was_planned() -> None:
    licence = event("license", "2024-06-20", instrument="GL 1", until="2024-08-01")
    planned = event("expire", "2024-08-01", instrument="GL 1", known="2024-06-20")
    longer = event("extend", "2024-07-15", instrument="GL 1", until="2024-10-01")
    for end in (licence, planned):
        acts = (LISTED, event("license", "2024-06-20", instrument="GL 1"), end, longer)
        assert [on(day, *acts).status for day in ("2024-08-01", "2024-09-30", "2024-10-01")] == [
            "listed+licensed",
            "listed+licensed",
            "listed",
        ]


def test_an_extension_that_comes_too_late_puts_off_nothing() -> None:
    licence = event("license", "2024-06-20", instrument="GL 1", until="2024-08-01")
    late = event("extend", "2024-09-01", instrument="GL 1")
    assert on("2024-08-15", LISTED, licence, late).status is Status.listed
    assert on("2024-09-01", LISTED, licence, late).status is Status.licensed


def test_who_is_taken_off_a_list_is_delisted_also_under_a_licence() -> None:
    acts = (LISTED, event("license", "2024-06-20", instrument="GL 1"), event("delist", "2024-09-12"))
    assert on("2024-09-11", *acts).status is Status.licensed
    assert on("2024-09-12", *acts).status is Status.delisted


def test_a_target_can_be_under_several_measures() -> None:
    debt = event("impose", "2021-12-02", measure=MeasureKind.debt_ban)
    acts = (LISTED, debt, event("delist", "2024-09-12", measure=None))
    assert on("2024-01-01", *acts).status is Status.listed
    found = on("2024-09-12", *acts)
    assert found.status is Status.restricted
    assert [(one.measure, one.state) for one in found.measures] == [("listing", "delisted"), ("debt_ban", "in_force")]


def test_a_regime_keeps_two_listings_of_one_issuer_apart() -> None:
    acts = (
        event("impose", "2021-06-01", regime="A"),
        event("impose", "2021-06-01", regime="B"),
        event("delist", "2022-01-01", regime="A"),
    )
    assert on("2022-01-01", *acts).status is Status.listed
    assert on("2022-02-01", *acts, event("delist", "2022-02-01", regime="B")).status is Status.delisted
    assert on("2022-02-01", *acts[:2], event("delist", "2022-02-01")).status is Status.delisted


def test_what_is_suspended_is_neither_in_force_nor_gone() -> None:
    ban = event("impose", "2020-06-01", measure=MeasureKind.trade_ban)
    acts = (ban, event("suspend", "2024-07-01", measure=MeasureKind.trade_ban))
    assert [on(day, *acts).status for day in ("2024-06-30", "2024-07-01")] == ["restricted", "suspended"]
    again = event("impose", "2024-10-01", measure=MeasureKind.trade_ban)
    assert on("2024-10-01", *acts, again).status is Status.restricted


def test_a_measure_of_which_nobody_says_what_it_is_restricts() -> None:
    assert on("2021-06-01", event("impose", "2021-06-01", measure=None)).status is Status.restricted


def test_an_uncertain_day_leaves_both_possible_and_counts_from_its_latest() -> None:
    act = event("impose", "2023-08-01/2023-08-31")
    for day, status, possible in (
        ("2023-07-31", "none", {"none"}),
        ("2023-08-01", "none", {"none", "listed"}),
        ("2023-08-30", "none", {"none", "listed"}),
        ("2023-08-31", "listed", {"listed"}),
    ):
        found = on(day, act)
        assert told(found) == (status, possible)


def test_a_licence_shows_a_listing_that_nobody_was_seen_to_impose() -> None:
    licence = event("license", "2024-06-20", instrument="GL 1")
    before, after = on("2024-06-19", licence), on("2024-06-20", licence)
    assert told(before) == ("none", {"none", "listed"})
    assert told(after) == ("listed+licensed", {"listed+licensed"})


def test_the_end_of_a_licence_shows_the_licence_too() -> None:
    end = event("expire", "2021-06-03", instrument="GL 2", of_licence=True, known="2021-05-10")
    assert on("2021-06-02", end).possible == {"none", "listed", "listed+licensed"}
    assert (on("2021-06-03", end).status, on("2021-06-03", end).certain) == (Status.listed, True)


def test_that_a_delisting_is_announced_shows_that_there_may_be_a_listing() -> None:
    found = on("2026-01-01", event("announce", "2025-12-13", announces=frozenset({Kind.delist})))
    assert told(found) == ("none", {"none", "listed"})
    assert on("2026-01-01", event("announce", "2025-12-13")).possible == {Status.none}


def test_a_delisting_shows_that_there_was_a_listing() -> None:
    found = on("2024-09-11", event("delist", "2024-09-12"))
    assert told(found) == ("none", {"none", "listed"})


def test_a_listing_after_a_delisting_stands_again() -> None:
    acts = (LISTED, event("delist", "2022-01-01"), event("impose", "2023-01-01"))
    assert [on(day, *acts).status for day in ("2022-01-01", "2022-12-31", "2023-01-01")] == [
        "delisted",
        "delisted",
        "listed",
    ]
    assert on("2022-06-01", *acts).certain


def test_two_delistings_show_that_it_was_listed_between_them() -> None:
    acts = (LISTED, event("delist", "2022-01-01"), event("delist", "2023-01-01"))
    assert on("2022-06-01", *acts).possible == {"delisted", "listed"}


def test_acts_of_one_day_that_leave_two_things_contradict_each_other() -> None:
    found = on("2021-06-01", LISTED, event("delist", "2021-06-01"))
    assert told(found) == ("contradictory", {"listed", "delisted"})
    assert len(found.evidence) == 2


def test_claims_that_contradict_each_other_are_alternatives() -> None:
    gone = event("delist", "2022-01-01", claim="gone")
    denied = event("delist", "2022-01-01", claim="not gone", denied=True)
    assert on("2022-01-01", LISTED, gone, denied).status is Status.delisted
    found = on("2022-01-01", LISTED, gone, denied, contradicts=[("gone", "not gone")])
    assert told(found) == ("contradictory", {"listed", "delisted"})
    assert on("2021-12-31", LISTED, gone, denied, contradicts=[("gone", "not gone")]).status is Status.listed


def test_of_three_claims_in_a_row_the_outer_two_can_both_be_so() -> None:
    one, middle, other = (
        event("impose", "2021-06-01", claim="one"),
        event("impose", "2021-06-01", claim="middle", measure=MeasureKind.air_ban),
        event("delist", "2022-06-01", claim="other"),
    )
    pairs = [("one", "middle"), ("middle", "other")]
    assert on("2022-06-01", one, middle, other, contradicts=pairs).possible == {"delisted", "restricted"}


def test_a_claim_counts_from_the_day_on_which_it_was_known_until_it_was_taken_back() -> None:
    act = event("impose", "2021-06-01", known="2021-06-05")
    assert on("2021-06-03", act, known_on="2021-06-04").status is Status.none
    assert on("2021-06-03", act, known_on="2021-06-05").status is Status.listed


def test_claims_that_tell_the_same_are_one_act() -> None:
    first, second = event("impose", "2021-06-01"), event("impose", "2021-06-01")
    assert on("2021-06-01", first, second).evidence == (first.claim, second.claim)


def test_a_row_that_is_gone_is_missing_until_an_act_is_cited() -> None:
    earlier, later = ["Bank of Zareche", "Bank of Gora", "Sawmill"], ["Sawmill", "Harbour"]
    cited = on("2024-10-01", LISTED, event("delist", "2024-09-12"))
    assert vanished(earlier, later, {"Bank of Zareche": cited, "Bank of Gora": on("2024-10-01", LISTED)}) == {
        "Bank of Zareche": Gone.delisted,
        "Bank of Gora": Gone.missing,
    }
    assert vanished(earlier, later, {})["Bank of Zareche"] is Gone.missing
