"""What this register is, what it holds, and what it does not know."""

from django.http import HttpRequest, HttpResponse

from habeas.answers import public
from habeas.answers.tally import LENS_SENTENCE
from habeas.tally.rule import HELD

from .page import page, reads


@reads
def about(request: HttpRequest) -> HttpResponse:
    """What the register is."""
    seen = public.view(request.GET.get("at"))
    context = {"totals": public.totals(seen), "rule": HELD, "lens_sentence": LENS_SENTENCE, "json": "/api/openapi.json"}
    return page(request, "about.html", context, seen=seen)
