"""The addresses of two figures side by side: what changed from one to the other, and a published one and the count."""

from typing import Any

from django.http import HttpRequest
from ninja import Query

from habeas.answers import between, counted_by, public, told
from habeas.answers.compared import comparable, compared
from habeas.answers.flow_changes import changes as changes_answer

from .answering import answers
from .asked import ChangesAsked, CompareAsked

Json = dict[str, Any]
MOST = 200  # published figures that can be compared, in one answer


@answers("/changes", ChangesAsked)
def changes(request: HttpRequest, asked: Query[ChangesAsked]) -> Json:
    """What lies between two figures of one rule: by reason, and name by name, adding up."""
    seen = public.view(asked.at)
    then = public.view(asked.from_at, "from_at") if asked.from_at else seen
    days = {name: public.day(day, name) for name in between.DAYS if (day := getattr(asked, name))}
    figures = between.figures(between.Days(**days), then, seen)
    rule = counted_by.rule_named(asked.rule, seen)
    lens = counted_by.lens_asked(asked.lens, rule, seen)
    return told.as_page(changes_answer(*figures, rule, lens), asked.after)


@answers("/compare", CompareAsked)
def compare(request: HttpRequest, asked: Query[CompareAsked]) -> Json:
    """A published figure beside the one counted for its days, step by step; without one, those that can be compared."""
    seen = public.view(asked.at)
    if not asked.figure:
        every = comparable(seen)
        some, last = every[asked.after : asked.after + MOST], asked.after + MOST
        more = {"next": last} if last < len(every) else {}
        return {"at": str(seen.at), "count": len(every), "figures": [dict(one.claim) for one in some]} | more
    public.must_be_id("figure", asked.figure, "claim")
    known_on = public.day(asked.known_on, "known_on") if asked.known_on else public.today()
    rule = counted_by.rule_named(asked.rule, seen) if asked.rule else None
    lens = counted_by.lens_named(asked.lens, seen) if asked.lens else None
    found = compared(asked.figure, seen, known_on, rule, lens)
    return told.as_comparison(found, asked.after)
