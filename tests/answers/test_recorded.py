"""What the register recorded since of what was known before, and what it judged: the claim, or the judgement, named."""

from datetime import date
from pathlib import Path
from typing import Any

from habeas.answers import told
from habeas.answers.changes import Change, Figure, changes
from habeas.answers.reasons import Reason
from habeas.answers.tally import view
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import write
from habeas.register.draft import Draft
from tests import zalesia

DAY, KNOWN = date(2024, 3, 15), date(2024, 12, 31)


def since(head: object, known: date = KNOWN) -> list[Change]:
    """What changed of one day, as known on one day, since an entry."""
    then, now = view(str(head), Access.staff), view(None, Access.staff)
    found = changes(Figure(DAY, known, then), Figure(DAY, known, now))
    assert sum(one.by.best for one in found.changes) == found.now.best - found.before.best
    return list(found.changes)


def arrest(name: str = "Alice", start: int = 0, day: str = "2024-01-10", **said: Any) -> list[Draft]:
    return zalesia.act(name, "detained", day, start, **{"known": "2024-01-12", **said})


def test_who_is_out_by_a_release_recorded_since_is_no_correction(register: Path) -> None:
    first = zalesia.enter(arrest())
    (freed,) = zalesia.enter(zalesia.act("Alice", "released", "2024-02-20", 20, known="2024-06-01")).claims
    (one,) = since(first.head)
    assert (one.name, one.by.best, one.why.reason, one.why.claims) == ("Alice", -1, Reason.coverage, (freed,))
    assert one.why.recorded
    assert one.why.coverage is None, "no keeper declared it"


def test_who_is_in_by_an_arrest_recorded_since_is_named_with_it_alone(register: Path) -> None:
    first = zalesia.enter(arrest(), zalesia.act("Alice", "released", "2024-02-20", 20, known="2024-02-21"))
    (again,) = zalesia.enter(arrest(day="2024-03-01", start=40, known="2024-03-02")).claims
    (one,) = since(first.head)
    assert (one.by.best, one.why.reason, one.why.claims) == (1, Reason.coverage, (again,))


def test_what_its_source_changed_and_the_register_recorded_since_is_a_correction(register: Path) -> None:
    record, claim = zalesia.act("Alice", "released", "2024-03-09", 20, known="2024-03-11")
    first = zalesia.enter(arrest(), [record, claim])
    later = zalesia.act("Alice", "released", "2024-03-20", 20)[1].body
    write.withdraw(
        [str(claim.body["id"])], WithdrawalReason.source_corrected, write.actor("Marta Veres"), day="2024-08-01"
    )
    zalesia.enter(zalesia.act("Alice", "released", "2024-03-20", 60, known="2024-08-01"))
    (one,) = since(first.head)
    assert (one.by.best, one.why.reason) == (1, Reason.correction)
    assert one.why.claims[0] == claim.body["id"] == later["id"]


def test_what_the_register_took_back_is_a_correction_even_where_more_was_recorded_since(register: Path) -> None:
    first = zalesia.enter(arrest())
    write.withdraw(first.claims, WithdrawalReason.register_error, write.actor("Marta Veres"))
    zalesia.enter(zalesia.act("Alice", "released", "2024-02-20", 20, known="2024-06-01"))
    (one,) = since(first.head)
    assert (one.by.best, one.why.reason, one.why.claims[0]) == (-1, Reason.correction, first.claims[0])


def test_two_records_judged_one_name_the_judgement_and_are_not_out(register: Path) -> None:
    first = zalesia.enter(arrest("Yazep Kalyada"), arrest("Язэп Каляда", 40))
    one, other = sorted(str(zalesia.record(name).body["id"]) for name in ("Yazep Kalyada", "Язэп Каляда"))
    judged = zalesia.judgement(one, other)
    zalesia.enter(judged)
    (change,) = since(first.head)
    assert (change.by.best, change.why.reason) == (-1, Reason.identity)
    assert change.why.identity is not None
    assert [(each.id, each.verdict) for each in change.why.identity.judgements] == [(judged.body["id"], "same")]
    assert told.moved(change) == "counted twice, now once"
    assert told.judged(change) == "two records judged one"
    assert set(change.why.claims) == set(first.claims)
    (told_of,) = change.as_json()["judgements"]
    assert (told_of["id"], told_of["verdict"]) == (judged.body["id"], "same")


def test_who_is_out_since_records_were_judged_one_is_out(register: Path) -> None:
    first = zalesia.enter(
        arrest("Yazep Kalyada"), zalesia.act("Язэп Каляда", "released", "2024-02-20", 40, known="2024-02-21")
    )
    taken, freed = first.claims
    zalesia.enter(
        zalesia.judgement(*sorted(str(zalesia.record(name).body["id"]) for name in ("Yazep Kalyada", "Язэп Каляда")))
    )
    (change,) = since(first.head)
    assert (change.why.reason, told.moved(change)) == (Reason.identity, "out")
    assert told.judged(change) == "two records judged one"
    assert change.why.claims == (freed, taken), "the release on the other record first"


def test_records_judged_one_no_longer_are_told_with_the_judgement_that_was_taken_back(register: Path) -> None:
    one, other = sorted(str(zalesia.record(name).body["id"]) for name in ("Yazep Kalyada", "Язэп Каляда"))
    first = zalesia.enter(arrest("Yazep Kalyada"), arrest("Язэп Каляда", 40), zalesia.judgement(one, other))
    zalesia.enter(zalesia.judgement(one, other, "different"))
    (change,) = since(first.head)
    assert (change.by.best, told.moved(change)) == (1, "counted once, now twice")
    assert told.judged(change) == "two records no longer judged one"
    assert change.why.identity is not None
    assert [each.verdict for each in change.why.identity.judgements] == ["different"]
