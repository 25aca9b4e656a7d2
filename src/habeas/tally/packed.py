"""What was derived, as named columns and a few words: how it is put into files, and taken out of them as it was."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from habeas.tally.again import Kept
from habeas.tally.cell import Cells
from habeas.tally.movement import MoveCells
from habeas.tally.rectangles import Derived, Moves, Rectangles
from habeas.tally.table import Profile

Columns = Mapping[str, npt.NDArray[Any]]
RECTANGLES = ("person", "first", "until", "known", "known_to", "cell", "claim_start", "claims")
MOVES = ("person", "day", "known", "known_to", "cell", "claim")


def packed(kept: Kept) -> tuple[Columns, dict[str, Any]]:
    """The columns, each by a name, and what is told beside them."""
    some = kept.derived
    columns = {f"rectangles.{name}": getattr(some.rectangles, name) for name in RECTANGLES}
    columns |= {f"moves.{name}": getattr(some.moves, name) for name in MOVES}
    columns |= {
        "peopled": some.peopled,
        "cells": np.array(some.cells.codes, dtype=np.int64),
        "move_cells": np.array(some.move_cells.codes, dtype=np.int64),
        "people": np.array(kept.people, dtype=np.bytes_),
        "claims": np.array(kept.claims, dtype=np.bytes_),
        "prints": kept.prints,
    }
    return columns, {"profiles": [[[*one[:1], [*one[1]], one[2]] for one in each] for each in some.cells.profiles]}


def unpacked(columns: Columns, told: Mapping[str, Any]) -> Kept:
    """What `packed` was given. Columns are taken as they are: mapped from a file they stay there until looked at."""
    profiles: tuple[Profile, ...] = tuple(
        tuple((name, tuple(values), last) for name, values, last in each) for each in told["profiles"]
    )
    derived = Derived(
        Rectangles(**{name: columns[f"rectangles.{name}"] for name in RECTANGLES}),
        Moves(**{name: columns[f"moves.{name}"] for name in MOVES}),
        columns["peopled"],
        Cells(tuple(columns["cells"].tolist()), profiles),
        MoveCells(tuple(columns["move_cells"].tolist()), profiles),
    )
    return Kept(derived, _texts(columns["people"]), _texts(columns["claims"]), columns["prints"])


def _texts(column: npt.NDArray[Any]) -> Sequence[str]:
    return [str(one) for one in np.char.decode(column, "utf-8").tolist()] if len(column) else []
