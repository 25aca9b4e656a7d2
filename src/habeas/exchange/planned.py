"""The columns of a list that say on which day a term is due to end: `planned_end`, again as `planned_end.2`.

What is planned has not happened: the day may lie before or after the list, and it frees nobody. It is a claim of its
own, so that an edition that changes the day corrects the plan, and leaves the arrest as it stands.
"""

from collections.abc import Iterable, Iterator, Mapping

from habeas.claims import row_sentence
from habeas.claims.act import Act
from habeas.claims.canonical import Body
from habeas.claims.when import Meaning, When

from .prepared import RowError
from .stretch import NOT_KNOWN

COLUMN = "planned_end"


def is_planned(column: str) -> bool:
    """Whether a column holds planned ends."""
    name, _, again = column.partition(".")
    return name == COLUMN and (column == name or again.isdecimal())


def columns(head: Iterable[str]) -> list[str]:
    """The columns that hold planned ends."""
    return [column for column in head if is_planned(column)]


def planned_ends(cells: Mapping[str, str], name: str, record: str) -> Iterator[tuple[str, Body]]:
    """Each end that a row says is planned: its column, and what the claim says; raises DateError or RowError."""
    for column in columns(cells):
        cell = cells[column].strip()
        if NOT_KNOWN.fullmatch(cell):
            raise RowError(f"column {column}: {cell} plans nothing: if the day is not known leave the cell empty")
        if cell:
            day = When.of(cell, meaning=Meaning.planned_end)
            yield (
                column,
                {
                    "type": "act",
                    "topics": ["tally"],
                    "statement": row_sentence.of_day(name, row_sentence.PLANNED, day),
                    "when": dict(day.as_dict()),
                    "act": {"kind": Act.released.value, "record": record},
                },
            )
