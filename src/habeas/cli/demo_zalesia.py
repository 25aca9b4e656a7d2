"""The demonstration that is invented: all of Zalesia, drawn from a seed, recorded through the same doors as real facts.

Each edition of each list is imported on its own, by day; one that is on record whole is not read again, so that a run
which was broken off goes on, and a second run changes nothing.
"""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from habeas.register import folder

from . import show
from .importing import acknowledge
from .init import init
from .opening import open_register

if TYPE_CHECKING:
    from habeas.exchange.prepared import Prepared
    from habeas.zalesia.lists import Edition, KeptList

NAME = "Register of political prisoners, Zalesia"
INVENTED = "Zalesia is no country, and nobody here is a real person."
AS_OF, KNOWN_ON = date(2024, 6, 30), date(2024, 12, 31)
LENS = "the Lantern Group"
KEEPER = {
    "kept_by": "the habeas demonstration",
    "contact": "whoever serves this copy: each makes it with one command, from files that come with the program",
}
DRAWN = "drawn"  # the folder, within the register's, of the files that were drawn


def build(register: Path, cases: Path) -> None:
    """Make the register, where it is not there, and record whatever of Zalesia is not on record in it."""
    from habeas.zalesia import world

    if not folder.exists(register):
        init(register, name=NAME, invented=INVENTED)
        folder.say(register, **KEEPER)
    open_register(register)
    show.step("drawing Zalesia from its seed")
    drawn = world.draw()
    files = _written(register / DRAWN, drawn.files())
    for of, edition in drawn.editions():
        _edition(files / edition.file, of, edition)
    told, judged = ([files / f"{name}.toml" for name in names] for names in (world.TOLD, world.JUDGED))
    for file in (*told, *sorted(cases.glob("*.toml")), *judged):
        _case(file)


def _written(place: Path, files: dict[str, str]) -> Path:
    """Keep the drawn files where a reader can look at them."""
    place.mkdir(exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


def _edition(file: Path, of: "KeptList", edition: "Edition") -> None:
    """Record an edition of a list, unless it is on record to its last row."""
    from habeas.archive.store import sha256
    from habeas.claims.vocabulary import Access, AgentSort
    from habeas.claims.when import Meaning, When
    from habeas.exchange import importing
    from habeas.exchange.people import ListTerms
    from habeas.register import lists
    from habeas.zalesia.tables import KEEPER

    if sha256(file.read_bytes()) in {document for document, _ in lists.editions(of.name)}:
        show.line(f"{file.name}: already on record")
        return
    day = When.of(edition.day.isoformat(), meaning=Meaning.published)
    terms = ListTerms(of.name, of.keeper, KEEPER, day, sort=AgentSort(of.sort))
    prepared = importing.prepare(file, datetime.now(UTC).date(), terms)
    prepared.access = Access.public
    _record(prepared)


def _case(file: Path) -> None:
    from habeas.exchange import importing

    _record(importing.prepare(file, datetime.now(UTC).date()))


def _record(prepared: "Prepared") -> None:
    from habeas.exchange import importing
    from habeas.exchange.prepared import FileError

    if prepared.problems:
        raise FileError("\n".join(prepared.problems))
    receipt = importing.record(prepared, acknowledge(len(prepared.drafts))).receipt
    added, corrected, same = map(show.number, (receipt.added, receipt.corrected, receipt.same))
    show.line(f"{prepared.file}: {added} added, {corrected} corrected, {same} already on record")
