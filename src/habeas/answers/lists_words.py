"""Two lists in words: what is found, what a line says, why two may be one, what a decision would change."""

from collections.abc import Iterator
from typing import Any

from habeas.claims.vocabulary import DEFAULT_ACCESS, Access
from habeas.claims.wording import form, in_a_row, joined, say, say_many
from habeas.linkage.across import Across, Kind
from habeas.linkage.differing import STANDING, Conflict, Sort
from habeas.linkage.evidence import Piece, Says
from habeas.linkage.scope import Apart, Outside
from habeas.register.read import View

from .list_queue import Effect
from .lists import SideBySide

FEW_RIVALS = 3
WHAT = {"planned_end": say("due to end"), "born": say("born"), STANDING: say("where they stood")}


def number(many: int) -> str:
    """A number as it is read."""
    return say("{number}", number=many)


def people(many: int) -> str:
    """A number of people."""
    return say_many("{number} person", "{number} people", many)


def finding(found: SideBySide) -> str:
    """Both totals, in one sentence without a full stop; below the staff they are of what this reader may see."""
    names = found.names
    first, second = found.bridge.first, found.bridge.second
    told: dict[str, Any] = {"one": names[0], "other": names[1], "total": second}
    if not withheld(found.seen):
        return say("{one} counts {first}, {other} {total}", first=first, **told)
    if found.seen.ceiling == Access.public:
        return say_many(
            "{one} has {number} public row here, {other} {total}",
            "{one} has {number} public rows here, {other} {total}",
            first,
            **told,
        )
    return say_many(
        "{one} has {number} row open to {level} here, {other} {total}",
        "{one} has {number} rows open to {level} here, {other} {total}",
        first,
        level=found.seen.ceiling.name,
        **told,
    )


def withheld(seen: View) -> str:
    """What a reader below the staff has to know of every total; nothing for the staff, who see all rows."""
    if seen.ceiling >= DEFAULT_ACCESS:
        return ""
    if seen.ceiling == Access.public:
        return say("Rows that are not public are left out: a keeper’s own total may be higher.")
    return say(
        "Rows that are not open to {level} are left out: a keeper’s own total may be higher.", level=seen.ceiling.name
    )


def on_both(found: SideBySide) -> str:
    """How many are on both and what that rests on, how many wait, how many absences are not explained."""
    bridge = found.bridge
    resting = [
        say(what, number=many)
        for many, what in (
            (bridge.same_row, form("{number} by one row of both")),
            (bridge.judged, form("{number} judged to be one person")),
            (bridge.agreeing, form("{number} agreeing in name, birth and an act")),
            (bridge.likely, form("{number} only likely")),
        )
        if many
    ]
    told = say_many("{number} person is on both", "{number} people are on both", bridge.both.best)
    if resting:
        told = say("{told}: {resting}", told=told, resting=in_a_row(resting))
    waiting, unexplained = len(found.found.of(Kind.undecided)), _unexplained(found)
    if waiting:
        pairs = say_many("{number} pair is not decided", "{number} pairs are not decided", waiting)
        told = say("{told}. {more}", told=told, more=pairs)
    if unexplained:
        why = say("Of {people} on one list only it is not explained why", people=people(unexplained))
        told = say("{told}. {more}", told=told, more=why)
    return say("{told}.", told=told)


def _unexplained(found: SideBySide) -> int:
    lines = (*found.bridge.away, *found.bridge.added)
    return sum(line.best for line in lines if line.what == Outside.unexplained.value)


def bounds(found: SideBySide) -> str:
    """What the open pairs leave open, in a sentence; nothing where they leave nothing."""
    both = found.bridge.both
    if both.low == both.high:
        return ""
    return say(
        "At least {low} and at most {high} are on both; whatever is decided, neither total changes.",
        low=both.low,
        high=both.high,
    )


def populations(found: SideBySide) -> Iterator[str]:
    """How far the lists hold other people, a sentence each."""
    for one in found.differences:
        mine, theirs = found.names if one.first else reversed(found.names)
        lacks = number(one.lacks) if one.lacks else say("nobody")
        parts = {"mine": mine, "people": people(one.holds), "who": _who(one), "theirs": theirs, "lacks": lacks}
        yield say("{mine} has {people} {who}; {theirs} has {lacks} of them", **parts)


def _who(one: Apart) -> str:
    if one.what == "dead":
        return say_many("who was dead by its day", "who were dead by its day", one.holds)
    if one.what == "freed":
        return say_many("who was freed by its day", "who were freed by its day", one.holds)
    return say("held at home") if one.what == "at home" else say(one.what)


def reasons(pair: Across) -> str:
    """Why two may be one, or may not, in the order in which the evidence stands."""
    some = (reason(piece) for piece in pair.compared.pieces if piece.says is not Says.one_side)
    return joined(form("{one}; {more}"), some)


def reason(piece: Piece) -> str:
    """What a piece of evidence says."""
    what = thing(piece.what)
    if piece.what == "name":
        return say(piece.why) if piece.why else say("names are the same")
    if piece.one == piece.other:
        return say("{what} {value}, on both", what=what, value=piece.one)
    if piece.says is Says.agrees:
        return say("{what} agrees", what=what)
    said = say("{what} {one} or {other}", what=what, one=piece.one, other=piece.other)
    return say("{said} ({why})", said=said, why=say(piece.why)) if piece.why else said


def thing(what: str) -> str:
    """What a piece of evidence is of, in words."""
    return WHAT.get(what) or say(what.replace("_", " "))


def change(effect: Effect) -> str:
    """What calling two one person would change."""
    low, best, high = effect.held
    told = []
    if best:
        more = say("{number} more held", number=best)
        told.append(more if best > 0 else say("{number} fewer held", number=-best))
    elif low or high:
        told.append(say("the bounds of who is held"))
    if effect.stood_otherwise:
        told.append(say("where they stood"))
    if effect.on_both:
        told.append(say("one more on both"))
    if not told:
        return say("the same would change no figure")
    return say("the same would mean {what}", what=in_a_row(told))


def rivals(found: SideBySide, pair: Across) -> list[str]:
    """Who could be meant instead of one of the two: the first few, and how many besides."""
    names = [
        found.found.others[other].name if one == pair.one else found.found.ones[one].name for one, other in pair.rivals
    ]
    more = len(names) - FEW_RIVALS
    return [*names[:FEW_RIVALS], say("{number} more", number=more)] if more > 0 else names


def in_conflict(found: SideBySide) -> str:
    """How many who are on both are told of otherwise, and of how many of them one list is only silent."""
    silent = sum(all(one.sort is Sort.silent for one in some) for some in found.conflicts.values())
    told = say("on both, and contradicted: {people}", people=people(len(found.conflicts) - silent))
    return say("{told}; where one of the two is silent: {silent}", told=told, silent=silent) if silent else told


def conflict(one: Conflict) -> str:
    """What two lists say of one person that is not the same."""
    unknown = say("a day not known")
    said = say("{what}: {one} and {other}", what=thing(one.what), one=one.one or unknown, other=one.other or unknown)
    if one.sort is Sort.silent:
        return say("{said}; one of the two is silent", said=said)
    return say("{said}; {why}", said=said, why=say(one.why)) if one.why else said
