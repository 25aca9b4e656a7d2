"""The API described for machines: every parameter with an example, every answer with its shape and one with it too."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from django.conf import settings
from ninja import NinjaAPI

from . import shapes
from .problems import PROBLEM

Json = dict[str, Any]
ID, OTHER = "6e952d6c7c2e1bbd5ba4559b671b546f", "a28d5e17a0c95ab3fae88c52c9624886"
EXAMPLES: Mapping[str, object] = {
    "a": "Lantern Group",
    "after": 0,
    "against": "2022-06-01",
    "alone": "no",
    "as_of": "2024-06-30",
    "at": "40-f7e4bbf5",
    "b": "Docket",
    "by": "sex",
    "by_known": "no",
    "c": ["Harbour List"],
    "cites": ID,
    "claim": [ID],
    "claim_id": ID,
    "course": "yes",
    "delays": "yes",
    "document": "e114524ed94780c15c305a07759d4f479a53de3351417a0f6e23bd5b3c193490",
    "document_id": "e114524ed94780c15c305a07759d4f479a53de3351417a0f6e23bd5b3c193490",
    "doubtful": "no",
    "ease": "Norland",
    "figure": ID,
    "from": "2024-01-01",
    "from_at": "38-0c1d2e3f",
    "issuer": "Norland",
    "keeper": "Lantern Group",
    "kind": "on_record",
    "known_from": "2024-01-01",
    "known_on": "2024-12-31",
    "lens": "every accepted claim@1",
    "limit": 50,
    "linked": "contradicts",
    "modality": "asserted",
    "name": "Timber",
    "of": "political prisoners",
    "one_id": ID,
    "other_id": OTHER,
    "order": "longest",
    "person": ID,
    "person_id": ID,
    "polarity": "affirmed",
    "review": "accepted",
    "role": "subject",
    "rule": "held@1",
    "says": "facility",
    "sort": "stock",
    "speaker": "Lantern Group",
    "state": "serving",
    "step": "month",
    "subject": "Kalyada",
    "surface": "yes",
    "target": "timber from Zalesia",
    "text": "Каляда",
    "to": "2024-06-30",
    "to_as_of": "2024-06-30",
    "to_known_on": "2024-12-31",
    "topic": "tally",
    "type": "act",
    "valid_from": "2024-01-01",
    "valid_to": "2024-06-30",
    "word": "eased",
}
OTHERWISE: Mapping[tuple[str, str], object] = {  # by operation and parameter
    ("documents", "after"): "e114524ed94780c15c305a07759d4f479a53de3351417a0f6e23bd5b3c193490",
    ("mentions", "kind"): "person",
    ("people", "after"): ID,
}
PROBLEMS = {
    "400": "The question cannot be read: `detail` says what to write, of which `parameter`.",
    "404": "It is not here, or may not be shown: nobody can tell the two apart.",
    "405": "Only reading is possible.",
    "406": "Every answer is JSON.",
    "500": "A fault of ours.",
}
PROBLEM_SHAPE = {
    "type": "object",
    "description": "What cannot be answered, as RFC 9457 has it.",
    "properties": {
        "type": {"const": "about:blank"},
        "title": {"type": "string", "description": "The status in words."},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What to do."},
        "instance": {"type": "string", "description": "The address that was asked, without its parameters."},
        "parameter": {"type": "string", "description": "Which parameter it is about, if one is."},
        "invented": {"type": "string"},
    },
    "required": ["type", "title", "status", "detail", "instance"],
    "additionalProperties": False,
}
TAG = {"ETag": {"description": "Ask again with it in If-None-Match.", "schema": {"type": "string"}}}


class Described(NinjaAPI):
    """An API that describes its answers by their shapes."""

    def get_openapi_schema(self, **given: Any) -> Any:
        """The description, with what is told here of each operation."""
        told = super().get_openapi_schema(**given)
        told["servers"] = [{"url": settings.PUBLIC_ADDRESS or "/"}]
        for path in told["paths"].values():
            for operation in path.values():
                _complete(operation)
        told["components"]["schemas"] |= {"problem": PROBLEM_SHAPE, **shapes.schemas()}
        return told


def _complete(operation: Json) -> None:
    name = operation["operationId"]
    for parameter in operation["parameters"]:
        asked, schema = parameter["name"], _given(parameter["schema"])
        parameter["schema"] = schema
        parameter["example"] = OTHERWISE.get((name, asked), EXAMPLES[asked])
        parameter["description"] = schema.pop("description", "") or "Its id."
    content = {"schema": shapes.of_answer(name)} | _example(name)
    operation["responses"] = {
        "200": {"description": "The answer.", "content": {"application/json": content}, "headers": TAG},
        "304": {"description": "The answer with the tag in If-None-Match stands.", "headers": TAG},
        **{status: _problem(status, said) for status, said in PROBLEMS.items()},
    }


def _given(schema: Json) -> Json:
    """The schema of a parameter where it is given: one that may be left out is not null for that."""
    some = [one for one in schema.pop("anyOf", ()) if one.get("type") != "null"]
    schema |= some[0] if some else {}
    return {key: said for key, said in schema.items() if key != "title" and said is not None}


def _problem(status: str, said: str) -> Json:
    shown = {"schema": {"$ref": "#/components/schemas/problem"}}
    return {"description": said, "content": {PROBLEM: shown}}


def _example(name: str) -> Json:
    """Answers as they are of an invented country, each list cut to its first."""
    return {"examples": {one: {"value": _examples()[one]} for one in shapes.OTHERWISE.get(name, (name,))}}


@cache
def _examples() -> Json:
    found: Json = json.loads((files(__package__) / "examples.json").read_text(encoding="utf-8"))
    return found
