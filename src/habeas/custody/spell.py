"""Stretches of custody for listing and drawing, by best's choice among alternatives and best's order of the acts.

Nothing here is a bound: the days of a spell's ends are those of the acts that make them, and what other choices or
orders would make of the same claims is left to `standing` and `passage`. A report that finds the person on the other
side than the last one left makes an end that was not seen, some day between the two.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from habeas.claims.act import Act, CustodyState, Side

from .alternatives import best_choice
from .history import AFTER_ALL_DAYS, BEFORE_ALL_DAYS, Event, by_best_day, history
from .report import Account

Interval = tuple[date | None, date | None]  # None: open


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a spell in one custody state; `claims` say that the person was in it."""

    state: CustodyState
    start: Interval
    end: Interval | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of custody between two ends, each some day of an interval; `end` None: no act seen since.

    An end was seen where an act made it. One that was not seen is known from the next report alone. `stretches` are the
    custody states inside, in turn; `claims` are all that make the spell, its ends included.
    """

    start: Interval
    end: Interval | None
    seen_start: bool
    seen_end: bool
    stretches: tuple[Stretch, ...]
    claims: tuple[str, ...]


def spells(account: Account) -> tuple[Spell, ...]:
    """The spells of the person, the first one first."""
    told = _Telling()
    for act in sorted(history(best_choice(account), sequences=account.sequences).acts, key=by_best_day):
        told.add(act)
    return tuple(told.done if told.now is None else [*told.done, told.now])


@dataclass(slots=True)
class _Telling:
    """The spells so far, and the one that the person is in now, if any."""

    done: list[Spell] = field(default_factory=list)
    now: Spell | None = None
    last: Event | None = None

    def add(self, act: Event) -> None:
        self._unseen_change(act)
        if act.leaves is Side.free:
            self._close(_days(act), act, seen=True)
        elif self.now is None:
            self._open(_days(act), act, _state(act), seen=True)
        else:
            self.now = _gone_on(self.now, act)
        self.last = act

    def _unseen_change(self, act: Event) -> None:
        between = (_days(self.last)[0] if self.last else None, _days(act)[1])
        if act.finds is Side.in_ and self.now is None:
            # Who is seen in a state is taken to have been in it; who is moved or let out was in some other, not said.
            self._open(between, act, _state(act) if act.act is Act.held else CustodyState.unknown, seen=False)
        elif act.finds is Side.free:
            self._close(between, act, seen=False)

    def _open(self, start: Interval, act: Event, state: CustodyState, *, seen: bool) -> None:
        self.now = Spell(start, None, seen, False, (Stretch(state, start, None, act.claims),), act.claims)

    def _close(self, end: Interval, act: Event, *, seen: bool) -> None:
        if self.now is None:
            return
        *stretches, last = self.now.stretches
        ended = (*stretches, replace(last, end=end))
        self.done.append(replace(self.now, end=end, seen_end=seen, stretches=ended, claims=_with(self.now.claims, act)))
        self.now = None


def _gone_on(spell: Spell, act: Event) -> Spell:
    """The spell with an act inside it; one that does not say the state leaves the person in the same."""
    *stretches, last = spell.stretches
    if act.state in (CustodyState.unknown, last.state):
        inside = (*stretches, replace(last, claims=_with(last.claims, act)))
    else:
        changed = Stretch(_state(act), _days(act), None, act.claims)
        inside = (*stretches, replace(last, end=changed.start), changed)
    return replace(spell, stretches=inside, claims=_with(spell.claims, act))


def _with(claims: tuple[str, ...], act: Event) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*claims, *act.claims)))


def _state(act: Event) -> CustodyState:
    return act.state or CustodyState.unknown


def _days(act: Event) -> Interval:
    first = None if act.first == BEFORE_ALL_DAYS else date.fromordinal(act.first)
    return first, None if act.last == AFTER_ALL_DAYS else date.fromordinal(act.last)
