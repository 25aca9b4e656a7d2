"""The case format: one TOML file for one document, with the claims that a person read in it.

The document's words need not be in it: a claim names characters and fingerprints. Where the document is at hand every
passage is checked against it. The guide's page on recording a report describes the format.
"""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from habeas.archive import extract, store
from habeas.claims import identity
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body, canonical
from habeas.claims.vocabulary import DEFAULT_ACCESS, Access, AgentSort
from habeas.claims.when import Meaning, When
from habeas.register.draft import Draft

from .claim_draft import Context, Raw, claim_body, not_after, when
from .prepared import FileError, Holding, Prepared, RowError

SECTIONS = frozenset(
    {"case", "document", "agents", "records", "groups", "cited", "claims", "table", "sources", "words"}
)
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
    """What the head of a case file says: who vouches for it, and who may see it."""
    prepared = Prepared(file=path.name, sha256=store.sha256(data))
    for section in tables:
        if section not in SECTIONS:
            prepared.problems.append(f"{path.name}: [{section}] is not a section; known: {', '.join(sorted(SECTIONS))}")
    with prepared.noting(f"{path.name}, [case]"):
        case = _section(tables, "case")
        unknown = set(case) - {"name", "vouched_by", "access"}
        if unknown:
            raise RowError(f"`{min(unknown)}` is not a key; known: name, vouched_by, access")
        prepared.vouched_by = str(case.get("vouched_by", ""))
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
    lines = claim_lines(data.decode())
    context = Context(key=key, document="")
    with prepared.noting(f"{path.name}, [document]"):
        _document(path, _section(tables, "document"), prepared, context, today, held, given)
    if prepared.problems:
        prepared.problems.append(f"{path.name}: the rest was not looked at: it rests on what is wrong above")
        return prepared
    _named(path.name, tables, prepared, context)
    for index, raw in enumerate(tables.get("claims", [])):
        where = f"{path.name}, claim {index + 1} (line {lines[index] if index < len(lines) else '?'})"
        with prepared.noting(where):
            prepared.add(Draft("claim", claim_body(raw, context), where))
    prepared.scope = ("document", context.document)
    refuse_twins(prepared)
    return prepared


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


def claim_lines(text: str) -> list[int]:
    """The line at which each [[claims]] begins, counted from 1."""
    found = re.finditer(r"^[ \t]*\[\[\s*claims\s*\]\]", text, re.MULTILINE)
    return [text.count("\n", 0, match.start()) + 1 for match in found]


def access_of(word: object) -> Access:
    """A level of access by its word; raises RowError for another."""
    levels = [level.name for level in Access if level != Access.nobody]
    if word not in levels:
        raise RowError(f"`access` is {word!r}: one of {', '.join(levels)} is expected")
    return Access[str(word)]


def published(raw: Raw, today: date) -> When | None:
    """The published day of a document, or None where it is not known."""
    if "published" not in raw:
        return None
    value = raw["published"]
    said = {"edtf": value} if isinstance(value, str) else value
    return not_after(when({"meaning": Meaning.published.value, **said}, "published"), today, "published")


def _document(
    path: Path, raw: Raw, prepared: Prepared, context: Context, today: date, held: HeldText, given: Path | None
) -> None:
    context.published = published(raw, today)
    body: Body = {key: value for key, value in raw.items() if key not in {"file", "published"}}
    if context.published:
        body["published"] = dict(context.published.as_dict())
    source = given or (path.parent / str(raw["file"]) if "file" in raw else None)
    if source is not None and (given is not None or source.exists()):
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
    draft = Draft("document", {"id": context.document} | body, f"{path.name}, [document]")
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


def _named(name: str, tables: Mapping[str, Any], prepared: Prepared, context: Context) -> None:
    """Agents, records, groups and cited sources: drafts, and what their keys stand for."""
    for key, raw in _entries(tables, "agents"):
        with prepared.noting(f"{name}, [agents.{key}]"):
            context.agents[key] = agent(prepared, context, key, raw, f"{name}, [agents.{key}]")
    for key, raw in _entries(tables, "cited"):
        with prepared.noting(f"{name}, [cited.{key}]"):
            context.cited[key] = cited(prepared, context, raw, f"{name}, [cited.{key}]")
    for key, raw in _entries(tables, "records"):
        with prepared.noting(f"{name}, [records.{key}]"):
            made = identity.record_in_document(
                context.key, context.document, str(raw.get("name")), raw.get("ordinal", 0)
            )
            body = {"id": made, "document": context.document, **raw}
            _add(prepared, "record", body, f"{name}, [records.{key}]")
            context.records[key] = (made, str(raw.get("name")))
    for key, raw in _entries(tables, "groups"):
        with prepared.noting(f"{name}, [groups.{key}]"):
            made = identity.group_in_document(context.key, context.document, str(raw.get("name")))
            _add(prepared, "group", {"id": made, "document": context.document, **raw}, f"{name}, [groups.{key}]")
            context.groups[key] = (made, str(raw.get("name")))


def agent(prepared: Prepared, context: Context, key: str, raw: Raw, where: str) -> str:
    """Draft an agent; an unnamed one, or a document's own voice, belongs to this document, or this list, alone."""
    name, sort = str(raw.get("name", "")), raw.get("sort", AgentSort.organisation.value)
    own = sort in (AgentSort.unnamed, AgentSort.voice)
    made = (
        identity.agent_in_document(context.key, context.list_name or context.document, name)
        if own
        else identity.agent_by_name(context.key, name)
    )
    body: Body = {**raw, "id": made, "sort": sort}
    if own and context.list_name is None:
        body["document"] = context.document
    _add(prepared, "agent", body, where)
    context.agent_names[key] = name
    return made


def cited(prepared: Prepared, context: Context, raw: Raw, where: str) -> str:
    """Draft a source that is known of and not held."""
    made = identity.cited_document(context.key, str(raw.get("citation")))
    body: Body = {"id": made, **raw}
    if "published" in raw:
        day = raw["published"]
        body["published"] = dict(
            when({"meaning": "published", **({"edtf": day} if isinstance(day, str) else day)}, "published").as_dict()
        )
    _add(prepared, "document", body, where)
    return made


def _add(prepared: Prepared, kind: str, body: Body, where: str) -> None:
    check_body(kind, body)
    canonical(body)
    if kind != "document" and kind != "agent" and any(draft.body["id"] == body["id"] for draft in prepared.drafts):
        raise RowError("another one has the same name: give one of them an `ordinal`, or another name")
    prepared.add(Draft(kind, body, where))


def _entries(tables: Mapping[str, Any], section: str) -> Iterator[tuple[str, Raw]]:
    for key, raw in _section(tables, section).items():
        if not isinstance(raw, Mapping):
            raise FileError(f"[{section}] holds {key!r}, which is not a table")
        yield key, raw


def _section(tables: Mapping[str, Any], name: str) -> Raw:
    found = tables.get(name, {})
    if not isinstance(found, Mapping):
        raise RowError(f"[{name}] is not a table")
    return found
