"""The parts of a claim as rows: what it is asked by. They belong to its entry and stand as long as its own row."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Model

from habeas.names.fold import fold

from . import models
from .rows import Row

PARTS = (
    models.ClaimTopic,
    models.Citation,
    models.Attribution,
    models.Participant,
    models.Act,
    models.Attribute,
    models.Recognition,
    models.Detail,
    models.StatedFigure,
    models.ClaimText,
)

# The optional keys of a body that can be asked for by name: of the claim itself, and of its parts.
OF_CLAIM = ("when", "place", "cites")
OF_PARTS: Mapping[str, frozenset[str]] = {
    "act": frozenset({"state", "facility", "place", "body", "ground", "articles", "term", "planned_end"}),
    "figure": frozenset({"low", "high", "population", "basis", "than", "part_of", "printed"}),
    "commitment": frozenset({"to", "condition", "in_return_for", "window"}),
    "measure_event": frozenset(
        {
            "measure",
            "regime",
            "instrument",
            "licence",
            "covers",
            "excludes",
            "announces",
            "announced",
            "issued",
            "effective",
            "until",
        }
    ),
    "recognition": frozenset({"criteria", "demand", "ex_post_facto", "withdrawn"}),
}
OF_LINKS = ("terms", "setting")
DETAILS = frozenset({*OF_CLAIM, *OF_LINKS}).union(*OF_PARTS.values())

JsonBody = Mapping[str, Any]


def add_parts(rows: Mapping[type[Model], list[Row]], seq: int, body: JsonBody) -> None:
    """Add the rows of a claim's parts to those that are held for each model."""
    for position, topic in enumerate(body["topics"]):
        rows[models.ClaimTopic].append((seq, position, topic))
    for position, cited in enumerate(body.get("cites", ())):
        rows[models.Citation].append((seq, position, cited))
    for position, link in enumerate(body["attribution"]):
        rows[models.Attribution].append((seq, position, link.get("agent"), link["kind"]))
    for position, one in enumerate(body.get("participants", ())):
        whom = (one.get("record"), one.get("agent"), one.get("group"))
        rows[models.Participant].append((seq, position, one["role"], one["name"], fold(one["name"]), *whom))
    _add_details(rows, seq, body)
    rows[models.ClaimText].append((seq, 0, fold(searchable(body))))


def _add_details(rows: Mapping[type[Model], list[Row]], seq: int, body: JsonBody) -> None:
    act = body.get("act")
    if act:
        whom = (act.get("record"), act.get("group"))
        country, place = body.get("place", {}).get("country"), body.get("place") or act.get("place") or {}
        done = (_name_of(body, *whom), country, place.get("name"))
        rows[models.Act].append((seq, 0, act["kind"], act.get("state"), *whom, *done))
    recognised = body.get("recognition", {"bodies": ()})
    for position, by in enumerate(recognised["bodies"]):
        how = (recognised.get("withdrawn"), recognised.get("ex_post_facto"))
        name = _name_of(body, recognised["record"])
        rows[models.Recognition].append((seq, position, recognised["record"], by, *how, name))
    said = body.get("attribute")
    if said:
        whom = (said.get("record"), said.get("agent"))
        rows[models.Attribute].append((seq, 0, said["property"], said["value"], fold(said["value"]), *whom))
    figure = body.get("figure")
    if figure:
        number = (figure["kind"], figure.get("unit"), figure.get("low"), figure.get("high"), figure["comparator"])
        rows[models.StatedFigure].append((seq, 0, figure["subject"], figure.get("population"), *number))
    for position, key in enumerate(stated_keys(body)):
        rows[models.Detail].append((seq, position, key))


def _name_of(body: JsonBody, record: str | None, group: str | None = None) -> str | None:
    """The name that a claim writes of a record, or of a group, that takes part in it."""
    for one in body.get("participants", ()):
        if (record and one.get("record") == record) or (not record and group and one.get("group") == group):
            return str(one["name"])
    return None


def stated_keys(body: JsonBody) -> list[str]:
    """The optional keys that a claim states, each once; of a protected speaker nothing is told."""
    found = [key for key in OF_CLAIM if key in body]
    for part, keys in OF_PARTS.items():
        if part in body:
            found += keys.intersection(body[part])
    for link in body["attribution"]:
        if "source" not in link:
            found += [key for key in OF_LINKS if key in link]
    return sorted(set(found)) if len(found) > 1 else found


def searchable(body: JsonBody) -> str:
    """The words of a claim that search goes through: our statement and the names as written."""
    names = [one["name"] for one in body.get("participants", ())]
    place = body.get("place", {}).get("name", "")
    return " ".join((body["statement"], *names, place, body.get("when", {}).get("original", "")))
