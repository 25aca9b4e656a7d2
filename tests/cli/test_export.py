"""`habeas export`: DuckDB and Polars count in the file what `habeas tally` counts in the register."""

from datetime import date
from pathlib import Path

import duckdb
import polars
import pytest
from pyarrow import parquet

from habeas.answers import tally
from habeas.claims.vocabulary import Access
from tests import zalesia

from .conftest import Habeas

DAYS = [date(2021, 5, day) for day in (1, 5, 12, 20, 31)]
KNOWN = [date(2021, 5, 10), date(2021, 7, 1)]
SQL = """SELECT coalesce(sum(low), 0), coalesce(sum(best), 0), coalesce(sum(high), 0) FROM '{file}'
         WHERE first <= $day AND $day < until AND known <= $known AND $known < known_to"""


@pytest.fixture
def exported(register_sqlite: Path, habeas: Habeas, tmp_path: Path) -> Path:
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    zalesia.enter(zalesia.act("Alice", "released", "2021-05-10", 20, latest="2021-05-20", known="2021-05-30"))
    zalesia.enter(zalesia.act("Bob", "released", "2021-05-15", 40, known="2021-06-01"))
    file = tmp_path / "held.parquet"
    assert "rectangles; rule: held (version 1)" in habeas("export", file).out
    return file


def test_duckdb_and_polars_count_what_the_register_counts(exported: Path) -> None:
    seen = tally.view(None, Access.staff)
    for known in KNOWN:
        for day in DAYS:
            ours = tally.tally(day, known, seen).count
            (theirs,) = duckdb.execute(SQL.format(file=exported), {"day": day, "known": known}).fetchall()
            assert theirs == (ours.low, ours.best, ours.high), (day, known)
            frame = polars.read_parquet(exported)
            here = (polars.col("first") <= day) & (day < polars.col("until"))
            here &= (polars.col("known") <= known) & (known < polars.col("known_to"))
            assert frame.filter(here)["best"].sum() == ours.best


def test_the_file_says_by_what_it_was_counted_and_names_nobody(exported: Path) -> None:
    told = parquet.read_schema(exported).metadata
    assert told[b"habeas.rule"] == b"held@1"
    assert told[b"habeas.lens"] == b"every accepted claim@1"
    assert told[b"habeas.at"] == str(tally.view(None, Access.staff).at).encode()
    assert b"Alice" not in exported.read_bytes()


def test_what_was_written_is_told_as_json(exported: Path, habeas: Habeas) -> None:
    told = habeas("export", exported, "--json").json
    assert (told["file"], told["rule"], told["lens_version"]) == (str(exported), "held", 1)
    assert told["rectangles"] == len(polars.read_parquet(exported))


def test_what_cannot_be_written_is_told(register_sqlite: Path, habeas: Habeas, tmp_path: Path) -> None:
    zalesia.enter(zalesia.rule("freed", quantity="outflow", unit="detentions", period="month"))
    assert "ends in .parquet" in habeas("export", tmp_path / "held.csv", expect=1).err
    assert "freed is an outflow" in habeas("export", tmp_path / "held.parquet", "--rule", "freed", expect=2).err
    assert list(tmp_path.glob("*held*")) == []


def test_a_folder_that_is_not_there_is_told_with_what_was_done(exported: Path, habeas: Habeas) -> None:
    file = exported.parent / "nowhere" / "held.parquet"
    told = " ".join(habeas("export", file, expect=1).err.split())
    assert "it cannot be written" in told
    assert told.endswith("nothing was written")
