"""Which published numbers must add up, and whether they do: each check with its gap and what could explain it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.bargain.arithmetic import checks
from habeas.bargain.check import Check, Outcome
from habeas.bargain.number import Number
from habeas.register import read
from habeas.register.read import View
from habeas.tally.lens import EVERY, Lens

from .gone import Gone, gone
from .numbers import numbers

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """The checks, those that fail first; `claims` in the documented shape, and the name of each body, by id."""

    seen: View
    known_on: date
    lens: Lens
    checks: tuple[Check, ...]
    claims: Mapping[str, Json] = field(hash=False)
    names: Mapping[str, str] = field(hash=False)
    gone: Gone
    refused: tuple[str, ...] = ()

    @property
    def outcomes(self) -> Mapping[str, int]:
        """How many checks came out how, every outcome named."""
        found = Counter(one.outcome for one in self.checks)
        return {outcome.value: found[outcome] for outcome in Outcome}

    def as_json(self, after: int = 0, most: int | None = None) -> Json:
        """The documented shape; of more than `most` checks a part, from `after` on, and `next`."""
        shown = self.checks[after : after + most if most else None]
        told = {
            "known_on": self.known_on.isoformat(),
            "lens": self.lens.name,
            "lens_version": self.lens.version,
            "access": self.seen.ceiling.name,
            "at": str(self.seen.at),
            **self.gone.as_json(),
            "count": len(self.checks),
            "outcomes": dict(self.outcomes),
            "checks": [_check(one, self.names) for one in shown],
            "not_admitted": len(self.refused),
        }
        more = after + len(shown) < len(self.checks)
        return told | ({"next": after + len(shown)} if more else {})


_ORDER = (Outcome.off, Outcome.can_hold, Outcome.unsaid, Outcome.holds)


def arithmetic(seen: View, known_on: date, lens: Lens = EVERY) -> Arithmetic:
    """Every check of the numbers that were known on a day and that a lens admits."""
    with read.snapshot():
        found = numbers(seen, known_on, lens)
        every = sorted(checks(found.numbers), key=lambda one: _ORDER.index(one.outcome))
        return Arithmetic(seen, known_on, lens, tuple(every), found.claims, found.names, gone(seen), found.refused)


def _check(one: Check, names: Mapping[str, str]) -> Json:
    shown: Json = {
        "identity": one.identity.value,
        "outcome": one.outcome.value,
        "sum": one.sum,
        "total": told(one.total, names),
        "plus": [told(each, names) for each in one.plus],
        "minus": [told(each, names) for each in one.minus],
        "gap": one.gap,
        "least": one.least,
        "explanations": [each.value for each in one.explanations],
    }
    return shown | ({"left_out": [told(each, names) for each in one.left_out]} if one.left_out else {})


def told(one: Number, names: Mapping[str, str]) -> Json:
    """A published number in the documented shape; `high` is left out where its words leave it open."""
    shown: Json = {"claim": one.claim, "by": names[one.body], "subject": one.subject, "number": one.printed}
    shown |= {"from": one.first.isoformat(), "to": one.last.isoformat(), "low": one.low}
    more = {"high": one.high, "door": one.door and one.door.value, "population": one.population or None}
    return shown | {key: value for key, value in more.items() if value is not None}
