"""Opening a register for a command: the folder is named first, then Django is set up on its database."""

import os
from pathlib import Path
from typing import Annotated

import typer

from habeas.register import folder

from . import show

RegisterOption = Annotated[
    Path,
    typer.Option("--register", "-r", envvar=folder.VARIABLE, help="The register's folder.", show_default="./register"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the documented JSON instead of a table.")]
ByOption = Annotated[str, typer.Option("--by", help="Your name, as the log shall have it.")]
HERE = Path("register")


def set_up(register: Path) -> None:
    """Point Django at a register folder; nothing is opened yet."""
    os.environ[folder.VARIABLE] = str(register.absolute())
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "habeas.server.settings")
    import django

    django.setup()


def open_register(register: Path, *, fresh: bool = True) -> None:
    """Open a register; raises FolderError where there is none, StaleError where it must be rebuilt first.

    Of a register of invented people that is said first, on the other stream.
    """
    if said := folder.invented(register):
        show.step(f"† Invented: {said}")
    set_up(register)
    if fresh:
        from habeas.register import opening

        opening.check_open()
