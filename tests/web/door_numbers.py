"""Published numbers of Zalesia for the door and the arithmetic: one keeper's year, and another's rounds."""

from habeas.register.draft import Draft
from tests import zalesia

HARBOUR = "Harbour List"
YEAR = "/door?from=2024-12-31&to=2025-06-30&known_on=2025-12-01"


def number(door: str, value: int, first: str, last: str, start: int, by: str = zalesia.LANTERN, **more: str) -> Draft:
    """So many on a day, or in some days, as a keeper published it."""
    stock = door in ("held", "ever", "former")
    when = {"original": first, "edtf": first if first == last else f"{first}/{last}", "earliest": first, "latest": last}
    meaning = {"meaning": "as_of", "extent": "within"} if stock else {"meaning": "window", "extent": "throughout"}
    figure = {"subject": f"people {door}", "kind": "stock" if stock else "flow", "comparator": "=", "unit": "persons"}
    speaker = [{"agent": str(zalesia.agent(by).body["id"]), "kind": "on_record"}]
    body = {
        "type": "figure",
        "when": {**when, **meaning},
        "figure": {**figure, "door": door, "low": str(value), **more},
        "attribution": speaker,
    }
    return zalesia.claim(f"{value} {door}, {first} to {last}, by {by}.", start, known="2025-07-01", **body)


def numbers() -> list[Draft]:
    """Held fell by 8, ever recognised rose by 20, 3 of them after release; 7 pardoned in two rounds of another's."""
    return [
        zalesia.agent(HARBOUR),
        number("held", 50, "2024-12-31", "2024-12-31", 2000),
        number("held", 42, "2025-06-30", "2025-06-30", 2020),
        number("ever", 200, "2024-12-31", "2024-12-31", 2040),
        number("ever", 220, "2025-06-30", "2025-06-30", 2060),
        number("former", 177, "2025-06-30", "2025-06-30", 2080),
        number("recognised_freed", 3, "2025-03-01", "2025-03-31", 2100),
        number("pardoned", 4, "2025-02-01", "2025-02-01", 2120, HARBOUR),
        number("pardoned", 3, "2025-05-01", "2025-05-01", 2140, HARBOUR),
    ]
