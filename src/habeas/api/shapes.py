"""The shapes of the answers as JSON Schema, read from shapes.toml: a table a shape, a line a key.

An answer has one of several shapes where what it gives hangs on what was asked.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from .problems import SAID_OF_INVENTED

Json = dict[str, Any]
Lines = Mapping[str, str]
WORDS: Mapping[str, Json] = {
    "text": {"type": "string"},
    "day": {"type": "string", "pattern": r"^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$"},
    "id": {"type": "string", "pattern": "^([0-9a-f]{32}|[0-9a-f]{64})$"},
    "at": {"type": "string", "pattern": "^[0-9]+-[0-9a-f]{8,64}$"},
    "whole": {"type": "integer"},
    "number": {"type": "number"},
    "yes": {"type": "boolean"},
    "nothing": {"type": "null"},
}
OTHERWISE: Mapping[str, tuple[str, ...]] = {  # by operation the shapes of its answer, where it has others
    "bargains": ("bargain", "bargains"),
    "compare": ("compare", "compare_each"),
    "people": ("people", "people_counted"),
    "lists": ("lists", "list_alone", "two_lists", "many_lists"),
    "market": ("market", "no_market"),
}


@cache
def schemas() -> Json:
    """Every shape by name; that of an answer is called answer-NAME."""
    told = tomllib.loads((files(__package__) / "shapes.toml").read_text(encoding="utf-8"))
    answers = {f"answer-{name}": lines | SAID_OF_INVENTED for name, lines in told.pop("answer").items()}
    every: Mapping[str, Lines] = told | answers
    return {name: _shape(_whole(lines, every)) for name, lines in every.items()}


def of_answer(operation: str) -> Json:
    """The schema of the answer of an operation."""
    some = [_ref(f"answer-{name}") for name in OTHERWISE.get(operation, (operation,))]
    return some[0] if len(some) == 1 else {"oneOf": some}


def _whole(lines: Lines, every: Mapping[str, Lines]) -> Lines:
    """The lines of a shape with those of the shape that it has, too."""
    others = _whole(every[lines["*"]], every) if "*" in lines else {}
    return {**others, **{key: said for key, said in lines.items() if key != "*"}}


def _shape(lines: Lines) -> Json:
    return {
        "type": "object",
        "properties": {key: _type(said.removesuffix("?")) for key, said in lines.items()},
        "required": [key for key, said in lines.items() if not said.endswith("?")],
        "additionalProperties": False,
    }


def _type(said: str) -> Json:
    if said.startswith("["):
        return {"type": "array", "items": _type(said[1:-1])}
    if said.startswith("{"):
        return {"type": "object", "additionalProperties": _type(said[1:-1])}
    if " | " in said:
        return {"anyOf": [_type(one) for one in said.split(" | ")]}
    return WORDS[said] if said in WORDS else _ref(said)


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}
