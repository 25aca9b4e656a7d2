"""What figures over time hang on: rule, lens, view, who is named at all, and what was taken away since."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.wording import say
from habeas.register import erase, read
from habeas.register.read import View
from habeas.tally.lens import Lens
from habeas.tally.rule import Rule

from .accounts import Accounts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Footing:
    """By which rule and through which lens, seen from where.

    `people` are named with an act that the lens admits, `groups` counted and not named, both known by the last known
    day asked about; `refused` are the claims about custody that the lens does not admit, whenever they were known.
    """

    rule: Rule
    lens: Lens
    seen: View
    people: int
    groups: int
    refused: int
    erased: int
    hidden: int

    @property
    def nobody(self) -> bool:
        """Whether the register names nobody here, and counts no group."""
        return not self.people and not self.groups

    @property
    def note(self) -> str:
        """What is told where there is nobody; else nothing."""
        return of_nobody(self.lens, refuses=bool(self.refused)) if self.nobody else ""

    def as_json(self) -> Json:
        """The documented keys that a tally has, too."""
        rule, lens = self.rule, self.lens
        return {
            "rule": rule.name,
            "rule_version": rule.version,
            "rule_sentence": rule.sentence,
            "quantity": rule.quantity,
            "unit": rule.unit,
            "complete": rule.complete,
            "lens": lens.name,
            "lens_version": lens.version,
            "lens_sentence": lens.sentence,
            "access": self.seen.ceiling.name,
            "at": str(self.seen.at),
            "people": self.people,
            "erased_since": self.erased,
            "hidden_since": self.hidden,
        }


def scope(rule: Rule) -> str:
    """The days of which a rule speaks, in words."""
    return say(
        "the rule {rule} speaks of the days from {first} to {last} alone",
        rule=say(rule.name),
        first=rule.first.isoformat() if rule.first else say("the beginning"),
        last=rule.last.isoformat() if rule.last else say("now"),
    )


def of_nobody(lens: Lens, *, refuses: bool) -> str:
    """What is told where nobody is named: that there is nobody, or that the lens refuses what there is."""
    if not refuses:
        return say("nobody is named here")
    return say("the lens {lens} admits no claim about anybody’s custody that was known by then", lens=say(lens.name))


def footing(every: Accounts, rule: Rule, lens: Lens, known_on: date, seen: View) -> Footing:
    """What figures hang on that are asked as known up to a day."""
    return Footing(
        rule=rule,
        lens=lens,
        seen=seen,
        people=len(every.peopled(lens, known_on, rule.territory)),
        groups=len(every.groups(lens, known_on, rule.territory)),
        refused=sum(map(len, every.refused(lens, rule.territory).values())),
        erased=every.kept("erased", lambda: erase.erased_since(seen.at.seq, seen.ceiling)),
        hidden=every.kept("hidden", lambda: read.hidden_since(seen)),
    )
