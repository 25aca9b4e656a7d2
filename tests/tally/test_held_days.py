"""For how many days everybody is counted: what one person's own course says, for all of them at once."""

from datetime import date
from pathlib import Path

import pytest

from habeas.answers import public
from habeas.answers.accounts import accounts
from habeas.answers.held import held_among
from habeas.custody.standing import Population
from habeas.tally.held_days import held_days
from habeas.tally.lens import EVERY
from habeas.tally.rule import Rule
from tests.web.site import public_part

ANY = Rule("any custody", 1, "Any custody.", "stock", "persons", Population())


@pytest.mark.parametrize("as_of", [date(2020, 1, 1), date(2025, 2, 1), date(2026, 6, 30)])
def test_the_days_of_everybody_are_those_of_each(register: Path, tmp_path: Path, as_of: date) -> None:
    public_part(tmp_path)
    every, known = accounts(public.view()), public.today()
    ready = every.ready(ANY, EVERY)
    found = held_days(ready.book, ANY, len(ready.table.people), as_of.toordinal(), known.toordinal())
    told = {}
    for number, one in enumerate(ready.table.people):
        alone = held_among(every, one, as_of, known)
        if alone is not None:
            most = None if found.open[number] else int(found.high[number])
            told[one] = ((int(found.low[number]), most), alone.days)
    assert told
    assert all(together == alone for together, alone in told.values()), told
