"""From the total of one list to that of another, line by line, adding up: every row stands in exactly one line.

What is certain has one number. Who may be on both, or may be on one list twice, makes an interval: what one line has
more another has less, and neither total changes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .across import By, Kind, Twice, TwoLists
from .listed import Listed
from .scope import Outside, Scope, outside

TWICE, PERHAPS_TWICE, NOT_DECIDED, BOTH = (
    "the same person twice on that list",
    "perhaps the same person twice on that list",
    "not decided whether on the other list",
    "on both lists",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One step: what it is, which way it counts, how many at least, as told, and at most, and who, by place.

    `list` is 1 or 2 for people of one list, 0 for those on both. `sign` is +1 for a number that stands, −1 and +1 for
    what goes and comes on the way from the first total to the second.
    """

    what: str
    sign: int
    list: int
    low: int
    best: int
    high: int
    who: tuple[int, ...] = ()

    @property
    def single(self) -> bool:
        """Whether those of this line are on one list only, or it is open: neither twice there nor on both."""
        return self.list != 0 and self.what not in (TWICE, PERHAPS_TWICE)


@dataclass(frozen=True, slots=True)
class Bridge:
    """The totals of rows, the lines between them, and what those who are on both rest on.

    `same_row` are those whom one row of both lists has; nobody judged them. The others are judged, agree in all, or are
    only likely.
    """

    first: int
    second: int
    away: tuple[Line, ...]
    both: Line
    added: tuple[Line, ...]
    same_row: int
    judged: int
    agreeing: int
    likely: int

    @property
    def adds_up(self) -> bool:
        """Whether first total less what goes is who is on both, and with what comes the second total."""
        away, added = (sum(line.best for line in lines) for lines in (self.away, self.added))
        return self.first - away == self.both.best == self.second - added


def bridge(found: TwoLists, one: Scope, other: Scope) -> Bridge:
    """The bridge from the first list's rows to the second's; `one` and `other` say whom each list holds."""
    matched, probable = found.of(Kind.matched), found.of(Kind.probable)
    on_both = [*matched, *probable]
    low, most = len(matched), len(matched) + found.most
    both = Line(BOTH, 1, 0, low, len(on_both), most, tuple(found.pairs.index(pair) for pair in on_both))
    mine = _side(found.ones, [(p.one, p.kind) for p in found.pairs], found.open_ones, found.twice_ones)
    theirs = _side(found.others, [(p.other, p.kind) for p in found.pairs], found.open_others, found.twice_others)
    rests = Counter(pair.by for pair in matched)
    return Bridge(
        first=sum(len(person.records) for person in found.ones),
        second=sum(len(person.records) for person in found.others),
        away=tuple(mine.lines(found.ones, other, both, -1, 1)),
        both=both,
        added=tuple(theirs.lines(found.others, one, both, 1, 2)),
        same_row=rests[By.row],
        judged=rests[By.judged],
        agreeing=rests[By.agreement],
        likely=len(probable),
    )


@dataclass(frozen=True, slots=True)
class _Side:
    """One list: rows beyond the first of a person, who may stand there again, who is open, and who is on it alone."""

    rows_again: int
    again: tuple[int, ...]
    open: tuple[int, ...]
    alone: tuple[int, ...]
    could_be_both: int

    def lines(self, people: Sequence[Listed], other: Scope, both: Line, sign: int, number: int) -> list[Line]:
        """The lines of this list, of persons by their places there."""
        found = []
        if self.rows_again:
            who = tuple(place for place, person in enumerate(people) if len(person.records) > 1)
            found.append(Line(TWICE, sign, number, self.rows_again, self.rows_again, self.rows_again, who))
        if self.again:
            found.append(Line(PERHAPS_TWICE, sign, number, 0, len(self.again), len(self.again), self.again))
        by_reason = defaultdict[Outside, list[int]](list)
        for place in self.alone:
            by_reason[outside(people[place], other)].append(place)
        for why in Outside:
            if some := by_reason.get(why):
                found.append(Line(why.value, sign, number, len(some), len(some), len(some), tuple(some)))
        least, best, most = (self.could_be_both - many for many in (both.high, both.best, both.low))
        if most:
            found.append(Line(NOT_DECIDED, sign, number, least, best, most, self.open))
        return found


def _side(
    people: Sequence[Listed],
    paired: Sequence[tuple[int, Kind]],
    open_to: Mapping[int, tuple[int, ...]],
    twice: Iterable[Twice],
) -> _Side:
    in_a_pair = {place for place, _ in paired}
    on_both = {place for place, kind in paired if kind is not Kind.undecided}
    again = tuple(one.again for one in twice if one.again not in in_a_pair)
    could = (in_a_pair | set(open_to)) - set(again)
    return _Side(
        rows_again=sum(len(person.records) - 1 for person in people),
        again=again,
        open=tuple(sorted(could - on_both)),
        alone=tuple(place for place in range(len(people)) if place not in could and place not in again),
        could_be_both=len(could),
    )
