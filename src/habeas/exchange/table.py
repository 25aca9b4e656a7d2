"""Tables of stated figures: a case file with [table] says which claims each row of a CSV makes.

A `{column}` in a template stands for the row's cell, `{column:words}` for what [words.WORDS] writes for that cell
(its entry "*" stands for every other cell; "{}" is the cell itself). A template whose `column` is empty in a row makes
no claim there. What the source column names is cited; where [sources] gives its day, that day is when it was known.
"""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from habeas.archive import extract, store
from habeas.claims import identity
from habeas.claims.anchor import Cell, row_fingerprint
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body
from habeas.register.draft import Draft

from .case import agent, begin, cited, published, refuse_twins
from .claim_draft import Context, Raw, finished, said, whole
from .prepared import FileError, Holding, Prepared, RowError
from .sheet import SheetRow, read_sheet

_SLOT = re.compile(r"\{([^{}:]+)(?::([^{}]+))?\}")
TABLE_KEYS = frozenset({"file", "list", "key", "source_column", "title", "publisher", "language", "published"})


def prepare_table(path: Path, tables: Mapping[str, Any], data: bytes, key: bytes, today: date) -> Prepared:
    """What a table case would record; problems name the row and column of the CSV."""
    prepared = begin(path, tables, data)
    with prepared.noting(f"{path.name}, [table]"):
        _table(path, tables, prepared, key, today)
    refuse_twins(prepared)
    return prepared


def _table(path: Path, tables: Mapping[str, Any], prepared: Prepared, key: bytes, today: date) -> None:
    table = tables["table"]
    unknown = set(table) - TABLE_KEYS
    if unknown:
        raise RowError(f"`{min(unknown)}` is not a key; known: {', '.join(sorted(TABLE_KEYS))}")
    for needed in ("file", "list", "key"):
        if needed not in table:
            raise RowError(f"`{needed}` is missing")
    source = path.parent / str(table["file"])
    if not source.exists():
        raise FileError(f"{path.name}, [table]: {table['file']} is not there; nothing was recorded")
    data = source.read_bytes()
    head, rows = read_sheet(source.name, data)
    context = _context(path, table, prepared, key, today, data)
    prepared.list_name = str(table["list"])
    prepared.scope = ("list", prepared.list_name)
    _check_columns(table, head)
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        row_key = tuple(row.cells[column] for column in table["key"])
        if row_key in seen:
            prepared.problems.append(f"{source.name}, row {row.number}: the same key as row {seen[row_key]}: {row_key}")
            continue
        seen[row_key] = row.number
        _row(source.name, row, list(row_key), tables, prepared, context, today)


def _context(path: Path, table: Raw, prepared: Prepared, key: bytes, today: date, data: bytes) -> Context:
    text = extract.extract(data, "text/csv")
    document = store.sha256(data)
    context = Context(key, document, str(table["list"]), published(table, today), text.text)
    body: Body = {
        "id": document,
        "sha256": document,
        "text_sha256": store.sha256(text.text.encode()),
        "extractor": text.extractor,
        "media_type": "text/csv",
    }
    body |= {name: table[name] for name in ("title", "publisher", "language") if name in table}
    if context.published:
        body["published"] = dict(context.published.as_dict())
    check_body("document", body)
    prepared.add(Draft("document", body, f"{path.name}, [table]"))
    prepared.holdings.append(Holding(data, "text/csv"))
    return context


def _check_columns(table: Raw, head: list[str]) -> None:
    for column in (*table["key"], *([table["source_column"]] if "source_column" in table else [])):
        if column not in head:
            raise RowError(f"the table has no column {column!r}; it has {', '.join(head)}")


def _row(
    name: str,
    row: SheetRow,
    row_key: list[str],
    tables: Mapping[str, Any],
    prepared: Prepared,
    context: Context,
    today: date,
) -> None:
    record = identity.record_in_list(context.key, str(tables["table"]["list"]), row_key)
    sources: Body = {}
    with prepared.noting(f"{name}, row {row.number}"):
        sources = _sources(name, row, tables, prepared, context, today)
    ordinals: dict[str, int] = {}
    for template in tables.get("claims", []):
        column = str(template.get("column", ""))
        where = f"{name}, row {row.number}, column {column}"
        with prepared.noting(where):
            if column not in row.cells:
                raise RowError(f"a template is for the column {column!r}, which the table does not have")
            if row.cells[column].strip():
                ordinal = whole(template, "ordinal", ordinals.get(column, 0))
                ordinals[column] = ordinal + 1
                prepared.add(
                    Draft("claim", _claim(template, row, record, ordinal, tables, prepared, context, sources), where)
                )


def _claim(
    template: Raw,
    row: SheetRow,
    record: str,
    ordinal: int,
    tables: Mapping[str, Any],
    prepared: Prepared,
    context: Context,
    sources: Body,
) -> Body:
    column = str(template["column"])
    filled = _filled({key: value for key, value in template.items() if key != "column"}, row, tables.get("words", {}))
    _agents(filled, tables, prepared, context)
    cell = Cell("", row.number, column, identity.fingerprint(row.cells[column]), row_fingerprint(row.line))
    body: Body = {
        "id": identity.claim_of_record(context.key, record, column, ordinal),
        "anchor": cell.body(),
        "record": record,
        "field": column,
        "ordinal": ordinal,
    }
    if context.published and context.published.latest:
        body["edition"] = context.published.latest.isoformat()
    return finished(body | said(filled, context) | sources, context)


def _agents(filled: Mapping[str, Any], tables: Mapping[str, Any], prepared: Prepared, context: Context) -> None:
    """The agents that a row names: those that [agents] describes by that key, no others."""
    for link in filled.get("attribution", []):
        name = link.get("agent")
        if name is not None and name not in context.agents:
            raw = tables.get("agents", {}).get(name)
            if raw is None:
                raise RowError(f"the agent {name!r} is not in [agents]")
            context.agents[name] = agent(prepared, context, name, raw, f"[agents.{name}]")


def _sources(
    name: str, row: SheetRow, tables: Mapping[str, Any], prepared: Prepared, context: Context, today: date
) -> Body:
    """What the row cites, and the day that is known of it."""
    column = tables["table"].get("source_column")
    citation = row.cells[column].strip() if column else ""
    if not citation:
        return {}
    raw = {"citation": citation, **tables.get("sources", {}).get(citation, {})}
    if citation not in context.cited:
        context.cited[citation] = cited(prepared, context, raw, f"{name}, row {row.number}")
    body: Body = {"cites": [context.cited[citation]]}
    day = published(raw, today)
    if day is not None and day.latest is not None:
        body["known"] = {"basis": "published", "earliest": day.latest.isoformat()}
    return body


def _filled(value: Any, row: SheetRow, words: Mapping[str, Mapping[str, str]]) -> Any:
    if isinstance(value, str):
        return _SLOT.sub(lambda match: _slot(match[1], match[2], row, words), value)
    if isinstance(value, Mapping):
        return {key: _filled(item, row, words) for key, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, row, words) for item in value]
    return value


def _slot(column: str, table: str | None, row: SheetRow, words: Mapping[str, Mapping[str, str]]) -> str:
    if column not in row.cells:
        raise RowError(f"a template names the column {column!r}, which the table does not have")
    cell = row.cells[column].strip()
    if table is None:
        return cell
    known = words.get(table, {})
    found = known.get(cell, known.get("*"))
    if found is None:
        raise RowError(f"column {column}: {cell!r} is not in [words.{table}]: say there what it means")
    return found.replace("{}", cell)
