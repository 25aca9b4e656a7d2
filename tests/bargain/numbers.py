"""Published numbers of the invented country, in few words."""

from datetime import date
from typing import Any

from habeas.bargain.number import Number
from habeas.claims.vocabulary import Door

LANTERN, HARBOUR = "lantern", "harbour"


def stock(door: Door, printed: int, day: str, **more: Any) -> Number:
    """So many on a day, exactly unless `low` and `high` say otherwise."""
    return _number(door, printed, day, day, stock=True, **more)


def flow(door: Door | None, printed: int, first: str, last: str, **more: Any) -> Number:
    """So many in some days."""
    return _number(door, printed, first, last, stock=False, **more)


def _number(door: Door | None, printed: int, first: str, last: str, **more: Any) -> Number:
    known: dict[str, Any] = {
        "claim": f"{door} {first} {last} {printed}",
        "body": LANTERN,
        "subject": f"people {door}",
        "low": printed,
        "high": printed,
    }
    days = {"first": date.fromisoformat(first), "last": date.fromisoformat(last)}
    return Number(**{**known, **days, "door": door, "printed": printed, **more})
