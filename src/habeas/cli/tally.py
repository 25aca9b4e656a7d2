"""`habeas tally`: a figure by a rule, through a lens, as of a day, as known on another."""

from typing import TYPE_CHECKING, Annotated

import typer

from habeas.answers import plain

from . import asked, show
from .counted_by import HELD, ByOption, LensOfRuleOption, RuleOption, chosen, divided, in_full, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.tally import Tally

MOST = 50
SHOWN_IDS = 5
OPEN = {
    "days": "{} of whom a day is known only roughly or not at all",
    "contradictions": "{} about whom claims contradict each other",
    "ends": "{} of whom no claim tells when custody began or ended",
    "unsaid": "{} of whom it is not said, or not agreed, what the rule asks for",
    "no sign": "{} of whom there has been no sign for longer than the rule counts on",
}
MOVED = {"inflow": "entered", "outflow": "left"}


def tally(
    as_of: Annotated[str, typer.Option(help="The day that is asked about (YYYY-MM-DD); of a flow the last day.")],
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    rule: RuleOption = HELD,
    lens: LensOfRuleOption = "",
    by: ByOption = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="List those alone whose bounds are open, each with why.")
    ] = False,
    at: asked.AtOption = None,
    after: asked.AfterOption = 0,
    json: JsonOption = False,
) -> None:
    """Count by a rule, through a lens, as of a day, as known on another: low, best and high, with the claims.

    Low counts who certainly was, high who possibly was; best takes the rule's convention. Without a rule it counts who
    was held, and without a lens it trusts every accepted claim.

    Examples:

    - `habeas tally --as-of 2025-02-15 --known-on 2025-02-20`

    - `habeas tally --as-of 2025-09-30 --known-on 2025-10-31 --rule freed --lens "the authorities"`
    """
    open_register(register)
    from habeas.answers import counted
    from habeas.answers import doubtful as doubt
    from habeas.answers import tally as answer
    from habeas.claims.vocabulary import Access

    day = asked.past(as_of, "--as-of")
    known = asked.past_or_today(known_on, "--known-on")
    seen = answer.view(at, Access.staff)
    with refusing():
        found = answer.tally(day, known, seen, *chosen(rule, lens, seen), divided(by))
    if doubtful:
        found = doubt.doubtful(found)
    if json:
        show.as_json(counted.as_page(found, after) | ({"doubtful": _whys(found)} if doubtful else {}))
    else:
        in_words(found, doubtful)


def in_words(found: "Tally", doubtful: bool = False) -> None:
    """The figure as a person reads it: never without its days, rule, lens and entry."""
    count, rule, lens = found.count, found.rule, found.lens
    if found.note:
        show.line(found.note)
    else:
        bounds = f"at least {show.number(count.low)}, at most {show.number(count.high)}"
        if rule.quantity != "stock" and count.low == 0:
            by_convention = f"none is certain, by convention {show.number(count.best)}"
            show.line(f"at most {show.number(count.high)} {_what(found)} ({by_convention})")
        else:
            show.line(f"{show.number(count.best)} {_what(found)} ({bounds})")
        if found.open:
            show.line(f"the bounds are open: {', '.join(OPEN[why].format(many) for why, many in found.open.items())}")
        _divided(found)
        if doubtful:
            _in_doubt(found)
        else:
            _people(found)
        for group in count.groups[:MOST]:
            how_many = show.number(group.best) if group.best else f"possibly {show.number(group.high)}"
            show.line(f"  {group.group.name}: {how_many}, not named")
    in_full(rule, lens)
    days = f"as of {found.as_of}" if rule.quantity == "stock" else f"from {_start(found)} to {found.as_of}"
    show.line(
        f"{days}, as known on {found.known_on}; rule: {rule.name} (version {rule.version}); "
        f"lens: {lens.name} (version {lens.version}); at {found.seen.at}; {show.counted(len(count.claims), 'claim')}"
    )
    if count.claims:
        some, left = ", ".join(claim[:8] for claim in count.claims[:SHOWN_IDS]), len(count.claims) - SHOWN_IDS
        more = f" and {show.number(left)} more (--json)" if left > 0 else ""
        show.line(f"it rests on {some}{more}: habeas claims --claim ID")
    _told_besides(found)


def _people(found: "Tally") -> None:
    for person in found.listed[:MOST]:
        certain = "" if person.low else " (possibly)"
        times = f": {show.number(person.best)} times" if person.best > 1 else ""
        show.line(f"  {found.names.get(person.person, 'not named')}{times}{certain}")
    if len(found.count.people) > MOST:
        show.line(f"  and {show.number(len(found.count.people) - MOST)} more")
    doubtful = sum(found.open.values())
    if doubtful:
        show.line(
            f"  (--doubtful lists the {show.counted(doubtful, 'person', 'people')} whose bounds are open, with why)"
        )


def _in_doubt(found: "Tally") -> None:
    """Everybody whose bounds are open: how far they count, and why no claim says more."""
    from habeas.answers.doubtful import WHY, doubts

    every = doubts(found)
    for one in every:
        who = one.opened.counted
        best = "counted by convention" if who.best else "possibly"
        claims = ", ".join(claim[:8] for claim in who.claims[:SHOWN_IDS])
        show.line(f"  {one.opened.name} ({best}): {WHY[one.why]} [{claims}]")
    if not every:
        show.line("  of nobody the bounds are open")


def _whys(found: "Tally") -> dict[str, str]:
    """By the record of everybody whose bounds are open why they are."""
    from habeas.answers.doubtful import doubts

    return {one.opened.counted.person: one.why for one in doubts(found)}


def _what(found: "Tally") -> str:
    if found.rule.quantity == "stock":
        return found.rule.name if found.rule.name == "held" else f"by the rule {found.rule.name}"
    what = {"persons": "people", "detentions": "times somebody", "events": "events"}[found.rule.unit]
    return f"{what} {MOVED[found.rule.quantity]}"


def _start(found: "Tally") -> str:
    return "the beginning" if found.rule.period == "ever" else str(found.start)


def _divided(found: "Tally") -> None:
    from habeas.answers import divisions

    for cell in found.cells:
        bounds = f"{show.number(cell.low)} to {show.number(cell.high)}"
        show.line(f"  {divisions.in_words(cell.values)}: {show.number(cell.best)} ({bounds})")


def _told_besides(found: "Tally") -> None:
    refused = sum(len(claims) for claims in found.refused.values())
    if refused:
        whys = ", ".join(plain.not_admitted(len(claims), why) for why, claims in found.refused.items())
        show.line(f"not admitted by the lens: {show.counted(refused, 'claim')} about custody ({whys})")
    if found.entangled:
        whom = show.counted(found.entangled, "person", "people")
        show.line(f"bounds as wide as can be, for more alternatives than are gone through: {whom}")
    if found.assumed:
        show.line(f"the day on which it was known is assumed: {show.counted(found.assumed, 'claim')}")
    show.since(found.seen.at, found.erased, found.hidden)
