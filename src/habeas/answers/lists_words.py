"""Two lists in words: what is found, what a line says, why two may be one, what a decision would change."""

from collections.abc import Iterator

from habeas.claims.vocabulary import DEFAULT_ACCESS, Access
from habeas.linkage.across import Across, Kind
from habeas.linkage.differing import STANDING, Conflict, Sort
from habeas.linkage.evidence import Piece, Says
from habeas.linkage.scope import Apart, Outside
from habeas.register.read import View

from .list_queue import Effect
from .lists import SideBySide

FEW_RIVALS = 3
WHAT = {"planned_end": "due to end", "born": "born", STANDING: "where they stood"}


def number(many: int) -> str:
    """A number as it is read."""
    return f"{many:,}"


def people(many: int) -> str:
    """A number of people."""
    return f"{number(many)} {'person' if many == 1 else 'people'}"


def finding(found: SideBySide) -> str:
    """Both totals, in one sentence without a full stop; below the staff they are of what this reader may see."""
    names = found.names
    totals = [number(many) for many in (found.bridge.first, found.bridge.second)]
    if withheld(found.seen):
        row = "row" if found.bridge.first == 1 else "rows"
        rows = f"public {row}" if found.seen.ceiling == Access.public else f"{row} open to {found.seen.ceiling.name}"
        return f"{names[0]} has {totals[0]} {rows} here, {names[1]} {totals[1]}"
    return f"{names[0]} counts {totals[0]}, {names[1]} {totals[1]}"


def withheld(seen: View) -> str:
    """What a reader below the staff has to know of every total; nothing for the staff, who see all rows."""
    if seen.ceiling >= DEFAULT_ACCESS:
        return ""
    open_ = "public" if seen.ceiling == Access.public else f"open to {seen.ceiling.name}"
    return f"Rows that are not {open_} are left out: a keeper’s own total may be higher."


def on_both(found: SideBySide) -> str:
    """How many are on both and what that rests on, how many wait, how many absences are not explained."""
    bridge = found.bridge
    resting = [
        f"{number(many)} {what}"
        for many, what in (
            (bridge.same_row, "by one row of both"),
            (bridge.judged, "judged to be one person"),
            (bridge.agreeing, "agreeing in name, birth and an act"),
            (bridge.likely, "only likely"),
        )
        if many
    ]
    told = f"{people(bridge.both.best)} {'is' if bridge.both.best == 1 else 'are'} on both"
    told += f": {', '.join(resting)}" if resting else ""
    waiting, unexplained = len(found.found.of(Kind.undecided)), _unexplained(found)
    told += f". {number(waiting)} {'pair is' if waiting == 1 else 'pairs are'} not decided" if waiting else ""
    if unexplained:
        told += f". Of {people(unexplained)} on one list only it is not explained why"
    return f"{told}."


def _unexplained(found: SideBySide) -> int:
    lines = (*found.bridge.away, *found.bridge.added)
    return sum(line.best for line in lines if line.what == Outside.unexplained.value)


def bounds(found: SideBySide) -> str:
    """What the open pairs leave open, in a sentence; nothing where they leave nothing."""
    both = found.bridge.both
    if both.low == both.high:
        return ""
    return (
        f"At least {number(both.low)} and at most {number(both.high)} are on both; "
        "whatever is decided, neither total changes."
    )


def populations(found: SideBySide) -> Iterator[str]:
    """How far the lists hold other people, a sentence each."""
    for one in found.differences:
        mine, theirs = found.names if one.first else reversed(found.names)
        others = f"{theirs} has {number(one.lacks) if one.lacks else 'nobody'} of them"
        yield f"{mine} has {people(one.holds)} {_who(one)}; {others}"


def _who(one: Apart) -> str:
    was = "who was" if one.holds == 1 else "who were"
    told = {"dead": f"{was} dead by its day", "freed": f"{was} freed by its day", "at home": "held at home"}
    return told.get(one.what, one.what)


def reasons(pair: Across) -> str:
    """Why two may be one, or may not, in the order in which the evidence stands."""
    return "; ".join(reason(piece) for piece in pair.compared.pieces if piece.says is not Says.one_side)


def reason(piece: Piece) -> str:
    """What a piece of evidence says."""
    what = WHAT.get(piece.what, piece.what.replace("_", " "))
    if piece.what == "name":
        return piece.why or "names are the same"
    if piece.says is Says.agrees:
        return f"{what} {piece.one}, on both" if piece.one == piece.other else f"{what} agrees"
    if piece.one == piece.other:
        return f"{what} {piece.one}, on both"
    said = f"{what} {piece.one} or {piece.other}"
    return f"{said} ({piece.why})" if piece.why else said


def change(effect: Effect) -> str:
    """What calling two one person would change."""
    low, best, high = effect.held
    told = []
    if best:
        told.append(f"{number(abs(best))} {'more' if best > 0 else 'fewer'} held")
    elif low or high:
        told.append("the bounds of who is held")
    if effect.stood_otherwise:
        told.append("where they stood")
    if effect.on_both:
        told.append("one more on both")
    return f"the same would mean {', '.join(told)}" if told else "the same would change no figure"


def rivals(found: SideBySide, pair: Across) -> list[str]:
    """Who could be meant instead of one of the two: the first few, and how many besides."""
    names = [
        found.found.others[other].name if one == pair.one else found.found.ones[one].name for one, other in pair.rivals
    ]
    more = len(names) - FEW_RIVALS
    return [*names[:FEW_RIVALS], f"{number(more)} more"] if more > 0 else names


def in_conflict(found: SideBySide) -> str:
    """How many who are on both are told of otherwise, and of how many of them one list is only silent."""
    silent = sum(all(one.sort is Sort.silent for one in some) for some in found.conflicts.values())
    told = f"on both, and contradicted: {people(len(found.conflicts) - silent)}"
    return f"{told}; where one of the two is silent: {number(silent)}" if silent else told


def conflict(one: Conflict) -> str:
    """What two lists say of one person that is not the same."""
    what = WHAT.get(one.what, one.what.replace("_", " "))
    said = f"{what}: {one.one or 'a day not known'} and {one.other or 'a day not known'}"
    if one.sort is Sort.silent:
        return f"{said}; one of the two is silent"
    return f"{said}; {one.why}" if one.why else said
