"""A number for everything that a table has of each person: who has the same number has the same rectangles.

So what was derived of a table serves the next one, for all but those of whom something was entered, judged, opened or
sealed since; and a book that was derived long ago is brought up to date by deriving a few. People and claims are told
by their ids, not by their numbers, which differ from table to table.
"""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt

from habeas.tally.table import NO_ROW, Table

Prints = npt.NDArray[np.uint64]
ODD = np.uint64(0x9E3779B97F4A7C15)  # the golden ratio, as Knuth multiplies by it
SHIFT = np.uint64(29)


def fingerprints(table: Table) -> Prints:
    """One number a person, in the order of the table."""
    acts = table.acts
    claims = _of_ids(table.claims)
    rows = claims[acts.claim] if len(acts.claim) else np.zeros(0, dtype=np.uint64)
    for column in (acts.order, acts.known, acts.known_to, acts.first, acts.last, acts.act, acts.state, acts.denied):
        rows = _mixed(rows, column.astype(np.int64))
    rows = _mixed(rows, _within_person(table))
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


def _of_ids(ids: Iterable[str]) -> Prints:
    return np.array([_of_id(one) for one in ids], dtype=np.uint64)


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
