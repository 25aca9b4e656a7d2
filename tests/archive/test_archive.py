"""The archive: bytes and texts by fingerprint, whole or not at all; text as it is."""

from pathlib import Path

import pytest

from habeas.archive.extract import ExtractError, extract
from habeas.archive.store import Archive, DamageError, sha256


def test_what_is_kept_is_read_back_by_its_fingerprint(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    data = "Аркадзь Бялы\r\n".encode()
    digest = archive.keep_bytes(data)
    assert digest == sha256(data)
    assert archive.keep_bytes(data) == digest
    assert archive.read_bytes(digest) == data
    assert archive.read_bytes("0" * 64) is None
    assert [path.name for path in tmp_path.glob("*/*/*")] == [digest]


def test_a_damaged_file_is_never_handed_out(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    digest = archive.keep_text("412 are held")
    (tmp_path / "text" / digest[:2] / digest).write_text("413 are held")
    with pytest.raises(DamageError, match=digest):
        archive.read_text(digest)
    assert len(list(archive.damaged())) == 1


def test_dropping_leaves_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    digest = archive.keep_bytes(b"412 are held")
    archive.keep_text("412 are held")
    archive.drop(digest)
    archive.drop(digest)
    assert not archive.holds(digest)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_plain_text_is_the_decoded_bytes_unchanged() -> None:
    data = "\ufeffline one\r\nЎ e\u0301 \t \n".encode()
    assert extract(data, "text/plain").text.encode() == data


def test_html_goes_through_the_extractor_and_names_it() -> None:
    page = (
        "<html><head><title>t</title></head><body><nav>Menu</nav><article><h1>Families count the days</h1>"
        + "<p>Three prisoners were driven to the western border before dawn and handed to foreign diplomats.</p>" * 3
        + "</article></body></html>"
    )
    found = extract(page.encode(), "text/html")
    assert "driven to the western border" in found.text
    assert "<p>" not in found.text
    assert found.extractor.startswith("trafilatura ")


@pytest.mark.parametrize(
    ("data", "media_type", "told"),
    [
        (b"", "text/plain", "zero bytes"),
        (b"first line\n\xd0\x9f\xff", "text/plain", "byte 13 (line 2) is not UTF-8"),
        (b"one\ntwo\0", "text/plain", "line 2 holds the character U+0000"),
        (b"<html></html>", "text/html", "no text was found"),
        (b"x", "application/msword", "not read yet"),
        (b"%PDF-1.7\n%\xb5\xb5\xb5\xb5", "text/plain", "of each claim its `page`"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_place(data: bytes, media_type: str, told: str) -> None:
    with pytest.raises(ExtractError) as refused:
        extract(data, media_type)
    assert told in str(refused.value)
