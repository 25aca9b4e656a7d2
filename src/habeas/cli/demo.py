"""`habeas demo`: a register made and served; of real facts about Belarus, or of the invented country of Zalesia.

That of Belarus is opened to the public by a logged command; that of Zalesia is public as it is recorded.
"""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from habeas.register import folder

from . import demo_zalesia, show
from .importing import acknowledge
from .init import init
from .opening import open_register
from .serve import serve_open
from .tally import in_words


class Country(StrEnum):
    """What is demonstrated."""

    belarus = "belarus"
    zalesia = "zalesia"


CASES = Path(__file__).resolve().parents[3] / "cases"
REGISTERS = {Country.belarus: Path("demo-register"), Country.zalesia: Path("demo-zalesia")}
AS_OF, KNOWN_ON = date(2025, 2, 15), date(2025, 2, 20)
OPENED_BY = demo_zalesia.KEEPER["kept_by"]
ONE = {"documents": "document", "claims": "claim", "people": "person", "stated figures": "stated figure"}
WHY = "public facts from published sources, each cited"


def demo(
    country: Annotated[
        Country, typer.Argument(help="Published facts about Belarus, or Zalesia, which is invented.")
    ] = Country.belarus,
    register: Annotated[
        Path | None,
        typer.Option(
            "--register",
            "-r",
            help="The folder of the demonstration.",
            show_default="demo-register; of zalesia, demo-zalesia",
        ),
    ] = None,
    cases: Annotated[
        Path | None, typer.Option(help="The folder of case files.", show_default="cases/ and the country")
    ] = None,
    serve: Annotated[bool, typer.Option("--serve/--no-serve", help="Serve the site, or stop before.")] = True,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
) -> None:
    """Build a demonstration register and serve it. A second run changes nothing; one that was broken off goes on.

    Examples:

    - `habeas demo --no-serve`

    - `habeas demo zalesia --port 8001`
    """
    place = register or REGISTERS[country]
    files = cases or CASES / country.value
    if not any(files.glob("*.toml")):
        raise folder.FolderError(f"there are no case files in {files}: name their folder with --cases")
    if country is Country.zalesia:
        demo_zalesia.build(place, files)
        _keep_markets(files)
        _tell(place, demo_zalesia.AS_OF, demo_zalesia.KNOWN_ON, demo_zalesia.LENS)
    else:
        _belarus(place, files)
        _keep_markets(files)
        _tell(place, AS_OF, KNOWN_ON)
    if serve:
        serve_open(place, host, port)


def _belarus(register: Path, cases: Path) -> None:
    if not folder.exists(register):
        init(register, name="Register of political prisoners, Belarus")
        folder.say(register, **demo_zalesia.KEEPER)
    open_register(register)
    for file in sorted(cases.glob("*.toml")):
        _import(file)
    _open_to_the_public()


def _keep_markets(cases: Path) -> None:
    """Put the country's markets into the register, for its pages."""
    from habeas.exchange import kept_markets

    for file in sorted((cases / "market").glob("*.toml")):
        kept_markets.keep(file)


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


def _tell(register: Path, as_of: date, known_on: date, lens: str = "") -> None:
    """What the register holds, whether it is invented, and a first question."""
    from habeas.answers import counted_by, public, tally
    from habeas.claims.vocabulary import Access
    from habeas.register import read
    from habeas.tally.lens import EVERY

    seen = tally.view(None, Access.public)
    held = ", ".join(show.counted(count, ONE[what], what) for what, count in read.totals(seen).items())
    show.line(f"{register} holds {held}; at {seen.at}")
    if said := public.invented():
        show.line(said)
    admitted = counted_by.lens_named(lens, seen) if lens else EVERY
    in_words(tally.tally(as_of, known_on, seen, lens=admitted))
