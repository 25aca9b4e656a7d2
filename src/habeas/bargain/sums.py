"""Bounds of numbers that are known only roughly and must add up: exact, and each with what it rests on.

Sums whose numbers hang together like a tree (no number is tied to another in two ways) are solved exactly by taking
every sum in turn until nothing narrows: then for each bound there is a way to choose all the other numbers. Sums that
go round in a ring are refused, since their bounds would be wider than they need be.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .number import Bounds


@dataclass(frozen=True, slots=True)
class Sum:
    """What is added up comes to what is taken away: `plus` and `minus` come to the same."""

    plus: tuple[str, ...]
    minus: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that it ties together."""
        return (*self.plus, *self.minus)


@dataclass(frozen=True, slots=True)
class Solved:
    """A number's bounds (None: open) and, of each, the given numbers that it rests on. A net change may be negative."""

    low: int | None
    high: int | None
    low_rests_on: frozenset[str] = frozenset()
    high_rests_on: frozenset[str] = frozenset()


class CannotBeError(Exception):
    """The numbers given cannot all be so; `rests_on` are those that stand against each other."""

    def __init__(self, name: str, rests_on: frozenset[str]) -> None:
        super().__init__(f"{name}: no number is left by {', '.join(sorted(rests_on))}")
        self.name, self.rests_on = name, rests_on


def solved(given: Mapping[str, Bounds | None], sums: Sequence[Sum]) -> dict[str, Solved]:
    """The bounds of every number that is given or tied by a sum; None and what is not given is open on both sides.

    Raises CannotBeError where no choice of numbers is left, and ValueError where the sums go round in a ring.
    """
    _must_be_a_tree(sums)
    found = {name: Solved(None, None) for one in sums for name in one.names}
    for name, bounds in given.items():
        rests = frozenset({name})
        found[name] = Solved(bounds.low, bounds.high, rests, rests) if bounds else Solved(None, None)
    _must_leave_some(found)
    narrowed = True
    while narrowed:
        turns = [_narrowed(found, one, name) for one in sums for name in one.names]
        narrowed = True in turns
    return found


def _narrowed(found: dict[str, Solved], one: Sum, name: str) -> bool:
    """Whether a sum leaves less room to one of its numbers than it had."""
    mine, same = (one.plus, one.minus) if name in one.plus else (one.minus, one.plus)
    others = [found[each] for each in mine if each != name]
    across = [found[each] for each in same]
    low = _total(across, others, lowest=True)
    high = _total(across, others, lowest=False)
    old = new = found[name]
    if low and (old.low is None or low[0] > old.low):
        new = Solved(low[0], new.high, low[1], new.high_rests_on)
    if high and (old.high is None or high[0] < old.high):
        new = Solved(new.low, high[0], new.low_rests_on, high[1])
    found[name] = new
    _must_leave_some({name: new})
    return new is not old


def _total(plus: Sequence[Solved], minus: Sequence[Solved], *, lowest: bool) -> tuple[int, frozenset[str]] | None:
    """The least or the greatest that the numbers come to, and what that rests on; None where it is open."""
    total, rests = 0, frozenset[str]()
    for some, sign in ((plus, 1), (minus, -1)):
        for one in some:
            low_end = lowest == (sign > 0)
            end = one.low if low_end else one.high
            if end is None:
                return None
            total += sign * end
            rests |= one.low_rests_on if low_end else one.high_rests_on
    return total, rests


def _must_leave_some(found: Mapping[str, Solved]) -> None:
    for name, one in found.items():
        if one.low is not None and one.high is not None and one.low > one.high:
            raise CannotBeError(name, one.low_rests_on | one.high_rests_on)


def _must_be_a_tree(sums: Sequence[Sum]) -> None:
    """ValueError for a number that is tied in two ways to another, or stands twice in one sum."""
    part: dict[str, set[str]] = {}
    for one in sums:
        ties = [part.setdefault(name, {name}) for name in one.names]
        if len({id(tie) for tie in ties}) < len(one.names):
            raise ValueError(f"the sums go round in a ring at {', '.join(one.names)}")
        joined = set[str]().union(*ties)
        part.update(dict.fromkeys(joined, joined))
