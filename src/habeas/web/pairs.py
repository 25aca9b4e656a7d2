"""A pair: two records side by side, for whoever judges whether they are one person. The judging is a command."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import pair as answer
from habeas.answers import public
from habeas.answers.pair import Agreement, Compared, Pair, Value
from habeas.claims.vocabulary import Sameness
from habeas.claims.wording import form

from . import words
from .copies import Copies
from .page import not_here, page, reads
from .tongue import digits, tell, told

NO_PAIR = form(
    "There are no two records with these ids here that may be shown, of whom it can be judged whether they are one."
)
VERDICTS = {
    Sameness.same: form("same person"),
    Sameness.different: form("different people"),
    Sameness.undecided: form("cannot say"),
}
AGREEMENTS = {
    Agreement.agrees: ("kept", form("agrees")),
    Agreement.alike: ("part_kept", form("alike")),
    Agreement.differs: ("not_kept", form("differs")),
    Agreement.other_days: ("pending", form("on other days")),
    Agreement.one_side: ("not_checkable", form("one side only")),
}
MAY_BE_ONE_DAY = form("may be one day")
BIRTHS = frozenset({"birth", "death"})


@reads()
def pair(request: HttpRequest, one_id: str, other_id: str) -> HttpResponse:
    """Two records: their names, what each source says, what of it agrees, what was judged, and how to judge."""
    today = public.today()
    found = answer.pair(one_id, other_id, public.view(request.GET.get("at", "")), today)
    if found is None:
        return not_here(request, NO_PAIR)
    context = {
        "pair": found,
        "today": today,
        "sides": (found.one, found.other),
        "stands": _stands(found),
        "compared": [_compared(one) for one in found.compared],
        "judged": [(tell(VERDICTS[Sameness(one.by.verdict)]), one.by.day) for one in found.judgements],
        "between": found.chain[1:-1],
        "verdicts": [(verdict, tell(said)) for verdict, said in VERDICTS.items()],
        "json": f"/api/pairs/{one_id}/{other_id}",
        "copies": Copies(
            finding=tell(
                "{one} and {other}: {stands}",
                one=found.one.whom.name,
                other=found.other.whom.name,
                stands=_stands(found).rstrip("."),
            ),
            tables={"evidence": lambda: (_copied(one, found) for one in found.compared)},
        ),
    }
    return page(request, "pair.html", context, seen=found.seen)


def _stands(found: Pair) -> str:
    """Where the two stand now, in a sentence."""
    if found.chain:
        return tell("They are held to be one person. That is a judgement, not a claim: it can be taken back.")
    said = {one.by.verdict for one in found.judgements}
    if Sameness.different in said:
        return tell("They are held to be different people. That is a judgement, not a claim: it can be taken back.")
    if Sameness.undecided in said:
        return tell("Somebody looked, and could not say whether they are one person.")
    if Sameness.same in said:
        return tell("They were judged to be one person, and other judgements contradict that: each stands alone.")
    return tell("Nobody has judged whether they are one person.")


def _compared(one: Compared) -> dict[str, Any]:
    mark, word = AGREEMENTS[one.agreement]
    day = one.act or one.what in BIRTHS
    return {
        "what": words.plainly(one.what),
        "mark": mark,
        "word": tell(MAY_BE_ONE_DAY if day and one.agreement is Agreement.alike else word),
        "reasons": ", ".join(tell(reason) for reason in one.reasons),
        "sides": [[_value(value, one.what) for value in side] for side in (one.one, one.other)],
        "name": one.what == "name",
    }


def _copied(one: Compared, found: Pair) -> dict[str, Any]:
    """What two sources say of a thing, and whether it agrees; of each the claims that say so."""
    said: dict[str, Any] = {"what": one.what}
    for name, side, values in (("first", found.one, one.one), ("second", found.other, one.other)):
        cells = [_value(value, one.what) for value in values]
        claims = [claim for _, claim in cells if claim]
        said[name] = {"name": side.whom.name, "says": [text for text, _ in cells], "claims": claims}
    return said | {"agreement": one.agreement.value, "reasons": one.reasons}


def _value(value: Value, what: str) -> tuple[str, str]:
    """What stands in a cell, and the claim that says so; of a birth or death the year alone."""
    return (digits(value.text[:4]) if what in BIRTHS else told(value.text)), value.claim or ""
