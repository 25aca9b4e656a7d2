"""`habeas measures`: which sanctions stand on a day, as it was known on another, and what was only announced."""

from typing import TYPE_CHECKING, Annotated

import typer

from habeas.answers.plain import plainly

from . import asked, show
from .counted_by import EVERY, LensOption, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.measures import Measures, Stands
    from habeas.measures.announced import Between, Gap
    from habeas.measures.course import State
    from habeas.measures.event import Days
    from habeas.measures.status import Answer, Standing

HEAD = ("target", "issuer", "status", "in force or licensed", "announced, not issued")
DOUBTS = {
    "days": "a day is uncertain",
    "unseen": "an act is not on record",
    "contradictions": "claims contradict each other",
}
VERDICTS = {
    "holds": "holds: an act that stands on this day does so",
    "says_more": "says more than was done",
    "announced_only": "was announced, and nothing is issued",
    "no_longer": "held once, and holds no longer",
    "no_act": "has no act on record",
    "contradictory": "cannot be checked: claims contradict each other on it, or acts of one day do",
}


def measures(
    as_of: Annotated[str | None, typer.Option(help="The day asked about (YYYY-MM-DD); today without it.")] = None,
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    target: Annotated[str, typer.Option(help="On whom or what: a name as a claim writes it, or a spelling.")] = "",
    issuer: Annotated[str, typer.Option(help="Whose measures.")] = "",
    word: Annotated[
        str, typer.Option(help="A headline's word to check: eased, licensed, suspended, lifted, removed.")
    ] = "",
    register: RegisterOption = HERE,
    lens: LensOption = EVERY,
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Tell which sanctions stand on a day: none, restricted, listed, listed and licensed, suspended or delisted.

    An announcement changes no status and is told apart, with the days that it has waited; a licence leaves the target
    listed. Without a target it lists all of them.

    Examples:

    - `habeas measures --target Belaruskali --issuer "United States" --as-of 2025-12-14`

    - `habeas measures --target Belaruskali --as-of 2025-12-15 --known-on 2025-12-16 --word lifted`
    """
    open_register(register)
    from habeas.answers import counted_by
    from habeas.answers import measures as answer
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access

    day, known = asked.past_or_today(as_of, "--as-of"), asked.past_or_today(known_on, "--known-on")
    seen = view(at, Access.staff)
    with refusing():
        found = answer.measures(
            seen, day, known, target=target, issuer=issuer, lens=counted_by.lens_named(lens, seen), word=word
        )
    if json:
        show.as_json(found.as_json())
        return
    if note := found.note:
        show.line(note)
    if target or word:
        for one in found.standings:
            _in_full(one)
    elif found.standings:
        show.table(HEAD, [_row(one) for one in found.standings])
    _told_under(found)


def _row(one: "Stands") -> tuple[str, ...]:
    answer = one.answer
    ended = answer.status == "delisted"
    every = answer.measures if ended else (*answer.measures, *answer.licences)
    here = [_named(each) for each in every if each.state == "in_force"]
    return one.target.name, one.issuer.name, _status(answer), ", ".join(here), "; ".join(map(_word, answer.announced))


def _in_full(one: "Stands") -> None:
    answer = one.answer
    show.line(f"{one.target.name}, {one.issuer.name}: {_status(answer)}")
    for each in (*answer.measures, *answer.licences):
        if each.possible == {"not_imposed"}:
            continue
        covers = f"; covers {each.covers}" if each.covers else ""
        excludes = f"; not {each.excludes}" if each.excludes else ""
        show.line(f"  {_named(each)}: {_state(each)}{_since(each.since)}{covers}{excludes} [{_ids(each.claims)}]")
    for gap in answer.gaps:
        show.line(f"  announced {_span(gap.word.announced)}: {_came_of(gap)} [{_ids((gap.word.claim,))}]")
    if one.checked:
        show.line(f"  the word “{one.checked.word}” {VERDICTS[one.checked.verdict]}")


def _status(answer: "Answer") -> str:
    said = _plainly(answer.status.value)
    if answer.certain:
        return said
    others = " or ".join(sorted(_plainly(one.value) for one in answer.possible))
    return f"{said} (possible: {others}; {', '.join(DOUBTS[one] for one in sorted(answer.doubts))})"


def _state(one: "Standing") -> str:
    said = _state_word(one.state)
    others = sorted(map(_state_word, one.possible))
    return said if len(others) == 1 else f"{said} (possible: {' or '.join(others)})"


def _state_word(state: "State") -> str:
    return "not seen to be imposed" if state == "not_imposed" else plainly(state.value)


def _since(days: "Days | None") -> str:
    """Since when it is so: a day, between which days, or by when where no act that began it is on record."""
    if days is None or days.last is None:
        return ""
    if days.first is None:
        return f" by {days.last}; since when is not on record"
    return f" since {days.last}" if days.certain else f" since some day between {days.first} and {days.last}"


def _named(one: "Standing") -> str:
    if one.instrument:
        return f"licence {one.instrument}"
    kind = plainly(one.measure.value) if one.measure else "a measure, not said which"
    return f"{kind} ({one.regime})" if one.regime else kind


def _word(gap: "Gap") -> str:
    kinds = " or ".join(sorted(gap.speaks_of - {"announce"}))
    return f"{kinds + ', ' if kinds else ''}{_span(gap.word.announced)}"


def _came_of(gap: "Gap") -> str:
    if gap.deed is None:
        return f"nothing issued for {_between(gap.waiting)}"
    effect = f", in effect {_between(gap.coming)} later" if gap.coming else ""
    instrument = f" ({gap.deed.instrument})" if gap.deed.instrument else ""
    return f"{gap.deed.kind}{instrument} issued {_span(gap.deed.issued)}, {_between(gap.waiting)} later{effect}"


def _between(days: "Between") -> str:
    if days.least is None or days.most is None:
        return "some days"
    return show.counted(days.most, "day") if days.least == days.most else f"{days.least} to {days.most} days"


def _span(days: "Days | None") -> str:
    if days is None or days.first is None or days.last is None:
        return "on a day that is not said"
    return show.between(days.first, days.last)


def _plainly(status: str) -> str:
    return status.replace("+", ", ")


def _ids(claims: tuple[str, ...]) -> str:
    return ", ".join(one[:8] for one in claims)


def _told_under(found: "Measures") -> None:
    days = f"as of {found.as_of}, as known on {found.known_on}"
    show.line(f"{days}; lens: {found.lens.name} (version {found.lens.version}); at {found.seen.at}")
    refused = sum(found.not_admitted.values())
    if refused:
        show.line(f"not admitted by the lens: {show.counted(refused, 'claim')}")
    show.since(found.seen.at, found.erased, found.hidden)
