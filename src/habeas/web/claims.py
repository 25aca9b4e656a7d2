"""Claims: found by what is asked of them, and one by one, each in whose words it stands."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from habeas.answers import claims as answer
from habeas.answers import opened, public
from habeas.answers.public import AskError
from habeas.claims.act import ACTS, Act
from habeas.claims.vocabulary import LinkKind
from habeas.claims.wording import form
from habeas.register.query import Query

from . import copied_rows, words
from .addresses import url
from .copies import Copies
from .page import address, not_here, page, reads
from .tongue import in_a_row, tell, tell_many

PAGE = 50
NO_CLAIM = form("There is no claim with this id here that may be shown.")
FEW = ("text", "subject", "speaker", "topic")
NOT_WORDS = frozenset({"record", "group", "agent", "body"})  # ids, in a detail of a claim


@reads(*public.FILTERS, "claim", "after", again=("claim",))
def claims(request: HttpRequest) -> HttpResponse:
    """The claims that a query finds, 50 to a page; what cannot be read is told beside its field."""
    asked = {name: request.GET.get(name, "").strip() for name in public.FILTERS}
    ids = [one.strip() for one in request.GET.getlist("claim") if one.strip()]
    context: dict[str, Any] = {
        "asked": asked | {"at": request.GET.get("at", "").strip()},
        "ids": ids,
        "words": {"alone": list(public.ALONE), "says": public.SAYS}
        | {name: list(some) for name, some in public.WORDS.items()},
        "more_asked": bool(ids) or any(asked[name] for name in asked if name not in FEW),
        "narrowed": bool(ids) or any(asked.values()),
    }
    try:
        query = public.query(asked, ids)
    except AskError as error:
        if error.parameter not in asked:
            raise
        why = words.chosen(error.message) if error.parameter in context["words"] else error.message
        left = [
            (name, one) for name, one in context["asked"].items() if one and name not in {"person", error.parameter}
        ]
        about_anybody = _address(url("claims"), [*left, *(("claim", one) for one in ids)])
        nothing = {"about": "", "apart_from": about_anybody, "after": 0, "next": ""}
        return page(request, "claims.html", context | nothing | {"problems": {error.parameter: why}}, status=400)
    seen = public.view(request.GET.get("at"))
    after = public.whole(request.GET.get("after", ""), "after")
    found = answer.find(public.about_whom(query, seen), seen, PAGE, after)
    kept = _kept(asked, query, request.GET.get("at", ""))
    list_of = url("claims")
    shown = {
        "found": found,
        "after": after,
        "first": _address(list_of, kept),
        "next": _address(list_of, [*kept, ("after", found["next"])]) if "next" in found else "",
        "json": _address("/api/claims", [*kept, ("limit", PAGE), *([("after", after)] if after else [])]),
        "copies": Copies(
            finding=tell_many("{number} claim found", "{number} claims found", found["count"]),
            asked={name: value for name, value in kept if name not in ("claim", "at")},
            tables={"claims": lambda: copied_rows.of_claims(found["claims"])},
        ),
        "about": opened.called(asked["person"], seen) if asked.get("person") else "",
        "apart_from": _address(list_of, [one for one in kept if one[0] != "person"]),
    }
    return page(request, "claims.html", context | shown, seen=seen)


@reads()
def claim(request: HttpRequest, claim_id: str) -> HttpResponse:
    """One claim: what it says, in whose words, when, known when, and the words in the document that carry it."""
    found = opened.claim(claim_id, public.view(request.GET.get("at")))
    if found is None:
        return not_here(request, NO_CLAIM)
    said, at = found.claim.said, request.GET.get("at", "")
    around = opened.around([said], found.seen)
    ties = [
        (one["kind"], around.linked[one["claim"]]) for one in said.get("links", ()) if one["claim"] in around.linked
    ]
    here = url("document", said["document"])
    context = {
        "around": around,
        "apart": [other for kind, other in ties if kind == LinkKind.contradicts],
        "tied": [one for one in ties if one[0] != LinkKind.contradicts],
        "place": f"{address(here, claim=claim_id, at=at)}#c{words.short(claim_id)}",
        "page": found,
        "claim": said,
        "words": found.claim.selector,
        "withheld": found.claim.words,
        "withheld_words": words.plainly(found.claim.words),
        "detail": _detail(said),
        "json": f"/api/claims/{claim_id}",
        "copies": Copies(
            finding=tell(
                "{statement} (said {speakers})",
                statement=words.statement(said).rstrip("."),
                speakers=words.speakers(said["attribution"]),
            ),
            tables={"claim": lambda: copied_rows.of_claims([said])},
            more=[tell("Said for: {when}.", when=words.when(said["when"]))] if said.get("when") else [],
        ),
    }
    if "act" in said:
        context["act_meaning"] = tell(ACTS[Act(said["act"]["kind"])].meaning)
    return page(request, "claim.html", context, seen=found.seen)


def _detail(said: dict[str, Any]) -> list[tuple[str, str]]:
    """What a claim says of an attribute, a recognition, a commitment or a measure, key by key; ids left out."""
    parts = [said[key] for key in ("attribute", "recognition", "commitment", "measure_event") if key in said]
    return [(key, _in_words(value)) for part in parts for key, value in part.items() if key not in NOT_WORDS]


def _in_words(value: str | list[str] | dict[str, str]) -> str:
    if isinstance(value, dict):
        return words.when(value)
    return value if isinstance(value, str) else in_a_row(value)


def _kept(asked: Mapping[str, str], query: Query, at: str) -> list[tuple[str, object]]:
    """What is asked, name by name, with the days as YYYY-MM-DD."""
    kept: list[tuple[str, object]] = [
        (name, getattr(query, name) if name in public.DAYS else value) for name, value in asked.items() if value
    ]
    kept += [("claim", one) for one in query.ids]
    return [*kept, ("at", at)] if at else kept


def _address(path: str, asked: Sequence[tuple[str, object]]) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path
