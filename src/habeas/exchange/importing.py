"""Importing a file: read it whole, refuse it whole if anything in it is wrong, then record it in batches.

Nothing is recorded while there is a problem. A broken-off import keeps the batches that were acknowledged; importing
the same file again adds only what is missing.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from habeas.archive.extract import extract
from habeas.archive.store import sha256
from habeas.claims.bodies import VERSIONED
from habeas.claims.canonical import Body, canonical
from habeas.claims.vocabulary import DEFAULT_ACCESS
from habeas.register import minors, purge, read, texts, write
from habeas.register.draft import Receipt, version_stands

from . import editions
from .agreeing import agree
from .case import parse_toml, prepare_case
from .edition_changes import Changes
from .judged import NO_ACT
from .lines import place_of
from .mapped_list import Mapped, prepare_mapped
from .people import ListTerms, prepare_people
from .prepared import FileError, Prepared
from .table import prepare_table


@dataclass(slots=True)
class Outcome:
    """What an import did: the receipt, what the file leaves out, and what was not held.

    `changes`, of a list, says what this edition brings by row and column. `otherwise_open` counts claims whose level of
    access is not the one that the file states: an import gives a level to what it newly enters, never to what stands.
    """

    receipt: Receipt
    missing: list[str] = field(default_factory=list)
    changes: Changes | None = None
    otherwise_open: int = 0
    not_held: list[str] = field(default_factory=list)


def prepare(
    path: Path,
    today: date,
    terms: ListTerms | Mapped | None = None,
    document: Path | None = None,
    *,
    quarantine: bool = False,
    correct_date: bool = False,
) -> Prepared:
    """Read a case (.toml), a list of people (.csv) or a list by a mapping for the register that is open.

    Nothing is written. A row of a list with anything wrong in it is a problem, unless `quarantine`: then the rest goes
    on without it. A list that is on record, byte for byte, under an earlier day is one too, unless `correct_date`.
    """
    key = write.register_key()
    if not path.is_file():
        raise FileError(f"{path} is not there: nothing was recorded")
    if isinstance(terms, Mapped):
        with _collector_at_rest():
            return _list(prepare_mapped(path, terms, key, today), quarantine, correct_date)
    if path.suffix == ".toml":
        tables, data = parse_toml(path)
        if "table" in tables:
            prepared = prepare_table(path, tables, data, key, today)
            editions.needs_its_day(prepared)
        else:
            prepared = prepare_case(path, tables, data, key, today, _held_text, document)
        _on_record(prepared)
        _versions(prepared)
        agree(prepared)
        return prepared
    if path.suffix == ".csv":
        if terms is None:
            raise FileError(f"{path.name} is a list: say --list, --keeper and --vouched-by; nothing was recorded")
        with _collector_at_rest():
            return _list(prepare_people(path.name, path.read_bytes(), terms, key, today), quarantine, correct_date)
    raise FileError(
        f"{path.name}: a case ends in .toml, a list of people in .csv; any other list needs a --mapping; "
        "nothing was recorded"
    )


def _list(prepared: Prepared, quarantine: bool, correct_date: bool) -> Prepared:
    """A list that was prepared: its day looked at, and the rows that are set apart told where they are no longer."""
    if not quarantine:
        prepared.problems += [
            told for one in prepared.set_apart for told in one.problems(prepared.file, prepared.rows_are)
        ]
    if prepared.list_name is not None:
        editions.needs_its_day(prepared)
        if not correct_date:
            editions.unchanged(prepared, prepared.list_name)
    editions.still_fits(prepared)
    editions.take_back(prepared)
    editions.doubt_of_set_apart(prepared)
    return prepared


def record(prepared: Prepared, acknowledge: Callable[[Receipt], None]) -> Outcome:
    """Record what was prepared, by the person who vouches for it; raises FileError where there are problems."""
    if prepared.problems:
        raise FileError(prepared.refusal())
    newer = editions.newer_edition(prepared)
    missing, rows = editions.left_out(prepared, newer)
    known = editions.known_values(prepared)
    by = write.actor(prepared.vouched_by)
    vouched: Body = {"file": prepared.file, "sha256": prepared.sha256, "vouched_by": prepared.vouched_by}
    vouched |= {"list": prepared.list_name} if prepared.list_name else {}
    write.note_import(vouched | ({"mapping": prepared.mapping} if prepared.mapping else {}), by)
    not_held = _hold(prepared)
    with _collector_at_rest():
        receipt = write.enter_in_batches(
            prepared.drafts,
            by,
            acknowledge,
            access=prepared.access,
            vouched_by=prepared.vouched_by,
            checked=True,
            only_new=newer,
        )
    not_held += _drop_what_was_erased_meanwhile(prepared)
    _close_of_minors(prepared, by)
    claims = [str(draft.body["id"]) for draft in prepared.claims()] if prepared.access_stated else []
    open_otherwise = len(read.claims_not_at(prepared.access, claims))
    return Outcome(receipt, missing, editions.brings(prepared, receipt, rows, known), open_otherwise, not_held)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Drafts are many and hold no cycles: looking through them for garbage, over and over, finds none."""
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.enable()


def compare(prepared: Prepared) -> Outcome:
    """What recording would do to the register as it stands now; nothing is written."""
    newer = editions.newer_edition(prepared)
    missing, rows = editions.left_out(prepared, newer)
    known = editions.known_values(prepared)
    receipt = write.preview(prepared.drafts, newer)
    return Outcome(receipt, missing, editions.brings(prepared, receipt, rows, known))


def _close_of_minors(prepared: Prepared, by: str) -> None:
    """What stands open of somebody whom this edition has under age is closed to the staff, older editions too."""
    claims, documents = minors.open_of(prepared.minors)
    if claims or documents:
        note = "may be under age"
        write.set_access(DEFAULT_ACCESS, by, prepared.vouched_by, claims=claims, documents=documents, note=note)


def _on_record(prepared: Prepared) -> None:
    """What a file judges and does not hold has to be on record; keep in words what it says there."""
    for one in prepared.rests_on:
        body = read.body_now(one.kind, one.id)
        if body is None:
            where = place_of(one.where, one.words)
            prepared.problems.append(f"{where}: {one.words} is not on record: import the file that has it first")
        elif one.with_key and one.with_key not in body:
            prepared.problems.append(f"{place_of(one.where, one.words)}: {one.words}{NO_ACT}")
        else:
            prepared.words[one.id] = str(body.get("statement") or body.get("name"))


def _versions(prepared: Prepared) -> None:
    """A rule or a lens that changes is a new version: what is on record stands for ever."""
    for draft in prepared.drafts:
        if draft.kind in VERSIONED:
            found = read.body_now(draft.kind, str(draft.body["id"]))
            if found is not None and canonical(found) != canonical(draft.body):
                prepared.problems.append(f"{place_of(draft.where, '`version`')}: {version_stands(draft)}")


def _hold(prepared: Prepared) -> list[str]:
    """Keep the documents' bytes and texts first, so that no anchor is recorded without its words; say what is not kept.

    A document that was erased, or that has a row which was, is not kept again: its bytes would bring the row back.
    """
    if _has_something_erased(prepared):
        for draft in prepared.drafts:
            if draft.kind == "document":
                draft.body.pop("text_sha256", None)
                draft.body.pop("extractor", None)
        return [sha256(holding.data) for holding in prepared.holdings]
    held = purge.archive()
    texts = {str(draft.body.get("text_sha256")) for draft in prepared.drafts if draft.kind == "document"}
    for holding in prepared.holdings:
        held.keep_bytes(holding.data)
        extracted = extract(holding.data, holding.media_type).text
        if sha256(extracted.encode()) in texts:
            held.keep_text(extracted)
    return []


def _has_something_erased(prepared: Prepared) -> bool:
    ids = [str(draft.body["id"]) for draft in prepared.drafts]
    return bool(read.erased_ids([*ids, *(sha256(holding.data) for holding in prepared.holdings)]))


def _drop_what_was_erased_meanwhile(prepared: Prepared) -> list[str]:
    """Somebody may have erased a row between our looking and our keeping: then the bytes go after all."""
    held = purge.archive()
    kept = [digest for digest in (sha256(holding.data) for holding in prepared.holdings) if held.holds(digest)]
    if not (kept and _has_something_erased(prepared)):
        return []
    for digest in kept:
        held.drop(digest)
    return kept


def _held_text(digest: str) -> str | None:
    body = read.body_now("document", digest)
    return texts.text_of(body) if body else None
