"""What was published and announced, read once for a state of the register: figures, measures, releases of groups.

A known day chooses among them without asking the database again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.act import ACTS, Act, Side
from habeas.register import read
from habeas.register.query import Query
from habeas.register.read import View

from .accounts import accounts
from .claims import as_json
from .kept import Kept, state

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in the documented shape, from which day until which it was known."""

    known: str
    known_to: str | None
    claim: Json


@dataclass(frozen=True, eq=False)
class Published:
    """Everything that is read so; of each claim every version that its source gave."""

    figures: tuple[Told, ...]
    measures: tuple[Told, ...]
    releases: tuple[Told, ...]


_PUBLISHED: Kept[Published] = Kept(4)


def published(seen: View) -> Published:
    """What was published and announced, as it is seen from here."""
    return _PUBLISHED.get(state(), seen, lambda: _read(seen))


def known(some: Iterable[Told], day: date) -> list[Json]:
    """Those that were known on a day, and not taken back or changed by their source until then."""
    on = day.isoformat()
    return [one.claim for one in some if one.known <= on and (one.known_to is None or one.known_to > on)]


def _read(seen: View) -> Published:
    acts = accounts(seen).read.acts_of_groups
    of_groups = tuple(row.claim for row in acts if ACTS[Act(row.kind)].leaves is Side.free)
    figures = [one for one in _told(Query(type="figure"), seen) if "figure" in one.claim]
    releases = _told(Query(ids=of_groups), seen) if of_groups else []
    return Published(tuple(figures), tuple(_told(Query(type="measure_event"), seen)), tuple(releases))


def _told(query: Query, seen: View) -> list[Told]:
    found = read.claims(query, seen)
    shown = as_json(found, seen)
    return [Told(one.known["earliest"], one.known_to, claim) for one, claim in zip(found, shown, strict=True)]
