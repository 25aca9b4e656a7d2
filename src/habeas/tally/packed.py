"""What was derived and its index, as named columns and a few words: how it is put into files, and taken out again.

Columns are taken as they are: mapped from a file they stay there until they are looked at. So a snapshot of millions of
claims is open at once, and its first figure reads a few pages of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from habeas.tally.again import Kept
from habeas.tally.axis import Axis, Scale
from habeas.tally.book import Base
from habeas.tally.cell import Cells
from habeas.tally.corners import Corners
from habeas.tally.movement import MoveCells
from habeas.tally.rectangles import Derived, Moves, Rectangles, Sides
from habeas.tally.sums import Learned, Sums
from habeas.tally.table import Profile

Columns = Mapping[str, npt.NDArray[Any]]
RECTANGLES = ("person", "cell", "claim_start", "claims")
SIDES = ("first", "until", "known", "known_to")
MOVES = ("person", "day", "known", "known_to", "cell", "claim")
CORNERS = ("starts", "known", "cell", "weight")
LEARNED = ("starts", "day", "cell", "weight")
INDEX = ("when", "steps", "table")


class Ids(Sequence[str]):
    """Ids in a column of bytes, each read when it is looked at."""

    def __init__(self, column: npt.NDArray[np.bytes_]) -> None:
        self._column = column

    def __len__(self) -> int:
        return len(self._column)

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> "Ids": ...
    def __getitem__(self, place: int | slice) -> "str | Ids":
        if isinstance(place, slice):
            return Ids(self._column[place])
        return bytes(self._column[place]).decode()

    def __iter__(self) -> Iterator[str]:
        return (one.decode() for one in self._column.tolist())


def packed(kept: Kept) -> tuple[Columns, dict[str, Any]]:
    """The columns, each by a name, and what is told beside them; the index is made where it is not there."""
    base = kept.indexed().book.base
    some, index, points = kept.derived, base.sums, base.moves
    columns = {f"rectangles.{name}": getattr(some.rectangles, name) for name in RECTANGLES}
    columns |= {f"sides.{name}": getattr(some.rectangles.sides, name) for name in SIDES}
    columns |= {f"moves.{name}": getattr(some.moves, name) for name in MOVES}
    columns |= {f"corners.{name}": getattr(index.corners, name) for name in CORNERS}
    columns |= {f"learned.{name}": getattr(index.learned, name) for name in LEARNED}
    columns |= {f"points.{name}": getattr(points, name) for name in CORNERS}
    columns |= {f"index.{name}": getattr(index, name) for name in INDEX}
    columns |= {
        "cells": np.array(some.cells.codes, dtype=np.int64),
        "move_cells": np.array(some.move_cells.codes, dtype=np.int64),
        "people": np.array(list(kept.people), dtype=np.bytes_),
        "claims": np.array(list(kept.claims), dtype=np.bytes_),
        "prints": kept.prints,
    }
    profiles = [[[name, [*values], last] for name, values, last in each] for each in some.cells.profiles]
    axes = {"corners": [*index.corners.days, *index.corners.knowns], "points": [*points.days, *points.knowns]}
    return columns, {"profiles": profiles, "axes": axes, "scale": [*some.rectangles.scale]}


def unpacked(columns: Columns, told: Mapping[str, Any]) -> Kept:
    """What `packed` was given, its index with it."""
    profiles: tuple[Profile, ...] = tuple(
        tuple((name, tuple(values), last) for name, values, last in each) for each in told["profiles"]
    )
    derived = Derived(
        Rectangles(
            scale=Scale(*told["scale"]),
            sides=Sides(**{name: columns[f"sides.{name}"] for name in SIDES}),
            **{name: columns[f"rectangles.{name}"] for name in RECTANGLES},
        ),
        Moves(**{name: columns[f"moves.{name}"] for name in MOVES}),
        Cells(tuple(columns["cells"].tolist()), profiles),
        MoveCells(tuple(columns["move_cells"].tolist()), profiles),
    )
    corners, points = (_corners(columns, told, name) for name in ("corners", "points"))
    learned = Learned(**{name: columns[f"learned.{name}"] for name in LEARNED})
    index = Sums(corners, learned, **{name: columns[f"index.{name}"] for name in INDEX})
    base = Base(derived, index, points)
    return Kept(derived, Ids(columns["people"]), Ids(columns["claims"]), columns["prints"], base)


def _corners(columns: Columns, told: Mapping[str, Any], name: str) -> Corners:
    zero, length, known_zero, known_length = told["axes"][name]
    some = {column: columns[f"{name}.{column}"] for column in CORNERS}
    return Corners(Axis(zero, length), Axis(known_zero, known_length), **some)
