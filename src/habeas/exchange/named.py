"""Those whom a case file names: agents, records, groups and cited sources, and what their keys stand for.

What is told only by its name (somebody in a document, a group, an unnamed speaker) belongs to its document; in a table
it belongs to the list, so that it is the same in every edition.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from habeas.claims import identity
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body, canonical
from habeas.claims.vocabulary import AgentSort
from habeas.claims.when import Meaning, When
from habeas.register.draft import Draft

from .claim_draft import Context, Raw, not_after, when, whole
from .lines import Lines
from .prepared import Prepared, RowError

ROW = "row"  # the key that stands for the group of a template's own row


def named(tables: Mapping[str, Any], prepared: Prepared, context: Context, lines: Lines) -> None:
    """Draft everybody whom [agents], [cited], [records] and [groups] describe; fill in what their keys stand for."""
    sections: tuple[tuple[str, Callable[[Prepared, Context, str, Raw, str], None]], ...] = (
        ("agents", _agent),
        ("cited", _cited),
        ("records", _record),
        ("groups", _group),
    )
    for section, draft in sections:
        with prepared.noting(lines.section(section)):
            for key, raw in entries(tables, section):
                where = lines.section(section, key)
                with prepared.noting(where):
                    if not isinstance(raw, Mapping):
                        raise RowError(f"it is {raw!r}: a table is expected")
                    draft(prepared, context, key, raw, where)


def published(raw: Raw, today: date) -> When | None:
    """The published day of a document, or None where it is not known."""
    if "published" not in raw:
        return None
    return not_after(_published(raw), today, "published")


def cited(prepared: Prepared, context: Context, raw: Raw, where: str) -> str:
    """Draft a source that is known of and not held; its id."""
    made = identity.cited_document(context.key, str(raw.get("citation")))
    body: Body = {"id": made, **raw}
    if "published" in raw:
        body["published"] = dict(_published(raw).as_dict())
    _add(prepared, "document", body, where)
    return made


def group(prepared: Prepared, context: Context, raw: Raw, where: str) -> tuple[str, str]:
    """Draft a group, unless this very one is drafted; its id and name."""
    name = str(raw.get("name", ""))
    made = identity.group_in_document(context.key, context.home(), name)
    body: Body = {"id": made, "document": context.document, **_of_list(context), **raw}
    found = prepared.drafted("group", made)
    if found is None or found.body != body:
        _add(prepared, "group", body, where)
    return made, name


def entries(tables: Mapping[str, Any], section: str) -> Iterator[tuple[str, Any]]:
    """What stands in a section, by its keys; raises RowError where it is no table."""
    yield from section_of(tables, section).items()


def section_of(tables: Mapping[str, Any], name: str) -> Raw:
    """A section, empty where the file has none; raises RowError where it is no table."""
    found = tables.get(name, {})
    if not isinstance(found, Mapping):
        raise RowError(f"[{name}] is not a table")
    return found


def _agent(prepared: Prepared, context: Context, key: str, raw: Raw, where: str) -> None:
    """An unnamed agent, or a document's own voice, belongs to this document, or this list, alone."""
    name, sort = str(raw.get("name", "")), raw.get("sort", AgentSort.organisation.value)
    own = sort in (AgentSort.unnamed, AgentSort.voice)
    made = (
        identity.agent_in_document(context.key, context.home(), name)
        if own
        else identity.agent_by_name(context.key, name)
    )
    body: Body = {**raw, "id": made, "sort": sort}
    if own and context.list_name is None:
        body["document"] = context.document
    _add(prepared, "agent", body, where)
    context.agents[key], context.agent_names[key] = made, name


def _cited(prepared: Prepared, context: Context, key: str, raw: Raw, where: str) -> None:
    context.cited[key] = cited(prepared, context, raw, where)


def _record(prepared: Prepared, context: Context, key: str, raw: Raw, where: str) -> None:
    name = str(raw.get("name", ""))
    made = identity.record_in_document(context.key, context.home(), name, whole(raw, "ordinal", 0))
    _add(prepared, "record", {"id": made, "document": context.document, **_of_list(context), **raw}, where)
    context.records[key] = (made, name)


def _group(prepared: Prepared, context: Context, key: str, raw: Raw, where: str) -> None:
    if context.list_name is not None and key == ROW:
        raise RowError(f"`{ROW}` stands for the group of a template's own row: give this group another key")
    context.groups[key] = group(prepared, context, raw, where)


def _of_list(context: Context) -> Body:
    if context.list_name is None:
        return {}
    return {"list": context.list_name, **context.edition()}


def _published(raw: Raw) -> When:
    value = raw["published"]
    said = {"edtf": value} if isinstance(value, str) else value
    return when({"meaning": Meaning.published.value, **said} if isinstance(said, Mapping) else said, "published")


def _add(prepared: Prepared, kind: str, body: Body, where: str) -> None:
    check_body(kind, body)
    canonical(body)
    twin = prepared.drafted(kind, str(body["id"]))
    if twin is not None and kind in ("record", "group"):
        advice = "give one of them an `ordinal`, or another name" if kind == "record" else "give one another name"
        raise RowError(f"{twin.where} has the same name: {advice}")
    prepared.add(Draft(kind, body, where))
