"""A plain CSV of people and acts: one row a person, one column an act, its cell an EDTF date.

Columns: `name`; any act (`detained`, `released`, …), again as `detained.2`; `key` (names the row in every edition);
what is said of the person (`sex`, `born`, `citizenship`, `region`, `occupation`, `identifier`), whether the keeper
recognises them (`recognised` …), when a term is due to end (`planned_end`), `place`, `facility`, `source`, `added` …
An empty cell says nothing; `XXXX-XX-XX` says that the act was, on a day which the list does not know.
"""

from collections.abc import Sequence
from datetime import date

from habeas.archive import extract, store
from habeas.claims.act import Act
from habeas.claims.canonical import Body

from . import planned, recognised
from .list_drafts import draft_list
from .list_row import plain
from .list_terms import ATTRIBUTES, Edition, ListTerms, act_column
from .prepared import FileError, Holding, Prepared
from .sheet import read_sheet

__all__ = ["ATTRIBUTES", "ListTerms", "held_csv", "prepare_people"]

SAID = frozenset({"name", "key", "place", "facility", "source", "added", "published"})
OTHER = SAID | recognised.COLUMNS | {planned.COLUMN}
LONGEST_LIST_NAME = 300


def prepare_people(name: str, data: bytes, terms: ListTerms, key: bytes, today: date) -> Prepared:
    """What a CSV of people would record; rows with something wrong are set apart. FileError: the file is not whole."""
    prepared = begin_list(name, data, terms)
    head, rows = read_sheet(name, data)
    _check_columns(name, head)
    draft_list(held_csv(data, terms.name), map(plain, rows), terms, key, today, prepared)
    return prepared


def begin_list(name: str, data: bytes, terms: ListTerms) -> Prepared:
    """What would be recorded of one edition of a list, with nothing in it yet."""
    if len(terms.name) > LONGEST_LIST_NAME:
        raise FileError(
            f"--list has {len(terms.name)} characters: {LONGEST_LIST_NAME} are enough; nothing was recorded"
        )
    prepared = Prepared(file=name, sha256=store.sha256(data), vouched_by=terms.vouched_by, list_name=terms.name)
    prepared.scope = ("list", terms.name)
    return prepared


def held_csv(data: bytes, title: str) -> Edition:
    """The document of an edition that is held as a CSV in UTF-8: these bytes."""
    return held_document(data, "text/csv", title)[0]


def held_document(data: bytes, media_type: str, title: str) -> tuple[Edition, str]:
    """The document of an edition that is held as it came, and its text."""
    text = extract.extract(data, media_type)
    document = store.sha256(data)
    body: Body = {
        "id": document,
        "sha256": document,
        "text_sha256": store.sha256(text.text.encode()),
        "extractor": text.extractor,
        "media_type": media_type,
        "title": title,
    }
    return Edition(document, body, Holding(data, media_type)), text.text


def _check_columns(name: str, head: Sequence[str]) -> None:
    if "name" not in head:
        raise FileError(f"{name}, row 1: there is no column `name`; nothing was recorded")
    for column in head:
        known = column in OTHER or column in ATTRIBUTES or planned.is_planned(column) or act_column(column)
        if not known:
            words = ", ".join([*sorted(OTHER), *ATTRIBUTES, *(word.value for word in Act)])
            raise FileError(f"{name}, row 1: the column {column!r} is not known; known: {words}; nothing was recorded")
