"""The status of a target by brute force, from the words of the design: every placement, every order within a day.

It shares no code with the room and knows no dates: days are whole numbers on a calendar small enough to walk.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product

LEAVES = {
    "impose": "in_force",
    "license": "in_force",
    "amend": "in_force",
    "extend": "in_force",
    "suspend": "suspended",
    "expire": "ended",
    "revoke": "ended",
    "delist": "delisted",
}


@dataclass(frozen=True)
class Done:
    """An act of `kind` on what is called `of` (a measure, or a licence as "licence GL 1"), on some day of its span."""

    kind: str
    of: str
    first: int
    last: int
    order: int


def states(acts: Sequence[Done], day: int) -> set[str]:
    """Every state in which some placement, and a change that nobody saw, leaves the thing."""
    found = set()
    for story in stories(acts):
        before = [act for placed, act in story if placed <= day]
        after = [act for placed, act in story if placed > day]
        state = LEAVES[before[-1].kind] if before else "not_imposed"
        found.add(state)
        if after and after[0].kind not in ("impose", "license"):
            found.add("in_force")
    return found


def stories(acts: Sequence[Done]) -> Iterator[list[tuple[int, Done]]]:
    """Every way of putting the acts on days and, within a day, in an order."""
    for days in product(*(range(act.first, act.last + 1) for act in acts)):
        placed = list(zip(days, acts, strict=True))
        for order in permutations(placed):
            if all(order[number][0] <= order[number + 1][0] for number in range(len(order) - 1)):
                yield list(order)


def settled(acts: Sequence[Done], day: int) -> set[str]:
    """By convention: each act on its latest day; of acts of one certain day each may be the last."""
    done = [act for act in acts if act.last <= day]
    if not done:
        return {"not_imposed"}
    best = max(done, key=lambda act: (act.last, act.first, act.order))
    same = [act for act in done if (act.first, act.last) == (best.first, best.last)]
    return {LEAVES[act.kind] for act in (same if best.first == best.last else [best])}


def statuses(acts: Sequence[Done], day: int, convention: bool) -> set[str]:
    """Every status of the target, from every state of every measure and licence."""
    acts = told_once(acts)
    things = sorted({act.of for act in acts})
    ways = [sorted((settled if convention else states)([act for act in acts if act.of == of], day)) for of in things]
    return {status(dict(zip(things, chosen, strict=True))) for chosen in product(*ways)}


def told_once(acts: Sequence[Done]) -> list[Done]:
    """Acts of one kind, on one thing, on the same days are one act, told first by the first."""
    found: dict[tuple[str, str, int, int], Done] = {}
    for act in sorted(acts, key=lambda one: one.order):
        found.setdefault((act.kind, act.of, act.first, act.last), act)
    return list(found.values())


def status(now: dict[str, str]) -> str:
    """The status that the states of all measures and licences make."""
    licensed = any(of.startswith("licence") and state == "in_force" for of, state in now.items())
    measures = {of: state for of, state in now.items() if not of.startswith("licence")}
    if measures.get("listing") == "in_force":
        return "listed+licensed" if licensed else "listed"
    if "in_force" in measures.values():
        return "restricted"
    if "suspended" in measures.values():
        return "suspended"
    return "delisted" if measures.get("listing") in ("delisted", "ended") else "none"
