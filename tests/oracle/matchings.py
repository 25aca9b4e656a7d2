"""The most pairs that have nobody in common, by trying every choice."""

from collections.abc import Sequence

Pair = tuple[int, int]


def most_at_once(pairs: Sequence[Pair]) -> int:
    """Slow and plain: take the first pair or leave it."""
    if not pairs:
        return 0
    (one, other), *rest = pairs
    without = [pair for pair in rest if pair[0] != one and pair[1] != other]
    return max(1 + most_at_once(without), most_at_once(rest))
