"""A row of a list in the words of the house: each column says one thing, and each cell knows where it was read.

A list with the fixed columns of the guide is already so; a mapping turns any other into such rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from habeas.claims.when import Meaning

from .sheet import SheetRow


@dataclass(frozen=True, slots=True)
class ListCell:
    """What is said (`value`; a day in EDTF) and where it was read: the column of the file, and its `text` as it stands.

    `original` are the words of a date where they are no EDTF, `meaning` what it is the date of where that is stated.
    `reckoned`: the day was worked out from the day of the list, and moves with it. `span`: the characters of a text.
    """

    value: str
    column: str
    text: str
    original: str = ""
    meaning: Meaning | None = None
    reckoned: bool = False
    span: tuple[int, int] | None = None


@dataclass(slots=True)
class ListRow:
    """One row: its number and its line as the held table has them, its cells by what they say, and its key.

    `key` names the row in every edition; None: its content does. `minor`: somebody who is or may be under age.
    `wrong`: what keeps the row from being recorded, each with its column ("" where it is the whole row).
    """

    number: int
    line: Sequence[str]
    cells: dict[str, ListCell]
    key: list[str] | None = None
    minor: bool = False
    wrong: list[tuple[str, str]] = field(default_factory=list)

    def value(self, column: str) -> str:
        """What the row says under a column, without blanks around it; "" where it says nothing."""
        cell = self.cells.get(column)
        return cell.value.strip() if cell else ""

    def values(self) -> dict[str, str]:
        """All that the row says, by column."""
        return {column: cell.value for column, cell in self.cells.items()}


def plain(row: SheetRow) -> ListRow:
    """A row of a list whose columns are named as the guide has them."""
    cells = {column: ListCell(text, column, text) for column, text in row.cells.items()}
    given = row.cells.get("key", "").strip()
    return ListRow(row.number, row.line, cells, [given] if given else None)


def details(of: str, cells: Mapping[str, ListCell], name: str) -> str:
    """A detail (`facility`, `place` …) of one act: its own, `facility of detained`, or that of every act."""
    own = cells.get(f"{name} of {of}")
    found = own if own is not None and own.value.strip() else cells.get(name)
    return found.value.strip() if found else ""
