"""How much is supplied or demanded at a price: curves of constant elasticity, and straight lines.

Quantities are in millions of tonnes a year, prices in dollars a tonne, so areas are in millions of dollars.
"""

from dataclasses import dataclass
from math import isfinite, log

LEAST = 1e-9  # of the price above the floor that is known: below it, a curve of constant elasticity is not followed


class CurveError(ValueError):
    """A curve that is none: a price or a quantity of nothing, a slope that goes the wrong way."""


@dataclass(frozen=True, slots=True)
class Elastic:
    """`quantity` at `price`, and there `elasticity` percent more for one percent on the price: above 0 for supply,
    below 0 for demand. Of supply, nothing is offered at `floor` or less: what it costs to go on at all.

    The price above the floor is a power of the quantity. Raises CurveError unless the quantity is above 0, the price
    above the floor, and the elasticity not 0.
    """

    price: float
    quantity: float
    elasticity: float
    floor: float = 0.0

    def __post_init__(self) -> None:
        numbers = (self.price, self.quantity, self.elasticity, self.floor)
        whole = all(map(isfinite, numbers)) and self.quantity > 0 and 0 <= self.floor < self.price
        if not whole or self.elasticity == 0:
            raise CurveError(
                "a curve of constant elasticity needs a quantity above 0, a price above its floor and an elasticity "
                f"that is not 0; not {self.quantity:g} at {self.price:g}, floor {self.floor:g}, {self.elasticity:g}"
            )

    @property
    def power(self) -> float:
        """By how many percent the quantity grows for one percent on the price above the floor."""
        return self.elasticity * (self.price - self.floor) / self.price

    def quantity_at(self, price: float) -> float:
        """How much at a price."""
        return float(self.quantity * (self._gap(price) / (self.price - self.floor)) ** self.power)

    def price_at(self, quantity: float) -> float:
        """The price at which that much is supplied or demanded; `quantity` above 0."""
        return float(self.floor + (self.price - self.floor) * (quantity / self.quantity) ** (1 / self.power))

    def tangent(self, price: float) -> tuple[float, float]:
        """The price at quantity 0, and the rise for each million tonnes, of the line that touches the curve there."""
        gap = self._gap(price)
        return self.floor + gap - gap / self.power, gap / (self.power * self.quantity_at(price))

    def toward(self, price: float, other: float) -> float:
        """The other price, or as far toward it as a tenth or ten times the price above the floor."""
        gap = self._gap(price)
        return self.floor + min(max(other - self.floor, gap / 10), gap * 10)

    def area(self, quantity: float) -> float:
        """The area under the curve, over quantities, from the quantity that is known to this one, in millions of
        dollars.
        """
        share, power = quantity / self.quantity, 1 + 1 / self.power
        under = log(share) if abs(power) < 1e-9 else (share**power - 1) / power
        return float((self.price - self.floor) * self.quantity * under + self.floor * (quantity - self.quantity))

    def _gap(self, price: float) -> float:
        return max(price - self.floor, (self.price - self.floor) * LEAST)


@dataclass(frozen=True, slots=True)
class Straight:
    """A price of `at_zero` and `slope` more for each million tonnes: a slope above 0 for supply, below 0 for demand.

    Raises CurveError for a slope of 0.
    """

    at_zero: float
    slope: float

    def __post_init__(self) -> None:
        if not isfinite(self.at_zero) or not isfinite(self.slope) or self.slope == 0:
            raise CurveError(f"a straight curve needs a slope that is not 0; not {self.at_zero:g} and {self.slope:g}")

    @property
    def price(self) -> float:
        """A price to begin from."""
        return self.at_zero

    def quantity_at(self, price: float) -> float:
        """How much at a price; never less than 0."""
        return max((price - self.at_zero) / self.slope, 0.0)

    def price_at(self, quantity: float) -> float:
        """The price at which that much is supplied or demanded."""
        return self.at_zero + self.slope * quantity

    def tangent(self, price: float) -> tuple[float, float]:
        """The line itself."""
        return self.at_zero, self.slope

    def toward(self, price: float, other: float) -> float:
        """The other price."""
        return other

    def area(self, quantity: float) -> float:
        """The area under the line from quantity 0 to this one, in millions of dollars."""
        return self.at_zero * quantity + self.slope * quantity**2 / 2


Curve = Elastic | Straight


def slopes_up(curve: Curve) -> bool:
    """Whether more goes with a higher price, as supply has it."""
    return (curve.elasticity if isinstance(curve, Elastic) else curve.slope) > 0
