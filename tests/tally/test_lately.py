"""What was worked out of something is held with it, made once, no more than so much of it, and gone when it is gone."""

import gc
from weakref import ref

from habeas.claims.act import CustodyState
from habeas.custody.whereabouts import PLACE
from habeas.tally.cell import Cells, code
from habeas.tally.lately import Lately
from habeas.tally.movement import MoveCells, move_code
from habeas.tally.rule import HELD
from habeas.tally.stock import division, move_weights, weights

SAID = (("name", ("Zoya Rudenko",), "Zoya Rudenko"),)


def test_a_value_is_made_once_and_those_asked_for_last_are_held() -> None:
    lately, made = Lately(2), list[str]()

    def of(key: str) -> str:
        return lately.get(key, lambda: made.append(key) or key.upper())  # type: ignore[func-returns-value]

    assert [of(key) for key in ("a", "b", "a", "c", "a", "b")] == ["A", "B", "A", "C", "A", "B"]
    assert made == ["a", "b", "c", "b"]
    assert sorted(lately.values()) == ["A", "B"]


def test_nothing_that_was_worked_out_of_cells_outlives_them() -> None:
    """Cells name what is said of people; after an erasure a server must hold no word of it."""
    police = PLACE[CustodyState.police]
    cells = Cells((code(1 << police, police, False, 0),), (SAID,))
    moves = MoveCells((move_code(PLACE[None], police, True, 0),), (SAID,))
    assert weights(cells, HELD) is weights(cells, HELD)
    assert weights(cells, HELD).low.tolist() == [1]
    assert division(cells, HELD, ("name",)).values == (("Zoya Rudenko",),)
    assert move_weights(moves, HELD).entered.tolist() == [1]
    gone = ref(cells), ref(moves)
    del cells, moves
    gc.collect()
    assert [one() for one in gone] == [None, None]
