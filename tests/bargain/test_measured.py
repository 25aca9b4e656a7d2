"""Whether measures reached a status or kept it: acts count, announcements do not; a planned end reverses nothing."""

from datetime import date

from habeas.bargain.measured import keeps, reaches
from habeas.bargain.progress import Reached
from habeas.bargain.terms import Keeps, Reaches, Window
from habeas.claims.bargain import MeasureGoal
from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.vocabulary import MeasureKind
from habeas.measures.event import Days, MeasureEvent

JUNE = Window(date(2024, 6, 1), date(2024, 6, 30), "in June")
OPEN = Window(date(2024, 6, 1), None, "no day is stated")
END = date(2024, 12, 31)


def event(kind: Kind, first: str, last: str | None = None, **other: object) -> MeasureEvent:
    """An act of Norland on timber."""
    days = Days(date.fromisoformat(first), date.fromisoformat(last or first))
    when = {"announced": days} if kind is Kind.announce else {"issued": days}
    claim = str(other.pop("claim", f"{kind} {first}"))
    told = {"known": days.latest, **when, **other}
    # each test gives the fields that it is about, of whatever type
    return MeasureEvent(claim, 1, kind=kind, issuer="norland", target="timber", **told)  # type: ignore[arg-type]


IMPOSED = event(Kind.impose, "2020-06-02")
ANNOUNCED = event(Kind.announce, "2024-05-28")
LICENSED = event(Kind.license, "2024-06-20", instrument="GL 1")


# the evidence is read by its fields alone, which are of the kernel under test
def licensed(*events: MeasureEvent, window: Window = OPEN, as_of: date = END, goal: str = "licensed"):  # type: ignore[no-untyped-def]
    """How far the licence has come."""
    return reaches(Reaches("Norland", ("timber",), MeasureGoal(goal)), {"timber": events}, window, as_of)


def test_an_announcement_reaches_nothing_and_is_evidence() -> None:
    found = licensed(IMPOSED, ANNOUNCED)
    assert (found.in_window, found.spoken, found.done) == (Reached.no, True, 0)
    assert set(found.claims) == {ANNOUNCED.claim, IMPOSED.claim}


def test_what_is_announced_after_it_was_reached_is_no_evidence_of_it() -> None:
    later = event(Kind.announce, "2024-06-25")
    assert set(licensed(IMPOSED, ANNOUNCED, LICENSED, later).claims) == {ANNOUNCED.claim, LICENSED.claim}


def test_a_licence_reaches_licensed_and_does_not_delist() -> None:
    assert licensed(IMPOSED, LICENSED).in_window is Reached.yes
    assert licensed(IMPOSED, LICENSED, goal="delisted").in_window is Reached.no
    assert licensed(IMPOSED, LICENSED, as_of=date(2024, 6, 19)).in_window is Reached.no


def test_what_goes_further_reaches_it_too() -> None:
    assert licensed(IMPOSED, event(Kind.delist, "2024-06-20")).in_window is Reached.yes
    assert licensed(IMPOSED, event(Kind.delist, "2024-06-20"), goal="suspended").in_window is Reached.yes


def test_what_was_eased_before_the_window_was_not_eased_in_it() -> None:
    early = event(Kind.license, "2024-01-01", instrument="GL 0")
    assert licensed(IMPOSED, early).in_window is Reached.no


def test_after_the_window_it_is_late() -> None:
    late = event(Kind.license, "2024-07-02", instrument="GL 1")
    found = licensed(IMPOSED, late, window=JUNE)
    assert (found.in_window, found.by_now) == (Reached.no, Reached.yes)


def test_an_uncertain_day_leaves_it_open() -> None:
    vague = event(Kind.license, "2024-06-20", "2024-07-05", instrument="GL 1")
    found = licensed(IMPOSED, vague, window=JUNE)
    assert (found.in_window, found.by_now) == (Reached.unsure, Reached.yes)


def test_a_licence_revoked_is_undone_and_one_that_ends_as_planned_is_not() -> None:
    revoked = event(Kind.revoke, "2024-08-01", instrument="GL 1")
    assert licensed(IMPOSED, LICENSED, revoked).undone
    assert not licensed(IMPOSED, LICENSED, revoked, as_of=date(2024, 7, 1)).undone
    ended = event(Kind.expire, "2024-08-01", instrument="GL 1")
    assert not licensed(IMPOSED, LICENSED, ended).undone
    again = event(Kind.impose, "2024-09-01")
    assert licensed(IMPOSED, event(Kind.delist, "2024-06-20"), again, goal="delisted").undone


def test_all_targets_must_reach_it() -> None:
    query = Reaches("Norland", ("timber", "bank"), MeasureGoal.licensed)
    found = reaches(query, {"timber": [IMPOSED, LICENSED]}, OPEN, END)
    assert (found.in_window, found.done, found.needed, found.some) == (Reached.no, 1, 2, True)
    assert found.notes == ("nothing admitted tells of a measure of Norland on bank",)


def test_nobody_speaks_of_it() -> None:
    assert not licensed().spoken
    denied = event(Kind.license, "2024-06-20", denied=True)
    assert not licensed(denied).spoken


def test_a_status_is_kept_until_an_act_takes_it_away() -> None:
    query = Keeps("Norland", ("timber",), MeasureGoal.suspended)
    suspended = event(Kind.suspend, "2024-05-01")
    kept = keeps(query, {"timber": [IMPOSED, suspended]}, JUNE, END)
    assert (kept.in_window, kept.prohibits, kept.spoken) == (Reached.yes, True, True)
    again = event(Kind.impose, "2024-06-10")
    broken = keeps(query, {"timber": [IMPOSED, suspended, again]}, JUNE, END)
    assert (broken.in_window, broken.claims) == (Reached.no, (again.claim,))
    vague = event(Kind.impose, "2024-06-25", "2024-07-10")
    assert keeps(query, {"timber": [IMPOSED, suspended, vague]}, JUNE, END).in_window is Reached.unsure


def test_another_licence_that_ends_reverses_nothing() -> None:
    older = event(Kind.license, "2024-01-10", instrument="GL 0")
    assert not licensed(IMPOSED, older, LICENSED, event(Kind.revoke, "2024-08-01", instrument="GL 0")).undone
    instead = event(Kind.license, "2024-07-20", instrument="GL 1A")
    replaced = event(Kind.revoke, "2024-07-21", instrument="GL 1")
    assert not licensed(IMPOSED, LICENSED, instead, replaced).undone
    assert licensed(IMPOSED, LICENSED, replaced).undone
    unheard_of = event(Kind.revoke, "2024-08-01", instrument="one of them")
    assert not licensed(IMPOSED, LICENSED, unheard_of).undone, "nothing says that it is a licence"
    of_one = event(Kind.revoke, "2024-08-01", instrument="one of them", of_licence=True)
    assert licensed(IMPOSED, LICENSED, of_one).undone, "it can only be the one that is on record"


def test_a_licence_is_not_taken_away_by_another_measure_nor_a_delisting_reversed_by_it() -> None:
    listed = event(Kind.impose, "2020-06-02", measure=MeasureKind.listing)
    debt = event(Kind.impose, "2024-09-01", measure=MeasureKind.debt_ban)
    assert not licensed(listed, LICENSED, debt).undone
    off = event(Kind.delist, "2024-06-20")
    assert not licensed(listed, off, debt, goal="delisted").undone
    again = event(Kind.impose, "2024-09-01", measure=MeasureKind.listing)
    assert licensed(listed, off, again, goal="delisted").undone


def test_the_end_of_another_measure_delists_nobody() -> None:
    listed = event(Kind.impose, "2020-06-02", measure=MeasureKind.listing)
    end = event(Kind.revoke, "2024-06-20", measure=MeasureKind.debt_ban)
    assert licensed(listed, end, goal="delisted").in_window is Reached.no
    debt = event(Kind.impose, "2020-06-02", measure=MeasureKind.debt_ban)
    assert licensed(debt, end, goal="delisted").in_window is Reached.yes, "there is no listing: it is what there was"


def test_a_planned_end_that_was_put_off_reaches_nothing() -> None:
    planned = event(Kind.expire, "2024-07-01", known=date(2023, 7, 1))
    longer = event(Kind.extend, "2024-06-25", until=Days(date(2025, 7, 1), date(2025, 7, 1)))
    assert licensed(IMPOSED, planned, longer, goal="delisted").in_window is Reached.no
    assert licensed(IMPOSED, planned, goal="delisted").in_window is Reached.yes


def test_an_act_that_a_claim_contradicts_is_not_sure() -> None:
    denial = event(Kind.license, "2024-06-20", claim="denial", instrument="GL 1", denied=True)
    query, events = Reaches("Norland", ("timber",), MeasureGoal.licensed), {"timber": [IMPOSED, LICENSED, denial]}
    assert reaches(query, events, OPEN, END, {(LICENSED.claim, "denial")}).in_window is Reached.unsure
    assert reaches(query, events, OPEN, END, {(LICENSED.claim, "not known yet")}).in_window is Reached.yes
    revoked = event(Kind.revoke, "2024-08-01", instrument="GL 1")
    not_so = event(Kind.revoke, "2024-08-01", claim="not so", instrument="GL 1", denied=True)
    events = {"timber": [IMPOSED, LICENSED, revoked, not_so]}
    found = reaches(query, events, OPEN, END, {(revoked.claim, "not so")})
    assert (found.undone, found.undone_unsure) == (False, True)


def test_a_reversal_of_an_uncertain_day_is_by_its_latest_and_not_sure() -> None:
    off = event(Kind.delist, "2024-06-20")
    vague = event(Kind.impose, "2024-06-01", "2024-12-20")
    for as_of, undone in ((END, True), (date(2024, 7, 1), False)):
        found = licensed(IMPOSED, off, vague, as_of=as_of, goal="delisted")
        assert (found.undone, found.undone_unsure) == (undone, True)
    sure = licensed(IMPOSED, off, event(Kind.impose, "2024-07-01", "2024-12-20"), goal="delisted")
    assert (sure.undone, sure.undone_unsure) == (True, False)


def test_a_status_that_was_never_had_is_not_kept() -> None:
    for goal in ("delisted", "suspended", "licensed"):
        query = Keeps("Norland", ("timber",), MeasureGoal(goal))
        assert keeps(query, {"timber": [IMPOSED]}, JUNE, END).in_window is Reached.no
        assert keeps(query, {"timber": [ANNOUNCED]}, JUNE, END).in_window is Reached.unsure
    since = Keeps("Norland", ("timber",), MeasureGoal.suspended)
    no_window = Window(None, None, "")
    suspended = event(Kind.suspend, "2024-05-01")
    assert keeps(since, {"timber": [IMPOSED, suspended]}, no_window, END).in_window is Reached.yes
    again = event(Kind.impose, "2024-07-01")
    assert keeps(since, {"timber": [IMPOSED, suspended, again]}, no_window, END).in_window is Reached.no


def test_one_licence_of_two_that_is_revoked_leaves_it_licensed() -> None:
    query = Keeps("Norland", ("timber",), MeasureGoal.licensed)
    older = event(Kind.license, "2024-01-10", instrument="GL 0")
    newer = event(Kind.license, "2024-02-10", instrument="GL 1")
    gone = event(Kind.revoke, "2024-06-10", instrument="GL 0")
    assert keeps(query, {"timber": [IMPOSED, older, newer, gone]}, JUNE, END).in_window is Reached.yes
    both = [IMPOSED, older, newer, gone, event(Kind.revoke, "2024-06-11", instrument="GL 1")]
    assert keeps(query, {"timber": both}, JUNE, END).in_window is Reached.no


def test_a_listing_is_shown_by_what_is_done_to_it() -> None:
    query = Keeps("Norland", ("timber",), MeasureGoal.listed)
    assert keeps(query, {"timber": [LICENSED]}, JUNE, END).in_window is Reached.yes
    assert keeps(query, {"timber": [LICENSED, event(Kind.delist, "2024-06-25")]}, JUNE, END).in_window is Reached.no
    assert keeps(query, {"timber": [event(Kind.delist, "2024-05-25")]}, JUNE, END).in_window is Reached.no
