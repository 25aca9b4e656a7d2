"""A number for everything that a table has of each person: who has the same number has the same rectangles.

So what was derived of a table serves the next one, for all but those of whom something was entered, judged, opened or
sealed since; and a book that was derived long ago is brought up to date by deriving a few. People and claims are told
by their ids, not by their numbers, which differ from table to table.
"""

from collections.abc import Sequence
from functools import reduce
from hashlib import blake2b
from itertools import islice
from typing import Any

import numpy as np
import numpy.typing as npt

from habeas.tally.blocks import BLOCK, blocks
from habeas.tally.table import NO_ROW, Table

Prints = npt.NDArray[np.uint64]
ODD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio, as Knuth multiplies by it
SHIFT, FOUR = np.uint64(29), np.uint64(4)
END, OTHER = 16, 17
DIGITS = np.full(256, OTHER, dtype=np.uint8)  # by character, its value as a hexadecimal digit; of none: END
DIGITS[[0, *b"0123456789abcdefABCDEF"]] = END, *range(16), *range(10, 16)


def fingerprints(table: Table) -> Prints:
    """One number a person, in the order of the table."""
    acts = table.acts
    claims, within, rows = _of_ids(table.claims), _within_person(table), np.zeros(len(acts.claim), dtype=np.uint64)
    columns = (acts.order, acts.known, acts.known_to, acts.first, acts.last, acts.act, acts.state, acts.denied, within)
    for start in range(0, len(rows), BLOCK):
        some = slice(start, start + BLOCK)
        rows[some] = reduce(_mixed, (column[some].astype(np.int64) for column in columns), claims[acts.claim[some]])
    found = np.zeros(len(table.people), dtype=np.uint64)
    person = np.repeat(np.arange(len(found)), np.diff(acts.person_start))
    np.add.at(found, person, rows)  # the order of entry is in each row, so a sum is enough
    if table.profile is not None:
        found = _mixed(found, table.profile.astype(np.int64))
    for number in table.said.keys() | table.judged.keys():
        found[number] ^= _digest((*table.said.get(number, ()), *_judged(table, number)), table)
    return _mixed(found, np.diff(acts.person_start))


def _mixed(prints: Prints, column: npt.NDArray[np.int64]) -> Prints:
    mixed = (prints ^ column.astype(np.uint64)) * ODD
    return np.asarray(mixed ^ (mixed >> SHIFT), dtype=np.uint64)


def _within_person(table: Table) -> npt.NDArray[np.int64]:
    """The row of each act, counted from the first that the person has."""
    row, start = table.acts.row.astype(np.int64), table.acts.person_start
    if not len(row):
        return row
    none = np.iinfo(np.int64).max
    firsts = np.minimum.reduceat(np.append(np.where(row == NO_ROW, none, row), none), start[:-1])
    return np.where(row == NO_ROW, -1, row - np.repeat(firsts, np.diff(start)))


def _of_ids(ids: Sequence[str]) -> Prints:
    """What `_of_id` makes of each."""
    found, every = np.zeros(len(ids), dtype=np.uint64), iter(ids)
    for some in blocks(found):
        some[:] = _of_some([*islice(every, len(some))])
    return found


def _of_some(ids: list[str]) -> Prints:
    """The same of a few: those of hexadecimal digits alone are read all at once."""
    try:
        text = np.array(ids, dtype="S16")
    except UnicodeEncodeError:
        return np.array([_of_id(one) for one in ids], dtype=np.uint64)
    digits, found = DIGITS[text.view(np.uint8).reshape(-1, 16)].T, np.zeros(len(ids), dtype=np.uint64)
    for digit in digits:
        found = np.where(digit < END, found << FOUR | digit, found)
    for place in np.flatnonzero((digits == OTHER).any(axis=0) | (digits[0] == END)):
        found[place] = _of_id(ids[place])
    return found


def _of_id(one: object) -> int:
    text = str(one)
    try:
        return int(text[:16], 16)
    except ValueError:
        return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


def _judged(table: Table, number: int) -> tuple[Any, ...]:
    judged = table.judged.get(number)
    return tuple(sorted(pairs) for pairs in judged) if judged else ()


def _digest(told: tuple[Any, ...], table: Table) -> np.uint64:
    """Of what else is said and judged: claims by their ids."""
    text = "\n".join(f"{table.claims[one.claim]} {one[1:]!r}" if hasattr(one, "claim") else repr(one) for one in told)
    return np.uint64(int.from_bytes(blake2b(text.encode(), digest_size=8).digest()))
