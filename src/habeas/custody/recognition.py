"""Recognition, on its own track beside custody: which bodies hold the person to be a political prisoner on a day.

A body's recognition lasts from its day until that body's next withdrawal. Bodies are independent of each other and of
custody, so each is asked alone. Before the first statement of a body nobody is recognised by it.
"""

from .history import Event, History, Track, by_best_day, lasts

Outcomes = frozenset[bool]


def recognised(history: History, day: int) -> tuple[Outcomes, list[Event]]:
    """Whether any body of the history may recognise the person (True), or none (False); and what that rests on."""
    outcomes: Outcomes = frozenset({False})
    resting: list[Event] = []
    for track in history.bodies:
        found = list(lasts(track, day))
        resting += [event for event in found if event]
        stated = {event is not None and not event.withdrawn for event in found}
        outcomes = frozenset(one or other for one in outcomes for other in stated)
    return outcomes, resting


def best_recognised(history: History, day: int) -> bool:
    """Whether any body recognises the person when each statement is put on the day that best puts it on."""
    return any(_stands(track, day) for track in history.bodies)


def _stands(track: Track, day: int) -> bool:
    last = max((event for event in track if event.best <= day), key=by_best_day, default=None)
    return last is not None and not last.withdrawn
