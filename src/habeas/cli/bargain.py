"""`habeas bargain`: what was undertaken, in whose words, and what came of it by whose account."""

from typing import TYPE_CHECKING, Annotated

import typer

from habeas.answers.plain import plainly

from . import asked, show
from .counted_by import refusing
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from habeas.answers.bargain_told import Row, Told
    from habeas.bargain.terms import Bargain

FEW = 10  # claims of the evidence that are printed


def bargain(
    name: Annotated[
        str, typer.Argument(help="The bargain: its name, a part of it, or NAME@VERSION; without it, all are listed.")
    ] = "",
    as_of: Annotated[str | None, typer.Option(help="The day asked about (YYYY-MM-DD); today without it.")] = None,
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    lens: Annotated[
        str, typer.Option(help="Through one lens, NAME or NAME@VERSION.", show_default="those that the bargain names")
    ] = "",
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """What was promised, what was done, and the verdict of each lens, with the claims that it rests on.

    A verdict says what happened within a window, never that one thing caused another. An offer stays an offer; an
    assurance and the demand of a third party are told beside the terms.

    Examples:

    - `habeas bargain`

    - `habeas bargain "December 2025" --as-of 2025-12-14 --known-on 2025-12-14`
    """
    open_register(register)
    from habeas.answers import bargains, counted_by
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access

    seen = view(at, Access.staff)
    day, known = asked.past_or_today(as_of, "--as-of"), asked.past_or_today(known_on, "--known-on")
    with refusing():
        through = counted_by.lens_named(lens, seen) if lens else None
        some = [bargains.named(name, seen)] if name.strip() else bargains.every(seen)
        found = bargains.all_told(some, seen, day, known, through)
    if json:
        show.as_json(found[0].as_json() if name.strip() else {"bargains": [one.as_json() for one in found]})
    elif name.strip():
        _print(found[0])
    else:
        _print_all(found)


def _print_all(found: "Sequence[Told]") -> None:

    if not found:
        show.line("no bargain is on record here")
        return
    rows = [
        (told.bargain.name, row.commitment.key, plainly(row.verdict.value) if row.verdict else "not said yet")
        for told in found
        for row in told.terms
    ]
    show.table(("bargain", "commitment", "verdict"), rows)
    _as_of(found[0])
    show.line("each verdict is what the lenses come to that the bargain names; by whose account: habeas bargain NAME")


def _print(told: "Told") -> None:
    from habeas.answers.bargain_words import touched
    from habeas.claims.act import Act

    show.line(_title(told.bargain))
    show.line(told.bargain.sentence)
    _as_of(told)
    parties = dict.fromkeys(row.commitment.party for row in told.terms)
    for party in parties:
        show.line("")
        show.line(f"{told.name(party)}:")
        for row in told.terms:
            if row.commitment.party == party:
                _row(told, row)
    if told.beside:
        show.line("")
        show.line("beside the terms:")
        for row in told.beside:
            _row(told, row)
    show.line("")
    for sentence in touched(told, Act.detained):
        show.line(sentence)
    show.line("These verdicts say what happened in the window, never that one act caused the other.")


def _as_of(told: "Told") -> None:
    show.line(f"as of {told.as_of}, as known on {told.known_on}; at {told.seen.at}")
    show.since(told.seen.at, told.gone.erased, told.gone.hidden)


def _title(found: "Bargain") -> str:
    return f"{found.name}, version {found.version}"


def _row(told: "Told", row: "Row") -> None:
    from habeas.answers.bargain_words import evidence_of, verdicts

    one = row.commitment
    window = f"; window: {one.window.original}" if one.window.original else ""
    hangs = f"; {plainly(one.condition.on.value)} {one.condition.words}" if one.condition else ""
    show.line(f"  {one.undertakes} ({plainly(one.stage.value)}{window}{hangs})")
    for claim in row.said:
        show.line(f"    {_claim(claim)}")
    if not row.said:
        show.line("    no claim that may be seen here had said so by then: no verdict")
    some = [(lens, plainly(verdict), short) for lens, verdict, short in verdicts(row, told.evidence)]
    lenses, words = (max((len(each[place]) for each in some), default=0) for place in (0, 1))
    for lens, verdict, short in some:
        show.line(f"    {lens:<{lenses}}  {verdict:<{words}}  {short}".rstrip())
    if one.verification:
        show.line(f"    verification: {one.verification}")
    evidence = evidence_of(row, told)
    if evidence:
        show.line("    the evidence:")
    for each in evidence[:FEW]:
        show.line(f"      {_claim(each)}")
    if len(evidence) > FEW:
        show.line(f"      and {len(evidence) - FEW:,} more (--json)")


def _claim(claim: "Mapping[str, Any]") -> str:
    from .claim_table import speakers, statement

    return f"{claim['id'][:8]}  {speakers({**claim})}: {statement({**claim})}"
