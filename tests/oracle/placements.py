"""Custody on a day by brute force, from the words of the design: all placements, and all days of an unseen change.

Days are whole numbers on a calendar small enough to walk. It shares no code with the kernel; the two read one table.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

NOTHING_SAID = "nothing said"


@dataclass(frozen=True)
class Said:
    """One report: what it finds and leaves ("in", "free", "nothing said"), in what state, between which days."""

    finds: str
    leaves: str
    state: str | None
    first: int | None
    last: int | None
    order: int
    death: bool = False


@dataclass(frozen=True)
class Stated:
    """One statement of a body: from some day between these on it recognises the person, or no longer does."""

    body: str
    withdrawn: bool
    first: int | None
    last: int | None
    order: int
    death: bool = False


Dated = Said | Stated
Placed = tuple[int, Said]
Story = list[Placed]


def possible_states(reports: Sequence[Said], day: int, stale_after: int | None = None) -> set[str]:
    """Every state ("free" or a custody state) in which some placement and some unseen change leave the person."""
    found = set()
    for story in placements(reports, stale_after):
        before, after = around(story, day)
        for change in unseen_changes(before, after):
            found.add(state_at_the_end_of(day, before, after, change))
        silent = len(story) > 0 and before == story[-1]
        if silent and stale_after is not None and day - before[0] > stale_after:
            found.add("free")
    return found


def beside(reports: Sequence[Said], day: int) -> set[int]:
    """The orders of those that in some placement are the last up to the day or the next after it."""
    told = saying(reports)
    return {each.order for story in placements(told) for _, each in around(story, day) if each in told}


def best_state(reports: Sequence[Said], day: int) -> str:
    """The state by convention: all on their latest day, unseen changes on theirs."""
    story = best_story(reports)
    before, after = around(story, day)
    return state_at_the_end_of(day, before, after, change=unseen_changes(before, after)[-1])


def possibly_recognised(statements: Sequence[Stated], day: int) -> set[bool]:
    """Whether any body recognises the person at the end of the day, in each placement of what they stated."""
    placements_of_all = product(*(days_of(stated, room=len(statements)) for stated in statements))
    return {recognised(list(zip(days, statements, strict=True)), day) for days in placements_of_all}


def best_recognised(statements: Sequence[Stated], day: int) -> bool:
    return recognised([(best_day(stated), stated) for stated in statements], day)


def recognised(placed: Sequence[tuple[int, Stated]], day: int) -> bool:
    by_body: dict[str, bool] = {}
    for on, stated in sorted(placed, key=lambda each: (each[0], each[1].order)):
        if on <= day:
            by_body[stated.body] = not stated.withdrawn
    return any(by_body.values())


def placements(reports: Sequence[Said], stale_after: int | None = None) -> Iterator[Story]:
    """Each way to put every report that says something on one of its days; after a death nothing but a death."""
    told = saying(reports)
    for days in product(*(days_of(report, len(told), (stale_after or -1) + 1) for report in told)):
        story = in_order(list(zip(days, told, strict=True)))
        if is_a_life(story):
            yield story


def is_a_life(story: Story) -> bool:
    return not any(earlier.death and not later.death for (_, earlier), (_, later) in pairwise(story))


CALENDAR = range(7)
"""The days that a bound can name; a day asked about lies within it too."""

BEGINNING = -20
END = 30


def saying(reports: Sequence[Said]) -> list[Said]:
    return [report for report in reports if report.leaves != NOTHING_SAID]


def days_of(report: Dated, room: int, longer_ago: int = 0) -> range:
    """An open end reaches past the calendar, with a day to spare for each of the reports."""
    first = CALENDAR.start - room - longer_ago if report.first is None else report.first
    last = CALENDAR.stop + room if report.last is None else report.last
    return range(first, last + 1)


def best_day(report: Dated) -> int:
    if report.last is not None:
        return report.last
    return END - 1 if report.first is None else report.first


def best_story(reports: Sequence[Said]) -> Story:
    """All on their best days, those before a death no later than it can be, and a death no earlier than they are."""
    told = saying(reports)
    ends = [report.last for report in told if report.death and report.last is not None]
    living = [(min([best_day(report), *ends]), report) for report in told if not report.death]
    since = [day for day, _ in living]
    return in_order([*living, *((max([best_day(r), *since]), r) for r in told if r.death)])


def in_order(story: Story) -> Story:
    return sorted(story, key=lambda placed: (placed[0], placed[1].death, placed[1].order))


def around(story: Story, day: int) -> tuple[Placed, Placed]:
    """The last report up to the day and the next: at first the person is free, in the end nothing is found."""
    born = Said(NOTHING_SAID, "free", None, None, None, 0)
    silence = Said(NOTHING_SAID, NOTHING_SAID, None, None, None, 0)
    whole = [(BEGINNING, born), *story, (END, silence)]
    return next((before, after) for before, after in pairwise(whole) if before[0] <= day < after[0])


def unseen_changes(before: Placed, after: Placed) -> range | list[None]:
    """The days on which the person may have changed sides unseen, between two reports of which no other lies."""
    if after[1].finds in (NOTHING_SAID, before[1].leaves):
        return [None]
    return range(before[0], after[0] + 1)


def state_at_the_end_of(day: int, before: Placed, after: Placed, change: int | None) -> str:
    """As the report before left the person, until the unseen change; from then on as the report after finds."""
    if change is None or day < change:
        return before[1].state or "free"
    return "unknown" if after[1].finds == "in" else "free"


def outcomes(states: Collection[str], counted: Collection[str]) -> set[bool]:
    """Whether a person in one of these states may count (True) and may not (False)."""
    answers = set()
    for state in states:
        if state in counted:
            answers.add(True)
        elif state == "unknown" and counted:
            answers |= {True, False}
        else:
            answers.add(False)
    return answers


def totals(people: Mapping[str, Sequence[Said]], counted: Collection[str], day: int) -> set[int]:
    """Every total that some combination of the people's possibilities gives."""
    return {sum(each) for each in product(*(outcomes(possible_states(r, day), counted) for r in people.values()))}
