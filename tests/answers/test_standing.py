"""A figure is right at once after anything is entered, and nobody is derived again of whom nothing changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import carried, kept, standing, tally
from habeas.answers.accounts import accounts
from habeas.answers.here import here
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import erase, since, snapshots, write
from habeas.register.folder import UNFINISHED
from habeas.tally import again, onward
from habeas.tally.count import count
from habeas.tally.ids import Ids
from habeas.tally.lens import EVERY
from habeas.tally.packed import packed
from habeas.tally.rule import HELD
from tests import zalesia
from tests.oracle.everybody import everybody

DAYS = [date(2021, 5, 1) + timedelta(days=step) for step in range(0, 90, 7)]
KNOWN = date(2026, 1, 1)


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many people were derived, each time that a book was wanted."""
    found: list[int] = []
    at_once: Callable[..., Any] = again.derived_again
    one_by_one: Callable[..., Any] = onward.went_on

    def all_counted(*how: Any) -> Any:
        made, many = at_once(*how)
        found.append(many)
        return made, many

    def touched_counted(before: Any, table: Any, asked: Any, touched: list[int]) -> Any:
        found.append(len(touched))
        return one_by_one(before, table, asked, touched)

    monkeypatch.setattr(standing, "derived_again", all_counted)
    monkeypatch.setattr(standing, "went_on", touched_counted)
    return found


def agree() -> list[tuple[int, int, int]]:
    """The figures of some days, the same by the book and by the plain loop."""
    seen = tally.view(None, Access.staff)
    people = everybody(accounts(seen), EVERY, KNOWN)
    found = [tally.tally(day, KNOWN, seen).count for day in DAYS]
    plain = [count(people, HELD, day) for day in DAYS]
    assert [(one.low, one.best, one.high) for one in found] == [(one.low, one.best, one.high) for one in plain]
    return [(one.low, one.best, one.high) for one in found]


def twenty() -> list[str]:
    acts = [zalesia.act(f"Somebody {number}", "detained", "2021-05-03", 40 * number) for number in range(20)]
    return list(zalesia.enter(*acts).claims)


def test_after_any_entry_every_figure_is_right_and_only_those_it_touches_are_derived(
    register: Path, derived: list[int]
) -> None:
    claims = twenty()
    agree()
    assert derived == [20]
    freed = zalesia.enter(zalesia.act("Somebody 3", "released", "2021-06-01", 900, latest="2021-06-20")).claims
    agree()
    records = sorted(str(zalesia.record(f"Somebody {number}").body["id"]) for number in (4, 5))
    zalesia.enter(zalesia.judgement(*records))
    agree()
    zalesia.enter(zalesia.link("contradicts", *sorted((claims[3], freed[0]))))
    agree()
    zalesia.enter(zalesia.act("Somebody new", "detained", "2021-05-20", 990))
    agree()
    assert derived == [20, 1, 2, 1, 1], "of a judgement both whom it joins"


def test_what_was_sealed_or_taken_back_for_consent_is_in_no_book(register: Path, derived: list[int]) -> None:
    claims, by = twenty(), write.actor("Marta Veres")
    assert agree()[-1] == (20, 20, 20)
    write.withdraw(claims[:1], WithdrawalReason.register_error, by)
    assert agree()[-1] == (19, 19, 19)
    assert derived == [20, 1], "who entered it wrongly has nothing to hide"
    write.withdraw(claims[1:2], WithdrawalReason.consent, by)
    assert agree()[-1] == (18, 18, 18)
    write.set_access(Access.sealed, by, "Marta Veres", claims=claims[2:3])
    assert agree()[-1] == (17, 17, 17)
    assert derived == [20, 1, 18, 17], "nothing that was held before is used after it"


def test_of_many_who_are_touched_fingerprints_tell_who_changed(
    register: Path, derived: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    twenty()
    agree()
    monkeypatch.setattr(since, "MOST_ENTRIES", 1)
    zalesia.enter(zalesia.act("Somebody 3", "released", "2021-06-01", 900))
    assert agree()[-1] == (19, 19, 19)
    assert derived == [20, 1]


def test_a_figure_tells_of_the_same_people_when_its_table_has_been_made_again(register_sqlite: Path) -> None:
    """After an entry a table that is made again numbers people otherwise than the book that went on."""
    twenty()
    tally.tally(DAYS[-1], KNOWN, tally.view(None, Access.staff))
    zalesia.enter(zalesia.act("Somebody 3", "sentenced", "2021-06-01", 900))
    seen = tally.view(None, Access.staff)
    every, found = accounts(seen), tally.tally(DAYS[-1], KNOWN, seen)
    told = [(one.person, one.claims) for one in found.listed]
    for number in range(carried.MOST):
        every.table(replace(EVERY, name=f"lens {number}"))
    assert [(one.person, one.claims) for one in found.listed] == told, "a kept figure"
    again = here(every, HELD, EVERY, DAYS[-1], KNOWN)
    assert [(one.person, one.claims) for one in again.people] == told, "and one worked out now"
    ready = every.ready(HELD, EVERY)
    assert isinstance(ready.table.people, Ids)
    assert ready.table.people.follows(ready.current.people)


def test_a_snapshot_serves_the_next_process(
    register: Path, derived: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "LONG", 10)
    twenty()
    before = agree()
    (found,) = (register / snapshots.FOLDER).iterdir()
    assert found.name.endswith(f"-{tally.view(None, Access.staff).at.seq}"), "it names the entry it stands on"
    kept.forget()
    zalesia.enter(zalesia.act("Somebody 3", "released", "2021-06-01", 900))
    after = agree()
    assert derived == [20, 1]
    assert after[0] == before[0]
    assert after[-1] == (19, 19, 19)


def test_an_erasure_leaves_no_snapshot(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing, "LONG", 10)
    claims = twenty()
    agree()
    assert list((register / snapshots.FOLDER).iterdir())
    erase.erase(write.actor("Marta Veres"), "her own wish", "Marta Veres", claims=claims[:1])
    assert not (register / snapshots.FOLDER).exists()
    assert agree()[-1] == (19, 19, 19)
    for file in (register / snapshots.FOLDER).rglob("*"):
        assert claims[0].encode() not in (file.read_bytes() if file.is_file() else b"")


def snapshot_bytes(register: Path) -> bytes:
    return b"".join(file.read_bytes() for file in (register / snapshots.FOLDER).rglob("*") if file.is_file())


def test_who_derived_while_something_was_erased_leaves_no_snapshot_of_it(
    register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "LONG", 10)
    claims, by = twenty(), write.actor("Marta Veres")

    def meanwhile(one: Any) -> Any:
        erase.erase(by, "her own wish", "Marta Veres", claims=claims[:1])
        return packed(one)

    monkeypatch.setattr(standing, "packed", meanwhile)
    accounts(tally.view(None, Access.staff)).book(HELD, EVERY)
    assert claims[0].encode() not in snapshot_bytes(register)
    monkeypatch.setattr(standing, "packed", packed)
    accounts(tally.view(None, Access.staff)).book(HELD, EVERY)
    assert claims[1].encode() in snapshot_bytes(register)


def test_while_an_erasure_is_not_finished_no_snapshot_is_kept(register: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads in a transaction that began before sees nothing of it: the file says so to everybody."""
    monkeypatch.setattr(standing, "LONG", 10)
    claims = twenty()
    (register / UNFINISHED).write_text("run `habeas erase --finish`\n", encoding="utf-8")
    agree()
    assert snapshot_bytes(register) == b""
    (register / UNFINISHED).unlink()
    kept.forget()
    agree()
    assert claims[0].encode() in snapshot_bytes(register)


def test_a_snapshot_that_cannot_be_read_is_none(
    register: Path, derived: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "LONG", 10)
    twenty()
    agree()
    (found,) = (register / snapshots.FOLDER).iterdir()
    (found / "told.json").write_text("{", encoding="utf-8")
    kept.forget()
    zalesia.enter(zalesia.act("Somebody 3", "released", "2021-06-01", 900))
    agree()
    assert derived == [20, 20]
