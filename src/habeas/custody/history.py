"""One choice among the claims as events in day numbers, with the order of one day; who can be last before, next after.

A history has one track of acts (custody) and one for each body that recognises. Of some acts one never comes before
the other: nothing but death comes after death, and some are told as a sequence. Then the earlier is no later than the
last day of the later, the later no earlier than the first day of the earlier, and on one day the earlier comes first.
A set of events is a mask: bit `rank` stands for the event of that rank.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from habeas.claims.act import ACTS, Act, CustodyState, Side

from .alternatives import Choice, OneAct
from .report import Pair, Recognition
from .sequence import in_turn, sequences_of

BEFORE_ALL_DAYS = -(10**8)
AFTER_ALL_DAYS = 10**8


@dataclass(frozen=True, slots=True)
class Event:
    """An act (what it finds and leaves) or a statement of a body, and the days on which it can have happened.

    `rank` is its place among those of one day, `best` the day that best puts it on. `earlier` are the acts that never
    come after it, `later` those that never come before it.
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
    earlier: int = 0
    later: int = 0


Track = tuple[Event, ...]


class History(NamedTuple):
    """The events of one choice: the acts, and the statements of each body that was asked for and spoke.

    `undone` are the claims of acts said to be in sequence, each set of which cannot all be so and has no effect.
    """

    acts: Track
    bodies: tuple[Track, ...]
    undone: tuple[frozenset[str], ...] = ()

    @property
    def events(self) -> Track:
        """All of them by rank."""
        return tuple(sorted((event for track in (self.acts, *self.bodies) for event in track), key=lambda e: e.rank))


def history(choice: Choice, bodies: Collection[str] = (), sequences: Collection[Pair] = ()) -> History:
    """The events of a choice; acts that say nothing of custody and statements of other bodies are left out.

    `sequences` are (earlier, later) claims; what of them does not concern this choice has no effect.
    """
    acts = [act for act in choice.acts if ACTS[act.act].leaves is not Side.nothing]
    told: list[OneAct | Recognition] = [*acts, *(stated for stated in choice.recognitions if stated.body in bodies)]
    earlier, undone = sequences_of(acts, sequences)
    by_order = sorted(range(len(told)), key=lambda n: (_is_death(told[n]), told[n].order))
    turns = in_turn(by_order, acts, earlier) if earlier else by_order
    rank_of = {n: rank for rank, n in enumerate(turns)}
    events = [_event(told[n], rank) for n, rank in rank_of.items()]
    sooner = {rank_of[m]: sum(1 << rank_of[n] for n in those) for m, those in earlier.items()}
    tracks = (tuple(event for event in events if event.body == body) for body in sorted(bodies))
    held = _held_to([event for event in events if event.body is None], sooner)
    return History(held, tuple(track for track in tracks if track), undone)


def _is_death(told: OneAct | Recognition) -> bool:
    return isinstance(told, OneAct) and told.act is Act.died


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


def _held_to(acts: Sequence[Event], sooner: Mapping[int, int]) -> Track:
    """The acts on the days that are left to them by those that must stand before and after them."""
    living = mask([act for act in acts if not act.death])
    if not sooner and living in (0, mask(acts)):
        return tuple(acts)
    earlier = [sooner.get(act.rank, 0) | (living if act.death else 0) for act in acts]
    ended = []
    for act, before_it in zip(acts, earlier, strict=True):
        following = [other for other, before_other in zip(acts, earlier, strict=True) if before_other & 1 << act.rank]
        last = min([act.last, *(other.last for other in following)])
        then = replace(act, last=last, best=min(act.best, last), earlier=before_it, later=mask(following))
        ended.append(then)
    return tuple(_begun(act, [other for other in ended if act.earlier & 1 << other.rank]) for act in ended)


def _begun(act: Event, earlier: Sequence[Event]) -> Event:
    if not earlier:
        return act
    first, best = max(other.first for other in earlier), max(other.best for other in earlier)
    return replace(act, first=max(act.first, first), best=max(act.best, best))


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
        if event.first < day or (event.first == day and event.rank <= rank):
            found |= 1 << event.rank
    return found & ~last.later


def after(following: Event | None, track: Track, since: int) -> int:
    """Who can stand no earlier than `following` put as early as it goes from the day `since`, itself included."""
    if following is None:
        return 0
    day, rank, found = max(following.first, since), following.rank, 0
    for event in track:
        if event.last > day or (event.last == day and event.rank >= rank):
            found |= 1 << event.rank
    return found & ~following.earlier


def neighbours(acts: Track, day: int) -> Iterator[tuple[Event | None, Event | None]]:
    """Each pair (last up to the end of the day, next after it) that some placement allows; None where there is none.

    The last is put as late as it goes and the next as early: that leaves the others the most room, so if one of them
    fits neither before the last nor after the next, it fits in no placement of this pair. What never comes before the
    last has to fit after the next, what never comes after the next has to fit before the last; of any other two in
    sequence the earlier fits wherever the later fits before, the later wherever the earlier fits after.
    """
    everyone = mask(acts)
    lasts = [None, *(act for act in acts if act.first <= day)]
    nexts = [(act, after(act, acts, day + 1)) for act in (None, *acts) if act is None or act.last > day]
    for last in lasts:
        earlier = before(last, acts, day)
        for following, later in nexts:
            if earlier | later == everyone and not (last and following and _never_after(following, last)):
                yield last, following


def _never_after(act: Event, other: Event) -> bool:
    """Whether the act is the other, or never comes after it."""
    return bool((other.earlier | 1 << other.rank) & 1 << act.rank)


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
