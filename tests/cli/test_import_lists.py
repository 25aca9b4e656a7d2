"""`habeas import --mapping` and `habeas mapping`: what is shown before, what is told after, what is left out."""

from pathlib import Path

import pytest

from habeas.register import log

from .conftest import Habeas

ROWS = "No.;Name;Taken;Sex;Address\n1;Arkadz Byaly;03.04.2021;m;Lime Street 3\n2;Maryna Vyalikaya;2021;w;\n"
MAPPING = """
[list]
name = "Held in Zalesia"
keeper = "Lantern Group"
key = ["No."]
[file]
delimiter = ";"
[dates]
order = "day first"
[[columns]]
column = "Name"
says = "name"
[[columns]]
column = "Taken"
says = "detained"
[[columns]]
column = "Sex"
says = "sex"
words = "sex"
[left_out]
suppressed = ["Address"]
[words.sex]
m = "male"
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """A list and its mapping."""
    rows, mapping = tmp_path / "held.csv", tmp_path / "held.toml"
    rows.write_text(ROWS, encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")
    return rows, mapping


def words(files: tuple[Path, Path], register: Path, *more: str | Path) -> list[str | Path]:
    rows, mapping = files
    return [
        "import",
        rows,
        "--mapping",
        mapping,
        "--date",
        "2021-05-01",
        "--vouched-by",
        "Veres",
        "-r",
        register,
        *more,
    ]


def test_a_dry_run_shows_what_would_be_and_what_does_not_parse(
    register_sqlite: Path, habeas: Habeas, files: tuple[Path, Path]
) -> None:
    head = log.head()
    told = habeas(*words(files, register_sqlite, "--dry-run"), expect=1)
    assert "Arkadz Byaly: detained, 3 April 2021." in told.out
    assert "rows: 1 new, 0 changed, 0 as before, 0 missing, 1 set apart" in told.out
    assert "not known: column Sex: '…' (1 row)" in told.err
    assert "held.csv, row 3, column Sex: what stands there does not parse, and is not shown" in told.err
    assert "1 row does not parse; mend them, or leave them out with --quarantine FILE" in told.err
    assert "Lime Street" not in told.out + told.err
    assert log.head() == head


def test_rows_that_do_not_parse_refuse_the_list_unless_they_are_set_apart(
    register_sqlite: Path, habeas: Habeas, files: tuple[Path, Path], tmp_path: Path
) -> None:
    head = log.head()
    told = habeas(*words(files, register_sqlite), expect=1)
    assert "held.csv: 1 problem; nothing was recorded" in told.err
    assert log.head() == head
    apart = tmp_path / "apart.csv"
    told = habeas(*words(files, register_sqlite, "--quarantine", apart))
    assert f"1 row set apart in {apart}" in told.err
    assert "rows: 1 new, 0 changed, 0 as before, 0 missing, 1 set apart" in told.out
    assert 'held.csv,3,Sex,"what stands there does not parse' in apart.read_text(encoding="utf-8")
    head = log.head()
    told = habeas(*words(files, register_sqlite, "--quarantine", apart), expect=1)
    assert "is there already" in told.err
    assert log.head() == head
    files[0].write_text(ROWS.replace(";w;", ";m;"), encoding="utf-8")
    told = habeas(*words(files, register_sqlite, "--quarantine", tmp_path / "none.csv"))
    assert "rows: 1 new, 0 changed, 1 as before, 0 missing" in told.out
    assert not (tmp_path / "none.csv").exists()


def test_json_has_the_same(register_sqlite: Path, habeas: Habeas, files: tuple[Path, Path], tmp_path: Path) -> None:
    told = habeas(*words(files, register_sqlite, "--json", "--quarantine", tmp_path / "apart.csv")).json
    assert (told["rows"], told["new"], told["changed"], told["under_age"]) == (1, [2], {}, 0)
    assert [(one["row"], one["column"]) for one in told["set_apart"]] == [(3, "Sex")]
    assert told["unknown"] == [{"column": "Sex", "words": "…", "rows": 1}]


def test_a_mapping_says_the_list_and_its_keeper(
    register_sqlite: Path, habeas: Habeas, files: tuple[Path, Path]
) -> None:
    told = habeas(*words(files, register_sqlite, "--keeper", "Somebody"), expect=1)
    assert "leave out --list and --keeper" in told.err
    told = habeas(*words((files[0], files[0].with_name("none.toml")), register_sqlite), expect=1)
    assert "none.toml is not there" in told.err
    told = habeas("import", files[0], "--mapping", files[1], "-r", register_sqlite, expect=1)
    assert "a list needs --vouched-by" in told.err
    told = habeas("import", files[0].with_suffix(".xlsx"), "-r", register_sqlite, expect=1)
    assert "is not there" in told.err


def test_a_mapping_is_drafted_from_a_head(habeas: Habeas, files: tuple[Path, Path]) -> None:
    told = habeas("mapping", files[0])
    assert 'delimiter = ";"' in told.out
    assert 'column = "Address"\nsays = ""' in told.out
    assert not any(word in told.out for word in ("Arkadz", "Lime", "03.04"))
    assert "one character" in habeas("mapping", files[0], "--delimiter", ";;", expect=1).err
    assert "is not there" in habeas("mapping", files[0].with_name("none.csv"), expect=1).err
