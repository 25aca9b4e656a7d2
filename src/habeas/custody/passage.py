"""How one person passed through a window of days: counted before it, how often in and out within it, counted after it.

Every passage that some placement of some choice allows, exactly. In every history at_start + entries - exits = at_end:
what happens within one day counts in its order, so somebody arrested and freed on one day is one entry and one exit.
An unseen change falls on any day from the one report's to the other's. Where going through them all would take more
than MOST_SITUATIONS, the answer is every passage that so many events could make, and says that it is.
"""

from dataclasses import dataclass
from datetime import date
from itertools import product

from .best_passage import best_passage
from .certain import in_turn, straight
from .population import Population
from .report import Account
from .through import Passage, Through, TooManyError
from .told import Told, told

__all__ = ["Passage", "Passages", "passages", "passages_of"]

MOST_SITUATIONS = 20_000


@dataclass(frozen=True, slots=True)
class Passages:
    """Every possible passage, best's among them, and the claims that they rest on.

    `claims` are the reports that can lie in the window, be the last before it or the next after it, and those tied to
    them by a judgement or a contradiction. `entangled`: beyond going through, so `possible` is all that could be.
    """

    possible: frozenset[Passage]
    best: Passage
    claims: tuple[str, ...]
    entangled: bool = False


def passages(account: Account, first: date, last: date, population: Population) -> Passages:
    """How the person can have passed through the days from `first` to `last`, both included.

    Counted is who is in custody in a state of the population and recognised by one of its bodies, if it names any;
    past `stale_after` an unseen exit may have followed the last report. `leaving_day` has no meaning for a passage.
    Raises ValueError where the first day is after the last.
    """
    turns = None if population.recognised_by else in_turn(account)
    only = straight(turns.acts, first.toordinal(), last.toordinal(), population) if turns else None
    if only and first <= last:
        return Passages(frozenset({only[0]}), *only)
    return passages_of(told(account, population.recognised_by), first, last, population)


def passages_of(asked: Told, first: date, last: date, population: Population) -> Passages:
    """As `passages`, of an account made ready for these bodies."""
    if first > last:
        raise ValueError(f"the first day {first} of the window is after the last {last}")
    since, until = first.toordinal(), last.toordinal()
    best = best_passage(asked.best, since, until, population)
    if asked.entangled:
        return _widest(asked, best)
    found = Through(since, until, population, MOST_SITUATIONS)
    try:
        for history in asked.histories:
            found.go(history)
    except TooManyError:
        return _widest(asked, best)
    return Passages(frozenset(found.possible), best, asked.claims(found.resting_on))


def _widest(asked: Told, best: Passage) -> Passages:
    most = max(len(history.events) for history in asked.histories) + 1
    possible = frozenset(
        Passage(at_start, entries, exits, bool(at_start + entries - exits))
        for at_start, entries, exits in product((False, True), range(most + 1), range(most + 1))
        if at_start + entries - exits in (0, 1)
    )
    return Passages(possible, best, asked.all_claims, entangled=True)
