"""What lies between a published figure and the count beside it, in sentences: what is explained, and what is not."""

from habeas.answers import compared
from habeas.answers.compared import Compared
from habeas.claims.wording import forms
from habeas.tally.rule import HELD

from .tongue import tell, tell_many, told

NOT_EXPLAINED = forms(
    "{number} of the published number is not explained here: people who are not named in this register, or whom this "
    "rule does not count. Nobody is added to reach it.",
    "{number} of the published number are not explained here: people who are not named in this register, or whom this "
    "rule does not count. Nobody is added to reach it.",
)
MORE_HERE = forms(
    "{number} more is counted here than were published: people whom the publisher did not know of, or whom its rule "
    "does not count.",
    "{number} more are counted here than were published: people whom the publisher did not know of, or whom its rule "
    "does not count.",
)
NAMED = forms(
    "The register names {number} person of whom an act of custody was known by {known:of}",
    "The register names {number} people of whom an act of custody was known by {known:of}",
)


def sentences(found: Compared) -> str:
    """How far the two are apart, what became known since explains, and what nothing here explains."""
    left = found.number - found.now.best
    if not left:
        return tell("No difference.")
    if found.first:
        return _of_flow(left)
    apart = tell("The two numbers are {number} apart.", number=abs(left))
    rest = tell_many(*NOT_EXPLAINED, left) if left > 0 else tell_many(*MORE_HERE, -left)
    return " ".join(filter(None, (apart, _learned(found), rest)))


def nobody(found: Compared) -> str:
    """That the rule counts nobody, so that there is nothing to lead from one number to the other, and why."""
    why = compared.why_nobody(found)
    if not why:
        return ""
    return tell(
        "By this rule nobody is counted for {day}, by what is known now or was known when the figure was published: "
        "{why}. So nothing leads from the published number to a count, and this says nothing against that number.",
        day=found.as_of,
        why=told(why),
    )


def named_here(found: Compared) -> str:
    """Of a number that is not reached: how many are named here, how many may have been held, how many are counted."""
    if found.first or found.now.best >= found.number:
        return ""
    named, day, counted = compared.named(found), found.as_of, found.now.high
    if not named.people:
        return tell("Nobody is named here.")
    people = tell_many(*NAMED, named.people, known=found.changes.later.known_on)
    if found.rule == HELD or not named.held:
        return tell("{people}: at most {held} of them were held on {day:of}.", people=people, held=named.held, day=day)
    if not counted:
        return tell(
            "{people}: at most {held} of them were held on {day:of}, and this rule counts none of those.",
            people=people,
            held=named.held,
            day=day,
        )
    return tell(
        "{people}: at most {held} of them were held on {day:of}, and at most {counted} of them by this rule.",
        people=people,
        held=named.held,
        counted=found.now.high,
        day=day,
    )


def _of_flow(left: int) -> str:
    what = {"number": abs(left), "what": told(compared.remainder(-left))}
    if left > 0:
        return tell(
            "{number} {what}, or not counted by this rule. Nobody is added to reach the published number.", **what
        )
    return tell("{number} {what}: the publisher did not know of them, or its rule does not count them.", **what)


def _learned(found: Compared) -> str:
    """By how much the count was revised since the figure was published: whoever makes it so is named beneath."""
    if found.ahead:
        return ""
    then, now = found.then.best, found.now.best
    if then != now:
        return tell(
            "What became known since it was published explains, name by name, how the count went from {then} to {now}.",
            then=then,
            now=now,
        )
    if found.changes.listed:
        return tell("What became known since it was published changed only who is counted, or how certain it is.")
    return tell("Nothing that became known since it was published explains any of it.")
