"""What a judgement would change, before it is made: who would be one person, where they would stand, which figures.

Nothing is entered. A judgement that contradicts others is answered with those others, and nothing else of it is told.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from habeas.claims.vocabulary import Access, Sameness
from habeas.custody.course import standing_at
from habeas.register import clustered, judge, judged, living, read
from habeas.register import people as reading
from habeas.register.judge import Verdict
from habeas.register.judged import Judged
from habeas.register.living import Live
from habeas.register.people import Somebody
from habeas.register.read import View
from habeas.tally.stock import Bounds

from .accounts import Accounts, accounts
from .held import Held, held_among
from .judgements import end_as_json, nobody
from .people import in_turn
from .stretches import stretches
from .supposed_figures import FigureChange, bounds_as_json, changed

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Step:
    """Two and what is judged of them: by the judgement `by`, or (None) by the one that is to be made."""

    one: Somebody
    other: Somebody
    verdict: str
    by: Judged | None = None

    def as_json(self) -> Json:
        """The documented shape."""
        told: Json = {"one": end_as_json(self.one), "other": end_as_json(self.other), "verdict": self.verdict}
        if self.by:
            said = {"id": self.by.id, "day": self.by.day, "by": self.by.by, "reason": self.by.reason}
            told |= {key: value for key, value in said.items() if value}
        return told


@dataclass(frozen=True, slots=True)
class Stands:
    """A person as they are, or would be: the records and agents, first the one that stands for them; their custody."""

    members: tuple[Somebody, ...]
    held: Held | None = field(hash=False)

    def as_json(self) -> Json:
        """The documented shape."""
        told: Json = {"id": self.members[0].id, "members": [end_as_json(one) for one in self.members]}
        if self.held:
            stood = self.held.standing
            standing = {"certainly": stood.certainly, "best": stood.best, "possibly": stood.possibly}
            told |= {"standing": standing, "custody": self.held.as_json()}
        return told


@dataclass(frozen=True, slots=True)
class Days:
    """Days on which it would be otherwise how many of these people are in custody; None where there is no such end."""

    first: date | None
    last: date | None
    before: Bounds
    now: Bounds

    def as_json(self) -> Json:
        """The documented shape."""
        ends = {"first": self.first, "last": self.last}
        told = {key: day.isoformat() for key, day in ends.items() if day}
        return told | {"before": bounds_as_json(self.before), "now": bounds_as_json(self.now)}


@dataclass(frozen=True, slots=True)
class Supposed:
    """What would be otherwise. `against` are the judgements that it contradicts together; then nothing else is told.

    `before` and `now` are the persons whom it concerns, none where nobody would be joined otherwise; `days` are those
    on which others of them are in custody. `figures` are those that differ, of the reader who asks and of the public.
    """

    seen: View
    day: date
    judgements: tuple[Live, ...]
    against: tuple[Step, ...] = ()
    before: tuple[Stands, ...] = ()
    now: tuple[Stands, ...] = ()
    days: tuple[Days, ...] = ()
    figures: tuple[FigureChange, ...] = ()

    def as_json(self) -> Json:
        """The documented shape."""
        parts = ("against", "before", "now", "days", "figures")
        said = [{"id": one.id, "one": one.one, "other": one.other, "verdict": one.verdict} for one in self.judgements]
        told: Json = {"at": str(self.seen.at), "day": self.day.isoformat(), "judgements": said}
        return told | {key: [one.as_json() for one in getattr(self, key)] for key in parts}


def supposed(said: Sequence[Verdict], seen: View, day: date) -> Supposed:
    """What these judgements would change, as of `day` and as known on it. CommandError for what cannot be judged."""
    with read.snapshot():
        new = [living.live_of(judge.draft_of(one).body) for one in said]
        return _supposed(new, seen, day)


def supposed_back(judgement: str, seen: View, day: date) -> Supposed:
    """What it would change to take back the last word on a pair. CommandError where nothing of it stands."""
    with read.snapshot():
        body = judge.taken_back(judgement)
        word = [living.live_of(body)]
        return _supposed([] if body.get("retracted") == "yes" else word, seen, day, gone=word)


def _supposed(new: Sequence[Live], seen: View, day: date, gone: Sequence[Live] = ()) -> Supposed:
    """With what is new, and without what is gone, which may be the same pairs with another word."""
    said, ids = tuple(new or gone), [one.id for one in gone]
    chain = judge.against(new, ids)
    if chain:
        return Supposed(seen, day, said, _steps(chain, seen))
    before = accounts(seen)
    now = before.judged_by(clustered.persons_if(before.persons, seen, ids, new))
    moved = now.persons.moved_since(before.persons)
    if not moved:
        return Supposed(seen, day, said)
    whom = living.members(moved, [*living.around(moved, seen.at.seq), *new])
    stood, stands = (_persons(every, whom, day) for every in (before, now))
    return Supposed(seen, day, said, (), stood, stands, _days(stood, stands), _figures(before, now, ids, new, day))


def _figures(
    before: Accounts, now: Accounts, gone: Sequence[str], new: Sequence[Live], day: date
) -> tuple[FigureChange, ...]:
    """Of the reader who asks, and of the public, whose pages have these figures."""
    public = accounts(read.view(None, Access.public))
    then = public.judged_by(clustered.persons_if(public.persons, public.seen, gone, new))
    return (*changed(before, now, day), *changed(public, then, day))


def _persons(every: Accounts, whom: Collection[str], day: date) -> tuple[Stands, ...]:
    """The persons who these are, in the order of who stands for them; whoever may not be met is left out."""
    met = reading.somebodies(whom, every.seen)
    of: dict[str, list[Somebody]] = {}
    for one in in_turn(met.values()):
        of.setdefault(every.persons.person(one.id), []).append(one)
    return tuple(Stands(tuple(some), held_among(every, person, day, day)) for person, some in of.items())


def _days(before: Sequence[Stands], now: Sequence[Stands]) -> tuple[Days, ...]:
    """The stretches of days on which other numbers of these people are in custody."""
    helds = [one.held for one in (*before, *now) if one.held]
    firsts = sorted({step.first for held in helds for step in held.steps})
    found = stretches(firsts, lambda day: (_in_custody(before, day), _in_custody(now, day)))
    return tuple(
        Days(None if first == date.min else first, last, was, would_be)
        for first, last, (was, would_be) in found
        if was != would_be
    )


def _in_custody(some: Sequence[Stands], day: date) -> Bounds:
    stood = [standing_at(one.held.steps, day) for one in some if one.held]
    return Bounds(
        sum(one.certainly for one in stood), sum(one.best for one in stood), sum(one.possibly for one in stood)
    )


def _steps(chain: Sequence[str], seen: View) -> tuple[Step, ...]:
    """The judgements along a chain, and last the one that parts its ends."""
    met = reading.somebodies(chain, seen)
    said = {frozenset((one.one, one.other)): one for one in judged.judgements_among(seen, chain)}

    def step(one: str, other: str, verdict: str) -> Step:
        by = said.get(frozenset((one, other)))
        ends = [met.get(end, nobody(end)) for end in (one, other)]
        return Step(ends[0], ends[1], verdict, by if by and by.verdict == verdict else None)

    along = [step(one, other, Sameness.same.value) for one, other in pairwise(chain)]
    return (*along, step(chain[0], chain[-1], Sameness.different.value))
