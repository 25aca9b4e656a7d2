"""The tables under a figure that was revised: every month's end, how late it is told; and all as they are taken.

A table that is taken has the rows and columns of the page, with days as YYYY-MM-DD and plain numbers.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from habeas.answers.revisions import Late, Revisions, Row, Surface
from habeas.charts.share import draw_share
from habeas.claims.wording import form

from .over_time import drawing, month, short_month
from .table_copy import Row as Copied
from .tongue import percent, tell

DELAYS = 12  # months that stand in a column of their own
DELAYED = (
    form("in the month itself"),
    form("in the next month"),
    form("2 or 3 months later"),
    form("4 to 12 months later"),
    form("later still"),
)
AFTER = (0, 1, 3, 12)  # the last month of each but the last
MORE = f"{DELAYS}_or_more"


@dataclass(frozen=True, slots=True)
class Told:
    """How many were learned of so late, in words, as a share of all, and the share drawn."""

    when: str
    number: int
    share: str
    bar: SafeString


@dataclass(frozen=True, slots=True)
class Grid:
    """The surface as a table: known months; for each month its name, its end, its figures and whether they changed."""

    head: Sequence[str]
    rows: Sequence[tuple[str, str, Sequence[tuple[Any, bool]]]]


def grid(surface: Surface) -> Grid | None:
    """The known months in which some figure changed, or had its first."""
    told = _moving(surface)
    if not told:
        return None
    rows = [
        (month(day), day.isoformat(), list(_changed([points[place] for place in told])))
        for day, points in zip(surface.days, surface.points, strict=True)
    ]
    return Grid([short_month(surface.knowns[place]) for place in told], rows)


def _moving(surface: Surface) -> list[int]:
    columns = list(zip(*surface.points, strict=True))
    return [place for place, one in enumerate(columns) if place == 0 or one != columns[place - 1]]


def _changed(points: Sequence[Any]) -> Iterator[tuple[Any, bool]]:
    before = None
    for one in points:
        yield one, before is not None and one != before
        before = one


def late(delays: Sequence[Late]) -> list[Told]:
    """How many of all were learned of how late; nothing where there are none, or more were given up than came."""
    numbers = _numbers(delays)
    whole = sum(numbers)
    if whole <= 0:
        return []
    return [Told(tell(when), number, *_share(number, whole)) for when, number in zip(DELAYED, numbers, strict=True)]


def _numbers(delays: Sequence[Late]) -> list[int]:
    numbers = [0] * len(DELAYED)
    for one in delays:
        for after, number in enumerate(one.learned):
            numbers[sum(after > end for end in AFTER)] += number
    return numbers


def _share(number: int, whole: int) -> tuple[str, SafeString]:
    if not 0 <= number <= whole:
        return "", SafeString("")
    return percent(number / whole), drawing(lambda: draw_share(number / whole))


def triangle(one: Late) -> tuple[list[int | None], int]:
    """The numbers of a month by months later, None where these are still to come; and what they come to."""
    near: list[int | None] = list(one.learned[:DELAYS])
    far = [sum(one.learned[DELAYS:])] if len(one.learned) > DELAYS else []
    some = [*near, *far]
    return [*some, *[None] * (DELAYS + 1 - len(some))], sum(one.learned)


def taken(found: Revisions, then: Row | None, rows: Sequence[Row]) -> dict[str, Callable[[], Iterator[Copied]]]:
    """The tables that stand on the page, as they are taken; `then` is the figure as it was known on the day itself."""
    tables: dict[str, Callable[[], Iterator[Copied]]] = {"rows": lambda: _rows(found, then, rows)}
    surface, delays = found.surface, found.delays or ()
    if surface and _moving(surface):
        tables["surface"] = lambda: _surface(surface)
    if late(delays):
        tables |= {"shares": lambda: _late(delays), "delays": lambda: map(_month, delays)}
    return tables


def _rows(found: Revisions, then: Row | None, rows: Sequence[Row]) -> Iterator[Copied]:
    if then:
        yield {"known_on": found.asked.as_of.isoformat(), **then.bounds._asdict()}
    for one in rows:
        change = {"change_of_best": one.change.best} if one.change else {}
        yield {"known_on": one.known_on.isoformat(), **one.bounds._asdict(), **change}


def _surface(surface: Surface) -> Iterator[Copied]:
    """The end of a month a row, a known day three columns: nothing where that day was still to come."""
    told = _moving(surface)
    for day, points in zip(surface.days, surface.points, strict=True):
        known = ((surface.knowns[place].isoformat(), points[place]) for place in told)
        yield {"end_of": day.isoformat()} | {name: point._asdict() for name, point in known if point}


def _late(delays: Sequence[Late]) -> Iterator[Copied]:
    """How late, by how many months, how many times, and percent of all where that is a share."""
    numbers = _numbers(delays)
    whole = sum(numbers)
    first = (0, *(end + 1 for end in AFTER))
    for when, begin, end, number in zip(DELAYED, first, (*AFTER, None), numbers, strict=True):
        share = round(100 * number / whole, 4) if 0 <= number <= whole else None
        yield {"learned": tell(when), "from_month": begin, "to_month": end, "best": number, "percent": share}
    yield {"learned": tell("All"), "best": whole, "percent": 100}


def _month(one: Late) -> Copied:
    numbers, whole = triangle(one)
    columns = zip((*map(str, range(DELAYS)), MORE), numbers, strict=True)
    return {"month": one.first.isoformat()[:7], **dict(columns), "all": whole}
