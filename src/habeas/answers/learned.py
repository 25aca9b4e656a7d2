"""What became known last: the acts that became public in the days up to the last on which any did, by name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from habeas.register.counting import ActRow
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens

from .accounts import Accounts, accounts
from .tables import NOT_NAMED

DAYS = 30
MOST = 9  # people who are named


@dataclass(frozen=True, slots=True)
class Learned:
    """Of one person an act that became public, and by how many others of the days that were looked at.

    `names` are theirs as acts have them, the one that this act has first.
    """

    person: str
    names: tuple[str, ...]
    act: ActRow
    more: int


@dataclass(frozen=True, slots=True)
class Lately:
    """What became public in the days from `first` to `last`, the latest first: of so many `people`, by so many `acts`.

    `last` is the day that was asked about, or, where nothing became public in that many days up to it, the last day on
    which anything did (`is_late`); None where nothing ever did. `shown` has the first few people.
    """

    first: date | None
    last: date | None
    is_late: bool
    people: int
    acts: int
    shown: Sequence[Learned]


def lately(seen: View, known_on: date, lens: Lens = EVERY) -> Lately:
    """The acts that became public in the thirty days up to `known_on`; where none did, in the last that any did."""
    every = accounts(seen)
    return every.kept(("lately", known_on, lens), lambda: _lately(every, known_on, lens))


def _lately(every: Accounts, known_on: date, lens: Lens) -> Lately:
    table = every.admitted(lens).table
    acts, day = table.acts, known_on.toordinal()
    here = (acts.known <= day) & (day < acts.known_to) & ~acts.denied
    last, rows = day, np.flatnonzero(here & (acts.known > day - DAYS))
    if is_late := not len(rows):
        if not here.any():
            return Lately(None, None, False, 0, 0, ())
        last = int(acts.known[here].max())
        rows = np.flatnonzero(here & (acts.known > last - DAYS))
    rows = rows[np.lexsort((acts.order[rows], -acts.known[rows]))]
    person = np.searchsorted(acts.person_start, rows, side="right") - 1
    people, place = np.unique(person, return_index=True)
    shown = (
        _learned(every, table.people[number], [table.claims[claim] for claim in acts.claim[rows[person == number]]])
        for number in people[np.argsort(place)][:MOST].tolist()
    )
    first = date.fromordinal(last) - timedelta(days=DAYS - 1)
    return Lately(first, date.fromordinal(last), is_late, len(people), len(rows), [one for one in shown if one])


def _learned(every: Accounts, person: str, claims: Sequence[str]) -> Learned | None:
    acts = every.acts_of(person, claims)
    if not acts:
        return None
    names = [one.name for one in (*acts, *every.acts_of(person)) if one.name]
    return Learned(person, tuple(dict.fromkeys(names)) or (NOT_NAMED,), acts[0], len(acts) - 1)
