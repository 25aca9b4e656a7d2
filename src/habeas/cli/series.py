"""`habeas series`: a figure on every day or in every month, by a rule, through a lens, as known on a day."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from . import asked, show
from .counted_by import (
    HELD,
    ByOption,
    CsvOption,
    LensOfRuleOption,
    RuleOption,
    by_whom,
    chosen,
    divided,
    refusing,
    told_under,
)
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.series import Row, Series

STOCK = ("low", "best", "high", "entered", "left", "entered_unsure", "left_unsure")
FLOW = ("low", "best", "high")
LEARNED = ("best", "unsure")


def series(
    first: Annotated[str, typer.Option("--from", help="The first day (YYYY-MM-DD).")],
    last: Annotated[str, typer.Option("--to", help="The last day.")],
    known_on: Annotated[str | None, typer.Option(help="What was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    rule: RuleOption = HELD,
    lens: LensOfRuleOption = "",
    step: Annotated[Literal["day", "month"], typer.Option(help="A row for every day, or for every month.")] = "month",
    by: ByOption = None,
    by_known: Annotated[
        bool, typer.Option("--by-known", help="Of who came and went: by the day on which it was learned.")
    ] = False,
    at: asked.AtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Count on every day or in every month: low, best and high, and of a stock who entered and who left.

    A stock is that of the end of each day or month. Who entered and left beside it is by best, from one day's end to
    another's; of how many of them nobody saw it, or on a day not known to the month, stands beside that. Of a rule that
    counts who came or went, each row is what `habeas tally` counts of its days.

    Examples:

    - `habeas series --from 2020-08-01 --to 2025-12-31`

    - `habeas series --from 2025-01-01 --to 2025-12-31 --rule "freed in the month" --by-known --csv`
    """
    open_register(register)
    from habeas.answers import series as answer
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access

    days = asked.past(first, "--from"), asked.past(last, "--to"), asked.past_or_today(known_on, "--known-on")
    seen = tally.view(at, Access.staff)
    with refusing():
        found = answer.series(answer.Asked(*days, step, *chosen(rule, lens, seen), divided(by), by_known), seen)
    if json:
        show.as_json(found.as_json())
    elif csv:
        show.as_csv(*_as_csv(found))
    else:
        _in_words(found)


def _in_words(found: "Series") -> None:
    for note in found.notes:
        show.line(note)
    if found.rows and not found.footing.nobody:
        columns = _columns(found)
        head = [found.asked.step, *(name.replace("_", " ").replace("unsure", "not seen") for name in columns)]
        rows = [[_named(one, found), *(show.number(value) for value in _values(one, columns))] for one in found.rows]
        show.table(head, rows, numbers=range(1, len(head)))
        _divided(found)
    asked = found.asked
    told_under(found.footing, f"from {asked.first} to {asked.last}", f"as known on {asked.known_on}")


def _divided(found: "Series") -> None:
    from habeas.answers.divisions import in_words, parts

    if not found.asked.by:
        return
    head = (found.asked.step, ", ".join(parts(found.asked.by)).replace("_", " "), *FLOW)
    rows = [
        (_named(one, found), in_words(cell.values), *map(show.number, (cell.low, cell.best, cell.high)))
        for one in found.rows
        for cell in one.cells
    ]
    show.table(head, rows, numbers=(2, 3, 4))


def _named(one: "Row", found: "Series") -> str:
    """A day, or a month: a part of one by its days."""
    from habeas.answers.months import month_end

    if found.asked.step == "day":
        return str(one.day)
    whole = one.first.day == 1 and one.day == month_end(one.day)
    return f"{one.day:%Y-%m}" if whole else f"{one.first} to {one.day}"


def _columns(found: "Series") -> Sequence[str]:
    asked = found.asked
    return STOCK if asked.rule.quantity == "stock" else LEARNED if asked.by_known else FLOW


def _values(one: "Row", columns: Sequence[str]) -> Iterator[int]:
    for name in columns:
        value = getattr(one.moved if name in STOCK[3:] else one, name)
        yield 0 if value is None else int(value)


def _as_csv(found: "Series") -> tuple[Sequence[str], Iterator[Sequence[object]]]:
    """A line a row, or a line a cell of each row where it is divided; each with all that its numbers hang on."""
    from habeas.answers.divisions import parts

    asked = found.asked
    hangs_on = (asked.known_on, *by_whom(found.footing))
    columns = FLOW if asked.by else _columns(found)
    return ("from", "day", *parts(asked.by), *columns, "known_on", "rule", "lens", "at"), _lines(
        found, columns, hangs_on
    )


def _lines(found: "Series", columns: Sequence[str], hangs_on: Sequence[object]) -> Iterator[Sequence[object]]:
    for one in found.rows:
        if found.asked.by:
            for cell in one.cells:
                values = ("not said" if value is None else value for value in cell.values)
                yield one.first, one.day, *values, cell.low, cell.best, cell.high, *hangs_on
        else:
            yield one.first, one.day, *_values(one, columns), *hangs_on
