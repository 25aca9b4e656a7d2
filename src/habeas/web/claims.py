"""Claims: found by what is asked of them, and one by one, each in whose words it stands."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from habeas.answers import claims as answer
from habeas.answers import opened, public
from habeas.answers.public import AskError
from habeas.claims.act import ACTS, Act
from habeas.register.query import Query

from . import words
from .page import not_here, page, reads

PAGE = 50
NO_CLAIM = "There is no claim with this id here that may be shown."
FEW = ("text", "subject", "speaker", "topic")
NOT_WORDS = frozenset({"record", "group", "agent", "body"})  # ids, in a detail of a claim


@reads
def claims(request: HttpRequest) -> HttpResponse:
    """The claims that a query finds, 50 to a page; what cannot be read is told beside its field."""
    asked = {name: request.GET.get(name, "").strip() for name in public.FILTERS}
    ids = [one.strip() for one in request.GET.getlist("claim") if one.strip()]
    context: dict[str, Any] = {
        "asked": asked | {"at": request.GET.get("at", "").strip()},
        "ids": ids,
        "words": {name: list(some) for name, some in public.WORDS.items()},
        "more_asked": bool(ids) or any(asked[name] for name in asked if name not in FEW),
        "narrowed": bool(ids) or any(asked.values()),
    }
    try:
        query = public.query(asked, ids)
    except AskError as error:
        if error.parameter not in asked:
            raise
        return page(request, "claims.html", context | {"problems": {error.parameter: error.message}}, status=400)
    seen = public.view(request.GET.get("at"))
    after = public.whole(request.GET.get("after", ""), "after")
    found = answer.find(query, seen, PAGE, after)
    at, list_of = request.GET.get("at", ""), reverse("claims")
    shown = {
        "found": found,
        "after": after,
        "first": _address(list_of, query, at),
        "next": _address(list_of, query, at, after=found["next"]) if "next" in found else "",
        "json": _address("/api/claims", query, at),
    }
    return page(request, "claims.html", context | shown, seen=seen)


@reads
def claim(request: HttpRequest, claim_id: str) -> HttpResponse:
    """One claim: what it says, in whose words, when, known when, and the words in the document that carry it."""
    found = opened.claim(claim_id, public.view(request.GET.get("at")))
    if found is None:
        return not_here(request, NO_CLAIM)
    said = found.claim.said
    context = {
        "page": found,
        "claim": said,
        "words": found.claim.selector,
        "withheld": found.claim.words,
        "detail": _detail(said),
        "json": f"/api/claims/{claim_id}",
    }
    if "act" in said:
        context["act_meaning"] = ACTS[Act(said["act"]["kind"])].meaning
    return page(request, "claim.html", context, seen=found.seen)


def _detail(said: dict[str, Any]) -> list[tuple[str, str]]:
    """What a claim says of an attribute, a recognition, a commitment or a measure, key by key; ids left out."""
    parts = [said[key] for key in ("attribute", "recognition", "commitment", "measure_event") if key in said]
    return [(key, _in_words(value)) for part in parts for key, value in part.items() if key not in NOT_WORDS]


def _in_words(value: str | list[str] | dict[str, str]) -> str:
    if isinstance(value, dict):
        return words.when(value)
    return value if isinstance(value, str) else ", ".join(value)


def _address(path: str, query: Query, at: str, **more: object) -> str:
    """An address that asks the same, with the days as YYYY-MM-DD."""
    asked = [(name, getattr(query, name)) for name in public.FILTERS if getattr(query, name)]
    asked += [("claim", one) for one in query.ids]
    asked += [("at", at)] if at else []
    asked += [(name, str(value)) for name, value in more.items()]
    return f"{path}?{urlencode(asked)}" if asked else path
