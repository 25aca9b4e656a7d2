"""The tables of the front page as they are taken: the figure, what was published, and the drawing as its tables say it.

What the drawing thins where it has very much (`chart_table`) is thin here, too: every day and month is a series.
"""

from collections.abc import Callable, Iterable, Iterator

from habeas.answers import compared
from habeas.answers.chronicle import Published
from habeas.answers.front import Front
from habeas.answers.stated import Stated

from . import copied_rows
from .chart import many
from .chart_table import Grid, Table, grid, table
from .copied_rows import Json

Tables = dict[str, Callable[[], Iterable[Json]]]


def tables(found: Front, *, drawn: bool) -> Tables:
    """What stands on the page: `drawn` says whether there is a drawing, and so its tables."""
    told: Tables = {
        "figure": lambda: copied_rows.of_leading(found),
        "published": lambda: _published(found),
    }
    return told | _of_drawing(found) if drawn else told


def _of_drawing(found: Front) -> Tables:
    published, often = found.chronicle.published, many(found.chronicle.published)
    apart = [figure for one in published if one not in often for figure in one.figures]
    tables: Tables = {"said": lambda: map(_stated, apart)} if apart else {}
    if often:
        tables["series"] = lambda: _often(grid(often), often)
    if found.line.points:
        tables |= {"line": lambda: copied_rows.of_line(_table(found).line), "months": lambda: _bars(_table(found))}
    return tables


def _table(found: Front) -> Table:
    return table(found.line.points, found.line.months)


def _bars(told: Table) -> Iterator[Json]:
    for _, when, entered, left in told.bars:
        yield {"year" if told.bars_by_year else "month": when, "entered": entered, "left": left}


def _stated(one: Stated) -> Json:
    (row,) = copied_rows.of_figures([one.claim])
    return row | {"known": one.claim["known"]}


def _often(told: Grid, published: Iterable[Published]) -> Iterator[Json]:
    """A time a row, a speaker a column: of several figures each, with what stands before it."""
    for _, cells in told.rows:
        first = next(one for some in cells for one in some)
        said = {each.speaker: [_number(one) for one in some] for each, some in zip(published, cells, strict=True)}
        yield copied_rows.when(first.claim) | said


def _number(one: Stated) -> str:
    """A number with what stands before it: 412, > 400, 400 to 450."""
    figure = one.figure
    ends = dict.fromkeys(figure[name] for name in ("low", "high") if figure.get(name))
    before = figure.get("comparator", "=").removeprefix("=")
    return f"{before} {' to '.join(map(str, ends))}".strip()


def _published(found: Front) -> Iterator[Json]:
    """A published figure a row, with where it was read, how far from others of its time, and the count of its day."""
    tally = found.tally
    beside = compared.beside(found.held, found.seen, tally.known_on, tally.lens)
    for one in (*found.held, *found.others):
        source = found.sources.get((one.claim.get("cites") or [one.claim["document"]])[0]) or {}
        others = found.apart.get(one.id, [])
        row = _stated(one) | {"read_in": source.get("title") or source.get("citation") or source.get("id", "")}
        row["document"] = one.claim["document"]
        row |= {"figures_of_its_time": len(others) + 1, "apart": _apart(one, others)}
        rule, count = beside.get(one.id, (None, None))
        counted = (count.best if count.high else "nobody named here") if count else ""
        review = one.claim.get("review", {}).get("verdict", "")
        yield row | {"counted": counted, "counted_by": rule.name if rule else "", "review": review}


def _apart(one: Stated, others: list[Stated]) -> str:
    """How far two exact figures of one time are from each other; of more, or of bounds, nothing."""
    here, there = one.exact, others[0].exact if len(others) == 1 else None
    return "" if here is None or there is None else str(abs(here - there))
