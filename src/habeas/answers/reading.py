"""A text set out to be read: its paragraphs, the passages of claims marked in them, and what is guarded left out.

Pure: spans in code points in, plain segments out. Whatever is guarded is in no segment; the number of every claim
stands once, after the last character of its passage; no stretch of the text stands in two segments.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

Span = tuple[int, int]

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_LINE_END = re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph: its words, or None where they are guarded; whether a claim stands on it.

    `ends` are the numbers of the claims whose passage ends with it.
    """

    words: str | None = field(repr=False)
    carries: bool
    ends: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its number from 1, in segments; `claims` are the numbers of those that end in it."""

    number: int
    segments: tuple[Segment, ...]
    claims: tuple[int, ...]


def paragraphs(text: str) -> list[Span]:
    """Where each paragraph stands: between blank lines, or one a line where there are none; never nothing."""
    between = _BLANK_LINES if _BLANK_LINES.search(text.strip()) else _LINE_END
    starts = [0, *(found.end() for found in between.finditer(text))]
    ends = [*(found.start() for found in between.finditer(text)), len(text)]
    return [_trimmed(text, *span) for span in zip(starts, ends, strict=True) if text[slice(*span)].strip()] or [
        (0, len(text))
    ]


def set_out(text: str, passages: Sequence[Span], guarded: Iterable[Span]) -> list[Paragraph]:
    """The whole text in paragraphs; the passage at index 0 belongs to claim 1."""
    spans = paragraphs(text)
    covered, withheld = _merged(passages), _merged(guarded)
    ends = _ends(spans, passages)
    cuts = sorted({one for span in (*covered, *withheld) for one in span} | set(ends))
    found = []
    for number, (start, end) in enumerate(spans, 1):
        points = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
        segments = _joined(
            Segment(
                None if _within(withheld, first) else text[first:last],
                _within(covered, first),
                tuple(ends.get(last, ())),
            )
            for first, last in pairwise(points)
        )
        found.append(Paragraph(number, segments, tuple(one for some in segments for one in some.ends)))
    return found


def pages(weights: Sequence[int], most: int) -> list[range]:
    """Indexes cut into pages that weigh at most `most` each; what is heavier stands alone."""
    found, start, weight = [], 0, 0
    for index, one in enumerate(weights):
        if index > start and weight + one > most:
            found.append(range(start, index))
            start, weight = index, 0
        weight += one
    return [*found, range(start, len(weights))]


def _ends(spans: Sequence[Span], passages: Sequence[Span]) -> dict[int, list[int]]:
    """After which character the number of each claim stands: the last of its passage that is in a paragraph."""
    starts, found = [start for start, _ in spans], dict[int, list[int]]()
    for number, (_, end) in enumerate(passages, 1):
        first, last = spans[max(0, bisect_left(starts, end) - 1)]
        found.setdefault(min(max(end, first + 1), last), []).append(number)
    return found


def _joined(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Neighbours of one sort made one; guarded ones whatever stands on them, so that nothing tells where they part."""
    found: list[Segment] = []
    for one in segments:
        last = found[-1] if found else None
        if last and last.words is None and one.words is None:
            found[-1] = Segment(None, last.carries or one.carries, last.ends + one.ends)
        elif last and last.words is not None and one.words is not None and _alike(last, one):
            found[-1] = Segment(last.words + one.words, one.carries, one.ends)
        else:
            found.append(one)
    return tuple(found)


def _alike(last: Segment, one: Segment) -> bool:
    return last.carries == one.carries and not last.ends


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The same characters in spans that neither overlap nor touch, in order."""
    found: list[Span] = []
    for start, end in sorted(span for span in spans if span[0] < span[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _within(spans: Sequence[Span], place: int) -> bool:
    index = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return index >= 0 and place < spans[index][1]


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
