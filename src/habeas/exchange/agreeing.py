"""What a file judges of who is one person has to agree with itself and with what stands: it is refused whole otherwise.

An undecided pair may be decided by a file; the opposite of what stands it may not say without taking that back.
"""

from itertools import pairwise

from habeas.register import judge, living, read
from habeas.register.draft import Draft

from .lines import place_of
from .prepared import Prepared


def agree(prepared: Prepared) -> None:
    """Note a problem, at the first judgement of the file that is part of it, where judgements cannot all be so."""
    drafts = [one for one in prepared.drafts if one.kind == "judgement" and "about" not in one.body]
    said = [one for one in drafts if one.body.get("retracted") != "yes"]
    gone = [str(one.body["id"]) for one in drafts if one.body.get("retracted") == "yes"]
    chain = judge.against([living.live_of(one.body) for one in said], gone) if said else None
    if chain:
        along = {frozenset(pair) for pair in (*pairwise(chain), (chain[0], chain[-1]))}
        where = next((one.where for one in said if _pair(one) in along), said[0].where)
        names = [_name(one, prepared) for one in chain]
        told = f"{' = '.join(names)} would be one person, and {names[0]} and {names[-1]} would be two"
        prepared.problems.append(
            f"{place_of(where, '`verdict`')}: it cannot be so with what else is judged: {told}; take one of these "
            "judgements back (`habeas judge --retract`, or `retracted` in a file)"
        )


def _pair(draft: Draft) -> frozenset[str]:
    return frozenset((str(draft.body["one"]), str(draft.body["other"])))


def _name(one: str, prepared: Prepared) -> str:
    """As the file or the register has it, with digits of the id: two may have one name."""
    for kind in ("record", "agent"):
        draft = prepared.drafted(kind, one)
        body = draft.body if draft else read.body_now(kind, one)
        if body:
            return f"{body['name']} ({one[:8]})"
    return one[:8]
