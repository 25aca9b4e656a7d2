"""What a case file says of bargains: [[bargains]], each block one version of one, with its commitments.

The words of a commitment stand in claims, which the block names; what it asks of the register is written beside them.
The level of access is the file's own, as of rules and lenses.
"""

from collections.abc import Mapping
from typing import Any

from habeas.claims import identity
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body, canonical
from habeas.claims.when import DateError, parse_edtf
from habeas.register.draft import Draft

from .claim_draft import Context, Raw, of_key, only_keys, text_in, whole
from .counted_by import a_name, must_be_lenses
from .judged import claim_meant
from .lines import Lines
from .prepared import Prepared, RowError

BARGAIN_KEYS = frozenset({"name", "version", "sentence", "parties", "mediators", "lenses", "commitments"})
COMMITMENT_KEYS = frozenset(
    {
        "key",
        "party",
        "to",
        "undertakes",
        "stage",
        "rests_on",
        "window",
        "condition",
        "query",
        "verification",
        "strained_by",
    }
)
CONDITION_KEYS = frozenset({"on", "words", "query", "window"})
NEEDED = ("key", "party", "undertakes", "stage", "rests_on")


def bargains(tables: Mapping[str, Any], prepared: Prepared, context: Context, lines: Lines) -> None:
    """Draft the bargains of a file; every error at the line of its block."""
    for index, raw in enumerate(tables.get("bargains", [])):
        where = lines.block("bargains", index, "bargain")
        with prepared.noting(where):
            commitments = _commitments(raw, prepared, context, where)
            body = _bargain(raw, prepared, context) | {"commitments": commitments}
            must_be_lenses("lenses", body.get("lenses", ()), tables)
            if len(commitments) < len(raw["commitments"]):
                continue  # what is wrong with the others is noted
            check_body("bargain", body)
            canonical(body)
            twin = prepared.drafted("bargain", str(body["id"]))
            if twin is not None:
                raise RowError(
                    f"`version` is {body['version']}, as at {twin.where}: a bargain of one name has each once"
                )
            prepared.add(Draft("bargain", body, where))


def _commitments(raw: Raw, prepared: Prepared, context: Context, where: str) -> list[Any]:
    """Those with which nothing is wrong; what is wrong with each of the others is noted."""
    found: list[Any] = []
    for number, one in _tables(raw):
        with prepared.noting(where):
            found.append(_commitment(one, number, prepared, context, where))
    return found


def _bargain(raw: Raw, prepared: Prepared, context: Context) -> Body:
    only_keys(raw, BARGAIN_KEYS, "a bargain")
    for key in ("name", "version", "sentence", "parties"):
        if key not in raw:
            raise RowError(f"`{key}` is missing")
    name, version = a_name(raw), whole(raw, "version")
    body: Body = {
        "id": identity.counted_by(context.key, "bargain", name, version),
        "name": name,
        "version": version,
        "sentence": text_in(raw, "sentence"),
        "access": prepared.access.name,
        "parties": _agents(raw, "parties", context),
    }
    if "mediators" in raw:
        body["mediators"] = _agents(raw, "mediators", context)
    if "lenses" in raw:
        body["lenses"] = _some(raw, "lenses")
    return body


def _tables(raw: Raw) -> list[tuple[int, Raw]]:
    if "commitments" not in raw:
        raise RowError("`commitments` is missing")
    found = raw["commitments"]
    if not isinstance(found, list) or not found or not all(isinstance(one, Mapping) for one in found):
        raise RowError("`commitments`: write [[bargains.commitments]], a block for each, under its bargain")
    return list(enumerate(found, 1))


def _commitment(raw: Raw, number: int, prepared: Prepared, context: Context, where: str) -> Body:
    """One commitment; what is wrong with it is told by its key, or by which it is."""
    called = f"commitment {raw['key']!r}" if isinstance(raw.get("key"), str) else f"commitment {number}"
    try:
        return _of_commitment(raw, prepared, context, where)
    except RowError as error:
        raise RowError(f"{called}: {error}") from error


def _of_commitment(raw: Raw, prepared: Prepared, context: Context, where: str) -> Body:
    only_keys(raw, COMMITMENT_KEYS, "a commitment")
    for key in NEEDED:
        if key not in raw:
            raise RowError(f"`{key}` is missing")
    body: Body = {key: raw[key] for key in ("stage", "verification", "strained_by") if key in raw}
    if "query" in raw:
        body["query"] = _query(raw["query"])
    body["key"], body["undertakes"] = text_in(raw, "key"), text_in(raw, "undertakes")
    for key in ("party", "to"):
        if key in raw:
            body[key] = of_key(context.agents, raw[key], key, "agents")
    claims = raw["rests_on"]
    if not isinstance(claims, list) or not claims:
        raise RowError("`rests_on`: name at least one claim whose words carry it, as in a link")
    meant = [claim_meant(one, "rests_on", prepared, context, where) for one in claims]
    body["rests_on"] = list(dict.fromkeys(meant))
    if "window" in raw:
        body["window"] = _window(raw["window"])
    if "condition" in raw:
        body["condition"] = _condition(raw["condition"])
    return body


def _condition(raw: object) -> Body:
    if not isinstance(raw, Mapping):
        raise RowError(f"`condition` is {raw!r}: a table with `on` and `words` is expected")
    only_keys(raw, CONDITION_KEYS, "a condition")
    for key in ("on", "words"):
        if key not in raw:
            raise RowError(f"`condition.{key}` is missing")
    body: Body = {key: raw[key] for key in ("on", "words") if key in raw}
    if "query" in raw:
        body["query"] = _query(raw["query"])
    if "window" in raw:
        body["window"] = _window(raw["window"])
    return body


def _query(raw: object) -> object:
    """A question as it is kept; what is wrong with it its shape tells."""
    return {**raw, "freed": _window(raw["freed"])} if isinstance(raw, Mapping) and "freed" in raw else raw


def _window(raw: object) -> Body:
    """A window as it is kept; written as EDTF, or as a table with its original words beside it."""
    said = raw if isinstance(raw, Mapping) else {"edtf": raw}
    only_keys(said, frozenset({"edtf", "original"}), "a window")
    edtf = text_in(said, "edtf", "window.edtf")
    try:
        span = parse_edtf(edtf)
    except DateError as error:
        raise RowError(f"`window`: {error}") from error
    body: Body = {"edtf": edtf, "original": text_in(said, "original") if "original" in said else edtf}
    days = {"earliest": span.earliest, "latest": span.latest}
    return body | {key: day.isoformat() for key, day in days.items() if day}


def _agents(raw: Raw, key: str, context: Context) -> list[str]:
    return list(dict.fromkeys(of_key(context.agents, one, key, "agents") for one in _some(raw, key)))


def _some(raw: Raw, key: str) -> list[Any]:
    if not isinstance(raw[key], list) or not raw[key]:
        raise RowError(f"`{key}` is {raw[key]!r}: a list with at least one item is expected")
    return list(raw[key])
