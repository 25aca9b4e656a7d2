"""What an edition of a list brings beside the one before: rows that are new, changed, missing, column by column.

A row that is missing frees nobody. Where a list has no key columns a changed row is another row: the old one is missing
and the new one is new; rows of one name are told, so that a person can see whether they are one.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from habeas.register.draft import Receipt

from .prepared import Prepared

_PLACE = re.compile(r", (?:row|entry) (\d+)(?:, column (.*))?$", re.DOTALL)


@dataclass(slots=True)
class Changes:
    """Rows by number: new ones; by column those that changed, and those that say something where they said nothing.

    `missing` are the names of rows on record that the edition does not have, by record; `perhaps` tells of a new row
    and a missing one of one name; `values` counts the values of a property that nobody has used before.
    """

    rows: int = 0
    new: list[int] = field(default_factory=list)
    changed: dict[str, list[int]] = field(default_factory=dict)
    said: dict[str, list[int]] = field(default_factory=dict)
    missing: Mapping[str, str] = field(default_factory=dict)
    perhaps: list[str] = field(default_factory=list)
    values: dict[tuple[str, str], int] = field(default_factory=dict)


def changes(
    prepared: Prepared, receipt: Receipt, missing: Mapping[str, str], known: Mapping[str, Collection[str]]
) -> Changes:
    """What the receipt of a list (`prepared`) did, told by row and column; `known`: values on record, by property."""
    records = [one for one in prepared.drafts if one.kind == "record" and one.body["id"] not in prepared.doubted]
    found = Changes(len(records), missing=missing)
    found.new = [row for kind, where in receipt.added_at if kind == "record" and (row := _row(where))]
    new = set(found.new)
    for places, by_column in ((receipt.corrected_at, found.changed), (receipt.added_at, found.said)):
        for kind, where in places:
            place = _PLACE.search(where)
            if place and place[2] and kind in ("record", "claim") and int(place[1]) not in new:
                rows = by_column.setdefault(place[2], [])
                rows += [int(place[1])] if int(place[1]) not in rows[-1:] else []
    for one in prepared.claims():
        said = one.body.get("attribute", {})
        if said.get("property") in known and said["value"] not in known[said["property"]]:
            told = (str(said["property"]), str(said["value"]))
            found.values[told] = found.values.get(told, 0) + 1
    if not prepared.keyed:
        names = {name: record for record, name in missing.items()}
        for one in records:
            row, name = _row(one.where), str(one.body["name"])
            if row in new and name in names:
                judge = f'habeas judge {str(one.body["id"])[:8]} {names[name][:8]} same --reason "WHY" --by "NAME"'
                found.perhaps.append(
                    f"{prepared.rows_are} {row} is new, and {name} (record {names[name]}) is missing "
                    f"(if they are one person: {judge})"
                )
    return found


def _row(where: str) -> int:
    place = _PLACE.search(where)
    return int(place[1]) if place else 0
