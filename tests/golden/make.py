"""The golden log: written once for each released version of the payloads, replayed in the tests for ever.

After the projections were changed on purpose, running the test with HABEAS_WRITE_GOLDEN_ROWS=1 writes the rows again;
the log itself is never written again.
"""

import json
from pathlib import Path
from typing import Any

from habeas.register.chain import LogEntry

HERE = Path(__file__).parent
LOG, ROWS = HERE / "log-1.jsonl", HERE / "rows-1.json"


def entries() -> list[LogEntry]:
    """The golden log."""
    return [LogEntry(**json.loads(line)) for line in LOG.read_text(encoding="utf-8").splitlines()]


def erased() -> dict[int, int]:
    """Which entries its erase entries ordered away."""
    orders = [(entry.seq, json.loads(str(entry.body))) for entry in entries() if entry.kind == "erase"]
    return {seq: by for by, body in orders for seq in body["entries"]}


def rows_here() -> dict[str, list[list[Any]]]:
    """The projected rows of the register that is open, as JSON has them."""
    from django.db import connection

    from habeas.register.project import PROJECTED
    from habeas.register.rows import everything

    return {
        model._meta.db_table: sorted(([*row] for row in everything(connection, model)), key=str) for model in PROJECTED
    }


def write_rows() -> None:
    """Write the rows of the register that is open."""
    ROWS.write_text(json.dumps(rows_here(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
