"""What a series of figures finds, in one sentence: which day or month had the most, or that nobody is counted."""

from habeas.answers.footing import scope
from habeas.answers.months import month_end
from habeas.answers.series import Row, Series
from habeas.claims.wording import form as words_form
from habeas.tally.rule import HELD

from . import words
from .over_time import month
from .tongue import sentence, tell

MOST = {
    ("month", False): words_form("The most counted by the rule “{rule}” in one month: {number}, in {when}"),
    ("month", True): words_form("The most learned of by the rule “{rule}” in one month: {number}, in {when}"),
    ("day", False): words_form("The most counted by the rule “{rule}” in one day: {number}, on {when}"),
    ("day", True): words_form("The most learned of by the rule “{rule}” in one day: {number}, on {when}"),
}


def named(one: Row, step: str) -> str:
    """A row as it is called: a day, a month, or the part of a month that was asked for."""
    if step == "day":
        return words.day(one.day)
    whole = one.first.day == 1 and one.day == month_end(one.day)
    return month(one.day) if whole else tell("{first} to {last}", first=one.first.day, last=one.day)


def finding(found: Series) -> str:
    """What the series finds, in one sentence without a full stop."""
    if found.footing.nobody:
        return sentence(found.footing.note)
    if not found.rows:
        return sentence(scope(found.asked.rule))
    wanted, most = found.asked, max(found.rows, key=lambda one: one.best)
    rule = wanted.rule
    held = tell("named here as held") if rule == HELD else tell("counted by the rule “{rule}”", rule=tell(rule.name))
    if not most.best:
        return _nothing(found, held)
    if rule.quantity != "stock":
        when = named(most, wanted.step)
        return tell(MOST[wanted.step, wanted.by_known], rule=tell(rule.name), number=most.best, when=when)
    parts = {"day": most.day, "held": held, "number": most.best}
    if wanted.step == "month":
        return tell("Of the months’ ends {day} had the most people {held}: {number}", **parts)
    return tell("{day} had the most people {held}: {number}", **parts)


def _nothing(found: Series, held: str) -> str:
    """That nobody is counted in these days, and whether anybody can be: a number that nothing claims is no finding."""
    days = {"first": found.asked.first, "last": found.asked.last}
    most = max(one.high or 0 for one in found.rows)
    if most:
        form = words_form("By convention nobody is {held} from {first} to {last}; at most {number} may have been")
        return tell(form, held=held, number=most, **days)
    return tell("No claim has anybody {held} from {first} to {last}", held=held, **days)
