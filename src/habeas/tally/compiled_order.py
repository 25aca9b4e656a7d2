"""The acts of one state of knowledge, in their order, each on the days that the others leave it: loops for numba.

The same as `custody.history` of an account that leaves nothing to choose. `acts` has a column for each act that is
known: its row, first and last possible day, best's day, what it finds and leaves, the state it leaves, and as sets of
places those that never come after it and those that never come before it. A set is the bits of one number.
"""

from typing import Any

import numpy as np
from numba import njit

Column = Any
ALWAYS, NEVER = -(10**8), 10**8
MOST_ACTS = 40
IN, OUT, NOTHING = 1, 0, 2  # sides


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
) -> int:  # fmt: skip
    """The acts known now that say where somebody is, in the order of entry, those of death last."""
    count = 0
    for of_death in (False, True):
        for at in range(begin, end):
            if known[at] <= now < known_to[at] and leaves[at] != NOTHING and bool(death[at]) == of_death:
                begun, ended = first[at], last[at]
                best = ended if ended < NEVER or begun == ALWAYS else begun
                acts[0, count], acts[1, count], acts[2, count], acts[3, count] = at, begun, ended, best
                acts[4, count], acts[5, count], acts[6, count] = finds[at], leaves[at], state[at]
                acts[7, count] = acts[8, count] = 0
                count += 1
    return count


@njit(cache=True, nogil=True)
def order(
    count: int, begin: int, end: int, now: int, known: Column, known_to: Column, row: Column, finds: Column,
    leaves: Column, death: Column, acts: Column,
) -> bool:  # fmt: skip
    """Put the acts in the order of one day, and each on the days that those leave it that must be before and after it.

    Afterwards acts[7] are those that never come after each, acts[8] those that never come before it. False where a row
    has a stretch the wrong way round.
    """
    some = False
    for place in range(count):
        some = some or row[acts[0, place]] >= 0 or death[acts[0, place]]
    if not some:
        return True
    sequence = np.zeros(MOST_ACTS, dtype=np.int64)  # by place: those in sequence before it
    some = False
    for later in range(count):
        at = acts[0, later]
        if row[at] < 0 or leaves[at] != OUT:
            continue
        earlier = _before_in_row(at, begin, end, now, known, known_to, row, finds, leaves)
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
    at: int, begin: int, end: int, now: int, known: Column, known_to: Column, row: Column, finds: Column,
    leaves: Column,
) -> int:  # fmt: skip
    """The act that stands just before this one, which frees, in its row, if it leaves somebody in custody; else -1."""
    frees, arrests, previous, last_other = 0, 0, -1, -1
    for other in range(begin, end):
        if row[other] == row[at] and known[other] <= now < known_to[other]:
            frees += leaves[other] == OUT
            arrests += finds[other] == OUT and leaves[other] == IN
            if other < at:
                previous = other
            if other != at:
                last_other = other
    found = last_other if frees == 1 and arrests <= 1 else previous
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
