"""A long document with numbered entries as a table: each entry a row, its columns what patterns find in it.

An entry begins at a line that the pattern of its number matches, and goes on to the next. Where more lines match than
there are entries (a table of contents, a list inside an entry) those are taken whose numbers rise and that have most to
say; every other is told. The first part of an entry is its header, the rest its narrative; both are read, each by its
own patterns, and where they disagree both stay.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..prepared import FileError
from ..sheet import SheetRow, Table

NUMBER = "number"  # the column of the entry's number
_SHOWN = 80  # characters of a line


@dataclass(frozen=True, slots=True)
class Entries:
    """How entries are marked. `number`: how one begins; `begins`, `ends`: between which lines they stand.

    `header_ends`: what stands at the end of a header, else it is the first line. `header` and `narrative` name columns,
    each with the pattern of what stands in it: of its groups the one that was found, or all of it.
    """

    number: re.Pattern[str]
    begins: re.Pattern[str] | None = None
    ends: re.Pattern[str] | None = None
    header_ends: re.Pattern[str] | None = None
    header: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    narrative: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Begun:
    """A line at which an entry may begin: its number, where it stands, whether more follows it than the next such."""

    number: int
    start: int
    line_end: int
    has_more: bool


def read_entries_of(name: str, text: str, how: Entries) -> Table:
    """The entries of a document's text; raises FileError where none is found."""
    first, last = _between(name, text, how)
    found = _candidates(text, first, last, how)
    chosen = heaviest_rising(found) if how.number.groups else found
    if not chosen:
        raise FileError(f"{name}: no line begins an entry by `number`, {how.number.pattern!r}; nothing was recorded")
    head = [NUMBER, *how.header, *how.narrative]
    table = Table(head, [], _told(text, found, chosen))
    for index, one in enumerate(chosen):
        end = chosen[index + 1].start if index + 1 < len(chosen) else last
        number = one.number if how.number.groups else index + 1
        table.rows.append(_row(text, one, end, number, index + 1, head, how))
    return table


def heaviest_rising(found: Sequence[Begun]) -> list[Begun]:
    """Of the lines in their order, those whose numbers rise and that weigh most; of equal ones the later.

    A line that more follows weighs more than two that stand alone: a table of contents is no run of entries.
    """
    best: dict[int, tuple[int, int]] = {}  # by the last number: weight, and the place of the line
    before: list[int | None] = []
    weights: list[int] = []
    for place, one in enumerate(found):
        weight, last = max(
            ((weight, at) for number, (weight, at) in best.items() if number < one.number), default=(0, -1)
        )
        weights.append(weight + (3 if one.has_more else 1))
        before.append(last if last >= 0 else None)
        if weights[place] >= best.get(one.number, (0, 0))[0]:
            best[one.number] = (weights[place], place)
    chosen: list[Begun] = []
    at = max(range(len(found)), key=lambda place: (weights[place], place), default=None)
    while at is not None:
        chosen.append(found[at])
        at = before[at]
    return chosen[::-1]


def _between(name: str, text: str, how: Entries) -> tuple[int, int]:
    first, last = 0, len(text)
    if how.begins is not None:
        began = [match.end() for match in how.begins.finditer(text)]
        if not began:
            raise FileError(f"{name}: `begins` is nowhere in the text: {how.begins.pattern!r}; nothing was recorded")
        first = began[-1]  # a table of contents names it before
    if how.ends is not None:
        ended = how.ends.search(text, first)
        if ended is None:
            raise FileError(f"{name}: `ends` is nowhere after it: {how.ends.pattern!r}; nothing was recorded")
        last = ended.start()
    return first, last


def _candidates(text: str, first: int, last: int, how: Entries) -> list[Begun]:
    matches = list(how.number.finditer(text, first, last))
    starts = [match.start() for match in matches] + [last]
    found: list[Begun] = []
    for index, match in enumerate(matches):
        end = text.find("\n", match.end(), last)
        end = last if end < 0 else end
        digits = re.sub(r"\D", "", match[1] or "") if how.number.groups else "0"
        if digits:
            found.append(Begun(int(digits), match.start(), end, bool(text[end : starts[index + 1]].strip())))
    return found


def _told(text: str, found: Sequence[Begun], chosen: Sequence[Begun]) -> list[str]:
    """What a reviewer has to look at: lines that are no entries, numbers that are left out."""
    starts = {one.start for one in chosen}
    numbers = {one.number for one in chosen}
    notes: list[str] = []
    inside = 0
    for one in found:
        if one.start in starts:
            inside = one.number
        else:
            line = text[one.start : one.line_end].strip()[:_SHOWN]
            ahead = f"stands before and repeats entry {one.number}" if one.number in numbers else "begins no entry"
            what = f"is read as part of entry {inside}" if inside else ahead
            notes.append(f"line {text.count(chr(10), 0, one.start) + 1}: {line!r} {what}")
    for one, after in pairwise(chosen):
        if after.number > one.number + 1:
            notes.append(f"after entry {one.number} comes entry {after.number}")
    return notes


def _row(text: str, one: Begun, end: int, number: int, row: int, head: Sequence[str], how: Entries) -> SheetRow:
    stop = how.header_ends.search(text, one.start, end) if how.header_ends else None
    header_end = stop.start() if stop else one.line_end
    cells = dict.fromkeys(head, "")
    cells[NUMBER] = str(number)
    spans = {NUMBER: (one.start, one.line_end)}
    for patterns, first, last in ((how.header, one.start, header_end), (how.narrative, header_end, end)):
        for column, pattern in patterns.items():
            match = pattern.search(text, first, last)
            if match is not None:
                start, stop_at = match.span(match.lastindex or 0)
                if start < stop_at:
                    cells[column], spans[column] = text[start:stop_at], (start, stop_at)
    return SheetRow(row, cells, [cells[column] for column in head], spans=spans)
