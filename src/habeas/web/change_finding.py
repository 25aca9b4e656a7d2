"""What changed between two figures, in one sentence, and what is certain of each."""

from datetime import date

from habeas.answers import told
from habeas.answers.between import Month
from habeas.answers.changes import Changes
from habeas.claims.wording import form, forms
from habeas.tally.rule import HELD

from .tongue import first_up, sentence, tell, tell_many

# What the two figures of a finding are of, by unit and by whether they are *held*.
COUNTED = {
    ("persons", True): forms("person counted as held", "people counted as held"),
    ("persons", False): forms("person counted by the rule “{rule}”", "people counted by the rule “{rule}”"),
    ("detentions", False): forms("detention counted by the rule “{rule}”", "detentions counted by the rule “{rule}”"),
    ("events", False): forms("event counted by the rule “{rule}”", "events counted by the rule “{rule}”"),
}
PERIODS = {
    "day": form("on {day}"),
    "week": form("in the week up to {day}"),
    "month": form("in the month up to {day}"),
    "year": form("in the year up to {day}"),
    "ever": form("up to {day}"),
}


def finding(found: Changes) -> str:
    """What changed, in one sentence without a full stop."""
    note, by = told.note(found), found.now.best - found.before.best
    if note:
        return sentence(note)
    earlier, later = found.earlier, found.later
    then, now = _entries(found)
    this = tell("{when}{entry}", when=over(found, later.as_of), entry=now)
    if earlier.as_of != later.as_of:
        that = tell("{when}{entry}", when=over(found, earlier.as_of), entry=then)
    elif earlier.known_on == later.known_on and now:
        this = tell(
            "{when}, as known on {known},{entry}", when=over(found, later.as_of), known=later.known_on, entry=now
        )
        that = then.lstrip()
    else:
        this = tell(
            "{when}, as known on {known}{entry}", when=over(found, later.as_of), known=later.known_on, entry=now
        )
        that = tell("on {day}{entry}", day=earlier.known_on, entry=then)
    parts = {"number": abs(by), "what": _counted(found, abs(by)), "this": this, "that": that}
    if not by:
        return tell("As many {what} {this} as {that}", **parts)
    if by > 0:
        return tell("{number} more {what} {this} than {that}", **parts)
    return tell("{number} fewer {what} {this} than {that}", **parts)


def _counted(found: Changes, how_many: int) -> str:
    """Of whom or what the two figures are, and by which rule, before their days."""
    return tell_many(*COUNTED[found.rule.unit, found.rule == HELD], how_many, rule=tell(found.rule.name))


def over(found: Changes | Month, day: date) -> str:
    """The day of a figure: a stock is of its end, a flow of the days up to it."""
    rule = found.rule
    return tell(PERIODS["day" if rule.quantity == "stock" else rule.period], day=day)


def _entries(found: Changes) -> tuple[str, str]:
    """At which entries of the log the two figures are read, in words; nothing where that is one entry."""
    then, now = found.earlier.seen.at, found.later.seen.at
    if then == now:
        return "", ""
    return tell(" at entry {entry}", entry=str(then)), tell(" at log entry {entry}", entry=str(now))


def bounds(found: Changes) -> str:
    """Low and high of both figures, where they are not one number."""
    some = [(found.earlier, found.before), (found.later, found.now)]
    open_ones = [(figure, one) for figure, one in some if one.low != one.high]
    said = "; ".join(
        tell("on {day} at least {low} and at most {high}", day=figure.as_of, low=one.low, high=one.high)
        for figure, one in open_ones
    )
    return f"{first_up(said)}." if said else ""
