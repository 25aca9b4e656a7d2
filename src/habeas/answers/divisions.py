"""By what a count can be divided: the custody state of a stock, and the properties that claims say of anybody."""

from habeas.register.read import View
from habeas.tally.rule import Rule

from .accounts import accounts
from .public import AskError

STATE = "state"
NOT_OFFERED = frozenset({"name", "address", "residence", "birth", "born"})  # each of these tells one person from all


def divisions(rule: Rule, seen: View) -> list[str]:
    """Every division that a rule's count can be asked for."""
    said = sorted(accounts(seen).read.properties)
    return [STATE, *said] if rule.quantity == "stock" else said


def offered(rule: Rule, seen: View) -> list[str]:
    """Those that a form offers: not by what is nobody's business, or would make a line of each person."""
    return [one for one in divisions(rule, seen) if one not in NOT_OFFERED]


def must_divide(by: str, rule: Rule, seen: View) -> None:
    """AskError where nothing is known by which to divide, or where it does not divide this rule."""
    if by == STATE and rule.quantity != "stock":
        raise AskError("by", f"who came and went is not divided by state: {rule.name} is an {rule.quantity}")
    if by and by not in (known := divisions(rule, seen)):
        told = f"write one of {', '.join(known)}" if known else "leave it out"
        raise AskError("by", f"no claim here says the “{by[:40]}” of anybody: {told}")
