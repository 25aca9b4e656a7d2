"""`habeas access`: who may see which claims."""

from typing import Annotated

import typer

from . import show
from .opening import HERE, ByOption, JsonOption, RegisterOption, open_register


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
    """
    open_register(register)
    from habeas.claims.vocabulary import Access
    from habeas.register import read, write

    if level not in {one.name for one in Access if one is not Access.nobody}:
        raise typer.BadParameter(f"{level!r} is not one of public, partners, staff, sealed", param_hint="LEVEL")
    targets = list(dict.fromkeys([*(claim or ()), *read.claims_of_documents(read_in or [])]))
    receipt = write.set_access(Access[level], write.actor(by), by, claims=targets, documents=words_of or [], note=note)
    if json:
        show.as_json(
            {"level": level, "claims": len(targets), "documents": len(words_of or []), "head": receipt.head.whole}
        )
    else:
        show.line(f"{level} now: {show.counted(len(targets), 'claim')}; head {receipt.head.whole}")
