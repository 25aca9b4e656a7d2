"""How a person passed through a window of days, by walking every history of a small calendar. Shares no code.

A history puts every act and statement on a day and every unseen change at a moment; a moment is a day and a place in
the order of what is told.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from tests.oracle.placements import (
    CALENDAR,
    NOTHING_SAID,
    Said,
    Stated,
    best_day,
    best_story,
    days_of,
    held_sequences,
    in_sequence,
    is_a_life,
    saying,
    turn_of_one_day,
)

BEGINNING, END = CALENDAR.start - 8, CALENDAR.stop + 8  # beyond every day that an open end reaches

Walk = tuple[bool, int, int, bool]  # counted before the window, entries, exits, counted after it


@dataclass(frozen=True)
class Change:
    """An unseen change of sides: from then on the person is as the next report finds, or gone."""

    state: str | None


Told = Said | Stated | Change
Moments = list[tuple[int, Told]]


@dataclass(frozen=True)
class Asked:
    counted: frozenset[str]
    bodies: frozenset[str] = frozenset()
    stale_after: int | None = None


def walks(acts: Sequence[Said], stated: Sequence[Stated], window: tuple[int, int], asked: Asked) -> set[Walk]:
    """Every walk through the window, both days included, that some history allows."""
    return {
        walk(valued, window)
        for story in stories(acts, stated, asked)
        for moments in with_unseen_changes(story, asked.stale_after)
        for valued in values(moments, asked)
    }


def best_walk(acts: Sequence[Said], stated: Sequence[Stated], window: tuple[int, int], asked: Asked) -> Walk:
    placed: Moments = [*best_story(acts)]
    placed += [(best_day(s), s) for s in stated if s.body in asked.bodies]
    turn = turn_of_one_day([each for _, each in placed if not isinstance(each, Change)])
    story = sorted(placed, key=lambda each: (each[0], turn[id(each[1])]))
    moments: Moments = []
    side = "free"
    for day, told in story:
        if isinstance(told, Said):
            if told.finds not in (NOTHING_SAID, side):
                moments.append((day, Change("unknown" if told.finds == "in" else None)))
            side = told.leaves
        moments.append((day, told))
    return walk(valued([told for _, told in moments], [day for day, _ in moments], asked, unknown=False), window)


def stories(acts: Sequence[Said], stated: Sequence[Stated], asked: Asked) -> Iterator[Moments]:
    told: list[Said | Stated] = [*saying(acts), *(each for each in stated if each.body in asked.bodies)]
    turn, held = turn_of_one_day(told), held_sequences(told)
    longer_ago = 0 if asked.stale_after is None else asked.stale_after + 1
    for days in product(*(days_of(each, len(told), longer_ago) for each in told)):
        story = sorted(zip(days, told, strict=True), key=lambda each: (each[0], turn[id(each[1])]))
        if is_a_life(story) and in_sequence(story, held):
            yield [*story]


def with_unseen_changes(story: Moments, stale_after: int | None) -> Iterator[Moments]:
    """The story with a change at every possible moment of each stretch that asks for one."""
    acts = [n for n, (_, told) in enumerate(story) if isinstance(told, Said)]
    demanded: list[list[tuple[int, int, str | None] | None]] = []
    side, last = "free", -1
    for n in acts:
        act = story[n][1]
        assert isinstance(act, Said)
        if act.finds not in (NOTHING_SAID, side):
            demanded.append(list(moments_between(story, last, n, "unknown" if act.finds == "in" else None)))
        side, last = act.leaves, n
    if side == "in" and stale_after is not None:
        since = story[last][0] + stale_after + 1
        late = moments_between([*story, (END, Change(None))], last, len(story), None)
        demanded.append([None, *(each for each in late if each[1] >= since)])
    for changes in product(*demanded):
        moments = []
        for n in range(-1, len(story)):
            moments += [story[n]] if n >= 0 else []
            moments += [(day, Change(state)) for each in changes if each for at, day, state in [each] if at == n]
        yield moments


def moments_between(
    story: Moments, last: int, following: int, state: str | None
) -> Iterator[tuple[int, int, str | None]]:
    """After which place in the story, and on which day, a change can have been between these two."""
    for n in range(last, following):
        since = story[n][0] if n >= 0 else min(BEGINNING, story[0][0])
        for day in range(since, story[n + 1][0] + 1):
            yield n, day, state


def values(moments: Moments, asked: Asked) -> Iterator[list[tuple[int, bool]]]:
    """Whether the person counts after each moment; an unknown state that is not counted may be one that is."""
    told = [each for _, each in moments]
    days = [day for day, _ in moments]
    doubtful = [
        n for n, each in enumerate(told) if in_unknown(each) and "unknown" not in asked.counted and asked.counted
    ]
    for answers in product((False, True), repeat=len(doubtful)):
        yield valued(told, days, asked, dict(zip(doubtful, answers, strict=True)))


def in_unknown(told: Told) -> bool:
    return not isinstance(told, Stated) and told.state == "unknown"


def valued(
    told: Sequence[Told], days: Sequence[int], asked: Asked, unknown: dict[int, bool] | bool
) -> list[tuple[int, bool]]:
    found = []
    inside, recognising = False, set[str]()
    for n, each in enumerate(told):
        if isinstance(each, Stated):
            recognising = recognising - {each.body} if each.withdrawn else recognising | {each.body}
        elif isinstance(unknown, dict) and n in unknown:
            inside = unknown[n]
        else:
            inside = each.state in asked.counted
        found.append((days[n], inside and (not asked.bodies or bool(recognising))))
    return found


def walk(moments: Sequence[tuple[int, bool]], window: tuple[int, int]) -> Walk:
    before = [counts for day, counts in moments if day < window[0]]
    within = [counts for day, counts in moments if window[0] <= day <= window[1]]
    at_start = before[-1] if before else False
    turns = list(zip([at_start, *within], within, strict=False))
    entries = sum(not was and now for was, now in turns)
    exits = sum(was and not now for was, now in turns)
    return at_start, entries, exits, within[-1] if within else at_start


def counted_at_some_moment(found: Collection[Walk]) -> set[bool]:
    return {at_start or entries > 0 for at_start, entries, _, _ in found}
