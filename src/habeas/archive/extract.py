"""From a document's bytes to its text, once, by an extractor whose name and version are kept with it.

Plain text is the decoded bytes, unchanged: every fingerprint is over them. HTML goes through trafilatura.
"""

from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import trafilatura

PLAIN = "utf-8 1"  # name and version of the extractor of plain text: the decoded bytes
PDF = b"%PDF-"  # how one begins, whatever its name ends with


class ExtractError(ValueError):
    """A document whose text cannot be had; says why and what to do."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A text, and the extractor that made it."""

    text: str
    extractor: str


def extract(data: bytes, media_type: str) -> Extracted:
    """The text of a document of type text/plain, text/csv, application/json or text/html; raises ExtractError."""
    if not data:
        raise ExtractError("the document has zero bytes: nothing can be read in it")
    if data.startswith(PDF):
        raise ExtractError(
            "it is a PDF, and the text of those is not read yet: name its `sha256` instead of the file, and of each"
            " claim its `page`; or give its text as a plain file"
        )
    if media_type == "text/html":
        return _html(data)
    if media_type in {"text/plain", "text/csv", "application/json", "text/markdown"}:
        return Extracted(decode(data), PLAIN)
    raise ExtractError(f"documents of type {media_type} are not read yet: known are text/plain, text/csv, text/html")


def decode(data: bytes) -> str:
    """UTF-8 text as it is, line ends and all; raises ExtractError naming the byte that is not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ExtractError(
            f"byte {error.start} (line {line}) is not UTF-8: the file is in another encoding; save it as UTF-8"
        ) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ExtractError(f"line {line} holds the character U+0000: the file is not plain text in UTF-8")
    return text


def lost(data: bytes) -> list[str]:
    """The passages of a page (HTML) that its text does not have, blanks as one, each once; scripts and styles aside.

    The extractor leaves out what it takes for menus, footers and asides; only somebody who looks knows what that was.
    """
    page: Any = trafilatura.load_html(data)
    kept = " ".join(_html(data).text.split())
    unread = " or ".join(f"ancestor::{tag}" for tag in ("head", "script", "style", "noscript", "template"))
    every = (" ".join(text.split()) for text in page.xpath(f"//text()[not({unread})]"))
    return list(dict.fromkeys(one for one in every if len(one) > 1 and one not in kept))


def _html(data: bytes) -> Extracted:
    text = trafilatura.extract(data, include_comments=False, include_tables=True, output_format="txt")
    if not text:
        raise ExtractError("no text was found in the page: keep it as a picture, or give its text as a plain file")
    return Extracted(text, f"trafilatura {version('trafilatura')}")


def media_type_of(name: str) -> str:
    """The media type that a file's name promises; text/plain where it says nothing."""
    ending = name.rpartition(".")[2].lower()
    return {"html": "text/html", "htm": "text/html", "csv": "text/csv", "json": "application/json"}.get(
        ending, "text/plain"
    )
