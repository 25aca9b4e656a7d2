"""`habeas verify`: is the record what it was?"""

import sqlite3
from typing import Annotated

import typer

from . import show
from .opening import HERE, JsonOption, RegisterOption, open_register


def verify(
    register: RegisterOption = HERE,
    head: Annotated[str | None, typer.Option(help="A head SEQ-HASH that was kept elsewhere.")] = None,
    json: JsonOption = False,
) -> None:
    """Check the chain, the heads, the archive, and every projected row against a fresh replay of the log.

    A changed, replaced or missing entry is named. Ends with exit code 1 if anything is not as it was.

    Example: `habeas verify --head 4012-9f8e7d6c`
    """
    open_register(register, fresh=False)
    from django.db import DatabaseError

    from habeas.register import log
    from habeas.register import verify as check

    found, last = [], "unknown"
    try:
        for fault in check.faults(head, lambda done, total: show.step(f"replayed {done} of {total} entries")):
            found.append(fault)
        last = log.head().whole
    except (DatabaseError, sqlite3.DatabaseError) as error:
        found.append(f"the database file is damaged: {error}")
    if json:
        show.as_json({"whole": not found, "head": last, "faults": found})
    else:
        for fault in found:
            show.line(fault)
        show.line(
            f"the record is whole; head {last}" if not found else f"{show.counted(len(found), 'fault')}; head {last}"
        )
    if found:
        raise typer.Exit(1)
