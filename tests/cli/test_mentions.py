"""`habeas mentions`: a file and a held document, a table, anchors and JSON, and what is no document."""

import shutil
from pathlib import Path

import pytest

from habeas.register import log

from .conftest import Habeas

EXAMPLE = Path(__file__).parents[2] / "docs" / "guide" / "example"
LETTER = "Учора бачылі Язэпа Каляду. Пра Каляду піша Lantern Group.\n"


@pytest.fixture
def letter(register_sqlite: Path, habeas: Habeas, tmp_path: Path) -> Path:
    """The guide's report on record, and a letter that came later."""
    shutil.copytree(EXAMPLE, tmp_path / "example")
    habeas("import", tmp_path / "example" / "report.toml", "-r", register_sqlite)
    path = tmp_path / "letter.txt"
    path.write_text(LETTER, encoding="utf-8")
    return path


def test_a_file_in_a_table(letter: Path, register_sqlite: Path, habeas: Habeas) -> None:
    head = log.head()
    lines = habeas("mentions", letter, "-r", register_sqlite).out.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == ["13–25", "31–37", "43–56"]
    assert "Язэпа Каляду" in lines[1]
    assert "full name" in lines[1]
    assert "surname only" in lines[2]
    assert "Yazep Kalyada (" in lines[2]
    assert "Yazep Kolyada (" in lines[2]
    assert "3 candidates; looked for" in lines[4]
    assert "nothing was recorded" in lines[4]
    assert log.head() == head


def test_anchors_are_those_of_habeas_anchor(letter: Path, register_sqlite: Path, habeas: Habeas) -> None:
    out = habeas("mentions", letter, "--kind", "body", "--anchors", "-r", register_sqlite).out
    assert habeas("anchor", letter, "Lantern Group").out.strip() in out
    assert out.startswith("# Lantern Group (")


def test_a_held_document_by_digits_of_its_id(letter: Path, register_sqlite: Path, habeas: Habeas) -> None:
    document = habeas("claims", "-r", register_sqlite, "--json").json["claims"][0]["document"]
    of_file = habeas("mentions", letter.parent / "example" / "report.txt", "-r", register_sqlite, "--json").json
    held = habeas("mentions", document[:8], "-r", register_sqlite, "--json").json
    assert held == of_file
    assert {"Yazep Kalyada", "Zareche"} <= {one["words"] for one in held["mentions"]}


def test_nobody_is_found(letter: Path, register_sqlite: Path, habeas: Habeas) -> None:
    letter.write_text("Nobody came.", encoding="utf-8")
    out = habeas("mentions", letter, "-r", register_sqlite).out
    assert "the record does not say" in out
    assert "0 candidates" in out


def test_what_is_no_document(letter: Path, register_sqlite: Path, habeas: Habeas) -> None:
    letter.write_bytes(b"\xff\xfe")
    assert "letter.txt" in habeas("mentions", letter, "-r", register_sqlite, expect=1).err
    for absent in (letter.with_name("none.txt"), "deadbeef", letter.parent):
        err = habeas("mentions", absent, "-r", register_sqlite, expect=1).err
        assert "is neither a file nor a document held here" in " ".join(err.split())
        assert "at least 8 digits" in " ".join(err.split())
    assert (
        "is not one of person, place, body"
        in habeas("mentions", letter, "--kind", "animal", "-r", register_sqlite, expect=2).err
    )
