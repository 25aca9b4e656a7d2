"""The words that carry a claim, read from the held text when they are shown, as far as this reader may see them.

They are shown only if the document's words may be seen and have the fingerprint that the claim names. Words in which
a protected source speaks, and those of a claim that the reader may not see, are never shown: not as another claim's
passage, and not in the few letters of context around it.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from habeas.archive.store import DamageError
from habeas.claims.anchor import CONTEXT
from habeas.claims.identity import fingerprint
from habeas.claims.vocabulary import Access
from habeas.register import read, texts
from habeas.register.query import Query
from habeas.register.read import View

from .held_table import HeldTable
from .kept import Kept
from .kept import state as here

Json = dict[str, Any]
Span = tuple[int, int]
_TEXTS: Kept[str | None] = Kept(
    64_000_000, weighs=sys.getsizeof
)  # bytes of texts: to check one takes as long as a page
TABLES = frozenset({"text/csv", "application/json"})  # held texts that are not read from end to end


class Words(StrEnum):
    """Whether the words of a document or a claim are here, as a page and the API say it."""

    shown = "shown"
    not_shown = "not shown here"
    not_held = "not held here"
    damaged = "the held copy is damaged"
    withheld = "withheld"
    not_read = "a page without a text layer: its words are not read"


@dataclass(frozen=True, slots=True)
class Document:
    """What is said about a document, and its text where it is held and may be read."""

    said: Json
    words: Words
    text: str | None = field(repr=False)

    def as_json(self) -> Json:
        """The documented shape; `words` says whether they are here."""
        hidden = ("supersedes", "correction")
        return {key: value for key, value in self.said.items() if key not in hidden} | {"words": str(self.words)}


def state(said: Json, readable: bool) -> Words:
    """Whether a document's words are here, without reading them."""
    if not texts.is_held(said):
        return Words.not_held
    return Words.shown if readable else Words.not_shown


def document(said: Json, readable: bool) -> Document:
    """A document with its text, where that is held, whole and may be seen."""
    words = state(said, readable)
    if words is not Words.shown:
        return Document(said, words, None)
    try:
        text = _TEXTS.get(here(), (said["text_sha256"], texts.written(said)), lambda: texts.text_of(said))
    except DamageError:
        return Document(said, Words.damaged, None)
    return Document(said, words if text is not None else Words.not_held, text)


def to_read(read_in: Document, seen: View) -> tuple[Document, list[Span] | None]:
    """A document to be read from end to end, and the spans of its text that this reader may not read.

    None in their place where there is no such text: it is not here, it is a table, or claims stand on its pages. Where
    one passage of any claim has another fingerprint, nobody can tell where guarded words are: the text is not given.
    """
    if read_in.text is None or read_in.said.get("media_type") in TABLES:
        return read_in, None
    found = list(_standing(read_in.said["id"], seen))
    anchors = [body["anchor"] for body, _ in found]
    if any(anchor["kind"] != "characters" for anchor in anchors):
        return read_in, None
    if any(fingerprint(read_in.text[one["start"] : one["end"]]) != one["passage"] for one in anchors):
        return Document(read_in.said, Words.damaged, None), None
    return read_in, _spans(found)


def of_claims(
    bodies: Sequence[Json], read_in: Document | None, seen: View, guarded: Sequence[Span] | None = None
) -> list[tuple[Words, Json | None]]:
    """For each claim of one document whether its words are shown, and then their selector; `guarded`: of `to_read`."""
    if read_in is None or read_in.text is None:
        return [(read_in.words if read_in else Words.not_held, None) for _ in bodies]
    kinds = {body["anchor"]["kind"] for body in bodies}
    table = HeldTable(read_in.said["id"], read_in.text) if "cell" in kinds else None
    if guarded is None:
        guarded = _spans(_standing(read_in.said["id"], seen)) if "characters" in kinds else []
    return [_words(body, read_in.text, table, guarded) for body in bodies]


def _words(body: Json, text: str, table: HeldTable | None, guarded: Iterable[Span]) -> tuple[Words, Json | None]:
    anchor = body["anchor"]
    if _is_protected(body):
        return Words.withheld, None
    if anchor["kind"] == "page":
        return Words.not_read, None
    if table and anchor["kind"] == "cell":
        found: Json | None = {"exact": table.cell(anchor)}
    else:
        found = _selector(text, anchor["start"], anchor["end"], guarded)
    if found is None:
        return Words.withheld, None
    if fingerprint(found["exact"]) != anchor["passage"]:
        return Words.damaged, None
    return Words.shown, found


def _selector(text: str, start: int, end: int, guarded: Iterable[Span]) -> Json | None:
    """The W3C selector, its context cut where guarded words begin; None where they stand in the passage itself."""
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    for begin, stop in guarded:
        if begin < end and stop > start:
            return None
        first = max(first, stop) if stop <= start else first
        last = min(last, begin) if begin >= end else last
    return {"exact": text[start:end], "prefix": text[first:start], "suffix": text[end:last]}


def _spans(standing: Iterable[tuple[Json, bool]]) -> list[Span]:
    """The passages that this reader may not read: of claims hidden from him, and of protected sources."""
    anchors = [body["anchor"] for body, guarded in standing if guarded]
    return [(anchor["start"], anchor["end"]) for anchor in anchors if anchor["kind"] == "characters"]


def _standing(document_id: str, seen: View) -> Iterator[tuple[Json, bool]]:
    """Every claim that stands in a document, at the view or now, and whether its words are guarded from this reader."""
    query = Query(document=document_id)
    for view in dict.fromkeys((seen, read.view(None, seen.ceiling))):
        visible = {one.id for one in read.claims(query, view)}
        for one in read.claims(query, View(view.at, Access.nobody)):
            yield one.body, one.id not in visible or _is_protected(one.body)


def _is_protected(body: Json) -> bool:
    return any("source" in link for link in body["attribution"])
