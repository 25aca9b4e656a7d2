"""A market as a file: one TOML that says what there is and what measures do, and three tables beside it.

Nothing of it is recorded: a model is no claim. What an answer rests on is told by the SHA-256 of the four files
together.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from habeas.answers.public import calendar_day
from habeas.archive import extract, store
from habeas.market.described import Described, unknown
from habeas.market.observed import Series

from . import market_blocks as blocks
from .case import parse_toml
from .claim_draft import Raw, text_in
from .lines import Lines, place_of
from .market_tables import FLOWS, NUMBERS, PRICES, Sheet, flows, numbers, prices, sheet
from .prepared import FileError, RowError

HEAD = ("name", "unit", "base", "subject", "reference", "numbers", "flows", "prices")
ALSO = ("substitution", "days")
BLOCKS = {
    "regions": "region",
    "fees": "fee",
    "gates": "gate",
    "ways": "way",
    "changes": "change",
    "seen": "seen",
    "paid": "paid",
    "states": "state",
    "produced": "produced",
    "contested": "contested",
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MarketFile:
    """A market that was read, the price that it is held against, and the fingerprint of all its files.

    `days` are those that its page asks about first, where the file names them.
    """

    described: Described
    series: Series
    sha256: str
    days: tuple[date, date] | None = None

    @property
    def first_asked(self) -> tuple[date, date]:
        """The days that are asked about where none are named: the file's own, else the ends of the prices."""
        ends = min(self.series.prices), max(self.series.prices)
        return self.days or (date(*ends[0], 1), date(*ends[1], 1))

    def days_asked(self, before: date | None, after: date | None, *, easing: bool) -> tuple[date, date]:
        """The days that are asked about where some are named. What easing is worth is asked on one day: on the one that
        is named, else on the second of those that are asked about first.
        """
        first, second = self.first_asked
        if easing:
            return before or after or second, after or before or second
        return before or first, after or second


def read_market(path: Path) -> MarketFile:
    """The market of a file. Raises FileError with everything that is wrong in it, each at its place."""
    if not path.is_file():
        raise FileError(f"{path} is not there: name the file of a market, such as cases/belarus/market/potash.toml")
    tables, data = parse_toml(path)
    reading = _Reading(path, tables, Lines(path.name, extract.decode(data)))
    head = reading.head()
    tables_beside = [sheet(path.parent / head[key], columns) for key, columns in _TABLES.items()]
    found = reading.market(head, tables_beside)
    series, days = prices(tables_beside[2], reading.problems), reading.days()
    if not reading.problems:  # else what a bad block would have named is missing everywhere
        reading.problems.extend(f"{path.name}: {one}" for one in unknown(found))
    if reading.problems:
        raise FileError("\n".join(reading.problems))
    prints = "".join(f"{store.sha256(one)}\n" for one in (data, *(table.data for table in tables_beside)))
    return MarketFile(found, series, store.sha256(prints.encode()), days)


def beside(path: Path) -> list[Path]:
    """The tables of a market. Raises FileError where its file cannot be read that far."""
    tables, data = parse_toml(path)
    head = _Reading(path, tables, Lines(path.name, extract.decode(data))).head()
    return [path.parent / head[key] for key in _TABLES]


_TABLES = {"numbers": NUMBERS, "flows": FLOWS, "prices": PRICES}


class _Reading:
    """One file while it is read, and what was found wrong in it."""

    def __init__(self, path: Path, tables: Mapping[str, Any], lines: Lines) -> None:
        self.path, self.tables, self.lines = path, tables, lines
        self.problems: list[str] = []
        for section in tables:
            if section not in ("market", "units", "cites", *BLOCKS):
                self.problems.append(f"{path.name}: [{section}] is not a section of a market")

    def head(self) -> dict[str, str]:
        """What stands under [market]; without that nothing else can be read."""
        where = self.lines.section("market")
        raw = self.tables.get("market")
        if not isinstance(raw, Mapping):
            raise FileError(f"{self.path.name}: the section [market] is missing")
        try:
            blocks.needed(raw, HEAD, ALSO, "[market]")
            return {key: text_in(raw, key) for key in raw if key != "days"}
        except RowError as error:
            raise FileError(f"{place_of(where, str(error))}: {error}") from error

    def days(self) -> tuple[date, date] | None:
        """The two days that the page asks about first."""
        where, raw = self.lines.section("market"), self.tables["market"].get("days")
        if raw is None:
            return None
        try:
            if not isinstance(raw, list) or len(raw) != 2:
                raise RowError("`days` is a list of two days")
            one, other = (calendar_day(str(day)) for day in raw)
            return one, other
        except ValueError:
            self.problems.append(f"{where}: `days` is {raw!r}: a list of two days is expected, each as 2022-06-01")
            return None

    def market(self, head: Mapping[str, str], beside: list[Sheet]) -> Described:
        """The market as it is described, what is wrong with a block left out and noted."""
        units = self._units(head["unit"])
        fees, ways = self._all("fees", blocks.fee), self._all("ways", blocks.way)
        return Described(
            name=head["name"],
            unit=head["unit"],
            base=head["base"],
            subject=head["subject"],
            reference=head["reference"],
            substitution=head.get("substitution"),
            places=tuple(self._all("regions", blocks.place)),
            fees={one.name: one for one in fees},
            gates=tuple(self._all("gates", blocks.gate)),
            ways={one.name: one for one in ways},
            numbers=numbers(beside[0], self.problems),
            flows=flows(beside[1], head["unit"], units, self.problems),
            changes=tuple(self._all("changes", blocks.change)),
            seen=tuple(self._all("seen", lambda raw: blocks.seen(raw, head["unit"], units))),
            contested=tuple(self._all("contested", blocks.contested)),
            paid=tuple(self._all("paid", blocks.paid)),
            states=tuple(self._all("states", blocks.state)),
            produced=tuple(self._all("produced", lambda raw: blocks.produced(raw, head["unit"], units))),
            cites=self._cites() | self._contested_cites(),
        )

    def _units(self, unit: str) -> dict[str, float]:
        raw = self.tables.get("units", {})
        found = {name: float(by) for name, by in raw.items() if type(by) in (int, float) and by > 0}
        if len(found) < len(raw) or unit not in found:
            self.problems.append(
                f"{self.lines.section('units')}: every unit is a number above 0, and “{unit}”, the market's own, is one"
            )
        return {unit: 1.0, **found}

    def _cites(self) -> dict[str, tuple[str, ...]]:
        raw, found = self.tables.get("cites", {}), {}
        for name in raw:
            try:
                found[name] = blocks.texts(raw, name)
            except RowError as error:
                self.problems.append(f"{self.lines.section('cites')}: {error}")
        return found

    def _contested_cites(self) -> dict[str, tuple[str, ...]]:
        """What speakers in what is contested rest on; a block that cannot be read is told of where it is read."""
        found: dict[str, tuple[str, ...]] = {}
        for raw in self.tables.get("contested", []):
            with suppress(RowError):
                blocks.contested(raw)
                found |= blocks.statements(raw)
        return found

    def _all(self, block: str, make: Callable[[Raw], T]) -> list[T]:
        found: list[T] = []
        for index, raw in enumerate(self.tables.get(block, [])):
            where = self.lines.block(block, index, BLOCKS[block])
            try:
                if not isinstance(raw, Mapping):
                    raise RowError(f"write [[{block}]], a block for each")
                found.append(make(raw))
            except RowError as error:
                self.problems.append(f"{place_of(where, str(error))}: {error}")
        return found
