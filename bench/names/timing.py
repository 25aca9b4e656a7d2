"""How long one comparison takes: warm, of names analysed beforehand, and cold, of names never seen.

Ours and the peer are timed in turns, each in a process that has been started for it. A warm run is of pairs of which
each name has been compared, but not with that one. Cold is preceded by other names, so that tables are loaded.
"""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from .asked import Side
from .data import Pair

BLOCK, RUNS = 300, 9  # pairs a run: their names fit in a peer's caches
BEFORE = 200  # cold pairs that are not counted
MICRO = 1e6


class Taken(NamedTuple):
    """Microseconds a comparison, a figure a side, over so many pairs."""

    micro: list[float]
    pairs: int


def warm(sides: Sequence[tuple[Side, str]], pairs: Sequence[Pair], runs: int = RUNS) -> Taken:
    """The median of the runs, a block of pairs each."""
    blocks = [pairs[at : at + BLOCK] for at in range(0, min(len(pairs), runs * BLOCK), BLOCK)]
    return _in_turns("warm", sides, blocks)


def cold(sides: Sequence[tuple[Side, str]], before: Sequence[Pair], pairs: Sequence[Pair]) -> Taken:
    """The same to analyse both names and compare them. No name occurs twice; the sides must be newly started."""
    for side, form in sides:
        side.seconds("cold", form, _names(before[:BEFORE]))
    unseen = apart(pairs, {name for pair in before for name in (pair.a, pair.b)})
    blocks = [unseen[at : at + BLOCK] for at in range(0, len(unseen), BLOCK)]
    return _in_turns("cold", sides, blocks[:-1] or blocks)


def apart(pairs: Sequence[Pair], seen: set[str]) -> list[Pair]:
    """Pairs of names that are neither in `seen` nor in a pair before."""
    found, seen = [], set(seen)
    for pair in pairs:
        if pair.a not in seen and pair.b not in seen:
            seen |= {pair.a, pair.b}
            found.append(pair)
    return found


def _in_turns(how: str, sides: Sequence[tuple[Side, str]], blocks: Sequence[Sequence[Pair]]) -> Taken:
    taken: list[list[float]] = [[] for _ in sides]
    for block in blocks:
        for (side, form), times in zip(sides, taken, strict=True):
            times.append(side.seconds(how, form, _names(block)) / len(block) * MICRO)
    return Taken([median(times) for times in taken], sum(map(len, blocks)))


def _names(pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in pairs]
