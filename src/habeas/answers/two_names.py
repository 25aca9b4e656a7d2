"""Whether two names can be one person's, by the names alone: a score, and what speaks for and against."""

from typing import Any, NamedTuple

from habeas.names.analyse import analyse
from habeas.names.compare import SAME, compare


class TwoNames(NamedTuple):
    """Two names, how likely they are one person's (0..1), whether the score reaches SAME, and why."""

    one: str
    other: str
    score: float
    same: bool
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """For programs; the reasons in words."""
        return {**self._asdict(), "reasons": list(self.reasons), "same_from": SAME}


def two_names(one: str, other: str) -> TwoNames:
    """Compare two names as they are written."""
    found = compare(analyse(one), analyse(other))
    return TwoNames(one, other, found.score, found.score >= SAME, found.reasons)
