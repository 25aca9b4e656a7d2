"""Two lists side by side, as known on a day: who is on both, who on one alone, why the totals differ, what to decide.

It rests on what each list's own rows claim, and on the live judgements. Nothing here is a judgement: who is matched
because everything agrees, or probably, is told apart from who was judged to be one person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from habeas.linkage.across import Across, By, Kind, TwoLists, side_by_side
from habeas.linkage.bridge import Bridge, bridge
from habeas.linkage.differing import Conflict, Sort, conflicts
from habeas.linkage.listed import Listed
from habeas.linkage.patterns import Pattern, patterns
from habeas.linkage.scope import Apart, Scope, differences, scope
from habeas.register.read import View

from .kept import Kept, state
from .list_editions import OneList, before, edition_named, every_edition, lists, verdicts
from .list_queue import Effect, Ordered, queue
from .public import AskError

MOST_LISTS = 6


@dataclass(frozen=True, eq=False)
class SideBySide:
    """Two lists: `found` has the pairs, `scopes` whom each holds, `conflicts` by the place of a pair that is on both.

    `queue` are the pairs that nobody judged, first those of which a decision would change most.
    """

    seen: View
    known_on: date
    first: OneList
    second: OneList
    found: TwoLists
    scopes: tuple[Scope, Scope]
    bridge: Bridge
    differences: tuple[Apart, ...]
    conflicts: dict[int, tuple[Conflict, ...]]
    queue: tuple[Ordered, ...]

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called where both are spoken of: two editions of one list by their days too."""
        one, other = self.first, self.second
        if one.name != other.name:
            return one.name, other.name
        return f"{one.name} of {one.edition.day}", f"{other.name} of {other.edition.day}"

    def people(self, number: int) -> Sequence[Listed]:
        """The people of the first list (1) or the second (2)."""
        return self.found.ones if number == 1 else self.found.others

    def of_pair(self, pair: Across) -> tuple[Listed, Listed]:
        """The two of a pair."""
        return self.found.ones[pair.one], self.found.others[pair.other]

    @property
    def in_conflict(self) -> int:
        """How many who are on both are told of otherwise by the two."""
        return len(self.conflicts)


@dataclass(frozen=True, eq=False)
class ManyLists:
    """Three lists and more: every two of them side by side, and how many people are on just which."""

    seen: View
    known_on: date
    lists: tuple[OneList, ...]
    found: dict[tuple[int, int], TwoLists]
    patterns: tuple[Pattern, ...]


_TWO: Kept[SideBySide] = Kept(8)
_MANY: Kept[ManyLists] = Kept(4)


def two_lists(first: str, second: str, seen: View, known_on: date) -> SideBySide:
    """Two lists by NAME or NAME@DAY, in the last edition known on a day. Raises AskError for what is no list."""
    key = (seen, known_on, first.strip(), second.strip())
    return _TWO.get(state(), key, lambda: _two(first, second, seen, known_on))


def many_lists(names: Sequence[str], seen: View, known_on: date) -> ManyLists:
    """Three lists or more, each as in `two_lists`. Raises AskError."""
    key = (seen, known_on, *(name.strip() for name in names))
    return _MANY.get(state(), key, lambda: _many(names, seen, known_on))


def _two(first: str, second: str, seen: View, known_on: date) -> SideBySide:
    every = every_edition(seen, known_on)
    editions = [edition_named(first, every, "a"), edition_named(second, every, "b")]
    if editions[0] == editions[1]:
        raise AskError(
            "b", f"both are {editions[0].list} of {editions[0].day}: name two lists, or two editions NAME@DAY"
        )
    one, other = lists(editions, seen, known_on)
    found = side_by_side(one.people, other.people, verdicts(seen))
    mine, theirs = (
        scope(each.people, each.edition.day, each.taken, before(each.edition, every, seen)) for each in (one, other)
    )
    scopes = mine, theirs
    day = min(one.edition.day, other.edition.day)
    return SideBySide(
        seen=seen,
        known_on=known_on,
        first=one,
        second=other,
        found=found,
        scopes=scopes,
        bridge=bridge(found, *scopes),
        differences=differences(*scopes),
        conflicts=_conflicts(found, day),
        queue=queue(found, seen, known_on),
    )


def _conflicts(found: TwoLists, day: date) -> dict[int, tuple[Conflict, ...]]:
    """By the place of a pair what the two lists say otherwise: contradictions before what one is silent of."""
    every = {
        place: some
        for place, pair in enumerate(found.pairs)
        if pair.kind is not Kind.undecided
        if (some := conflicts(found.ones[pair.one], found.others[pair.other], day))
    }
    return dict(sorted(every.items(), key=lambda one: all(each.sort is Sort.silent for each in one[1])))


def _many(names: Sequence[str], seen: View, known_on: date) -> ManyLists:
    if len(names) > MOST_LISTS:
        raise AskError("c", f"{len(names)} lists are named: name at most {MOST_LISTS}")
    every = every_edition(seen, known_on)
    editions = [edition_named(name, every, "ab"[place : place + 1] or "c") for place, name in enumerate(names)]
    if len(set(editions)) < len(editions):
        raise AskError("c", "one list is named twice: name each once, or two editions as NAME@DAY")
    some, held = lists(editions, seen, known_on), verdicts(seen)
    found = {
        (one, other): side_by_side(some[one].people, some[other].people, held)
        for one, other in combinations(range(len(some)), 2)
    }
    grouped = patterns([one.people for one in some], found, held.different)
    return ManyLists(seen, known_on, tuple(some), found, grouped)


__all__ = ["Across", "By", "Effect", "Kind", "ManyLists", "Ordered", "SideBySide", "many_lists", "two_lists"]
