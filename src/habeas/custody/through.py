"""Every way through a window of days, one history at a time.

A history has three parts: what was before the window, of which only the last event of each track matters; what lies in
it, in some order; what comes after, of which only the next act matters. Events that can lie in the window are put
there one by one, each as early as the order so far allows, which leaves those to come the most room; so how long an
interval is makes no difference. What is left out of the window must fit before or after it, as in `neighbours`.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from habeas.claims.act import CustodyState, Side

from .history import Event, History, after, before, earliest_end, mask
from .population import Population


@dataclass(frozen=True, slots=True)
class Passage:
    """One way through a window: counted at the end of the day before it, at the end of its last day, and how often
    the person came to count and ceased to in between."""

    at_start: bool
    entries: int
    exits: int
    at_end: bool


class TooManyError(ValueError):
    """More situations than were allowed."""


class _Situation(NamedTuple):
    """Where the person is at some moment: what has been put in the window, and how the person came through so far.

    `awaited`: after an unseen change, the side that the next act must find; "nothing said" where no act may follow.
    `sign` is the day of the last act, where a rule asks how long ago that was.
    """

    placed: int
    side: Side
    counted: bool
    awaited: Side | None
    recognising: int
    sign: int
    at_start: bool
    entries: int
    exits: int


_Place = tuple[int, int]  # a day, and the rank on it


class _Start(NamedTuple):
    """The last event of one track before the window (None: none), all that can stand before it, its earliest day."""

    last: Event | None
    before: int
    sign: int


class Through:
    """Goes through histories for one window and population; gathers what is possible and what it rests on."""

    def __init__(self, since: int, until: int, population: Population, most: int) -> None:
        self.since, self.until, self.population, self.most = since, until, population, most
        self.possible: set[Passage] = set()
        self.resting_on: set[Event] = set()

    def go(self, history: History) -> None:
        """Add every passage that this history allows; raises TooManyError."""
        events = history.events
        self.resting_on.update(e for e in events if e.first <= self.until and e.last >= self.since)
        tracks = (history.acts, *history.bodies)
        for starts in product(*(list(self._starts(track)) for track in tracks)):
            _Run(self, history, starts).go()

    def _starts(self, track: tuple[Event, ...]) -> Iterator[_Start]:
        certain = mask([event for event in track if event.last < self.since])
        for last in (None, *(event for event in track if event.first < self.since)):
            earlier = before(last, track, self.since - 1)
            if not certain & ~earlier:
                yield _Start(last, earlier, earliest_end(last, track) if last else 0)


class _Run:
    """One history from one start: `open` are the situations still to be carried on, each at its earliest place."""

    def __init__(self, through: Through, history: History, starts: tuple[_Start, ...]) -> None:
        self.through, self.history, self.starts = through, history, starts
        self.population, self.until = through.population, through.until
        last, self.acts_before, self.sign = starts[0]
        self.started = mask([last]) if last else 0
        self.later_than = [(1 << act.rank, act.later) for act in history.acts if act.later]
        self.dead = bool(last and last.death)
        self.deaths = mask([act for act in history.acts if act.death])
        self.all_acts = mask(history.acts)
        self.all_statements = mask([event for track in history.bodies for event in track])
        self.bit_of = {track[0].body: 1 << n for n, track in enumerate(history.bodies)}
        started = {start.last.rank for start in starts if start.last}
        self.within = [
            e for e in history.events
            if e.first <= self.until and e.last >= through.since and e.rank not in started
        ]  # fmt: skip
        self.nexts = [
            (act, after(act, history.acts, self.until + 1))
            for act in history.acts
            if act.last > self.until and act.rank not in started and not act.later & self.started
        ]
        self.statements_aside = mask([e for t in history.bodies for e in t if e.last > self.until])
        for start in starts[1:]:
            self.statements_aside |= start.before
        self.due = [
            e for e in self.within
            if e.last <= self.until and not (1 << e.rank) & (self.acts_before | self.statements_aside)
        ]  # fmt: skip
        self.best_place: dict[_Situation, _Place] = {}
        self.open: deque[_Situation] = deque()

    def go(self) -> None:
        for situation in self._first():
            self._reach(situation, (self.through.since, -1))
        while self.open:
            situation = self.open.popleft()
            place = self.best_place[situation]
            self._finish(situation)
            self._act_or_state(situation, place)
            self._change_unseen(situation)
            self._go_unseen_at_last(situation, place)

    def _reach(self, situation: _Situation, place: _Place) -> None:
        known = self.best_place.get(situation)
        if known is not None and known <= place:
            return
        if known is None:
            self.through.most -= 1
            if self.through.most < 0:
                raise TooManyError("more ways through the window than can be gone through")
        self.best_place[situation] = place
        self.open.append(situation)

    # Before the window.

    def _first(self) -> Iterator[_Situation]:
        last = self.starts[0].last
        recognising = 0
        for start in self.starts[1:]:
            if start.last and not start.last.withdrawn:
                recognising |= self.bit_of[start.last.body]
        side, state = (last.leaves, last.state) if last else (Side.free, None)
        sign = self.sign if self.population.stale_after is not None else 0
        sides = [(side, state, None), *self._changed(side)]
        if side is Side.in_ and self._stale_from(sign) < self.through.since:
            sides.append((Side.free, None, Side.nothing))
        for now, in_state, awaited in sides:
            for counted in self.population.counts(in_state):
                at_start = self._counts(counted, recognising)
                yield _Situation(0, now, counted, awaited, recognising, sign, at_start, 0, 0)

    def _changed(self, side: Side) -> list[tuple[Side, CustodyState | None, Side | None]]:
        """What an unseen change makes of this side; not after a death."""
        if side is Side.in_:
            return [(Side.free, None, Side.free)]
        return [] if self.dead else [(Side.in_, CustodyState.unknown, Side.in_)]

    def _counts(self, counted: bool, recognising: int) -> bool:
        return counted and (not self.population.recognised_by or recognising > 0)

    def _stale_from(self, sign: int) -> int:
        """The first day on which the last sign is too long ago."""
        stale_after = self.population.stale_after
        return self.until + 1 if stale_after is None else sign + stale_after + 1

    # In the window.

    def _act_or_state(self, now: _Situation, place: _Place) -> None:
        """Put one more event into the window."""
        for event in self.within:
            bit = 1 << event.rank
            if now.placed & bit:
                continue
            day = max(event.first, place[0] if event.rank > place[1] else place[0] + 1)
            if day > min(event.last, self.until) or self._too_late(now.placed | bit, (day, event.rank)):
                continue
            if event.body is not None:
                recognising = now.recognising & ~self.bit_of[event.body]
                recognising |= 0 if event.withdrawn else self.bit_of[event.body]
                self._move(now._replace(placed=now.placed | bit, recognising=recognising), now, (day, event.rank))
            elif self._is_its_turn(now, event) and self._may_follow(now, event):
                sign = day if self.population.stale_after is not None else 0
                for counted in self.population.counts(event.state):
                    then = now._replace(
                        placed=now.placed | bit, side=event.leaves, counted=counted, awaited=None, sign=sign
                    )
                    self._move(then, now, (day, event.rank))

    def _too_late(self, placed: int, place: _Place) -> bool:
        """Whether some event that belongs into the window can no longer be put there."""
        return any((e.last, e.rank) < place and not placed & 1 << e.rank for e in self.due)

    def _is_its_turn(self, now: _Situation, act: Event) -> bool:
        """Whether all that never comes after this act is before it here, and nothing that never comes before it."""
        if act.later & (now.placed | self.started):
            return False
        return not act.earlier & ~(now.placed | self._left_before(now))

    def _left_before(self, now: _Situation) -> int:
        """What can stand before the window: nothing that never comes before what has been put into it."""
        left = self.acts_before
        for bit, later in self.later_than:
            if now.placed & bit:
                left &= ~later
        return left

    def _may_follow(self, now: _Situation, act: Event) -> bool:
        if now.awaited is not None:
            return act.finds is now.awaited and now.awaited is not Side.nothing
        return act.finds in (Side.nothing, now.side)

    def _died(self, now: _Situation) -> bool:
        return self.dead or bool(now.placed & self.deaths)

    def _change_unseen(self, now: _Situation) -> None:
        if now.awaited is not None or self._died(now):
            return
        for side, state, awaited in self._changed(now.side):
            for counted in self.population.counts(state):
                then = now._replace(side=side, counted=counted, awaited=awaited)
                self._move(then, now, self.best_place[now])

    def _go_unseen_at_last(self, now: _Situation, place: _Place) -> None:
        """Past `stale_after` the person may have gone, and no report says so."""
        day = max(place[0], self._stale_from(now.sign))
        if now.awaited is None and now.side is Side.in_ and day <= self.until:
            then = now._replace(side=Side.free, counted=False, awaited=Side.nothing)
            self._move(then, now, (day, place[1] if day == place[0] else -1))

    def _move(self, then: _Situation, now: _Situation, place: _Place) -> None:
        was = self._counts(now.counted, now.recognising)
        will_be = self._counts(then.counted, then.recognising)
        if was != will_be:
            then = then._replace(entries=then.entries + will_be, exits=then.exits + was)
        self._reach(then, place)

    # After the window.

    def _finish(self, now: _Situation) -> None:
        """If everything that is not in the window fits before or after it, this is a passage."""
        if self.all_statements & ~(now.placed | self.statements_aside):
            return
        acts_left = self.all_acts & ~(now.placed | self._left_before(now))
        for following, later in [(None, 0), *self.nexts]:
            if acts_left & ~later or (following and not self._may_come_next(now, following)):
                continue
            if following is None and now.awaited in (Side.in_, Side.free):
                continue
            at_end = self._counts(now.counted, now.recognising)
            self.through.possible.add(Passage(now.at_start, now.entries, now.exits, at_end))
            self.through.resting_on.update(start.last for start in self.starts if start.last)
            if following:
                self.through.resting_on.add(following)

    def _may_come_next(self, now: _Situation, act: Event) -> bool:
        """Whether this act can be the next after the window; an unseen change may still lie between, if none did."""
        if now.placed & (act.later | 1 << act.rank):
            return False
        return now.awaited is None or (act.finds is now.awaited and now.awaited is not Side.nothing)
