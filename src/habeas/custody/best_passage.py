"""The passage through a window by convention.

Every event is on the day that best puts it on, and an unseen change just before the report that shows it.
"""

from collections.abc import Iterator

from habeas.claims.act import CustodyState, Side

from .history import Event, History, by_best_day
from .population import Population
from .through import Passage


def best_passage(history: History, since: int, until: int, population: Population) -> Passage:
    """How the person passes through the days from `since` to `until` by convention."""
    at_start = counted = False
    entries = exits = 0
    for day, counts in _moments(history, population):
        if day > until:
            break
        if day < since:
            at_start = counts
        else:
            entries, exits = entries + (counts > counted), exits + (counts < counted)
        counted = counts
    return Passage(at_start, entries, exits, counted)


def _moments(history: History, population: Population) -> Iterator[tuple[int, bool]]:
    """Each moment at which something is done or said, in order: its day, and whether the person counts from then on."""
    side, in_counted, recognising = Side.free, False, set[str]()
    needed = bool(population.recognised_by)
    for event in sorted(history.events, key=by_best_day):
        if event.body is None:
            if event.finds not in (Side.nothing, side):
                yield event.best, _unseen(event, population) and (not needed or bool(recognising))
            side, in_counted = event.leaves, event.state in population.states
        elif event.withdrawn:
            recognising.discard(event.body)
        else:
            recognising.add(event.body)
        yield event.best, in_counted and (not needed or bool(recognising))


def _unseen(event: Event, population: Population) -> bool:
    """Whether the person counts once the unseen change before this event has been."""
    return event.finds is Side.in_ and CustodyState.unknown in population.states
