"""The words and the shape of a bargain, version 1 of the body: who undertook what, in which words, how it is checked.

Each version of a bargain is an entry of its own and never changes. What a commitment asks of the register is one of six
questions, told apart by `kind`.
"""

from collections.abc import Mapping
from enum import StrEnum

from .act import Act
from .shape import (
    Check,
    Fault,
    country,
    day,
    decimal,
    fault,
    level,
    list_of,
    one_of,
    shape,
    some_id,
    text,
    variant,
    whole,
)


class Stage(StrEnum):
    """How far the words of a commitment go: a term undertaken, or only offered; beside terms, assured or demanded."""

    undertaken = "undertaken"
    offered = "offered"
    assured = "assured"
    demanded = "demanded"

    @property
    def is_term(self) -> bool:
        """Whether it is a term between the parties: what is assured or demanded is none."""
        return self in (Stage.undertaken, Stage.offered)


class MeasureGoal(StrEnum):
    """What a commitment asks that a measure reach, or keep."""

    listed = "listed"
    licensed = "licensed"
    suspended = "suspended"
    delisted = "delisted"


class Comparison(StrEnum):
    """On which side of a threshold a number is to be."""

    at_least = ">="
    at_most = "<="


class HangsOn(StrEnum):
    """How a commitment hangs on something else: due only after it, void if it happens, or in return for it."""

    after = "after"
    unless = "unless"
    in_return_for = "in_return_for"


WINDOW = shape({"original": text, "edtf": text}, {"earliest": day, "latest": day})
_acts = list_of(one_of(Act), 1)
_measure: dict[str, Check] = {
    "kind": text, "issuer": text, "targets": list_of(text, 1), "status": one_of(MeasureGoal)
}  # fmt: skip
QUERY = variant(
    "kind",
    {
        "acted": shape(
            {"kind": text, "acts": _acts, "count": whole(1)},
            {"territory": country, "subject": text, "population": text},
        ),
        "each_of_list": shape({"kind": text, "list": text, "acts": _acts}),
        "no_later": shape({"kind": text, "acts": _acts}, {"territory": country, "of": _acts, "freed": WINDOW}),
        "reaches": shape(_measure),
        "keeps": shape(_measure),
        "crosses": shape(
            {
                "kind": text,
                "subject": text,
                "unit": text,
                "comparison": one_of(Comparison),
                "threshold": decimal,
            },
            {"population": text},
        ),
    },
)
CONDITION = shape({"on": one_of(HangsOn), "words": text}, {"query": QUERY, "window": WINDOW})
COMMITMENT = shape(
    {"key": text, "party": some_id, "undertakes": text, "stage": one_of(Stage), "rests_on": list_of(some_id, 1)},
    {
        "to": some_id,
        "window": WINDOW,
        "condition": CONDITION,
        "query": QUERY,
        "verification": text,
        "strained_by": _acts,
    },
)
_bargain = shape(
    {
        "id": some_id,
        "name": text,
        "version": whole(1),
        "sentence": text,
        "access": level,
        "parties": list_of(some_id, 1),
        "commitments": list_of(COMMITMENT, 1),
    },
    {"mediators": list_of(some_id, 1), "lenses": list_of(text, 1)},
)


def BARGAIN(value: object) -> Fault | None:  # noqa: N802 - a shape like the others
    """A bargain; each commitment has a key of its own, and a condition that is checked says how."""
    found = _bargain(value)
    if found is not None or not isinstance(value, Mapping):
        return found
    keys: set[str] = set()
    for number, one in enumerate(value["commitments"]):
        path = f"commitments[{number}]"
        if one["key"] in keys:
            return fault(f"is {one['key']!r}, as of another commitment: give each a key of its own", f"{path}.key")
        keys.add(one["key"])
        condition = one.get("condition", {})
        if condition and (condition["on"] == HangsOn.in_return_for) == ("query" in condition):
            said = "has no query: what is given in return is only said" if "query" in condition else "lacks `query`"
            return fault(said, f"{path}.condition")
    return None
