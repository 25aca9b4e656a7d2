"""How many are held on a day, by this register's own count and by everybody else's: what the front page shows.

Coverage comes first: where the register names fewer people than a published figure of that time counts, that figure
leads, with its speaker, and the computed one stands beside it; unless the rule declares that it names everybody. It
must be about the same thing: no figure of all who are held leads where a part of them is asked about.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.register import read
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD, Rule

from . import public, stated
from .chronicle import Chronicle, chronicle
from .kept import Kept, state
from .line import Line, line
from .published import known, published
from .same_thing import same_thing
from .stated import Stated
from .tally import Tally, tally

Json = dict[str, Any]
NEAR = 31  # days: tallies are published by the month
MOST_HELD, MOST_OTHERS = 6, 3  # published figures that are shown


@dataclass(frozen=True, slots=True)
class Question:
    """What the front page is asked: a rule, a day (without one the latest that is spoken of), a known day, a lens."""

    known_on: date
    as_of: date | None = None
    rule: Rule = HELD
    lens: Lens = EVERY
    by: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """A computed figure, and the published figures that were known on the same day.

    `nearest` says how many are held in all (of a flow, how many came or went), nearest to the day, of those that are
    about what rule and lens count; `leads`: it is near, and the register names fewer. `held` are the figures of how
    many are held in all that are nearest to the day, the newest first, `others` those of a part, or of who was freed;
    `apart` has for each those that cannot be so with it. `total` counts every stated figure that was known; `sources`
    has the documents in which those shown were read.
    `chronicle` and `line` are what the chart draws: what was published and what happened, and the register's own count
    over the years; the line has no days where a published figure leads.
    """

    tally: Tally
    nearest: Stated | None
    leads: bool
    held: list[Stated]
    others: list[Stated]
    total: int
    apart: Mapping[str, list[Stated]]
    sources: Mapping[str, Json]
    chronicle: Chronicle
    line: Line

    @property
    def seen(self) -> View:
        """From where it was looked."""
        return self.tally.seen


@dataclass(frozen=True, slots=True)
class _Published:
    """What was published and known on a day: figures of how many are held in all, and every stated figure."""

    every: list[Stated]
    held: list[Stated]
    apart: Mapping[str, list[Stated]]
    chronicle: Chronicle


_FRONTS: Kept[Front] = Kept()
_PUBLISHED: Kept[_Published] = Kept(16)


def front(asked: Question, seen: View) -> Front:
    """Everything on the front page, of one state."""
    with read.snapshot():
        return _FRONTS.get(state(), (asked, seen, public.today()), lambda: _front(asked, seen))


def latest_day(seen: View, known_on: date) -> date:
    """The day that is asked about where nobody names one: the latest that a figure of all who are held speaks of."""
    return stated.latest_day(_published(seen, known_on).held, public.today())


def _published(seen: View, known_on: date) -> _Published:
    return _PUBLISHED.get(state(), (seen, known_on), lambda: _read_published(seen, known_on))


def _read_published(seen: View, known_on: date) -> _Published:
    told = published(seen)
    every = stated.stated(known(told.figures, known_on))
    held = stated.of_all_held(every)
    return _Published(every, held, stated.apart(every), chronicle(held, told, seen, known_on))


def _front(asked: Question, seen: View) -> Front:
    told = _published(seen, asked.known_on)
    as_of = asked.as_of or stated.latest_day(told.held, public.today())
    counted = tally(as_of, asked.known_on, seen, asked.rule, asked.lens, asked.by)
    in_all = told.held if asked.rule.quantity == "stock" else stated.of_flows(told.every)
    near = stated.nearest([one for one in in_all if same_thing(one, asked.rule, asked.lens)], as_of)
    leads = near is not None and _leads(near, counted)
    held, others = _near(told.held, as_of, MOST_HELD), _near(_others(told), as_of, MOST_OTHERS)
    wanted = {one for some in (*held, *others) for one in _read_in(some.claim)}
    return Front(
        tally=counted,
        nearest=near,
        leads=leads,
        held=held,
        others=others,
        total=len(told.every),
        apart=told.apart,
        sources={one["id"]: one for one in read.documents(seen, wanted)} if wanted else {},
        chronicle=told.chronicle,
        line=Line() if leads else line(counted),
    )


def _others(told: _Published) -> list[Stated]:
    held = {one.id for one in told.held}
    return [one for one in stated.of_people(told.every) if one.id not in held]


def _near(figures: Iterable[Stated], day: date, most: int) -> list[Stated]:
    near = sorted(figures, key=lambda one: one.distance(day))[:most]
    return sorted(near, key=lambda one: one.last or one.first or date.min, reverse=True)


def _leads(near: Stated, counted: Tally) -> bool:
    if counted.rule.complete or counted.rule.quantity != "stock" or near.best is None:
        return False
    return near.distance(counted.as_of) <= NEAR and counted.count.best < near.best


def _read_in(claim: Json) -> list[str]:
    return claim.get("cites") or [claim["document"]]
