"""`habeas compare-names`: whether two names can be one person's, and why."""

from typing import Annotated

import typer

from . import show
from .opening import JsonOption

_CERTAIN = 0.995  # from here on a score is not printed as 1.00: only a name and itself are certain


def compare_names(
    one: Annotated[str, typer.Argument(metavar="NAME", help="A name, in any script and order.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="Another.")],
    json: JsonOption = False,
) -> None:
    """Compare two names by themselves: a score from 0 to 1, whether they can be one person's, and the reasons.

    No register is asked, and nothing is judged: two people can bear one name, and one person two.

    Example: `habeas compare-names "Язэп Каляда" "Kalyada, Yazep"`
    """
    from habeas.answers.two_names import two_names

    found = two_names(one, other)
    if json:
        show.as_json(found.as_json())
        return
    told = "can be one person’s" if found.same else "two people’s, by the names alone"
    near = "over 0.99" if _CERTAIN <= found.score < 1 else f"{found.score:.2f}"
    show.line(f"{near}: {told}")
    for reason in found.reasons:
        show.line(f"  {reason}")
