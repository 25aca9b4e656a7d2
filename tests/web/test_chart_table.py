"""The table under a chart: no change of the line is lost, and no row says what the one before said."""

from datetime import date, timedelta

from habeas.answers.chronicle import Published
from habeas.answers.line import Month
from habeas.answers.stated import Stated
from habeas.web.chart_table import MOST, NEWEST, grid, table

DAY = date(1973, 9, 1)


def test_a_row_stands_where_the_line_moves_and_nowhere_else() -> None:
    points = [(DAY + timedelta(days=step), 1, 1 + step // 3, 9) for step in range(9)]
    found = table(points, [])
    assert [one[0] for one in found.line] == [DAY, DAY + timedelta(days=3), DAY + timedelta(days=6)]
    assert not found.line_by_year


def test_months_in_which_nobody_came_or_went_have_no_row() -> None:
    months = [Month(date(1973, 9, 1), date(1973, 9, 30), 3, 1), Month(date(1973, 10, 1), date(1973, 10, 31), 0, 0)]
    assert table([], months).bars == (("September 1973", "1973-09", 3, 1),)


def test_a_line_of_many_years_keeps_the_height_and_the_end_of_each() -> None:
    points = [(DAY + timedelta(days=20 * step), 0, step % 7, 9) for step in range(2 * MOST)]
    found = table(points, [])
    assert found.line_by_year
    assert len(found.line) <= MOST
    years = {one[0].year for one in points}
    for year in years:
        of_year, kept = ([one for one in some if one[0].year == year] for some in (points, found.line))
        assert max(one[2] for one in of_year) == max(one[2] for one in kept)
        assert of_year[-1] == kept[-1]


def test_the_months_of_many_years_are_added_up() -> None:
    first = [date(1900 + n // 12, n % 12 + 1, 1) for n in range(400)]
    months = [Month(day, day.replace(day=28), 2, 1) for day in first]
    found = table([], months)
    assert found.bars_by_year
    assert found.bars[0] == ("1900", "1900", 24, 12)
    assert sum(entered for _, _, entered, _ in found.bars) == 800


def test_of_very_many_published_figures_the_newest_stand_in_the_table_and_the_rest_is_counted() -> None:
    days = [date(2015 + number // 12, number % 12 + 1, 1) for number in range(NEWEST + 5)]
    figures = tuple(Stated({"id": day.isoformat(), "when": when_of(day)}, day, day) for day in days)
    found = grid([Published("Lantern Group", "lantern", figures)])
    assert (len(found.rows), found.earlier) == (NEWEST, 5)
    assert [cells[0][0].last for _, cells in found.rows] == days[5:]


def when_of(day: date) -> dict[str, str]:
    """That something is said as of a day."""
    iso = day.isoformat()
    return {"original": iso, "edtf": iso, "earliest": iso, "latest": iso, "extent": "within", "meaning": "as_of"}
