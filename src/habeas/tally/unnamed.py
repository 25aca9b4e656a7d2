"""The part of a flow that is nobody by name: of each group's act, what remains after the members counted as people.

Three figures, each worked out for itself: in low the acts that are certainly moves in the window, in best those that
are so by convention, in high those that possibly are. One group's low can exceed its high: where a member is only
possibly counted as a person, more of the group remains in low; it is the sum with the people that is bounded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, product
from math import prod
from typing import Literal

from habeas.tally.group import Group, GroupReport, Judged
from habeas.tally.moves import Choice, Move, ways
from habeas.tally.remainder import counted_themselves
from habeas.tally.rule import Rule

Bound = Literal["low", "best", "high"]
MOST_COMBINATIONS = 1000  # of alternatives: beyond it low leaves all of them out and high takes them all


@dataclass(frozen=True, slots=True)
class CountedGroup:
    """What one act of a group adds to the low, the best and the high figure, beside its named members."""

    group: Group
    low: int
    best: int
    high: int
    claims: tuple[str, ...]


Part = list[tuple[Move, int]]


def counted_groups(
    groups: Sequence[GroupReport], rule: Rule, day: date, people: Mapping[Bound, Mapping[str, int]], judged: Judged
) -> tuple[CountedGroup, ...]:
    """What the groups add to a flow, beside `people`: with how many moves each person is counted, in each figure.

    Nothing to a stock; of a flow of persons only to high, for nobody knows who they were.
    """
    if rule.quantity == "stock" or not groups:
        return ()
    every = ways(groups, rule, day, judged)
    parts = {
        "low": min(_parts(_certain(every), rule, "low", people["low"]), key=_total),
        "best": _part(tuple(chain.from_iterable(way[0] for way in every)), rule, "best", people["best"]),
        "high": max(_parts(_open(every), rule, "high", people["high"]), key=_total),
    }
    low, best, high = ({_act(move): number for move, number in parts[bound]} for bound in ("low", "best", "high"))
    told = {_act(move): move for way in every for choice in way for move in choice}
    rows = (
        CountedGroup(move.group, low.get(act, 0), best.get(act, 0), high.get(act, 0), move.claims)
        for act, move in told.items()
    )
    return tuple(row for row in rows if row.low or row.best or row.high)


def _certain(every: Sequence[Sequence[Choice]]) -> list[Sequence[Choice]]:
    return [way for way in every if len(way) == 1] if _too_many(every) else list(every)


def _open(every: Sequence[Sequence[Choice]]) -> list[Sequence[Choice]]:
    if not _too_many(every):
        return list(every)
    return [[tuple({_act(move): move for choice in way for move in choice}.values())] for way in every]


def _act(move: Move) -> tuple[str, ...]:
    """What tells one group's act from others': one claim can tell of several groups."""
    return (move.group.id, *move.claims)


def _too_many(every: Sequence[Sequence[Choice]]) -> bool:
    return prod(len(way) for way in every) > MOST_COMBINATIONS


def _parts(every: Iterable[Sequence[Choice]], rule: Rule, bound: Bound, people: Mapping[str, int]) -> Iterable[Part]:
    return (_part(tuple(chain.from_iterable(chosen)), rule, bound, people) for chosen in product(*every))


def _part(moves: Choice, rule: Rule, bound: Bound, people: Mapping[str, int]) -> Part:
    """What each of the moves that count in this figure adds to it."""
    if rule.unit == "persons" and bound != "high":
        return []
    inside: Callable[[Move], bool] = {
        "low": lambda move: move.certainly,
        "best": lambda move: move.best,
        "high": lambda move: move.possibly,
    }[bound]
    counting = [move for move in moves if inside(move)]
    room = [_room(move.group, rule, bound) for move in counting]
    themselves = counted_themselves([move.group for move in counting], room, people)
    remaining = [size - named for size, named in zip(room, themselves, strict=True)]
    return [
        (move, min(1, number) if rule.unit == "events" else number)
        for move, number in zip(counting, remaining, strict=True)
    ]


def _room(group: Group, rule: Rule, bound: Bound) -> int:
    """How many moves the act is: best takes the least that is said, and so does high where no more is said.

    An event had somebody in it, and one of no known size may have had others than its members.
    """
    size = group.high if bound == "high" and group.high is not None else group.low
    if rule.unit != "events":
        return size
    return max(1, size, len(group.members) + 1) if bound == "high" and group.high is None else max(1, size)


def _total(part: Part) -> int:
    return sum(number for _, number in part)
