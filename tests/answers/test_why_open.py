"""Why bounds are open is told of the right people, whichever numbers a table gives them."""

from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from habeas.answers.accounts import accounts
from habeas.answers.kept import forget
from habeas.answers.shown import why_open
from habeas.answers.tables import Admitted
from habeas.answers.tally import tally
from habeas.answers.why_open import why_open_of_many
from habeas.claims.act import Act
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import read, write
from habeas.tally.book import book_of
from habeas.tally.count import Counted
from habeas.tally.derive import derive
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD, Rule
from habeas.tally.stock import counted_on, weights
from tests import zalesia
from tests.custody.drawn import account, report
from tests.tally.tables import (
    DAYS,
    KNOWN_DAYS,
    Person,
    Register,
    asked_of,
    on_day,
    plain_rules,
    registers,
    rules,
    table_of,
)

STALE = replace(HELD, name="stale", population=replace(HELD.population, stale_after=100))
OUT_OF_ORDER = (
    report(Act.detained, 5, 5, 0, "a"),
    report(Act.released, 3, 3, 1, "b"),
    report(Act.detained, 1, 1, 2, "c"),
)
TWO_ARRESTS = Person(account(*OUT_OF_ORDER), dict.fromkeys("abc", (KNOWN_DAYS[0], None)), dict.fromkeys("abc", 0))
KNOWN, MANY = date(2025, 11, 20), 20  # lenses, more than are carried at once


def test_a_table_that_is_made_anew_tells_why_of_the_same_people(register_sqlite: Path) -> None:
    first, *others = (
        zalesia.act(name, "detained", "2021-05-01", 100 * place, latest=latest)
        for place, (name, latest) in enumerate({"Ann": None, "Bob": "2021-05-20", "Cyd": None, "Dov": None}.items())
    )
    zalesia.enter(first, *others)

    def why(day: date) -> dict[str, int]:
        return dict(tally(day, KNOWN, read.view(None, Access.staff), STALE).open)

    assert why(date(2021, 11, 1)) == {"days": 1, "no sign": 3}
    write.withdraw([str(first[1].body["id"])], WithdrawalReason.register_error, write.actor("Marta Veres"))
    assert why(date(2021, 11, 1)) == {"days": 1, "no sign": 2}
    for number in range(MANY):
        accounts(read.view(None, Access.staff)).book(STALE, replace(EVERY, name=f"lens {number}"))
    later = why(date(2021, 11, 2))
    forget()
    assert later == why(date(2021, 11, 2)) == {"days": 1, "no sign": 2}


@settings(deadline=None, max_examples=60)
@given(registers(), rules, st.sampled_from((None, 2)))
def test_the_columns_say_why_as_the_account_of_each_does(told: Register, rule: Rule, stale: int | None) -> None:
    _compare(told, replace(rule, population=replace(rule.population, stale_after=stale)))


@settings(deadline=None, max_examples=60)
@example({"alice": TWO_ARRESTS}, HELD)
@given(registers(judged=False, acts=(Act.detained, Act.sentenced, Act.released)), plain_rules)
def test_of_rows_of_a_list_no_account_is_asked(told: Register, rule: Rule) -> None:
    in_a_row = {name: replace(one, rows=dict.fromkeys(one.rows, 0)) for name, one in told.items()}
    assert _compare(in_a_row, rule) == 0


def _compare(told: Register, rule: Rule) -> int:
    """Whoever is counted on any day has the reason that the account gives; how many are left to the account."""
    table = table_of(told)
    table = replace(table, judged={person: one for person, one in table.judged.items() if any(one)})
    admitted, book = Admitted(table, (), ()), book_of(derive(table, asked_of(rule)))
    every, to_account = weights(book.cells, rule), 0
    for day, known in product(DAYS, KNOWN_DAYS):
        rows = counted_on(book, rule, day.toordinal(), known.toordinal())
        low, best, high = (column[rows.cell] for column in every)
        why, left = why_open_of_many(admitted, rows, best > 0, rule, known)
        to_account += len(left)
        for place in {*range(len(rows))} - {*left.tolist()}:
            person = table.people[int(rows.person[place])]
            claims = rows.claims[rows.claim_start[place] : rows.claim_start[place + 1]].tolist()
            one = Counted(person, low[place], best[place], high[place], tuple(table.claims[one] for one in claims))
            assert why[place] == why_open(one, on_day(told[person], known), rule)
    return to_account
