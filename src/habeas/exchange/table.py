"""Tables: a case file with [table] says which claims each row of a CSV makes, by templates.

What the source column names is cited; where [sources] gives its day, that day is when it was known. Every id rests on
the list's name and not on one edition's bytes, so that the next edition corrects what changed and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from os.path import isfile
from pathlib import Path
from typing import Any

from habeas.archive import extract, store
from habeas.claims import identity
from habeas.claims.anchor import Cell, row_fingerprint
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body
from habeas.register.draft import Draft

from .bargains import bargains
from .case import begin
from .claim_draft import Context, Raw, finished, only_keys, said, text_in
from .counted_by import counted_by
from .coverage import coverage
from .judged import grade_claim, judged, name_claim
from .lines import Lines
from .named import ROW, cited, entries, group, named, published, section_of
from .prepared import FileError, Holding, Prepared, RowError
from .sheet import SheetRow, read_sheet
from .template import RowKey, Template, Words, filled, template, whole_numbers

TABLE_KEYS = frozenset({"file", "list", "key", "source_column", "title", "publisher", "language", "published"})


@dataclass(slots=True)
class _Reading:
    """The table being read: what every row shares, and what the rows before have made."""

    csv: str
    tables: Mapping[str, Any]
    words: Words
    prepared: Prepared
    context: Context
    today: date
    templates: list[Template]
    groups: dict[str, int] = field(default_factory=dict)
    makers: dict[str, Template] = field(default_factory=dict)
    told: set[tuple[str, str]] = field(default_factory=set)


def prepare_table(path: Path, tables: Mapping[str, Any], data: bytes, key: bytes, today: date) -> Prepared:
    """What a table case would record; problems name row and column of the CSV, or the line of the case file."""
    prepared = begin(path, tables, data)
    lines = Lines(path.name, extract.decode(data))
    with prepared.noting(lines.section("table")):
        _table(path, tables, prepared, lines, Context(key, ""), today)
    prepared.put_in_order()
    return prepared


def _table(
    path: Path, tables: Mapping[str, Any], prepared: Prepared, lines: Lines, context: Context, today: date
) -> None:
    table = section_of(tables, "table")
    only_keys(table, TABLE_KEYS, "[table]")
    for needed in ("file", "list", "key"):
        if needed not in table:
            raise RowError(f"`{needed}` is missing")
    source = path.parent / text_in(table, "file")
    if not isfile(source):  # noqa: PTH113 - of too long a name, Path.is_file raises
        raise FileError(f"{path.name}, [table]: {table['file']} is not there; nothing was recorded")
    data = source.read_bytes()
    head, rows = read_sheet(source.name, data)
    _check_columns(table, head)
    _edition(table, prepared, context, today, data, lines)
    words = _words(tables, prepared, lines)
    if prepared.problems:
        prepared.broken_off = True
        return
    templates = _templates(tables, prepared, lines, head, words, table["key"])
    named(tables, prepared, context, lines)
    read = _Reading(source.name, tables, words, prepared, context, today, templates)
    _list_version(read, _rows(read, rows), lines)
    judged(tables, prepared, context, lines)
    coverage(tables, prepared, context, lines, today)
    counted_by(tables, prepared, context, lines)
    bargains(tables, prepared, context, lines)


def _check_columns(table: Raw, head: list[str]) -> None:
    if not isinstance(table["key"], list) or not table["key"]:
        raise RowError(f"`key` is {table['key']!r}: a list of the columns that tell one row from another is expected")
    for column in (*table["key"], *([table["source_column"]] if "source_column" in table else [])):
        if column not in head:
            raise RowError(f"the table has no column {column!r}; it has {', '.join(head)}")


def _edition(table: Raw, prepared: Prepared, context: Context, today: date, data: bytes, lines: Lines) -> None:
    """The CSV itself: the document of this edition, held from now on."""
    text = extract.extract(data, "text/csv")
    list_name = text_in(table, "list")
    context.document, context.list_name, context.text = store.sha256(data), list_name, text.text
    context.published = published(table, today)
    body: Body = {
        "id": context.document,
        "sha256": context.document,
        "text_sha256": store.sha256(text.text.encode()),
        "extractor": text.extractor,
        "media_type": "text/csv",
    }
    body |= {name: table[name] for name in ("title", "publisher", "language") if name in table}
    if context.published:
        body["published"] = dict(context.published.as_dict())
    check_body("document", body)
    prepared.add(Draft("document", body, lines.section("table")))
    prepared.holdings.append(Holding(data, "text/csv"))
    prepared.list_name = list_name
    prepared.scope = ("list", list_name)


def _words(tables: Mapping[str, Any], prepared: Prepared, lines: Lines) -> Words:
    """The tables of words; and that each of them, and each source, is a table."""
    for section in ("words", "sources"):
        for key, raw in entries(tables, section):
            with prepared.noting(lines.section(section, key)):
                if not isinstance(raw, Mapping):
                    raise RowError(f"it is {raw!r}: a table is expected")
                for name, value in raw.items():
                    if section == "words" and not isinstance(value, str):
                        raise RowError(f"`{name}` is {value!r}: text is expected, in quotes")
    return dict(section_of(tables, "words"))


def _templates(
    tables: Mapping[str, Any], prepared: Prepared, lines: Lines, head: list[str], words: Words, key: list[str]
) -> list[Template]:
    found: list[Template] = []
    for index, raw in enumerate(tables.get("claims", [])):
        where = lines.block("claims", index, "claim")
        number = lines.block_line("claims", index)
        line = f" (the template: {lines.file}, {f'line {number}' if number else f'claim {index + 1}'})"
        with prepared.noting(where):
            found.append(template(raw, where, line, head, words, key))
    return found


def _rows(read: _Reading, rows: Any) -> list[str]:
    """Draft the claims of every row; the ids of the rows."""
    seen: dict[RowKey, int] = {}
    records: list[str] = []
    for row in rows:
        key = tuple(row.cells[column] for column in read.tables["table"]["key"])
        if key in seen:
            read.prepared.problems.append(
                f"{read.csv}, row {row.number}: the same key as row {seen[key]}: {', '.join(key)}"
            )
            continue
        seen[key] = row.number
        records.append(_row(read, row, key))
    for one in read.templates:
        for missing in sorted(one.named_rows() - set(seen)):
            read.prepared.problems.append(f"{one.where}: no row of {read.csv} has the key {list(missing)}")
    return records


def _row(read: _Reading, row: SheetRow, key: RowKey) -> str:
    record = identity.record_in_list(read.context.key, str(read.context.list_name), list(key))
    meant = [one for one in read.templates if one.is_for(key, row)]
    sources: Body = {}
    if meant:
        with read.prepared.noting(f"{read.csv}, row {row.number}"):
            sources = _sources(read, row)
    for one in meant:
        where = f"{read.csv}, row {row.number}, column {one.column}"
        with read.prepared.noting(where, one.line):
            _claim(read, one, row, record, sources, where)
    for one in read.templates:
        if one not in meant and one.rows is not None and key in one.rows:
            read.prepared.problems.append(
                f"{read.csv}, row {row.number}, column {one.column}: "
                f"the cell is empty, and a template names this row{one.line}"
            )
    return record


def _claim(read: _Reading, one: Template, row: SheetRow, record: str, sources: Body, where: str) -> None:
    made = identity.claim_of_record(read.context.key, record, one.column, one.ordinal)
    if _twin(read, one, made, row):
        return
    context = _with_group(read, one, row, where)
    raw = filled(one.said, row, read.words)
    cell = Cell("", row.number, one.column, identity.fingerprint(row.cells[one.column]), row_fingerprint(row.line))
    body: Body = {
        "id": made,
        "anchor": cell.body(),
        "record": record,
        "field": one.column,
        "ordinal": one.ordinal,
        **context.edition(),
        **said(raw, context),
    }
    cites = [*body.get("cites", []), *(each for each in sources.get("cites", []) if each not in body.get("cites", []))]
    body |= sources | ({"cites": cites} if cites else {})
    read.prepared.add(Draft("claim", finished(body, context), where))
    _name(read, one, made)
    grade_claim(raw, made, read.prepared, context, where)


def _twin(read: _Reading, one: Template, made: str, row: SheetRow) -> bool:
    """Whether another template made this very claim; told once for the two of them."""
    other = read.makers.setdefault(made, one)
    if other is one:
        return False
    if (other.where, one.where) not in read.told:
        read.told.add((other.where, one.where))
        read.prepared.problems.append(
            f"{one.where}: it makes a second claim of row {row.number}, column {one.column}, ordinal {one.ordinal}, "
            f"as {other.where} does: give one of them another `ordinal`"
        )
    return True


def _name(read: _Reading, one: Template, made: str) -> None:
    """Let the template's key stand for its claim; told once where it makes several."""
    if one.key is not None and (one.where, "key") not in read.told:
        try:
            name_claim(one.key, made, read.context)
        except RowError as error:
            read.told.add((one.where, "key"))
            read.prepared.problems.append(f"{one.where}: {error}")


def _with_group(read: _Reading, one: Template, row: SheetRow, where: str) -> Context:
    """The context in which `row` stands for the group of this row, if the template has one."""
    raw = filled(one.group, row, read.words) if one.group is not None else None
    if raw is None:
        return read.context
    made = group(read.prepared, read.context, whole_numbers(raw), where)
    if read.groups.setdefault(made[0], row.number) != row.number:
        raise RowError(f"row {read.groups[made[0]]} has a group of the same name: write into it what tells them apart")
    return replace(read.context, groups=read.context.groups | {ROW: made})


def _sources(read: _Reading, row: SheetRow) -> Body:
    """What the row cites, and the day that is known of it."""
    column = read.tables["table"].get("source_column")
    citation = row.cells[column].strip() if column else ""
    if not citation:
        return {}
    raw = {"citation": citation, **read.tables.get("sources", {}).get(citation, {})}
    made = identity.cited_document(read.context.key, str(raw["citation"]))
    if read.prepared.drafted("document", made) is None:
        cited(read.prepared, read.context, raw, f"{read.csv}, row {row.number}")
    body: Body = {"cites": [made]}
    day = published(raw, read.today)
    if day is not None and day.latest is not None:
        body["known"] = {"basis": "published", "earliest": day.latest.isoformat()}
    return body


def _list_version(read: _Reading, records: list[str], lines: Lines) -> None:
    """This edition of the list, with its rows: so that the next one can say which of them are gone."""
    context = read.context
    body: Body = {
        "id": identity.content_id(context.key, "list_version", str(context.list_name), context.document),
        "list": str(context.list_name),
        "document": context.document,
        "records": records,
    }
    if context.published and context.published.latest:
        body["date"] = context.published.latest.isoformat()
    check_body("list_version", body)
    read.prepared.add(Draft("list_version", body, lines.section("table")))
