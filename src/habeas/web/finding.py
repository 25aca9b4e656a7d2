"""What the front page finds, in words: of whom a number is, how certain it is, and why its bounds are open."""

from datetime import date

from habeas.answers.front import Front
from habeas.answers.plain import speakers
from habeas.answers.shown import APART, STALE, UNSAID, UNSEEN, VAGUE
from habeas.answers.stated import Stated
from habeas.answers.tally import Tally
from habeas.tally.count import Counted
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD

from . import words

RECOGNISED = "political prisoners"  # nobody is one by an act: somebody recognises them as such


def finding(found: Front) -> str:
    """What the page finds, in one sentence without a full stop."""
    tally, count = found.tally, found.tally.count
    if found.leads and found.nearest:
        claim = found.nearest.claim
        said = f"said {speakers(claim['attribution'])}, {words.dated(claim['when'])}"
        return f"{words.figure(claim['figure'])} {words.of_whom(claim['figure'])}, {said}"
    if count.high == 0:
        return none_held(tally)
    if count.best == 0 or none_certain(tally):
        return f"At most {possibly(tally)}"
    return f"{words.number(count.best)} {counted(tally, count.best)}"


def counted(tally: Tally, how_many: int) -> str:
    """Of whom or what a computed number is, for the days that were asked about."""
    rule, day = tally.rule, words.day(tally.as_of)
    one = how_many == 1
    if rule.quantity == "stock":
        told_held = "as held" if rule == HELD else f"and counted by the rule “{rule.name}”"
        return f"{'person' if one else 'people'} named here {told_held} on {day}"
    moved = "entered" if rule.quantity == "inflow" else "left"
    what = {"persons": ("person", "people"), "detentions": ("time that somebody", "times that somebody")}
    told = what.get(rule.unit, ("event by which somebody", "events by which somebody"))[not one]
    over = f"from {words.day(tally.start)} to {day}" if tally.start > date.min else f"up to {day}"
    return f"{told} {moved} the count “{rule.name}” {over}"


def none_certain(tally: Tally) -> bool:
    """Whether a flow has nobody of whom a claim tells that they came or went: by convention alone is no finding."""
    return tally.rule.quantity != "stock" and tally.count.low == 0


def possibly(tally: Tally) -> str:
    """Of whom it cannot be ruled out that they count, where nobody does by convention."""
    many, day = words.number(tally.count.high), words.day(tally.as_of)
    if tally.rule == HELD:
        return f"{many} of the people named here may have been held on {day}"
    return f"{many} {counted(tally, 2)}; none is certain"


def why_open(tally: Tally) -> str:
    """Why low and high differ, in one sentence; nothing where they do not, or where only groups are open."""
    told = {
        VAGUE: "of {} a day is known only roughly or not at all",
        APART: "about {} claims contradict each other",
        UNSEEN: "of {} no claim tells when custody began or ended",
        UNSAID: "of {} it is not said, or not agreed, what the rule asks for",
        STALE: "of {} there has been no sign for longer than the rule counts on",
    }
    some = [told[why].format(_people(number)) for why, number in tally.open.items()]
    return f"The bounds are open: {'; '.join(some)}." if some else ""


def _people(number: int) -> str:
    return "one person" if number == 1 else f"{words.number(number)} people"


def put(found: Front, stated: Stated) -> str:
    """What the leading figure puts at what, when, and by which rule, as far as that is known: it is not this one.

    "the number of political prisoners at 412 that week (recognised as political prisoners, and in custody: another
    rule)".
    """
    figure, tally = stated.figure, found.tally
    population = figure.get("population", "")
    of_whom = population if tally.rule == HELD and population else words.of_whom(figure)
    when = _near(stated, tally.as_of)
    return f"the number of {of_whom} at {words.figure(figure)}{when} ({_another_rule(tally, population)})"


def missing(tally: Tally) -> str:
    """What the people of a leading figure are not whom the count here lacks: another lens may well name them."""
    return "named in this record" if (tally.rule, tally.lens) == (HELD, EVERY) else "counted by this rule and lens"


def _near(stated: Stated, day: date) -> str:
    """ "that week", where the days that a figure may speak of and the one that is asked about lie within seven."""
    if stated.first is None or stated.last is None:
        return ""
    if stated.first == stated.last == day:
        return " that day"
    return " that week" if max(stated.last, day).toordinal() - min(stated.first, day).toordinal() < 7 else ""


def _another_rule(tally: Tally, population: str) -> str:
    if tally.rule != HELD or not population:
        return "by a rule of its own"
    if population.startswith(RECOGNISED):
        return f"recognised as {RECOGNISED}, and in custody: another rule"
    return "of them alone: another rule"


def held(one: Counted, tally: Tally) -> str:
    """How certain it is that somebody was held, and by which day's act where nothing is said of the day or after."""
    if tally.rule.quantity != "stock":
        return "" if one.low else ("not certain" if one.best else "possibly")
    if not one.best:
        return "possibly held"
    first, last = tally.last[one.person]
    old = f"held, by the last that is said here: {words.between(first, last)}" if last < tally.as_of else ""
    if one.low:
        return old or "held on that day"
    return f"{old}; not certain" if old else "held on that day, by the rule’s convention; not certain"


def none_held(tally: Tally) -> str:
    note = tally.note or ""
    if tally.rule.quantity == "stock":
        note = note.replace("on that day", f"on {words.day(tally.as_of)}")
    return f"{note[:1].upper()}{note[1:]}"
