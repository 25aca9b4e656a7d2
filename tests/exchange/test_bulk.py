"""Linking in bulk: Splink on DuckDB finds the pairs, each once, with a weight; what is missing is told."""

import csv
import sys
from pathlib import Path

import duckdb
import pytest
from bench.lists import long
from bench.lists.trial import somebody

from habeas.exchange import bulk
from habeas.exchange.prepared import FileError
from habeas.linkage.columns import table

FULL = {"born": "1985-08-17", "detained": "2021-01-04"}


def pairs(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def test_of_two_long_lists_nearly_all_are_found_and_nobody_else(tmp_path: Path) -> None:
    trial = long.trial(200)
    lists = {"A": table(trial.ones), "B": table(trial.others)}
    many = bulk.link(lists, tmp_path / "pairs.csv")
    found = {(row["first_id"], row["second_id"]) for row in pairs(tmp_path / "pairs.csv")}
    truth = {(f"a{one}", f"b{other}") for one, other in trial.truth}
    assert many == len(found)
    assert found <= truth
    assert len(found) >= 0.9 * len(truth)


def test_the_database_is_closed_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect, opened = duckdb.connect, list[duckdb.DuckDBPyConnection]()

    def opening(where: str = "") -> duckdb.DuckDBPyConnection:
        made = connect(where or ":memory:")
        opened.extend([] if where else [made])  # Splink opens one of its own
        return made

    monkeypatch.setattr(duckdb, "connect", opening)
    lists = {"A": table([somebody("a", "Viktar Zhuk", **FULL)]), "B": table([somebody("b", "Виктор Жук", **FULL)])}
    assert bulk.link(lists, tmp_path / "pairs.csv") == 1
    (connection,) = opened
    with pytest.raises(duckdb.ConnectionException):
        connection.execute("SELECT 1")


def test_a_pair_is_told_with_both_lists_and_its_weight_the_likeliest_first(tmp_path: Path) -> None:
    ones = [somebody("a", "Viktar Zhuk", **FULL), somebody("c", "Hanna Sokalich", born="1961")]
    others = [somebody("d", "Ганна Сакаліч", born="1961-04-12"), somebody("b", "Виктор Жук", **FULL)]
    bulk.link({"Lantern": table(ones), "Docket": table(others)}, tmp_path / "pairs.csv", least=-20)
    rows = pairs(tmp_path / "pairs.csv")
    assert [(row["first_id"], row["second_id"]) for row in rows][:2] == [("a", "b"), ("c", "d")]
    assert (rows[0]["first_list"], rows[0]["second_list"]) == ("Lantern", "Docket")
    assert rows[0]["second_name"] == "Виктор Жук"
    assert float(rows[0]["weight"]) > float(rows[1]["weight"])
    assert 0 <= float(rows[1]["probability"]) <= float(rows[0]["probability"]) <= 1


def test_the_same_lists_give_the_same_file(tmp_path: Path) -> None:
    trial = long.trial(60)
    lists = {"A": table(trial.ones), "B": table(trial.others)}
    for name in ("one.csv", "two.csv"):
        bulk.link(lists, tmp_path / name)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()


def test_of_one_list_those_are_found_who_may_stand_on_it_twice(tmp_path: Path) -> None:
    people = [somebody("a", "Viktar Zhuk", **FULL), somebody("b", "Виктор Жук", **FULL), somebody("c", "Ivan Horast")]
    assert bulk.link({"Lantern": table(people)}, tmp_path / "pairs.csv") == 1
    (row,) = pairs(tmp_path / "pairs.csv")
    assert (row["first_id"], row["second_id"], row["second_list"]) == ("a", "b", "Lantern")


def test_what_is_missing_is_told_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lists = {"A": table([somebody("a", "Viktar Zhuk")]), "B": table([somebody("b", "Ivan Horast")])}
    with pytest.raises(FileError, match="nothing was written"):
        bulk.link(lists, tmp_path / "nowhere" / "pairs.csv")
    with pytest.raises(FileError, match="B has nobody"):
        bulk.link({**lists, "B": []}, tmp_path / "pairs.csv")
    for module, says in (("pyspark.sql", "PySpark and Java"), ("duckdb", "needs duckdb"), ("splink", "needs Splink")):
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(FileError, match=says):
            bulk.link(lists, tmp_path / "pairs.csv", backend="spark" if module == "pyspark.sql" else "duckdb")
    assert list(tmp_path.iterdir()) == []
