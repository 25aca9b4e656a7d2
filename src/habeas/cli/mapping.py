"""`habeas mapping`: a mapping of somebody's list, drafted from its head."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from . import show
from .opening import JsonOption


def mapping(
    file: Annotated[Path, typer.Argument(help="A list: .csv, .tsv, .xlsx or .json.")],
    sheet: Annotated[str | None, typer.Option(help="Which sheet of a workbook.")] = None,
    head: Annotated[int, typer.Option(min=1, help="The row of the head.")] = 1,
    delimiter: Annotated[
        str | None, typer.Option(help="What stands between the cells of a CSV; else what stands most in its head.")
    ] = None,
    encoding: Annotated[str, typer.Option(help="The encoding of a CSV.")] = "utf-8",
    json: JsonOption = False,
) -> None:
    """Draft a mapping for a list from its head, for its keeper to finish. No meaning is guessed, no cell is shown.

    Example:

    - `habeas mapping held.xlsx --sheet People > held.toml`
    """
    from habeas.exchange.mapping.drafted import drafted, likely_delimiter
    from habeas.exchange.prepared import FileError
    from habeas.exchange.sheets.how import How, Sort, sort_of

    if not file.is_file():
        raise FileError(f"{file} is not there")
    data, sort = file.read_bytes(), sort_of(file.name)
    sign = delimiter or (likely_delimiter(data) if sort is Sort.csv else ",")
    if len(sign) != 1:
        raise FileError(f"--delimiter is {sign!r}: one character is expected")
    text = drafted(file.name, data, How(sort, sign, encoding, sheet, head))
    if json:
        show.as_json({"file": file.name, "mapping": text})
    else:
        sys.stdout.write(text)
