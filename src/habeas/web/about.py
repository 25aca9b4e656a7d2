"""What this register is, what it holds, and what it does not know."""

from django.http import HttpRequest, HttpResponse

from habeas.answers import counted_by, public

from .page import page, reads


@reads()
def about(request: HttpRequest) -> HttpResponse:
    """What the register is."""
    seen = public.view(request.GET.get("at"))
    how = {"rules": counted_by.rules(seen), "lenses": counted_by.lenses(seen)}
    context = {"totals": public.totals(seen), **how, "json": "/api/openapi.json"}
    return page(request, "about.html", context, seen=seen)
