"""`habeas erase`: forgetting, for good."""

from typing import Annotated, Any

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
    agent: Annotated[
        list[str] | None, typer.Option(help="An agent's id; the claims that name it stay, and are told.")
    ] = None,
    group: Annotated[
        list[str] | None, typer.Option(help="A group's id; the claims that name it stay, and are told.")
    ] = None,
    entry: Annotated[
        list[int] | None,
        typer.Option(
            help="The number of a log entry: an import, an actor, access, a link, a judgement, a grade or a review; "
            "the last four go in every version. May be given again."
        ),
    ] = None,
    ground: Annotated[str | None, typer.Option(help="On what ground.")] = None,
    authority: Annotated[str | None, typer.Option(help="By whose authority.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Your name, as the log shall have it.")] = None,
    finish: Annotated[bool, typer.Option("--finish", help="Finish an erasure that was broken off.")] = False,
    json: JsonOption = False,
) -> None:
    """Erase claims, records, documents, agents, groups or log entries from every file of the register.

    This cannot be undone. The log keeps that something was erased, by whom and on what ground, and never what.
    Importing the same file again does not bring it back. On PostgreSQL the server's own log and backups keep the bytes
    until they turn over.

    Example: `habeas erase --record ID --ground "asked to be forgotten" --authority "the person" --by "Marta Veres"`
    """
    open_register(register)
    from habeas.register import erase as forgetting
    from habeas.register import purge, write

    if finish:
        show.line(purge.finish() or "nothing that was erased remains")
        return
    for name, value in (("--ground", ground), ("--authority", authority), ("--by", by)):
        if not value:
            raise typer.BadParameter("is needed: the log keeps it", param_hint=name)
    named: dict[str, Any] = {
        "claims": claim or [],
        "records": record or [],
        "documents": document or [],
        "agents": agent or [],
        "groups": group or [],
        "entries": entry or [],
    }
    forgetting.check(str(ground), str(authority), **named)
    done = forgetting.erase(write.actor(str(by)), str(ground), str(authority), **named)
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
    for kind, ids in done.named_elsewhere.items():
        for one in ids:
            show.line(f"look at {kind} {one}: it still names what was erased")
    if done.remains:
        show.line(done.remains)
