"""One check of arithmetic: numbers added up beside the number that they must come to, and what could explain a gap.

It is tested as printed, and by what the words leave open: "at least 3,200" can hold where the print does not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from .number import ANY, Number, added


class Identity(StrEnum):
    """What must come to the same."""

    former = "former"
    recognised = "recognised"
    door = "door"
    parts = "parts"
    within = "within"
    rounds = "rounds"
    one_figure = "one_figure"


class Outcome(StrEnum):
    """Whether numbers add up: as printed; not so, though their words allow it; not at all; or it cannot be said."""

    holds = "holds"
    can_hold = "can_hold"
    off = "off"
    unsaid = "unsaid"


class Explanation(StrEnum):
    """What could explain a gap."""

    cut_off = "cut_off"
    hindsight = "hindsight"
    misprint = "misprint"
    not_found = "not_found"
    other_people = "other_people"
    rough_day = "rough_day"


@dataclass(frozen=True, slots=True)
class Check:
    """Numbers that are added up (`plus`), taken away (`minus`), and the number that they must come to (`total`).

    `gap` is the total as printed less what the others come to as printed; `least` by how much the words of them all
    miss each other. `left_out` are those without which the sum comes to the total: what a cut-off would have left out.
    """

    identity: Identity
    plus: tuple[Number, ...]
    minus: tuple[Number, ...]
    total: Number
    outcome: Outcome
    gap: int
    least: int
    explanations: tuple[Explanation, ...] = ()
    left_out: tuple[Number, ...] = ()

    @property
    def sum(self) -> int:
        """What the numbers come to as printed."""
        return self.total.printed - self.gap

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Every number of it, the total last."""
        return (*self.plus, *self.minus, self.total)


def checked(
    identity: Identity, plus: Sequence[Number], minus: Sequence[Number], total: Number, *, partly: bool = False
) -> Check:
    """Numbers added up and set beside their total; `partly`: there may be more of them than were published."""
    printed = sum(one.printed for one in plus) - sum(one.printed for one in minus)
    gain, loss = added(one.bounds for one in plus), added(one.bounds for one in minus)
    low = None if loss.high is None else gain.low - loss.high
    high = None if gain.high is None or partly else gain.high - loss.low
    least = missed(low, high, total)
    if least:
        outcome = Outcome.off
    elif any(one.bounds == ANY for one in (*plus, *minus, total)):
        outcome = Outcome.unsaid
    else:
        outcome = Outcome.holds if printed == total.printed else Outcome.can_hold
    return told(Check(identity, tuple(plus), tuple(minus), total, outcome, total.printed - printed, least))


def missed(low: int | None, high: int | None, total: Number) -> int:
    """By how much a sum of these bounds (None: open) misses its total."""
    over = low - total.high if low is not None and total.high is not None else 0
    under = total.low - high if high is not None else 0
    return max(over, under, 0)


def told(check: Check, *first: Explanation) -> Check:
    """The check with what could explain its gap: what is said `first`, then what follows from its numbers."""
    if check.outcome is not Outcome.off:
        short = check.outcome is Outcome.can_hold and check.gap > 0 and check.identity in _WITH_MORE
        return replace(check, explanations=(Explanation.not_found,) if short else ())
    return replace(check, explanations=tuple(dict.fromkeys((*first, *_possible(check)))))


_WITH_MORE = frozenset({Identity.recognised, Identity.rounds})
_OF_ONE_POPULATION = frozenset({Identity.parts, Identity.within, Identity.rounds, Identity.one_figure})


def people(check: Check) -> tuple[Explanation, ...]:
    """Whether the numbers are of several bodies, or of people who are called differently."""
    called = {one.population for one in check.numbers} if check.identity in _OF_ONE_POPULATION else set()
    bodies = {one.body for one in check.numbers}
    return (Explanation.other_people,) if len(bodies) > 1 or len(called) > 1 else ()


def _possible(check: Check) -> Iterator[Explanation]:
    if check.identity in (Identity.recognised, Identity.door) and check.gap > 0:
        yield Explanation.hindsight
    if check.identity in (Identity.former, Identity.recognised, Identity.door):
        yield Explanation.cut_off
    if check.identity is Identity.parts and check.gap > 0:
        yield Explanation.not_found
    yield from people(check)
    short = [(one, check.gap) for one in check.plus] + [(one, -check.gap) for one in (*check.minus, check.total)]
    if any(_is_slip(one.printed, by) for one, by in short):
        yield Explanation.misprint


def _is_slip(printed: int, by: int) -> bool:
    """Whether one digit set wrongly, or two beside each other in the wrong order, makes so much of a difference."""
    was, other = str(printed), str(printed + by)
    if len(was) != len(other) or not by:
        return False
    wrong = [place for place, pair in enumerate(zip(was, other, strict=True)) if pair[0] != pair[1]]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] - wrong[0] == 1
        and was[wrong[0]] + was[wrong[1]] == other[wrong[1]] + other[wrong[0]]
    )
