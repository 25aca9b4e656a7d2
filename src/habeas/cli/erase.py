"""`habeas erase`: forgetting, for good."""

from typing import Annotated

import typer

from . import show
from .opening import HERE, JsonOption, RegisterOption, open_register


def erase(
    register: RegisterOption = HERE,
    claim: Annotated[list[str] | None, typer.Option(help="A claim's id; may be given again.")] = None,
    record: Annotated[
        list[str] | None, typer.Option(help="A record's id, with every claim that names it; may be given again.")
    ] = None,
    document: Annotated[list[str] | None, typer.Option(help="A document by SHA-256; may be given again.")] = None,
    ground: Annotated[str | None, typer.Option(help="On what ground.")] = None,
    authority: Annotated[str | None, typer.Option(help="By whose authority.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Your name, as the log shall have it.")] = None,
    finish: Annotated[bool, typer.Option("--finish", help="Finish an erasure that was broken off.")] = False,
    json: JsonOption = False,
) -> None:
    """Erase claims, records or documents from every file of the register. This cannot be undone.

    The log keeps that something was erased, by whom and on what ground, and never what. Importing the same file again
    does not bring it back. On PostgreSQL the server's own log and backups keep the bytes until they turn over.

    Example: `habeas erase --record ID --ground "asked to be forgotten" --authority "the person" --by "Marta Veres"`
    """
    open_register(register)
    from habeas.register import erase as forgetting
    from habeas.register import write

    if finish:
        show.line(forgetting.finish() or "nothing that was erased remains")
        return
    for name, value in (("--ground", ground), ("--authority", authority), ("--by", by)):
        if not value:
            raise typer.BadParameter("is needed: the log keeps it", param_hint=name)
    done = forgetting.erase(
        write.actor(str(by)),
        str(ground),
        str(authority),
        claims=claim or [],
        records=record or [],
        documents=document or [],
    )
    if json:
        show.as_json(
            {
                "entries": done.entries,
                "claims": done.claims,
                "records": done.records,
                "documents": done.documents,
                "named_elsewhere": done.named_elsewhere,
                "remains": done.remains,
                "head": done.head.whole,
            }
        )
        return
    erased, claims = show.counted(done.entries, "entry", "entries"), show.counted(len(done.claims), "claim")
    show.line(f"erased {erased}, {claims} among them; head {done.head.whole}")
    for digest in done.documents:
        show.line(f"dropped from the archive: {digest}")
    for one in done.named_elsewhere:
        show.line(f"look at claim {one}: its words still have a name that was erased")
    if done.remains:
        show.line(done.remains)
