"""From when on what a row of a list says was known: its own day, the list's, or one that has to be assumed."""

from collections.abc import Mapping
from datetime import date

from habeas.claims.canonical import Body
from habeas.claims.vocabulary import KnownBasis
from habeas.claims.when import Meaning, When

from .claim_draft import not_after
from .list_row import ListRow


def edition(day: When | None) -> Body:
    """The day of this edition as a body has it: of an uncertain day the latest, of none nothing."""
    return {"edition": day.latest.isoformat()} if day is not None and day.latest is not None else {}


def known_of_row(row: ListRow, listed: When | None, today: date) -> Body:
    """The row's own day, or the list's; of an uncertain day the latest. None: each claim's is assumed."""
    for basis in (KnownBasis.added, KnownBasis.published):
        if value := row.value(basis.value):
            day = not_after(When.of(value, meaning=Meaning.published), today, basis.value)
            if day.latest is not None:
                return {"basis": basis.value, "earliest": day.latest.isoformat()}
    return _list_known(listed)


def known_of_claim(listed: When | None, when: Mapping[str, str], row_known: Body) -> Body:
    """The row's day, unless the act is later than it: the row was added before. Then the list's day; else assumed."""
    if when.get("meaning") == Meaning.planned_end:
        return row_known or {"basis": KnownBasis.assumed.value}
    spoken = when.get("earliest", "")
    for known in (row_known, _list_known(listed)):
        if known and known["earliest"] >= spoken:
            return known
    return {"basis": KnownBasis.assumed.value} | ({"earliest": when["latest"]} if "latest" in when else {})


def _list_known(listed: When | None) -> Body:
    day = edition(listed)
    return {"basis": KnownBasis.list.value, "earliest": day["edition"]} if day else {}
