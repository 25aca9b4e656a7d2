"""The rows of a list that were left out of an import, as a file for whoever mends them: where, what, why.

What to do is part of the reason. Nothing else of the row is written: it stands in the list itself.
"""

import io
from pathlib import Path

from .cells import write_table
from .prepared import FileError, Prepared

HEAD = ("file", "row", "column", "reason and what to do")


def write_quarantine(prepared: Prepared, path: Path) -> int:
    """Write the rows that are set apart to a new file; how many they are. FileError: there is such a file already."""
    if not prepared.set_apart:
        return 0
    out = io.StringIO()
    rows = [(prepared.file, one.row, *told) for one in prepared.set_apart for told in one.wrong]
    write_table(out, [HEAD, *rows])
    try:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(out.getvalue())
    except FileExistsError as error:
        raise FileError(f"{path} is there already: name another file for the rows that are set apart") from error
    return len(prepared.set_apart)
