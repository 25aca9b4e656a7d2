"""A table in which a few people are as they are now, and the book that goes on with it: as if all were made anew."""

from dataclasses import fields
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.custody.whereabouts import Asked
from habeas.tally import onward
from habeas.tally.again import Kept
from habeas.tally.derive import derive
from habeas.tally.fingerprint import fingerprints
from habeas.tally.ids import Ids
from habeas.tally.onward import current, went_on
from habeas.tally.rectangles import Derived
from habeas.tally.rule import HELD
from habeas.tally.spliced import of_people, spliced
from habeas.tally.stock import stock
from habeas.tally.table import Acts, Table
from tests.tally.tables import DAYS, KNOWN_DAYS, Register, registers, table_of

from .test_book import rows

ASKED = Asked()
Told = dict[str, Any]


def told(table: Table) -> Told:
    """Everything that a table has of each person who has a claim, in ids."""
    return {
        name: (
            [(one.known, one.known_to, one.account, one.profile) for one in table.versions(number)],
            [_act(table, at) for at in range(table.rows(number).start, table.rows(number).stop)],
        )
        for number, name in enumerate(table.people)
        if table.versions(number)
    }


def _act(table: Table, at: int) -> tuple[Any, ...]:
    columns = [one.name for one in fields(Acts) if one.name not in {"person_start", "claim", "row"}]
    return (table.claims[int(table.acts.claim[at])], *(getattr(table.acts, one)[at] for one in columns))


def prints(table: Table) -> dict[str, int]:
    return dict(zip(table.people, fingerprints(table).tolist(), strict=True))


@settings(deadline=None, max_examples=80)
@given(registers(), registers(), st.data())
def test_a_spliced_table_has_of_everybody_what_a_table_made_anew_has(
    one: Register, other: Register, data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from(sorted({*one, *other}))) if one or other else st.just(set()))
    now = {name: person for name, person in other.items() if name not in gone}
    whole = {**{name: person for name, person in one.items() if name not in gone}, **now}
    before = table_of(one)
    for number in range(len(before.people)):
        before.versions(number)  # what was made of those who stand serves on
    found, _ = spliced(before, table_of(now), {*other, *gone})
    assert told(found) == told(table_of(whole))
    mine, theirs = prints(found), prints(table_of(whole))
    assert all(mine[name] == theirs[name] for name in told(found))


@settings(deadline=None, max_examples=80)
@given(registers(), st.lists(registers(), min_size=1, max_size=3), st.sampled_from((0, onward.MOST)))
def test_a_book_goes_on_as_one_made_anew(one: Register, others: list[Register], most: int) -> None:
    table, onward_most = table_of(one), onward.MOST
    found = current(onward_kept(table))
    try:
        onward.MOST = most  # 0: its base is made anew each time
        whole: Register = one
        for other in others:
            whole = {**whole, **other}
            table, _ = spliced(table, table_of(other), other)
            found = went_on(found, table, ASKED, [table.number[name] for name in other])
    finally:
        onward.MOST = onward_most
    anew = table_of(whole)
    assert by_id(found.book.whole(), table) == by_id(derive(anew, ASKED), anew)
    assert found.prints.tolist() == fingerprints(table).tolist()
    for day in DAYS[::3]:
        point = day.toordinal(), KNOWN_DAYS[-1].toordinal()
        assert stock(found.book, HELD, *point) == stock(current(onward_kept(anew)).book, HELD, *point)


def by_id(derived: Derived, table: Table) -> tuple[list[tuple[Any, ...]], ...]:
    """What was derived, with people and claims by their ids."""
    rectangles, moves = rows(derived, table)
    people, claims = table.people, table.claims
    named = [(people[person], *days, claims[claim], cell) for person, *days, claim, cell in moves]  # type: ignore[call-overload]
    found = [(people[person], *rest) for person, *rest in rectangles]  # type: ignore[call-overload]
    return sorted(found, key=repr), sorted(named, key=repr)


def onward_kept(table: Table) -> Any:
    return Kept(derive(table, ASKED), table.people, table.claims, fingerprints(table))


@settings(deadline=None, max_examples=40)
@given(registers(), st.data())
def test_a_table_of_some_people_has_what_the_whole_has_of_them(one: Register, data: st.DataObject) -> None:
    table = table_of(one)
    some = data.draw(st.lists(st.sampled_from(range(len(one))), unique=True) if one else st.just([]))
    found = of_people(table, some)
    assert fingerprints(found).tolist() == fingerprints(table)[some].tolist()
    assert told(found) == {name: told(table)[name] for name in found.people if name in told(table)}


def test_ids_that_come_later_are_not_in_those_before() -> None:
    first = Ids(["a", "b"])
    second = first.followed_by(["b", "c"])
    assert (list(first), dict(first.number), len(first)) == (["a", "b"], {"a": 0, "b": 1}, 2)
    assert (list(second), second.number["c"], second[-1], second[1:]) == (["a", "b", "c"], 2, "c", ["b", "c"])
    assert "c" not in first.number
    assert first.followed_by(["d"]).number["d"] == 3, "a number is given once"
    assert second.follows(first)
    assert not Ids(["a", "b"]).follows(first)
    assert second.numbers(["c", "a"]).tolist() == [2, 0]


def test_nobody_at_all_can_be_followed() -> None:
    nobody = table_of({})
    found, seam = spliced(nobody, nobody, {"Zoya"})
    assert (len(found.people), found.acts.person_start.tolist()) == (0, [0])
    assert seam.column(np.zeros(0), np.zeros(0)).tolist() == []
