"""Whose counting is in doubt: who is in the high figure of a count, and not (or less often) in the low one, and why.

The claims of whoever is told of here are those that the figure rests on; nothing is judged anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.claims.wording import say

from .accounts import accounts
from .counted import FEW, Opened, opened
from .shown import APART, STALE, UNSAID, UNSEEN, VAGUE, why_open
from .tally import Tally

WHY = {
    VAGUE: say("a day is known only roughly or not at all"),
    APART: say("claims contradict each other"),
    UNSEEN: say("no claim tells when custody began or ended"),
    UNSAID: say("it is not said, or not agreed, what the rule asks for"),
    STALE: say("there has been no sign for longer than the rule counts on"),
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """Somebody whose bounds are open, with the first claims that this rests on; `why` is a key of WHY."""

    opened: Opened
    why: str


def doubtful(found: Tally) -> Tally:
    """The same figure, of whose people those alone are listed whose bounds are open."""
    return replace(found, listed=tuple(one for one in found.listed if one.low != one.high))


def doubts(found: Tally, after: int = 0, most: int | None = None, claims: int = FEW) -> Sequence[Doubt]:
    """Of the people who are listed `most` after so many others, each with why; nothing of who has closed bounds."""
    every = accounts(found.seen)
    some = opened(found, after, len(found.listed) if most is None else most, claims)
    told = ((one, every.account(one.counted.person, found.lens, found.known_on, found.rule.territory)) for one in some)
    return [
        Doubt(one, why_open(one.counted, account, found.rule))
        for one, account in told
        if account and one.counted.low != one.counted.high
    ]
