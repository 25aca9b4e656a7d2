"""The shape of what a count goes by: rules and lenses, version 1 of each body.

A rule says what is counted, a lens whose claims are admitted. Each version of either is an entry of its own and never
changes; `access` is in the body, so it does not change either.
"""

from collections.abc import Mapping

from .act import CustodyState
from .shape import Check, Fault, country, day, fault, level, list_of, matching, one_of, shape, some_id, text, whole, yes
from .vocabulary import AttributionKind, CountedUnit, Modality, Period, Quantity

_VERSIONED: dict[str, Check] = {"id": some_id, "name": text, "version": whole(1), "sentence": text, "access": level}
_rule = shape(
    {
        **_VERSIONED,
        "quantity": one_of(Quantity),
        "unit": one_of(CountedUnit),
        "states": list_of(one_of(CustodyState), 1),
    },
    {
        "recognised_by": list_of(some_id, 1),
        "where": list_of(shape({"property": text, "value": text}), 1),
        "period": one_of(Period),
        "leaving_day": yes,
        "stale_after": whole(1),
        "territory": country,
        "first": day,
        "last": day,
        "complete": yes,
        "publisher": some_id,
        "lens": text,  # the name of the lens that it is asked with where none is named
    },
)


def RULE(value: object) -> Fault | None:  # noqa: N802 - a shape like the others
    """A rule; what comes in or goes out needs a period, who is in on a day has none and is counted in persons."""
    found = _rule(value)
    if found is not None or not isinstance(value, Mapping):
        return found
    stock = value["quantity"] == Quantity.stock
    if stock and "period" in value:
        return fault("is said of a stock: who is in is counted on one day, and has no period", "period")
    if stock and value["unit"] != CountedUnit.persons:
        return fault(f"is {value['unit']!r}: who is in on a day is counted in persons", "unit")
    if not stock and "period" not in value:
        return fault(f"is missing: an {value['quantity']} needs one of {', '.join(Period)}", "period")
    if not stock and "leaving_day" in value:
        return fault(f"is said of an {value['quantity']}: only who is in on a day has a day of leaving", "leaving_day")
    if value.get("first", "") > value.get("last", "9999-12-31"):
        return fault(f"is {value['last']}, before {value['first']}, on which the scope begins", "last")
    return None


LENS = shape(
    {**_VERSIONED, "modalities": list_of(one_of(Modality), 1)},
    {
        "speakers": list_of(some_id, 1),
        "kinds": list_of(one_of(AttributionKind), 1),
        "reliability": matching("[A-E]", "a grade from A to E"),
        "credibility": matching("[1-5]", "a grade from 1 to 5"),
        "review": matching("any", "“any”"),  # left out: only what is accepted
    },
)

COUNTED_BY: Mapping[str, Check] = {"rule": RULE, "lens": LENS}
