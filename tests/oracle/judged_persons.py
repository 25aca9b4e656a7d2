"""Who is one person, told slowly from the log alone: every entry up to a moment, replayed from the first."""

import json
from collections.abc import Mapping

from habeas.register import log

Said = Mapping[str, str]


def live(at: int) -> dict[str, Said]:
    """The last word on each pair of records up to an entry, but those that were taken back, by id."""
    found: dict[str, Said] = {}
    for entry in log.entries():
        if entry.seq <= at and entry.kind == "judgement" and entry.body:
            body = json.loads(entry.body)
            found.pop(body["id"], None)
            if "about" not in body and body.get("retracted") != "yes":
                found[body["id"]] = body
    return found


def reached(start: str, said: Mapping[str, Said]) -> set[str]:
    """Everybody to whom judgements of "same" lead from one, itself among them."""
    found = {start}
    while (
        more := {
            end
            for one in said.values()
            if one["verdict"] == "same" and {one["one"], one["other"]} & found
            for end in (one["one"], one["other"])
        }
        - found
    ):
        found |= more
    return found


def torn(some: set[str], said: Mapping[str, Said]) -> bool:
    """Whether two of them are judged to be different people."""
    return any(one["verdict"] == "different" and {one["one"], one["other"]} <= some for one in said.values())


def persons(ids: list[str], at: int) -> dict[str, str]:
    """By id, the first of the `ids` (which stand in the order of their entry) that is the same person at an entry."""
    said = live(at)
    found: dict[str, str] = {}
    for one in ids:
        some = reached(one, said)
        found[one] = one if torn(some, said) else next(other for other in ids if other in some)
    return found
