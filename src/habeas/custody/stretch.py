"""What a row of a list tells of as one stretch: an act that leaves somebody in custody and the next that frees them.

Acts of a row come in the order of entry, which is that of its columns; where one of them frees and no more than one
arrests, the others are before it, though a later edition may have filled in the day of arrest: of two arrests the
second is another stretch. A stretch that ends before it starts is a slip
in one of its days, nobody here knows which: the two acts are then alternatives.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from habeas.claims.act import ACTS, Side

from .report import Pair, Report

NO_ROW = -1


class Stretches(NamedTuple):
    """(earlier, later) claims that keep their order, and pairs that the source has the wrong way round."""

    sequences: frozenset[Pair]
    slips: frozenset[Pair]


def stretches(told: Iterable[tuple[Report, int]]) -> Stretches:
    """What the rows of one person tell of as one stretch; beside each report is the number of its row, or NO_ROW."""
    by_row: dict[int, list[Report]] = defaultdict(list)
    for report, row in told:
        if row != NO_ROW and not report.denied:
            by_row[row].append(report)
    pairs = [pair for reports in by_row.values() for pair in _in_sequence(reports)]
    slips = frozenset((before.claim, after.claim) for before, after in pairs if _reversed(before, after))
    return Stretches(frozenset((before.claim, after.claim) for before, after in pairs) - slips, slips)


def _in_sequence(reports: list[Report]) -> Iterator[tuple[Report, Report]]:
    some = sorted(reports, key=lambda report: report.order)
    if sum(map(_frees, some)) == 1 and sum(map(_arrests, some)) <= 1:
        some.sort(key=_frees)
    yield from ((one, other) for one, other in pairwise(some) if _takes(one) and _frees(other))


def _frees(report: Report) -> bool:
    return ACTS[report.act].leaves is Side.free


def _arrests(report: Report) -> bool:
    return ACTS[report.act].finds is Side.free and _takes(report)


def _takes(report: Report) -> bool:
    return ACTS[report.act].leaves is Side.in_


def _reversed(before: Report, after: Report) -> bool:
    return before.earliest is not None and after.latest is not None and after.latest < before.earliest
