"""The case format: one TOML file for one document, with the claims that a person read in it.

The document's words need not be in it: a claim names characters and fingerprints. Where the document is at hand every
passage is checked against it. The guide's page on recording a report describes the format.
"""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from os.path import exists
from pathlib import Path
from typing import Any

from habeas.archive import extract, store
from habeas.claims import identity
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import DEFAULT_ACCESS, Access
from habeas.register.draft import Draft

from .bargains import bargains
from .claim_draft import Context, Raw, claim_body, only_keys, text_in
from .counted_by import counted_by
from .coverage import coverage
from .judged import grade_claim, judged, name_claim
from .lines import Lines
from .named import named, published, section_of
from .prepared import FileError, Holding, Prepared, RowError

NAMED = ("agents", "records", "groups", "cited")
ALONE = (
    "links",
    "judgements",
    "reviews",
    "grades",
    "coverage",
    "rules",
    "lenses",
    "bargains",
)  # what a file may hold that reads no document
OF_A_CASE = ("case", "document", *NAMED, "claims", *ALONE)
SECTIONS = frozenset({*OF_A_CASE, "table", "sources", "words"})
BLOCKS = (
    "claims",
    "links",
    "judgements",
    "reviews",
    "coverage",
    "rules",
    "lenses",
    "bargains",
)  # written [[claims]]: as many as there are
CASE_KEYS = frozenset({"name", "vouched_by", "access"})
HeldText = Callable[[str], str | None]


def parse_toml(path: Path) -> tuple[dict[str, Any], bytes]:
    """The tables of a case file and its bytes; raises FileError with the line at which it cannot be read."""
    data = path.read_bytes()
    if not data:
        raise FileError(f"{path.name}: the file has zero bytes; nothing was recorded")
    try:
        return _plain(tomllib.loads(extract.decode(data))), data
    except extract.ExtractError as error:
        raise FileError(f"{path.name}: {error}; nothing was recorded") from error
    except tomllib.TOMLDecodeError as error:
        raise FileError(f"{path.name}: {error}: the file is not whole, or not TOML; nothing was recorded") from error


def _plain(value: Any) -> Any:
    """TOML's own days and times as the text that was written: a date here is always text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def begin(path: Path, tables: Mapping[str, Any], data: bytes) -> Prepared:
    """What the head of a case file says: who vouches for it, and who may see it.

    Raises FileError where what has to be blocks is none.
    """
    prepared = Prepared(file=path.name, sha256=store.sha256(data))
    for section in tables:
        if section not in SECTIONS:
            prepared.problems.append(f"{path.name}: [{section}] is not a section; known: {', '.join(sorted(SECTIONS))}")
    lines = Lines(path.name, extract.decode(data))
    for section in BLOCKS:
        found = tables.get(section, [])
        if not isinstance(found, list) or not all(isinstance(raw, Mapping) for raw in found):
            raise FileError(f"{lines.section(section)}: write [[{section}]], a block for each; nothing was recorded")
    with prepared.noting(lines.section("case")):
        case = section_of(tables, "case")
        only_keys(case, CASE_KEYS, "[case]")
        prepared.vouched_by = text_in({"vouched_by": "", **case}, "vouched_by")
        if not prepared.vouched_by.strip():
            raise RowError("`vouched_by` is missing: name the person who vouches for this file")
        prepared.access = access_of(case.get("access", DEFAULT_ACCESS.name))
        prepared.access_stated = "access" in case
    return prepared


def prepare_case(
    path: Path, tables: Mapping[str, Any], data: bytes, key: bytes, today: date, held: HeldText, given: Path | None
) -> Prepared:
    """What a case file about one document would record. `given`: where the document's bytes lie, if they are at hand.

    `held` gives the text of a document that the register holds, by SHA-256, or None.
    """
    prepared = begin(path, tables, data)
    lines = Lines(path.name, extract.decode(data))
    context = Context(key=key, document="")
    if not _judges_alone(tables):
        with prepared.noting(lines.section("document")):
            _document(path, section_of(tables, "document"), prepared, context, today, held, given, lines)
    if prepared.problems:
        prepared.broken_off = True
        return prepared
    named(tables, prepared, context, lines)
    for index, raw in enumerate(tables.get("claims", [])):
        where = lines.block("claims", index, "claim")
        with prepared.noting(where):
            _claim(raw, prepared, context, where)
    if context.document:
        prepared.scope = ("document", context.document)
    refuse_twins(prepared)
    judged(tables, prepared, context, lines)
    coverage(tables, prepared, context, lines, today)
    counted_by(tables, prepared, context, lines)
    bargains(tables, prepared, context, lines)
    prepared.put_in_order()
    return prepared


def _judges_alone(tables: Mapping[str, Any]) -> bool:
    """Whether the file reads no document: it only judges what other files have, or says what a count goes by."""
    return not {"document", "claims"} & set(tables) and bool(set(ALONE) & set(tables))


def _claim(raw: Raw, prepared: Prepared, context: Context, where: str) -> None:
    context.keys.add(str(raw.get("key")))
    body = claim_body(raw, context)
    prepared.add(Draft("claim", body, where))
    if "key" in raw:
        name_claim(raw["key"], str(body["id"]), context)
    grade_claim(raw, str(body["id"]), prepared, context, where)


def refuse_twins(prepared: Prepared) -> None:
    """Two claims of one file under one id are a slip: they need different ordinals."""
    seen: dict[str, str] = {}
    for draft in prepared.claims():
        one = str(draft.body["id"])
        if one in seen:
            prepared.problems.append(
                f"{draft.where}: same place and type as {seen[one]}: give one of them another `ordinal`"
            )
        seen.setdefault(one, draft.where)


def access_of(word: object) -> Access:
    """A level of access by its word; raises RowError for another."""
    levels = [level.name for level in Access if level != Access.nobody]
    if word not in levels:
        raise RowError(f"`access` is {word!r}: one of {', '.join(levels)} is expected")
    return Access[str(word)]


def _document(
    path: Path,
    raw: Raw,
    prepared: Prepared,
    context: Context,
    today: date,
    held: HeldText,
    given: Path | None,
    lines: Lines,
) -> None:
    context.published = published(raw, today)
    body: Body = {key: value for key, value in raw.items() if key not in {"file", "published"}}
    if context.published:
        body["published"] = dict(context.published.as_dict())
    source = given or (path.parent / str(raw["file"]) if "file" in raw else None)
    if source is not None and (given is not None or exists(source)):  # noqa: PTH110 - Path.exists raises
        body |= _at_hand(source, raw, prepared, context)
    elif "sha256" in raw:
        body |= _known_text(str(raw["sha256"]), context, held)
    elif "file" in raw:
        raise RowError(f"the document {raw['file']} is not there: give it with --document, or name its `sha256`")
    if "sha256" in body:
        context.document = str(body["sha256"])
    elif "citation" in raw:
        context.document = identity.cited_document(context.key, str(raw["citation"]))
    else:
        raise RowError("it needs `sha256`, `file`, or a `citation` of a source that is not held")
    draft = Draft("document", {"id": context.document} | body, lines.section("document"))
    check_body("document", draft.body)
    prepared.add(draft)


def _at_hand(source: Path, raw: Raw, prepared: Prepared, context: Context) -> Body:
    """Read the document itself: its fingerprint must be the one that is named, its text the one that is checked."""
    try:
        data = source.read_bytes()
    except OSError as error:
        raise RowError(f"the document {source.name} cannot be read: {error.strerror}") from error
    found = store.sha256(data)
    if "sha256" in raw and raw["sha256"] != found:
        raise RowError(
            f"the document {source.name} has the SHA-256 {found}, the file names {raw['sha256']}: it is another one"
        )
    media_type = str(raw.get("media_type") or extract.media_type_of(source.name))
    try:
        got = extract.extract(data, media_type)
    except extract.ExtractError as error:
        raise RowError(f"the document {source.name}: {error}") from error
    context.text = got.text
    prepared.holdings.append(Holding(data, media_type))
    return {
        "sha256": found,
        "text_sha256": store.sha256(got.text.encode()),
        "extractor": got.extractor,
        "media_type": media_type,
    }


def _known_text(digest: str, context: Context, held: HeldText) -> Body:
    """A document that the register holds is checked against the text that is kept: it is never extracted again."""
    context.text = held(digest)
    return {"sha256": digest}
