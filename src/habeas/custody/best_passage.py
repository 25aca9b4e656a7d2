"""The passage through a window by convention.

Every event is on the day that best puts it on, and an unseen change just before the report that shows it.
"""

from .history import History
from .population import Population
from .through import Passage
from .whereabouts import NOT_RECOGNISED, STATES, best_moments


def best_passage(history: History, since: int, until: int, population: Population) -> Passage:
    """How the person passes through the days from `since` to `until` by convention."""
    at_start = counted = False
    entries = exits = 0
    for moment in best_moments(history, population.recognised_by):
        if moment.day > until:
            break
        counts = moment.after < NOT_RECOGNISED and STATES[moment.after] in population.states
        if moment.day < since:
            at_start = counts
        else:
            entries, exits = entries + (counts > counted), exits + (counts < counted)
        counted = counts
    return Passage(at_start, entries, exits, counted)
