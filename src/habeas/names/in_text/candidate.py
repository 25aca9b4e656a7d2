"""A candidate: one of the known, by number, and how a word was found to be theirs, both in one integer.

Plain integers, since there are hundreds of thousands: Python's garbage collector passes over tuples of them.
"""

from collections.abc import Sequence
from enum import StrEnum

Candidate = int


class How(StrEnum):
    """By what a name was found, the surest first."""

    written = "as written"
    form = "in another form"
    heard = "by its sound"
    bent = "by its sound, in another form"


# Faint: only one of the less likely ways to read the name sounds so.
WRITTEN, FORM, HEARD, BENT, FAINT, FAINT_BENT = range(6)
HOWS = (How.written, How.form, How.heard, How.bent, How.heard, How.bent)
_BITS = 3


_HEARD_AS = (FAINT_BENT, FAINT, BENT, HEARD)


def heard_as(rank: int) -> int:
    """How a word was found that an ear heard with this rank (`by_ear.Ear`)."""
    return _HEARD_AS[rank]


def candidate(number: int, how: int) -> Candidate:
    """The known one of this number, found as `HOWS[how]`."""
    return number << _BITS | how


def number_of(one: Candidate) -> int:
    """Which of the known it is."""
    return one >> _BITS


def how_of(one: Candidate) -> int:
    """The place in `HOWS` of how it was found."""
    return one & (1 << _BITS) - 1


def surest(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Each of the known once, as found in the surest way; the surest first."""
    if len(candidates) < 2:
        return tuple(candidates)
    found: dict[int, int] = {}
    for one in sorted(candidates):
        found.setdefault(one >> _BITS, one)
    return tuple(sorted(found.values(), key=how_of))
