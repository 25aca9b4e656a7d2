"""Two lists, or more, in the documented shape: the bridge, and one row for each pair and each who is on one alone."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from habeas.linkage.across import Across, Kind, Twice
from habeas.linkage.bridge import Line
from habeas.linkage.differing import Conflict
from habeas.linkage.evidence import Piece, Says
from habeas.linkage.listed import Listed
from habeas.linkage.scope import Apart
from habeas.register.listed import Edition
from habeas.register.read import View

from .list_queue import Effect
from .lists import ManyLists, SideBySide

MOST = 500  # rows of one answer
FIRST, SECOND = "first", "second"
SIDES = {1: FIRST, 2: SECOND, 0: "both"}
ALONE, TWICE = "on one list only", "perhaps twice on one list"
Json = dict[str, Any]


def as_page(found: SideBySide, after: int = 0, most: int = MOST) -> Json:
    """Two lists in the documented shape, with the rows after place `after` and `next` to go on."""
    every = list(rows(found))
    some = every[after : after + most] if most else every[after:]
    more = {"next": after + len(some)} if after + len(some) < len(every) else {}
    return summary(found) | {"count": len(every), "rows": some} | more


def summary(found: SideBySide) -> Json:
    """Both lists, the lines between their totals, who is on both, and how far they hold other people."""
    bridge = found.bridge
    lines = (*bridge.away, bridge.both, *bridge.added)
    both = {"low": bridge.both.low, "best": bridge.both.best, "high": bridge.both.high}
    resting = {key: getattr(bridge, key) for key in ("same_row", "judged", "agreeing", "likely")}
    return {
        "at": str(found.seen.at),
        "access": found.seen.ceiling.name,
        "known_on": found.known_on.isoformat(),
        FIRST: found.first.as_json(),
        SECOND: found.second.as_json(),
        "bridge": [_line(line) for line in lines],
        "on_both": both | resting,
        "undecided": len(found.found.of(Kind.undecided)),
        "conflicts": found.in_conflict,
        "one_population": "no" if found.differences else "yes",
        "differences": [_apart(one) for one in found.differences],
    }


def rows(found: SideBySide) -> Iterator[Json]:
    """Pairs that wait for a decision, what it would change most first; those judged; who is on one list only."""
    waiting = {one.place: one.effect for one in found.queue}
    pairs = found.found.pairs
    for place in (*waiting, *(at for at in range(len(pairs)) if at not in waiting)):
        yield _pair(found, place, waiting.get(place))
    for number, twice in ((1, found.found.twice_ones), (2, found.found.twice_others)):
        yield from (_twice(found.people(number), one, number) for one in twice)
    for lines, number in ((found.bridge.away, 1), (found.bridge.added, 2)):
        paired = {pair.one if number == 1 else pair.other for pair in pairs}
        for line in lines:
            alone = [place for place in line.who if place not in paired and line.single]
            yield from (_alone(found.people(number)[place], line, number) for place in alone)


def _pair(found: SideBySide, place: int, effect: Effect | None) -> Json:
    pair = found.found.pairs[place]
    one, other = found.of_pair(pair)
    told: Json = {"class": pair.kind.value, "by": pair.by.value, FIRST: somebody(one), SECOND: somebody(other)}
    told |= {"score": f"{pair.score:.1f}", "evidence": [_piece(piece) for piece in pair.compared.pieces]}
    if place in found.conflicts:
        told["conflicts"] = [_conflict(each) for each in found.conflicts[place]]
    if pair.rivals:
        told["rivals"] = [_rival(found, pair, rival) for rival in pair.rivals]
    return told | ({"would_change": effect.as_json()} if effect else {})


def _rival(found: SideBySide, pair: Across, rival: tuple[int, int]) -> Json:
    """Who could be meant instead of one of the two."""
    if rival[0] == pair.one:
        return {SECOND: somebody(found.found.others[rival[1]])}
    return {FIRST: somebody(found.found.ones[rival[0]])}


def _twice(people: Sequence[Listed], one: Twice, number: int) -> Json:
    evidence = [_piece(piece) for piece in one.compared.pieces]
    both = {SIDES[number]: somebody(people[one.first]), "again": somebody(people[one.again])}
    return {"class": TWICE, **both, "score": f"{one.compared.score:.1f}", "evidence": evidence}


def _alone(one: Listed, line: Line, number: int) -> Json:
    return {"class": ALONE, "why": line.what, SIDES[number]: somebody(one)}


def somebody(one: Listed) -> Json:
    """Somebody on a list: the row that stands for them, their name, and all of their rows where there are more."""
    again = {"rows": list(one.records)} if len(one.records) > 1 else {}
    return {"id": one.records[0], "name": one.name} | again


def _piece(piece: Piece) -> Json:
    told = {"what": piece.what, FIRST: piece.one, SECOND: piece.other, "says": piece.says.value}
    return {key: text for key, text in told.items() if text} | {"adds": f"{piece.adds:.1f}"} | _why(piece.why)


def _conflict(one: Conflict) -> Json:
    told = {"what": one.what, "sort": one.sort.value, FIRST: one.one, SECOND: one.other}
    return told | ({"claims": list(one.claims)} if one.claims else {}) | _why(one.why)


def _why(why: str) -> Json:
    return {"why": why} if why else {}


def _line(line: Line) -> Json:
    way = {"sign": "-" if line.sign < 0 else "+"} if line.list else {}
    return {"what": line.what, "of": SIDES[line.list], **way, "low": line.low, "best": line.best, "high": line.high}


def _apart(one: Apart) -> Json:
    return {"what": one.what, "of": FIRST if one.first else SECOND, "has": one.holds, "other_has": one.lacks}


def every_as_json(every: Mapping[str, Sequence[Edition]], seen: View, after: int = 0, most: int | None = None) -> Json:
    """The lists that there are, each with its editions by day; of many `most` after so many, and `next` to go on."""
    last = len(every) if most is None else after + most
    told = [
        {"list": name, **({"table": "yes"} if some[-1].table else {}), "editions": list(map(edition_as_json, some))}
        for name, some in list(every.items())[after:last]
    ]
    more = {"next": last} if last < len(every) else {}
    return {"at": str(seen.at), "access": seen.ceiling.name, "count": len(every), "lists": told} | more


def edition_as_json(one: Edition) -> Json:
    """The day of an edition, and if it is of its own saying; where it was read, and how many rows of people it has."""
    dated = {"dated": "yes"} if one.dated else {}
    return {"day": one.day.isoformat(), **dated, "document": one.document, "rows": len(one.records)}


def many_as_json(found: ManyLists) -> Json:
    """Three lists and more in the documented shape: how many are on just which, and of how many that is settled."""
    return {
        "at": str(found.seen.at),
        "access": found.seen.ceiling.name,
        "known_on": found.known_on.isoformat(),
        "lists": [one.as_json() for one in found.lists],
        "patterns": [
            {
                "on": [found.lists[number].name for number in one.lists],
                "people": len(one.people),
                "settled": one.settled,
                "named": [
                    [somebody(found.lists[number].people[place]) for number, place in group.members]
                    for group in one.people[:MOST]
                ],
            }
            for one in found.patterns
        ],
    }


COLUMNS = (
    *("class", "why", "by", "score", "first_id", "first_name", "second_id", "second_name"),
    *("would_change_held", "conflicts", "evidence"),
)


def table(found: SideBySide) -> Iterator[tuple[object, ...]]:
    """Every row as the cells of COLUMNS; of somebody twice on one list both stand on its side, joined by a bar."""
    for row in rows(found):
        first, second = (row.get(side, {}) for side in (FIRST, SECOND))
        again = row.get("again", {})
        told = [*(_cells(one, again if one else {}) for one in (first, second))]
        effect = row.get("would_change", {}).get("held", {}).get("best", "")
        evidence = "; ".join(
            f"{piece['what']} {piece['says']} {piece['adds']}"
            for piece in row.get("evidence", ())
            if piece["says"] != Says.one_side
        )
        conflicts = "; ".join(_in_cell(one) for one in row.get("conflicts", ()))
        head = tuple(row.get(column, "") for column in COLUMNS[:4])
        yield (*head, *told[0], *told[1], effect, conflicts, evidence)


def _cells(one: Json, again: Json) -> tuple[str, str]:
    both = [each for each in (one, again) if each]
    return " | ".join(each["id"] for each in both), " | ".join(each["name"] for each in both)


def _in_cell(one: Json) -> str:
    return f"{one['what']}: {one[FIRST]} and {one[SECOND]}"
