"""Custody on a day by brute force, from the words of the design: all placements, and all days of an unseen change.

Days are whole numbers on a calendar small enough to walk. It shares no code with the kernel; the two read one table.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, permutations, product

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
    claims: frozenset[str] = frozenset()
    never_before: frozenset[str] = frozenset()  # claims of acts that come before it, as far as that can be


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
    held, turn = held_sequences(told), turn_of_one_day(told)
    for days in product(*(days_of(report, len(told), (stale_after or -1) + 1) for report in told)):
        story = sorted(zip(days, told, strict=True), key=lambda placed: (placed[0], turn[id(placed[1])]))
        if is_a_life(story) and in_sequence(story, held):
            yield story


def is_a_life(story: Sequence[tuple[int, object]]) -> bool:
    lived = [said for _, said in story if isinstance(said, Said)]
    return not any(earlier.death and not later.death for earlier, later in pairwise(lived))


# Sequences. Acts are told apart by being this object, since two may say the same.

Pair = tuple[Said, Said]


def in_sequence(story: Sequence[tuple[int, object]], held: Sequence[Pair]) -> bool:
    place = {id(said): n for n, (_, said) in enumerate(story)}
    return all(place[id(earlier)] < place[id(later)] for earlier, later in held)


def held_sequences(told: Sequence[Dated]) -> list[Pair]:
    """The sequences that have an effect: of those that hang together all, if some days allow them all, else none."""
    pairs, room = told_sequences(told)
    return [pair for pair in pairs if can_all_be(hanging_together(pair, pairs), room)]


def undone_with(told: Sequence[Dated], order: int) -> set[int]:
    """The orders of those with which the act of this order hangs together in sequences that cannot all be, if any.

    Without one of them the others could be a sequence again: so what rests on one of them rests on them all.
    """
    pairs, room = told_sequences(told)
    groups = (hanging_together(pair, pairs) for pair in pairs if order in {act.order for act in pair})
    return {act.order for group in groups if not can_all_be(group, room) for pair in group for act in pair}


def told_sequences(told: Sequence[Dated]) -> tuple[list[Pair], int]:
    """Each pair that is told as a sequence and may be one by itself, and how many acts can stand beside each other."""
    acts = [each for each in saying_of(told) if each.claims]
    pairs = [
        (one, other)
        for one, other in product(acts, acts)
        if one is not other and one.claims & other.never_before and one.death == other.death
        and any(a <= b for a, b in product(days_of(one, len(acts)), days_of(other, len(acts))))
    ]  # fmt: skip
    return pairs, len(acts)


def hanging_together(pair: Pair, pairs: Sequence[Pair]) -> list[Pair]:
    found = {id(act) for act in pair}
    for _ in pairs:
        found |= {id(act) for each in pairs if {id(a) for a in each} & found for act in each}
    return [each for each in pairs if id(each[0]) in found]


def can_all_be(pairs: Sequence[Pair], room: int) -> bool:
    acts = list({id(act): act for pair in pairs for act in pair}.values())
    lines = [{id(act): n for n, act in enumerate(line)} for line in permutations(acts)]
    if not any(all(line[id(a)] < line[id(b)] for a, b in pairs) for line in lines):
        return False
    for days in product(*(days_of(act, room) for act in acts)):
        on = {id(act): day for act, day in zip(acts, days, strict=True)}
        if all(on[id(a)] <= on[id(b)] for a, b in pairs):
            return True
    return False


def turn_of_one_day(told: Sequence[Dated]) -> dict[int, int]:
    """The place of each in the order of one day: by order, but none before one that it follows and may meet."""
    held = held_sequences(told)
    waits = {(id(a), id(b)) for a, b in held}
    for _ in told:
        waits |= {(a, d) for (a, b), (c, d) in product(waits, waits) if b == c}
    by_id = {id(each): each for each in told}
    meeting = {(a, b) for a, b in waits if set(days_of(by_id[a], 9)) & set(days_of(by_id[b], 9))}
    left = sorted(told, key=lambda each: (each.death, each.order))
    turn: dict[int, int] = {}
    while left:
        ready = [each for each in left if not any((id(other), id(each)) in meeting for other in left)]
        turn[id(ready[0])] = len(turn)
        left = [each for each in left if each is not ready[0]]
    return turn


def saying_of(told: Sequence[Dated]) -> list[Said]:
    return saying([each for each in told if isinstance(each, Said)])


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
    before_death = [(min([best_day(r), *([] if r.death else ends)]), r) for r in told]
    living = since_their_earlier(until_their_later(before_death))
    since = [day for day, r in living if not r.death]
    return in_order([(max([day, *since]) if r.death else day, r) for day, r in living])


def until_their_later(placed: Story) -> Story:
    """Each no later than the last day of one that it comes before."""
    days = {id(r): day for day, r in placed}
    ends = {id(r): END if r.last is None else r.last for _, r in placed}
    for _ in placed:
        for earlier, later in held_sequences([r for _, r in placed]):
            ends[id(earlier)] = min(ends[id(earlier)], ends[id(later)])
            days[id(earlier)] = min(days[id(earlier)], ends[id(earlier)])
    return [(days[id(r)], r) for _, r in placed]


def since_their_earlier(placed: Story) -> Story:
    """Each no earlier than one that it follows."""
    days = {id(r): day for day, r in placed}
    for _ in placed:
        for earlier, later in held_sequences([r for _, r in placed]):
            days[id(later)] = max(days[id(later)], days[id(earlier)])
    return [(days[id(r)], r) for _, r in placed]


def in_order(story: Story) -> Story:
    turn = turn_of_one_day([said for _, said in story])
    return sorted(story, key=lambda placed: (placed[0], turn[id(placed[1])]))


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
