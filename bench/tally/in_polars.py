"""Polars: lazy, on all cores, rows in order: the last row kept of each person is the one before another person's."""

import polars as pl

from .columns import CELLS, Given, Raw, number
from .peer import GIVEN, RAW, Counts, Peer, spread


def raw(some: Raw) -> Peer:
    """Over raw claims."""
    frame = pl.DataFrame({name: getattr(some, name) for name in ("person", "best", "known", "known_to", "cell")})
    frame = frame.with_columns(pl.col("person").set_sorted())

    def stock(day: int, known: int) -> Counts:
        last = (pl.col("person") != pl.col("person").shift(-1)).fill_null(True)
        return _counted(frame.lazy().filter(_known(known) & (pl.col("best") <= _day(day))).filter(last), CELLS + 1)[:-1]

    return Peer("Polars", RAW, {"stock": stock})


def given(some: Given) -> Peer:
    """Over rectangles, in the order of their first days: those that begin later are not looked at."""
    frame = pl.DataFrame({name: getattr(some, name) for name in some._fields[:5]})
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        end = int(frame["first"].search_sorted(number(day), side="right"))
        return _counted(frame.lazy().head(end).filter((pl.col("until") > _day(day)) & _known(known)), cells)

    return Peer("Polars", GIVEN, {"stock": stock})


def _day(day: int) -> pl.Expr:
    return pl.lit(number(day), dtype=pl.Int16)


def _known(day: int) -> pl.Expr:
    return (pl.col("known") <= _day(day)) & (pl.col("known_to") > _day(day))


def _counted(rows: pl.LazyFrame, cells: int) -> Counts:
    found = rows.group_by("cell").len().collect()
    return spread(found["cell"].to_numpy(), found["len"].to_numpy(), cells)
