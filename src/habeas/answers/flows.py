"""Who came or went in the window that ends on a day: the plain loop, over those alone who can have moved in it."""

from collections.abc import Mapping, Sequence
from datetime import date

from habeas.custody.report import Account
from habeas.tally.count import Count, GroupReport, count
from habeas.tally.lens import Lens
from habeas.tally.movers import movers
from habeas.tally.rule import Rule

from .accounts import Accounts


def may_have_moved(every: Accounts, rule: Rule, lens: Lens, as_of: date, known_on: date) -> Mapping[str, Account]:
    """What is known of those who can have come or gone in the window that ends on a day."""
    admitted, known = every.table(lens, rule.territory), known_on.toordinal()
    start = rule.start(as_of).toordinal()
    recognised = bool(rule.population.recognised_by)
    some = movers(admitted, every.book(rule, lens), start, as_of.toordinal(), known, recognised)
    versions = ((admitted.people[number], admitted.version(number, known)) for number in some)
    return {
        person: one.account
        for person, one in versions
        if one and any(not report.denied for report in one.account.reports)
    }


def flow_of(
    every: Accounts, people: Mapping[str, Account], rule: Rule, as_of: date, groups: Sequence[GroupReport]
) -> Count:
    """The flow of a window of these people, and of the groups of whom nobody is named."""
    read = every.read
    return count(people, rule, as_of, groups, same=read.same, different=read.different, contradicts=read.contradicts)
