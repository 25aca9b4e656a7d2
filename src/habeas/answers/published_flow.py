"""A published figure of how many came or went: in which days, by which rule it can be counted, or why it cannot.

The days are those that the figure names, both ends included; the rule is its publisher's own or one that is named. Two
units are never set side by side: who was detained twice is one person and two detentions.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from habeas.claims.vocabulary import CountedUnit, FigureKind
from habeas.claims.when import Extent, Meaning
from habeas.tally.rule import Rule

from .claims import admits
from .public import AskError
from .stated import PERSONS, Stated

OTHER_UNITS = {
    "detention": CountedUnit.detentions,
    "arrest": CountedUnit.detentions,
    "arrests": CountedUnit.detentions,
    "event": CountedUnit.events,
}


def is_flow(one: Stated) -> bool:
    """Whether it says how many came or went, and not how many are in on a day."""
    return bool(one.figure["kind"] == FigureKind.flow)


def window(one: Stated) -> tuple[date, date]:
    """The first and the last day that the figure counts. Raises AskError where it gives no number, or no such days."""
    if one.best is None:
        raise AskError("figure", "that figure gives no number: there is nothing to set beside the count")
    if one.first is None or one.last is None:
        raise AskError(
            "figure", "that figure gives no window of days, or one that is open: nothing can be counted in it"
        )
    when = one.claim["when"]
    if one.first < one.last and Meaning.window != when["meaning"] and Extent.throughout != when["extent"]:
        raise AskError(
            "figure",
            f"that figure is of some day between {one.first} and {one.last}, and not of all these days: "
            "it gives no window",
        )
    return one.first, one.last


def rule_of(one: Stated, named: Rule | None, rules: Iterable[Rule]) -> Rule:
    """The rule that is named, else its publisher's own among `rules`. Raises AskError where neither counts it."""
    if "than" in one.figure:
        raise AskError("figure", "that figure says by how much one number exceeds another: it is no count of its own")
    rule = named or _of_publisher(one, rules)
    if rule.quantity == "stock":
        raise AskError(
            "rule",
            f"that figure is of who came or went in some days, and “{rule.name}” counts who is in on a day: name a "
            "rule of an inflow or an outflow",
        )
    if rule.unit != unit(one):
        raise AskError(
            "rule",
            f"that figure counts {one.figure['unit']}, and “{rule.name}” counts {rule.unit}: the two are not set side "
            f"by side, since one person can come or go more than once; name a rule that counts {unit(one)}",
        )
    return rule


def counted_in(rule: Rule, first: date, last: date) -> Rule:
    """The rule as it counts in these days, whatever its own period. Raises AskError for days of which it is silent."""
    for day in (first, last):
        if not rule.covers(day):
            raise AskError("rule", f"the rule “{rule.name}” does not speak of {day}, a day of that figure’s window")
    return replace(rule, period="ever", first=first)


def unit(one: Stated) -> str:
    """What the figure counts, in the word that rules have for it; another word stays as it stands."""
    said = str(one.figure["unit"])
    return CountedUnit.persons if said in PERSONS else OTHER_UNITS.get(said, said)


def _of_publisher(one: Stated, rules: Iterable[Rule]) -> Rule:
    """The one rule of a flow that is said to be the publisher's own and counts in the figure's unit."""
    if "part_of" in one.figure:
        raise AskError("rule", "that figure is of a part of those who came or went: name a rule that counts that part")
    if not admits(one.claim):
        raise AskError("figure", "nobody asserts that figure: it is denied, or left open")
    speaker = one.claim["attribution"][-1].get("agent_id") if one.claim["attribution"] else None
    own = [each for each in rules if speaker and each.publisher == speaker and each.quantity != "stock"]
    fitting = [each for each in own if each.unit == unit(one)] or own
    if not fitting:
        raise AskError(
            "rule",
            "that figure is of who came or went, and no rule here is said to be how its publisher counts them: name a "
            f"rule of an inflow or an outflow that counts {unit(one)}",
        )
    if len(fitting) > 1:
        names = ", ".join(f"“{each.name}”" for each in fitting)
        raise AskError("rule", f"its publisher has more than one rule of who came or went: name one of {names}")
    return fitting[0]
