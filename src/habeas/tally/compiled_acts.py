"""Where one person may have been, from acts that leave nothing to choose: the loops of `compiled_people`.

The same as `custody.history` and `custody.whereabouts` of such an account. `acts` has a column for each act that is
known: its row, first and last possible day, best's day, what it finds and leaves, the state it leaves, and as sets of
places those that never come after it and those that never come before it. A set is the bits of one number.
"""

from typing import Any

import numpy as np
from numba import njit

Column = Any
ALWAYS, NEVER, LAST_DAY, A_MONTH = -(10**8), 10**8, 3652059, 31
MOST_ACTS = 40
FREE, UNKNOWN = 6, 5  # places of outcomes
IN, OUT, NOTHING = 1, 0, 2  # sides
CAN_COUNT = 63


@njit(cache=True, nogil=True)
def ordinary(begin: int, end: int, first: Column, last: Column, leaves: Column, death: Column) -> bool:
    """Whether there is one death at most, and nothing that is certainly after it."""
    found, ended = 0, NEVER
    for at in range(begin, end):
        if death[at]:
            found, ended = found + 1, last[at]
    if found == 0:
        return True
    if found > 1:
        return False
    for at in range(begin, end):
        if not death[at] and leaves[at] != NOTHING and ended < NEVER and first[at] > ended:
            return False
    return True


@njit(cache=True, nogil=True)
def turns_of(begin: int, end: int, known: Column, known_to: Column, turns: Column) -> int:
    """The days on which what is known changes, in order, each once."""
    count = 0
    for at in range(begin, end):
        for day in (known[at], known_to[at]):
            if day < NEVER:
                place = count
                while place > 0 and turns[place - 1] > day:
                    place -= 1
                if place > 0 and turns[place - 1] == day:
                    continue
                for other in range(count, place, -1):
                    turns[other] = turns[other - 1]
                turns[place] = day
                count += 1
    return count


@njit(cache=True, nogil=True)
def choose(
    begin: int, end: int, now: int, known: Column, known_to: Column, first: Column, last: Column, finds: Column,
    leaves: Column, state: Column, death: Column, acts: Column,
) -> tuple[int, bool]:  # fmt: skip
    """The acts known now that say where somebody is, in the order of entry, those of death last."""
    count, some = 0, False
    for of_death in (False, True):
        for at in range(begin, end):
            if known[at] <= now < known_to[at]:
                some = True
                if leaves[at] != NOTHING and bool(death[at]) == of_death:
                    begun, ended = first[at], last[at]
                    best = ended if ended < NEVER or begun == ALWAYS else begun
                    acts[0, count], acts[1, count], acts[2, count], acts[3, count] = at, begun, ended, best
                    acts[4, count], acts[5, count], acts[6, count] = finds[at], leaves[at], state[at]
                    acts[7, count] = acts[8, count] = 0
                    count += 1
    return count, some


@njit(cache=True, nogil=True)
def order(
    count: int, begin: int, end: int, now: int, known: Column, known_to: Column, row: Column, leaves: Column,
    death: Column, acts: Column,
) -> bool:  # fmt: skip
    """Put the acts in the order of one day, and each on the days that those leave it that must be before and after it.

    Afterwards acts[7] are those that never come after each, acts[8] those that never come before it. False where a row
    has a stretch the wrong way round.
    """
    sequence = np.zeros(MOST_ACTS, dtype=np.int64)  # by place: those in sequence before it
    some = False
    for later in range(count):
        at = acts[0, later]
        if row[at] < 0 or leaves[at] != OUT:
            continue
        earlier = _before_in_row(at, begin, end, now, known, known_to, row, leaves)
        if earlier < 0 or death[at]:
            continue
        place = 0
        while acts[0, place] != earlier:
            place += 1
        if acts[2, later] < acts[1, place] and acts[2, later] < NEVER and acts[1, place] > ALWAYS:
            return False
        sequence[later] |= 1 << place
        some = True
    if some:
        _in_turn(count, sequence, acts)
    living, dead = 0, -1
    for place in range(count):
        if death[acts[0, place]]:
            dead = place
        else:
            living |= 1 << place
    if not some and (dead < 0 or living == 0):
        return True
    for place in range(count):
        acts[7, place] = sequence[place] | (living if place == dead else 0)
    ended = acts[2].copy()
    for place in range(count):
        for other in range(count):
            if acts[7, other] >> place & 1:
                acts[8, place] |= 1 << other
                acts[2, place] = min(acts[2, place], ended[other])
    _clip(count, acts)
    return True


@njit(cache=True, nogil=True)
def _clip(count: int, acts: Column) -> None:
    for place in range(count):
        acts[3, place] = min(acts[3, place], acts[2, place])
    begun, best = acts[1].copy(), acts[3].copy()
    for place in range(count):
        for other in range(count):
            if acts[7, place] >> other & 1:
                acts[1, place] = max(acts[1, place], begun[other])
                acts[3, place] = max(acts[3, place], best[other])


@njit(cache=True, nogil=True)
def _before_in_row(
    at: int, begin: int, end: int, now: int, known: Column, known_to: Column, row: Column, leaves: Column
) -> int:
    """The act that stands just before this one, which frees, in its row, if it leaves somebody in custody; else -1."""
    frees, previous, last_other = 0, -1, -1
    for other in range(begin, end):
        if row[other] == row[at] and known[other] <= now < known_to[other]:
            frees += leaves[other] == OUT
            if other < at:
                previous = other
            if other != at:
                last_other = other
    found = last_other if frees == 1 else previous
    return found if found >= 0 and leaves[found] == IN else -1


@njit(cache=True, nogil=True)
def _in_turn(count: int, sequence: Column, acts: Column) -> None:
    """As given, but an act waits for those that are in sequence before it."""
    order = np.empty(MOST_ACTS, dtype=np.int64)
    taken, found = 0, 0
    while found < count:
        for place in range(count):
            if not taken >> place & 1 and not sequence[place] & ~taken:
                order[found] = place
                taken |= 1 << place
                found += 1
                break
    rank = np.empty(MOST_ACTS, dtype=np.int64)
    for place in range(count):
        rank[order[place]] = place
    before, waits = acts.copy(), sequence.copy()
    for place in range(count):
        acts[:, place] = before[:, order[place]]
        sequence[place] = 0
        for other in range(count):
            if waits[order[place]] >> other & 1:
                sequence[place] |= 1 << rank[other]


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
