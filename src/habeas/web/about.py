"""What this register is, what it holds, and what it does not know."""

from datetime import date

from django.http import HttpRequest, HttpResponse

from habeas.answers import counted_by, list_editions, public, register_told
from habeas.claims.vocabulary import ClaimType

from .page import page, reads


@reads()
def about(request: HttpRequest) -> HttpResponse:
    """What the register is."""
    seen, today = public.view(request.GET.get("at")), public.today()
    holds, custody = register_told.held_here(seen), register_told.in_custody(seen, today)
    context = {
        "settings": register_told.settings(),
        "holds": holds,
        "lists": len(list_editions.every_edition(seen, today)),
        "custody": custody,
        "known": [date.fromisoformat(day) for day in holds.known if day],
        "shown": holds.shown and date.fromisoformat(holds.shown),
        "silent_days": (custody.silence[1] - custody.silence[0]).days if custody.silence else 0,
        "cited": holds.documents - holds.held,
        "none_of": [one.value for one in ClaimType if not holds.types[one.value]],
        "rules": counted_by.rules(seen),
        "lenses": counted_by.lenses(seen),
        "today": today,
        "json": "/api/openapi.json",
    }
    return page(request, "about.html", context, seen=seen)
