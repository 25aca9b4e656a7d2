"""A figure is right at once after anything is entered, and nobody is derived again of whom nothing changed."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import standing, tally
from habeas.answers.accounts import accounts
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import erase, snapshots, write
from habeas.tally import again
from habeas.tally.count import count
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD
from tests import zalesia

DAYS = [date(2021, 5, 1) + timedelta(days=step) for step in range(0, 90, 7)]
KNOWN = date(2026, 1, 1)


@pytest.fixture
def derived(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many people were derived, each time that a book was wanted."""
    found: list[int] = []
    real: Callable[..., Any] = again.derived_again

    def counted(*how: Any) -> Any:
        kept, many = real(*how)
        found.append(many)
        return kept, many

    monkeypatch.setattr(standing, "derived_again", counted)
    return found


def agree() -> list[tuple[int, int, int]]:
    """The figures of some days, the same by the book and by the plain loop."""
    seen = tally.view(None, Access.staff)
    people = accounts(seen).known(EVERY, KNOWN).people
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
    assert derived == [20, 1, 1, 1, 1]


def test_what_was_taken_back_or_sealed_is_in_no_book(register: Path, derived: list[int]) -> None:
    claims = twenty()
    assert agree()[-1] == (20, 20, 20)
    write.withdraw(claims[:1], WithdrawalReason.register_error, write.actor("Marta Veres"))
    assert agree()[-1] == (19, 19, 19)
    assert derived == [20, 19], "what was held before a withdrawal is not used after it"


def forgotten() -> None:
    standing._held.clear()


def test_a_snapshot_serves_the_next_process(
    register: Path, derived: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "LONG", 10)
    twenty()
    before = agree()
    (found,) = (register / snapshots.FOLDER).iterdir()
    assert found.name.endswith(f"-{tally.view(None, Access.staff).at.seq}"), "it names the entry it stands on"
    forgotten()
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


def test_a_snapshot_that_cannot_be_read_is_none(
    register: Path, derived: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "LONG", 10)
    twenty()
    agree()
    (found,) = (register / snapshots.FOLDER).iterdir()
    (found / "told.json").write_text("{", encoding="utf-8")
    forgotten()
    zalesia.enter(zalesia.act("Somebody 3", "released", "2021-06-01", 900))
    agree()
    assert derived == [20, 20]
