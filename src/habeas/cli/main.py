"""The command `habeas`: its parts, and what happens when one of them cannot go on."""

import sqlite3
import sys

import typer

from . import (
    access,
    anchor,
    arithmetic,
    bargain,
    changes,
    claims,
    compare,
    compare_names,
    coverage,
    demo,
    door,
    erase,
    export,
    figures,
    identifiers,
    importing,
    init,
    judge,
    judgements,
    link,
    lists,
    mapping,
    market,
    measures,
    mentions,
    person,
    rebuild,
    review,
    revisions,
    rules,
    series,
    serve,
    show,
    tally,
    verify,
    withdraw,
)

app = typer.Typer(
    name="habeas",
    help="A register that keeps the accounts of political imprisonment: who is held, who says so, who knew it when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)
for command, function in (
    ("init", init.init),
    ("demo", demo.demo),
    ("serve", serve.serve),
    ("import", importing.import_file),
    ("mapping", mapping.mapping),
    ("claims", claims.claims),
    ("person", person.person),
    ("figures", figures.figures),
    ("tally", tally.tally),
    ("series", series.series),
    ("changes", changes.changes),
    ("compare", compare.compare),
    ("bargain", bargain.bargain),
    ("measures", measures.measures),
    ("market", market.market),
    ("rules", rules.rules),
    ("coverage", coverage.coverage),
    ("door", door.door),
    ("lists", lists.lists),
    ("link", link.link),
    ("arithmetic", arithmetic.arithmetic),
    ("export", export.export),
    ("revisions", revisions.revisions),
    ("verify", verify.verify),
    ("rebuild", rebuild.rebuild),
    ("access", access.access),
    ("review", review.review),
    ("judge", judge.judge),
    ("judgements", judgements.judgements),
    ("identifiers", identifiers.identifiers),
    ("withdraw", withdraw.withdraw),
    ("erase", erase.erase),
    ("anchor", anchor.anchor),
    ("mentions", mentions.mentions),
    ("compare-names", compare_names.compare_names),
):
    app.command(command)(function)


def run() -> None:
    """Run a command; what goes wrong is told in one line to the person who meets it, with exit code 1."""
    try:
        app(prog_name="habeas")
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    except Exception as error:
        told = in_words(error)
        if told is None:
            raise
        show.step(f"habeas: {told}")
        sys.exit(1)


def in_words(error: Exception) -> str | None:
    """An error in words that say what to do, or None for one that is a fault of ours."""
    from django.db import utils

    from habeas.archive.store import DamageError
    from habeas.exchange.prepared import FileError
    from habeas.register.chain import HeadError
    from habeas.register.folder import FolderError
    from habeas.register.refusals import CommandError, FutureError, StaleError

    ours = (FolderError, HeadError, FileError, CommandError, StaleError, FutureError, DamageError)
    if isinstance(error, ours):
        return str(error)
    if isinstance(error, utils.DatabaseError | sqlite3.DatabaseError):
        return _of_database(str(error).strip())
    if isinstance(error, OSError):
        return f"{error.filename or 'the disk'}: {error.strerror or error}; what was acknowledged stays recorded"
    return None


def _of_database(said: str) -> str:
    first = said.splitlines()[0] if said else "no reason given"
    if "full" in first or "disk I/O" in first or "No space" in first:
        return (
            f"the disk is full or cannot be written ({first}): the batches that were acknowledged stay recorded, "
            "the rest of this file is not; make room and import it again: nothing is added twice"
        )
    if "locked" in first:
        return (
            f"another process has held the register for over a minute ({first}): nothing of this command was recorded"
        )
    if "malformed" in first or "not a database" in first:
        return f"the database file is damaged ({first}): restore a copy and run `habeas verify` on it"
    return f"the database refused: {first}"
