"""Pairs and lists are read as they stand, a wrong line is named, and no person is on both sides of the split."""

import gzip
from pathlib import Path

import pytest
from bench.names.lists import pairs_of

from bench.names import data

ZALESIA = """
[[person]]
be = "Лясны Андрэй"
en = "Andrei Liasny"
pl = "Andrei Liasny"

[[person]]
names = ["Лясная Марыя", "Maria Lasnaja"]
"""


def test_pairs_need_three_columns(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text('label,a,b\n1,"Лесной, Андрей",Andrei Liasny\n0,Maria Lasnaja,Andrei Liasny\n', encoding="utf-8")
    first, second = data.pairs(path)
    assert (first.same, first.a, first.b) == (True, "Лесной, Андрей", "Andrei Liasny")
    assert not second.same


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv.gz"
    path.write_bytes(gzip.compress("label\ta\tb\n1\tАндрей\tAndrei\nyes\tАндрей\tAndrei\n".encode()))
    with pytest.raises(ValueError, match=r"own\.tsv\.gz, line 3: label must be 0 or 1 .* not 'yes'"):
        data.pairs(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"none\.tsv is not there"):
        data.pairs(tmp_path / "none.tsv")


def test_a_list_gives_every_pair_across_it(tmp_path: Path) -> None:
    path = tmp_path / "zalesia.toml"
    path.write_text(ZALESIA, encoding="utf-8")
    found = pairs_of(path)
    same = {frozenset((pair.a, pair.b)) for pair in found if pair.same}
    assert same == {frozenset(("Лясны Андрэй", "Andrei Liasny")), frozenset(("Лясная Марыя", "Maria Lasnaja"))}
    assert len(found) == 6, "four spellings, and one of them in two languages"
    assert {pair.kind for pair in found} == {"zalesia"}


def test_a_list_in_columns_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "zalesia.csv"
    path.write_text("person,name\n1,Андрэй Лясны\n2,Марыя Лясная\n1,Andrei Liasny\n", encoding="utf-8")
    assert sorted((pair.a, pair.b) for pair in pairs_of(path) if pair.same) == [("Андрэй Лясны", "Andrei Liasny")]


def test_a_person_without_a_spelling_is_named(tmp_path: Path) -> None:
    path = tmp_path / "empty.toml"
    path.write_text('[[person]]\nnote = "nobody"\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"empty\.toml, person 1: no spelling"):
        pairs_of(path)


@pytest.mark.skipif(not data.PAIRS.exists(), reason="../shared/data/names is not there")
def test_nobody_is_fitted_on_and_reported() -> None:
    every = data.pairs()
    fit, report = data.fit_part(every), data.report_part(every)
    persons = [{person for pair in part for person in (pair.person_a, pair.person_b)} for part in (fit, report)]
    assert persons[0].isdisjoint(persons[1])
    assert min(map(len, persons)) > 1000
