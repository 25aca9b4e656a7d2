"""Checks of arithmetic: which published numbers must add up, and whether they do.

Found by row, days, part and whole, never by reading words. A part may have two numbers: each is tried. What fails is
told with the size of the gap and what could explain it; nothing is mended.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, islice, pairwise, product

from habeas.claims.vocabulary import Door

from .check import Check, Explanation, Identity, Outcome, checked, missed, told
from .number import Bounds, Number, added, apart
from .rounds import covers, most

MOST_CHOICES, MONTH = 64, 31
DAY = timedelta(days=1)


def checks(numbers: Iterable[Number]) -> list[Check]:
    """Every check that these numbers allow, by the first day that the total speaks of."""
    every = sorted(numbers, key=lambda one: (one.first, one.last))
    found = [*_former(every), *_recognised(every), *_door(every), *_parts(every), *_rounds(every), *_one_figure(every)]
    return sorted(found, key=lambda one: (one.total.first, one.total.last))


def _former(every: Sequence[Number]) -> Iterator[Check]:
    """Ever recognised, less those who are former prisoners, are those held."""
    by_day: dict[tuple[str, date], dict[Door, list[Number]]] = defaultdict(lambda: defaultdict(list))
    for one in every:
        if one.day and one.door and not one.part_of:
            by_day[one.body, one.day][one.door].append(one)
    for rows in by_day.values():
        for ever, former, held in product(*(_each_once(rows[row]) for row in (Door.ever, Door.former, Door.held))):
            yield checked(Identity.former, (ever,), (former,), held)


def _recognised(every: Sequence[Number]) -> Iterator[Check]:
    """Ever recognised, and those newly recognised since, are ever recognised later."""
    for some in _by_body(every).values():
        flows = [one for one in some if one.door is Door.recognised and not one.stock]
        for before, after in _in_days(some, Door.ever):
            new = most(flows, before.last + DAY, after.first)
            if new:
                whole = covers(new, before.last + DAY, after.first)
                yield checked(Identity.recognised, (before, *new), (), after, partly=not whole)


def _door(every: Sequence[Number]) -> Iterator[Check]:
    """Held, and those who came in since, less those who went out, are held later."""
    for some in _by_body(every).values():
        for before, after in _in_days(some, Door.held):
            days = before.last + DAY, after.first
            came, came_bounds = entries(some, *days)
            went, went_bounds = exits(some, *days)
            if came and went and came_bounds and went_bounds:
                yield _passed(before, came, came_bounds, went, went_bounds, after)


def entries(some: Sequence[Number], first: date, last: date) -> tuple[tuple[Number, ...], Bounds | None]:
    """Who came in by the numbers of one body: recognised in custody; of those recognised at most all; else detained.

    None where nothing is published.
    """
    for door in (Door.recognised_held, Door.recognised, Door.detained):
        found = most((one for one in some if one.door is door and not one.stock), first, last)
        if found:
            total = added(one.bounds for one in found)
            high = total.high if covers(found, first, last) else None
            return found, Bounds(0 if door is Door.recognised else total.low, high)
    return (), None


def exits(some: Sequence[Number], first: date, last: date) -> tuple[tuple[Number, ...], Bounds | None]:
    """Who went out by the numbers of one body: on all grounds; else at least those of the grounds that it gives."""
    found = most((one for one in some if one.door is Door.freed and not one.part_of), first, last)
    if found:
        total = added(one.bounds for one in found)
        return found, Bounds(total.low, total.high if covers(found, first, last) else None)
    grounds = [
        one
        for door in (Door.pardoned, Door.term_served, Door.died)
        for one in most((each for each in some if each.door is door), first, last)
    ]
    return tuple(grounds), Bounds(sum(one.low for one in grounds), None) if grounds else None


def _passed(
    before: Number, came: tuple[Number, ...], inside: Bounds, went: tuple[Number, ...], out: Bounds, after: Number
) -> Check:
    gap = after.printed - before.printed - sum(one.printed for one in came) + sum(one.printed for one in went)
    low = None if out.high is None else before.low + inside.low - out.high
    high = None if before.high is None or inside.high is None else before.high + inside.high - out.low
    least = missed(low, high, after)
    exact = inside.exact is not None and out.exact is not None
    outcome = Outcome.off if least else Outcome.holds if exact and not gap else Outcome.can_hold
    check = Check(Identity.door, (before, *came), went, after, outcome, gap, least)
    return told(check)


def _parts(every: Sequence[Number]) -> Iterator[Check]:
    """Parts of one whole, of the same days and people: split by something, they come to it; else none is more."""
    wholes: dict[tuple[object, ...], list[Number]] = defaultdict(list)
    for one in every:
        if not one.part_of:
            wholes[_of(one, one.subject)].append(one)
    splits: dict[tuple[object, ...], list[Number]] = defaultdict(list)
    for one in every:
        if one.part_of:
            splits[(*_of(one, one.part_of), one.split)].append(one)
    for key, parts in splits.items():
        bodies = {one.body for one in parts}
        own = [one for one in wholes[key[:-1]] if one.body in bodies]
        totals = _each_once(own or wholes[key[:-1]])
        by_subject: dict[str, list[Number]] = defaultdict(list)
        for one in parts:
            by_subject[one.subject].append(one)
        for total in totals:
            if key[-1] and len(by_subject) > 1:
                for choice in islice(product(*map(_each_once, by_subject.values())), MOST_CHOICES):
                    yield checked(Identity.parts, choice, (), total)
            else:
                for part in parts:
                    yield _within(part, total)


def _within(part: Number, total: Number) -> Check:
    least = apart(Bounds(part.low, None), Bounds(0, total.high))
    outcome = Outcome.off if least else Outcome.holds if part.printed <= total.printed else Outcome.can_hold
    check = Check(Identity.within, (part,), (), total, outcome, total.printed - part.printed, least)
    return told(check)


def _rounds(every: Sequence[Number]) -> Iterator[Check]:
    """Those freed in shorter times are among those freed in the whole time."""
    of_grace = [one for one in every if one.door is Door.pardoned and not one.stock]
    freed = [one for one in every if one.door in (Door.pardoned, Door.freed) and not one.stock]
    for total in freed:
        if total.days > 1:
            pieces = of_grace if total.door is Door.pardoned else freed
            inside = [one for one in pieces if one.days < total.days and _is_round(one, total)]
            found = most(inside, total.first, total.last)
            if found:
                yield _cut(checked(Identity.rounds, found, (), total, partly=True), inside)


def _is_round(one: Number, total: Number) -> bool:
    """Whether a number can be a step of a longer time: another body’s only where it is of a month at most."""
    return one.body == total.body or one.days <= MONTH


def _cut(check: Check, inside: Sequence[Number]) -> Check:
    """A sum of rounds that is too high, tried again without its last day, then without its first."""
    total = check.total
    if check.outcome is not Outcome.off:
        return check
    for first, last in ((total.first, total.last - DAY), (total.first + DAY, total.last)):
        short = most(inside, first, last)
        if short and sum(one.printed for one in short) == total.printed:
            left_out = tuple(one for one in check.plus if one not in short)
            return replace(told(check, Explanation.cut_off), left_out=left_out)
    return check


def _one_figure(every: Sequence[Number]) -> Iterator[Check]:
    """Two numbers of one thing for the same days are one number; of two places they are of two things."""
    alike: dict[tuple[object, ...], list[Number]] = defaultdict(list)
    for one in every:
        thing = one.door or one.subject
        part = "" if one.door else one.part_of
        subject = one.subject if one.split else ""
        alike[thing, part, subject, one.population, one.stock, one.first, one.last].append(one)
    moved = [one for one in every if not one.stock and one.door]
    for some in alike.values():
        here = {(one.place, one.printed, one.bounds): one for one in reversed(some)}
        for one, other in combinations(reversed(here.values()), 2):
            least = apart(one.bounds, other.bounds)
            if least and (one.place == other.place or not (one.place and other.place)):
                check = Check(Identity.one_figure, (one,), (), other, Outcome.off, other.printed - one.printed, least)
                day_moved = any(each.first <= one.last and one.first <= each.last for each in moved)
                cut = (Explanation.cut_off,) if one.stock and day_moved else ()
                rough = (Explanation.rough_day,) if one.stock and one.days > 1 else ()
                yield told(check, *cut, *rough)


def _of(one: Number, subject: str) -> tuple[object, ...]:
    """A subject of these people in these days."""
    return subject, one.population, one.stock, one.first, one.last


def _by_body(every: Sequence[Number]) -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = defaultdict(list)
    for one in every:
        if one.body and not one.split:
            found[one.body].append(one)
    return found


def _in_days(some: Sequence[Number], door: Door) -> Iterator[tuple[Number, Number]]:
    """Each number of a row on a day with each of the next day that has one."""
    by_day: dict[date, list[Number]] = defaultdict(list)
    for one in some:
        if one.door is door and one.day and not one.part_of:
            by_day[one.day].append(one)
    for before, after in pairwise(sorted(by_day)):
        yield from product(_each_once(by_day[before]), _each_once(by_day[after]))


def _each_once(some: Iterable[Number]) -> list[Number]:
    """Of several who say the same number, the first."""
    return list({(one.printed, one.bounds): one for one in reversed(list(some))}.values())[::-1]
