"""Whether a published figure speaks of what a rule and a lens count: only then may it lead in place of the count.

A part, women or a region, is not what a figure of all who are held counts, and a lens that does not believe its speaker
has no use for it. A rule that names its publisher is about that publisher's own figures, and no others.
"""

from habeas.tally.lens import Lens
from habeas.tally.rule import HELD, Rule

from .claims import admits
from .stated import Stated


def same_thing(one: Stated, rule: Rule, lens: Lens) -> bool:
    """Whether a figure of all who are held (or came, or went) is about the same as what the rule counts by the lens."""
    if not admits(one.claim, lens):
        return False
    return rule.publisher == _speaker(one) if rule.publisher else not _of_a_part(rule)


def _of_a_part(rule: Rule) -> bool:
    """Whether the rule asks for more of a person than custody; home and restricted liberty are counted by some."""
    population = rule.population
    return bool(rule.where or population.recognised_by) or not population.states >= HELD.population.states


def _speaker(one: Stated) -> str | None:
    chain = one.claim["attribution"]
    return chain[-1].get("agent_id") if chain else None
