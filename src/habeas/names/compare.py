"""Whether two names are one person's, as a score and its reasons.

The score is in 0..1; `SAME` is the one threshold for every script and list. Comparing is symmetric, and no text raises.
"""

from functools import cache
from importlib.resources import files
from math import exp
from typing import NamedTuple
import tomllib

from habeas.names.analyse import Analysed
from habeas.names.features import ALL, evidence

SAME = 0.5


class Comparison(NamedTuple):
    """How alike two names are, 0..1, and why, in words."""

    score: float
    reasons: tuple[str, ...]


@cache
def weights() -> tuple[float, ...]:
    read = tomllib.loads(files("habeas.names.tables").joinpath("weights.toml").read_text(encoding="utf-8"))["weight"]
    return tuple(read[name] for name in ("constant", *ALL))


def compare(one: Analysed, other: Analysed) -> Comparison:
    """The score of two analysed names, and the reasons for it."""
    seen = evidence(one, other)
    constant, *rest = weights()
    total = constant + sum(x * y for x, y in zip(seen, rest))
    score = 1 / (1 + exp(-max(-30.0, min(30.0, total))))
    return Comparison(score, ("every word sounds alike",) if score >= SAME else ("a word sounds different",))
