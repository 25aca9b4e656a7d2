"""Three dated versions of a list of Chinese political prisoners, and a plain reckoning over their rows.

The list has names, births, deaths, places, sentences and the address of a page on each person. It does not say when
anybody was taken, nor that anybody was freed. "Sentence" is a day on which a term should end, or a word. So every row
says `held`, and on what day is read in two ways: on none that is known (`UNDATED`), or in the month of the page, which
stands in its address (`BY_PAGE`); if the page is later than the death, by the death. No code of habeas is used here.
"""

import csv
import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

EDITIONS = (date(2020, 5, 23), date(2020, 6, 14), date(2020, 9, 22))
UNDATED, BY_PAGE = "undated", "by page"
NO_DAY = "XXXX-XX-XX"
Sure = tuple[int, int, int]
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


@dataclass(frozen=True)
class Row:
    """A row of one version, as it stands."""

    name: str
    sex: str
    born: str
    died: str
    place: str
    sentence: str
    source: str

    @property
    def page(self) -> str:
        """The month of the page, as its address has it."""
        found = re.search(r"/(\d{4})/(\d\d)/", self.source)
        assert found
        return "-".join(found.groups())

    @property
    def planned(self) -> str:
        """The day on which the term should end; of a year that cannot be right, the month and the day."""
        if re.fullmatch(r"\d{5}-\d\d-\d\d", self.sentence):
            return f"XXXX{self.sentence[5:]}"
        return self.sentence if span(self.sentence) else ""

    def held(self, way: str) -> str:
        """What is written for `held`."""
        if way == UNDATED:
            return NO_DAY
        return f"../{self.died}" if self._died_before_the_page else self.page

    @property
    def _died_before_the_page(self) -> bool:
        died, page = span(self.died), span(self.page)
        return bool(died and page and died[1] < page[0])

    def seen(self, way: str, first_known: date) -> tuple[date, date]:
        """The first and last day on which the person can have been seen held."""
        month = span(self.page)
        if way == UNDATED or month is None:
            return date.min, first_known
        died = span(self.died)
        if died and self._died_before_the_page:
            return date.min, died[1]
        return month[0], min(month[1], first_known)


def span(text: str) -> tuple[date, date] | None:
    """The first and last day of a day, a month or a year; None for anything else."""
    found = _DAY.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    last_month = month or 12
    try:
        return date(year, month or 1, day or 1), date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None


def rows_of(shared: Path, day: date) -> list[Row]:
    path = shared / "data" / "registers" / f"chinese-political-prisoners__known_{day}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(*line) for line in list(csv.reader(file))[1:]]


def plain_csv(rows: Sequence[Row], way: str) -> str:
    """The rows as the list format has them; the address of the page is the key."""
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["name", "key", "held", "died", "planned_end", "sex", "born", "region", "source"])
    for row in rows:
        born = row.born if span(row.born) else ""
        days = [row.held(way), row.died, row.planned]
        table.writerow([row.name, row.source, *days, row.sex, born, row.place, row.source])
    return out.getvalue()


def reckoned(row: Row, way: str, first_known: date, day: date, stale_after: int | None = None) -> Sure:
    """Whether somebody was in at the end of a day: certainly, by convention (the last day there is), possibly.

    Nobody knows since when: before the sign of it everything is possible. Only a death ends it. A sign grows old where
    nothing follows: of who died later something does.
    """
    first, last = row.seen(way, first_known)
    died = span(row.died) or (date.max, date.max)
    fresh = stale_after is None or bool(row.died) or (day - first).days <= stale_after
    certain = last <= day < died[0] and fresh
    return int(certain), int(min(last, died[1]) <= day < died[1]), int(day < died[1])


def total(every: Sequence[Sure]) -> Sure:
    low, best, high = (sum(one[end] for one in every) for end in range(3))
    return low, best, high
