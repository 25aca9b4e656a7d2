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
MOST_HELD, MOST_OTHERS = 16, 8  # published figures that are shown


@dataclass(frozen=True, slots=True)
class Front:
    """A computed figure, and the published figures that were known on the same day.

    `nearest` says how many are held in all, as near to the day as any does; `leads`: it is near, and the register
    names fewer. `held` are the figures of how many are held in all that are nearest to the day, the newest first,
    `others` those of a part, or of who was freed; `apart` says for each which others cannot be so together with it.
    `total` counts every stated figure that was known; `sources` has the documents in which those shown were read.
    """

    tally: Tally
    nearest: Stated | None
    leads: bool
    held: list[Stated]
    others: list[Stated]
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
        shown_held = _near(held, counted.as_of, MOST_HELD)
        every_held = {one.id for one in held}
        others = [one for one in stated.of_people(every) if one.id not in every_held]
        others = _near(others, counted.as_of, MOST_OTHERS)
        wanted = {one for some in (*shown_held, *others) for one in _read_in(some.claim)}
        sources = {one["id"]: one for one in read.documents(seen, wanted)}
    return Front(
        tally=counted,
        nearest=near,
        leads=near is not None and _leads(near, counted),
        held=shown_held,
        others=others,
        total=len(every),
        apart=stated.apart(every),
        sources=sources,
    )


def latest_day(seen: View, known_on: date) -> date:
    """The day that is asked about where nobody names one: the latest that a figure of all who are held speaks of."""
    return stated.latest_day(stated.of_all_held(stated.stated(stated_figures(seen, known_on))), public.today())


def _near(figures: list[Stated], day: date, most: int) -> list[Stated]:
    near = sorted(figures, key=lambda one: one.distance(day))[:most]
    return sorted(near, key=lambda one: one.last or one.first or date.min, reverse=True)


def _leads(near: Stated, counted: Tally) -> bool:
    return near.distance(counted.as_of) <= NEAR and near.best is not None and counted.count.best < near.best


def _read_in(claim: Json) -> list[str]:
    return claim.get("cites") or [claim["document"]]
