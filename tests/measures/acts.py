"""Events for the tests: one invented issuer, one invented target, and days written as text."""

from datetime import date
from itertools import count
from typing import Any

from habeas.claims.vocabulary import MeasureEventKind as Kind
from habeas.claims.vocabulary import MeasureKind
from habeas.measures.event import Days, MeasureEvent
from habeas.measures.status import Answer, status

ISSUER, TARGET = "Norland", "Bank of Zareche"
_ORDERS = count(1)


def span(text: str) -> Days:
    """`2024-06-01` is one day, `2024-06-01/2024-06-30` some day of the month; an end left out is open."""
    first, _, last = text.partition("/") if "/" in text else (text, "", text)
    return Days(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


def event(kind: str, day: str | None = None, *, known: str = "2020-01-01", **more: Any) -> MeasureEvent:
    """An act issued on a day (an announcement: announced), of a listing where nothing else is said."""
    order = next(_ORDERS)
    days: dict[str, Any] = {
        name: span(more.pop(name)) for name in ("announced", "issued", "effective", "until") if name in more
    }
    if day is not None:
        days["announced" if kind == "announce" else "issued"] = span(day)
    more.setdefault("measure", MeasureKind.listing)
    more.setdefault("claim", f"claim {order}")
    return MeasureEvent(
        order=order, known=date.fromisoformat(known), kind=Kind(kind), issuer=ISSUER, target=TARGET, **days, **more
    )


def on(day: str, *events: MeasureEvent, known_on: str = "2030-01-01", **more: Any) -> Answer:
    """The status of the target on a day."""
    return status(events, TARGET, ISSUER, date.fromisoformat(day), date.fromisoformat(known_on), **more)


def told(found: Answer) -> tuple[str, set[str]]:
    """The status, and all that are possible, as the words that they are."""
    return found.status.value, {one.value for one in found.possible}
