"""The tables of a market: its numbers with their ranges, the flows of its base year, and a price by month.

Strict as every file here: a row with a mistake is told by its number, and the whole market is refused.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from habeas.claims.when import DateError, parse_edtf
from habeas.market.described import Flow
from habeas.market.observed import Month, Series
from habeas.market.parameter import Range, RangeError

from .prepared import FileError, RowError
from .sheet import SheetRow, read_sheet

NUMBERS = ("name", "low", "best", "high", "unit", "source")
FLOWS = ("from", "to", "by", "low", "tonnes", "high", "unit", "source")
PRICES = ("month", "usd_per_t", "basis", "source")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was read: its name, its bytes, its rows."""

    name: str
    data: bytes
    rows: tuple[SheetRow, ...]


def sheet(path: Path, columns: tuple[str, ...]) -> Sheet:
    """The rows of a table with these columns. Raises FileError."""
    if not path.is_file():
        raise FileError(f"{path} is not there")
    data = path.read_bytes()
    head, rows = read_sheet(path.name, data)
    if tuple(head) != columns:
        raise FileError(
            f"{path.name}, row 1: the columns are {', '.join(columns)}, in this order; not {', '.join(head)}"
        )
    return Sheet(path.name, data, tuple(rows))


def numbers(table: Sheet, problems: list[str]) -> dict[str, Range]:
    """The numbers by name, in the order of the rows; what is wrong with a row is added to `problems`."""
    found: dict[str, Range] = {}
    for row, cells in _cells(table):
        try:
            name = cells["name"].strip()
            if not name or name in found:
                raise RowError(f"every number needs a name of its own; not “{name}”")
            low, best, high = (_number(cells, column) for column in ("low", "best", "high"))
            found[name] = Range(name, low, best, high, cells["unit"], cells["source"])
        except (RowError, RangeError) as error:
            problems.append(f"{table.name}, row {row}: {error}")
    return found


def flows(table: Sheet, unit: str, units: Mapping[str, float], problems: list[str]) -> tuple[Flow, ...]:
    """The flows of the base year in the unit of the market; `units` says what another unit is in it."""
    found: dict[str, Flow] = {}
    for row, cells in _cells(table):
        try:
            flow = _flow(cells, unit, units)
            if flow.tonnes.name in found:
                raise RowError(f"the flow {flow.tonnes.name} stands here twice")
            found[flow.tonnes.name] = flow
        except (RowError, RangeError) as error:
            problems.append(f"{table.name}, row {row}: {error}")
    return tuple(found.values())


def prices(table: Sheet, problems: list[str]) -> Series:
    """The price of every month, and on what terms it is quoted."""
    by_month: dict[Month, float] = {}
    terms: dict[Month, str] = {}
    sources: dict[str, None] = {}
    for row, cells in _cells(table):
        try:
            day = parse_edtf(cells["month"]).earliest
            if day is None or not re.fullmatch(r"\d{4}-\d\d", cells["month"]):
                raise RowError(f"`month` is “{cells['month']}”: write YYYY-MM")
            month = (day.year, day.month)
            if month in by_month:
                raise RowError(f"the month {cells['month']} stands here twice")
            by_month[month] = _number(cells, "usd_per_t")
            if by_month[month] <= 0:
                raise RowError("`usd_per_t` is 0 or less: a price is above 0")
            terms[month], sources[cells["source"]] = cells["basis"], None
        except (RowError, DateError) as error:
            problems.append(f"{table.name}, row {row}: {error}")
    return Series(by_month, terms, "; ".join(sources))


def _flow(cells: Mapping[str, str], unit: str, units: Mapping[str, float]) -> Flow:
    origin, destination, way = (cells[column].strip() for column in ("from", "to", "by"))
    own = origin == destination
    if own == bool(way):
        raise RowError("`by` is empty where `from` and `to` are the same, and names a way everywhere else")
    if cells["unit"] not in units:
        raise RowError(f"`unit` is “{cells['unit']}”: [units] has {', '.join(units) or 'none'}")
    by = units[cells["unit"]] / units[unit]
    low, best, high = (_number(cells, column) * by for column in ("low", "tonnes", "high"))
    if low < 0:
        raise RowError("`low` is below 0: tonnes are 0 or more")
    name = f"{origin}, own use" if own else f"{origin} to {destination}, {way}"
    return Flow(origin, destination, way or None, Range(name, low, best, high, unit, cells["source"]))


def _cells(table: Sheet) -> Iterator[tuple[int, Mapping[str, str]]]:
    for row in table.rows:
        yield row.number, row.cells


def _number(cells: Mapping[str, str], column: str) -> float:
    text = cells[column].strip()
    if not _NUMBER.fullmatch(text) or not isfinite(float(text)):
        raise RowError(f"`{column}` is “{text}”: write a number, such as 12.5")
    return float(text)
