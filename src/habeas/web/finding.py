"""What the front page finds, in words: of whom a number is, how certain it is, and why its bounds are open."""

from datetime import date

from habeas.answers.front import Front
from habeas.answers.shown import APART, STALE, UNSAID, UNSEEN, VAGUE
from habeas.answers.stated import Stated
from habeas.answers.tally import Tally
from habeas.claims.wording import Month, form, forms, say
from habeas.tally.count import Counted
from habeas.tally.lens import EVERY
from habeas.tally.rule import HELD

from . import words
from .tongue import sentence, tell, tell_many

RECOGNISED = "political prisoners"  # nobody is one by an act: somebody recognises them as such
MOVED = {
    "inflow": {
        "persons": forms(
            "person entered the count “{rule}” {over}",
            "people entered the count “{rule}” {over}",
        ),
        "detentions": forms(
            "time that somebody entered the count “{rule}” {over}",
            "times that somebody entered the count “{rule}” {over}",
        ),
        "events": forms(
            "event by which somebody entered the count “{rule}” {over}",
            "events by which somebody entered the count “{rule}” {over}",
        ),
    },
    "outflow": {
        "persons": forms(
            "person left the count “{rule}” {over}",
            "people left the count “{rule}” {over}",
        ),
        "detentions": forms(
            "time that somebody left the count “{rule}” {over}",
            "times that somebody left the count “{rule}” {over}",
        ),
        "events": forms(
            "event by which somebody left the count “{rule}” {over}",
            "events by which somebody left the count “{rule}” {over}",
        ),
    },
}
OPEN = {
    VAGUE: form("of {people} a day is known only roughly or not at all"),
    APART: form("about {people} claims contradict each other"),
    UNSEEN: form("of {people} no claim tells when custody began or ended"),
    UNSAID: form("of {people} it is not said, or not agreed, what the rule asks for"),
    STALE: form("of {people} there has been no sign for longer than the rule counts on"),
}


def finding(found: Front) -> str:
    """What the page finds, in one sentence without a full stop."""
    tally, count = found.tally, found.tally.count
    if found.leads and found.nearest:
        claim = found.nearest.claim
        return tell(
            "{figure} {of_whom}, said {speakers}, {when}",
            figure=words.figure(claim["figure"]),
            of_whom=words.of_whom(claim["figure"]),
            speakers=words.speakers(claim["attribution"]),
            when=words.dated(claim["when"]),
        )
    if count.high == 0:
        return none_held(tally)
    if count.best == 0 or none_certain(tally):
        return tell("At most {possibly}", possibly=possibly(tally))
    return tell("{number} {counted}", number=count.best, counted=counted(tally, count.best))


def counted(tally: Tally, how_many: int) -> str:
    """Of whom or what a computed number is, for the days that were asked about."""
    rule, day = tally.rule, tally.as_of
    if rule == HELD:
        return tell_many("person named here as held on {day}", "people named here as held on {day}", how_many, day=day)
    if rule.quantity == "stock":
        return tell_many(
            "person named here and counted by the rule “{rule}” on {day}",
            "people named here and counted by the rule “{rule}” on {day}",
            how_many,
            rule=tell(rule.name),
            day=day,
        )
    over = tell("from {first} to {last}", first=tally.start, last=day)
    if tally.start == date.min:
        over = tell("up to {day}", day=day)
    return tell_many(*MOVED[rule.quantity][rule.unit], how_many, rule=tell(rule.name), over=over)


def none_certain(tally: Tally) -> bool:
    """Whether a flow has nobody of whom a claim tells that they came or went: by convention alone is no finding."""
    return tally.rule.quantity != "stock" and tally.count.low == 0


def possibly(tally: Tally) -> str:
    """Of whom it cannot be ruled out that they count, where nobody does by convention."""
    many = tally.count.high
    if tally.rule == HELD:
        return tell_many(
            "{number} of the people named here may have been held on {day}",
            "{number} of the people named here may have been held on {day}",
            many,
            day=tally.as_of,
        )
    return tell("{number} {counted}; none is certain", number=many, counted=counted(tally, 2 if many == 1 else many))


def why_open(tally: Tally) -> str:
    """Why low and high differ, in one sentence; nothing where they do not, or where only groups are open."""
    some = [tell(OPEN[why], people=_people(number)) for why, number in tally.open.items()]
    return tell("The bounds are open: {why}.", why="; ".join(some)) if some else ""


def too_early(found: Front) -> str:
    """That a day lies before anything that claims tell of, where bounds are open all the same; else nothing."""
    months, tally = found.line.months, found.tally
    if not tally.open or not months or tally.as_of >= months[0].first:
        return ""
    begins = Month(months[0].first.year, months[0].first.month)
    return tell(
        "Before {month:of} no claim here moves the count: there the line of the chart begins, and of so early a day "
        "only what nothing rules out is told.",
        month=begins,
    )


def _people(number: int) -> str:
    return tell_many("one person", "{number} people", number)


def put(found: Front, stated: Stated) -> str:
    """What the leading figure puts at what, when, and by which rule, as far as that is known.

    "the number of political prisoners at 412 that week (recognised as political prisoners, and in custody: another
    rule)".
    """
    figure, tally = stated.figure, found.tally
    population = figure.get("population", "")
    of_whom = tell(str(population)) if tally.rule == HELD and population else words.of_whom(figure)
    when = _near(stated, tally.as_of)
    return tell(
        "the number of {of_whom} at {figure}{when} ({rule})",
        of_whom=of_whom,
        figure=words.figure(figure),
        when=when,
        rule=_another_rule(tally, population),
    )


def missing(tally: Tally) -> str:
    """What the people of a leading figure are not whom the count here lacks: another lens may well name them."""
    by_name = (tally.rule, tally.lens) == (HELD, EVERY)
    return tell("named in this record") if by_name else tell("counted by this rule and lens")


def _near(stated: Stated, day: date) -> str:
    """ "that week", where the days that a figure may speak of and the one that is asked about lie within seven."""
    if stated.first is None or stated.last is None:
        return ""
    if stated.first == stated.last == day:
        return tell(" that day")
    return tell(" that week") if max(stated.last, day).toordinal() - min(stated.first, day).toordinal() < 7 else ""


def _another_rule(tally: Tally, population: str) -> str:
    if tally.rule.publisher:  # only its publisher's own figures lead where such a rule is asked for
        return tell("by this rule")
    if tally.rule != HELD or not population:
        return tell("by a rule of its own")
    if population.startswith(RECOGNISED):
        return tell("recognised as political prisoners, and in custody: another rule")
    return tell("of them alone: another rule")


def held(one: Counted, tally: Tally) -> str:
    """How certain it is that somebody was held, and by which day's act where nothing is said of the day or after."""
    if tally.rule.quantity != "stock":
        return "" if one.low else (tell("not certain") if one.best else tell("possibly"))
    if not one.best:
        return tell("possibly held")
    first, last = tally.last[one.person]
    if last >= tally.as_of:
        if one.low:
            return tell("held on that day")
        return tell("held on that day, by the rule’s convention; not certain")
    old = tell("held, by the last that is said here: {when}", when=words.between(first, last))
    return old if one.low else tell("{held}; not certain", held=old)


def none_held(tally: Tally) -> str:
    """That a rule counts nobody, and why, in a sentence without its full stop; nothing where it counts somebody."""
    if tally.rule.quantity == "stock":
        return sentence(tally.noted(say("on {day}", day=tally.as_of)) or "")
    return sentence(tally.note or "")
