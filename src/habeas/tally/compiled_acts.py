"""Where one person may have been, from acts that leave nothing to choose: loops for numba.

The same as `custody.whereabouts` of such an account: on every day on which something can change, every pair of acts
that can be the last up to the day and the next after it. `acts` is as `compiled_order` leaves it.
"""

from typing import Any

import numpy as np
from numba import njit

from habeas.tally.compiled_order import ALWAYS, IN, MOST_ACTS, NEVER, NOTHING, OUT

Column = Any
LAST_DAY, A_MONTH = 3652059, 31
FREE, UNKNOWN = 6, 5  # places of outcomes
CAN_COUNT = 63


@njit(cache=True, nogil=True)
def pieces_of(count: int, acts: Column, profile: int, pieces: Column, told: Column) -> int:
    """Write the pieces of one state of knowledge: first, until, code, how many claims; and those claims' rows."""
    days = np.empty(5 * MOST_ACTS + 1, dtype=np.int64)
    n_days = _days_of_change(count, acts, days)
    by_best = np.empty(MOST_ACTS, dtype=np.int64)
    _by_best(count, acts, by_best)
    certain = True
    for place in range(count):
        certain = certain and acts[1, place] == acts[2, place]
    everyone = (1 << count) - 1
    found, code_before, beside_before = 0, -1, -1
    open_piece = -1
    for n in range(n_days):
        day = days[n]
        best, possible, beside = FREE, 0, 0
        for turn in range(count):
            if acts[3, by_best[turn]] <= day:
                best = acts[6, by_best[turn]] if acts[5, by_best[turn]] == IN else FREE
        if certain:
            possible, beside = _between_certain(count, acts, by_best, day)
        else:
            possible, beside = _possible(count, acts, day, everyone)
        code = possible | best << 14 | profile << 19
        if code == code_before and beside == beside_before:
            continue
        if open_piece >= 0:
            pieces[1, open_piece] = day
            open_piece = -1
        code_before, beside_before = code, beside
        if possible & CAN_COUNT:
            pieces[0, found], pieces[1, found], pieces[2, found] = day, NEVER, code
            many = 0
            for turn in range(count):
                if beside >> by_best[turn] & 1:
                    told[found, many] = acts[0, by_best[turn]]
                    many += 1
            pieces[3, found] = many
            open_piece = found
            found += 1
    return found


@njit(cache=True, nogil=True)
def _days_of_change(count: int, acts: Column, days: Column) -> int:
    days[0], found = ALWAYS, 1
    for place in range(count):
        begun, ended = acts[1, place], acts[2, place]
        for day in (begun, begun + 1, ended - 1, ended, acts[3, place]):
            if 1 < day <= LAST_DAY:
                at = found
                while at > 1 and days[at - 1] > day:
                    at -= 1
                if at > 1 and days[at - 1] == day:
                    continue
                for other in range(found, at, -1):
                    days[other] = days[other - 1]
                days[at] = day
                found += 1
    return found


@njit(cache=True, nogil=True)
def _by_best(count: int, acts: Column, by_best: Column) -> None:
    """The places of the acts in the order of best."""
    for place in range(count):
        at = place
        while at > 0 and acts[3, by_best[at - 1]] > acts[3, place]:
            by_best[at] = by_best[at - 1]
            at -= 1
        by_best[at] = place


@njit(cache=True, nogil=True)
def _between(last: int, following: int, acts: Column) -> int:
    """The outcomes that are possible between two acts (-1: none)."""
    left = acts[5, last] if last >= 0 else OUT
    outcomes = 1 << acts[6, last] if last >= 0 and left == IN else 1 << FREE
    if following >= 0 and acts[4, following] != NOTHING and acts[4, following] != left:
        outcomes |= 1 << UNKNOWN if acts[4, following] == IN else 1 << FREE
    return outcomes


@njit(cache=True, nogil=True)
def _between_certain(count: int, acts: Column, by_best: Column, day: int) -> tuple[int, int]:
    last = following = -1
    for turn in range(count):
        if acts[1, by_best[turn]] <= day:
            last = by_best[turn]
        elif following < 0:
            following = by_best[turn]
    beside = (1 << last if last >= 0 else 0) | (1 << following if following >= 0 else 0)
    return _between(last, following, acts), beside


@njit(cache=True, nogil=True)
def _possible(count: int, acts: Column, day: int, everyone: int) -> tuple[int, int]:
    """What is possible on a day, and the acts that decide it: each pair that can be the last and the next."""
    after = np.empty(MOST_ACTS + 1, dtype=np.int64)
    for following in range(count):
        after[following] = 0
        if acts[2, following] > day:
            begins = max(acts[1, following], day + 1)
            for other in range(count):
                if acts[2, other] > begins or (acts[2, other] == begins and other >= following):
                    after[following] |= 1 << other
            after[following] &= ~acts[7, following]
    possible = beside = 0
    for last in range(-1, count):
        if last >= 0 and acts[1, last] > day:
            continue
        before = 0
        if last >= 0:
            ends = min(acts[2, last], day)
            for other in range(count):
                if acts[1, other] < ends or (acts[1, other] == ends and other <= last):
                    before |= 1 << other
            before &= ~acts[8, last]
        for following in range(-1, count):
            if following >= 0 and acts[2, following] <= day:
                continue
            later = after[following] if following >= 0 else 0
            if before | later != everyone:
                continue
            if last >= 0 and following >= 0 and (acts[7, last] | 1 << last) >> following & 1:
                continue
            possible |= _between(last, following, acts)
            beside |= (1 << last if last >= 0 else 0) | (1 << following if following >= 0 else 0)
    return possible, beside


@njit(cache=True, nogil=True)
def points_of(count: int, acts: Column, profile: int, points: Column) -> int:
    """Write the moves of one state of knowledge by best: day, code, row of the act, which of its like it is."""
    by_best = np.empty(MOST_ACTS, dtype=np.int64)
    _by_best(count, acts, by_best)
    side, now, found = OUT, FREE, 0
    for turn in range(count):
        place = by_best[turn]
        sure = acts[2, place] - acts[1, place] < A_MONTH
        unseen = acts[4, place] != NOTHING and acts[4, place] != side
        for step in range(2):
            if step == 0 and not unseen:
                continue
            if step == 0:
                following = UNKNOWN if acts[4, place] == IN else FREE
            else:
                following = acts[6, place] if acts[5, place] == IN else FREE
            if following != now:
                code = now | following << 4 | (sure and step == 1) << 8 | profile << 9
                times = 1
                for other in range(found):
                    if points[0, other] == acts[3, place] and points[1, other] == code:
                        times += points[2, other] == acts[0, place]
                points[0, found], points[1, found], points[2, found] = acts[3, place], code, acts[0, place]
                points[3, found] = times
                found += 1
            now = following
        side = acts[5, place]
    return found
