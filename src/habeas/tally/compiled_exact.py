"""Where one person was, from acts that are all known to the day: loops for numba.

The same as `compiled_acts` of such an account. Acts stand once in the order of their days, and of one day in that of
entry; those known now, in this order, part time into pieces. In `exact` each has its day, from and until when it is
known, what it finds and leaves, the state it leaves, and its row.
"""

from typing import Any

from numba import njit

from habeas.tally.compiled_order import ALWAYS, IN, NEVER, NOTHING, OUT

Column = Any
LAST_DAY, FREE, UNKNOWN, CAN_COUNT = 3652059, 6, 5, 63  # as in `compiled_acts`


@njit(cache=True, nogil=True)
def in_order_of_days(
    begin: int, end: int, known: Column, known_to: Column, first: Column, last: Column, finds: Column,
    leaves: Column, state: Column, death: Column, row: Column, exact: Column,
) -> int:  # fmt: skip
    """Write the acts that say where somebody is, and how many; -1 where one of them is not known to the day, is of a
    row, or is a death.
    """
    count = 0
    for at in range(begin, end):
        if leaves[at] == NOTHING:
            continue
        day = first[at]
        if day != last[at] or day <= 1 or day > LAST_DAY or row[at] >= 0 or death[at]:
            return -1
        place = count
        while place > 0 and exact[place - 1, 0] > day:
            for part in range(7):
                exact[place, part] = exact[place - 1, part]
            place -= 1
        exact[place, 0], exact[place, 1], exact[place, 2] = day, known[at], known_to[at]
        exact[place, 3], exact[place, 4], exact[place, 5], exact[place, 6] = finds[at], leaves[at], state[at], at
        count += 1
    return count


@njit(cache=True, nogil=True)
def known_now(count: int, exact: Column, now: int, chosen: Column) -> int:
    """Write the places of the acts that are known, and how many."""
    found = 0
    for place in range(count):
        if exact[place, 1] <= now < exact[place, 2]:
            chosen[found] = place
            found += 1
    return found


@njit(cache=True, nogil=True)
def exact_pieces(count: int, exact: Column, chosen: Column, profile: int, now: int, pieces: Column) -> int:
    """Write the pieces of one state of knowledge, as `pieces_of` does."""
    found, code_before, is_open = 0, -1, False
    left, best, begins = OUT, FREE, ALWAYS
    for turn in range(-1, count):
        if turn >= 0:
            last = chosen[turn]
            left, begins = exact[last, 4], exact[last, 0]
            best = exact[last, 5] if left == IN else FREE
        possible = 1 << best
        if turn + 1 < count:
            following = chosen[turn + 1]
            if exact[following, 0] == begins:
                continue
            finds = exact[following, 3]
            if finds != NOTHING and finds != left:
                possible |= 1 << UNKNOWN if finds == IN else 1 << FREE
        code = possible | best << 14 | profile << 19
        if count == 1 and turn == 0 and code == code_before:
            continue  # the same act alone decides it, before its day and after
        code_before = code
        if is_open:
            pieces[found - 1, 1] = begins
        is_open = (possible & CAN_COUNT) != 0
        if is_open:
            many = 5
            if turn >= 0:
                many += 1
                pieces[found, many - 1] = exact[chosen[turn], 6]
            if turn + 1 < count:
                many += 1
                pieces[found, many - 1] = exact[chosen[turn + 1], 6]
            pieces[found, 0], pieces[found, 1], pieces[found, 2] = begins, NEVER, code
            pieces[found, 3], pieces[found, 4] = many - 5, now
            found += 1
    return found


@njit(cache=True, nogil=True)
def exact_points(count: int, exact: Column, chosen: Column, profile: int, now: int, points: Column) -> int:
    """Write the moves of one state of knowledge, as `points_of` does."""
    side, outcome, found = OUT, FREE, 0
    for turn in range(count):
        act = chosen[turn]
        finds, left = exact[act, 3], exact[act, 4]
        if finds != NOTHING and finds != side:
            following = UNKNOWN if finds == IN else FREE
            if following != outcome:
                _point(exact, act, outcome | following << 4 | profile << 9, now, points, found)
                found += 1
            outcome = following
        following = exact[act, 5] if left == IN else FREE
        if following != outcome:
            _point(exact, act, outcome | following << 4 | 1 << 8 | profile << 9, now, points, found)
            found += 1
        outcome, side = following, left
    return found


@njit(cache=True, nogil=True)
def _point(exact: Column, act: int, code: int, now: int, points: Column, found: int) -> None:
    points[found, 0], points[found, 1], points[found, 2] = exact[act, 0], code, exact[act, 6]
    points[found, 3], points[found, 4] = 1, now
