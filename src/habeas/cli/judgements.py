"""`habeas judgements`: what was judged of who is one person, by whom, when and why."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show, whom
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.judgements import Judgement


def judgements(
    of: Annotated[str, typer.Option(metavar="NAME_OR_ID", help="Of this person alone: a name, or 8 digits.")] = "",
    verdict: Annotated[str | None, typer.Option(help="same, different or undecided.")] = None,
    limit: asked.LimitOption = asked.MOST,
    after: Annotated[int, typer.Option(min=0, metavar="ENTRY", help="Those entered after this entry.")] = 0,
    at: asked.AtOption = None,
    register: RegisterOption = HERE,
    json: JsonOption = False,
) -> None:
    """List the judgements of who is one person that stand, in the order in which they were made.

    What was taken back stands no more; an older `--at` still has it.

    Examples:

    - `habeas judgements --of "Maria Kolesnikova"`

    - `habeas judgements --verdict undecided`
    """
    open_register(register)
    from habeas.answers import judgements as answer
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access, Sameness

    asked.one_of(Sameness, verdict, "--verdict")
    seen = tally.view(at, Access.staff)
    whose = whom.ids(of, seen) if of else ()
    found = answer.judgements(seen, verdict or "", whose, after, limit or None)
    if json:
        show.as_json(found.as_json())
        return
    show.table(("id", "judged", "one", "other", "why", "by", "on"), [_row(one) for one in found.judgements])
    show.line(f"{show.counted(found.count, 'judgement')}; at {seen.at}")
    if found.next:
        show.line(f"there are more: --after {found.next}")


def _row(one: "Judgement") -> tuple[str, ...]:
    by = one.by
    ends = (f"{end.name} ({end.id[:8]})" for end in (one.one, one.other))
    score = f"{by.verdict}, {by.score}" if by.score else by.verdict
    return (by.id[:8], score, *ends, by.reason or "", by.by or "", by.day)
