"""How many were in custody on a day: low counts who certainly was, high who possibly was, best by convention.

One plain loop over people; nothing is estimated, and nobody who is not named is counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.custody.standing import Report, Standing, standing_on
from habeas.tally.rule import Rule


@dataclass(frozen=True, slots=True)
class Counted:
    """A person who is at least possibly in, and on what that rests."""

    person: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Count:
    """A stock in persons, low <= best <= high: `people` are the high ones, in the order of their ids.

    `named` is how many of best are named; `claims` are those beside the day for `people`, each once.
    """

    low: int
    best: int
    high: int
    named: int
    claims: tuple[str, ...]
    people: tuple[Counted, ...]


def count_stock(people: Mapping[str, Sequence[Report]], rule: Rule, day: date) -> Count:
    """How many of `people` (id to reports) the rule counts at the end of `day`."""
    standings = (Counted(person, standing_on(reports, day, rule.states)) for person, reports in sorted(people.items()))
    possible = tuple(counted for counted in standings if counted.standing.possibly)
    best = sum(counted.standing.best for counted in possible)
    return Count(
        low=sum(counted.standing.certainly for counted in possible),
        best=best,
        high=len(possible),
        named=best,
        claims=tuple(dict.fromkeys(claim for counted in possible for claim in counted.standing.claims)),
        people=possible,
    )
