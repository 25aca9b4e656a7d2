"""Whether measures reached a status or kept it: acts count, announcements do not; a planned end reverses nothing."""

from datetime import date

from habeas.bargain.measured import keeps, reaches
from habeas.bargain.progress import Reached
from habeas.bargain.terms import Keeps, Reaches, Window
from habeas.claims.bargain import MeasureGoal
from habeas.claims.vocabulary import MeasureEventKind as Kind
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
    return MeasureEvent(claim, 1, kind=kind, issuer="norland", target="timber", **told)  # type: ignore[arg-type]


IMPOSED = event(Kind.impose, "2020-06-02")
ANNOUNCED = event(Kind.announce, "2024-05-28")
LICENSED = event(Kind.license, "2024-06-20", instrument="GL 1")


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
