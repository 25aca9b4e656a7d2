"""`habeas identifiers`: who would be one person by an identifier that others gave them, for a keeper to accept."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show, supposed
from .opening import HERE, ByOption, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.identified import Alike


def identifiers(
    join: Annotated[bool, typer.Option("--join", help="Judge all that are proposed to be one person.")] = False,
    by: ByOption = "",
    register: RegisterOption = HERE,
    json: JsonOption = False,
) -> None:
    """List who has an identifier alike (Wikidata, ISNI, OFAC, UN, a row of a list) and is not one person yet.

    Where something contradicts it (a judgement, another value of the scheme, a birth, a sex) nobody is proposed, and
    that is told. With `--join` a named person accepts all proposals: each is a judgement, and can be taken back.

    Examples:

    - `habeas identifiers`

    - `habeas identifiers --join --by "Marta Veres"`
    """
    open_register(register)
    from habeas.answers import supposing, tally
    from habeas.answers.identified import identified
    from habeas.claims.vocabulary import Access
    from habeas.register import judge, write

    if join and not by.strip():
        raise typer.BadParameter("who judges is kept: say your name", param_hint="--by")
    seen = tally.view(None, Access.staff)
    found = identified(seen)
    verdicts = [one.verdict() for one in found.to_join]
    change = supposing.supposed(verdicts, seen, asked.past_or_today(None, "")) if verdicts else None
    if not json:
        _table("to be joined", found.to_join)
        _table("not to be joined", found.against)
        for line in supposed.figures_in_words(change.figures) if change else ():
            show.line(line)
    receipt = judge.judge(verdicts, write.actor(by)) if join and verdicts else None
    head = receipt.head.whole if receipt else None
    if json:
        figures = {"figures": [one.as_json() for one in change.figures] if change else []}
        show.as_json(found.as_json() | figures | ({"head": head} if head else {}))
    elif head:
        show.line(f"judged {show.counted(len(verdicts), 'pair')} to be one person; head {head}")
    else:
        show.line(f"{show.counted(len(verdicts), 'pair')} to be joined: habeas identifiers --join; at {seen.at}")


def _table(title: str, some: "tuple[Alike, ...]") -> None:
    if some:
        show.table((title, "one", "other", "what speaks against it"), [_row(one) for one in some])


def _row(one: "Alike") -> tuple[str, ...]:
    ends = (f"{end.name} ({end.id[:8]})" for end in (one.one, one.other))
    return (str(one.proposal.identifier), *ends, one.proposal.against)
