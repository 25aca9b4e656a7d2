"""How far a commitment has come by a day: what was done in its window and after, by whose account, and what was undone.

Everything is counted from what one lens admits (`evidence`). One shape for all six questions: a verdict is made of it
alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from habeas.claims.bargain import Comparison

from .evidence import EVER, Count, Evidence, StatedNumber, added_up, again, apart_in_time, counted
from .terms import Acted, Crosses, NoLater, Window


class Reached(StrEnum):
    """Whether what is asked was reached: yes, no, unsure for want of an exact day or number, or told both ways."""

    yes = "yes"
    no = "no"
    unsure = "unsure"
    apart = "apart"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a commitment has come: what is needed, what was counted in its window and in all since it opened.

    `spoken`: something admitted speaks of it; `some`: part of it was done; `undone`: it was reached once and is no
    longer so. `prohibits`: what is asked is that nothing happen. `done` is how many are, where they are not counted as
    people. `stated` are the published numbers that were held against a threshold. `claims` are the evidence, `notes`
    what must be said beside it.
    """

    needed: int
    in_window: Reached
    by_now: Reached
    spoken: bool
    some: bool = False
    undone: bool = False
    undone_unsure: bool = False
    complete: bool = False
    prohibits: bool = False
    checkable: bool = True
    count: Count | None = None
    done: int | None = None
    stated: tuple[StatedNumber, ...] = ()
    claims: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=())


def acted(query: Acted, evidence: Evidence, window: Window, as_of: date) -> Progress:
    """How many with one of the acts, in the window and in all since it opened."""
    return _of_people(query.count, evidence, window, as_of)


def each(records: int | None, evidence: Evidence, window: Window, as_of: date) -> Progress:
    """How many of a list; `records` is how many people stand on it, None where the list is not here.

    Of a list only its people count: groups and numbers say nothing of who it was.
    """
    if not records:
        note = "that list is not on record" if records is None else "nobody is on that list"
        return Progress(0, Reached.no, Reached.no, spoken=False, checkable=False, notes=(note,))
    return _of_people(records, Evidence(evidence.people, complete=evidence.complete), window, as_of)


def no_later(query: NoLater, evidence: Evidence, window: Window, as_of: date) -> Progress:
    """Whether nobody had one of the acts in the window."""
    last = min(window.last or EVER, as_of)
    found = counted(evidence, window.first, last)
    sure = bool(found.low)
    broken = Reached.yes if sure else Reached.unsure if found.high != 0 else Reached.no
    kept = {Reached.yes: Reached.no, Reached.no: Reached.yes}.get(broken, Reached.unsure)
    return Progress(
        0, kept, kept, found.spoken, some=sure, complete=evidence.complete, prohibits=True, count=found,
        claims=found.claims,
    )  # fmt: skip


def crosses(query: Crosses, numbers: Sequence[StatedNumber], window: Window, as_of: date) -> Progress:
    """Whether a published number of a day or days in the window is on the asked side of the threshold."""
    ways = [_crossed(query, numbers, window.first, min(end, as_of)) for end in (window.last or EVER, EVER)]
    spoken = sorted(
        (one for one in numbers if one.within(window.first, as_of)), key=lambda one: (one.last or EVER, one.claim)
    )
    return Progress(
        1, ways[0], ways[1], bool(spoken), stated=tuple(spoken), claims=tuple(one.claim for one in spoken),
    )  # fmt: skip


def _of_people(needed: int, evidence: Evidence, window: Window, as_of: date) -> Progress:
    end = min(window.last or EVER, as_of)
    told = counted(evidence, window.first, end)
    reached = since = _reached(needed, told, evidence, window.first, end)
    if reached is not Reached.yes and (told.spoken or evidence.complete):  # of a silent window nobody knows it was late
        end, told = as_of, counted(evidence, window.first, as_of)
        since = _reached(needed, told, evidence, window.first, end)
    back = again(evidence, window.first, end, as_of)
    claims = (*told.claims, *(claim for one in back for claim in one))
    return Progress(
        needed,
        reached,
        since,
        told.spoken,
        some=told.low > 0,
        undone=since is Reached.yes and bool(back) and told.low - len(back) < needed,
        complete=evidence.complete,
        count=told,
        claims=tuple(dict.fromkeys(claims)),
    )


def _reached(needed: int, found: Count, evidence: Evidence, first: date | None, last: date) -> Reached:
    """Yes where people, groups or every number that is told say so; told both ways where numbers differ on it."""
    if _differ(needed, [one for one in evidence.numbers if one.within(first, last)]):
        return Reached.apart
    if found.low >= needed:
        return Reached.yes
    return Reached.unsure if found.high is None or found.high >= needed else Reached.no


def _differ(needed: int, numbers: Sequence[StatedNumber]) -> bool:
    """Whether a number excludes what is needed, and others, for the same days or days within them, reach it."""
    return any(
        added_up(other for other in numbers if other.within(one.first, one.last or EVER)) >= needed
        or any(other.least is not None and other.least >= needed for other in numbers if _of_same_days(one, other))
        for one in _widest(numbers)
        if one.most is not None and one.most < needed
    )


def _widest(numbers: Sequence[StatedNumber]) -> Sequence[StatedNumber]:
    """The numbers of the one stretch that the others lie in, or none where there are several."""
    told = apart_in_time(numbers)
    return told[0] if len(told) == 1 else ()


def _of_same_days(one: StatedNumber, other: StatedNumber) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _crossed(query: Crosses, numbers: Sequence[StatedNumber], first: date | None, last: date) -> Reached:
    threshold = Decimal(query.threshold)
    ways = [_side(query.comparison, threshold, one) for one in numbers if one.within(first, last)]
    if Reached.yes in ways:
        return Reached.yes
    return Reached.unsure if Reached.unsure in ways else Reached.no


def _side(comparison: Comparison, threshold: Decimal, one: StatedNumber) -> Reached:
    over = comparison is Comparison.at_least
    if one.about is not None:
        return Reached.unsure if (one.about >= threshold if over else one.about <= threshold) else Reached.no
    sure, may = (one.least, one.most) if over else (one.most, one.least)
    if sure is not None and (sure >= threshold if over else sure <= threshold):
        return Reached.yes
    if may is None and not over and threshold <= 0:
        return Reached.no  # "fewer than 1,200" may be far fewer; nobody says it of none
    if may is None or (may >= threshold if over else may <= threshold):
        return Reached.unsure
    return Reached.no
