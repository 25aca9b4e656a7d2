"""The tables of two lists as they are taken: the rows that stand on the page, of a part those of its page."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from . import copied_rows
from .list_parts import PairShown
from .table_copy import Row

Tables = dict[str, Callable[[], Iterable[Row]]]
SIDES = ("first", "second")


def of_two(
    lines: Sequence[tuple[str, str, str, str]],
    pair: Mapping[str, Any] | None,
    pairs: Mapping[str, Sequence[PairShown]],
    alone: Sequence[Mapping[str, Any]],
) -> Tables:
    """The bridge, the evidence for the pair to decide, the first who are on both, told of otherwise, or alone."""
    tables: Tables = {"bridge": lambda: copied_rows.of_lines(lines)}
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
