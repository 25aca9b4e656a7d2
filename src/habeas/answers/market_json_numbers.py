"""The numbers of a market's answer as JSON has them: rounded, with where the draws lie."""

from typing import Any

from habeas.market.compared import Spread
from habeas.market.outcome import Key

from .market import MarketAnswer

Json = dict[str, Any]
PLACES = 4


def both(found: MarketAnswer, key: Key) -> Json:
    """Where a number lies: by the ranges alone, and weighed by what was published, where that weighs."""
    told: Json = {"prior": spread(found.draws.spread(key))}
    if found.draws.weights:
        told["weighed"] = spread(found.draws.spread(key, weighed=True))
    return told


def spread(one: Spread, *, middle: bool = True) -> Json:
    """The 5th and the 95th percentile, and the median between them."""
    ends: Json = {"p5": rounded(one.low), "p95": rounded(one.high)}
    return {"p5": ends["p5"], "median": rounded(one.middle), "p95": ends["p95"]} if middle else ends


def interval(found: MarketAnswer, what: str, party: str) -> Json:
    """A number of which nobody can say who keeps a part: its two ends, each as it is at the best values and drawn."""
    keys: dict[str, Key] = {"least": (f"{what}_least", party), "most": (f"{what}_most", party)}
    return {name: {"best": rounded(found.best[key]), **both(found, key)} for name, key in keys.items()}


def rounded(value: float) -> float:
    """A number to four decimals."""
    return round(value, PLACES) + 0.0  # no minus before a nought
