"""`habeas compare`: a published figure beside the computed one, and the bridge between them."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show
from .changes import REASONS, hangs_on, names
from .counted_by import LensOfRuleOption, in_full, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.compared import Compared

THEN = "when it was published"
STEPS = {"published": "published", "computed now": "counted now"}


def compare(
    figure: Annotated[
        str, typer.Option(metavar="CLAIM", help="The published figure: its claim's id, or its beginning.")
    ],
    known_on: Annotated[str | None, typer.Option(help="Count what was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    rule: Annotated[
        str, typer.Option(help="By which rule: NAME, or NAME@VERSION.", show_default="its publisher's, else held")
    ] = "",
    lens: LensOfRuleOption = "",
    at: asked.AtOption = None,
    after: asked.AfterOption = 0,
    json: JsonOption = False,
) -> None:
    """Set a published figure beside the one that is counted for its day, or its days, and bridge the two.

    Where the register has a rule that is said to be the publisher's own, that rule counts, through the lens that it
    names. The steps add up; people who are not named here are told as such, and nobody is added to reach a number.

    A figure of how many came or went is counted in the days that it names, by its publisher's rule or by one that is
    named: an inflow or an outflow that counts what the figure counts, persons or detentions.

    Examples:

    - `habeas compare --figure 1a2b3c4d`

    - `habeas compare --figure 1a2b3c4d --rule held --known-on 2025-12-31`
    """
    open_register(register)
    from habeas.answers import compared, counted_by, told
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access
    from habeas.register import read

    known, seen = asked.past_or_today(known_on, "--known-on"), view(at, Access.staff)
    with refusing():
        by = counted_by.rule_named(rule, seen) if rule else None
        through = counted_by.lens_named(lens, seen) if lens else None
        found = compared.compared(read.whole_id(figure), seen, known, by, through)
    if json:
        show.as_json(told.as_comparison(found, after))
    else:
        _print(found)


def _print(found: "Compared") -> None:
    from habeas.answers.compared import why_nobody
    from habeas.answers.stated import PERSONS

    from .claim_table import speakers, when
    from .figures import number, of_what

    claim = found.published.claim
    of = of_what(found.published.figure)
    of = of if found.published.figure["unit"] in PERSONS else f"({of})"
    show.line(f"{number(found.published)} {of}, said {speakers(claim)}, {when(claim)}")
    days = found.as_of if found.first is None else f"{found.first} to {found.as_of}"
    show.line(f"counted for {days}, as known on {found.changes.later.known_on}, by {whose_rule(found)}")
    anybody = ": anybody’s, not its publisher’s alone, since that rule names no lens" if found.by_anybody else ""
    show.line(f"whose claims are admitted: {found.lens.name}{anybody}")
    when_then = f"as known on {found.changes.later.known_on}, before it was published" if found.ahead else THEN
    why = why_nobody(found)
    if why:
        show.line(f"by this rule nobody is counted for that day, so that nothing leads there: {why}")
    else:
        _print_bridge(found, when_then)
    if found.first is not None:
        _print_flow(found, when_then)
    show.line(f"counted now: at least {show.number(found.now.low)}, at most {show.number(found.now.high)}")
    names(found.changes)
    in_full(found.rule, found.lens)
    show.line(f"{hangs_on(found.changes)}; habeas claims --claim {claim['id'][:8]}")


def _print_bridge(found: "Compared", when_then: str) -> None:
    steps = [(_step(step, many, when_then), step, many) for step, many in found.bridge()]
    width = max(len(told) for told, *_ in steps)
    for told, step, many in steps:
        shown = show.number(many) if step in STEPS else show.signed(many)
        show.line(f"  {told:<{width}}  {shown:>7}")


def _print_flow(found: "Compared", when_then: str) -> None:
    """What of who came or went is told beside the steps: what is left now, and the bounds of the count then."""
    from habeas.answers.compared import remainder

    left = found.now.best - found.number
    show.line(f"{remainder(left)}, as known on {found.changes.later.known_on}: {show.number(abs(left))}")
    low, best, high = map(show.number, found.then)
    show.line(f"counted {when_then}: {best}, at least {low}, at most {high}")
    if found.rule.unit == "persons":
        show.line("of people who are not named nobody knows who they were: they count in the most alone")


def whose_rule(found: "Compared") -> str:
    """By whose rule it is counted: another rule than the publisher's is another right answer."""
    if found.own_rule:
        return f"its publisher's own rule, {found.rule.name}"
    return f"the rule {found.rule.name}, which is not said to be its publisher's: each is an answer to its own question"


def _step(step: str, many: int, known: str) -> str:
    if step == "not named then":
        return f"not counted here {known}" if many < 0 else f"counted here {known}, and not in it"
    if step in REASONS:
        return REASONS[step] + " since"
    return STEPS.get(step) or f"{step}, {known}"
