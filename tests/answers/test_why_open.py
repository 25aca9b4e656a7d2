"""Why bounds are open is told of the right people, whichever numbers a table gives them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from habeas.answers.accounts import accounts
from habeas.answers.kept import forget
from habeas.answers.tally import tally
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import read, write
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD
from tests import zalesia

STALE = replace(HELD, name="stale", population=replace(HELD.population, stale_after=100))
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
