"""How many are held on a day, by this register's own count and by everybody else's: what the front page shows.

Coverage comes first: where the register names fewer people than a published figure of that time counts, that figure
leads, with its speaker, and the computed one stands beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.register import read
from habeas.register.read import View

from . import public, stated
from .stated import Stated
from .tally import Tally, stated_figures, tally

Json = dict[str, Any]
NEAR = 31  # days: tallies are published by the month
MOST_FIGURES = 40


@dataclass(frozen=True, slots=True)
class Front:
    """A computed figure, and the published figures that were known on the same day.

    `nearest` says how many are held in all, as near to the day as any does; `leads`: it is near, and the register
    names fewer. `figures` are those nearest to the day, the newest first; `apart` those that cannot both be so.
    """

    tally: Tally
    nearest: Stated | None
    leads: bool
    figures: list[Stated]
    total: int
    apart: Mapping[str, list[Stated]]
    sources: Mapping[str, Json]

    @property
    def seen(self) -> View:
        """From where it was looked."""
        return self.tally.seen


def front(as_of: date | None, known_on: date, at: str | None) -> Front:
    """Everything on the front page, of one state. Without a day: the latest that a published figure speaks of."""
    with read.snapshot():
        seen = public.view(at)
        every = stated.stated(stated_figures(seen, known_on))
        held = stated.of_all_held(every)
        counted = tally(as_of or stated.latest_day(held, public.today()), known_on, seen)
        near = stated.nearest(held, counted.as_of)
        figures = _near(stated.of_people(every), counted.as_of)
        wanted = {one for some in figures for one in _read_in(some.claim)}
        sources = {one["id"]: one for one in read.documents(seen, wanted)}
    return Front(
        tally=counted,
        nearest=near,
        leads=near is not None and _leads(near, counted),
        figures=figures,
        total=len(every),
        apart=stated.apart(every),
        sources=sources,
    )


def latest_day(seen: View, known_on: date) -> date:
    """The day that is asked about where nobody names one: the latest that a figure of all who are held speaks of."""
    return stated.latest_day(stated.of_all_held(stated.stated(stated_figures(seen, known_on))), public.today())


def _near(figures: list[Stated], day: date) -> list[Stated]:
    near = sorted(figures, key=lambda one: one.distance(day))[:MOST_FIGURES]
    return sorted(near, key=lambda one: one.last or one.first or date.min, reverse=True)


def _leads(near: Stated, counted: Tally) -> bool:
    return near.distance(counted.as_of) <= NEAR and near.best is not None and counted.count.best < near.best


def _read_in(claim: Json) -> list[str]:
    return claim.get("cites") or [claim["document"]]
