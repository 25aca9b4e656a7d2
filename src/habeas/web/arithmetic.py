"""Which published numbers must add up, and whether they do: those that fail first, with what could explain the gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import arithmetic as answer
from habeas.answers import counted_by, public
from habeas.answers import door_words as told
from habeas.answers.arithmetic import Arithmetic
from habeas.bargain.check import Check, Outcome
from habeas.claims.wording import form, joined, say
from habeas.register.read import View
from habeas.tally.lens import EVERY

from . import copied_rows, words
from .copies import Copies
from .page import address, page, reads
from .question import choices, reader
from .tongue import tell, tell_many
from .tongue import told as told_words

FEW = 4  # sums that stand in a frame
TITLES = {
    Outcome.off: form("What does not add up"),
    Outcome.can_hold: form("What does not add up as printed, and can hold"),
    Outcome.unsaid: form("What cannot be said"),
    Outcome.holds: form("What adds up"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A check as a page has it: the numbers are (number, claim in the documented shape)."""

    equation: str
    outcome: str
    identity: str
    numbers: Sequence[tuple[str, Any]]
    explanations: Sequence[str]
    without: str


@reads("known_on", "lens")
def arithmetic(request: HttpRequest) -> HttpResponse:
    """The checks; what cannot be read is told beside its field."""
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    read = reader(request, problems)
    known_on = read("known_on", lambda text: public.day(text, "known_on"), public.today())
    lens = read("lens", lambda text: counted_by.lens_named(text, seen), EVERY)
    context = _form(request, seen, problems)
    if problems:
        return page(request, "arithmetic.html", context, status=400)
    return page(
        request, "arithmetic.html", context | _page(request, answer.arithmetic(seen, known_on, lens)), seen=seen
    )


def _form(request: HttpRequest, seen: View, problems: dict[str, str]) -> dict[str, Any]:
    given = request.GET
    return {
        "problems": {name: words.chosen(why) for name, why in problems.items()},
        "lenses": choices(counted_by.lenses(seen), given.get("lens", "")),
        "lens_value": given.get("lens", "") or EVERY.name,
        "known_on_value": given.get("known_on", "") or words.day(public.today()),
    }


def _page(request: HttpRequest, found: Arithmetic) -> dict[str, Any]:
    query = {"known_on": found.known_on, "lens": f"{found.lens.name}@{found.lens.version}"}
    at = str(found.seen.at) if request.GET.get("at") else ""
    groups = [(outcome, [one for one in found.checks if one.outcome is outcome]) for outcome in TITLES]
    return {
        "found": found,
        "finding": finding(found),
        "groups": [
            (outcome.value, tell(TITLES[outcome]), [_shown(one, found) for one in some])
            for outcome, some in groups
            if some
        ],
        "json": address("/api/arithmetic", **query, at=at),
        "copies": Copies(
            finding=finding(found),
            asked=query,
            tables={
                "checks": lambda: copied_rows.of_checks(found.as_json()["checks"], map(told.equation, found.checks))
            },
            more=[f"{told.equation(one)}: {told.outcome(one)}." for one in found.checks if one.outcome is Outcome.off][
                :FEW
            ],
        ),
    }


def finding(found: Arithmetic) -> str:
    """How many checks fail, in one line without a full stop."""
    off, every = found.outcomes["off"], len(found.checks)
    if not every:
        return tell("No published numbers are known here that must add up")
    if every == 1:
        fails = tell("The one check of published numbers fails")
        return fails if off else tell("The one check of published numbers does not fail")
    if not off:
        return tell_many(
            "Of {number} check of published numbers, none fails",
            "Of {number} checks of published numbers, none fails",
            every,
        )
    return tell_many(
        "Of {every} checks of published numbers, {number} fails",
        "Of {every} checks of published numbers, {number} fail",
        off,
        every=every,
    )


def _shown(one: Check, found: Arithmetic) -> Shown:
    return Shown(
        told_words(told.equation(one)),
        told_words(told.outcome(one)),
        told_words(told.IDENTITIES[one.identity]),
        [(words.number(each.printed), found.claims[each.claim]) for each in one.numbers],
        [told_words(told.EXPLANATIONS[each]) for each in one.explanations],
        told_words(
            joined(
                form("{one} and {more}"),
                (say("the {number} of {day}", number=each.printed, day=each.last) for each in one.left_out),
            )
        ),
    )
