"""The golden logs: each written once, for a version of the payloads or for new kinds of entry, replayed for ever.

The first has what the first release could say; the second what was judged: links, judgements, grades, retractions;
the third what a count goes by: rules, lenses, judgements of claims, recognitions, members of a group;
the fourth what keepers take in, corrected, taken back and erased; the fifth a bargain; the sixth reviews: second looks,
one of them over, one erased for a name in its note, and a lens that admits what is under one.

After the projections were changed on purpose, running the test with HABEAS_WRITE_GOLDEN_ROWS=1 writes the rows again;
the log itself is never written again.
"""

import json
from pathlib import Path
from typing import Any

from habeas.register.chain import LogEntry

HERE = Path(__file__).parent


def rows_of(number: int) -> Path:
    """The file of the rows that a golden log is projected to."""
    return HERE / f"rows-{number}.json"


def entries(number: int) -> list[LogEntry]:
    """One of the golden logs."""
    lines = (HERE / f"log-{number}.jsonl").read_text(encoding="utf-8").splitlines()
    return [LogEntry(**json.loads(line)) for line in lines]


def erased(number: int) -> dict[int, int]:
    """Which entries its erase entries ordered away."""
    orders = [(entry.seq, json.loads(str(entry.body))) for entry in entries(number) if entry.kind == "erase"]
    return {seq: by for by, body in orders for seq in body["entries"]}


def rows_here() -> dict[str, list[list[Any]]]:
    """The projected rows of the register that is open, as JSON has them."""
    from django.db import connection

    from habeas.register.project import PROJECTED
    from habeas.register.rows import everything

    return {
        model._meta.db_table: sorted(([*row] for row in everything(connection, model)), key=str) for model in PROJECTED
    }


def write_rows(number: int) -> None:
    """Write the rows of the register that is open as those of a golden log."""
    rows_of(number).write_text(json.dumps(rows_here(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
