"""From the rows of one edition of a list to drafts: a record a row, and a claim for each thing that the row says.

A row with anything wrong in it makes no draft at all; what is wrong is kept with its place, for the import to refuse
or to set apart.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any

from habeas.claims import identity, row_sentence
from habeas.claims.act import ACTS, Side
from habeas.claims.anchor import Cell, characters, row_fingerprint
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body
from habeas.claims.vocabulary import LinkKind
from habeas.claims.when import Meaning, When
from habeas.register.draft import Draft

from . import planned, recognised
from .claim_draft import not_after
from .list_known import edition, known_of_claim, known_of_row
from .list_row import ListRow, details
from .list_terms import ARTICLES, ATTRIBUTES, OF_AN_ACT, TOLD, Edition, ListTerms, act_column
from .prepared import WRONG, Prepared, SetApart
from .stretch import ActColumn, Told, before, day_of, turned_round
from .under_age import may_be_under_age

_TAKEN_BACK: Body = {"retracted": "yes"}


@dataclass(slots=True)
class _List:
    """The list being read: what every row shares."""

    key: bytes
    document: str
    terms: ListTerms
    keeper: str
    prepared: Prepared
    today: date
    text: str = ""
    cited: set[str] = field(default_factory=set)
    times: dict[tuple[str, ...], int] = field(default_factory=dict)
    told: Told = field(default_factory=Told)


@dataclass(slots=True)
class _Row:
    """The row in hand, with what it made so far."""

    row: ListRow
    record: str
    name: str
    drafts: list[Draft] = field(default_factory=list)
    acts: list[ActColumn] = field(default_factory=list)

    @contextmanager
    def noting(self, column: str = "") -> Iterator[None]:
        """Keep what is wrong in a column, and go on with the next."""
        try:
            yield
        except WRONG as error:
            self.row.wrong.append((column, str(error)))


def draft_list(
    of: Edition,
    rows: Iterable[ListRow],
    terms: ListTerms,
    key: bytes,
    today: date,
    prepared: Prepared,
    text: str = "",
) -> None:
    """Draft one edition of a list into `prepared`: document, keeper, records, claims, and which rows it has.

    `text`: of a document with entries, that in which each claim has its characters.
    """
    keeper = identity.agent_by_name(key, terms.keeper)
    document = dict(of.body)
    if terms.date:
        document["published"] = dict(not_after(terms.date, today, "date of the list").as_dict())
    prepared.holdings.append(of.holding)
    agent: Body = {"id": keeper, "name": terms.keeper, "sort": terms.sort.value}
    for kind, body in (("document", document), ("agent", agent)):
        check_body(kind, body)
        prepared.add(Draft(kind, body, prepared.file))
    read = _List(key, of.document, terms, keeper, prepared, today, text)
    rows_of: dict[str, int] = {}
    for row in rows:
        _row(read, row, rows_of)
    nameless = {one.record for one in prepared.set_apart if not one.has_key}  # mended, it is another row
    _list_version(read, [one for one in rows_of if one not in nameless])
    prepared.warnings += read.told.warnings()


def _row(read: _List, row: ListRow, rows_of: dict[str, int]) -> None:
    """Draft one row's record and its claims, or set it apart."""
    record = identity.record_in_list(read.key, read.terms.name, row_key := _row_key(read, row))
    hand = _Row(row, record, row.value("name"))
    row.minor = row.minor or may_be_under_age(row.value("born"), read.terms.date, read.today)
    if rows_of.setdefault(record, row.number) != row.number:
        told = ", ".join(row_key)
        row.wrong.append(("", f"the key {told!r} stands on row {rows_of[record]} already: give each row its own"))
    elif not hand.name:
        row.wrong.append(("name", "it is empty; a row needs the name as the list writes it"))
    if not row.wrong:
        with hand.noting():
            _drafts(read, hand, row_key)
    if row.minor:
        read.prepared.minors.add(record)  # in doubt, though the row is set apart
    if row.wrong:
        read.prepared.set_apart.append(SetApart(row.number, tuple(row.wrong), record, row.key is not None))
        return
    for draft in hand.drafts:
        read.prepared.add(draft)
        if draft.kind == "document":
            read.cited.add(str(draft.body["id"]))


def _drafts(read: _List, hand: _Row, row_key: list[str]) -> None:
    row = hand.row
    body: Body = {"id": hand.record, "document": read.document, "name": hand.name, "list": read.terms.name}
    body |= {"key": row_key, "row": row.number} | edition(read.terms.date) | ({"minor": "yes"} if row.minor else {})
    _draft(read, hand, row.cells["name"].column, "record", body)
    shared: Body = {"record": hand.record, "document": read.document} | edition(read.terms.date)
    shared |= {"known": known_of_row(row, read.terms.date, read.today)}
    shared |= _cites(read, hand) | ({"place": {"name": row.value("place")}} if row.value("place") else {})
    shared["attribution"] = [{"agent": read.keeper, "kind": "document"}]
    shared["participants"] = [{"role": "subject", "name": hand.name, "record": hand.record}]
    hand.acts = [one for column in row.cells if (one := act_column(column)) is not None]
    _acts(read, hand, shared)
    _sayings(read, hand, shared)
    _told(read, hand)
    for column, property_name in ATTRIBUTES.items():
        if row.value(column):
            with hand.noting(row.cells[column].column):
                _attribute(read, hand, column, property_name, shared)


def _told(read: _List, hand: _Row) -> None:
    if not any(hand.row.value(one.column) for one in hand.acts):
        others = (*ATTRIBUTES, recognised.BEGUN, recognised.ENDED, *planned.columns(hand.row.cells))
        told = any(hand.row.value(column) for column in others)
        (read.told.without_acts if told else read.told.without_claims).append(hand.row.number)


def _row_key(read: _List, row: ListRow) -> list[str]:
    """The key that the list gives, or the row's content and how often it stood above."""
    if row.key is not None:
        return row.key
    read.prepared.keyed = False
    content = tuple(row.line)
    read.times[content] = read.times.get(content, 0) + 1
    return [*content, str(read.times[content])]


def _acts(read: _List, hand: _Row, shared: Body) -> None:
    days: dict[str, When] = {}
    for wanted in hand.acts:
        value = hand.row.value(wanted.column)
        if value:
            cell = hand.row.cells[wanted.column]
            with hand.noting(cell.column):
                day = day_of(value, wanted, read.today, cell.meaning)
                _act(read, hand, wanted, day, shared)
                days |= {wanted.column: day} if day and cell.meaning is None else {}
    told = [one for one in hand.acts if one.column.endswith(TOLD)]
    _disagreements(read, hand, told, days)
    if slip := turned_round([one for one in hand.acts if one not in told], days) or turned_round(told, days):
        if read.terms.as_said:
            read.told.turned_round.append(hand.row.number)
        else:
            correct = "correct the row, or import --as-said to record both as the list has them"
            hand.row.wrong.append(("", f"{slip}: {correct}"))


def _act(read: _List, hand: _Row, wanted: ActColumn, day: When | None, shared: Body) -> None:
    cells, column = hand.row.cells, wanted.column
    act: Body = {"kind": wanted.act.value, "record": hand.record}
    act |= {one: words for one in OF_AN_ACT if (words := details(column, cells, one))}
    if articles := [one for one in details(column, cells, ARTICLES).split("\n") if one.strip()]:
        act[ARTICLES] = articles
    if place := details(column, cells, "place"):
        shared = shared | {"place": {"name": place}}
    topic = "release" if ACTS[wanted.act].leaves == Side.free else "tally"
    said: Body = {
        "type": "act",
        "topics": [topic],
        "statement": row_sentence.of_day(hand.name, wanted.act.value.replace("_", " "), day),
        "act": act,
    }
    if day:
        said["when"] = dict(day.as_dict())
    field = wanted.act.value + (" in the narrative" if column.endswith(TOLD) else "")
    _claim(read, hand, column, field, wanted.ordinal, shared | said)


def _disagreements(read: _List, hand: _Row, told: list[ActColumn], days: Mapping[str, When]) -> None:
    """Header and narrative that put an act on days that cannot be one: both stay, and are linked."""
    for one in told:
        ours, theirs = days.get(one.column), days.get(one.column.removesuffix(TOLD))
        if ours and theirs:
            acts = [one.act.value, f"{one.act.value} in the narrative"]
            ends = [identity.claim_of_record(read.key, hand.record, act, one.ordinal) for act in acts]
            kind = LinkKind.contradicts.value
            body: Body = {"id": identity.claim_link(read.key, kind, *ends), "kind": kind}
            body |= {"claim": ends[0], "other": ends[1], "note": "the header and the narrative of one entry"}
            differ = before(ours, theirs) or before(theirs, ours)
            _draft(read, hand, hand.row.cells[one.column].column, "claim_link", body | ({} if differ else _TAKEN_BACK))
            if not differ:
                read.prepared.agreeing.append(hand.drafts.pop())


def _sayings(read: _List, hand: _Row, shared: Body) -> None:
    """What a row says beside acts and attributes: whom the keeper recognises, what end is planned."""
    values = hand.row.values()
    recognitions = recognised.recognitions(values, hand.name, hand.record, read.keeper, read.today)
    for column, said in chain(recognitions, planned.planned_ends(values, hand.name, hand.record)):
        field, _, again = column.partition(".")
        _claim(read, hand, column, field, int(again) - 1 if again else 0, shared | said)


def _attribute(read: _List, hand: _Row, column: str, property_name: str, shared: Body) -> None:
    value = hand.row.value(column)
    said: Body = {
        "type": "attribute",
        "topics": ["tally"],
        "statement": row_sentence.of_property(hand.name, property_name, value),
        "attribute": {"record": hand.record, "property": property_name, "value": value},
    }
    if column == "born":
        said["when"] = dict(When.of(value, meaning=Meaning.born).as_dict())
    _claim(read, hand, column, property_name, 0, shared | said)


def _claim(read: _List, hand: _Row, column: str, field: str, ordinal: int, said: Body) -> None:
    found = hand.row.cells[column]
    if found.span is not None:
        anchor = characters(read.text, *found.span).body()
    else:
        line = row_fingerprint(hand.row.line)
        anchor = Cell("", hand.row.number, found.column, identity.fingerprint(found.text), line).body()
    body: dict[str, Any] = {
        "id": identity.claim_of_record(read.key, hand.record, field, ordinal),
        "anchor": anchor,
        "field": field,
        "ordinal": ordinal,
        "modality": "asserted",
        "polarity": "affirmed",
    }
    body |= said
    if "when" in body and found.original:
        body["when"]["original"] = found.original
    body["known"] = known_of_claim(read.terms.date, body.get("when", {}), body["known"])
    _draft(read, hand, found.column, "claim", body)
    if found.reckoned:
        read.prepared.reckoned.append(hand.drafts[-1])


def _draft(read: _List, hand: _Row, column: str, kind: str, body: Body) -> None:
    check_body(kind, body)
    hand.drafts.append(
        Draft(kind, body, f"{read.prepared.file}, {read.prepared.rows_are} {hand.row.number}, column {column}")
    )


def _cites(read: _List, hand: _Row) -> Body:
    citation = hand.row.value("source")
    if not citation:
        return {}
    made = identity.cited_document(read.key, citation)
    if made not in read.cited:
        _draft(read, hand, hand.row.cells["source"].column, "document", {"id": made, "citation": citation})
    return {"cites": [made]}


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
    read.prepared.add(Draft("list_version", body, read.prepared.file))
