"""The address of what the register itself is."""

from typing import Any

from django.http import HttpRequest
from ninja import Query

from habeas.answers import counted_by, public
from habeas.answers.taken_in import declared

from .answering import answers
from .asked import Asked


@answers("/about", Asked)
def about(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    """What the register is called and holds, by which rules and lenses it counts, and what its keepers take in."""
    seen = public.view(asked.at)
    return {
        "at": str(seen.at),
        "access": seen.ceiling.name,
        "name": public.register_name(),
        "totals": {what.replace(" ", "_"): count for what, count in public.totals(seen).items()},
        **counted_by.as_json(seen),
        "coverage": [one.as_json() for one in declared(seen)],
    }
