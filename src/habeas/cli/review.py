"""`habeas review`: whether a claim is accepted, or a person should look at it again, and why."""

from typing import Annotated

import typer

from . import show
from .opening import HERE, ByOption, JsonOption, RegisterOption, open_register


def review(
    claim: Annotated[list[str], typer.Argument(help="The ids of the claims.")],
    verdict: Annotated[str, typer.Option(help="second_look or accepted.")],
    by: ByOption,
    register: RegisterOption = HERE,
    note: Annotated[str, typer.Option(help="Why, in a line; a second look needs it.")] = "",
    json: JsonOption = False,
) -> None:
    """Have claims looked at again, or accept them. A lens leaves out what is under second look, and a figure says so.

    The last word counts, and is the register's own: it holds for every known day. The note is for the staff.

    Example: `habeas review ID --verdict second_look --note "The court has no such case." --by "Marta Veres"`
    """
    open_register(register)
    from habeas.answers.plain import plainly
    from habeas.claims.vocabulary import Review
    from habeas.register import read, write

    if verdict not in {one.value for one in Review}:
        raise typer.BadParameter(f"{verdict!r} is not one of {', '.join(Review)}", param_hint="--verdict")
    if verdict == Review.second_look and not note.strip():
        raise typer.BadParameter("a second look says why", param_hint="--note")
    claim = [read.whole_id(one) for one in claim]
    receipt = write.review(claim, Review(verdict), write.actor(by), note=note)
    if json:
        show.as_json({"reviewed": claim, "verdict": verdict, "head": receipt.head.whole})
    else:
        show.line(f"{show.counted(len(claim), 'claim')}: {plainly(verdict)}; head {receipt.head.whole}")
