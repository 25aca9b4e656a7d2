"""Polars: lazy, on all cores, rows in order: the last row kept of each person is the one before another person's."""

import polars as pl

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

LAST = (pl.col("person") != pl.col("person").shift(-1)).fill_null(True)
ONE = pl.lit(1, dtype=pl.Int32)


def raw(some: Raw) -> Peer:
    """Over raw claims."""
    frame = pl.DataFrame({name: getattr(some, name) for name in CLAIM}).with_columns(pl.col("person").set_sorted())

    def last_rows(day: int, known: int) -> pl.LazyFrame:
        return frame.lazy().filter(_known(known) & (pl.col("best") <= _day(day))).filter(LAST)

    def stock(day: int, known: int) -> Counts:
        return _counted(last_rows(day, known), CELLS + 1)[:-1]

    def series(known: int) -> Wide:
        rows = frame.lazy().filter(_known(known)).select("best", "cell", following=pl.col("best").shift(-1), last=LAST)
        rows = rows.filter(pl.col("cell") < CELLS)
        came = rows.select(slot=_slot("best"), sign=ONE)
        left = rows.filter(~pl.col("last")).select(slot=_slot("following"), sign=-ONE)
        return daily(*_added_up(came, left))

    def changes(day: int, known: int, other_day: int, other_known: int) -> Parts:
        points = ((day, known), (day, other_known), (other_day, other_known))
        first, *rest = (last_rows(*at).select("person", pl.col("packed").alias(f"p{n}")) for n, at in enumerate(points))
        for other in rest:
            first = first.join(other, on="person", how="full", coalesce=True)
        inside = [(pl.col(f"p{n}").fill_null(CELLS) & 511) < CELLS for n in range(3)]
        changed = first.filter((inside[0] != inside[1]) | (inside[1] != inside[2])).sort("person").collect()
        return parts(
            changed["person"].to_numpy(), changed.select("p0", "p1", "p2").fill_null(CELLS).to_numpy(), some.claim
        )

    def timeline(person: int, known: int) -> pl.DataFrame:
        start, end = (int(frame["person"].search_sorted(one)) for one in (person, person + 1))
        return frame[start:end].filter(_known(known)).select("best", "cell")

    tasks: Tasks = {"stock": stock, "series": series, "changes": changes, "mixed": mixed(stock, timeline)}
    return Peer("Polars", RAW, tasks, NOT_RAW)


def given(some: Given, moves: Entered) -> Peer:
    """Over rectangles, in the order of their first days: those that begin later are not looked at."""
    frame = pl.DataFrame({name: getattr(some, name) for name in RECTANGLE})
    came = pl.DataFrame(moves._asdict()).lazy()
    cells = some.low.shape[1]

    def stock(day: int, known: int) -> Counts:
        end = int(frame["first"].search_sorted(number(day), side="right"))
        return _counted(frame.lazy().head(end).filter((pl.col("until") > _day(day)) & _known(known)), cells)

    def series(known: int) -> Wide:
        rows = frame.lazy().filter(_known(known) & (pl.col("best") >= 0))
        rows = rows.select("first", "until", cell=pl.col("best"))
        ended = rows.filter(pl.col("until") < OPEN)
        return daily(
            *_added_up(rows.select(slot=_slot("first"), sign=ONE), ended.select(slot=_slot("until"), sign=-ONE))
        )

    def corners() -> Counts:
        sides = (("m_first", "m_known", ONE), ("m_until", "m_known", -ONE))
        others = (("m_first", "m_known_to", -ONE), ("m_until", "m_known_to", ONE))
        rows = [
            frame.lazy().select(slot=_month(day, known) * LEVELS + pl.col("level"), sign=sign)
            for day, known, sign in (*sides, *others)
        ]
        return surface(*_added_up(*rows))

    def delays() -> Counts:
        rows = [
            came.select(slot=_month("m_day", known), sign=sign)
            for known, sign in (("m_known", ONE), ("m_known_to", -ONE))
        ]
        return triangle(*_added_up(*rows))

    tasks: Tasks = {"stock": stock, "series": series, "surface": corners, "delays": delays}
    return Peer("Polars", GIVEN, tasks, NOT_GIVEN)


def _day(day: int) -> pl.Expr:
    return pl.lit(number(day), dtype=pl.Int16)


def _known(day: int) -> pl.Expr:
    return (pl.col("known") <= _day(day)) & (pl.col("known_to") > _day(day))


def _slot(day: str) -> pl.Expr:
    return pl.col(day).cast(pl.Int32) * CELLS + pl.col("cell")


def _month(day: str, known: str) -> pl.Expr:
    return pl.col(day).cast(pl.Int32) * GRID + pl.col(known)


def _added_up(*rows: pl.LazyFrame) -> tuple[pl.Series, pl.Series]:
    """The sum of signs in each slot: of each part first, since each has one sign."""
    every = [some.group_by("slot").agg(pl.col("sign").sum()) for some in rows]
    found = pl.concat(every).group_by("slot").agg(pl.col("sign").sum()).collect()
    return found["slot"], found["sign"]


def _counted(rows: pl.LazyFrame, cells: int) -> Counts:
    found = rows.group_by("cell").len().collect()
    return spread(found["cell"].to_numpy(), found["len"].to_numpy(), cells)
