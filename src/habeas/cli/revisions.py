"""`habeas revisions`: how the figure of one day was revised, from the first that was known of it to the last."""

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from . import asked, show
from .counted_by import EVERY, HELD, CsvOption, LensOfRuleOption, RuleOption, by_whom, chosen, refusing, told_under
from .opening import HERE, JsonOption, RegisterOption, open_register

if TYPE_CHECKING:
    from habeas.answers.revisions import Revisions, Surface
    from habeas.tally.stock import Bounds

MOST_DELAYS = 12  # months that stand in a column of their own


def revisions(
    as_of: Annotated[str, typer.Option(help="The day that is asked about (YYYY-MM-DD); of a flow the last day.")],
    known_on: Annotated[str | None, typer.Option(help="Up to what was known by this day; today without it.")] = None,
    register: RegisterOption = HERE,
    rule: RuleOption = HELD,
    lens: LensOfRuleOption = "",
    surface: Annotated[
        bool, typer.Option("--surface", help="Every month's end, as known at each later month's end.")
    ] = False,
    delays: Annotated[
        bool, typer.Option("--delays", help="How late those who came (of an outflow: went) were told of, by month.")
    ] = False,
    first: Annotated[
        str | None, typer.Option("--from", help="The first day of the months; a year before the last without it.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", help="The last day of the months; the day asked about without it.")
    ] = None,
    at: asked.AtOption = None,
    json: JsonOption = False,
    csv: CsvOption = False,
) -> None:
    """Tell how the figure of one day was revised: each known day on which it changed, with the change.

    With --surface also every month's end as it was known at each month's end, with --delays how many months after the
    event it was told of. --csv prints the last of what was asked for.

    Examples:

    - `habeas revisions --as-of 2025-02-15`

    - `habeas revisions --as-of 2025-12-31 --delays --from 2025-01-01`
    """
    open_register(register)
    from habeas.answers import revisions as answer
    from habeas.answers import tally
    from habeas.claims.vocabulary import Access

    day, known = asked.past(as_of, "--as-of"), asked.past_or_today(known_on, "--known-on")
    since = asked.past(first, "--from") if first else None
    until = asked.past(last, "--to") if last else None
    seen = tally.view(at, Access.staff)
    with refusing():
        wanted = answer.Asked(day, known, *chosen(rule, lens, seen), since, until, surface, delays)
        found = answer.revisions(wanted, seen)
    if json:
        show.as_json(found.as_json())
    elif csv:
        show.as_csv(*_as_csv(found))
    else:
        _in_words(found)


def _in_words(found: "Revisions") -> None:
    for note in found.notes:
        show.line(note)
    if not found.footing.nobody:
        _revised(found)
        _surface(found)
        _delays(found)
    asked, rule = found.asked, found.asked.rule
    days = f"as of {asked.as_of}" if rule.quantity == "stock" else f"from {rule.start(asked.as_of)} to {asked.as_of}"
    told_under(found.footing, days, f"as known up to {asked.known_on}")


def _revised(found: "Revisions") -> None:
    if not found.rows:
        return
    earlier = len(found.rows) - len(found.since)
    rows = [
        (str(one.known_on), *map(show.number, one.bounds), _change(one.change) if place or not earlier else "")
        for place, one in enumerate(found.since)
    ]
    show.table(("known on", "low", "best", "high", "change of best"), rows, numbers=(1, 2, 3, 4))
    if len(found.since) > 1:
        show.line(f"by whose names, of the last: {_why(found)}")
    if earlier:
        show.line(f"{show.counted(earlier, 'state', 'states')} of the day when it was still to come: --json")


def _why(found: "Revisions") -> str:
    """The command that tells by name why the figure is not that of the row before."""
    asked, (before, last) = found.asked, found.since[-2:]
    days = f"--as-of {asked.as_of} --known-on {max(before.known_on, asked.as_of)} --to-known-on {last.known_on}"
    by = "" if asked.rule.name == HELD else f" --rule {quote(asked.rule.name)}"
    through = "" if asked.lens.name == EVERY else f" --lens {quote(asked.lens.name)}"
    return f"habeas changes {days}{by}{through}"


def _change(change: "Bounds | None") -> str:
    return "" if change is None else f"{change.best:+,}"


def _surface(found: "Revisions") -> None:
    surface = found.surface
    if surface is None or not surface.days:
        return
    told = _turns(surface)
    show.line("at the end of each month (best), as known at the end of each month in which one of them changed")
    head = ("month", *(f"{surface.knowns[column]:%Y-%m}" for column in told))
    rows = [
        (f"{day:%Y-%m}", *("" if (one := points[column]) is None else show.number(one.best) for column in told))
        for day, points in zip(surface.days, surface.points, strict=True)
    ]
    show.table(head, rows, numbers=range(1, len(head)))


def _turns(surface: "Surface") -> list[int]:
    """The known months in which some figure of an earlier month changed, or had its first."""
    columns = list(zip(*surface.points, strict=True))
    return [place for place, one in enumerate(columns) if place == 0 or one != columns[place - 1]]


def _delays(found: "Revisions") -> None:
    if not found.delays:
        return
    what = "left" if found.asked.rule.quantity == "outflow" else "entered"
    show.line(f"who {what} in each month (best), by how many months later it was learned")
    head = ("month", *map(str, range(MOST_DELAYS)), f"{MOST_DELAYS}+")
    rows = []
    for one in found.delays:
        near = [show.number(number) for number in one.learned[:MOST_DELAYS]]
        later = [show.number(sum(one.learned[MOST_DELAYS:]))] if len(one.learned) > MOST_DELAYS else []
        told = [*near, *later]
        rows.append((f"{one.first:%Y-%m}", *told, *[""] * (len(head) - 1 - len(told))))
    show.table(head, rows, numbers=range(1, len(head)))


def _as_csv(found: "Revisions") -> tuple[Sequence[str], Iterator[Sequence[object]]]:
    head, lines = _columns(found)
    by = by_whom(found.footing)
    return (*head, "rule", "lens", "at"), ((*line, *by) for line in lines)


def _columns(found: "Revisions") -> tuple[Sequence[str], Iterator[Sequence[object]]]:
    as_of = found.asked.as_of
    if found.delays is not None:
        late = ((one.first, one.last, delay, n) for one in found.delays for delay, n in enumerate(one.learned))
        return ("from", "day", "months_later", "learned"), late
    if found.surface is not None:
        return ("day", "known_on", "low", "best", "high"), _points(found.surface)
    return ("day", "known_on", "low", "best", "high"), ((as_of, one.known_on, *one.bounds) for one in found.rows)


def _points(surface: "Surface") -> Iterator[Sequence[object]]:
    for day, points in zip(surface.days, surface.points, strict=True):
        for known, point in zip(surface.knowns, points, strict=True):
            if point is not None:
                yield day, known, *point
