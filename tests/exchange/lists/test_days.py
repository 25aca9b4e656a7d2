"""Days in other people's words: read as stated, never guessed; and other calendars against days that are known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.when import DateError, When, parse_edtf
from habeas.exchange.mapping.calendars import YEARS, Calendar, first_day, last_day
from habeas.exchange.mapping.days import DateForm, Order, edtf_of
from habeas.exchange.mapping.durations import Counted, begun

STATED_NOTHING = DateForm()
DAY_FIRST, MONTH_FIRST = DateForm(Order.day_first), DateForm(Order.month_first)


@pytest.mark.parametrize(
    ("words", "form", "edtf"),
    [
        ("2021-04-03", STATED_NOTHING, "2021-04-03"),
        ("2021", STATED_NOTHING, "2021"),
        ("2021-04", STATED_NOTHING, "2021-04"),
        ("2021-04-03~", STATED_NOTHING, "2021-04-03~"),
        ("2021-04-03/2021-04-09", STATED_NOTHING, "2021-04-03/2021-04-09"),
        ("2021-04-03T00:00:00", STATED_NOTHING, "2021-04-03"),
        ("2021-04-03 00:00:00", STATED_NOTHING, "2021-04-03"),
        ("03/04/2021", DAY_FIRST, "2021-04-03"),
        ("03/04/2021", MONTH_FIRST, "2021-03-04"),
        ("03.04.2021 14:30", DAY_FIRST, "2021-04-03"),
        ("25/04/2021", STATED_NOTHING, "2021-04-25"),
        ("04/25/2021", STATED_NOTHING, "2021-04-25"),
        ("04/04/2021", STATED_NOTHING, "2021-04-04"),
        ("2021/4/3", STATED_NOTHING, "2021-04-03"),
        ("04/2021", STATED_NOTHING, "2021-04"),
        ("3 April 2021", STATED_NOTHING, "2021-04-03"),
        ("3rd Apr. 2021", STATED_NOTHING, "2021-04-03"),
        ("April 3, 2021", STATED_NOTHING, "2021-04-03"),
        ("Apr-2021", STATED_NOTHING, "2021-04"),
        ("20210403", DateForm(Order.year_first), "2021-04-03"),
        ("03.04.21", DateForm(Order.day_first, first_year=1950), "2021-04-03"),
        ("03.04.51", DateForm(Order.day_first, first_year=1950), "1951-04-03"),
        ("3 красавіка 2021", DateForm(months={"красавіка": 4}), "2021-04-03"),
        ("٣/٤/٢٠٢١", DAY_FIRST, "2021-04-03"),
        ("3.4.2021 – 9.4.2021", DateForm(Order.day_first, between="–"), "2021-04-03/2021-04-09"),
        ("04/2021 - 06/2021", DateForm(between=" - "), "2021-04/2021-06"),
        ("1399/05/12", DateForm(calendar=Calendar.jalali), "2020-08-02"),
        ("۱۳۹۹/۰۵/۱۲", DateForm(calendar=Calendar.jalali), "2020-08-02"),
        ("1399", DateForm(calendar=Calendar.jalali), "2020-03-20/2021-03-20"),
        ("1399/12", DateForm(calendar=Calendar.jalali), "2021-02-19/2021-03-20"),
        ("1/9/1446", DateForm(Order.day_first, Calendar.hijri_umm_al_qura), "2025-03-01"),
    ],
)
def test_words_are_read_as_stated(words: str, form: DateForm, edtf: str) -> None:
    assert edtf_of(words, form) == edtf


@pytest.mark.parametrize(
    ("words", "form", "why"),
    [
        ("03/04/2021", STATED_NOTHING, "state the `order`"),
        ("03/04/21", STATED_NOTHING, "several ways"),
        ("03/04/21", DAY_FIRST, "`first_year`"),
        ("25/04/2021", MONTH_FIRST, "no month 25, read month first as is stated"),
        ("31/02/2021", DAY_FIRST, "no day 31"),
        ("2021-22", STATED_NOTHING, "range of years"),
        ("44197", STATED_NOTHING, "by which a spreadsheet counts"),
        ("3-Apr", STATED_NOTHING, "ranges like 3-4"),
        ("Apr-21", STATED_NOTHING, "ranges like 3-4"),
        ("3-4", STATED_NOTHING, "ranges like 3-4"),
        ("03042021", STATED_NOTHING, "state the `order`"),
        ("3 Avril 2021", STATED_NOTHING, "[months]"),
        ("early spring", STATED_NOTHING, "say in [words]"),
        ("2021-04-03", DateForm(calendar=Calendar.jalali), "no year of the calendar jalali"),
        ("1404/12/30", DateForm(calendar=Calendar.jalali), "has no day"),
        ("9.4.2021 – 3.4.2021", DateForm(Order.day_first, between="–"), "ends"),
    ],
)
def test_what_is_not_certain_is_no_day(words: str, form: DateForm, why: str) -> None:
    with pytest.raises(DateError) as told:
        edtf_of(words, form)
    assert why in str(told.value)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["/", ".", "-", " "]))
def test_a_day_without_a_stated_order_is_that_day_or_refused(day: date, sign: str) -> None:
    for one, two in ((day.day, day.month), (day.month, day.day)):
        words = f"{one:02}{sign}{two:02}{sign}{day.year}"
        certain = one > 12 or two > 12 or one == two
        try:
            assert edtf_of(words, STATED_NOTHING) == day.isoformat()
            assert certain
        except DateError:
            assert not certain


@pytest.mark.parametrize(
    ("calendar", "there", "ours"),
    [
        # new year's days as the Iranian calendar had them, the day of the revolution, the leap day of 1403
        (Calendar.jalali, (1357, 1, 1), date(1978, 3, 21)),
        (Calendar.jalali, (1357, 11, 22), date(1979, 2, 11)),
        (Calendar.jalali, (1375, 1, 1), date(1996, 3, 20)),
        (Calendar.jalali, (1403, 1, 1), date(2024, 3, 20)),
        (Calendar.jalali, (1403, 12, 30), date(2025, 3, 20)),
        (Calendar.jalali, (1404, 1, 1), date(2025, 3, 21)),
        # new year's days and first days of Ramadan as the Umm al-Qura calendar had them
        (Calendar.hijri_umm_al_qura, (1440, 1, 1), date(2018, 9, 11)),
        (Calendar.hijri_umm_al_qura, (1445, 1, 1), date(2023, 7, 19)),
        (Calendar.hijri_umm_al_qura, (1446, 9, 1), date(2025, 3, 1)),
        # the first day of the era, 16 July 622 Julian
        (Calendar.hijri_civil, (1, 1, 1), date(622, 7, 19)),
    ],
)
def test_days_that_are_known(calendar: Calendar, there: tuple[int, int, int], ours: date) -> None:
    assert first_day(calendar, *there) == ours


def test_the_civil_calendar_counts_its_months_one_after_the_other() -> None:
    """Slowly: odd months of 30 days, even ones of 29, the twelfth of 30 in eleven named years of every thirty."""
    leap = {2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29}
    day = date(622, 7, 19)
    for year in range(1, 1500):
        for month in range(1, 13):
            assert first_day(Calendar.hijri_civil, year, month) == day
            day += timedelta(days=30 if month % 2 or (month == 12 and year % 30 in leap) else 29)
    with pytest.raises(DateError):
        first_day(Calendar.hijri_civil, 1442, 2, 30)


@pytest.mark.parametrize("calendar", [one for one in Calendar if one is not Calendar.gregorian])
def test_months_follow_each_other_without_a_gap(calendar: Calendar) -> None:
    for year in list(YEARS[calendar])[-135:-1]:
        assert last_day(calendar, year) + timedelta(days=1) == first_day(calendar, year + 1)
        lengths = [(last_day(calendar, year, one) - first_day(calendar, year, one)).days + 1 for one in range(1, 13)]
        assert sum(lengths) == (first_day(calendar, year + 1) - first_day(calendar, year)).days
        assert set(lengths) <= {29, 30, 31}


@pytest.mark.parametrize("calendar", list(Calendar))
def test_a_year_that_was_not_checked_is_not_read(calendar: Calendar) -> None:
    with pytest.raises(DateError):
        first_day(calendar, YEARS[calendar][-1] + 1)


def listed(edtf: str) -> When:
    return When.of(edtf)


@pytest.mark.parametrize(
    ("words", "as_of", "counted", "between"),
    [
        ("13 years five months", "2015-10-19", Counted.completed, "2002-04-20/2002-05-19"),
        ("13 years five months.", "2015-10-19", Counted.completed, "2002-04-20/2002-05-19"),
        ("13 years", "2015-10-19", Counted.completed, "2001-10-20/2002-10-19"),
        ("11 years one months", "2015-10-19", Counted.completed, "2004-08-20/2004-09-19"),
        ("twenty-one days", "2021-03-31", Counted.completed, "2021-03-10/2021-03-10"),
        ("a year and two weeks", "2021-03-31", Counted.completed, "2020-03-11/2020-03-17"),
        ("one month", "2021-09-30", Counted.completed, "2021-07-31/2021-08-31"),
        ("13 years", "2015-10", Counted.completed, "2001-10-02/2002-10-31"),
        ("5 months", "2021-10-19", Counted.rounded, "2021-04-20/2021-06-18"),
        ("0 days", "2021-10-19", Counted.rounded, "2021-10-19/2021-10-19"),
    ],
)
def test_a_time_by_a_day_began_between_two_days(words: str, as_of: str, counted: Counted, between: str) -> None:
    assert begun(words, listed(as_of), counted) == between


@pytest.mark.parametrize("words", ["13 and a half years", "many years", "13", "five months five months", "9999 years"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(DateError):
        begun(words, listed("2015-10-19"), Counted.completed)


@given(st.dates(date(1950, 1, 1), date(2020, 12, 31)), st.dates(date(2021, 1, 1), date(2030, 1, 1)))
def test_whoever_counts_whole_months_finds_the_day_in_the_interval(first: date, as_of: date) -> None:
    """Counted as people do: another month is over on the same day of the next month, or on the last one it has."""
    months = (as_of.year - first.year) * 12 + as_of.month - first.month
    last_of_month = (as_of + timedelta(days=1)).month != as_of.month
    months -= as_of.day < first.day and not last_of_month
    span = parse_edtf(begun(f"{months // 12} years {months % 12} months", listed(str(as_of)), Counted.completed))
    assert span.earliest is not None
    assert span.latest is not None
    assert span.earliest <= first <= span.latest
    assert (span.latest - span.earliest).days <= 33


@pytest.mark.parametrize(
    "words",
    ["1402/01/14", "1402-01-14", "1402-01", "1402", "1388~", "۱۴۰۲/۰۱/۱۴", "14/01/1402", "2566-03-05", "14 May 1402",
     "1402-01-14/1402-02", "2023-01/1402-02"],
)  # fmt: skip
def test_a_year_of_another_calendar_is_not_read_as_one_of_ours(words: str) -> None:
    with pytest.raises(DateError, match="which calendar"):
        edtf_of(words, DateForm(Order.day_first))


def test_the_years_of_ours_that_a_list_can_have_are_read() -> None:
    for words in ("1937-08", "1700", "2199-12-31", "20XX-05", "193X", "XXXX-05", "1937/1938"):
        assert edtf_of(words, DateForm()) == words
