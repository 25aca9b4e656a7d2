"""`habeas judge`: two records are one person, two people, or nobody can say; and the last word is taken back."""

from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show, supposed, whom
from .opening import HERE, ByOption, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.supposing import Supposed
    from habeas.register.draft import Receipt
    from habeas.register.judge import Verdict
    from habeas.register.read import View


def judge(
    one: Annotated[str, typer.Argument(help="A record or an agent: 8 digits of its id, or a name.")] = "",
    other: Annotated[str, typer.Argument(help="The other one.")] = "",
    verdict: Annotated[str, typer.Argument(help="same, different or undecided.")] = "",
    by: ByOption = "",
    register: RegisterOption = HERE,
    reason: Annotated[str, typer.Option(help="Why, in a line; it is for the staff.")] = "",
    evidence: Annotated[list[str] | None, typer.Option(help="A claim it rests on. May be given again.")] = None,
    score: Annotated[str, typer.Option(help="How alike the two were found, from 0 to 1, such as 0.93.")] = "",
    retract: Annotated[str, typer.Option(help="The id of a judgement: its last word is taken back.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what it would change, and enter nothing.")] = False,
    json: JsonOption = False,
) -> None:
    """Judge whether two records are one person. What it would change is told first: persons, custody, figures.

    A "same" that contradicts a "different", or the other way round, through whatever chain, is refused and the chain
    is shown. To take a judgement back restores exactly what was before it.

    Examples:

    - `habeas judge 1a2b3c4d 5e6f7a8b same --reason "One birth, one court." --by "Marta Veres"`

    - `habeas judge --retract 90c1d2e3 --by "Marta Veres"`
    """
    open_register(register)
    from habeas.answers import supposing, tally
    from habeas.claims.vocabulary import Access
    from habeas.register import judge as judging
    from habeas.register import write

    if not (by.strip() or dry_run):
        raise typer.BadParameter("who judges is kept: say your name", param_hint="--by")
    seen, today = tally.view(None, Access.staff), asked.past_or_today(None, "")
    if retract:
        if one or verdict or evidence or score:
            raise typer.BadParameter("to take back, only the judgement is named", param_hint="--retract")
        judgement = judging.whole_judgement(retract)
        found = supposing.supposed_back(judgement, seen, today)
        _tell(found, json)
        receipt = None if dry_run else judging.take_back(judgement, write.actor(by), reason=reason)
        _done(found, receipt, "the last word is taken back", json)
    else:
        said = _verdict(one, other, verdict, reason, evidence or [], score, seen)
        found = supposing.supposed([said], seen, today)
        _tell(found, json)
        receipt = None if dry_run else judging.judge([said], write.actor(by))
        _done(found, receipt, f"judged {verdict}", json)


def _verdict(
    one: str, other: str, verdict: str, reason: str, evidence: list[str], score: str, seen: "View"
) -> "Verdict":
    from habeas.claims.vocabulary import Sameness
    from habeas.register import read
    from habeas.register.judge import Verdict

    if not (one and other and verdict):
        raise typer.BadParameter("two records and same, different or undecided are needed")
    if verdict not in {word.value for word in Sameness}:
        raise typer.BadParameter(f"{verdict!r} is not one of {', '.join(Sameness)}", param_hint="VERDICT")
    if not reason.strip():
        raise typer.BadParameter("every judgement says why, in a line", param_hint="--reason")
    first, second = (whom.record(text, seen) for text in (one, other))
    claims = [read.whole_id(claim) for claim in evidence]
    return Verdict(first, second, Sameness(verdict), reason, claims, score)


def _tell(found: "Supposed", json: bool) -> None:
    """Tell what it would change; where it contradicts others that is told, and the command ends with code 1."""
    if found.against and json:
        show.as_json(found.as_json())
    elif found.against:
        supposed.print_against(found)
    elif not json:
        supposed.print_supposed(found)
    if found.against:
        raise typer.Exit(1)


def _done(found: "Supposed", receipt: "Receipt | None", word: str, json: bool) -> None:
    entered = receipt is not None and bool(receipt.added or receipt.corrected)
    if json:
        head = {"head": receipt.head.whole} if receipt else {}
        show.as_json(found.as_json() | {"entered": entered} | head)
    elif receipt is None:
        show.line("nothing was entered: this was asked with --dry-run")
    else:
        word = word if entered else "said before, nothing is added"
        show.line(f"{word} [{found.judgements[0].id[:8]}]; head {receipt.head.whole}")
