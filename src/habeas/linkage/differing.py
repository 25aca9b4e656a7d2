"""Where two lists say other things of one person: days that cannot be one, and standings that cannot both be so.

An uncertain interval that contains the other's day is no conflict, and a list that is silent contradicts nobody.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from habeas.claims.act import ACTS, Act, Side

from .days import Fit, best_fit, fit, slip
from .evidence import BORN, SEX, sexes
from .listed import PLANNED_END, Day, Listed, Told
from .scope import Stands, stands

STANDING = "standing"
IN, OUT = frozenset((Stands.held, Stands.home)), frozenset((Stands.freed, Stands.dead))
Claims = tuple[str, ...]


class Sort(StrEnum):
    """Whether two lists contradict each other, or one tells what the other does not."""

    contradicts = "contradicts"
    silent = "one is silent"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Of what two lists say other things, what each says, of which sort it is, why it may be, and by which claims."""

    what: str
    one: str
    other: str
    sort: Sort = Sort.contradicts
    why: str = ""
    claims: Claims = ()


def conflicts(one: Listed, other: Listed, day: date) -> tuple[Conflict, ...]:
    """What two lists say of one person that cannot both be so; `day` is the earlier of the days of the lists."""
    return (*_births(one, other), *_sexes(one, other), *_acts(one, other), *_standing(one, other, day))


def _births(one: Listed, other: Listed) -> Iterator[Conflict]:
    found = best_fit(one.births, other.births)
    if found and found[0] not in (Fit.same, Fit.within):
        yield _of_days(BORN, found[1], found[2])


def _sexes(one: Listed, other: Listed) -> Iterator[Conflict]:
    if sexes(one) and sexes(other) and not sexes(one) & sexes(other):
        yield Conflict(SEX, ", ".join(sorted(one.sexes)), ", ".join(sorted(other.sexes)))


def _acts(one: Listed, other: Listed) -> Iterator[Conflict]:
    """Acts of one kind that both lists tell of: in turn where both tell of as many, else each against the nearest."""
    for kind in (*(act.value for act in Act), PLANNED_END):
        mine, theirs = one.told(kind), other.told(kind)
        if not mine or not theirs:
            continue
        if len(mine) == len(theirs):
            pairs: Iterable[tuple[Told, Told]] = zip(mine, theirs, strict=True)
        else:
            few, many = sorted((mine, theirs), key=len)
            nearest = [(each, _nearest(each, many)) for each in few]
            pairs = nearest if few is mine else [(told, each) for each, told in nearest]
        for first, second in pairs:
            if fit(first.day, second.day) not in (Fit.same, Fit.within):
                yield _of_days(kind, first.day, second.day, tuple(told.claim for told in (first, second) if told.claim))


def _nearest(one: Told, many: Iterable[Told]) -> Told:
    return min(many, key=lambda other: _far(one.day, other.day))


def _far(one: Day, other: Day) -> tuple[int, int]:
    order = list(Fit).index(fit(one, other))
    ends = (one.earliest or date.min).toordinal() - (other.earliest or date.min).toordinal()
    return order, abs(ends)


def _of_days(what: str, one: Day, other: Day, claims: Claims = ()) -> Conflict:
    return Conflict(what, one.text, other.text, why=slip(one, other), claims=claims)


def _standing(one: Listed, other: Listed, day: date) -> Iterator[Conflict]:
    """Held by one list and out by the other on a day that both had seen.

    Where the one that holds them tells after the day of their leaving of nothing, or of another arrest, the two do not
    contradict each other: one of them is silent.
    """
    mine, theirs = stands(one, day), stands(other, day)
    if (mine in IN and theirs in OUT) or (mine in OUT and theirs in IN):
        holding, leaving = (one, other) if mine in IN else (other, one)
        last = _last(leaving, day)
        after = [act for act in _moves(holding, day) if act.day.earliest and last and act.day.earliest > last]
        against = bool(after) and ACTS[Act(after[0].what)].finds is Side.in_
        claims = tuple(act.claim for act in (*_moves(one, day)[-1:], *_moves(other, day)[-1:]) if act.claim)
        yield Conflict(STANDING, mine.value, theirs.value, Sort.contradicts if against else Sort.silent, claims=claims)


def _moves(one: Listed, day: date) -> list[Told]:
    acts = [act for act in one.acts if act.what != PLANNED_END and (act.day.earliest or date.min) <= day]
    return sorted(acts, key=lambda act: (act.day.latest or date.max, act.day.earliest or date.min))


def _last(one: Listed, day: date) -> date | None:
    moves = _moves(one, day)
    return moves[-1].day.latest if moves else None
