"""What an address asks of a count, by which rule, of which days, through which lens; and what the form offers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest

from habeas.answers import counted_by, divisions, public
from habeas.answers.front import Question
from habeas.answers.public import AskError
from habeas.answers.tally import Tally
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule

from . import words
from .tongue import tell

COUNT = ("rule", "as_of", "known_on", "lens")
CHOSEN = frozenset({"rule", "lens", "by"})  # those that stand in a list to choose from


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what of it cannot be read, by parameter, and what of it was left out, in a sentence."""

    question: Question
    problems: Mapping[str, str]
    left_out: str = ""


def reader(request: HttpRequest, problems: dict[str, str]) -> Callable[[str, Callable[[str], Any], Any], Any]:
    """What reads a parameter of a request: `how` makes it of the words, or something else stands where there are none.

    What cannot be read is told in `problems`, by parameter.
    """

    def read(name: str, how: Callable[[str], Any], otherwise: Any) -> Any:
        text = request.GET.get(name, "").strip()
        try:
            return how(text) if text else otherwise
        except AskError as error:
            problems[name] = error.message
            return otherwise

    return read


def lens_of(request: HttpRequest, rule: Rule, seen: View, problems: dict[str, str]) -> Lens:
    """The lens that a request names, else the rule's own; what cannot be read is told in `problems`."""
    try:
        return counted_by.lens_asked(request.GET.get("lens", ""), rule, seen)
    except AskError as error:
        problems["lens"] = error.message
        return EVERY


def trusted(lens: Lens | None, rules: Sequence[Rule]) -> str:
    """What the list of lenses offers first: the rule's own; nothing where no rule has one. `lens` is that, if known."""
    if not any(rule.lens for rule in rules):
        return ""
    return tell("whom the rule trusts: {lens}", lens=tell(lens.name)) if lens else tell("whom the rule trusts")


def asked(request: HttpRequest, seen: View) -> Asked:
    """What a request asks. A flow that is asked for by state is counted undivided, since the form can ask for it."""
    problems: dict[str, str] = {}
    read = reader(request, problems)
    rule = read("rule", lambda text: counted_by.rule_named(text, seen), HELD)
    found = Question(
        known_on=read("known_on", lambda text: public.day(text, "known_on"), public.today()),
        as_of=read("as_of", lambda text: public.day(text, "as_of"), None),
        rule=rule,
        lens=lens_of(request, rule, seen, problems),
        by=read("by", public.divided_by, ""),
    )
    if divisions.STATE in divisions.parts(found.by) and found.rule.quantity != "stock":
        undivided = tell("Who came and went is not divided by state: this is the whole count.")
        return Asked(replace(found, by=""), problems, undivided)
    try:
        divisions.must_divide(found.by, found.rule, seen)
    except AskError as error:
        problems["by"] = error.message
    return Asked(found, problems)


def form(request: HttpRequest, said: Asked, seen: View) -> dict[str, Any]:
    """What the form shows: its choices, what stands in its fields, and what is wrong beside each."""
    given, rules = request.GET, counted_by.rules(seen)
    return {
        "problems": {name: words.chosen(why) if name in CHOSEN else why for name, why in said.problems.items()},
        "left_out": said.left_out,
        "ahead": _ahead(said.question),
        "rules": choices(rules, given.get("rule", "")),
        "lenses": choices(counted_by.lenses(seen), given.get("lens", "")),
        "rule_value": given.get("rule", "") or HELD.name,
        "its_own": trusted(None if given.get("lens", "").strip() else said.question.lens, rules),
        "lens_value": given.get("lens", "") or EVERY.name,
        "by_value": "" if said.left_out else given.get("by", ""),
        "divided": _divided(said.question, seen),
        "as_of_value": given.get("as_of", ""),
        "known_on_value": given.get("known_on", "") or words.day(public.today()),
    }


def _ahead(question: Question) -> str:
    """What is said of tomorrow, which may be asked about since somewhere it is that day already; else nothing."""
    today, last = public.today(), max(question.known_on, question.as_of or question.known_on)
    if last <= today:
        return ""
    return tell(
        "By the clock of this register (UTC) it is still {today}: of {last} it says what is known by now.",
        today=today,
        last=last,
    )


def _divided(question: Question, seen: View) -> list[str]:
    """By what the form offers to divide; several at once where they were asked for."""
    several = [question.by] if len(divisions.parts(question.by)) > 1 else []
    return [*divisions.offered(question.rule, seen), *several]


def of_count(tally: Tally) -> dict[str, str]:
    """What asks for the same count again: its days, its rule and its lens, each in the version that it has now."""
    days = {"as_of": tally.as_of.isoformat(), "known_on": tally.known_on.isoformat()}
    versions = {"rule": f"{tally.rule.name}@{tally.rule.version}", "lens": f"{tally.lens.name}@{tally.lens.version}"}
    return days | versions


def choices(known: Sequence[Any], asked_for: str) -> list[str]:
    """The names to choose from; an older version that was asked for stands among them."""
    names = [str(one.name) for one in known]
    return names if not asked_for.strip() or asked_for in names else [asked_for, *names]
