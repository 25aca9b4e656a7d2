"""`habeas access`: who may see which claims."""

from typing import Annotated

import typer

from . import show
from .opening import HERE, ByOption, JsonOption, RegisterOption, open_register

LEFT_OUT = "left as it was, being sealed, withdrawn for consent or law, or of somebody under age"


def access(
    level: Annotated[str, typer.Argument(help="public, partners, staff or sealed.")],
    by: ByOption,
    register: RegisterOption = HERE,
    claim: Annotated[list[str] | None, typer.Option(help="A claim's id; may be given again.")] = None,
    read_in: Annotated[
        list[str] | None, typer.Option(help="Every claim now read in this document; may be given again.")
    ] = None,
    words_of: Annotated[
        list[str] | None, typer.Option(help="The words of this document themselves; may be given again.")
    ] = None,
    note: Annotated[str, typer.Option(help="Why, in a line.")] = "",
    json: JsonOption = False,
) -> None:
    """Say who may see claims from now on. The log keeps who said so; what is sealed now is sealed in every past view.

    Examples:

    - `habeas access public --read-in SHA256 --by "Marta Veres"` opens the claims of a document, not its words.

    - `habeas access sealed --claim ID --by "Marta Veres"`

    What is sealed, or was withdrawn for consent or law, is left out of --read-in: it is opened by its own id or never.
    What a list tells of somebody who is or may be under age is for the staff at most, and so are that list's words.
    """
    open_register(register)
    from habeas.claims.vocabulary import Access
    from habeas.register import read, write
    from habeas.register.refusals import CommandError

    if level not in {one.name for one in Access if one is not Access.nobody}:
        raise typer.BadParameter(f"{level!r} is not one of public, partners, staff, sealed", param_hint="LEVEL")
    for one in (*(read_in or ()), *(words_of or ())):
        if read.body_now("document", one) is None:
            raise CommandError(f"{one} is not a document of this register: nothing was changed")
    inside, left_out = read.claims_to_open(Access[level], read_in or [])
    targets = list(dict.fromkeys([*map(read.whole_id, claim or ()), *inside]))
    if left_out and not (targets or words_of):
        raise CommandError(f"{LEFT_OUT}: {show.counted(left_out, 'claim')}; nothing was changed")
    receipt = write.set_access(Access[level], write.actor(by), by, claims=targets, documents=words_of or [], note=note)
    if json:
        show.as_json(
            {
                "level": level,
                "claims": len(targets),
                "documents": len(words_of or []),
                "left_out": left_out,
                "head": receipt.head.whole,
            }
        )
    else:
        opened = [show.counted(len(targets), "claim")] if targets or not words_of else []
        opened += [f"the words of {show.counted(len(words_of), 'document')}"] if words_of else []
        show.line(f"{level} now: {' and '.join(opened)}; head {receipt.head.whole}")
        if left_out:
            show.line(f"{LEFT_OUT}: {show.counted(left_out, 'claim')}")
