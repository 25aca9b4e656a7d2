"""What is counted: a rule has a name, a version, and a sentence that a reader can hold it to.

A figure names the version of its rule; a rule that is changed is a new version, never an edit. The same rule may be
asked about any day: `Rule.start` says where the window of a flow begins, `Rule.covers` which days it speaks of.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from habeas.claims.act import CustodyState
from habeas.claims.wording import say
from habeas.custody.standing import Population

Quantity = Literal["stock", "inflow", "outflow"]
Unit = Literal["persons", "detentions", "events"]
Period = Literal["day", "month", "year", "ever"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: `sentence` says in full what the other fields make of it.

    A stock counts who of the population is in custody at a day's end; an inflow who came to be in it, an outflow who
    ceased to be, in a window of days. `where` are (property, value) that a person must have. `period` is the window of
    a flow: the calendar day, month or year up to the day asked about, or all days up to it. `territory`, `first` and
    `last` are the scope; `complete` claims that everybody in the scope is named in the register. `publisher` is
    the agent whose published figures are counted so; `lens` names the lens that it is asked with where none is named.
    Raises ValueError where the version is below 1, the scope ends before it begins, or a stock has a unit other than
    persons or a period.
    """

    name: str
    version: int
    sentence: str
    quantity: Quantity
    unit: Unit
    population: Population
    where: tuple[tuple[str, str], ...] = ()
    period: Period = "day"
    territory: str | None = None
    first: date | None = None
    last: date | None = None
    complete: bool = False
    publisher: str | None = None
    lens: str | None = None

    def __post_init__(self) -> None:
        if self.version < 1:
            raise ValueError(f"rule {self.name}: its version is {self.version}: the first version is 1")
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"rule {self.name}: its scope ends on {self.last}, before it begins on {self.first}")
        if self.quantity == "stock" and self.unit != "persons":
            raise ValueError(f"rule {self.name}: a stock counts persons: {self.unit} are counted in a flow")
        if self.quantity == "stock" and self.period != "day":
            raise ValueError(f"rule {self.name}: a stock is of a day: a period ({self.period}) belongs to a flow")

    def start(self, day: date) -> date:
        """The first day of the window that ends on `day`: never before the scope begins, where the scope has `day`."""
        begins = self._begins(day)
        return max(begins, self.first) if self.first and self.first <= day else begins

    def covers(self, day: date) -> bool:
        """Whether `day` lies within the days that the scope names, both included."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    def _begins(self, day: date) -> date:
        match self.period:
            case "day":
                return day
            case "month":
                return day.replace(day=1)
            case "year":
                return day.replace(month=1, day=1)
            case "ever":
                return date.min


HELD = Rule(
    name="held",
    version=1,
    sentence=say(
        "Counts each person who at the end of the day is in police custody, in detention before or during trial, "
        "serving a sentence, or held without its being said how: the day of arrest is counted and the day of leaving "
        "is not. Confinement at home and restricted liberty are not counted."
    ),
    quantity="stock",
    unit="persons",
    population=Population(
        frozenset({CustodyState.police, CustodyState.pretrial, CustodyState.serving, CustodyState.unknown})
    ),
)
