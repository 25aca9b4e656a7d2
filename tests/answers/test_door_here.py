"""The door of those who are named: what is certain, by convention and possible of acts on rough or disputed days."""

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import door_here
from habeas.answers.accounts import accounts
from habeas.answers.door_here import HereAtTheDoor, at_the_door
from habeas.answers.tally import view
from habeas.claims.vocabulary import Access, Door
from habeas.register.draft import Draft
from habeas.tally.lens import EVERY
from tests import zalesia
from tests.oracle.everybody import everybody

FIRST, LAST, KNOWN = date(2021, 1, 1), date(2021, 6, 30), date(2022, 1, 1)


def here(known_on: date = KNOWN, **how: Any) -> HereAtTheDoor:
    return at_the_door(accounts(view(None, Access.staff)), EVERY, FIRST, LAST, known_on, **how)


def act(kind: str, day: str, start: int, latest: str | None = None, **said: Any) -> list[Draft]:
    return zalesia.act("Alice", kind, day, start, latest, **{"known": "2021-08-01", **said})


def recognised(day: str, start: int) -> list[Draft]:
    record = zalesia.record("Alice")
    when = {"original": day, "edtf": day, "earliest": day, "latest": day, "extent": "within", "meaning": "happened"}
    said = {"record": record.body["id"], "bodies": [str(zalesia.agent().body["id"])]}
    who = [{"role": "subject", "name": "Alice", "record": record.body["id"]}]
    claim = zalesia.claim(
        f"Alice is recognised, {day}.", start, type="recognition", when=when, recognition=said, participants=who
    )
    return [record, Draft("claim", claim.body | {"known": {"basis": "published", "earliest": "2021-08-01"}}, "test")]


def test_an_act_that_may_lie_outside_is_possible_and_by_its_latest_day(register_sqlite: Path) -> None:
    zalesia.enter(act("detained", "2020-03-01", 0), act("pardoned", "2021-06-01", 20, "2021-07-31"))
    assert here().rows[Door.pardoned] == (0, 0, 1)
    assert here().rows[Door.freed] == (0, 0, 1)
    zalesia.enter(act("amnestied", "2020-12-01", 40, "2021-02-01"))
    assert here().rows[Door.pardoned] == (0, 1, 1)


def test_what_is_contradicted_is_never_certain(register_sqlite: Path) -> None:
    ids = zalesia.enter(
        act("detained", "2020-03-01", 0), act("pardoned", "2021-03-01", 20), act("held", "2021-03-02", 40)
    )
    assert here().rows[Door.pardoned] == (1, 1, 1)
    zalesia.enter(zalesia.link("contradicts", ids.claims[1], ids.claims[2]))
    assert here().rows[Door.pardoned] == (0, 1, 1)


def test_one_act_told_of_two_days_is_certain_only_where_both_are(register_sqlite: Path) -> None:
    ids = zalesia.enter(act("detained", "2020-03-01", 0), act("died", "2021-06-30", 20), act("died", "2021-07-02", 40))
    assert here().rows[Door.died] == (1, 1, 1)
    zalesia.enter(zalesia.one_act(ids.claims[1], ids.claims[2]))
    assert here().rows[Door.died] == (0, 0, 1), "its latest day is in July, here as in every count"


def test_a_day_that_several_reports_of_one_act_leave_is_certain(register_sqlite: Path) -> None:
    roughly = act("pardoned", "2021-06-20", 20, "2021-07-31"), act("pardoned", "2021-06-01", 40, "2021-06-30")
    ids = zalesia.enter(act("detained", "2020-03-01", 0), *roughly)
    assert here().rows[Door.pardoned] == (1, 1, 1)
    assert _door_from(date(2021, 6, 10)) == (0, 1, 1)
    zalesia.enter(zalesia.one_act(*ids.claims[1:]))
    assert _door_from(date(2021, 6, 10)) == (1, 1, 1), "it was from the 20th to the 30th"


def _door_from(first: date) -> tuple[int, int, int]:
    low, best, high = at_the_door(accounts(view(None, Access.staff)), EVERY, first, LAST, KNOWN).rows[Door.pardoned]
    return low, best, high


def test_what_contradicts_it_and_was_not_known_yet_makes_nothing_uncertain(register_sqlite: Path) -> None:
    ids = zalesia.enter(
        act("detained", "2020-03-01", 0),
        act("pardoned", "2021-03-01", 20, known="2021-04-01"),
        act("held", "2021-03-02", 40, known="2021-09-01"),
        act("died", "2021-06-30", 60, known="2021-07-01"),
        act("died", "2021-07-02", 80, known="2021-09-01"),
    )
    zalesia.enter(zalesia.link("contradicts", ids.claims[1], ids.claims[2]), zalesia.one_act(*ids.claims[3:]))
    early = here(date(2021, 8, 31)).rows
    assert (early[Door.pardoned], early[Door.died]) == ((1, 1, 1), (1, 1, 1))
    late = here().rows
    assert (late[Door.pardoned].low, late[Door.died].low) == (0, 0)


def test_what_was_not_known_yet_is_not_counted_and_by_known_it_counts_when_it_was_learned(
    register_sqlite: Path,
) -> None:
    zalesia.enter(
        act("detained", "2020-03-01", 0, known="2021-02-01"), act("term_served", "2021-03-01", 20, known="2021-08-01")
    )
    assert here(date(2021, 7, 31)).rows[Door.term_served] == (0, 0, 0)
    assert here().rows[Door.term_served] == (1, 1, 1)
    learned = here(by_known=True).rows
    assert learned[Door.detained] == (1, 1, 1)  # arrested in 2020, learned of in 2021
    assert learned[Door.term_served] == (0, 0, 0)
    assert Door.detained_again not in learned


def test_an_arrest_told_by_the_month_is_no_second_arrest(register_sqlite: Path) -> None:
    zalesia.enter(act("detained", "2021-03-01", 0, "2021-03-31"), act("released", "2021-03-10", 20))
    assert here().rows[Door.detained_again].low == 0
    zalesia.enter(act("detained", "2021-05-01", 40))
    assert here().rows[Door.detained_again] == (1, 1, 1)


def test_who_was_recognised_in_custody_and_who_after_release(register_sqlite: Path) -> None:
    zalesia.enter(act("detained", "2021-01-10", 0), act("released", "2021-03-01", 20), recognised("2021-02-01", 40))
    assert (here().rows[Door.recognised_held], here().rows[Door.recognised_freed]) == ((1, 1, 1), (0, 0, 0))
    zalesia.enter(recognised("2021-05-01", 60))
    assert here().rows[Door.recognised_freed] == (1, 1, 1)


def test_held_before_and_who_moved_are_held_after(register_sqlite: Path) -> None:
    zalesia.enter(
        act("detained", "2020-03-01", 0), act("released", "2021-03-01", 20), act("detained", "2021-05-01", 40)
    )
    found = here()
    assert (found.before.best, found.came.best, found.went.best, found.after.best) == (1, 1, 1, 1)
    assert found.named[Door.detained] == ((zalesia.record("Alice").body["id"], "Alice"),)


def test_whoever_is_not_looked_at_would_not_be_counted(register_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow way looks at everybody: over many windows it counts the same."""
    chance, kinds, start = random.Random(33), ("detained", "held", "pardoned", "released", "died", "amnestied"), 0
    for number in range(30):
        some: list[list[Draft]] = []
        for _ in range(chance.randrange(1, 5)):
            first = date(2020, 6, 1) + timedelta(days=chance.randrange(900))
            last, known = (first + timedelta(days=chance.randrange(most)) for most in (60, 300))
            some.append(
                zalesia.act(
                    f"Person {number}",
                    chance.choice(kinds),
                    first.isoformat(),
                    start := start + 20,
                    last.isoformat(),
                    known=max(first, known).isoformat(),
                )
            )
        ids = zalesia.enter(*some)
        if number % 3 == 0 and len(ids.claims) > 1:
            zalesia.enter(zalesia.one_act(*ids.claims[:2]))
    zalesia.enter(act("detained", "2021-01-10", start + 20), recognised("2021-02-01", start + 40))
    every = accounts(view(None, Access.staff))
    asked = [
        (first, first + timedelta(days=days), first + timedelta(days=after), by_known)
        for first in (date(2020, 1, 1), FIRST, date(2021, 11, 5), date(2023, 5, 1))
        for days, after in ((20, 60), (400, 500), (20, 2000))
        for by_known in (False, True)
    ]

    def doors() -> list[HereAtTheDoor]:
        return [at_the_door(every, EVERY, *ends, by_known=by_known) for *ends, by_known in asked]

    found = doors()
    assert sum(one.rows[Door.pardoned].high for one in found) > 20
    assert sum(one.rows[Door.recognised_held].high for one in found) > 1
    monkeypatch.setattr(door_here, "_told_in", lambda every, lens, days, known: everybody(every, lens, known))
    assert doors() == found
