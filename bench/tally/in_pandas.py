"""pandas: as NumPy, by its own frames, masks, counts and shifts."""

import numpy as np
import pandas as pd

from .columns import CELLS, OPEN, Raw, number
from .peer import (
    GIVEN,
    NOT_GIVEN,
    NOT_RAW,
    RAW,
    Counts,
    Parts,
    Peer,
    Tasks,
    Wide,
    daily,
    mixed,
    parts,
    spread,
    surface,
    triangle,
)  # fmt: skip
from .sides import GRID, LEVELS, Entered, Given
from .statements import CLAIM, RECTANGLE


def raw(some: Raw) -> Peer:
    """Over raw claims."""
    frame = pd.DataFrame({name: getattr(some, name) for name in CLAIM})

    def last_rows(day: int, known: int) -> pd.DataFrame:
        here = frame.loc[_known(frame, known) & (frame["best"] <= number(day)), ["person", "cell", "packed"]]
        return here[here["person"] != here["person"].shift(-1, fill_value=-1)]

    def stock(day: int, known: int) -> Counts:
        return _counted(last_rows(day, known)["cell"], CELLS + 1)[:-1]

    def series(known: int) -> Wide:
        rows = frame.loc[_known(frame, known), ["person", "best", "cell"]]
        rows["following"] = rows["best"].shift(-1, fill_value=0)
        rows["followed"] = rows["person"] == rows["person"].shift(-1, fill_value=-1)
        rows = rows[rows["cell"] < CELLS]
        came = rows["best"].astype(np.int32) * CELLS + rows["cell"]
        left = rows.loc[rows["followed"], "following"].astype(np.int32) * CELLS + rows.loc[rows["followed"], "cell"]
        return daily(*_added_up((came, 1), (left, -1)))

    def changes(day: int, known: int, other_day: int, other_known: int) -> Parts:
        points = ((day, known), (day, other_known), (other_day, other_known))
        each = [last_rows(*at).set_index("person")["packed"] for at in points]
        table = pd.concat(each, axis=1).fillna(CELLS).astype(np.int64).sort_index()
        inside = (table.to_numpy() & 511) < CELLS
        changed = table[(inside[:, 0] != inside[:, 1]) | (inside[:, 1] != inside[:, 2])]
        return parts(changed.index, changed.to_numpy(), some.claim)

    def timeline(person: int, known: int) -> pd.DataFrame:
        start, end = frame["person"].searchsorted([person, person + 1])
        own = frame.iloc[start:end]
        return own.loc[_known(own, known), ["best", "cell"]]

    tasks: Tasks = {"stock": stock, "series": series, "changes": changes, "mixed": mixed(stock, timeline)}
    return Peer("pandas", RAW, tasks, NOT_RAW)


def given(some: Given, moves: Entered) -> Peer:
    """Over rectangles, in the order of their first days: those that begin later are not looked at."""
    frame = pd.DataFrame({name: getattr(some, name) for name in RECTANGLE})
    came = pd.DataFrame(moves._asdict())
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        begun = frame.iloc[: int(frame["first"].searchsorted(number(day), side="right"))]
        return _counted(begun.loc[_known(begun, known) & (begun["until"] > number(day)), "cell"], cells)

    def series(known: int) -> Wide:
        rows = frame.loc[_known(frame, known) & (frame["best"] >= 0), ["first", "until", "best"]]
        ended = rows[rows["until"] < OPEN]
        slots = [one[day].astype(np.int32) * CELLS + one["best"] for one, day in ((rows, "first"), (ended, "until"))]
        return daily(*_added_up((slots[0], 1), (slots[1], -1)))

    def corners() -> Counts:
        sides = (("m_first", "m_known", 1), ("m_until", "m_known", -1))
        others = (("m_first", "m_known_to", -1), ("m_until", "m_known_to", 1))
        every = [
            ((frame[day].astype(np.int32) * GRID + frame[known]) * LEVELS + frame["level"], sign)
            for day, known, sign in (*sides, *others)
        ]
        return surface(*_added_up(*every))

    def delays() -> Counts:
        row = came["m_day"].astype(np.int32) * GRID
        return triangle(*_added_up((row + came["m_known"], 1), (row + came["m_known_to"], -1)))

    tasks: Tasks = {"stock": stock, "series": series, "surface": corners, "delays": delays}
    return Peer("pandas", GIVEN, tasks, NOT_GIVEN)


def _known(frame: pd.DataFrame, day: int) -> "pd.Series[bool]":
    return (frame["known"] <= number(day)) & (frame["known_to"] > number(day))


def _added_up(*parts: tuple["pd.Series[int]", int]) -> tuple[Counts, Counts]:
    every = [sign * slots.value_counts(sort=False) for slots, sign in parts]
    found = pd.concat(every).groupby(level=0, sort=False).sum()
    return found.index.to_numpy(), found.to_numpy()


def _counted(column: "pd.Series[int]", cells: int) -> Counts:
    found = column.value_counts(sort=False)
    return spread(found.index.to_numpy(), found.to_numpy(), cells)
