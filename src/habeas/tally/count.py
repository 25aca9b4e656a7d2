"""How many a rule counts, on a day or in the window that ends on it: low <= best <= high, and what they rest on.

One plain loop over people, each counted alone, so a count is the sum of its people and of what remains of its groups.
Nothing is estimated. Who is not named is in no stock; in a flow a group counts as far as its members are not named.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from habeas.custody.passage import Passage, passages
from habeas.custody.report import Account, Pair
from habeas.custody.standing import Standing, standing_on
from habeas.tally.filters import Fit, filtered, fits, merged
from habeas.tally.group import Group, GroupReport, Judged
from habeas.tally.rule import Rule
from habeas.tally.unnamed import Bound, CountedGroup, counted_groups

__all__ = ["Count", "Counted", "CountedGroup", "Group", "GroupReport", "count", "counted_as", "sum_of"]


@dataclass(frozen=True, slots=True)
class Counted:
    """How often a person is counted (in a stock, and in a flow of persons, 0 or 1), and the claims that decide it.

    `entangled`: the claims leave more alternatives than were gone through, so the bounds are wider than they need be.
    """

    person: str
    low: int
    best: int
    high: int
    claims: tuple[str, ...]
    entangled: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A figure, low <= best <= high: each the sum over `people` (those with high above 0, by id) and `groups`.

    `named` is how many of best are people by name; `claims` are those that people and groups rest on, each once.
    """

    low: int
    best: int
    high: int
    named: int
    claims: Sequence[str]
    people: Sequence[Counted]
    groups: tuple[CountedGroup, ...]


def count(
    people: Mapping[str, Account],
    rule: Rule,
    day: date,
    groups: Sequence[GroupReport] = (),
    *,
    same: frozenset[Pair] = frozenset(),
    different: frozenset[Pair] = frozenset(),
    contradicts: frozenset[Pair] = frozenset(),
) -> Count:
    """What the rule counts of `people` (id to account) and `groups` at the end of `day`, or up to it.

    `same`, `different` and `contradicts` are judged of the claims of groups; those of people stand in their accounts.
    Whether the rule speaks of that day is the caller's to ask (`Rule.covers`).
    """
    every = (counted(person, account, rule, day) for person, account in sorted(people.items()))
    found = tuple(one for one in every if one.high)
    moves: dict[Bound, dict[str, int]] = {
        "low": {one.person: one.low for one in found},
        "best": {one.person: one.best for one in found},
        "high": {one.person: one.high for one in found},
    }
    return sum_of(found, counted_groups(groups, rule, day, moves, Judged(same, different, contradicts)))


def counted(person: str, account: Account, rule: Rule, day: date) -> Counted:
    """How the rule counts one person; high is 0 where it does not."""
    fit = fits(account, rule.where)
    if rule.quantity == "stock":
        return counted_as(person, standing_on(account, day, rule.population), fit)
    start = rule.start(day)
    through = passages(account, start, day, rule.population)
    numbers = [_moves(passage, rule, start) for passage in through.possible]
    return Counted(
        person,
        low=min(numbers) if fit.certainly else 0,
        best=_moves(through.best, rule, start) if fit.best else 0,
        high=max(numbers) if fit.possibly else 0,
        claims=merged(through.claims, fit.claims),
        entangled=through.entangled,
    )


def _moves(passage: Passage, rule: Rule, start: date) -> int:
    # Nobody was in before the first of all days: who seems to have been came in unseen, from the beginning on.
    before = passage.at_start and start == date.min
    number = passage.entries + before if rule.quantity == "inflow" else passage.exits
    return min(1, number) if rule.unit == "persons" else number


def counted_as(person: str, standing: Standing, fit: Fit) -> Counted:
    """How a stock counts a person who stands so, and who fits the rule's filters so far."""
    standing = filtered(standing, fit)
    low, best, high = int(standing.certainly), int(standing.best), int(standing.possibly)
    return Counted(person, low, best, high, standing.claims, standing.entangled)


def sum_of(people: tuple[Counted, ...], groups: tuple[CountedGroup, ...] = ()) -> Count:
    """The figure that people and groups add up to."""
    named = sum(one.best for one in people)
    return Count(
        low=sum(one.low for one in people) + sum(one.low for one in groups),
        best=named + sum(one.best for one in groups),
        high=sum(one.high for one in people) + sum(one.high for one in groups),
        named=named,
        claims=merged(*(one.claims for one in people), *(one.claims for one in groups)),
        people=people,
        groups=groups,
    )
