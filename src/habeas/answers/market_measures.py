"""Which measures stand on a day, and what they do to a market by the table that it declares.

The table names an issuer and a target as claims write them; how they stand is asked of the ledger, as everywhere. A
measure that stands and is in no line of the table changes nothing, and is counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from habeas.market.described import Change, Described, Effect
from habeas.measures.course import State
from habeas.measures.status import Answer, Standing, Status
from habeas.names.fold import fold
from habeas.register.measured import ISSUER, TARGET
from habeas.register.read import View
from habeas.tally.lens import Lens

from .measures import Stands, measures
from .public import AskError, must_be_short
from .sanctioned import Sanctioned, sanctioned

AT_REST = frozenset({Status.none, Status.delisted, Status.suspended})
MOST_EASED = 8  # wishes to ease in one text
TURNS = 8  # of a measure that ended, so many are looked back for the day on which it was last in force
Measure = tuple[str, str]  # an issuer and a target, as the table names them


@dataclass(frozen=True, slots=True)
class Stood:
    """How one measure of the table stands on a day: `since` when, by convention (None: not on record, or not in force).

    `status` is that of the ledger, `possible` everything that the days and claims leave open; `eased`: it is taken for
    ended, because that was asked. `done` are the lines of the table that apply.
    """

    issuer: str
    target: str
    status: Status
    possible: frozenset[Status]
    since: date | None
    claims: tuple[str, ...]
    eased: bool
    done: tuple[Change, ...]

    @property
    def key(self) -> Measure:
        """Whose it is and on whom."""
        return self.issuer, self.target

    @property
    def stays(self) -> tuple[Change, ...]:
        """What is done although the measure is taken for ended, or has ended."""
        at_rest = self.eased or self.status in AT_REST
        return tuple(one for one in self.done if at_rest and one.stays)

    @property
    def works(self) -> bool:
        """Whether it changes the market."""
        return any(one.effect is not Effect.none for one in self.done)


@dataclass(frozen=True, slots=True)
class Day:
    """What stands on a day: the measures of the table, and how many others that are in force."""

    day: date
    stood: tuple[Stood, ...]
    others: int

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is done to the market."""
        return tuple(change for one in self.stood for change in one.done)


def several(text: str) -> tuple[str, ...]:
    """The wishes to ease that stand in one text, with semicolons between. Raises AskError for one that is too long."""
    found = tuple(dict.fromkeys(one.strip() for one in text.split(";") if one.strip()))
    if len(found) > MOST_EASED:
        raise AskError("ease", f"{len(found)} to ease at once: name at most {MOST_EASED}, with semicolons between")
    for one in found:
        must_be_short("ease", one)
    return found


def on_day(seen: View, described: Described, day: date, known_on: date, lens: Lens, eased: Sequence[str] = ()) -> Day:
    """What stands on a day, as known on another. `eased`: issuers, or "ISSUER: TARGET", whose measures are taken for
    ended. Raises AskError for one that nobody here has, or that has nothing to do with this market.
    """

    every = sanctioned(seen)

    def asked(key: Measure, when: date) -> list[Stands]:
        return _standing(every, measures(seen, when, known_on, lens=lens).standings, *key)

    standings = measures(seen, day, known_on, lens=lens).standings
    ended = frozenset().union(*(_meant(every, described, text) for text in eased))
    found: list[Stood] = []
    told: set[tuple[str, str]] = set()
    for key in dict.fromkeys((one.issuer, one.target) for one in described.changes):
        stands = _standing(every, standings, *key)
        told |= {(one.issuer.key, one.target.key) for one in stands}
        lines = [one for one in described.changes if (one.issuer, one.target) == key]
        left = _left(lines, stands, day, partial(asked, key))
        found.append(_stood(key, stands, lines, day, key in ended, left))
    others = [
        one for one in standings if one.answer.status not in AT_REST and (one.issuer.key, one.target.key) not in told
    ]
    return Day(day, tuple(found), len(others))


def _standing(every: Sanctioned, standings: Sequence[Stands], issuer: str, target: str) -> list[Stands]:
    by, of = every.meant(ISSUER, issuer), every.meant(TARGET, target)
    return [
        one
        for one in standings
        if by.has(one.issuer.key, (pair := (one.target.key, one.issuer.key))) and of.has(one.target.key, pair)
    ]


def _left(
    lines: Sequence[Change], stands: Sequence[Stands], day: date, asked: Callable[[date], Sequence[Stands]]
) -> tuple[Change, ...]:
    """What stays once a measure has ended, or would if it ended on a day: the lines that say so, of those that applied
    when it was last in force.
    """
    stay = [one for one in lines if one.stays]
    for _ in range(TURNS):
        if not stay or any(_in_force(one.answer) for one in stands):
            break
        known = [one for each in stands for one in each.answer.measures if one.state is not State.not_imposed]
        ends = [one.since.last for one in known if one.since and one.since.last]
        if not ends:
            return ()
        day = max(ends) - timedelta(days=1)
        stands = asked(day)
    return tuple(line for line in stay if any(_applies(line, one.answer, day) for one in stands))


def _stood(
    key: Measure, stands: Sequence[Stands], lines: Sequence[Change], day: date, eased: bool, left: Sequence[Change]
) -> Stood:
    answers = [one.answer for one in stands]
    done = tuple(
        line for line in lines if line in left or (not eased and any(_applies(line, one, day) for one in answers))
    )
    in_force = next((one for one in answers if one.status not in AT_REST), None)
    return Stood(
        *key,
        status=in_force.status if in_force else (answers[0].status if answers else Status.none),
        possible=frozenset(status for one in answers for status in one.possible) or frozenset({Status.none}),
        since=_working_since(in_force, done) if in_force else None,
        claims=tuple(dict.fromkeys(claim for one in answers for claim in one.evidence)),
        eased=eased,
        done=done,
    )


def _applies(line: Change, answer: Answer, day: date) -> bool:
    if answer.status not in line.when:
        return False
    if line.covers is not None and all(one.covers != line.covers for one in _in_force(answer)):
        return False
    since = _since(answer, line.covers)
    return not line.months or (since is not None and _months(since, day) >= line.months)


def _in_force(answer: Answer) -> list[Standing]:
    return [one for one in answer.measures if one.state is State.in_force]


def _since(answer: Answer, covers: str | None = None) -> date | None:
    """Since when it is in force; with `covers`: since when it covers just that."""
    known = _in_force(answer)
    spans = [one.since for one in known] if covers is None else [one.covering for one in known if one.covers == covers]
    return min((one.last for one in spans if one and one.last), default=None)


def _working_since(answer: Answer, done: Sequence[Change]) -> date | None:
    """Since when what changes the market does; of a measure that changes nothing, since when it is in force."""
    scopes = {line.covers for line in done if line.effect is not Effect.none} or {None}
    return min((day for covers in scopes if (day := _since(answer, covers))), default=None)


def _months(since: date, day: date) -> int:
    """Whole months from one day to another."""
    months = (day.year - since.year) * 12 + day.month - since.month
    return months - (day.day < since.day)


def _meant(every: Sanctioned, described: Described, text: str) -> frozenset[Measure]:
    """The measures of the table that a wish to ease them means."""
    issuer, _, target = (part.strip() for part in text.partition(":"))
    try:
        by = every.find(ISSUER, issuer).keys
        of = every.find(TARGET, target).keys if target else None
    except AskError as error:
        raise AskError("ease", f"{error.message}; {_known(described, issuer)}") from None
    found = {
        (one.issuer, one.target)
        for one in described.changes
        if every.meant(ISSUER, one.issuer).keys & by and (of is None or every.meant(TARGET, one.target).keys & of)
    }
    if not found:
        raise AskError("ease", f"“{text[:60]}” has no measure that this market knows; {_known(described, issuer)}")
    return frozenset(found)


def _known(described: Described, issuer: str) -> str:
    """What can be eased: of an issuer its targets, where this market has any; else whose measures it has."""
    name = fold(" ".join(issuer.split()))
    targets = dict.fromkeys(one.target for one in described.changes if fold(one.issuer) == name)
    if targets:
        return f"of {issuer} it knows {', '.join(targets)}"
    return f"it knows those of {', '.join(dict.fromkeys(one.issuer for one in described.changes))}"
