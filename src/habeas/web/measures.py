"""Which sanctions stand on a day: the question as a sentence, the statuses, and of a target what was said and done."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse

from habeas.answers import counted_by, public
from habeas.answers.measures import Measures, Stands
from habeas.answers.measures import measures as answer
from habeas.answers.public import AskError
from habeas.answers.sanctioned import sanctioned
from habeas.register.measured import ISSUER, TARGET
from habeas.register.read import View
from habeas.tally.lens import EVERY

from . import measure_copies, words
from . import measure_words as told
from .addresses import url
from .copies import Copies
from .measure_chart import drawn
from .page import address, page, reads
from .question import choices, reader
from .tongue import tell

PAGE = 100  # targets and issuers of one page
OFFERED = 200  # names that a field offers
IN_FULL = 8  # issuers of one target of whom everything is told


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: who, the status in words with its doubt, what is in force, what is only announced."""

    target: str
    issuer: str
    href: str
    status: str
    doubt: str
    in_force: Sequence[str]
    announced: Sequence[str]
    claims: Sequence[str]


@reads("target", "issuer", "as_of", "known_on", "lens", "after")
def measures(request: HttpRequest) -> HttpResponse:
    """The statuses of a day; what cannot be read is told beside its field."""
    seen = public.view(request.GET.get("at"))
    problems: dict[str, str] = {}
    after = public.whole(request.GET.get("after", ""), "after")
    found = _found(request, seen, problems)
    context = _form(request, seen, problems, found)
    if found is None:
        return page(request, "measures.html", context, status=400)
    return page(request, "measures.html", context | _shown(request, found, after), seen=seen)


def _found(request: HttpRequest, seen: View, problems: dict[str, str]) -> Measures | None:
    """The answer; None where `problems`, which it adds to, says what cannot be read."""
    read = reader(request, problems)
    days = [read(name, partial(public.day, parameter=name), public.today()) for name in ("as_of", "known_on")]
    lens = read("lens", lambda text: counted_by.lens_named(text, seen), EVERY)
    names = {name: request.GET.get(name, "").strip() for name in (TARGET, ISSUER)}
    try:
        for name, text in names.items():
            public.must_be_short(name, text)
        return None if problems else answer(seen, *days, target=names[TARGET], issuer=names[ISSUER], lens=lens)
    except AskError as error:
        problems[error.parameter] = error.message
        return None


def _form(request: HttpRequest, seen: View, problems: dict[str, str], found: Measures | None) -> dict[str, Any]:
    given, every = request.GET, sanctioned(seen)
    days = {name: given.get(name, "") for name in ("as_of", "known_on")}
    if found:
        days = {"as_of": words.day(found.as_of), "known_on": words.day(found.known_on)}
    names = {role: [every.named(key).name for key in every.keys(role)][:OFFERED] for role in (TARGET, ISSUER)}
    return {
        "problems": {name: words.chosen(why) if name == "lens" else why for name, why in problems.items()},
        "as_of_value": days["as_of"],
        "known_on_value": days["known_on"],
        "target_value": given.get(TARGET, "").strip(),
        "issuer_value": given.get(ISSUER, "").strip(),
        "targets": names[TARGET],
        "issuers": names[ISSUER],
        "lenses": choices(counted_by.lenses(seen), given.get("lens", "")),
        "lens_value": given.get("lens", "") or EVERY.name,
    }


def _shown(request: HttpRequest, found: Measures, after: int) -> dict[str, Any]:
    at = str(found.seen.at) if request.GET.get("at") else ""
    asked = {name: request.GET.get(name, "").strip() for name in (TARGET, ISSUER)}
    days = {"as_of": found.as_of.isoformat(), "known_on": found.known_on.isoformat()}
    query = asked | days | {"lens": f"{found.lens.name}@{found.lens.version}"}
    here = url("measures")
    some = found.standings[after : after + PAGE]
    last = after + len(some)
    in_full = found.standings if asked[TARGET] and len(found.standings) <= IN_FULL else ()
    pin = f"?at={at}" if at else ""
    chart = drawn(found, in_full, pin) if in_full else ""
    return {
        "found": found,
        "finding": told.finding(found, asked[TARGET]),
        "stand": told.stand(found),
        "lines": [line(one, query, at) for one in some],
        "ledgers": [told.ledger(found, one) for one in in_full],
        "chart": chart,
        "refused": sum(found.not_admitted.values()),
        "first_place": after + 1,
        "last_place": last,
        "all": len(found.standings),
        "next": address(here, **query, after=last, at=at) if last < len(found.standings) else "",
        "first": address(here, **query, at=at) if after else "",
        "json": address("/api/measures", **query, at=at),
        "copies": Copies(
            finding=told.finding(found, asked[TARGET]),
            asked=query,
            tables={
                "standings": lambda: measure_copies.standings(some),
                **({"course": lambda: measure_copies.courses(found, in_full)} if in_full else {}),
            },
            charts={"chart": chart},
        ),
    }


def line(one: Stands, query: dict[str, str], at: str) -> Line:
    """How one target stands with one issuer; its link asks for the target alone, on the days of the query."""
    answered = one.answer
    return Line(
        target=one.target.name,
        issuer=one.issuer.name,
        href=address(url("measures"), **query | {"target": one.target.name, "issuer": ""}, at=at),
        status=tell(told.STATUS[answered.status]),
        doubt=told.doubt(answered),
        in_force=told.in_force(answered),
        announced=[told.waiting(gap) for gap in answered.announced],
        claims=answered.evidence,
    )
