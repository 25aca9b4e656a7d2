"""`habeas coverage`: what keepers declare to take in, and since when that was known."""

from typing import TYPE_CHECKING, Any

from . import asked, show
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.taken_in import Declared

NO_NAME = "a keeper who is not named here"


def coverage(at: asked.AtOption = None, register: RegisterOption = HERE, json: JsonOption = False) -> None:
    """List what keepers declare to take in: whose region, country or period it is, and since when that was known.

    What they took in since is told as coverage by `habeas changes`, and not as arrests.

    Examples:

    - `habeas coverage`

    - `habeas coverage --json`
    """
    open_register(register)
    from habeas.answers.taken_in import declared
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access

    seen = view(at, Access.staff)
    found = declared(seen)
    if json:
        every = [one.as_json() for one in found]
        show.as_json({"at": str(seen.at), "access": seen.ceiling.name, "count": len(every), "coverage": every})
    elif found:
        head = ("keeper", "takes in", "in full", "known since")
        show.table(head, [(*_row(one), str(one.coverage.known)) for one in found])
        show.line(f"{show.counted(len(found), 'coverage', 'coverages')}; at {seen.at}")
    else:
        show.line(f"no keeper declares any coverage here; at {seen.at}")


def in_one_line(one: "Declared") -> str:
    """Whose coverage it is, since when it was known, and what it covers."""
    return f"declared by {one.keeper or NO_NAME}, known since {one.coverage.known}: {one.coverage.sentence}"


def _row(one: "Declared") -> tuple[Any, ...]:
    what = one.coverage
    where = [what.region, what.country, what.period, f"list {what.list}" if what.list else None]
    return one.keeper or NO_NAME, ", ".join(part for part in where if part), what.sentence
