"""A market as a file: one TOML that says what there is and what measures do, and three tables beside it.

Nothing of it is recorded: a model is no claim. What an answer rests on is told by the SHA-256 of the four files
together.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from habeas.archive import extract, store
from habeas.market.described import (
    Change,
    Contested,
    Described,
    Effect,
    FeeOf,
    GateOf,
    PlaceOf,
    Seen,
    WayOf,
    unknown,
)
from habeas.market.observed import Series
from habeas.measures.status import Status

from .case import parse_toml
from .claim_draft import Raw, only_keys, text_in, whole
from .lines import Lines, place_of
from .market_tables import FLOWS, NUMBERS, PRICES, Sheet, flows, numbers, prices, sheet
from .prepared import FileError, RowError

HEAD = ("name", "unit", "base", "subject", "reference", "substitution", "numbers", "flows", "prices")
BLOCKS = {
    "regions": "region",
    "fees": "fee",
    "gates": "gate",
    "ways": "way",
    "changes": "change",
    "seen": "seen",
    "contested": "contested",
}
EFFECTS = ("closes_gate", "closes_lane", "capacity", "wedge", "none")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MarketFile:
    """A market that was read, the price that it is held against, and the fingerprint of all its files."""

    described: Described
    series: Series
    sha256: str


def read_market(path: Path) -> MarketFile:
    """The market of a file. Raises FileError with everything that is wrong in it, each at its place."""
    if not path.is_file():
        raise FileError(f"{path} is not there: name the file of a market, such as cases/belarus/market/potash.toml")
    tables, data = parse_toml(path)
    reading = _Reading(path, tables, Lines(path.name, extract.decode(data)))
    head = reading.head()
    beside = [sheet(path.parent / head[key], columns) for key, columns in _TABLES.items()]
    found = reading.market(head, beside)
    series = prices(beside[2], reading.problems)
    if not reading.problems:  # else what a bad block would have named is missing everywhere
        reading.problems.extend(f"{path.name}: {one}" for one in unknown(found))
    if reading.problems:
        raise FileError("\n".join(reading.problems))
    prints = "".join(f"{store.sha256(one)}\n" for one in (data, *(table.data for table in beside)))
    return MarketFile(found, series, store.sha256(prints.encode()))


_TABLES = {"numbers": NUMBERS, "flows": FLOWS, "prices": PRICES}


class _Reading:
    """One file while it is read, and what was found wrong in it."""

    def __init__(self, path: Path, tables: Mapping[str, Any], lines: Lines) -> None:
        self.path, self.tables, self.lines = path, tables, lines
        self.problems: list[str] = []
        for section in tables:
            if section not in ("market", "units", *BLOCKS):
                self.problems.append(f"{path.name}: [{section}] is not a section of a market")

    def head(self) -> dict[str, str]:
        """What stands under [market]; without that nothing else can be read."""
        where = self.lines.section("market")
        raw = self.tables.get("market")
        if not isinstance(raw, Mapping):
            raise FileError(f"{self.path.name}: the section [market] is missing")
        try:
            only_keys(raw, HEAD, "[market]")
            missing = [key for key in HEAD if key not in raw and key != "substitution"]
            if missing:
                raise RowError(f"`{missing[0]}` is missing")
            return {key: text_in(raw, key) for key in raw}
        except RowError as error:
            raise FileError(f"{place_of(where, str(error))}: {error}") from error

    def market(self, head: Mapping[str, str], beside: list[Sheet]) -> Described:
        """The market as it is described, what is wrong with a block left out and noted."""
        units = self._units(head["unit"])
        fees, ways = self._all("fees", _fee), self._all("ways", _way)
        return Described(
            name=head["name"],
            unit=head["unit"],
            base=head["base"],
            subject=head["subject"],
            reference=head["reference"],
            substitution=head.get("substitution"),
            places=tuple(self._all("regions", _place)),
            fees={one.name: one for one in fees},
            gates=tuple(self._all("gates", _gate)),
            ways={one.name: one for one in ways},
            numbers=numbers(beside[0], self.problems),
            flows=flows(beside[1], head["unit"], units, self.problems),
            changes=tuple(self._all("changes", _change)),
            seen=tuple(self._all("seen", lambda raw: _seen(raw, head["unit"], units))),
            contested=tuple(self._all("contested", _contested)),
        )

    def _units(self, unit: str) -> dict[str, float]:
        raw = self.tables.get("units", {})
        found = {name: float(by) for name, by in raw.items() if type(by) in (int, float) and by > 0}
        if len(found) < len(raw) or unit not in found:
            self.problems.append(
                f"{self.lines.section('units')}: every unit is a number above 0, and “{unit}”, the market's own, is one"
            )
        return {unit: 1.0, **found}

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


def _needed(raw: Raw, keys: tuple[str, ...], known: tuple[str, ...], what: str) -> None:
    only_keys(raw, (*keys, *known), what)
    for key in keys:
        if key not in raw:
            raise RowError(f"`{key}` is missing")


def _texts(raw: Raw, key: str) -> tuple[str, ...]:
    value = raw.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise RowError(f"`{key}` is {value!r}: a list of texts is expected")
    return tuple(value)


def _text(raw: Raw, key: str) -> str | None:
    return text_in(raw, key) if key in raw else None


def _place(raw: Raw) -> PlaceOf:
    named = ("price", "supply", "demand", "floor", "supply_shock", "demand_shock")
    _needed(raw, ("name",), named, "a region")
    return PlaceOf(text_in(raw, "name"), *(_text(raw, key) for key in named))


def _fee(raw: Raw) -> FeeOf:
    _needed(raw, ("name", "paid_to", "amount"), ("margin",), "a fee")
    return FeeOf(text_in(raw, "name"), text_in(raw, "paid_to"), _texts(raw, "amount"), _text(raw, "margin"))


def _gate(raw: Raw) -> GateOf:
    _needed(raw, ("name",), ("capacity", "kept_by"), "a gate")
    return GateOf(text_in(raw, "name"), _text(raw, "capacity"), _texts(raw, "kept_by"))


def _way(raw: Raw) -> WayOf:
    _needed(raw, ("name",), ("gates", "fees"), "a way")
    return WayOf(text_in(raw, "name"), _texts(raw, "gates"), _texts(raw, "fees"))


def _change(raw: Raw) -> Change:
    _needed(raw, ("issuer", "target", "when", "why"), ("covers", "months", *EFFECTS), "a change")
    effects = [key for key in EFFECTS if key in raw]
    if len(effects) != 1:
        raise RowError(f"a change has one of {', '.join(EFFECTS)}; this one has {', '.join(effects) or 'none of them'}")
    when = _texts(raw, "when")
    if not when or not set(when) <= set(Status):
        raise RowError(f"`when` is {list(when)}: a list of some of {', '.join(Status)}")
    effect = Effect(effects[0])
    of = _effect(raw, effect)
    return Change(
        issuer=text_in(raw, "issuer"),
        target=text_in(raw, "target"),
        when=when,
        effect=effect,
        why=text_in(raw, "why"),
        covers=_text(raw, "covers"),
        months=whole(raw, "months", 0),
        gate=text_in(raw, "closes_gate") if effect is Effect.closes_gate else _text(of, "gate"),
        origin=_text(of, "from"),
        destination=_text(of, "to"),
        number=_text(of, "number"),
        keepers=_texts(of, "kept_by"),
    )


_OF_EFFECT = {
    Effect.closes_lane: (("from",), ("to",)),
    Effect.capacity: (("gate", "number"), ()),
    Effect.wedge: (("from", "number", "kept_by"), ("to",)),
}


def _effect(raw: Raw, effect: Effect) -> Raw:
    """What stands in the braces of an effect."""
    value = raw[effect]
    if effect is Effect.none:
        if value is not True:
            raise RowError("`none` is true, where nothing is done")
        return {}
    if effect is Effect.closes_gate:
        return {}
    if not isinstance(value, Mapping):
        raise RowError(f"`{effect}` is {value!r}: write what it does in braces")
    _needed(value, *_OF_EFFECT[effect], f"`{effect}`")
    return value


def _seen(raw: Raw, unit: str, units: Mapping[str, float]) -> Seen:
    known = ("gate", "from", "to", "high", "spread", "basis")
    _needed(raw, ("year", "what", "low", "unit", "source"), known, "what was seen")
    if ("gate" in raw) == ("from" in raw and "to" in raw):
        raise RowError("what was seen is of a `gate`, or `from` one region `to` another")
    if raw["unit"] not in units:
        raise RowError(f"`unit` is “{raw['unit']}”: [units] has {', '.join(units)}")
    by = units[text_in(raw, "unit")] / units[unit]
    low, high, spread = (_amount(raw, key, by) for key in ("low", "high", "spread"))
    if low is None or (high is not None and high < low) or (spread is not None and spread <= 0):
        raise RowError("`low` is not above `high`, and `spread` is above 0")
    lane = (text_in(raw, "from"), text_in(raw, "to")) if "from" in raw else None
    said = {key: text_in(raw, key) for key in ("what", "source")}
    return Seen(
        whole(raw, "year"),
        said["what"],
        low,
        high,
        unit,
        said["source"],
        _text(raw, "gate"),
        lane,
        spread,
        _text(raw, "basis") or "",
    )


def _amount(raw: Raw, key: str, by: float) -> float | None:
    value = raw.get(key)
    if value is not None and type(value) not in (int, float):
        raise RowError(f"`{key}` is {value!r}: a number is expected")
    return None if value is None else float(value) * by


def _contested(raw: Raw) -> Contested:
    _needed(raw, ("question", "said"), (), "what is contested")
    said = raw["said"]
    if not isinstance(said, list) or not all(isinstance(one, list) and len(one) == 2 for one in said):
        raise RowError("`said` is a list of pairs: who says it, and what")
    return Contested(text_in(raw, "question"), tuple((str(who), str(what)) for who, what in said))
