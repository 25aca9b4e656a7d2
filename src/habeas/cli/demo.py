"""`habeas demo`: a register of real facts about Belarus, made, opened to the public by a logged command, and served."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from habeas.register import folder

from . import show
from .importing import acknowledge
from .init import init
from .opening import open_register
from .serve import serve_open
from .tally import in_words

CASES = Path(__file__).resolve().parents[3] / "cases" / "belarus"
AS_OF, KNOWN_ON = date(2025, 2, 15), date(2025, 2, 20)
OPENED_BY = "the habeas demonstration"
ONE = {"documents": "document", "claims": "claim", "people": "person", "stated figures": "stated figure"}
WHY = "public facts from published sources, each cited"


def demo(
    register: Annotated[Path, typer.Option("--register", "-r", help="The folder of the demonstration.")] = Path(
        "demo-register"
    ),
    cases: Annotated[Path, typer.Option(help="The folder of case files.")] = CASES,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the site, or stop before.")] = True,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
) -> None:
    """Build the demonstration register and serve it. A second run changes nothing.

    Examples:

    - `habeas demo --no-serve`

    - `habeas demo --port 8001`
    """
    files = sorted(cases.glob("*.toml"))
    if not files:
        raise folder.FolderError(f"there are no case files in {cases}: name their folder with --cases")
    if not folder.exists(register):
        init(register, name="Register of political prisoners, Belarus")
    open_register(register)
    for file in files:
        _import(file)
    _open_to_the_public()
    _tell(register)
    if serve:
        serve_open(register, host, port)


def _import(file: Path) -> None:
    from habeas.exchange import importing
    from habeas.exchange.prepared import FileError

    prepared = importing.prepare(file, datetime.now(UTC).date())
    if prepared.problems:
        raise FileError("\n".join(prepared.problems))
    outcome = importing.record(prepared, acknowledge(len(prepared.drafts)))
    receipt = outcome.receipt
    show.line(f"{file.name}: {receipt.added} added, {receipt.corrected} corrected, {receipt.same} already on record")


def _open_to_the_public() -> None:
    """Mark every claim and every table of the demonstration public, by one logged command; those that are stay so."""
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access
    from habeas.register import read, write
    from habeas.register.query import Query

    seen = tally.view(None, Access.staff)
    closed = read.claims_not_at(Access.public, [claim.id for claim in read.claims(Query(), seen)])
    held = [one["id"] for one in read.documents(seen) if "text_sha256" in one]
    unread = sorted(set(held) - read.with_visible_words(tally.view(None, Access.public), held))
    if closed or unread:
        write.set_access(Access.public, write.actor(OPENED_BY), OPENED_BY, claims=closed, documents=unread, note=WHY)
        what = [show.counted(len(closed), "claim"), show.counted(len(unread), "table")]
        show.line(f"marked public: {' and '.join(what)} ({WHY})")


def _tell(register: Path) -> None:
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access
    from habeas.register import read

    seen = tally.view(None, Access.public)
    held = ", ".join(show.counted(count, ONE[what], what) for what, count in read.totals(seen).items())
    show.line(f"{register} holds {held}; at {seen.at}")
    in_words(tally.tally(AS_OF, KNOWN_ON, seen))
