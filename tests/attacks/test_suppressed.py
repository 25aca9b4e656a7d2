"""What a mapping suppresses is nowhere in a register: not in its log, not in its archive, not by a fingerprint."""

import hashlib
import io
from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import openpyxl
import pytest
from django.db import connections

from habeas.exchange import importing
from habeas.exchange.mapped_list import Mapped
from habeas.exchange.quarantine import write_quarantine
from habeas.register import log

TODAY = date(2026, 11, 23)
SECRETS = ("Lime Street 3", "4081966")
ROWS = [
    ["No.", "Name", "Address", "ID", "Taken", "Remarks"],
    ["1", "Arkadz Byaly", SECRETS[0], SECRETS[1], "2021-05-03", "x"],
]
MAPPING = """
[list]
name = "Held in Zalesia"
keeper = "Lantern Group"
key = ["No."]
[[columns]]
column = "Name"
says = "name"
[[columns]]
column = "Taken"
says = "detained"
[left_out]
suppressed = ["Address", "ID"]
unused = ["Remarks"]
"""


def as_csv(rows: list[list[str]]) -> bytes:
    return ("\n".join(",".join(row) for row in rows) + "\n").encode()


def as_workbook(rows: list[list[str]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.create_sheet("Contacts").append([SECRETS[0]])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def imported(place: Path, name: str, data: bytes, mapping: str = MAPPING) -> None:
    (place / name).write_bytes(data)
    (place / "held.toml").write_text(mapping, encoding="utf-8")
    prepared = importing.prepare(place / name, TODAY, Mapped(place / "held.toml", "Marta Veres"), quarantine=True)
    write_quarantine(prepared, place / "apart.csv")
    importing.record(prepared, lambda receipt: None)


def everything(register: Path) -> Iterator[bytes]:
    """Every file of the register, and every entry of its log."""
    for seq in range(1, log.head().seq + 1):
        entry = log.entry(seq)
        yield (entry.body or "").encode() if entry else b""
    connections.close_all()
    for path in sorted(register.rglob("*")):
        if path.is_file():
            yield path.read_bytes()
            yield path.name.encode()


@pytest.mark.parametrize(
    "row",
    [
        ["1", "A", "x", "y", SECRETS[0], ""],
        ["1", "A", "x", "y", f"3 {SECRETS[0].split()[0]} 2021", ""],
        ["1", "A", "x", "y", SECRETS[1], ""],
        ["1", "A", "x", "y", f"2021-05-{SECRETS[1]}", ""],
    ],
)
def test_what_slid_under_another_head_is_in_no_message(register_sqlite: Path, tmp_path: Path, row: list[str]) -> None:
    words = MAPPING + '[[columns]]\ncolumn = "Remarks"\nsays = "sex"\nwords = "sex"\n[words.sex]\nm = "male"\n'
    (tmp_path / "held.toml").write_text(words.replace('unused = ["Remarks"]\n', "", 1), encoding="utf-8")
    rows = [ROWS[0], row, [SECRETS[1], "B", "x", "y", "2021", SECRETS[0]], [SECRETS[1], "C", "x", "y", "2021", "m"]]
    (tmp_path / "held.csv").write_bytes(as_csv(rows))
    by = Mapped(tmp_path / "held.toml", "Marta Veres")
    refused = importing.prepare(tmp_path / "held.csv", TODAY, by)
    prepared = importing.prepare(tmp_path / "held.csv", TODAY, by, quarantine=True)
    write_quarantine(prepared, tmp_path / "apart.csv")
    told = [*refused.problems, *prepared.warnings, str(prepared.unknown), (tmp_path / "apart.csv").read_text("utf-8")]
    assert len(refused.problems) == 3
    assert not [line for line in told for secret in (*SECRETS, "Lime") if secret in line]
    assert "column Taken: " in refused.problems[0]


@pytest.mark.parametrize(
    ("name", "form"),
    [("held.csv", as_csv), ("held.xlsx", as_workbook)],
    ids=["csv", "xlsx"],
)
def test_what_is_suppressed_is_in_no_file_and_no_entry(
    register: Path, tmp_path: Path, name: str, form: Callable[[list[list[str]]], bytes]
) -> None:
    imported(tmp_path, name, form(ROWS), MAPPING + '[file]\nsheet = "Sheet"\n')
    found = b"\n".join(everything(register))
    assert b"Arkadz Byaly" in found, "the rest is there"
    for secret in SECRETS:
        assert secret.encode() not in found


def fingerprints(data: bytes) -> set[bytes]:
    """Of what somebody could try who knows the row and guesses the number: the file, the row, each cell, each pair."""
    cells = ROWS[1]
    texts = [data, *(sign.join(cells).encode() for sign in ("\x1f", ",", "")), *(cell.encode() for cell in SECRETS)]
    texts += [f"{one}\x1f{two}".encode() for one, two in combinations(cells, 2) if {one, two} & set(SECRETS)]
    return {hashlib.sha256(text).hexdigest().encode() for text in texts}


def test_what_is_suppressed_cannot_be_tried_out_by_a_fingerprint(register: Path, tmp_path: Path) -> None:
    """With every other cell known, a number of seven digits is found in a second if the hash of the row is kept."""
    data = as_csv(ROWS)
    imported(tmp_path, "held.csv", data)
    found = b"\n".join(everything(register))
    assert not [one for one in fingerprints(data) if one in found]


def test_the_same_attack_finds_a_file_that_suppresses_nothing(register: Path, tmp_path: Path) -> None:
    data = as_csv(ROWS)
    imported(
        tmp_path,
        "held.csv",
        data,
        MAPPING.replace('suppressed = ["Address", "ID"]\nunused = [', 'unused = ["Address", "ID", '),
    )
    found = b"\n".join(everything(register))
    assert [one for one in fingerprints(data) if one in found]
    assert SECRETS[0].encode() in found


@pytest.mark.parametrize(
    "row",
    [
        ["2", "Maryna Vyalikaya", SECRETS[0], "flat 7", SECRETS[1], "2021-05-03", "x"],
        ["2", "Maryna Vyalikaya", "flat 7", SECRETS[1], SECRETS[0], "2021-05-03"],
    ],
    ids=["a cell too many", "shifted by one"],
)
def test_a_row_whose_cells_slid_into_other_columns_is_not_kept(register: Path, tmp_path: Path, row: list[str]) -> None:
    imported(tmp_path, "held.csv", as_csv([*ROWS, row]))
    found = b"\n".join(everything(register))
    assert b"Maryna" not in found
    assert SECRETS[0].encode() not in found
