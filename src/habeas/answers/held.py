"""One person's custody: spells, where they stood on every day, for how long, and who recognised them meanwhile.

It stands on the same account as every count, so a person's page and a figure cannot tell two stories.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from habeas.claims.act import ACTS, Side
from habeas.custody.course import Step, course, standing_at
from habeas.custody.report import Account, Recognition, Report
from habeas.custody.spell import Interval, Spell, Stretch, spells
from habeas.custody.standing import Population, Standing
from habeas.register.read import View
from habeas.tally.lens import EVERY

from .accounts import Accounts, accounts

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """What the claims about one person's custody allow, as known on a day, up to the day asked about.

    `steps` hold each until the next; any custody counts, also at home. `days` are how many days of custody lie up to
    and including the day asked about, at least and at most; the most is None where nobody says when it began.
    """

    account: Account
    spells: tuple[Spell, ...]
    steps: tuple[Step, ...]
    standing: Standing
    days: tuple[int, int | None]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The acts that leave the person somewhere, denied ones left out."""
        return tuple(one for one in self.account.reports if not one.denied and ACTS[one.act].leaves is not Side.nothing)

    @property
    def recognitions(self) -> tuple[Recognition, ...]:
        """Who recognised the person, or did so no longer."""
        return self.account.recognitions

    def as_json(self) -> Json:
        """The documented shape."""
        low, high = self.days
        return {
            "spells": [_spell(one) for one in self.spells],
            "days": {"low": low} | ({"high": high} if high is not None else {}),
        }


def held(one: str, seen: View, as_of: date, known_on: date) -> Held | None:
    """The custody of the person of whom `one` is a record or an agent; None where no act tells of it."""
    return held_among(accounts(seen), one, as_of, known_on)


def held_among(every: Accounts, one: str, as_of: date, known_on: date) -> Held | None:
    """The same, by these accounts."""
    account = every.account(every.persons.person(one), EVERY, known_on)
    if account is None:
        return None
    steps = course(account, Population())
    found = Held(account, spells(account), steps, standing_at(steps, as_of), _days(steps, as_of))
    return found if found.reports else None


def _days(steps: Sequence[Step], as_of: date) -> tuple[int, int | None]:
    """Days in custody up to a day: those on which it is certain, and those on which it is possible."""
    low = high = 0
    ends = [*(one.first for one in steps[1:]), date.max]
    for step, following in zip(steps, ends, strict=True):
        if step.first <= as_of and step.first > date.min:
            length = min(following.toordinal(), as_of.toordinal() + 1) - step.first.toordinal()
            low += length * step.standing.certainly
            high += length * step.standing.possibly
    return low, None if steps[0].standing.possibly else high


def _spell(one: Spell) -> Json:
    told: Json = {"start": _interval(one.start), "seen_start": "yes" if one.seen_start else "no"}
    if one.end is not None:
        told |= {"end": _interval(one.end), "seen_end": "yes" if one.seen_end else "no"}
    return told | {"states": [_stretch(each) for each in one.stretches], "claims": list(one.claims)}


def _stretch(one: Stretch) -> Json:
    end = {"end": _interval(one.end)} if one.end is not None else {}
    return {"state": one.state.value, "start": _interval(one.start)} | end


def _interval(ends: Interval) -> Json:
    return {key: day.isoformat() for key, day in zip(("earliest", "latest"), ends, strict=True) if day}
