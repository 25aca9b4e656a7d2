"""From a person's acts to rectangles and moves, compiled by numba, for accounts that leave nothing to choose.

The same as `custody.whereabouts` and `tally.derive` of such an account: every state of knowledge by itself, in it every
day on which something can change, on it every pair of acts that can be the last up to the day and the next after it.
What two states of knowledge that follow each other have alike is one rectangle. Sets of acts are bits of one number.
"""

from typing import Any

import numpy as np
from numba import njit

from habeas.tally.compiled_acts import in_order_of_best, pieces_of, points_of
from habeas.tally.compiled_exact import exact_pieces, exact_points, in_order_of_days, known_now
from habeas.tally.compiled_order import MOST_ACTS, NEVER, choose, order, ordinary, turns_of

Column = Any
MOST_PIECES = 256
# numba keeps what it compiled until this file changes, and does not see that those it calls did: a test holds this to
# their words, so that nobody counts by loops of before.
STANDS_ON = "1ec4e115a1b67663"


@njit(cache=True, nogil=True)
def derive_people(
    start: Column, people: Column, known: Column, known_to: Column, first: Column, last: Column, finds: Column,
    leaves: Column, state: Column, death: Column, row: Column, profile: Column,
    rect: Column, rect_code: Column, rect_claims: Column, claims: Column, move: Column, move_code: Column,
    special: Column, done: int,
) -> tuple[int, int, int, int]:  # fmt: skip
    """Derive people from the `done`-th on until there is no more room; how far it came, and how much it wrote.

    `rect` has person, first, until, known, known_to; `rect_claims` how many claims each has; `move` person, day, known,
    known_to and the row of its act. `special` marks who must go the way of `tally.derive`.
    """
    n_rect = n_claims = n_move = 0
    turns = np.empty(2 * MOST_ACTS, dtype=np.int64)
    acts, room = np.empty((9, MOST_ACTS), dtype=np.int64), np.empty((4, 5 * MOST_ACTS + 1), dtype=np.int64)
    exact, chosen = np.empty((MOST_ACTS, 7), dtype=np.int64), np.empty(MOST_ACTS, dtype=np.int64)
    # of this state of knowledge and of the one before, by turns
    pieces, points = np.empty((2, MOST_PIECES, 5 + MOST_ACTS), dtype=np.int64), np.empty((2, MOST_PIECES, 5), np.int64)
    for place in range(done, len(people)):
        person = people[place]
        begin, end = start[person], start[person + 1]
        most = (2 * (end - begin) + 1) * (5 * (end - begin) + 1)  # rectangles that so many acts can make
        if end - begin <= MOST_ACTS and (
            n_rect + most > rect.shape[1]
            or n_claims + most * (end - begin) > len(claims)
            or n_move + most > move.shape[1]
        ):
            return place, n_rect, n_claims, n_move
        if end - begin > MOST_ACTS or not ordinary(begin, end, first, last, leaves, death):
            special[person] = True
            continue
        marks = (n_rect, n_claims, n_move)
        whose = profile[person]
        n_turns = turns_of(begin, end, known, known_to, turns)
        n_exact = in_order_of_days(
            begin, end, known, known_to, first, last, finds, leaves, state, death, row, exact
        )  # fmt: skip
        n_older = n_points_older = 0
        for turn in range(n_turns):
            now, side = turns[turn], turn & 1
            n_pieces = n_points = 0
            if n_exact >= 0:
                count = known_now(n_exact, exact, now, chosen)
                n_pieces = exact_pieces(count, exact, chosen, whose, now, pieces[side])
                n_points = exact_points(count, exact, chosen, whose, now, points[side])
            else:
                count = choose(begin, end, now, known, known_to, first, last, finds, leaves, state, death, acts)
                if not order(count, begin, end, now, known, known_to, row, finds, leaves, death, acts):
                    special[person] = True
                    break
                in_order_of_best(count, acts, room[1])
                n_pieces = pieces_of(count, acts, whose, now, room, pieces[side])
                n_points = points_of(count, acts, whose, now, room, points[side])
            n_rect, n_claims = _go_on(
                person, now, pieces[side], n_pieces, pieces[1 - side], n_older, rect, rect_code, rect_claims, claims,
                n_rect, n_claims,
            )  # fmt: skip
            n_move = _move_on(
                person, now, points[side], n_points, points[1 - side], n_points_older, move, move_code, n_move
            )  # fmt: skip
            n_older, n_points_older = n_pieces, n_points
        if special[person]:
            n_rect, n_claims, n_move = marks
            continue
        side = n_turns & 1
        n_rect, n_claims = _go_on(
            person, NEVER, pieces[side], 0, pieces[1 - side], n_older, rect, rect_code, rect_claims, claims,
            n_rect, n_claims,
        )  # fmt: skip
        n_move = _move_on(person, NEVER, points[side], 0, points[1 - side], n_points_older, move, move_code, n_move)
    return len(people), n_rect, n_claims, n_move


@njit(cache=True, nogil=True)
def _go_on(
    person: int, now: int, pieces: Column, count: int, older: Column, n_older: int,
    rect: Column, rect_code: Column, rect_claims: Column, claims: Column, n_rect: int, n_claims: int,
) -> tuple[int, int]:  # fmt: skip
    """Pieces that stood before go on from when they were known; those that stand no longer are written.

    Both are in the order of their first days, of which no two are alike.
    """
    new = 0
    for old in range(n_older):
        while new < count and pieces[new, 0] < older[old, 0]:
            new += 1
        if new < count and _alike(pieces[new], older[old]):
            pieces[new, 4] = older[old, 4]
            continue
        rect[0, n_rect], rect[1, n_rect], rect[2, n_rect] = person, older[old, 0], older[old, 1]
        rect[3, n_rect], rect[4, n_rect] = older[old, 4], now
        rect_code[n_rect], rect_claims[n_rect] = older[old, 2], older[old, 3]
        for at in range(5, 5 + older[old, 3]):
            claims[n_claims] = older[old, at]
            n_claims += 1
        n_rect += 1
    return n_rect, n_claims


@njit(cache=True, nogil=True)
def _alike(one: Column, other: Column) -> bool:
    """Whether two pieces are of the same days, in one cell, and decided by the same claims."""
    if one[0] != other[0] or one[1] != other[1] or one[2] != other[2] or one[3] != other[3]:
        return False
    at, end = 5, 5 + int(one[3])
    while at < end and one[at] == other[at]:
        at += 1
    return at == end


@njit(cache=True, nogil=True)
def _move_on(
    person: int, now: int, points: Column, count: int, older: Column, n_older: int, move: Column, move_code: Column,
    n_move: int,
) -> int:  # fmt: skip
    """The same of moves, which are in the order of their days, too; several may be of one."""
    begin = 0
    for old in range(n_older):
        while begin < count and points[begin, 0] < older[old, 0]:
            begin += 1
        goes_on, new = False, begin
        while new < count and points[new, 0] == older[old, 0]:
            if points[new, 1] == older[old, 1] and points[new, 2] == older[old, 2] and points[new, 3] == older[old, 3]:
                points[new, 4] = older[old, 4]
                goes_on = True
                break
            new += 1
        if not goes_on:
            move[0, n_move], move[1, n_move], move[2, n_move] = person, older[old, 0], older[old, 4]
            move[3, n_move], move[4, n_move], move_code[n_move] = now, older[old, 2], older[old, 1]
            n_move += 1
    return n_move
