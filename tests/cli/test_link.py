"""`habeas link`: the lists of a register linked in bulk, into a file."""

import csv
from pathlib import Path

import pytest

from tests import two_lists

from .conftest import Habeas

KNOWN = ("--known-on", "2022-03-01")


@pytest.fixture
def both(register: Path, tmp_path: Path) -> Path:
    two_lists.enter(tmp_path)
    return register


def test_pairs_of_two_lists_stand_in_the_file(both: Path, habeas: Habeas, tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    told = habeas("link", file, "lantern", "docket", *KNOWN, "-r", both).out
    with file.open(encoding="utf-8", newline="") as text:
        names = {(row["first_name"], row["second_name"]) for row in csv.DictReader(text)}
    assert ("Yazep Kalyada", "Иосиф Коляда") in names
    assert f"{len(names)} pairs of a weight of at least 0" in told
    assert habeas("link", file, "lantern", "docket", *KNOWN, "--json", "-r", both).json["pairs"] == len(names)


def test_mistakes_are_told(both: Path, habeas: Habeas, tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    assert "ends in .csv" in habeas("link", tmp_path / "pairs.txt", "lantern", "-r", both, expect=1).err
    assert "no list has that name" in habeas("link", file, "lantern", "weather", "-r", both, expect=2).err
    assert "name each once" in habeas("link", file, "lantern", "lantern", "-r", both, expect=2).err
    assert not file.exists()
