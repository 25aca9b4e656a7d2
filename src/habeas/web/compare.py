"""A published figure beside the one that is counted for its day, or days: the bridge, and the names learned since."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import compared, counted_by, public
from habeas.answers.compared import Compared
from habeas.answers.public import AskError
from habeas.register.read import View
from habeas.tally.lens import EVERY
from habeas.tally.rule import Rule

from . import bridge_words, change_words, copied_rows, words
from .addresses import url
from .change_words import Step
from .copies import Copies
from .page import address, page, reads
from .question import choices, reader, trusted
from .tongue import tell, tell_many

FIRST, LISTED = 4, 60
CHOSEN = frozenset({"rule", "lens"})


@reads("figure", "known_on", "rule", "lens")
def compare(request: HttpRequest) -> HttpResponse:
    """One published figure compared; without one, those that can be."""
    seen = public.view(request.GET.get("at"))
    if not request.GET.get("figure", "").strip():
        return _choose(request, seen)
    problems: dict[str, str] = {}
    found = _found(request, seen, problems)
    context = _form(request, seen, problems, found)
    if found is None:
        return page(request, "compare.html", context, status=400)
    return page(request, "compare.html", context | _shown(request, found), seen=seen)


def _choose(request: HttpRequest, seen: View) -> HttpResponse:
    """The published figures that can be compared, the newest first."""
    every = compared.comparable(seen)
    at = str(seen.at) if request.GET.get("at") else ""
    rows = [(one, address(url("compare"), figure=one.id, at=at)) for one in every[:LISTED]]
    copies = Copies(
        finding="Published figures that can be compared",
        tables={"figures": lambda: copied_rows.of_figures(one.claim for one in every[:LISTED])},
    )
    context = {"rows": rows, "all": len(every), "json": "/api/figures", "copies": copies}
    return page(request, "figures_to_compare.html", context, seen=seen)


def _found(request: HttpRequest, seen: View, problems: dict[str, str]) -> Compared | None:
    """The answer; None where `problems`, which it adds to, says what cannot be read. A figure stands in no field."""
    read = reader(request, problems)
    figure = request.GET["figure"].strip()
    public.must_be_id("figure", figure, "claim")
    known_on = read("known_on", lambda text: public.day(text, "known_on"), public.today())
    rule = read("rule", lambda text: counted_by.rule_named(text, seen), None)
    lens = read("lens", lambda text: counted_by.lens_named(text, seen), None)
    if problems:
        return None
    try:
        return compared.compared(figure, seen, known_on, rule, lens)
    except AskError as error:
        if error.parameter == "figure":
            raise
        problems[error.parameter if error.parameter in ("rule", "lens") else "rule"] = error.message
        return None


def _form(request: HttpRequest, seen: View, problems: Mapping[str, str], found: Compared | None) -> dict[str, Any]:
    given = request.GET
    rules = _offered(counted_by.rules(seen), found)
    return {
        "problems": {name: words.chosen(why) if name in CHOSEN else why for name, why in problems.items()},
        "figure": given["figure"].strip(),
        "rules": choices(rules, given.get("rule", "")),
        "lenses": choices(counted_by.lenses(seen), given.get("lens", "")),
        "rule_value": given.get("rule", ""),
        "its_own": trusted(found.lens if found and not given.get("lens", "").strip() else None, rules),
        "lens_value": given.get("lens", "") or EVERY.name,
        "known_on_value": words.day(found.changes.later.known_on) if found else given.get("known_on", ""),
    }


def _offered(rules: Sequence[Rule], found: Compared | None) -> list[Rule]:
    """The rules that count what the figure is of, who is held or who moved; all where it was not compared."""
    stock = found and found.first is None
    return [one for one in rules if found is None or (one.quantity == "stock") == stock]


def _shown(request: HttpRequest, found: Compared) -> dict[str, Any]:
    changes, claim = found.changes, found.published.claim
    at = str(changes.later.seen.at) if request.GET.get("at") else ""
    query = of_comparison(found)
    asked = _days(found) | {"rule": query["rule"], "lens": query["lens"], "at": at}
    nobody = bridge_words.nobody(found)
    between = address(url("changes"), **asked) if found.first is None else ""  # no flow is asked for there
    return {
        "found": found,
        "claim": claim,
        "finding": finding(found),
        "counted_for": _counted_for(found),
        "nobody": nobody,
        "sentences": bridge_words.sentences(found),
        "named_here": bridge_words.named_here(found),
        "same": found.now.best == found.number,
        "steps": steps(found),
        "columns": change_words.columns(changes, FIRST, between, at),
        "between": between,
        "json": address("/api/compare", **query, at=at),
        "copies": Copies(
            finding=finding(found),
            asked=query,
            days=tell(
                "counted for {days}, as known on {known}", days=_counted_for(found), known=changes.later.known_on
            ),
            tables={
                "steps": lambda: copied_rows.of_steps(steps(found)),
                "changes": lambda: copied_rows.of_changes(change_words.first(changes, FIRST)),
                "published": lambda: copied_rows.of_figures([claim]),
            },
            more=[nobody] if nobody else [f"{one.number} {one.what}." for one in steps(found)],
        ),
    }


def finding(found: Compared) -> str:
    """What is found, in one sentence without a full stop: what was said of a day, and what is counted for it."""
    claim, said = found.published.claim, words.figure(found.published.figure)
    day, when = words.day(found.as_of), words.when(claim["when"])
    here = tell_many("{number} is counted here", "{number} are counted here", found.now.best)
    if not found.now.best and not found.first:
        here = tell("nobody is counted here")
    if said == words.number(found.now.best):
        here = tell("as many are counted here")
    if when != day and not found.first:
        here = tell("{here} for {day}", here=here, day=day)
    who = words.speakers(claim["attribution"])
    return tell("{speakers} said {figure} for {when}; {here}", speakers=who, figure=said, when=when, here=here)


def steps(found: Compared) -> list[Step]:
    """From the published number to the one that is counted now."""
    claim, apart = found.published.claim, found.then.best - found.number
    who, when = words.speakers(claim["attribution"]), words.dated(claim["when"])
    published = tell("published by {speakers}, {when}", speakers=who, when=when)
    then = found.changes.earlier.known_on
    unnamed = tell("not counted here, as known on {day}: not named, or not of this rule", day=then)
    unsaid = tell("counted here, as known on {day}, and not in that number", day=then)
    if found.first:
        unnamed = unsaid = tell("{what}, as known on {day}", what=compared.remainder(apart), day=then)
    first = [Step(words.figure(found.published.figure), "", published)]
    if apart:
        first.append(Step(change_words.signed(apart), change_words.way(apart), unsaid if apart > 0 else unnamed))
    known = found.changes.later.known_on
    counted = tell("counted for {days}, as known on {known}", days=_counted_for(found), known=known)
    last = Step(f"= {words.number(found.now.best)}", "sum", counted)
    return [*first, *(one for one in change_words.revised(found.changes) if one.way), last]


def _counted_for(found: Compared) -> str:
    """The day that is counted, or of who came or went the days."""
    last = words.day(found.as_of)
    if found.first in (None, found.as_of):
        return last
    return tell("{first} to {last}", first=found.first, last=last)


def of_comparison(found: Compared) -> dict[str, str]:
    """What asks for the same comparison again, rule and lens in the version that they have now."""
    rule, lens = found.rule, found.lens
    asked = {"figure": found.published.id, "known_on": found.changes.later.known_on.isoformat()}
    return asked | {"rule": f"{rule.name}@{rule.version}", "lens": f"{lens.name}@{lens.version}"}


def _days(found: Compared) -> dict[str, str]:
    earlier, later = found.changes.earlier, found.changes.later
    return {"as_of": str(earlier.as_of), "known_on": str(earlier.known_on), "to_known_on": str(later.known_on)}
