"""What was derived of one table serves the next: the same as if everybody were derived anew."""

import json

from hypothesis import given, settings

from habeas.claims.act import Act
from habeas.custody.report import Account, Report
from habeas.custody.stretch import NO_ROW
from habeas.custody.whereabouts import Asked
from habeas.tally.again import derived_again, kept
from habeas.tally.derive import derive
from habeas.tally.fingerprint import fingerprints
from habeas.tally.packed import packed, unpacked
from habeas.tally.rule import HELD
from habeas.tally.stock import stock
from tests.custody.drawn import the
from tests.tally.tables import DAYS, KNOWN_DAYS, Person, Register, registers, table_of

from .test_book import rows

ASKED = Asked()


@settings(deadline=None, max_examples=80)
@given(registers(), registers())
def test_what_stands_as_it_stood_is_not_derived_again_and_the_rest_is(one: Register, other: Register) -> None:
    table, following = table_of(one), table_of({**one, **other})
    found, how_many = derived_again(following, ASKED, kept(table, derive(table, ASKED)))
    assert rows(found.derived, following) == rows(derive(following, ASKED), following)
    assert how_many <= len(following.people)


@settings(deadline=None, max_examples=80)
@given(registers())
def test_the_same_table_is_not_derived_at_all(told: Register) -> None:
    table, again = table_of(told), table_of(dict(reversed(list(told.items()))))
    assert fingerprints(table).tolist() == fingerprints(again).tolist()
    _, how_many = derived_again(again, ASKED, kept(table, derive(table, ASKED)))
    assert how_many == 0


@settings(deadline=None, max_examples=40)
@given(registers())
def test_what_is_packed_is_unpacked_as_it_was_its_index_with_it(told: Register) -> None:
    table = table_of(told)
    before = kept(table, derive(table, ASKED))
    columns, said = packed(before)
    found = unpacked(columns, json.loads(json.dumps(said)))
    assert rows(found.derived, table) == rows(before.derived, table)
    assert (list(found.people), list(found.claims)) == (list(table.people), list(table.claims))
    for day in DAYS[::3]:
        point = day.toordinal(), KNOWN_DAYS[-1].toordinal()
        assert stock(found.book, HELD, *point) == stock(before.book, HELD, *point)
    again, how_many = derived_again(table, ASKED, found)
    assert (again, how_many) == (found, 0)


def test_who_comes_last_and_has_no_act_changes_nobody_elses_number() -> None:
    acts = tuple(Report(f"c{order}", order, Act.detained, the(1), the(1)) for order in range(2))
    spans = {one.claim: (KNOWN_DAYS[1], None) for one in acts}
    somebody = Person(Account(acts), spans, {"c0": NO_ROW, "c1": 0})
    alone, beside = ({"alice": somebody, **others} for others in ({}, {"bob": Person(Account(()), {}, {})}))
    assert fingerprints(table_of(alone))[0] == fingerprints(table_of(beside))[0]
