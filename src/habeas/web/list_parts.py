"""The parts of two lists side by side: a pair with its evidence, who is on both, told of otherwise, or alone.

Each part is shown by its first few on the page of the two lists, and whole, page by page, on one of its own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import NoReverseMatch
from django.utils.safestring import SafeString

from habeas.answers import lists_words
from habeas.answers.lists import SideBySide
from habeas.answers.public import AskError
from habeas.charts.pieces import draw_pieces
from habeas.linkage.across import Across, By, Kind
from habeas.linkage.bridge import NOT_DECIDED, Line
from habeas.linkage.evidence import Piece
from habeas.linkage.listed import Listed

from . import words
from .addresses import url
from .over_time import drawing
from .page import address
from .tongue import sentence, tell, told

FEW, MORE, PAGE = 5, 8, 60
PARTS = ("queue", "matched", "conflicts", "first", "second")


@dataclass(frozen=True, slots=True)
class Shown:
    """Two lists, what asks for them, and the entry that is cited, if one is."""

    found: SideBySide
    query: Mapping[str, Any]
    at: str

    def part(self, name: str, after: int = 0, step: int = 0) -> str:
        """The address of a part, or of one step of those who are on one list only."""
        return address(url("lists"), **self.query, part=name, step=step, after=after, at=self.at)

    def of_line(self, line: Line) -> str:
        """The address of the people of a line of the bridge; empty for nobody, and for who is twice on one list."""
        if not line.who or (line.list and not line.single):
            return ""
        if not line.list:
            return self.part("matched")
        return self.part(PARTS[2 + line.list], step=_lines(self.found, line.list).index(line) + 1)

    def pair(self, number: int) -> str:
        """The address of the page with this pair, of those that wait."""
        return address(url("lists"), **self.query, pair=number, at=self.at) + "#decide"


@dataclass(frozen=True, slots=True)
class PairShown:
    """A pair as a row: both, what it rests on, why they are one, the evidence drawn, its score, what is otherwise."""

    one: Listed
    other: Listed
    resting: str
    why: str
    drawn: SafeString
    score: str
    conflicts: Sequence[str]


def evidence(here: Shown, number: int) -> dict[str, Any]:
    """The pair that waits in this place of the queue: piece by piece, what would change, and how to decide."""
    found = here.found
    waiting = found.queue[number - 1]
    pair = found.found.pairs[waiting.place]
    one, other = found.of_pair(pair)
    ids = one.records[0], other.records[0]
    return {
        "number": number,
        "of": len(found.queue),
        "one": one,
        "other": other,
        "kind": words.plainly(pair.kind.value),
        "score": words.number(f"{pair.score:.1f}"),
        "rows": [_piece(piece) for piece in pair.compared.pieces],
        "change": told(lists_words.change(waiting.effect)),
        "rivals": [told(name) for name in lists_words.rivals(found, pair)],
        "command": f"habeas judge {ids[0]} {ids[1]} same --reason '…' --by '…'",
        "page": _page_of_pair(*ids),
        "before": here.pair(number - 1) if number > 1 else "",
        "after": here.pair(number + 1) if number < len(found.queue) else "",
        "all": here.part("queue"),
    }


def _piece(piece: Piece) -> dict[str, Any]:
    adds = f"{abs(piece.adds):.1f}"
    sign = "−" if piece.adds < 0 else "+"
    return {
        "what": sentence(lists_words.thing(piece.what)),
        "one": piece.one,
        "other": piece.other,
        "named": piece.what == "name",
        "says": piece.says.name,
        "words": words.plainly(piece.says.value),
        "why": tell(piece.why),
        "adds": f"{sign}{adds}" if adds != "0.0" else "0",
    }


def _page_of_pair(one: str, other: str) -> str:
    """The address of the page on which two are compared with all that is judged of them, where there is such a page."""
    try:
        return url("pair", one, other)
    except NoReverseMatch:
        return ""


def matched(here: Shown, most: int, after: int = 0) -> Iterator[PairShown]:
    """Who is on both, those that agree least first."""
    for place in _matched(here.found)[after : after + most]:
        yield _shown(here.found, place)


def _matched(found: SideBySide) -> list[int]:
    pairs = found.found.pairs
    on_both = [place for place, pair in enumerate(pairs) if pair.kind is not Kind.undecided]
    return sorted(on_both, key=lambda place: (pairs[place].score, place))


def _shown(found: SideBySide, place: int) -> PairShown:
    pair = found.found.pairs[place]
    one, other = found.of_pair(pair)
    adds = [piece.adds for piece in pair.compared.pieces]
    otherwise = [told(lists_words.conflict(each)) for each in found.conflicts.get(place, ())]
    drawn = drawing(lambda: draw_pieces(adds))
    why, score = told(lists_words.reasons(pair)), words.number(f"{pair.score:.1f}")
    return PairShown(one, other, _resting(pair), why, drawn, score, otherwise)


def _resting(pair: Across) -> str:
    said = {
        By.judged: tell("judged"),
        By.row: tell("one row of both"),
        By.agreement: tell("name, birth and an act agree"),
    }
    kind = words.plainly(pair.kind.value)
    return said.get(pair.by, kind) if pair.kind is not Kind.undecided else kind


def conflicts(here: Shown, most: int, after: int = 0) -> Iterator[PairShown]:
    """Who is on both, and told of otherwise by the two."""
    for place in list(here.found.conflicts)[after : after + most]:
        yield _shown(here.found, place)


def alone(here: Shown, number: int, most: int, after: int = 0, step: int = 0) -> dict[str, Any]:
    """Who is on one list only, each with the reason that may be, or those of one step; not those who are on both."""
    found, lines = here.found, _lines(here.found, number)
    if step > len(lines):
        raise AskError("step", f"{step} is more steps than this list has: there are {len(lines)}")
    lines = lines[step - 1 : step] if step else lines
    every = [(place, told(line.what)) for line in lines for place in line.who]
    people = found.people(number)
    some = [(people[place].records[0], people[place].name, why) for place, why in every[after : after + most]]
    return {
        "list": found.names[number - 1],
        "step": told(lines[0].what) if step else "",
        "all": len(every),
        "people": some,
        "more": len(every) - after - len(some),
        "rest": here.part(PARTS[2 + number]),
    }


def _lines(found: SideBySide, number: int) -> list[Line]:
    """The lines of who is on one list alone: those that are not decided last."""
    lines = [line for line in (found.bridge.away if number == 1 else found.bridge.added) if line.single]
    return sorted(lines, key=lambda line: line.what == NOT_DECIDED)


def parts(here: Shown, name: str, after: int, step: int) -> dict[str, Any]:
    """One part, a page of it, and the address of the next."""
    if name not in PARTS:
        raise AskError("part", f"“{name[:40]}” is no part of two lists: write one of {', '.join(PARTS)}")
    found = here.found
    whole = {
        "queue": len(found.queue),
        "matched": len(_matched(found)),
        "conflicts": len(found.conflicts),
    }
    back = address(url("lists"), **here.query, at=here.at)
    context: dict[str, Any] = {"part": name, "alone": None, "back": back}
    if name in ("first", "second"):
        context["alone"] = alone(here, PARTS.index(name) - 2, PAGE, after, step)
        whole[name] = context["alone"]["all"]
    elif name == "queue":
        context["queue"] = list(_queue(here, after))
    else:
        context["pairs"] = list((matched if name == "matched" else conflicts)(here, PAGE, after))
    more = after + PAGE < whole[name]
    return context | {"whole": whole[name], "next": here.part(name, after + PAGE, step) if more else ""}


def _queue(here: Shown, after: int) -> Iterator[tuple[PairShown, str, str]]:
    """Each pair that waits, what a decision would change, and the address where its evidence stands."""
    for number, one in enumerate(here.found.queue[after : after + PAGE], after + 1):
        yield _shown(here.found, one.place), told(lists_words.change(one.effect)), here.pair(number)
