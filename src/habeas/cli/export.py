"""`habeas export`: the rectangles that figures are added up from, as a Parquet file."""

from pathlib import Path
from typing import Annotated

import typer

from . import asked, show
from .counted_by import HELD, LensOfRuleOption, RuleOption, chosen, refusing
from .opening import HERE, JsonOption, RegisterOption, open_register


def export(
    file: Annotated[Path, typer.Argument(help="The file to write (.parquet).")],
    register: RegisterOption = HERE,
    rule: RuleOption = HELD,
    lens: LensOfRuleOption = "",
    at: asked.AtOption = None,
    json: JsonOption = False,
) -> None:
    """Write the rectangles of a rule and a lens, for DuckDB, Polars and other tools that count in columns.

    A row is one person's piece of time: the days from first until, as known from known until known_to, low, best and
    high by the rule, the custody state and the claims that decide it. People and claims are told by id alone.

    Example: `habeas export held.parquet --rule held`
    """
    open_register(register)
    from habeas.answers import rectangles
    from habeas.answers import tally as answer
    from habeas.claims.vocabulary import Access
    from habeas.exchange import parquet
    from habeas.exchange.prepared import FileError

    if file.suffix != ".parquet":
        raise FileError(f"{file}: a name that ends in .parquet is expected; nothing was written")
    seen = answer.view(at, Access.staff)
    with refusing():
        found = rectangles.pieces(seen, *chosen(rule, lens, seen))
    size = parquet.write(found, file)
    if json:
        named = {"rule": found.rule.name, "rule_version": found.rule.version}
        named |= {"lens": found.lens.name, "lens_version": found.lens.version}
        show.as_json({"file": str(file), "rectangles": size, **named, "at": str(seen.at)})
        return
    show.line(
        f"{file}: {show.counted(size, 'rectangle')}; rule: {found.rule.name} (version {found.rule.version}); "
        f"lens: {found.lens.name} (version {found.lens.version}); at {seen.at}"
    )
