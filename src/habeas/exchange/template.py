"""The templates of a table case: for which rows of the CSV each [[claims]] block is, and what it writes for a row.

A `{column}` stands for the row's cell, `{column:words}` for what [words.WORDS] writes for that cell (its entry "*"
stands for every other cell; "{}" is the cell itself). What comes out empty is left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .claim_draft import CLAIM_KEYS, Raw, only_keys, whole
from .prepared import RowError
from .sheet import SheetRow

_SLOT = re.compile(r"\{([^{}:]+)(?::([^{}]+))?\}")
OWN_KEYS = frozenset({"column", "rows", "except_rows", "group"})
GROUP_KEYS = frozenset({"name", "low", "high", "unit"})
_WHOM = ("agent", "record", "group")

RowKey = tuple[str, ...]
Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Template:
    """One [[claims]] block, and where it stands in the case file. `rows`: for these alone; None: for every row."""

    where: str
    line: str
    column: str
    ordinal: int
    rows: frozenset[RowKey] | None
    except_rows: frozenset[RowKey]
    said: Raw
    group: Raw | None
    key: str | None

    def is_for(self, row_key: RowKey, row: SheetRow) -> bool:
        """Whether it makes a claim of this row: the row is meant, and its cell is not empty."""
        meant = row_key not in self.except_rows if self.rows is None else row_key in self.rows
        return meant and bool(row.cells[self.column].strip())

    def named_rows(self) -> frozenset[RowKey]:
        """The rows that it names, to take or to leave out: each has to be in the table."""
        return self.except_rows | (self.rows or frozenset())


def template(raw: Raw, where: str, line: str, head: Sequence[str], words: Words, key: Sequence[str]) -> Template:
    """A block of [[claims]], checked against the head of the table; raises RowError for what no row could mend."""
    only_keys(raw, CLAIM_KEYS | OWN_KEYS, "a template")
    column = raw.get("column")
    if not isinstance(column, str):
        raise RowError("`column` is missing: name the column whose cells the claims are read in")
    for one in (column, *(slot for slot, _ in _slots(raw))):
        if one not in head:
            raise RowError(f"it names the column {one!r}, which the table does not have; it has {', '.join(head)}")
    for _, table in _slots(raw):
        if table and table not in words:
            raise RowError(f"it names [words.{table}], which is not there; known: {', '.join(sorted(words)) or 'none'}")
    if "rows" in raw and "except_rows" in raw:
        raise RowError("it has `rows` and `except_rows`: one of them says all")
    group = raw.get("group")
    if group is not None:
        if not isinstance(group, Mapping):
            raise RowError(f'`group` is {group!r}: a table such as {{ name = "…", low = 3, high = 3 }} is expected')
        only_keys(group, GROUP_KEYS, "`group`")
    return Template(
        where,
        line,
        column,
        whole(raw, "ordinal", 0),
        _rows(raw["rows"], "rows", key) if "rows" in raw else None,
        _rows(raw.get("except_rows", []), "except_rows", key),
        {name: value for name, value in raw.items() if name not in OWN_KEYS | {"key", "ordinal"}},
        group,
        raw.get("key"),
    )


def row_key(value: object, what: str, key: Sequence[str]) -> RowKey:
    """The cells of the key columns by which a row is named; raises RowError for anything else."""
    if isinstance(value, list) and len(value) == len(key) and all(isinstance(cell, str) for cell in value):
        return tuple(value)
    raise RowError(
        f"`{what}` names a row by {value!r}: the cells of {', '.join(key)} are expected, in quotes, as a list"
    )


def filled(value: Any, row: SheetRow, words: Words) -> Any:
    """`value` with the row's cells in its slots; None where nothing came out.

    What comes out empty is left out of its table or list, and with it a table all of whose values are; in a list also
    one that names whom by a slot that came out empty: a speaker whom the row does not have.
    """
    if isinstance(value, str) and _SLOT.search(value):
        text = _SLOT.sub(lambda match: _slot(match[1], match[2], row, words), value)
        return text if text.strip() else None
    if isinstance(value, Mapping):
        kept = {key: filled(item, row, words) for key, item in value.items()}
        kept = {key: item for key, item in kept.items() if item is not None}
        return kept if kept or not value else None
    if isinstance(value, list):
        items = [filled(item, row, words) for item in value]
        some = [one for one, item in zip(items, value, strict=True) if one is not None and not _lost_whom(one, item)]
        return some if some or not value else None
    return value


def whole_numbers(group: Mapping[str, Any]) -> dict[str, Any]:
    """A group whose `low` and `high` are whole numbers; raises RowError where what a cell holds is none."""
    made = dict(group)
    for name in ("low", "high"):
        if isinstance(made.get(name), str):
            if not re.fullmatch("[0-9]+", made[name].strip()):
                raise RowError(f"`group.{name}` is {made[name]!r}: a whole number is expected")
            made[name] = int(made[name])
    return made


def _lost_whom(item: Any, written: Any) -> bool:
    return isinstance(item, dict) and any(whom in written and whom not in item for whom in _WHOM)


def _slots(value: Any) -> Iterator[tuple[str, str | None]]:
    if isinstance(value, str):
        yield from ((match[1], match[2]) for match in _SLOT.finditer(value))
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _slots(item)
    elif isinstance(value, list):
        for item in value:
            yield from _slots(item)


def _slot(column: str, table: str | None, row: SheetRow, words: Words) -> str:
    cell = row.cells[column].strip()
    if table is None:
        return cell
    found = words[table].get(cell, words[table].get("*"))
    if found is None:
        raise RowError(f"column {column}: {cell!r} is not in [words.{table}]: say there what it means")
    return found.replace("{}", cell)


def _rows(value: object, what: str, key: Sequence[str]) -> frozenset[RowKey]:
    if not isinstance(value, list):
        raise RowError(
            f"`{what}` is {value!r}: a list of rows is expected, each a list of the cells of {', '.join(key)}"
        )
    return frozenset(row_key(one, what, key) for one in value)
