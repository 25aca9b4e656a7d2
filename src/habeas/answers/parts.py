"""The parts of one person in the difference of two figures: what became known of the earlier day, what happened since.

Who came in or went out on a day that became known since, and may lie before the earlier figure's day, did not certainly
do so between the two days: that is told as what became known, in one part with what was revised for the same reason.
"""

from collections.abc import Iterator
from typing import NamedTuple

from habeas.tally.difference import At, Changed
from habeas.tally.rule import Rule
from habeas.tally.stock import Bounds
from habeas.tally.table import Table

from .reasons import Claimed, Reason, Why, claimed, decides, happened, may_have_been, revised, without_sign


class Part(NamedTuple):
    """Counted before and now, why, and the claims that decide it."""

    before: Bounds
    now: Bounds
    why: Why
    told: tuple[str, ...]


def parts(table: Table, rule: Rule, one: Changed, first: At, last: At) -> Iterator[Part]:
    """Each stretch of the way in which the person's part changes."""
    told = claimed(table, one.person)
    then, learned, now = (
        decides(table, one.person, rule, *point) for point in (first, At(first.day, last.known), last)
    )
    revision = Part(one.before, one.revised, revised(told, then, learned, first.known, last.known), learned or then)
    if one.revised == one.now:
        yield revision
        return
    why = _since(told, table, rule, one, first, last, (learned, now))
    if one.before == one.revised or why.reason != revision.why.reason:
        if one.before != one.revised:
            yield revision
        yield Part(one.revised, one.now, why, now)
    elif one.before != one.now:
        claims = tuple(dict.fromkeys((*revision.why.claims, *why.claims)))
        yield Part(one.before, one.now, Why(why.reason, claims), now)


def _since(
    told: Claimed, table: Table, rule: Rule, one: Changed, first: At, last: At, decided: tuple[tuple[str, ...], ...]
) -> Why:
    """Why a person counts otherwise on the later day, by what is known now."""
    learned, now = decided
    if may_have_been(told, now, first.known, last.known, one.revised, one.now):
        return revised(told, learned, now, first.known, last.known)
    if one.revised.low > one.now.low and one.now.best and without_sign(table, one.person, rule, *last):
        return Why(Reason.no_sign, now)
    return happened(told, now, first.day, last.day)
