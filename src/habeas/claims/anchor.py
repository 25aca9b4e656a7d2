"""Where in a document a claim stands: characters, a page, or a cell; with fingerprints of the words, never the words.

Characters are code points of the held text as it is, start inclusive, end exclusive. The words themselves are read
from the held text when they are shown, and given out as W3C selectors.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .canonical import Body
from .identity import fingerprint

CONTEXT = 32  # code points of prefix and suffix in a selector

_END = re.compile(r"[.!?…。！？]+[\"'”’»)\]]*(?=\s)")
_NOT_AN_END = re.compile(
    r"(?:\b(?:[A-ZА-ЯЁІЎ]|Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Sen|Rep|Gov|No|Nos|vs|U\.S|E\.U|U\.N|a\.m|p\.m))\.[\"'”’»)\]]*$"
)


class AnchorError(ValueError):
    """An anchor that does not fit its document; says what was expected and what was found."""


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters start to end of the text; SHA-256 of the passage and, where known, of its sentence."""

    start: int
    end: int
    passage: str
    sentence: str | None = None

    def body(self) -> Body:
        """The anchor as it is kept."""
        kept: Body = {"kind": "characters", "start": self.start, "end": self.end, "passage": self.passage}
        return kept | ({"sentence": self.sentence} if self.sentence else {})


@dataclass(frozen=True, slots=True)
class Page:
    """A page, counted from 1, of a document whose text cannot be read."""

    page: int

    def body(self) -> Body:
        """The anchor as it is kept."""
        return {"kind": "page", "page": self.page}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: sheet ("" in a CSV), row as a spreadsheet counts it (the head is row 1), column by its head."""

    sheet: str
    row: int
    column: str
    passage: str
    sentence: str

    def body(self) -> Body:
        """The anchor as it is kept; `sentence` is the fingerprint of the whole row."""
        return {
            "kind": "cell",
            "sheet": self.sheet,
            "row": self.row,
            "column": self.column,
            "passage": self.passage,
            "sentence": self.sentence,
        }


def characters(text: str, start: int, end: int) -> Characters:
    """The anchor of text[start:end]; raises AnchorError where the text has no such passage."""
    if not 0 <= start < end <= len(text):
        raise AnchorError(f"characters {start} to {end} are not in the document, which has {len(text)}")
    first, last = sentence_around(text, start, end)
    return Characters(start, end, fingerprint(text[start:end]), fingerprint(text[first:last]))


def find_words(text: str, words: str) -> Characters:
    """The anchor of the only place where `words` stand in `text`; raises AnchorError for none or several."""
    start = text.find(words)
    if not words or start < 0:
        raise AnchorError(f"the words {words!r} are not in the document: copy them exactly, quotation marks included")
    if text.find(words, start + 1) >= 0:
        raise AnchorError(f"the words {words!r} stand more than once in the document: take a longer passage")
    return characters(text, start, start + len(words))


def check_characters(text: str, anchor: Characters) -> None:
    """Raise AnchorError unless the held text carries the anchor's passage at its place."""
    found = characters(text, anchor.start, anchor.end)
    if found.passage != anchor.passage:
        raise AnchorError(
            f"characters {anchor.start} to {anchor.end} of the document have the fingerprint {found.passage[:16]}…, "
            f"the claim names {anchor.passage[:16]}…: the passage or the document is another one"
        )
    if anchor.sentence and anchor.sentence != found.sentence:
        raise AnchorError(
            f"the sentence around characters {anchor.start} to {anchor.end} has the fingerprint "
            f"{(found.sentence or '')[:16]}…, the claim names {anchor.sentence[:16]}…"
        )


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the sentence, within one line, that holds text[start:end]; of the sentences, if several."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    stops = [match.end() for match in _END.finditer(text, line_start, line_end) if not _abbreviated(text, match)]
    before = [stop for stop in stops if stop <= start]
    after = [stop for stop in stops if stop >= end]
    first = before[-1] if before else line_start
    last = after[0] if after else line_end
    return first + _leading_space(text[first:last]), last


def _abbreviated(text: str, match: re.Match[str]) -> bool:
    return _NOT_AN_END.search(text[max(0, match.start() - 6) : match.end()]) is not None


def _leading_space(text: str) -> int:
    return len(text) - len(text.lstrip())


def row_fingerprint(cells: Sequence[str]) -> str:
    """SHA-256 of a row of a table: its cells, as read, joined by the unit separator U+001F."""
    return fingerprint("\x1f".join(cells))


def selector(text: str, start: int, end: int) -> dict[str, str]:
    """The W3C text quote selector of text[start:end]: exact words with what stands around them."""
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
