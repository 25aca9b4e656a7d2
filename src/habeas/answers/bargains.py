"""Bargains: each commitment in the words that it rests on, and what came of it, per lens, as of and as known on a day.

A verdict is computed from the same claims as every figure; nobody types one in. A party's own "kept" is a claim. What
nobody had said by the known day has no verdict yet.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from habeas.bargain import measured, progress
from habeas.bargain.progress import Progress
from habeas.bargain.terms import (
    Acted,
    Bargain,
    Commitment,
    Crosses,
    EachOfList,
    Keeps,
    NoLater,
    Query,
    Reaches,
    Window,
)
from habeas.bargain.verdict import judged
from habeas.measures.event import MeasureEvent
from habeas.register import bargains as register
from habeas.register import read
from habeas.register.measured import ISSUER, TARGET
from habeas.register.query import Query as ClaimQuery
from habeas.register.read import View
from habeas.tally.lens import Lens

from . import counted_by, undertaken
from .accounts import Accounts, accounts
from .bargain_told import ByLens, Row, Told
from .claims import as_json
from .gone import gone
from .kept import Kept, state
from .public import AskError
from .sanctioned import Pair, sanctioned

Json = dict[str, Any]
WITHHELD = "what only claims say that may not be seen here"

_BARGAINS: Kept[tuple[Bargain, ...]] = Kept(4)
_TOLD: Kept[Sequence[Told]] = Kept(64)


def every(seen: View) -> list[Bargain]:
    """The newest version of every bargain that this reader may see, in the order in which they were first entered."""
    newest: dict[str, Bargain] = {}
    for one in _all(seen):
        newest[one.name] = max(newest.get(one.name, one), one, key=lambda each: each.version)
    return list(newest.values())


def named(text: str, seen: View) -> Bargain:
    """The bargain of this name, or NAME@VERSION, or whose name alone has these words. Raises AskError."""
    known, said = _all(seen), " ".join(text.split())
    exact = [one for one in known if said in (one.name, f"{one.name}@{one.version}")]
    if exact:
        return max(exact, key=lambda one: one.version)
    folded = said.casefold()
    like = [one for one in every(seen) if folded and folded in one.name.casefold()]
    if len(like) == 1:
        return like[0]
    names = "; ".join(one.name for one in like or every(seen))
    if not names:
        raise AskError("name", "no bargain is on record here")
    several = "is part of several names" if like else "is not a bargain of this register"
    raise AskError("name", f"“{said[:60]}” {several}: write one of {names}")


def told(bargain: Bargain, seen: View, as_of: date, known_on: date, lens: Lens | None = None) -> Told:
    """A bargain with the verdicts of its lenses, or of one; worked out once for a state of the register."""
    return all_told([bargain], seen, as_of, known_on, lens)[0]


def all_told(
    some: Sequence[Bargain], seen: View, as_of: date, known_on: date, lens: Lens | None = None
) -> Sequence[Told]:
    """Several bargains, as `told` has each; their claims are read together."""
    key = (seen, tuple(some), as_of, known_on, lens)
    return _TOLD.get(state(), key, lambda: _told(some, seen, as_of, known_on, lens))


def _told(some: Sequence[Bargain], seen: View, as_of: date, known_on: date, lens: Lens | None) -> list[Told]:
    with read.snapshot():
        found, taken = accounts(seen), gone(seen)
        every_one = [one for bargain in some for one in bargain.commitments]
        said = _claims(seen, (claim for one in every_one for claim in one.rests_on), known_on)
        shown = {one: _as_shown(one.commitments, said, seen) for one in some}
        lenses = {one: [lens] if lens else _lenses(one, seen) for one in some}
        rows = {one: [_row(each, said, found, lenses[one], as_of, known_on) for each in shown[one]] for one in some}
        rests = {one: _rests_on(some_rows) for one, some_rows in rows.items()}
        claims = said | _claims(seen, set[str]().union(*rests.values()) - said.keys(), known_on)
        of_agents = {one: _agents(one, shown[one]) for one in some}
        names = read.names(seen, {agent for each in of_agents.values() for agent in each})
        return [
            Told(
                bargain=one,
                as_of=as_of,
                known_on=known_on,
                seen=seen,
                rows=rows[one],
                names={agent: names[agent] for agent in of_agents[one] if agent in names},
                evidence={claim: told for claim, told in claims.items() if claim in rests[one]},
                gone=taken,
            )
            for one in some
        ]


def _rests_on(rows: Sequence[Row]) -> set[str]:
    """The claims that carry the words, and those that the verdicts rest on."""
    verdicts = (claim for row in rows for one in row.by_lens if one.progress for claim in one.progress.claims)
    return {*verdicts, *(claim["id"] for row in rows for claim in row.said)}


def _agents(bargain: Bargain, shown: Sequence[Commitment]) -> set[str]:
    return {*bargain.parties, *bargain.mediators, *(one for each in shown for one in (each.party, each.to) if one)}


def _all(seen: View) -> tuple[Bargain, ...]:
    return _BARGAINS.get(state(), seen, lambda: register.bargains(seen))


def _lenses(bargain: Bargain, seen: View) -> list[Lens]:
    """The lenses that a bargain names, as far as this reader may ask by them; else all there are."""
    found = {one.name: one for one in counted_by.lenses(seen)}
    return [found[name] for name in bargain.lenses if name in found] or list(found.values())


def _claims(seen: View, ids: Any, known_on: date) -> dict[str, Json]:
    """Claims in the documented shape, as far as they may be seen and were known."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    day = known_on.isoformat()
    found = as_json(read.claims(ClaimQuery(ids=wanted, known_on=day), seen), seen, day)
    return {one["id"]: one for one in found}


def _as_shown(some: Sequence[Commitment], said: Mapping[str, Json], seen: View) -> list[Commitment]:
    """The commitments; of one whose claims may all not be seen here, whenever they were known, no words are given."""
    unsaid = {claim for one in some if not said.keys() & set(one.rests_on) for claim in one.rests_on}
    later = {one.id for one in read.claims(ClaimQuery(ids=sorted(unsaid)), seen)} if unsaid else set[str]()
    return [
        one
        if (said.keys() | later) & set(one.rests_on)
        else Commitment(f"{number}", one.party, WITHHELD, one.stage, ())
        for number, one in enumerate(some, 1)
    ]


def _row(
    one: Commitment,
    said: Mapping[str, Json],
    every: Accounts,
    lenses: Sequence[Lens],
    as_of: date,
    known_on: date,
) -> Row:
    here = [said[claim] for claim in one.rests_on if claim in said]
    if not here:
        return Row(one, [], [])
    return Row(one, here, [_by_lens(one, every, lens, as_of, known_on) for lens in lenses])


def _by_lens(one: Commitment, every: Accounts, lens: Lens, as_of: date, known_on: date) -> ByLens:
    found = _come(one.query, one.window, every, lens, as_of, known_on)
    hangs = one.condition
    condition = _come(hangs.query, hangs.window, every, lens, as_of, known_on) if hangs else None
    return ByLens(lens, judged(one, found, as_of, condition), found)


def _come(
    query: Query | None, window: Window, every: Accounts, lens: Lens, as_of: date, known_on: date
) -> Progress | None:
    """How far what is asked has come, by what a lens admits."""
    asked = undertaken.Asked(every, lens, known_on, window.first, as_of)
    match query:
        case Acted():
            return progress.acted(query, undertaken.of_acts(query, asked), window, as_of)
        case EachOfList():
            return progress.each(*undertaken.of_list(query, asked), window, as_of)
        case NoLater():
            return progress.no_later(query, undertaken.of_later(query, asked), window, as_of)
        case Crosses():
            return progress.crosses(query, undertaken.of_series(query, asked), window, as_of)
        case Reaches():
            events, contradicts = _of_measures(query, every.seen, lens, known_on)
            return measured.reaches(query, events, window, as_of, contradicts)
        case Keeps():
            events, contradicts = _of_measures(query, every.seen, lens, known_on)
            return measured.keeps(query, events, window, as_of, contradicts)
        case None:
            return None


def _of_measures(
    query: Reaches | Keeps, seen: View, lens: Lens, known_on: date
) -> tuple[Mapping[str, Sequence[MeasureEvent]], Collection[Pair]]:
    """For each target what the issuer did to it, as far as the lens admits it, and which claims contradict."""
    every = sanctioned(seen)
    issuer, found = every.meant(ISSUER, query.issuer), {}
    for name in query.targets:
        target = every.meant(TARGET, name)
        some = [
            acts for pair, acts in every.events(lens).items() if target.has(pair[0], pair) and issuer.has(pair[1], pair)
        ]
        found[name] = [one for acts in some for one in acts if one.known_by(known_on)]
    return found, every.contradicts
