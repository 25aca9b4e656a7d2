"""What a command prints: one look for every table, JSON in one form, progress on the other stream."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

WIDE = 1_000  # letters: what goes into a file or another program is not folded

out = Console(highlight=False)
progress = Console(stderr=True, highlight=False)


def between(first: date, last: date) -> str:
    """A day of which the first and the last possible are known; the first is `date.min` where nobody says."""
    if first == date.min:
        return f"some day up to {last}"
    return str(last) if first == last else f"some day between {first} and {last}"


def as_json(value: Any) -> None:
    """Print a value as JSON, two spaces deep, letters of every script as they are."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print comma-separated values, the names of the columns first; no text among them is run by a spreadsheet."""
    from habeas.exchange.cells import write_table

    write_table(sys.stdout, chain([head], rows))


def table(head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> None:
    """Print a table; columns whose index is in `numbers` are aligned to the right."""
    shown = Table(box=None, pad_edge=False, header_style="bold")
    for index, column in enumerate(head):
        shown.add_column(column, justify="right" if index in numbers else "left", overflow="fold")
    for row in rows:
        shown.add_row(*map(escape, row))
    out.width = _width() or out.width
    out.print(shown)


def _width() -> int | None:
    """How wide a table may be: as wide as the terminal, or as COLUMNS says, which a Console reads only once."""
    said = os.environ.get("COLUMNS", "")
    if said.isdigit():
        return int(said)
    return None if out.is_terminal else WIDE


def line(text: str) -> None:
    """Print a line of words."""
    out.print(text, soft_wrap=True, markup=False)


def step(text: str) -> None:
    """Tell how far long work is, on the other stream."""
    progress.print(text, soft_wrap=True, markup=False)


def number(count: int) -> str:
    """A number as it is read: 12,000."""
    return f"{count:,}"


def signed(count: int) -> str:
    """A difference as it is read: +5, −8."""
    return f"+{number(count)}" if count > 0 else number(count).replace("-", "−")


def counted(count: int, one: str, more: str | None = None) -> str:
    """A number and what it counts: "1 claim", "12,000 claims", "2 people"."""
    return f"{number(count)} {one if count == 1 else more or one + 's'}"


def since(entry: object, erased: int, hidden: int) -> None:
    """How many claims were taken away since an entry, where any were."""
    if erased:
        line(f"erased since entry {entry}: {counted(erased, 'claim')}")
    if hidden:
        line(f"sealed or withdrawn since entry {entry}: {counted(hidden, 'claim')}")
