"""pandas: as NumPy, by its own frames, masks and counts."""

import pandas as pd

from .columns import CELLS, Given, Raw, number
from .peer import GIVEN, RAW, Counts, Peer, spread


def raw(some: Raw) -> Peer:
    """Over raw claims."""
    frame = pd.DataFrame({name: getattr(some, name) for name in ("person", "best", "known", "known_to", "cell")})

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        rows = (frame["best"] <= when) & (frame["known"] <= learned) & (frame["known_to"] > learned)
        here = frame.loc[rows, ["person", "cell"]]
        last = here["person"] != here["person"].shift(-1, fill_value=-1)
        return _counted(here.loc[last, "cell"], CELLS + 1)[:-1]

    return Peer("pandas", RAW, {"stock": stock})


def given(some: Given) -> Peer:
    """Over rectangles, in the order of their first days: those that begin later are not looked at."""
    frame = pd.DataFrame({name: getattr(some, name) for name in some._fields[:5]})
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        when, learned = number(day), number(known)
        begun = frame.iloc[: int(frame["first"].searchsorted(when, side="right"))]
        rows = (begun["until"] > when) & (begun["known"] <= learned) & (begun["known_to"] > learned)
        return _counted(begun.loc[rows, "cell"], cells)

    return Peer("pandas", GIVEN, {"stock": stock})


def _counted(column: "pd.Series[int]", cells: int) -> Counts:
    found = column.value_counts(sort=False)
    return spread(found.index.to_numpy(), found.to_numpy(), cells)
