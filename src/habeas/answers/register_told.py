"""What this register is, by its own settings, and what it holds and does not know, by what is on record."""

import re
from dataclasses import dataclass
from datetime import date

import numpy as np

from habeas.register import folder, holdings, write
from habeas.register.holdings import Holdings
from habeas.register.read import View
from habeas.tally.lens import EVERY
from habeas.tally.table import ALWAYS

from .accounts import accounts
from .kept import Kept, state

_LETTERS = re.compile(r"[^\s@:/?]+@[^\s@:/?]+\.[^\s@:/?]+")
SETTINGS = ("about", "kept_by", "contact", "licence")


@dataclass(frozen=True, slots=True)
class InCustody:
    """Of how many `people` accepted claims tell an act of custody, and how many `acts`; those of `undated` have no day.

    The claims became known from `known` on, the last on `known_last`; the acts begin on `first` and end on `last`.
    `silence` are the days between which nothing became known for the longest time, up to the day that was asked about.
    """

    people: int
    undated: int
    acts: int
    known: date | None = None
    known_last: date | None = None
    first: date | None = None
    last: date | None = None
    silence: tuple[date, date] | None = None


_HOLDINGS: Kept[Holdings] = Kept(4)


def settings() -> dict[str, str]:
    """What the keeper of the register says of it in `register.toml`; what is not said is empty."""
    said = folder.read(write.register_folder())
    found = {name: " ".join(said.get(name, "").split()) for name in SETTINGS}
    return found | {"contact_address": address_of(found["contact"])}


def address_of(contact: str) -> str:
    """Where a contact leads: that of a page or of a letter box; nothing of words or a telephone."""
    if contact.startswith("https://"):
        return contact
    return f"mailto:{contact}" if _LETTERS.fullmatch(contact) else ""


def held_here(seen: View) -> Holdings:
    """What is on record, as this reader sees it."""
    return _HOLDINGS.get(state(), seen, lambda: holdings.holdings(seen))


def in_custody(seen: View, known_on: date) -> InCustody:
    """What was known of anybody's custody on a day, by the claims that every count goes over."""
    every = accounts(seen)

    def made() -> InCustody:
        table, day = every.admitted(EVERY).table, known_on.toordinal()
        acts = table.acts
        here = (acts.known <= day) & (day < acts.known_to) & ~acts.denied
        person = np.repeat(np.arange(len(table.people)), np.diff(acts.person_start))
        has_day = here & (acts.first != ALWAYS)
        people, dated = np.unique(person[here]), np.unique(person[has_day])
        if not len(people):
            return InCustody(0, 0, 0)
        known = np.append(np.unique(acts.known[here]), day)
        longest = int(np.argmax(np.diff(known)))
        spoken = (acts.first[has_day].min(), acts.last[here].max()) if len(dated) else ()
        first, last = map(_day, spoken) if spoken else (None, None)
        return InCustody(
            people=len(people),
            undated=len(people) - len(dated),
            acts=int(here.sum()),
            known=_day(known[0]),
            known_last=_day(known[-2]),
            first=first,
            last=last,
            silence=(_day(known[longest]), _day(known[longest + 1])),
        )

    return every.kept(("in custody", known_on), made)


def _day(ordinal: np.int32) -> date:
    return date.fromordinal(int(ordinal))
