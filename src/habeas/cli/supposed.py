"""What a judgement would change, in words: printed before it is made."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from . import show

if TYPE_CHECKING:
    from habeas.answers.supposed_figures import FigureChange
    from habeas.answers.supposing import Days, Stands, Step, Supposed
    from habeas.custody.spell import Interval, Spell
    from habeas.tally.stock import Bounds

MOST_DAYS = 8  # stretches of days in a list


def print_against(found: "Supposed") -> None:
    """The judgements that cannot all be so, in a chain, and what to do."""
    show.line("refused: these judgements cannot all be so:")
    for step in found.against:
        show.line(f"  {_step(step)}")
    known = [step.by.id[:8] for step in found.against if step.by]
    show.line("take back the one that is wrong, then judge again:" if known else "judge again, otherwise")
    for one in known:
        show.line(f"  habeas judge --retract {one} --by …")


def print_supposed(found: "Supposed") -> None:
    """Who would be one person, where they stand, and which figures would be others."""
    if not found.now:
        show.line("nobody would be joined or parted by it")
        return
    for title, some in (("as it is", found.before), ("as it would be", found.now)):
        show.line(f"{title}: {show.counted(len(some), 'person', 'people')}")
        for one in some:
            for line in _person(one, found.day):
                show.line(f"  {line}")
    for line in (*_days(found.days), *figures_in_words(found.figures)):
        show.line(line)
    if not found.figures:
        show.line("no figure of a rule would be another today, and none beside a published figure")


def _step(step: "Step") -> str:
    both = f"{step.one.name} ({step.one.id[:8]}) and {step.other.name} ({step.other.id[:8]}): {step.verdict}"
    if step.by is None:
        return f"{both}, as you say now"
    by = f", {step.by.by}" if step.by.by else ""
    return f"{both}, judged on {step.by.day}{by}: {step.by.reason} [{step.by.id[:8]}]"


def _person(one: "Stands", day: date) -> Iterator[str]:
    names = " = ".join(f"{member.name} ({member.id[:8]})" for member in one.members)
    if one.held is None:
        yield f"{names}: no act of custody"
        return
    stood = one.held.standing
    words = "in custody" if stood.certainly else "possibly in custody" if stood.possibly else "not in custody"
    yield f"{names}: {words} on {day}"
    for some in _beginnings(one.held.spells):
        yield f"  {_spell(some)}"


def _beginnings(spells: "Sequence[Spell]") -> "list[list[Spell]]":
    """The spells, those together that begin on one day, or may, with no end seen between: one arrest, told again."""
    found: list[list[Spell]] = []
    for spell in spells:
        if found and not found[-1][-1].seen_end and _meet(found[-1][-1].start, spell.start):
            found[-1].append(spell)
        else:
            found.append([spell])
    return found


def _meet(one: "Interval", other: "Interval") -> bool:
    return (one[1] or date.max) >= (other[0] or date.min) and (other[1] or date.max) >= (one[0] or date.min)


def _spell(some: "Sequence[Spell]") -> str:
    last, start = some[-1], min((one.start for one in some), key=_room)
    again = f" (told {len(some)} times)" if len(some) > 1 else ""
    if last.end is None:
        end = "no act seen since"
    else:
        end = f"{'until' if last.seen_end else 'an end that nobody tells of,'} {_interval(last.end)}"
    return f"held from {_interval(start)}{again}, {end}"


def _room(ends: "Interval") -> int:
    """How many days an interval allows: of those that are told the narrowest is said."""
    return ((ends[1] or date.max) - (ends[0] or date.min)).days


def _interval(ends: "Interval") -> str:
    first, last = ends
    if first and last:
        return show.between(first, last)
    return f"some day by {last}" if last else f"some day from {first} on" if first else "a day that is not known"


def _days(some: "Sequence[Days]") -> Iterator[str]:
    if some:
        yield "how many of them are in custody would be another number (low, best, high):"
    for one in some[:MOST_DAYS]:
        since = f"from {one.first}" if one.first else "in all days"
        until = f" to {one.last}" if one.last else " on" if one.first else ""
        yield f"  {since}{until}: {_bounds(one.before)} becomes {_bounds(one.now)}"
    if len(some) > MOST_DAYS:
        yield f"  and in {show.counted(len(some) - MOST_DAYS, 'more stretch', 'more stretches')} of days"


def figures_in_words(some: "Sequence[FigureChange]") -> Iterator[str]:
    """A line for each figure that would be another."""
    for one in some:
        whose = "public" if one.access == "public" else "this register"
        published = f", beside the published “{one.beside['statement']}”" if one.beside else ""
        change = f"{_bounds(one.before)} becomes {_bounds(one.now)}"
        yield f"{one.rule.name} on {one.as_of}, {whose}{published}: {change}"


def _bounds(bounds: "Bounds") -> str:
    if bounds.low == bounds.best == bounds.high:
        return show.number(bounds.best)
    return f"{show.number(bounds.best)} ({show.number(bounds.low)} to {show.number(bounds.high)})"
