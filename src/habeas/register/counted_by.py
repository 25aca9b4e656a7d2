"""Reading the rules and lenses that were entered: every version, as it stands for ever, for whoever may see it.

The two that are built in, *held* and *every accepted claim*, are in no entry and not given out here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from habeas.claims.act import CustodyState
from habeas.claims.vocabulary import Review
from habeas.custody.standing import Population
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule

from . import models, read
from .query import View, standing

BUILT_IN = {"rule": HELD.name, "lens": EVERY.name}


def rules(seen: View) -> tuple[Rule, ...]:
    """Every version of every rule that this reader may see, by name, then version."""
    return tuple(_rule(body) for body in _bodies(models.Rule, seen))


def lenses(seen: View) -> tuple[Lens, ...]:
    """Every version of every lens that this reader may see, by name, then version."""
    return tuple(_lens(body) for body in _bodies(models.Lens, seen))


def _bodies(model: Any, seen: View) -> list[Mapping[str, Any]]:
    found = read.bodies_of(standing(model, seen.at.seq).filter(level__lte=seen.ceiling)).values()
    return sorted(found, key=lambda body: (body["name"], body["version"]))


def _rule(body: Mapping[str, Any]) -> Rule:
    return Rule(
        name=body["name"],
        version=body["version"],
        sentence=body["sentence"],
        quantity=body["quantity"],
        unit=body["unit"],
        population=Population(
            states=frozenset(map(CustodyState, body["states"])),
            recognised_by=frozenset(body.get("recognised_by", ())),
            stale_after=body.get("stale_after"),
            leaving_day=body.get("leaving_day") == "yes",
        ),
        where=tuple((one["property"], one["value"]) for one in body.get("where", ())),
        period=body.get("period", "day"),
        territory=body.get("territory"),
        first=_day(body.get("first")),
        last=_day(body.get("last")),
        complete=body.get("complete") == "yes",
        publisher=body.get("publisher"),
        lens=body.get("lens"),
    )


def _lens(body: Mapping[str, Any]) -> Lens:
    return Lens(
        name=body["name"],
        version=body["version"],
        sentence=body["sentence"],
        speakers=frozenset(body.get("speakers", ())),
        kinds=frozenset(body.get("kinds", ())),
        modalities=frozenset(body["modalities"]),
        reliability=body.get("reliability"),
        credibility=body.get("credibility"),
        review=body.get("review", Review.accepted.value),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
