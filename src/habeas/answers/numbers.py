"""Published numbers of people as the arithmetic takes them: who counts whom, of which days, and what the words allow.

A claim is admitted as a count admits it: the lens looks at who speaks and how. A number without a day, of something
other than people, or that one thing is more than another, is none of these.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from habeas.bargain.number import Number, allowed
from habeas.claims.vocabulary import Comparator, Door, FigureKind, Polarity
from habeas.register.read import View
from habeas.tally.lens import Lens, refuses

from .claims import looked_at
from .published import known, published
from .stated import PERSONS, Stated, of_people, stated

Json = dict[str, Any]
STOCKS = frozenset({FigureKind.stock, FigureKind.count})
MOVES = frozenset({FigureKind.flow})


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers, their claims in the documented shape by id, and each body's name by its id.

    `refused` are the claims with such a number that the lens does not admit.
    """

    numbers: tuple[Number, ...]
    claims: Mapping[str, Json] = field(hash=False)
    names: Mapping[str, str] = field(hash=False)
    refused: tuple[str, ...] = ()


def numbers(seen: View, known_on: date, lens: Lens) -> Numbers:
    """Every published number of people that was known on a day and that the lens admits."""
    found = [one for one in of_people(stated(known(published(seen).figures, known_on))) if _is_number(one)]
    admitted = [one for one in found if refuses(lens, looked_at(one.claim)) is None]
    taken = [_number(one) for one in admitted]
    names = {_body(one.claim): str(one.claim["attribution"][-1]["agent"]) for one in admitted}
    refused = tuple(one.id for one in found if refuses(lens, looked_at(one.claim)) is not None)
    return Numbers(tuple(taken), {one.id: one.claim for one in admitted}, names, refused)


def _is_number(one: Stated) -> bool:
    figure = one.figure
    printed = [figure[end] for end in ("low", "high") if end in figure]
    return (
        figure["unit"] in PERSONS
        and figure["kind"] in STOCKS | MOVES
        and "than" not in figure
        and bool(printed)
        and all(each.isdigit() for each in printed)
        and one.first is not None
        and one.last is not None
        and one.claim["polarity"] == Polarity.affirmed
    )


def _number(one: Stated) -> Number:
    figure = one.figure
    ends = [int(figure[end]) for end in ("low", "high") if end in figure]
    bounds = allowed(Comparator(figure["comparator"]), min(ends), max(ends))
    return Number(
        claim=one.id,
        body=_body(one.claim),
        subject=figure["subject"],
        first=one.first or date.min,
        last=one.last or date.max,
        stock=figure["kind"] in STOCKS,
        printed=ends[0],
        low=bounds.low,
        high=bounds.high,
        door=Door(figure["door"]) if "door" in figure else None,
        population=figure.get("population", ""),
        part_of=figure.get("part_of", ""),
        split=figure.get("split", ""),
        place=_place(one.claim.get("place", {})),
    )


def _body(claim: Json) -> str:
    """Whoever counts: the innermost speaker; where that is no agent, the document in which the number stands."""
    return str(claim["attribution"][-1].get("agent_id") or claim["document"])


def _place(said: Mapping[str, str]) -> str:
    return ", ".join(said[key] for key in sorted(said))


def distinct(some: Iterable[Number]) -> list[str]:
    """The claims of numbers, each once."""
    return list(dict.fromkeys(one.claim for one in some))
