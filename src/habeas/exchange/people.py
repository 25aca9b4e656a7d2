"""A plain CSV of people and acts: one row a person, one column an act, its cell an EDTF date.

Columns: `name`; any act (`detained`, `released`, …), again as `detained.2`; `key` (names the row in every edition);
what is said of the person (`sex`, `born`, `citizenship`, `region`, `occupation`, `identifier`), whether the keeper
recognises them (`recognised` …), when a term is due to end (`planned_end`), `place`, `facility`, `source`, `added` …
An empty cell says nothing; `XXXX-XX-XX` says that the act was, on a day which the list does not know.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from habeas.archive import extract, store
from habeas.claims import identity
from habeas.claims.act import ACTS, Act, Side
from habeas.claims.anchor import Cell, row_fingerprint
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import AgentSort, KnownBasis
from habeas.claims.when import Meaning, When
from habeas.register.draft import Draft

from . import planned, recognised
from .claim_draft import not_after
from .prepared import FileError, Holding, Prepared, RowError
from .sheet import SheetRow, read_sheet
from .stretch import ActColumn, Told, day_of, turned_round

ATTRIBUTES = {"born": "birth"} | {said: said for said in ("sex", "citizenship", "region", "occupation", "identifier")}
SAID = frozenset({"name", "key", "place", "facility", "source", "added", "published"})
OTHER = SAID | recognised.COLUMNS | {planned.COLUMN}
LONGEST_LIST_NAME = 300


@dataclass(frozen=True, slots=True)
class ListTerms:
    """What is said of the whole list: its name, who keeps it and what sort of agent that is, its date, who vouches."""

    name: str
    keeper: str
    vouched_by: str
    date: When | None = None
    as_said: bool = False
    sort: AgentSort = AgentSort.organisation


@dataclass(slots=True)
class _List:
    """The list being read: what every row shares."""

    file: str
    key: bytes
    document: str
    terms: ListTerms
    keeper: str
    acts: list[ActColumn]
    prepared: Prepared
    today: date
    cited: dict[str, str]
    times: dict[tuple[str, ...], int]
    told: Told = field(default_factory=Told)


def prepare_people(name: str, data: bytes, terms: ListTerms, key: bytes, today: date) -> Prepared:
    """What a CSV of people would record; problems name row and column. FileError: the file is not whole."""
    if len(terms.name) > LONGEST_LIST_NAME:
        raise FileError(
            f"--list has {len(terms.name)} characters: {LONGEST_LIST_NAME} are enough; nothing was recorded"
        )
    head, rows = read_sheet(name, data)
    prepared = Prepared(file=name, sha256=store.sha256(data), vouched_by=terms.vouched_by, list_name=terms.name)
    prepared.scope = ("list", terms.name)
    acts = _columns(name, head)
    read = _begin(name, data, terms, key, today, acts, prepared)
    records: list[str] = []
    rows_of: dict[str, int] = {}
    for row in rows:
        with prepared.noting(f"{name}, row {row.number}"):
            records.append(_row(read, row))
            if rows_of.setdefault(records[-1], row.number) != row.number:
                given = row.cells.get("key", "")
                raise RowError(f"the key {given!r} stands on row {rows_of[records[-1]]} already: give each row its own")
    _list_version(read, records)
    prepared.warnings += read.told.warnings()
    return prepared


def _columns(name: str, head: Sequence[str]) -> list[ActColumn]:
    if "name" not in head:
        raise FileError(f"{name}, row 1: there is no column `name`; nothing was recorded")
    acts: list[ActColumn] = []
    for column in head:
        act, _, again = column.partition(".")
        if act in ACTS and (not again or again.isdecimal()):
            acts.append(ActColumn(column, Act(act), int(again) - 1 if again else 0))
        elif column not in OTHER and column not in ATTRIBUTES and not planned.is_planned(column):
            known = ", ".join([*sorted(OTHER), *ATTRIBUTES, *(word.value for word in Act)])
            raise FileError(f"{name}, row 1: the column {column!r} is not known; known: {known}; nothing was recorded")
    return acts


def _begin(
    name: str, data: bytes, terms: ListTerms, key: bytes, today: date, acts: list[ActColumn], prepared: Prepared
) -> _List:
    text = extract.extract(data, "text/csv")
    document = store.sha256(data)
    body: Body = {
        "id": document,
        "sha256": document,
        "text_sha256": store.sha256(text.text.encode()),
        "extractor": text.extractor,
        "media_type": "text/csv",
        "title": terms.name,
    }
    if terms.date:
        body["published"] = dict(not_after(terms.date, today, "date of the list").as_dict())
    prepared.add(Draft("document", body, name))
    prepared.holdings.append(Holding(data, "text/csv"))
    keeper = identity.agent_by_name(key, terms.keeper)
    prepared.add(Draft("agent", {"id": keeper, "name": terms.keeper, "sort": terms.sort.value}, name))
    for draft in prepared.drafts:
        check_body(draft.kind, draft.body)
    return _List(name, key, document, terms, keeper, acts, prepared, today, {}, {})


def _row(read: _List, row: SheetRow) -> str:
    """Draft one row's record and its claims; return the record's id."""
    name = row.cells["name"].strip()
    if not name:
        raise RowError("column name: it is empty; a row needs the name as the list writes it")
    row_key = _row_key(read, row)
    record = identity.record_in_list(read.key, read.terms.name, row_key)
    body: Body = {"id": record, "document": read.document, "name": name, "list": read.terms.name, "key": row_key}
    _draft(read, row, "name", "record", body | {"row": row.number} | _edition(read))
    shared: Body = {"record": record, "document": read.document, "known": _known(read, row)} | _edition(read)
    shared |= _cites(read, row) | ({"place": {"name": row.cells["place"].strip()}} if row.cells.get("place") else {})
    shared["attribution"] = [{"agent": read.keeper, "kind": "document"}]
    shared["participants"] = [{"role": "subject", "name": name, "record": record}]
    _acts(read, row, name, shared)
    _sayings(read, row, name, shared)
    if not any(row.cells.get(one.column, "").strip() for one in read.acts):
        others = (*ATTRIBUTES, recognised.BEGUN, recognised.ENDED, *planned.columns(row.cells))
        told = any(row.cells.get(column, "").strip() for column in others)
        (read.told.without_acts if told else read.told.without_claims).append(row.number)
    for column, property_name in ATTRIBUTES.items():
        if row.cells.get(column, "").strip():
            with read.prepared.noting(f"{read.file}, row {row.number}, column {column}"):
                _attribute(read, row, column, property_name, name, shared)
    return record


def _row_key(read: _List, row: SheetRow) -> list[str]:
    """The key that the list gives, or the row's content and how often it stood above."""
    given = row.cells.get("key", "").strip()
    if given:
        return [given]
    content = tuple(row.line)
    read.times[content] = read.times.get(content, 0) + 1
    return [*content, str(read.times[content])]


def _acts(read: _List, row: SheetRow, name: str, shared: Body) -> None:
    days: dict[str, When] = {}
    for wanted in read.acts:
        cell = row.cells[wanted.column].strip()
        if cell:
            with read.prepared.noting(f"{read.file}, row {row.number}, column {wanted.column}"):
                day = day_of(cell, wanted, read.today)
                _act(read, row, wanted, day, name, shared)
                days |= {wanted.column: day} if day else {}
    if slip := turned_round(read.acts, days):
        if read.terms.as_said:
            read.told.turned_round.append(row.number)
        else:
            correct = "correct the row, or import --as-said to record both as the list has them"
            read.prepared.problems.append(f"{read.file}, row {row.number}: {slip}: {correct}")


def _act(read: _List, row: SheetRow, wanted: ActColumn, day: When | None, name: str, shared: Body) -> None:
    act: Body = {"kind": wanted.act.value, "record": str(shared["record"])}
    if row.cells.get("facility", "").strip():
        act["facility"] = row.cells["facility"].strip()
    topic = "release" if ACTS[wanted.act].leaves == Side.free else "tally"
    said: Body = {
        "type": "act",
        "topics": [topic],
        "statement": f"{name}: {wanted.act.value.replace('_', ' ')}, {day.plain() if day else 'on a day not known'}.",
        "act": act,
    }
    if day:
        said["when"] = dict(day.as_dict())
    _claim(read, row, wanted.column, wanted.act.value, wanted.ordinal, shared | said)


def _sayings(read: _List, row: SheetRow, name: str, shared: Body) -> None:
    """What a row says beside acts and attributes: whom the keeper recognises, what end is planned."""
    record = str(shared["record"])
    with read.prepared.noting(f"{read.file}, row {row.number}"):
        recognitions = recognised.recognitions(row.cells, name, record, read.keeper, read.today)
        for column, said in chain(recognitions, planned.planned_ends(row.cells, name, record)):
            field, _, again = column.partition(".")
            _claim(read, row, column, field, int(again) - 1 if again else 0, shared | said)


def _attribute(read: _List, row: SheetRow, column: str, property_name: str, name: str, shared: Body) -> None:
    value = row.cells[column].strip()
    said: Body = {
        "type": "attribute",
        "topics": ["tally"],
        "statement": f"{name}: {property_name}, {value}.",
        "attribute": {"record": str(shared["record"]), "property": property_name, "value": value},
    }
    if column == "born":
        said["when"] = dict(When.of(value, meaning=Meaning.born).as_dict())
    _claim(read, row, column, property_name, 0, shared | said)


def _claim(read: _List, row: SheetRow, column: str, field: str, ordinal: int, said: Body) -> None:
    cell = Cell("", row.number, column, identity.fingerprint(row.cells[column]), row_fingerprint(row.line))
    body: Body = {
        "id": identity.claim_of_record(read.key, str(said["record"]), field, ordinal),
        "anchor": cell.body(),
        "field": field,
        "ordinal": ordinal,
        "modality": "asserted",
        "polarity": "affirmed",
    }
    body |= said
    body["known"] = _known_for(read, body.get("when", {}), body["known"])
    _draft(read, row, column, "claim", body)


def _draft(read: _List, row: SheetRow, column: str, kind: str, body: Body) -> None:
    check_body(kind, body)
    read.prepared.add(Draft(kind, body, f"{read.file}, row {row.number}, column {column}"))


def _known(read: _List, row: SheetRow) -> Body:
    """The row's own day, or the list's; of an uncertain day the latest. None: each claim's is assumed."""
    for basis in (KnownBasis.added, KnownBasis.published):
        cell = row.cells.get(basis.value, "").strip()
        if cell:
            day = not_after(When.of(cell, meaning=Meaning.published), read.today, basis.value)
            if day.latest is not None:
                return {"basis": basis.value, "earliest": day.latest.isoformat()}
    return _list_known(read)


def _known_for(read: _List, when: Mapping[str, str], row_known: Body) -> Body:
    """The row's day, unless the act is later than it: the row was added before. Then the list's day; else assumed."""
    if when.get("meaning") == Meaning.planned_end:
        return row_known or {"basis": KnownBasis.assumed.value}
    spoken = when.get("earliest", "")
    for known in (row_known, _list_known(read)):
        if known and known["earliest"] >= spoken:
            return known
    return {"basis": KnownBasis.assumed.value} | ({"earliest": when["latest"]} if "latest" in when else {})


def _list_known(read: _List) -> Body:
    edition = _edition(read)
    return {"basis": KnownBasis.list.value, "earliest": edition["edition"]} if edition else {}


def _edition(read: _List) -> Body:
    day = read.terms.date
    return {"edition": day.latest.isoformat()} if day is not None and day.latest is not None else {}


def _cites(read: _List, row: SheetRow) -> Body:
    citation = row.cells.get("source", "").strip()
    if not citation:
        return {}
    if citation not in read.cited:
        read.cited[citation] = identity.cited_document(read.key, citation)
        _draft(read, row, "source", "document", {"id": read.cited[citation], "citation": citation})
    return {"cites": [read.cited[citation]]}


def _list_version(read: _List, records: list[str]) -> None:
    made = identity.content_id(read.key, "list_version", read.terms.name, read.document)
    body: Body = {
        "id": made,
        "list": read.terms.name,
        "document": read.document,
        "records": records,
        "keeper": read.keeper,
    }
    day = read.terms.date
    if day is not None and day.latest is not None:
        body["date"] = day.latest.isoformat()
    check_body("list_version", body)
    read.prepared.add(Draft("list_version", body, read.file))
