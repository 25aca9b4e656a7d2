"""Every number that goes into a market, with the claims on record that it rests on, and what calibration left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.market.calibrate import calibrate
from habeas.market.described import Described
from habeas.market.parameter import best
from habeas.market.scenario import base_of
from habeas.register.read import View

from . import market_tables as tables
from .kept import Kept
from .market_cited import Cited, cited
from .market_words import share_of_bases

_LEFT: Kept[Mapping[str, Mapping[str, float]]] = Kept(4, stays=True)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What goes in: `claims` by the name of a number, `bases` in words how much of the tonnes is assumed.

    `produced` is what each region was said to produce, `unexplained` what calibration puts on each route, by origin.
    """

    market: Described
    claims: Cited
    bases: str
    produced: Sequence[tables.Cells]
    unexplained: Mapping[str, Mapping[str, float]]


def inputs(described: Described, sha256: str, seen: View, known_on: date) -> Inputs:
    """The numbers of a market, whose files have this fingerprint; the claims are those known by a day."""
    claims, _ = cited(described, seen, known_on)
    left = _LEFT.get(None, sha256, lambda: _left(described))
    return Inputs(described, claims, share_of_bases(described), list(tables.produced(described)), left)


def _left(described: Described) -> Mapping[str, Mapping[str, float]]:
    """What fees do not explain of the base year, at the best values."""
    return tables.left_over(calibrate(base_of(described, best(described.ranges))))
