"""Where one person may have been, from acts that leave nothing to choose: loops for numba.

The same as `custody.whereabouts` of such an account: on every day on which something can change, every pair of acts
that can be the last up to the day and the next after it. `acts` is as `compiled_order` leaves it.
"""

from typing import Any

from numba import njit

from habeas.tally.compiled_order import ALWAYS, IN, NEVER, NOTHING, OUT

Column = Any
LAST_DAY, A_MONTH = 3652059, 31
FREE, UNKNOWN = 6, 5  # places of outcomes
CAN_COUNT = 63


@njit(cache=True, nogil=True)
def pieces_of(count: int, acts: Column, profile: int, now: int, room: Column, pieces: Column) -> int:
    """Write the pieces of one state of knowledge: first, until, code, how many claims, known from; and their rows.

    `room` is written over, three rows of it by `by_best` before.
    """
    days, by_best = room[0], room[1]
    n_days = _days_of_change(count, acts, days)
    found, code_before, beside_before, is_open = 0, -1, -1, False
    turn, best = 0, FREE
    for n in range(n_days):
        day = days[n]
        while turn < count and acts[3, by_best[turn]] <= day:
            best = acts[6, by_best[turn]] if acts[5, by_best[turn]] == IN else FREE
            turn += 1
        possible, beside = _possible(count, acts, day, room)
        code = possible | best << 14 | profile << 19
        if code == code_before and beside == beside_before:
            continue
        if is_open:
            pieces[found - 1, 1] = day
        code_before, beside_before, is_open = code, beside, (possible & CAN_COUNT) != 0
        if is_open:
            many = 5
            for place in range(count):
                if beside >> by_best[place] & 1:
                    pieces[found, many] = acts[0, by_best[place]]
                    many += 1
            pieces[found, 0], pieces[found, 1], pieces[found, 2] = day, NEVER, code
            pieces[found, 3], pieces[found, 4] = many - 5, now
            found += 1
    return found


@njit(cache=True, nogil=True)
def _days_of_change(count: int, acts: Column, days: Column) -> int:
    """The days on which something can change, in order, each once.

    The day before an act that is known to the day and the day after it are of account only where another, which is not,
    can be on them.
    """
    days[0], found = ALWAYS, 1
    for place in range(count):
        begun, ended, best = acts[1, place], acts[2, place], acts[3, place]
        found = _also(begun, days, found)
        if begun == ended == best and not _another(count, acts, begun):
            continue
        found = _also(begun + 1, days, found)
        found = _also(ended - 1, days, found)
        found = _also(ended, days, found)
        found = _also(best, days, found)
    return found


@njit(cache=True, nogil=True)
def _another(count: int, acts: Column, day: int) -> bool:
    for other in range(count):
        begun, ended = acts[1, other], acts[2, other]
        if begun != ended and (begun > ended or begun - 1 <= day <= ended + 1):
            return True
    return False


@njit(cache=True, nogil=True)
def _also(day: int, days: Column, found: int) -> int:
    if not 1 < day <= LAST_DAY:
        return found
    at = found
    while at > 1 and days[at - 1] > day:
        at -= 1
    if at > 1 and days[at - 1] == day:
        return found
    for other in range(found, at, -1):
        days[other] = days[other - 1]
    days[at] = day
    return found + 1


@njit(cache=True, nogil=True)
def in_order_of_best(count: int, acts: Column, by_best: Column) -> None:
    """Write the places of the acts in the order of best."""
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
def _possible(count: int, acts: Column, day: int, room: Column) -> tuple[int, int]:
    """What is possible on a day, and the acts that decide it: each pair that can be the last and the next.

    What is certainly past must be able to be before the last, what is certainly to come after the next, and the rest
    one of both.
    """
    lasts, befores = room[2], room[3]
    past = to_come = 0
    for other in range(count):
        past |= (acts[2, other] <= day) << other
        to_come |= (acts[1, other] > day) << other
    rest, found = ((1 << count) - 1) & ~past & ~to_come, 0
    for last in range(-1, count):
        if last < 0 or acts[1, last] <= day:
            before = _before(last, count, acts, day)
            if not past & ~before:
                lasts[found], befores[found] = last, before
                found += 1
    possible = beside = 0
    for following in range(-1, count):
        if following >= 0 and acts[2, following] <= day:
            continue
        later = _later(following, count, acts, day)
        if to_come & ~later:
            continue
        for at in range(found):
            last = lasts[at]
            if rest & ~(befores[at] | later):
                continue
            if last >= 0 and following >= 0 and (acts[7, last] | 1 << last) >> following & 1:
                continue
            possible |= _between(last, following, acts)
            beside |= (1 << last if last >= 0 else 0) | (1 << following if following >= 0 else 0)
    return possible, beside


@njit(cache=True, nogil=True)
def _before(last: int, count: int, acts: Column, day: int) -> int:
    """The acts that can be before the last one up to a day, or are it."""
    if last < 0:
        return 0
    before = 0
    ends = min(acts[2, last], day)
    for other in range(count):
        before |= (acts[1, other] < ends or (acts[1, other] == ends and other <= last)) << other
    return int(before & ~acts[8, last])


@njit(cache=True, nogil=True)
def _later(following: int, count: int, acts: Column, day: int) -> int:
    """The acts that can be after the next one after a day, or are it."""
    if following < 0:
        return 0
    later = 0
    begins = max(acts[1, following], day + 1)
    for other in range(count):
        later |= (acts[2, other] > begins or (acts[2, other] == begins and other >= following)) << other
    return int(later & ~acts[7, following])


@njit(cache=True, nogil=True)
def points_of(count: int, acts: Column, profile: int, now: int, room: Column, points: Column) -> int:
    """Write the moves of one state of knowledge by best: day, code, row of the act, which of its like it is, known
    from. `room[1]` has the order of best.
    """
    by_best = room[1]
    side, outcome, found = OUT, FREE, 0
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
            if following != outcome:
                code = outcome | following << 4 | (sure and step == 1) << 8 | profile << 9
                times = 1
                for other in range(found):
                    if points[other, 0] == acts[3, place] and points[other, 1] == code:
                        times += points[other, 2] == acts[0, place]
                points[found, 0], points[found, 1], points[found, 2] = acts[3, place], code, acts[0, place]
                points[found, 3], points[found, 4] = times, now
                found += 1
            outcome = following
        side = acts[5, place]
    return found
