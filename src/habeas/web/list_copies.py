"""The tables of two lists as they are taken: the rows that stand on the page, of a part those of its page."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from .copied_rows import plain_number
from .list_parts import PairShown
from .table_copy import Row

Tables = dict[str, Callable[[], Iterable[Row]]]
SIDES = ("first", "second")


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the bridge: what, the number, from at least to at most, where its people stand, and if it is a total."""

    what: str
    number: str
    bounds: str = ""
    people: str = ""
    total: bool = False


def of_two(
    lines: Sequence[Step],
    pair: Mapping[str, Any] | None,
    pairs: Mapping[str, Sequence[PairShown]],
    alone: Sequence[Mapping[str, Any]],
) -> Tables:
    """The bridge, the evidence for the pair to decide, the first who are on both, told of otherwise, or alone."""
    tables: Tables = {"bridge": lambda: map(_step, lines)}
    if pair:
        tables["evidence"] = lambda: _evidence(pair)
    tables |= {name: partial(map, _pair, some) for name, some in pairs.items() if some}
    return tables | {side: partial(_alone, one) for side, one in zip(SIDES, alone, strict=True)}


def of_part(part: Mapping[str, Any]) -> Tables:
    """The one table of a part."""
    name = part["part"]
    if name == "queue":
        return {name: lambda: [_pair(one) | {"would_change": change} for one, change, _ in part["queue"]]}
    if name in SIDES:
        return {name: lambda: _alone(part["alone"])}
    return {name: lambda: map(_pair, part["pairs"])}


def _step(one: Step) -> Row:
    return {"what": one.what, "number": plain_number(one.number), "bounds": one.bounds, "total": one.total}


def _evidence(pair: Mapping[str, Any]) -> Iterator[Row]:
    for one in pair["rows"]:
        sides = {"first": one["one"], "second": one["other"]}
        yield {"what": one["what"], **sides, "says": one["words"], "why": one["why"], "adds": one["adds"]}


def _pair(one: PairShown) -> dict[str, Any]:
    first, second = ({"id": each.records[0], "name": each.name} for each in (one.one, one.other))
    told = {"rests_on": one.resting, "why": one.why, "conflicts": one.conflicts, "score": one.score}
    return {"first": first, "second": second, **told}


def _alone(side: Mapping[str, Any]) -> Iterator[Row]:
    for record, name, why in side["people"]:
        yield {"id": record, "name": name, "why": why}
