"""What is asked, drawn from a seed, how we answer, and when an answer of a peer's is ours.

From raw claims a peer gives best by cell; from rectangles it gives sums by our cells, and low, best and high follow.
"""

from collections.abc import Mapping
from functools import partial

import numpy as np
import numpy.typing as npt

from habeas.tally.difference import At, Difference, difference
from habeas.tally.rectangles import Rectangles
from habeas.tally.series import Daily, daily
from habeas.tally.stock import Shares, divided
from habeas.tally.surface import Delays, Surface, delays, surface

from .columns import CELLS, ZERO, place_of
from .courses import ours_of, same_courses
from .generate import FIRST_DAY, LAST_DAY, SEED
from .ours import BY, RULE, Ours
from .peer import RAW, Asking, Parts, Wide, mixed
from .side import Asked
from .sides import Given, month_ends

Counts = npt.NDArray[np.int64]
ASKED = 7
LOAD = 40  # timelines and tallies in one mixed load, half of each
EVIDENCE = 200  # changed people whose claims are compared


def every_task(ours: Ours, given: Given) -> Mapping[str, Asked]:
    """The tasks, by name."""
    chance = np.random.default_rng(SEED)
    days = [_some_day(chance) for _ in range(ASKED)]
    book, ends = ours.book, month_ends()
    pairs = [(day, known, day + 30, min(known + 30, LAST_DAY)) for day, known in days]
    loads = [(load(chance, len(ours.table.people)),) for _ in range(ASKED)]
    return {
        "stock": Asked(days, partial(divided, book, RULE, BY), partial(_same_stock, given)),
        "series": Asked([(known,) for _, known in days], partial(_series, ours), _same_series),
        "surface": Asked([()], lambda: surface(book, RULE, ends, ends), _same_surface),
        "delays": Asked([()], lambda: delays(book, RULE, ends, FIRST_DAY), _same_delays),
        "changes": Asked(pairs, partial(_changes, ours), _same_changes),
        "mixed": Asked(
            loads, mixed(partial(divided, book, RULE, BY), partial(timeline, ours)), partial(_same_load, ours)
        ),
    }


def timeline(ours: Ours, person: int, known: int) -> Rectangles:
    """Where one person was and may have been on every day, as known on one, with the claims."""
    some = ours.book.pieces_of(person)
    rows = np.flatnonzero(some.known_on(known))
    return some.of(rows[np.argsort(some.sides.first[rows])])


def _some_day(chance: np.random.Generator) -> tuple[int, int]:
    """A day of the last twenty years, as known on some day from then until now."""
    day = int(chance.integers(FIRST_DAY + 3650, LAST_DAY - 60))
    return day, int(chance.integers(day, LAST_DAY - 30))


def load(chance: np.random.Generator, people: int) -> tuple[Asking, ...]:
    """As many timelines of people as tallies of days, in any order."""
    whom = [*chance.integers(0, people, LOAD // 2).tolist(), *[None] * (LOAD // 2)]
    return tuple(Asking(whom[place], *_some_day(chance)) for place in chance.permutation(LOAD))


def _series(ours: Ours, known: int) -> Daily:
    return daily(ours.book, RULE, FIRST_DAY, LAST_DAY, known, BY, ("best",))


def _changes(ours: Ours, day: int, known: int, other_day: int, other_known: int) -> Difference:
    return difference(ours.book, RULE, At(day, known), At(other_day, other_known))


def _same_stock(given: Given, source: str, theirs: Counts, mine: Shares) -> bool:
    bounds = np.zeros((3, CELLS), dtype=np.int64)
    for share in mine:
        bounds[:, place_of(share.values)] = share.bounds
    if source == RAW:
        return np.array_equal(theirs, bounds[1])
    return np.array_equal(np.stack([of @ theirs for of in (given.low, given.middle, given.high)]), bounds)


def _same_series(source: str, theirs: Wide, mine: Daily) -> bool:
    inside = [column for column, (state, *_) in enumerate(mine.values) if state is not None]
    found = np.zeros((len(mine.best), CELLS), dtype=np.int32)
    found[:, [place_of(mine.values[column]) for column in inside]] = mine.best[:, inside]
    start = FIRST_DAY - ZERO
    return np.array_equal(theirs[start : start + len(found)], found) and found.sum() == mine.best.sum()


def _same_surface(source: str, theirs: Counts, mine: Surface) -> bool:
    return np.array_equal(theirs, mine.bounds[..., 1:2] if source == RAW else mine.bounds)


def _same_delays(source: str, theirs: Counts, mine: Delays) -> bool:
    return np.array_equal(theirs, mine.counts)


def _same_changes(source: str, theirs: Parts, mine: Difference) -> bool:
    """The same people, in and out by best; and the claim that a peer names is among those that we name."""
    best = mine.people.weight[:, :, 1] > 0
    some = np.flatnonzero((best != best[:, :1]).any(axis=1))
    if not np.array_equal(mine.people.person[some], theirs.person):
        return False
    if not np.array_equal(best[some], theirs.claims >= 0):
        return False
    for row, claims in zip(some[:EVIDENCE], theirs.claims.tolist(), strict=False):
        one = mine.people.row(int(row))
        told = (one.claims_before, one.claims_revised, one.claims_now)
        if any(claim >= 0 and claim not in ours for claim, ours in zip(claims, told, strict=True)):
            return False
    return True


def _same_load(ours: Ours, source: str, theirs: list[object], mine: list[object]) -> bool:
    for his, own in zip(theirs, mine, strict=True):
        if isinstance(own, Rectangles):
            if not same_courses(his, ours_of(ours, own)):
                return False
        elif not _same_tally(his, own):
            return False
    return True


def _same_tally(theirs: object, mine: object) -> bool:
    assert isinstance(mine, Shares)
    found = np.zeros(CELLS, dtype=np.int64)
    for share in mine:
        found[place_of(share.values)] = share.bounds.best
    return np.array_equal(np.asarray(theirs), found)
