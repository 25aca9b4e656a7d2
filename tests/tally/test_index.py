"""Compiled loops make the index that NumPy makes; and the loop over people has room for all that they have."""

from dataclasses import fields

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings

from habeas.claims.act import Act
from habeas.custody.whereabouts import Asked
from habeas.tally.book import Base, book_of
from habeas.tally.derive import derive
from habeas.tally.loops import INSTALLED, people_loops
from habeas.tally.ordinary import AT_ONCE, rectangles_of
from habeas.tally.table import ACT_NUMBER, NEVER, NO_ROW, NOT_STATED, Acts, Table
from tests.tally.tables import Register, registers, table_of

pytestmark = pytest.mark.skipif(not INSTALLED, reason="numba is not installed")
PEOPLE, ACTS = 8_000, (Act.detained, Act.released, Act.detained, Act.released)


@settings(deadline=None, max_examples=60)
@given(registers())
def test_compiled_loops_make_the_same_index(told: Register) -> None:
    derived = derive(table_of(told), Asked())
    plain, fast = (book_of(derived, compiled).base for compiled in (False, True))
    assert plain.sums.corners[:2] == fast.sums.corners[:2]
    assert plain.moves[:2] == fast.moves[:2]
    for column, same in zip(_columns(plain), _columns(fast), strict=True):
        assert column.dtype == same.dtype
        assert np.array_equal(column, same)


def test_what_loops_read_is_as_if_it_were_mapped_from_a_file() -> None:
    """Else they would be compiled once more for a process that begins with a snapshot."""
    base = book_of(derive(_alike(2), Asked())).base
    columns = (*base.sums.corners[2:], *base.sums.learned, *base.moves[2:], *base.derived.rectangles.sides)
    assert not any(column.flags.writeable for column in columns)


def _columns(base: Base) -> list[npt.NDArray[np.integer]]:
    corners, learned, when, steps, table = (getattr(base.sums, one.name) for one in fields(base.sums))
    return [*corners[2:], *base.moves[2:], *learned, when, steps, table]


def test_everybody_has_room_where_each_has_many_rectangles() -> None:
    """All have the same acts, on uncertain days that became known one after the other."""
    one, everybody = (_alike(people) for people in (1, PEOPLE))
    assert people_loops(len(everybody.acts.claim), True)
    alone, found = derive(one, Asked()), rectangles_of(everybody, Asked(), True)
    each = len(alone.rectangles)
    assert each * PEOPLE > AT_ONCE, "they were written at once"
    assert each > 2 * len(ACTS), "there was room for all of them from the start"
    assert found.rectangles.person.tolist() == [person for person in range(PEOPLE) for _ in range(each)]
    for name in ("first", "until", "known", "known_to"):
        assert np.array_equal(getattr(found.rectangles, name), np.tile(getattr(alone.rectangles, name), PEOPLE))
    claims = np.concatenate([alone.rectangles.claims + person * len(ACTS) for person in range(PEOPLE)])
    assert np.array_equal(found.rectangles.claims, claims)
    for name in ("day", "known", "known_to"):
        assert np.array_equal(getattr(found.moves, name), np.tile(getattr(alone.moves, name), PEOPLE))


def _alike(people: int) -> Table:
    """So many people of the same four acts."""
    size, each = len(ACTS) * people, np.arange(len(ACTS))
    first = np.tile(737_000 + 20 * each, people).astype(np.int32)
    known = np.tile(737_100 + 10 * each, people).astype(np.int32)
    acts = Acts(
        person_start=np.arange(people + 1) * len(ACTS),
        claim=np.arange(size, dtype=np.int32),
        order=np.arange(size),
        known=known,
        known_to=np.full(size, NEVER, dtype=np.int32),
        first=first,
        last=first + np.int32(70),
        act=np.tile([ACT_NUMBER[act] for act in ACTS], people).astype(np.int8),
        state=np.full(size, NOT_STATED, dtype=np.int8),
        denied=np.zeros(size, dtype=np.bool_),
        row=np.full(size, NO_ROW, dtype=np.int32),
    )
    claims = [f"c{number}" for number in range(size)]
    profile = np.zeros(people, dtype=np.int32)
    return Table([f"p{number}" for number in range(people)], claims, acts, profiles=((),), profile=profile)
