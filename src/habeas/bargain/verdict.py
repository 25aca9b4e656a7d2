"""The verdict on a commitment: what its words, its window, its condition and the register's evidence come to.

A verdict never says why somebody did something: what happened within a window happened within it. Where nothing that
is admitted speaks of a thing, nothing is made of the silence, unless the record of it is said to be complete.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from habeas.claims.bargain import HangsOn, Stage

from .progress import Progress, Reached
from .terms import Commitment, Condition, Window


class Verdict(StrEnum):
    """What came of a commitment."""

    offered = "offered"
    not_yet_due = "not_yet_due"
    lapsed = "lapsed"
    pending = "pending"
    kept = "kept"
    kept_late = "kept_late"
    part_kept = "part_kept"
    not_kept = "not_kept"
    undone = "undone"
    not_checkable = "not_checkable"
    disputed = "disputed"


MEANING = {
    Verdict.offered: "It was offered, under a condition or as a possibility, and nobody is said to have undertaken it.",
    Verdict.not_yet_due: "Its window has not begun, or what it waits for has not happened.",
    Verdict.lapsed: "What it waited for did not happen in time, or what it excepted happened: it binds no more.",
    Verdict.pending: "It is due and was not reached; its window is open, or none is stated.",
    Verdict.kept: "What it asks for was done, and in its window.",
    Verdict.kept_late: "What it asks for was done after its window.",
    Verdict.part_kept: "Part of what it asks for was done, and its window is over or none is stated.",
    Verdict.not_kept: "Its window is over, and what is on record shows that it was not done.",
    Verdict.undone: "It was reached, and what was reached has been reversed since.",
    Verdict.not_checkable: (
        "Nothing that is admitted here could tell: there is no list, nobody speaks of it, or its days leave both open."
    ),
    Verdict.disputed: "Sources that are admitted exclude each other, or lenses come to different verdicts.",
}


UNSPOKEN = "nothing admitted speaks of it"


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict and how sure it is: `possible` has every other verdict that days or numbers not known exactly allow.

    `silent`: nothing that is admitted speaks of it.
    """

    verdict: Verdict
    possible: tuple[Verdict, ...] = ()
    notes: tuple[str, ...] = ()
    silent: bool = False


def judged(commitment: Commitment, progress: Progress | None, as_of: date, condition: Progress | None = None) -> Judged:
    """The verdict on a commitment as of a day.

    `progress` is None where there is no question that the register could be asked; `condition` is how far what the
    commitment hangs on has come.
    """
    if commitment.stage is Stage.offered:
        return Judged(Verdict.offered)
    if progress is None or not progress.checkable:
        notes = progress.notes if progress else ("nothing on record could tell whether it was kept",)
        return Judged(Verdict.not_checkable, notes=notes, silent=True)
    hanging = _hanging(commitment.condition, condition, as_of)
    if hanging is not None:
        return hanging
    if commitment.window.first is not None and as_of < commitment.window.first:
        return Judged(Verdict.not_yet_due, notes=progress.notes)
    silent = not (progress.spoken or progress.complete)
    found = (
        _prohibited(progress, commitment.window, as_of)
        if progress.prohibits
        else _done(progress, commitment.window, as_of)
    )
    notes = (*found.notes, *progress.notes)
    if silent and found.verdict is Verdict.not_checkable and not notes:
        notes = (UNSPOKEN,)
    return Judged(found.verdict, found.possible, notes, silent)


_UNTIL = "what is not to happen first can still happen"


def over_lenses(found: Sequence[Judged]) -> Verdict | None:
    """The verdict that all lenses come to that can tell; disputed where they differ.

    Where nobody speaks through any, what most is known: pending before not checkable. None where there is no lens.
    """
    told = {one.verdict for one in found if not one.silent and one.verdict is not Verdict.not_checkable}
    if len(told) > 1:
        return Verdict.disputed
    return next(iter(told or sorted({one.verdict for one in found}, key=list(Verdict).index)), None)


def _hanging(condition: Condition | None, progress: Progress | None, as_of: date) -> Judged | None:
    """What follows from the condition, or None where it lets the commitment be due."""
    if condition is None or condition.on is HangsOn.in_return_for or progress is None:
        return None
    happened = progress.in_window
    if condition.on is HangsOn.unless:
        if happened is (Reached.no if progress.prohibits else Reached.yes):
            return Judged(Verdict.lapsed, notes=("what it excepted happened",))
        return None
    silent = not (progress.spoken or progress.complete)
    over = condition.window.last is not None and as_of > condition.window.last
    if happened is Reached.yes:
        return None if over or not progress.prohibits else Judged(Verdict.not_yet_due, notes=(_UNTIL,), silent=silent)
    if happened is Reached.no and over and not silent:
        return Judged(Verdict.lapsed, notes=("what it waited for did not happen in time",))
    note = (
        "what it waits for has not happened" if happened is Reached.no else "whether its condition is met is not sure"
    )
    return Judged(Verdict.not_yet_due, notes=(note,), silent=silent)


def _done(progress: Progress, window: Window, as_of: date) -> Judged:
    """Of what is to be done."""
    over = window.last is not None and as_of > window.last
    if progress.in_window is Reached.apart or (progress.by_now is Reached.apart and progress.in_window is Reached.no):
        return Judged(Verdict.disputed, notes=("the published numbers exclude each other",))
    found = _so_far(progress, over, window)
    if progress.undone:
        return Judged(Verdict.undone, (found.verdict,) if progress.undone_unsure else ())
    return replace(found, possible=(*found.possible, Verdict.undone)) if progress.undone_unsure else found


def _so_far(progress: Progress, over: bool, window: Window) -> Judged:
    """Of what is to be done, as if nothing of it had been reversed."""
    if progress.in_window is Reached.yes:
        return Judged(Verdict.kept)
    late = Verdict.kept_late if over else Verdict.pending
    if progress.by_now is Reached.yes:
        unsure = (Verdict.kept,) if progress.in_window is Reached.unsure else ()
        return Judged(late, unsure)
    short = _short(progress, over, window)
    allowed = {Verdict.kept} if progress.in_window is Reached.unsure else set()
    if progress.by_now is Reached.unsure and over:
        allowed.add(Verdict.kept_late)
    return Judged(short, tuple(sorted(allowed - {short})))


def _short(progress: Progress, over: bool, window: Window) -> Verdict:
    """What it is as long as it was not reached."""
    if progress.some and (over or not window.stated):
        return Verdict.part_kept
    if window.stated and not over:
        return Verdict.pending
    if not progress.spoken and not progress.complete:
        return Verdict.not_checkable
    return Verdict.not_kept if over else Verdict.pending


def _prohibited(progress: Progress, window: Window, as_of: date) -> Judged:
    """Of what is not to happen: kept only when its window is over."""
    over = window.last is not None and as_of > window.last
    if progress.in_window is Reached.no:
        return Judged(Verdict.not_kept)
    possible = (Verdict.not_kept,) if progress.in_window is Reached.unsure else ()
    if not over:
        return Judged(Verdict.pending, possible)
    if progress.in_window is Reached.unsure:
        return Judged(Verdict.not_checkable, (Verdict.kept, Verdict.not_kept))
    return Judged(Verdict.kept if progress.spoken or progress.complete else Verdict.not_checkable)
