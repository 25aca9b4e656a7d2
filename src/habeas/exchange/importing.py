"""Importing a file: read it whole, refuse it whole if anything in it is wrong, then record it in batches.

Nothing is recorded while there is a problem. A broken-off import keeps the batches that were acknowledged; importing
the same file again adds only what is missing.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from habeas.archive.extract import extract
from habeas.archive.store import sha256
from habeas.claims.canonical import Body
from habeas.register import erase, read, write
from habeas.register.draft import Receipt

from .case import parse_toml, prepare_case
from .people import ListTerms, prepare_people
from .prepared import FileError, Prepared
from .table import prepare_table


@dataclass(slots=True)
class Outcome:
    """What an import did: the receipt, what the file leaves out, and what was not held.

    `otherwise_open` counts claims whose level of access is not the one that the file states: an import changes the
    level of what it newly enters, never of what stands.
    """

    receipt: Receipt
    missing: list[str] = field(default_factory=list)
    otherwise_open: int = 0
    not_held: list[str] = field(default_factory=list)


def prepare(path: Path, today: date, terms: ListTerms | None = None, document: Path | None = None) -> Prepared:
    """Read a case (.toml) or a list of people (.csv) for the register that is open; nothing is written."""
    key = write.register_key()
    if not path.is_file():
        raise FileError(f"{path} is not there: nothing was recorded")
    if path.suffix == ".toml":
        tables, data = parse_toml(path)
        if "table" in tables:
            return prepare_table(path, tables, data, key, today)
        return prepare_case(path, tables, data, key, today, _held_text, document)
    if path.suffix == ".csv":
        if terms is None:
            raise FileError(f"{path.name} is a list: say --list, --keeper and --vouched-by; nothing was recorded")
        return prepare_people(path.name, path.read_bytes(), terms, key, today)
    raise FileError(f"{path.name}: a case ends in .toml, a list of people in .csv; nothing was recorded")


def record(prepared: Prepared, acknowledge: Callable[[Receipt], None]) -> Outcome:
    """Record what was prepared, by the person who vouches for it; raises FileError where there are problems."""
    if prepared.problems:
        raise FileError(f"{prepared.file}: {len(prepared.problems)} problems; nothing was recorded")
    missing = _missing(prepared)
    by = write.actor(prepared.vouched_by)
    vouched: Body = {"file": prepared.file, "sha256": prepared.sha256, "vouched_by": prepared.vouched_by}
    write.note_import(vouched | ({"list": prepared.list_name} if prepared.list_name else {}), by)
    not_held = _hold(prepared)
    receipt = write.enter_in_batches(
        prepared.drafts,
        by,
        acknowledge,
        access=prepared.access,
        vouched_by=prepared.vouched_by,
        checked=True,
    )
    claims = [str(draft.body["id"]) for draft in prepared.claims()] if prepared.access_stated else []
    return Outcome(receipt, missing, len(read.claims_not_at(prepared.access, claims)), not_held)


def _hold(prepared: Prepared) -> list[str]:
    """Keep the documents' bytes and texts first, so that no anchor is recorded without its words; say what is not kept.

    A document that was erased, or that has a row which was, is not kept again: its bytes would bring the row back.
    """
    ids = [str(draft.body["id"]) for draft in prepared.drafts]
    gone = read.erased_ids([*ids, *(sha256(holding.data) for holding in prepared.holdings)])
    if gone:
        return [sha256(holding.data) for holding in prepared.holdings]
    held = erase.archive()
    texts = {str(draft.body.get("text_sha256")) for draft in prepared.drafts if draft.kind == "document"}
    for holding in prepared.holdings:
        held.keep_bytes(holding.data)
        extracted = extract(holding.data, holding.media_type).text
        if sha256(extracted.encode()) in texts:
            held.keep_text(extracted)
    return []


def _missing(prepared: Prepared) -> list[str]:
    """Ids on record that this file speaks for and does not have: listed, never withdrawn in silence."""
    if prepared.scope is None:
        return []
    sort, name = prepared.scope
    here = {str(draft.body["id"]) for draft in prepared.drafts}
    if sort == "document":
        return sorted(read.standing_ids("claim", document=name) - here)
    return sorted(read.standing_ids("record", list=name) - here)


def _held_text(digest: str) -> str | None:
    body = read.body_now("document", digest)
    return read.text_of(body) if body else None
