"""From a person's acts to rectangles and moves, compiled by numba, for accounts that leave nothing to choose.

The same as `custody.whereabouts` and `tally.derive` of such an account: every state of knowledge by itself, in it every
day on which something can change, on it every pair of acts that can be the last up to the day and the next after it.
What two states of knowledge that follow each other have alike is one rectangle. Sets of acts are bits of one number.
"""

from typing import Any

import numpy as np
from numba import njit

from habeas.tally.compiled_acts import pieces_of, points_of
from habeas.tally.compiled_order import MOST_ACTS, NEVER, choose, order, ordinary, turns_of

Column = Any
MOST_PIECES = 256
# numba keeps what it compiled until this file changes, and does not see that those it calls did: a test holds this to
# their words, so that nobody counts by loops of before.
STANDS_ON = "cd93136acb6c9ab3"


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
    acts = np.empty((9, MOST_ACTS), dtype=np.int64)
    pieces, older = np.empty((5, MOST_PIECES), dtype=np.int64), np.empty((5, MOST_PIECES), dtype=np.int64)
    told, told_older = (
        np.empty((MOST_PIECES, MOST_ACTS), dtype=np.int64),
        np.empty((MOST_PIECES, MOST_ACTS), dtype=np.int64),
    )
    points, points_older = np.empty((5, MOST_PIECES), dtype=np.int64), np.empty((5, MOST_PIECES), dtype=np.int64)
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
        n_turns = turns_of(begin, end, known, known_to, turns)
        n_older = n_points_older = 0
        for turn in range(n_turns):
            now, then = turns[turn], turns[turn + 1] if turn + 1 < n_turns else NEVER
            count, any_act = choose(begin, end, now, known, known_to, first, last, finds, leaves, state, death, acts)
            n_pieces = n_points = 0
            if any_act and order(count, begin, end, now, known, known_to, row, finds, leaves, death, acts):
                n_pieces = pieces_of(count, acts, profile[person], pieces, told)
                n_points = points_of(count, acts, profile[person], points)
            elif any_act:
                special[person] = True
                break
            n_rect, n_claims = _go_on(
                person, now, pieces, told, n_pieces, older, told_older, n_older, rect, rect_code, rect_claims, claims,
                n_rect, n_claims,
            )  # fmt: skip
            n_move = _move_on(person, now, points, n_points, points_older, n_points_older, move, move_code, n_move)
            pieces, older, told, told_older = older, pieces, told_older, told
            points, points_older = points_older, points
            n_older, n_points_older = n_pieces, n_points
            if then == NEVER:
                break
        if special[person]:
            n_rect, n_claims, n_move = marks
            continue
        n_rect, n_claims = _go_on(
            person, NEVER, pieces, told, 0, older, told_older, n_older, rect, rect_code, rect_claims, claims,
            n_rect, n_claims,
        )  # fmt: skip
        n_move = _move_on(person, NEVER, points, 0, points_older, n_points_older, move, move_code, n_move)
    return len(people), n_rect, n_claims, n_move


@njit(cache=True, nogil=True)
def _go_on(
    person: int, now: int, pieces: Column, told: Column, count: int, older: Column, told_older: Column, n_older: int,
    rect: Column, rect_code: Column, rect_claims: Column, claims: Column, n_rect: int, n_claims: int,
) -> tuple[int, int]:  # fmt: skip
    """Pieces that stood before go on from when they were known (pieces[4]); those that stand no longer are written."""
    for new in range(count):
        pieces[4, new] = now
    for old in range(n_older):
        goes_on = False
        for new in range(count):
            if (
                pieces[0, new] == older[0, old]
                and pieces[1, new] == older[1, old]
                and pieces[2, new] == older[2, old]
                and pieces[3, new] == older[3, old]
                and _alike(told[new], told_older[old], pieces[3, new])
            ):
                pieces[4, new] = older[4, old]
                goes_on = True
                break
        if not goes_on:
            rect[0, n_rect], rect[1, n_rect], rect[2, n_rect] = person, older[0, old], older[1, old]
            rect[3, n_rect], rect[4, n_rect] = older[4, old], now
            rect_code[n_rect], rect_claims[n_rect] = older[2, old], older[3, old]
            for at in range(older[3, old]):
                claims[n_claims] = told_older[old, at]
                n_claims += 1
            n_rect += 1
    return n_rect, n_claims


@njit(cache=True, nogil=True)
def _alike(one: Column, other: Column, count: int) -> bool:
    at = 0
    while at < count and one[at] == other[at]:
        at += 1
    return at == count


@njit(cache=True, nogil=True)
def _move_on(
    person: int, now: int, points: Column, count: int, older: Column, n_older: int, move: Column, move_code: Column,
    n_move: int,
) -> int:  # fmt: skip
    for new in range(count):
        points[4, new] = now
    for old in range(n_older):
        goes_on = False
        for new in range(count):
            alike = True
            for part in range(4):
                alike = alike and points[part, new] == older[part, old]
            if alike:
                points[4, new] = older[4, old]
                goes_on = True
                break
        if not goes_on:
            move[0, n_move], move[1, n_move], move[2, n_move], move[3, n_move] = (
                person,
                older[0, old],
                older[4, old],
                now,
            )
            move[4, n_move], move_code[n_move] = older[2, old], older[1, old]
            n_move += 1
    return n_move
