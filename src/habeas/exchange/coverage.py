"""What a case file says that keepers take in: [[coverage]], each block a region, a country or a period.

The days `from` and `to` are those of the period that is covered; `known` is the day from which it was public that the
keeper takes it in. The level of access is the file's own: [case] says it.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from habeas.claims import identity
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body, canonical
from habeas.claims.when import DateError, Extent, Meaning, When
from habeas.register.draft import Draft

from .claim_draft import Context, Raw, not_after, of_key, only_keys, text_in, when
from .lines import Lines
from .prepared import Prepared, RowError

NEEDED = ("keeper", "known", "sentence")
COVERS = ("region", "country", "from", "to")
AS_WRITTEN = ("region", "country", "list", "retracted")
KEYS = frozenset({*NEEDED, *COVERS, *AS_WRITTEN})


def coverage(tables: Mapping[str, Any], prepared: Prepared, context: Context, lines: Lines, today: date) -> None:
    """Draft what [[coverage]] says; every error at its line."""
    for index, raw in enumerate(tables.get("coverage", [])):
        where = lines.block("coverage", index, "coverage")
        with prepared.noting(where):
            body = _body(raw, context, today) | {"access": prepared.access.name}
            check_body("coverage", body)
            canonical(body)
            twin = prepared.drafted("coverage", str(body["id"]))
            if twin is not None:
                raise RowError(f"{twin.where} says what this keeper takes in of the same already: keep one of them")
            prepared.add(Draft("coverage", body, where))


def _body(raw: Raw, context: Context, today: date) -> Body:
    only_keys(raw, KEYS, "a coverage")
    for key in NEEDED:
        if key not in raw:
            raise RowError(f"`{key}` is missing")
    if not set(COVERS) & set(raw):
        raise RowError("it says no `region`, no `country` and no period (`from`, `to`): one of them is needed")
    body: Body = {key: text_in(raw, key) for key in AS_WRITTEN if key in raw}
    body["keeper"] = of_key(context.agents, raw["keeper"], "keeper", "agents")
    body |= {"known": _known(raw, today), "sentence": text_in(raw, "sentence")}
    if period := _period(raw):
        body["period"] = dict(period.as_dict())
    covers: dict[str, str] = {key: str(body[key]) for key in ("region", "country", "list") if key in body}
    if period:
        covers["period"] = period.edtf
    return body | {"id": identity.coverage(context.key, str(body["keeper"]), **covers)}


def _known(raw: Raw, today: date) -> str:
    """The day from which it was public; of an uncertain one the latest."""
    day = not_after(when(raw["known"], "known"), today, "known")
    if day.latest is None:
        raise RowError(f"`known` is {day.edtf}, which has no last day: name the day from which it was public")
    return day.latest.isoformat()


def _period(raw: Raw) -> When | None:
    """The days that are covered, all of them; open where an end is left out."""
    if not {"from", "to"} & set(raw):
        return None
    ends = {key: when(raw[key], key).edtf for key in ("from", "to") if key in raw}
    try:
        return When.of(
            f"{ends.get('from', '..')}/{ends.get('to', '..')}", meaning=Meaning.window, extent=Extent.throughout
        )
    except DateError as error:
        raise RowError(f"`from` and `to`: {error}") from error
