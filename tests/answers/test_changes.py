"""What changed between two figures: each name with its reason, what was revised apart from what happened, adding up."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import counted_by, flow_changes, tally
from habeas.answers.changes import Changes, Figure, changes
from habeas.answers.compared import compared
from habeas.answers.public import AskError
from habeas.answers.reasons import Reason, Why
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import write
from habeas.register.draft import Draft
from habeas.tally.rule import HELD
from tests import zalesia

JUNE, JULY, AUGUST = date(2021, 6, 1), date(2021, 7, 1), date(2021, 8, 1)


def between(earlier: tuple[date, date], later: tuple[date, date], rule: str = "", since: str | None = None) -> Changes:
    seen = tally.view(None, Access.staff)
    then = tally.view(since, Access.staff) if since else seen
    found = changes(Figure(*earlier, then), Figure(*later, seen), counted_by.rule_named(rule, seen))
    for end, bound in enumerate(("low", "best", "high")):
        by_reason = sum(one[end] for one in found.by_reason().values())
        assert by_reason == found.now[end] - found.before[end], bound
    for figure, bounds in ((found.earlier, found.before), (found.later, found.now)):
        counted = tally.tally(figure.as_of, figure.known_on, figure.seen, found.rule).count
        assert (counted.low, counted.best, counted.high) == bounds
    return found


def told(found: Changes) -> dict[str, tuple[str, int]]:
    return {one.name: (one.why.reason.value, one.by.best) for one in found.changes}


def claims(*drafts: list[Draft]) -> list[str]:
    return list(zalesia.enter(*drafts).claims)


def test_what_happened_is_told_apart_from_what_was_learned(register: Path) -> None:
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    freed, late, taken = claims(
        zalesia.act("Alice", "released", "2021-06-20", 20, known="2021-06-21"),
        zalesia.act("Bob", "detained", "2021-05-10", 40, known="2021-07-20"),
        zalesia.act("Charlie", "detained", "2021-06-25", 60, known="2021-07-25"),
    )
    found = between((JUNE, JUNE), (JULY, AUGUST))
    assert told(found) == {"Alice": ("new_event", -1), "Bob": ("late_report", 1), "Charlie": ("new_event", 1)}
    assert {one.name: one.why.claims for one in found.changes} == {
        "Alice": (freed,),
        "Bob": (late,),
        "Charlie": (taken,),
    }
    assert [one.name for one in found.of(Reason.new_event)] == ["Charlie", "Alice"]


def test_who_was_added_and_may_have_been_held_before_is_no_new_event(register: Path) -> None:
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    seen = zalesia.act("Bob", "held", "2021-06-20", 40, known="2021-07-20")
    undated = zalesia.act("Charlie", "held", "2021-06-20", 60, known="2021-07-20")
    del undated[1].body["when"]
    sighting, listed = claims(seen, undated)
    found = between((JUNE, JUNE), (AUGUST, AUGUST))
    assert found.by_reason() == {Reason.late_report: (2, 2, 2)}
    assert {one.name: (one.by, one.why.claims) for one in found.changes} == {
        "Bob": ((1, 1, 1), (sighting,)),
        "Charlie": ((1, 1, 1), (listed,)),
    }


def test_who_was_learned_late_to_be_out_and_may_have_been_out_before_is_no_new_event(register: Path) -> None:
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    record, release = zalesia.act("Alice", "released", "2021-06-20", 40, known="2021-07-20")
    release.body["when"] |= {"edtf": "2021-05-20/2021-06-20", "original": "after 20 May", "earliest": "2021-05-20"}
    (freed,) = claims([record, release])
    found = between((JUNE, JUNE), (AUGUST, AUGUST))
    assert [(one.by, one.why) for one in found.changes] == [((-1, -1, -1), Why(Reason.late_report, (freed,)))]


def test_an_uncertain_day_that_was_known_of_already_is_told_where_it_falls(register_sqlite: Path) -> None:
    record, arrest = zalesia.act("Alice", "detained", "2021-06-20", 0, known="2021-06-21")
    arrest.body["when"] |= {"edtf": "2021-06", "original": "in June", "earliest": "2021-06-01", "latest": "2021-06-30"}
    zalesia.enter([record, arrest])
    found = between((date(2021, 6, 10), JULY), (JULY, JULY))
    assert found.by_reason() == {Reason.new_event: (1, 1, 0)}


def test_of_whom_there_was_no_sign_any_more_nothing_happened(register: Path) -> None:
    zalesia.enter(zalesia.rule("seen of late", stale_after=60))
    seen, _ = claims(
        zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"),
        zalesia.act("Bob", "detained", "2021-05-03", 40, known="2021-05-04"),
    )
    (freed,) = claims(zalesia.act("Bob", "released", "2021-07-20", 80, known="2021-07-21"))
    found = between((JUNE, JUNE), (AUGUST, AUGUST), rule="seen of late")
    assert {one.name: (one.by, one.why) for one in found.changes} == {
        "Alice": ((-1, 0, 0), Why(Reason.no_sign, (seen,))),
        "Bob": ((-1, -1, -1), Why(Reason.new_event, (freed,))),
    }


def test_what_its_source_took_back_or_changed_is_a_correction(register: Path) -> None:
    wrong, _ = claims(
        zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"),
        zalesia.act("Bob", "detained", "2021-05-03", 40, known="2021-05-04"),
    )
    write.withdraw([wrong], WithdrawalReason.source_retracted, write.actor("Marta Veres"), day="2021-06-10")
    found = between((JUNE, JUNE), (JUNE, JULY))
    assert told(found) == {"Alice": ("correction", -1)}
    assert found.changes[0].why.claims == (wrong,)


def test_what_was_recorded_since_of_what_was_known_by_then_is_coverage(register: Path) -> None:
    first = zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    zalesia.enter(zalesia.act("Bob", "detained", "2021-05-10", 40, known="2021-05-11"))
    found = between((JUNE, JUNE), (JUNE, JUNE), since=str(first.head))
    assert told(found) == {"Bob": ("coverage", 1)}


def test_what_the_register_took_back_itself_is_a_correction(register: Path) -> None:
    first = zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    write.withdraw(first.claims, WithdrawalReason.register_error, write.actor("Marta Veres"))
    found = between((JUNE, JUNE), (JULY, JULY), since=str(first.head))
    assert told(found) == {"Alice": ("correction", -1)}


def test_who_was_judged_to_be_one_is_identity(register: Path) -> None:
    first = zalesia.enter(
        zalesia.act("Yazep Kalyada", "detained", "2021-05-03", 0, known="2021-05-04"),
        zalesia.act("Язэп Каляда", "detained", "2021-05-03", 40, known="2021-05-04"),
    )
    records = [str(zalesia.record(name).body["id"]) for name in ("Yazep Kalyada", "Язэп Каляда")]
    zalesia.enter(zalesia.judgement(*sorted(records)))
    found = between((JUNE, JUNE), (JULY, JULY), since=str(first.head))
    assert [(one.why.reason, one.by) for one in found.changes] == [(Reason.identity, (-1, -1, -1))]
    assert set(found.changes[0].why.claims) == set(first.claims)


def test_one_person_can_have_been_revised_and_have_moved(register: Path) -> None:
    claims(
        zalesia.act("Bob", "detained", "2021-05-10", 40, known="2021-06-20"),
        zalesia.act("Bob", "released", "2021-06-25", 60, known="2021-06-26"),
    )
    found = between((JUNE, JUNE), (JULY, JULY))
    assert [(one.why.reason.value, one.by.best) for one in found.changes] == [("late_report", 1), ("new_event", -1)]
    assert found.now == found.before == (0, 0, 0)


def test_a_figure_compared_with_itself_has_no_changes(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    assert between((JUNE, JULY), (JUNE, JULY)).changes == ()


def test_the_earlier_figure_is_named_first_and_a_flow_is_refused(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    zalesia.enter(zalesia.rule("freed", quantity="outflow", unit="detentions", period="month"))
    with pytest.raises(AskError, match="name it first"):
        between((JULY, JULY), (JUNE, JULY))
    with pytest.raises(AskError, match="is an outflow"):
        between((JUNE, JUNE), (JULY, JULY), rule="freed")


def published(number: str, day: str, known: str, start: int = 900) -> Draft:
    when = {"original": day, "edtf": day, "earliest": day, "latest": day, "extent": "within", "meaning": "as_of"}
    figure = {"kind": "stock", "subject": "people in custody", "low": number, "comparator": "=", "unit": "person"}
    return zalesia.claim(f"{number} held.", start, type="figure", when=when, figure=figure, known=known)


def test_a_published_figure_is_led_to_the_computed_one_in_steps_that_add_up(register: Path) -> None:
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    zalesia.enter(zalesia.act("Bob", "detained", "2021-05-10", 40, known="2021-07-20"))
    lantern = str(zalesia.agent().body["id"])
    zalesia.enter(zalesia.rule("as the Lantern Group counts", publisher=lantern))
    (claim,) = zalesia.enter(published("5", "2021-06-01", "2021-06-02")).claims
    found = compared(claim, tally.view(None, Access.staff), AUGUST)
    assert (found.rule.name, found.own_rule, found.number) == ("as the Lantern Group counts", True, 5)
    assert found.bridge() == [("published", 5), ("not named then", -4), ("late_report", 1), ("computed now", 2)]
    assert sum(number for _, number in found.bridge()[:-1]) == found.now.best
    assert found.as_json()["not_explained"] == 3
    assert compared(claim, tally.view(None, Access.staff), AUGUST, HELD).own_rule is False


def test_what_is_no_figure_is_refused(register_sqlite: Path) -> None:
    (claim,) = zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0)).claims
    with pytest.raises(AskError, match="no published figure"):
        compared(claim, tally.view(None, Access.staff), AUGUST)


def test_the_claim_that_makes_the_difference_comes_before_those_that_bear_it_out(register: Path) -> None:
    zalesia.enter(zalesia.act("Bob", "detained", "2021-04-03", 0, known="2021-04-04"))
    second, first, sentenced, freed = claims(
        zalesia.act("Bob", "released", "2021-05-20", 20, known="2021-07-15"),
        zalesia.act("Bob", "released", "2021-05-20", 40, known="2021-07-10"),
        zalesia.act("Alice", "sentenced", "2021-05-06", 60, known="2021-07-12"),
        zalesia.act("Alice", "released", "2021-07-15", 80, known="2021-07-21"),
    )
    zalesia.enter(zalesia.one_act(*sorted((first, second))))
    found = between((JUNE, JUNE), (JUNE, AUGUST))
    why = {one.name: one.why for one in found.changes}
    assert (why["Bob"].claims, why["Bob"].also) == ((first,), (second,))
    assert (why["Alice"].claims, why["Alice"].also) == ((sentenced,), (freed,))
    assert found.changes[0].as_json()["also"]


def test_of_claims_learned_on_one_day_that_which_decides_is_named_and_always_the_same(register_sqlite: Path) -> None:
    days = ("2021-01-04", "2021-02-04", "2021-03-04", "2021-04-04")
    held = (zalesia.act("Alice", "held", day, 20 * place, known="2021-07-10") for place, day in enumerate(days))
    *_, last = claims(*held)
    (one,) = between((JUNE, JUNE), (JUNE, AUGUST)).changes
    assert (one.why.reason, one.why.claims) == (Reason.late_report, (last,))
    assert len(one.why.also) == 0


def test_who_was_arrested_and_sentenced_between_is_in_by_the_arrest(register: Path) -> None:
    taken, *_ = claims(
        zalesia.act("Alice", "detained", "2021-06-05", 0, known="2021-06-06"),
        zalesia.act("Alice", "detained", "2021-06-05", 20, known="2021-07-01"),
        zalesia.act("Alice", "sentenced", "2021-07-20", 40, known="2021-07-21"),
    )
    (one,) = between((JUNE, JUNE), (AUGUST, AUGUST)).changes
    assert (one.why.reason, one.why.claims) == (Reason.new_event, (taken,))


def test_of_a_correction_the_claim_that_its_source_took_back_is_the_reason(register: Path) -> None:
    wrong, _ = claims(
        zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"),
        zalesia.act("Alice", "detained", "2021-06-20", 20, known="2021-06-21"),
    )
    write.withdraw([wrong], WithdrawalReason.source_retracted, write.actor("Marta Veres"), day="2021-06-10")
    (one,) = between((JUNE, JUNE), (JUNE, JULY)).changes
    assert (one.why.reason, one.why.claims) == (Reason.correction, (wrong,))


def of_flow(first: tuple[date, date], last: tuple[date, date], rule: str, **more: Any) -> Changes:
    seen = tally.view(None, Access.staff)
    figures = (Figure(*first, seen), Figure(*last, seen))
    return flow_changes.changes(*figures, counted_by.rule_named(rule, seen), **more)


def test_a_flow_is_changed_by_what_was_learned_taken_back_and_taken_in(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.rule("freed", quantity="outflow", unit="detentions", period="month"))
    zalesia.enter(zalesia.act("Alice", "released", "2021-06-03", 0, known="2021-06-04"))
    gone = zalesia.enter(zalesia.act("Bob", "released", "2021-06-05", 20, known="2021-06-06"))
    zalesia.enter(zalesia.act("Cyd", "released", "2021-06-07", 40, known="2021-07-20"))
    zalesia.enter(zalesia.round_of(20, 30, 60, day="2021-06-08", known="2021-06-09"))
    there = zalesia.round_of(7, 7, 80, day="2021-06-09", known="2021-07-21", place={"name": "Bystrany"})
    zalesia.enter(there, zalesia.coverage("2021-07-15"))
    write.withdraw(gone.claims, WithdrawalReason.source_retracted, write.actor(zalesia.EDITOR), day="2021-07-02")
    end, late = date(2021, 6, 30), date(2021, 7, 31)
    found = of_flow((end, end), (end, late), "freed")
    assert {one.name: (one.why.reason.value, one.by.best, one.group) for one in found.changes} == {
        "Bob": ("correction", -1, False),
        "Cyd": ("late_report", 1, False),
        "round 80": ("coverage", 7, True),
    }
    (taken,) = found.of(Reason.coverage)
    assert taken.why.coverage
    assert taken.why.claims == (there[1].body["id"],)
    assert taken.as_json()["group"] == there[0].body["id"]
    ends = zip(found.before, *(one.by for one in found.changes), strict=True)
    assert tuple(found.now) == tuple(map(sum, ends))
    with pytest.raises(AskError, match="name it first"):
        of_flow((end, late), (end, end), "freed")


def test_between_the_flows_of_two_months_those_of_each_are_told(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.rule("freed", quantity="outflow", unit="detentions", period="month"))
    zalesia.enter(zalesia.act("Alice", "released", "2021-06-03", 0, known="2021-06-04"))
    zalesia.enter(zalesia.act("Bob", "released", "2021-07-05", 20, known="2021-07-06"))
    zalesia.enter(zalesia.round_of(20, 30, 60, day="2021-07-08", known="2021-07-09"))
    found = of_flow((date(2021, 6, 30), date(2021, 6, 30)), (date(2021, 7, 31), date(2021, 7, 31)), "freed")
    assert [(one.name, one.by.best) for one in found.of(Reason.new_event)] == [
        ("round 60", 20),
        ("Bob", 1),
        ("Alice", -1),
    ]
    assert (found.before.best, found.now.best) == (1, 21)
