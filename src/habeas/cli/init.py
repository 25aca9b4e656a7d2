"""`habeas init`: a new register in a folder of its own."""

from pathlib import Path
from typing import Annotated

import typer

from habeas.register import folder

from . import show
from .opening import HERE, JsonOption, set_up


def init(
    folder_to_make: Annotated[Path, typer.Argument(metavar="REGISTER", help="The folder to make.")] = HERE,
    register: Annotated[
        Path | None, typer.Option("--register", "-r", help="The folder to make, named as other commands name it.")
    ] = None,
    name: Annotated[str, typer.Option(help="What the register is called on its pages.")] = "Register",
    database: Annotated[
        str | None, typer.Option(help="postgresql://user@host:port/name, for a team; without it, SQLite in the folder.")
    ] = None,
    copy: Annotated[
        Path | None, typer.Option(help="Another register's folder, whose log and archive are copied into the new one.")
    ] = None,
    invented: Annotated[
        str, typer.Option(help="For a register of invented people: a sentence that every page and answer says.")
    ] = "",
    json: JsonOption = False,
) -> None:
    """Make a new, empty register; or a copy of another, on either database, with the same log.

    Examples:

    - `habeas init` makes ./register on SQLite.

    - `habeas init team --database postgresql://habeas@localhost/habeas --copy register` moves a register to PostgreSQL.
    """
    if register is not None and folder_to_make not in (HERE, register):
        raise typer.BadParameter(f"{folder_to_make} is named too: name one folder", param_hint="--register")
    register = register or folder_to_make
    if copy is not None:
        told = folder.read(copy)
        name, invented = told["name"], told.get("invented", invented)
    folder.create(register, name, database, invented)
    try:
        head = _begin(register, name, copy)
    except BaseException:
        (register / "register.toml").unlink(missing_ok=True)
        raise
    if json:
        show.as_json({"register": str(register), "head": head})
    else:
        show.line(f"made the register {register}; head {head}")


def _begin(register: Path, name: str, copy: Path | None) -> str:
    set_up(register)
    from habeas.register import opening, write

    opening.make_tables()
    if copy is None:
        return write.begin(name).whole
    return opening.copy_register(copy, lambda done, total: show.step(f"copied {done} of {total} entries")).whole
