"""What every command of figures takes: the rule, the lens and the entry; and the line that no number is without."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from . import show

if TYPE_CHECKING:
    from habeas.answers.footing import Footing
    from habeas.register.read import View
    from habeas.tally.lens import Lens
    from habeas.tally.rule import Rule

RuleOption = Annotated[str, typer.Option(help="By which rule: NAME, or NAME@VERSION.")]
LensOption = Annotated[str, typer.Option(help="Whose claims are admitted: NAME, or NAME@VERSION.")]
LensOfRuleOption = Annotated[
    str,
    typer.Option(
        help="Whose claims are admitted: NAME, or NAME@VERSION.",
        show_default="the rule's own, else every accepted claim",
    ),
]
ByOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="ATTR",
        help="Divide it: by state, by a property such as sex, or by up to three: sex,region.",
    ),
]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print comma-separated values instead of a table.")]
HELD, EVERY = "held", "every accepted claim"
ARGUMENTS = {"bargain": "NAME", "market": "FILE"}  # what is asked for without an option


def divided(by: list[str] | None) -> str:
    """By what is divided, whether it was written with commas or option by option."""
    from habeas.answers import public

    return public.divided_by(",".join(by)) if by else ""


def chosen(rule: str, lens: str, seen: "View") -> "tuple[Rule, Lens]":
    """The rule and the lens of these names; where no lens is named, the rule's own."""
    from habeas.answers import counted_by

    by = counted_by.rule_named(rule, seen)
    return by, counted_by.lens_asked(lens, by, seen)


@contextmanager
def refusing() -> Iterator[None]:
    """What cannot be answered is told of the option that it is about."""
    from habeas.answers.public import AskError

    try:
        yield
    except AskError as error:
        hint = ARGUMENTS.get(error.parameter, f"--{error.parameter.replace('_', '-')}")
        raise typer.BadParameter(error.message, param_hint=hint) from None


def by_whom(footing: "Footing") -> tuple[str, str, str]:
    """The rule, the lens and the entry, as the last columns of every line of comma-separated values have them."""
    rule, lens = footing.rule, footing.lens
    return f"{rule.name}@{rule.version}", f"{lens.name}@{lens.version}", str(footing.seen.at)


def in_full(rule: "Rule", lens: "Lens") -> None:
    """What the rule counts and what the lens admits, as their sentences have it."""
    show.line(f"{rule.name}: {rule.sentence}")
    show.line(f"{lens.name}: {lens.sentence}")


def told_under(footing: "Footing", *days: str) -> None:
    """The lines under a block of numbers: its rule, lens, days and entry, and what was taken away since."""
    rule, lens, at = footing.rule, footing.lens, footing.seen.at
    in_full(rule, lens)
    by = f"rule: {rule.name} (version {rule.version}); lens: {lens.name} (version {lens.version})"
    show.line(f"{', '.join(days)}; {by}; at {at}")
    if footing.erased:
        show.line(f"erased since entry {at}: {show.counted(footing.erased, 'claim')}")
    if footing.hidden:
        show.line(f"sealed or withdrawn since entry {at}: {show.counted(footing.hidden, 'claim')}")
