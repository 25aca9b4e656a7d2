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


Placed = tuple[int, Said]
Story = list[Placed]


def possible_states(reports: Sequence[Said], day: int) -> set[str]:
    """Every state ("free" or a custody state) in which some placement and some unseen change leave the person."""
    found = set()
    for story in placements(reports):
        before, after = around(story, day)
        for change in unseen_changes(before, after):
            found.add(state_at_the_end_of(day, before, after, change))
    return found


def best_state(reports: Sequence[Said], day: int) -> str:
    """The state by convention: all on their latest day, unseen changes on theirs."""
    story = in_order([(best_day(report), report) for report in saying(reports)])
    before, after = around(story, day)
    return state_at_the_end_of(day, before, after, change=unseen_changes(before, after)[-1])


def placements(reports: Sequence[Said]) -> Iterator[Story]:
    """Each way to put every report that says something on one of its days."""
    told = saying(reports)
    for days in product(*(days_of(report, room=len(told)) for report in told)):
        yield in_order(list(zip(days, told, strict=True)))


CALENDAR = range(7)
"""The days that a bound can name; a day asked about lies within it too."""

BEGINNING = -20
END = 30


def saying(reports: Sequence[Said]) -> list[Said]:
    return [report for report in reports if report.leaves != NOTHING_SAID]


def days_of(report: Said, room: int) -> range:
    """An open end reaches past the calendar, with a day to spare for each of the reports."""
    first = CALENDAR.start - room if report.first is None else report.first
    last = CALENDAR.stop + room if report.last is None else report.last
    return range(first, last + 1)


def best_day(report: Said) -> int:
    if report.last is not None:
        return report.last
    return END - 1 if report.first is None else report.first


def in_order(story: Story) -> Story:
    return sorted(story, key=lambda placed: (placed[0], placed[1].order))


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
