"""One choice among the claims as events in day numbers, with the order of one day; who can be last before, next after.

A history has one track of acts (custody) and one for each body that recognises. Nothing but death comes after death,
and on one day death comes last: so an act is no later than the last day of any death, and a death no earlier than the
first day of any act. A set of events is a mask: bit `rank` stands for the event of that rank.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from habeas.claims.act import ACTS, Act, CustodyState, Side

from .alternatives import Choice, OneAct
from .report import Recognition

BEFORE_ALL_DAYS = -(10**8)
AFTER_ALL_DAYS = 10**8


@dataclass(frozen=True, slots=True)
class Event:
    """An act (what it finds and leaves) or a statement of a body, and the days on which it can have happened.

    `rank` is its place among those of one day, `best` the day that best puts it on.
    """

    claims: tuple[str, ...]
    rank: int
    first: int
    last: int
    best: int
    finds: Side
    leaves: Side
    state: CustodyState | None
    death: bool
    act: Act | None
    body: str | None
    withdrawn: bool


Track = tuple[Event, ...]


class History(NamedTuple):
    """The events of one choice: the acts, and the statements of each body that was asked for and spoke."""

    acts: Track
    bodies: tuple[Track, ...]

    @property
    def events(self) -> Track:
        """All of them by rank."""
        return tuple(sorted((event for track in (self.acts, *self.bodies) for event in track), key=lambda e: e.rank))


def history(choice: Choice, bodies: Collection[str] = ()) -> History:
    """The events of a choice; acts that say nothing of custody and statements of other bodies are left out."""
    told: list[OneAct | Recognition] = [act for act in choice.acts if ACTS[act.act].leaves is not Side.nothing]
    told += [stated for stated in choice.recognitions if stated.body in bodies]
    told.sort(key=lambda each: (isinstance(each, OneAct) and each.act is Act.died, each.order))
    events = [_event(each, rank) for rank, each in enumerate(told)]
    acts = _with_death([event for event in events if event.body is None])
    tracks = (tuple(event for event in events if event.body == body) for body in sorted(bodies))
    return History(acts, tuple(track for track in tracks if track))


def _event(told: OneAct | Recognition, rank: int) -> Event:
    first = told.earliest.toordinal() if told.earliest else BEFORE_ALL_DAYS
    last = told.latest.toordinal() if told.latest else AFTER_ALL_DAYS
    # The latest day; without one the earliest, since what is said to have happened is not put off for ever.
    best = last if told.latest or not told.earliest else first
    if isinstance(told, Recognition):
        return Event(
            claims=(told.claim,),
            rank=rank,
            first=first,
            last=last,
            best=best,
            finds=Side.nothing,
            leaves=Side.nothing,
            state=None,
            death=False,
            act=None,
            body=told.body,
            withdrawn=told.withdrawn,
        )
    row, death = ACTS[told.act], told.act is Act.died
    return Event(told.claims, rank, first, last, best, row.finds, row.leaves, told.state, death, told.act, None, False)


def _with_death(acts: Sequence[Event]) -> Track:
    deaths = [act for act in acts if act.death]
    others = [act for act in acts if not act.death]
    if not deaths or not others:
        return tuple(acts)
    end = min(death.last for death in deaths)
    others = [replace(act, last=min(act.last, end), best=min(act.best, end)) for act in others]
    begin, best = max(act.first for act in others), max(act.best for act in others)
    deaths = [replace(act, first=max(act.first, begin), best=max(act.best, best)) for act in deaths]
    return (*others, *deaths)


def mask(events: Collection[Event]) -> int:
    """The set of these events."""
    found = 0
    for event in events:
        found |= 1 << event.rank
    return found


def before(last: Event | None, track: Track, until: int) -> int:
    """Who can stand no later than `last` put as late as it goes up to the day `until`, itself included."""
    if last is None:
        return 0
    day, rank, found = min(last.last, until), last.rank, 0
    for event in track:
        earlier = event.first < day or (event.first == day and event.rank <= rank)
        if earlier and (last.death or not event.death):
            found |= 1 << event.rank
    return found


def after(following: Event | None, track: Track, since: int) -> int:
    """Who can stand no earlier than `following` put as early as it goes from the day `since`, itself included."""
    if following is None:
        return 0
    day, rank, found = max(following.first, since), following.rank, 0
    for event in track:
        later = event.last > day or (event.last == day and event.rank >= rank)
        if later and (event.death or not following.death):
            found |= 1 << event.rank
    return found


def neighbours(acts: Track, day: int) -> Iterator[tuple[Event | None, Event | None]]:
    """Each pair (last up to the end of the day, next after it) that some placement allows; None where there is none.

    The last is put as late as it goes and the next as early: that leaves the others the most room, so if one of them
    fits neither before the last nor after the next, it fits in no placement of this pair.
    """
    everyone = mask(acts)
    lasts = [None, *(act for act in acts if act.first <= day)]
    nexts = [(act, after(act, acts, day + 1)) for act in (None, *acts) if act is None or act.last > day]
    for last in lasts:
        earlier = before(last, acts, day)
        for following, later in nexts:
            together = earlier | later == everyone and (last is None or last is not following)
            if together and not (last and last.death and following and not following.death):
                yield last, following


def lasts(track: Track, day: int) -> Iterator[Event | None]:
    """Each event that can be the last of its track up to the end of the day, and None if there can be none."""
    later = mask([event for event in track if event.last > day])
    everyone = mask(track)
    for last in (None, *(event for event in track if event.first <= day)):
        if before(last, track, day) | later == everyone:
            yield last


def earliest_end(last: Event, acts: Track) -> int:
    """The earliest day of `last` if all the other acts stand before it."""
    return max(last.first, *(act.first + (act.rank > last.rank) for act in acts))


def best_state(acts: Track, day: int) -> CustodyState | None:
    """The custody state at the end of the day by convention: as the last act up to it leaves; None: free."""
    last = max((act for act in acts if act.best <= day), key=by_best_day, default=None)
    return last.state if last else None


def by_best_day(event: Event) -> tuple[int, int]:
    """The order in which best has the events."""
    return event.best, event.rank
