"""`habeas withdraw`: the end of a claim, and why."""

from typing import Annotated

import typer

from . import show
from .asked import day as a_day
from .opening import HERE, ByOption, JsonOption, RegisterOption, open_register


def withdraw(
    claim: Annotated[list[str], typer.Argument(help="The ids of the claims.")],
    reason: Annotated[str, typer.Option(help="source_retracted, source_corrected, register_error, consent or legal.")],
    by: ByOption,
    register: RegisterOption = HERE,
    day: Annotated[str | None, typer.Option(help="When the source's retraction or correction became known.")] = None,
    note: Annotated[str, typer.Option(help="Why, in a line.")] = "",
    json: JsonOption = False,
) -> None:
    """End claims. A source's own retraction counts from its day on; an error of ours is gone from every view.

    Withdrawal for consent or by law hides a claim from everybody, in every past view too; `habeas erase` removes it.

    Example: `habeas withdraw ID --reason source_retracted --day 2025-03-01 --by "Marta Veres"`
    """
    open_register(register)
    from habeas.claims.vocabulary import WithdrawalReason
    from habeas.register import read, write

    if reason not in {one.value for one in WithdrawalReason}:
        raise typer.BadParameter(f"{reason!r} is not one of {', '.join(WithdrawalReason)}", param_hint="--reason")
    claim = [read.whole_id(one) for one in claim]
    known = a_day(day, "--day").isoformat() if day else None
    receipt = write.withdraw(claim, WithdrawalReason(reason), write.actor(by), day=known, note=note)
    if json:
        show.as_json({"withdrawn": claim, "reason": reason, "head": receipt.head.whole})
    else:
        show.line(f"withdrew {show.counted(len(claim), 'claim')} ({reason}); head {receipt.head.whole}")
