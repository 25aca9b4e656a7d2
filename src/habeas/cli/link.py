"""`habeas link`: candidate pairs among whole lists, by Splink on DuckDB or Spark, as a file with scores."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from . import asked, show
from .opening import HERE, JsonOption, RegisterOption, open_register


class Backend(StrEnum):
    """What Splink runs on."""

    duckdb = "duckdb"
    spark = "spark"


def link(
    file: Annotated[Path, typer.Argument(help="The file to write (.csv).")],
    names: Annotated[list[str], typer.Argument(metavar="LIST…", help="Lists: NAME, words of it, or NAME@DAY.")],
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    least: Annotated[float, typer.Option(help="The least weight that is written: base-2 log-odds.")] = 0.0,
    backend: Annotated[Backend, typer.Option(help="What Splink runs on.")] = Backend.duckdb,
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Write candidate pairs of two lists and more, with scores; of one list those who may stand on it twice.

    For lists too long to be set side by side by `habeas lists`. Names are compared by their sounds, which are worked
    out before, and days as intervals. Nothing is recorded and nothing decided: each pair waits for a judgement.

    Needs the extra `linkage`; Spark needs PySpark and Java besides.

    Example: `habeas link pairs.csv lantern ministry --least 3`
    """
    open_register(register)
    from habeas.answers import list_editions
    from habeas.answers.public import AskError
    from habeas.answers.tally import view
    from habeas.claims.vocabulary import Access
    from habeas.exchange import bulk
    from habeas.exchange.prepared import FileError
    from habeas.linkage.columns import table

    if file.suffix != ".csv":
        raise FileError(f"{file}: a name that ends in .csv is expected; nothing was written")
    known, seen = asked.past_or_today(known_on, "--known-on"), view(at, Access.staff)
    every = list_editions.every_edition(seen, known)
    try:
        editions = [list_editions.edition_named(name, every, "list") for name in names]
    except AskError as error:
        raise typer.BadParameter(error.message, param_hint="LIST") from None
    if len(set(editions)) < len(editions):
        raise typer.BadParameter("one list is named twice: name each once", param_hint="LIST")
    some = list_editions.lists(editions, seen, known)
    called = {f"{one.name}@{one.edition.day}": table(one.people) for one in some}
    show.step(f"linking {' and '.join(called)}")
    pairs = bulk.link(called, file, least, backend.value)
    if json:
        told = {"file": str(file), "pairs": pairs, "least": f"{least:g}", "lists": list(called)}
        show.as_json(told | {"known_on": known.isoformat(), "at": str(seen.at)})
        return
    show.line(f"{file}: {show.counted(pairs, 'pair')} of a weight of at least {least:g}; at {seen.at}")
