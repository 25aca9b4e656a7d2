"""Uncertain dates: tables of what is read, shown and refused; the parser against a slow reader of days; round trips."""

import re
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from habeas.claims.when import (
    MOVES_A_SPELL,
    DateError,
    Extent,
    Meaning,
    Span,
    When,
    day_within,
    parse_edtf,
    since_within,
)
from tests.oracle import edtf_days

ALLOWED = [
    # as written, first day, last day
    ("2021-03-04", "2021-03-04", "2021-03-04"),
    ("2021-03", "2021-03-01", "2021-03-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2021", "2021-01-01", "2021-12-31"),
    ("0001", "0001-01-01", "0001-12-31"),
    ("9999-12-31", "9999-12-31", "9999-12-31"),
    ("2021-03?", "2021-03-01", "2021-03-31"),
    ("2021?-03", "2021-03-01", "2021-03-31"),
    ("~2021-03-04", "2021-03-04", "2021-03-04"),
    ("2025-02-15~", "2025-02-15", "2025-02-15"),
    ("2021-%03-~04", "2021-03-04", "2021-03-04"),
    ("2021-XX", "2021-01-01", "2021-12-31"),
    ("2021-03-XX", "2021-03-01", "2021-03-31"),
    ("2021-XX-XX", "2021-01-01", "2021-12-31"),
    ("2021-XX-31", "2021-01-31", "2021-12-31"),
    ("2021-1X", "2021-10-01", "2021-12-31"),
    ("2021-02-2X", "2021-02-20", "2021-02-28"),
    ("2021-09-3X", "2021-09-30", "2021-09-30"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("20XX", "2000-01-01", "2099-12-31"),
    ("1X99", "1099-01-01", "1999-12-31"),
    ("XXXX", "0001-01-01", "9999-12-31"),
    ("XXXX-02-29", "0004-02-29", "9996-02-29"),
    ("2020-08-09/2025-02-15", "2020-08-09", "2025-02-15"),
    ("2021-05-20/2021-05", "2021-05-20", "2021-05-31"),
    ("2020~/2021?", "2020-01-01", "2021-12-31"),
    ("2020-08-09/..", "2020-08-09", None),
    ("../2025-02-15", None, "2025-02-15"),
    ("2020-08-09/", "2020-08-09", None),
    ("/2025-02-15", None, "2025-02-15"),
    ("[2021-03-01,2021-03-04]", "2021-03-01", "2021-03-04"),
    ("[2021-03-04, 2021-03-01]", "2021-03-01", "2021-03-04"),
    ("[2021-03-01..2021-03-04]", "2021-03-01", "2021-03-04"),
    ("[..2021]", None, "2021-12-31"),
    ("[1667,1668,1760-12..]", "1667-01-01", None),
    ("{2021-03,2021-05}", "2021-03-01", "2021-05-31"),
    ("{1960..1962,1970}", "1960-01-01", "1970-12-31"),
    ("2021-21", "2021-03-01", "2021-06-21"),
    ("2021-22", "2021-06-01", "2021-09-23"),
    ("2021-23", "2021-09-01", "2021-12-22"),
    ("2021-24", "2021-12-01", "2022-03-21"),
    ("2021-28", "2021-12-01", "2022-03-21"),
    ("2021-29", "2021-09-01", "2021-12-22"),
    ("2021-30", "2021-12-01", "2022-03-21"),
    ("2021-32", "2021-06-01", "2021-09-23"),
    ("2021-33", "2021-01-01", "2021-03-31"),
    ("2021-36", "2021-10-01", "2021-12-31"),
    ("2021-38", "2021-05-01", "2021-08-31"),
    ("2021-41", "2021-07-01", "2021-12-31"),
    ("2021-21~/2021-22", "2021-03-01", "2021-09-23"),
    ("2025-02-15T10:00:00Z", "2025-02-15", "2025-02-15"),
    ("2025-02-15T23:30:00-05:00", "2025-02-15", "2025-02-15"),
    ("2025-02-15T00:15:00.250+03:00", "2025-02-15", "2025-02-15"),
]

PLAIN = [
    ("2025-12-31", "31 December 2025"),
    ("2025-02-15T10:00:00Z", "15 February 2025"),
    ("2024-06", "June 2024"),
    ("2024-06~", "June 2024, approximately"),
    ("2024-06?", "June 2024, uncertain"),
    ("2024-06%", "June 2024, uncertain and approximate"),
    ("2024?-~06", "June 2024, uncertain and approximate"),
    ("2021", "2021"),
    ("0988", "988"),
    ("2021-XX", "2021, month not known"),
    ("2021-XX-XX", "2021, day not known"),
    ("2021-03-XX~", "March 2021, day not known, approximately"),
    ("202X", "the 2020s, year not known"),
    ("20XX", "between 1 January 2000 and 31 December 2099"),
    ("2021-XX-04", "between 4 January 2021 and 4 December 2021"),
    ("2021-09-3X", "30 September 2021"),
    ("2025-01-18/2025-09-17", "between 18 January 2025 and 17 September 2025"),
    ("2024-06~/2025", "between June 2024 (approximately) and 2025"),
    ("2020-08-09/..", "since 9 August 2020"),
    ("2020-08-09/", "since 9 August 2020"),
    ("../2025-02-15", "until 15 February 2025"),
    ("/2025-02-15?", "until 15 February 2025 (uncertain)"),
    ("[2021-03-01,2021-03-04]", "1 March 2021 or 4 March 2021"),
    ("[2021-03-01..2021-03-04]", "between 1 March 2021 and 4 March 2021"),
    ("[1667, 1668,1670..1672]", "1667, 1668 or between 1670 and 1672"),
    ("{1667,1668,1670..1672}", "1667, 1668 and from 1670 to 1672"),
    ("[..2021]", "until 2021"),
    ("[2021..]", "since 2021"),
    ("2025-21", "spring 2025"),
    ("2025-22", "summer 2025"),
    ("2025-23", "autumn 2025"),
    ("2025-24", "winter 2025 to 2026"),
    ("2025-27", "northern autumn 2025"),
    ("2025-30", "southern summer 2025 to 2026"),
    ("2025-32", "southern winter 2025"),
    ("2025-34", "the second quarter of 2025"),
    ("2025-39", "the third third of 2025"),
    ("2025-40", "the first half of 2025"),
]

REFUSED = [
    ("", "the date is empty: leave it out"),
    ("   ", "the date is empty: leave it out"),
    ("2021\0-03", "'2021\\x00-03': the date holds the character U+0000: remove it"),
    ("2021-02-30", "there is no day 30 (February 2021 has 28 days): if the day is not known write 2021-02"),
    ("2023-02-29", "(February 2023 has 28 days)"),
    ("XXXX-02-30", "there is no day 30: if the day is not known write XXXX-02"),
    ("1978-08-00", "there is no day 00 (August 1978 has 31 days): if the day is not known write 1978-08"),
    ("1978-00-00", "if the month is not known write 1978"),
    ("1978-00-05", "if the month is not known write 1978-XX-05"),
    ("2021-13-04", "there is no month 13: if the day came first write 2021-04-13"),
    ("2021-13-14", "there is no month 13: write 01 to 12"),
    ("2021-42", "there is no month 42: write 01 to 12"),
    ("2021-2X", "there is no month 2X"),
    ("2021-21-05", "there is no month 21"),
    ("March13, 2007", "March13, 2007: dates are written in figures, the year first: write 2007-03-13"),
    ("13 Mar. 2007", "write 2007-03-13"),
    ("1st September 2021", "write 2021-09-01"),
    ("March 2007", "write 2007-03"),
    ("spring 2025", "write 2025-21"),
    ("Sumqayit 2025", "this is not a date"),
    ("13.03.2007", "13.03.2007: day first or month first? write 2007-03-13"),
    ("13/03/2007", "13/03/2007: day first or month first? write 2007-03-13"),
    ("3.4.2007", "day first or month first? write 2007-04-03 or 2007-03-04"),
    ("2007/03/13", "write 2007-03-13"),
    ("2021-3-4", "write 2021-03-04"),
    ("20210304", "write 2021-03-04"),
    ("03/2007", "the year comes first: write 2007-03"),
    ("2007/03", "write 2007-03"),
    ("21-03-04", "the year has four digits"),
    (
        "1388/??/??",
        "parts that are not known are written XX, and a year 13xx or 14xx looks like a Jalali or Hijri year",
    ),
    ("1388/05/03", "convert it and keep the original words"),
    ("۱۳۸۸-۰۵-۰۳", "looks like a Jalali or Hijri year"),
    ("15 Mordad 1388", "looks like a Jalali or Hijri year"),
    ("2021-03-04 1345", "this is not a date"),
    ("٢٠٢١-٠٣-٠٤", "digits or dashes that are not 0-9 and -: write 2021-03-04"),
    ("2021–03–04", "write 2021-03-04"),
    (" 2021", "it has blanks"),
    ("2021-xx", "parts that are not known are written XX: write 2021-XX"),
    ("2021/??/??", "write 2021-XX-XX"),
    ("199u", "write 199X"),
    ("2021?~", "uncertain and approximate together is %: write 2021%"),
    ("c. 2021", "write 2021~"),
    ("2025-12 (approx)", "write 2025-12~"),
    ("2025-12-31 (before release)", "keep them as the original and write 2025-12-31"),
    ("2025-02-15 10:00:00", "write 2025-02-15"),
    ("2025-02-15T25:00:00", "this is not a date"),
    ("2025-02-15T10:00:00/..", "not of times: for 2025-02-15T10:00:00 write 2025-02-15"),
    ("2021-05/2021-03", "it ends (2021-03-31) before it starts (2021-05-01): put the earlier date first"),
    ("[2021..2019,2022]", "it ends (2019-12-31) before it starts (2021-01-01)"),
    ("2018-2019", "write 2018/2019"),
    ("2021-03-04 – 2021-03-06", "write 2021-03-04/2021-03-06"),
    ("2025-09-11/12", "both ends of an interval are written in full: write 2025-09-11/2025-09-12"),
    ("2021/open", "write 2021/.."),
    ("unknown/2021", "write ../2021"),
    ("2021 or 2022", "write [2021,2022]"),
    ("2021/2022/2023", "this is not a date"),
    ("2021/next year", "next year is not a date"),
    ("../..", "it names no day: leave the date out"),
    ("/", "it names no day"),
    ("[]", "it names no day"),
    ("[..]", "it names no day"),
    ("..", "this is not a date"),
    ("[2021", "this is not a date"),
    ("0000", "there is no year 0000: years are 0001 to 9999"),
    ("0000-21", "there is no year 0000"),
    ("9999-24", "years are 0001 to 9999"),
    ("-0044", "years are 0001 to 9999"),
    ("Y12345", "years are 0001 to 9999"),
    ("44197", "may also be a spreadsheet's count of days"),
    ("2021-W01-1", "this is not a date"),
    ("1950S2", "this is not a date"),
    ("next Wednesday", "this is not a date: write a day as 2021-03-04, a month as 2021-03, a year as 2021"),
    ("\ud800", "'\\ud800': this is not a date"),
    ("9" * 500, "9…: years are 0001 to 9999"),
    ("[" + "2021," * 300 + "2021]", "more than 1000 characters"),
]


def span(first: str | None, last: str | None) -> Span:
    return Span(date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(("text", "first", "last"), ALLOWED)
def test_the_days_that_a_text_allows(text: str, first: str | None, last: str | None) -> None:
    assert parse_edtf(text) == span(first, last)


@pytest.mark.parametrize(("text", "words"), PLAIN)
def test_words_for_a_page(text: str, words: str) -> None:
    assert When.of(text).plain() == words


@pytest.mark.parametrize(("text", "said"), REFUSED)
def test_what_is_refused_says_why_and_what_to_write(text: str, said: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_edtf(text)
    assert said in str(refusal.value)
    assert type(refusal.value) is DateError
    str(refusal.value).encode()
    for proposal in proposals(str(refusal.value)):
        parse_edtf(proposal)


def proposals(message: str) -> Iterator[str]:
    for written in re.findall(r"write (\S*\d{3}\S*(?: or \S+)*)$", message):
        yield from written.split(" or ")


def test_the_proposals_of_a_message_are_found() -> None:
    assert list(proposals("3.4.2007: which? write 2007-04-03 or 2007-03-04")) == ["2007-04-03", "2007-03-04"]


# --- against the slow reader of days ---

marks = st.sampled_from(["", "", "", "?", "~", "%"])
years = st.one_of(
    st.integers(1890, 2120).map(str),
    st.sampled_from(["201X", "202X", "20X4", "2X20", "1X99", "000X", "19X9", "0000"]),
)
odd_months = ["XX", "0X", "1X", "X2", "X0", "X9", "2X", "00", "13", "42"]
months = st.one_of(st.integers(1, 12).map("{:02}".format), st.sampled_from(odd_months))
parts_of_a_year = st.integers(21, 41).map(str)
odd_days = ["XX", "0X", "1X", "2X", "3X", "X0", "X1", "X9", "00", "32"]
days = st.one_of(st.integers(1, 31).map("{:02}".format), st.sampled_from(odd_days))


@st.composite
def dates(draw: st.DrawFn) -> str:
    parts = draw(
        st.one_of(st.tuples(years), st.tuples(years, months | parts_of_a_year), st.tuples(years, months, days)),
    )
    return "-".join(draw(marks) + part + draw(marks) for part in parts)


ends = st.one_of(dates(), dates(), st.sampled_from(["", ".."]))
intervals = st.tuples(ends, ends).map("/".join).filter(lambda text: text.strip("./"))
member_ranges = st.tuples(ends.filter(lambda end: end != ".."), ends.filter(lambda end: end != "..")).map("..".join)
members = st.lists(st.one_of(dates(), member_ranges.filter(lambda text: text.strip("."))), min_size=1, max_size=4)
sets = st.tuples(st.sampled_from(["[]", "{}"]), members).map(
    lambda drawn: drawn[0][0] + ",".join(drawn[1]) + drawn[0][1]
)


def agrees_with_the_slow_reader(text: str) -> None:
    expected = edtf_days.bounds(text)
    if expected is not None:
        assert parse_edtf(text) == Span(*expected)
    else:
        with pytest.raises(DateError):
            parse_edtf(text)


@given(dates())
@example("2000-X2-29")
@example("2X00-02-29")
@example("2021-02-3X")
def test_dates_against_the_slow_reader(text: str) -> None:
    agrees_with_the_slow_reader(text)


@given(intervals)
@example("2021-05-10/2021-05")
def test_intervals_against_the_slow_reader(text: str) -> None:
    agrees_with_the_slow_reader(text)


@given(sets)
def test_sets_against_the_slow_reader(text: str) -> None:
    agrees_with_the_slow_reader(text)


@pytest.mark.parametrize("code", range(21, 42))
def test_parts_of_a_year_against_the_slow_reader(code: int) -> None:
    agrees_with_the_slow_reader(f"2023-{code}")
    agrees_with_the_slow_reader(f"202X-{code}?/2031")


readable = st.one_of(dates(), intervals, sets).filter(lambda text: edtf_days.bounds(text) is not None)
known_dates = dates().filter(lambda text: edtf_days.bounds(text) is not None)


@given(known_dates, marks)
def test_a_mark_never_changes_the_bounds(text: str, mark: str) -> None:
    bare = re.sub("[?~%]", "", text)
    assert parse_edtf(text) == parse_edtf(bare) == parse_edtf(bare + mark) == parse_edtf(mark + bare)


@given(st.dates())
def test_a_plain_day_is_that_day(day: date) -> None:
    assert parse_edtf(day.isoformat()) == parse_edtf(f"{day.isoformat()}?") == Span(day, day)


@given(st.text() | st.text(alphabet="0123456789X?~%-/.,[]{}TZ: \0xuMarch\u0661", max_size=14))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        parse_edtf(text)
    except DateError as refusal:
        words = str(refusal)
        assert words.split(": ")[-1].strip()
        assert words.isprintable()
        for proposal in proposals(words):
            parse_edtf(proposal)


def test_reading_a_long_text_takes_no_time() -> None:
    assert parse_edtf("[" + ",".join(["XXXX-XX-XX~"] * 80) + "]") == span("0001-01-01", "9999-12-31")


# --- a date in a register ---


@given(
    readable,
    st.text(min_size=1).map(lambda words: words.replace("\0", "") + "."),
    st.sampled_from(Meaning),
    st.sampled_from(Extent),
)
def test_a_date_comes_back_as_it_was_kept(text: str, original: str, meaning: Meaning, extent: Extent) -> None:
    made = When.of(text, original=original, meaning=meaning, extent=extent)
    assert When.from_dict(made.as_dict()) == made
    assert made.original == original


@given(readable, st.sampled_from(Extent))
def test_words_are_words(text: str, extent: Extent) -> None:
    words = When.of(text, extent=extent).plain()
    assert not re.search(r"[X?~%/\[{}\]]|None|\.\.|  |^ | $", words)
    assert all(sign in text for sign in When.of(text).marks)


def test_a_date_as_it_is_kept() -> None:
    assert When.of("2021-03?", original="spring, I think", meaning=Meaning.told).as_dict() == {
        "original": "spring, I think",
        "edtf": "2021-03?",
        "earliest": "2021-03-01",
        "latest": "2021-03-31",
        "extent": "within",
        "meaning": "told",
    }
    assert {type(word) for word in When.of("2021").as_dict().values()} == {str}


def test_an_open_end_is_a_key_left_out() -> None:
    assert "latest" not in When.of("2020-08-09/..").as_dict()
    assert "earliest" not in When.of("../2025-02-15").as_dict()


def test_the_original_is_the_text_itself_where_none_is_given() -> None:
    assert When.of(" 2021-03 ") == replace(When.of("2021-03"), original=" 2021-03 ")
    assert When.of(" 2021-03 ").edtf == "2021-03"


@pytest.mark.parametrize("original", ["", "  ", "in\0March"])
def test_original_words_that_cannot_be_kept_are_refused(original: str) -> None:
    with pytest.raises(DateError, match="give them as they stand, or leave them out"):
        When.of("2021-03", original=original)


@pytest.mark.parametrize(
    ("text", "expected"), [("2021", ""), ("2021-03?", "?"), ("~2021-03?/2022~", "~?"), ("[2021%,2022?]", "%?")]
)
def test_marks_as_they_occur(text: str, expected: str) -> None:
    assert When.of(text).marks == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("2021-03-04?", True), ("2021-03", False), ("2021-03-04/..", False), ("2021-09-3X", True)]
)
def test_certain_is_one_day(text: str, expected: bool) -> None:
    assert When.of(text).certain is expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-12-31", "31 December 2025"),
        ("2024-06~", "throughout June 2024, approximately"),
        ("2021-XX-XX", "2021, day not known"),
        ("20XX", "between 1 January 2000 and 31 December 2099"),
        ("2025-01-18/2025-09-17", "from 18 January 2025 to 17 September 2025"),
        ("2020-08-09/..", "since 9 August 2020"),
    ],
)
def test_words_for_all_of_a_time(text: str, words: str) -> None:
    assert When.of(text, extent=Extent.throughout).plain() == words


KEPT = When.of("2021-XX-XX").as_dict()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (
            {"earliest": "2021-05-05"},
            "2021-XX-XX allows between 1 January 2021 and 31 December 2021, but earliest and latest say",
        ),
        ({"latest": "2021-12-3X"}, "latest is '2021-12-3X': write one day, such as 2021-03-04"),
        ({"latest": "2021"}, "latest is '2021': write one day"),
        ({"latest": "2021-02-30"}, "2021-02-30: there is no day 30"),
        ({"extent": "all"}, "extent is 'all': write one of within, throughout"),
        ({"meaning": "seen"}, "meaning is 'seen': write one of happened, as_of"),
        ({"edtf": "13.03.2007"}, "write 2007-03-13"),
    ],
)
def test_a_body_that_does_not_agree_with_itself_is_refused(change: dict[str, str], said: str) -> None:
    with pytest.raises(DateError, match=re.escape(said)):
        When.from_dict(KEPT | change)


@pytest.mark.parametrize("key", ["original", "edtf", "extent", "meaning"])
def test_a_body_without_a_key_is_refused(key: str) -> None:
    with pytest.raises(DateError, match=f"a date lacks {key}"):
        When.from_dict({name: word for name, word in KEPT.items() if name != key})


@pytest.mark.parametrize("key", ["earliest", "latest"])
def test_a_body_without_a_bound_is_not_an_open_one(key: str) -> None:
    with pytest.raises(DateError, match="allows between 1 January 2021 and 31 December 2021"):
        When.from_dict({name: word for name, word in KEPT.items() if name != key})


def test_a_body_without_both_bounds_says_nothing_about_them() -> None:
    with pytest.raises(DateError, match="but earliest and latest say nothing: make them agree"):
        When("2021", "2021", None, None, Extent.within, Meaning.happened)


def test_a_date_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        When.of("2021").edtf = "2022"  # type: ignore[misc]


def test_a_span_does_not_end_before_it_starts() -> None:
    assert Span(date(2021, 3, 4), date(2021, 3, 4)) == parse_edtf("2021-03-04")
    with pytest.raises(DateError, match="put the earlier date first"):
        Span(date(2021, 3, 4), date(2021, 3, 3))


def test_the_words_are_those_of_the_design() -> None:
    assert [str(extent) for extent in Extent] == ["within", "throughout"]
    assert " ".join(Meaning) == (
        "happened as_of window state_seen decided planned_end announced issued effective published born found "
        "identified told"
    )
    assert set(MOVES_A_SPELL) == {"happened", "state_seen"}


@pytest.mark.parametrize(
    ("first", "last", "within", "since"),
    [
        ("2020-08-09", "2020-08-09", "9 August 2020", "since 9 August 2020"),
        ("2020-02-01", "2020-02-29", "February 2020", "since February 2020"),
        ("2020-01-01", "2020-12-31", "2020", "since 2020"),
        (
            "2020-08-01",
            "2020-09-30",
            "between 1 August 2020 and 30 September 2020",
            "since some day between 1 August 2020 and 30 September 2020",
        ),
        ("2019-01-01", "2020-12-31", "between 1 January 2019 and 31 December 2020", None),
        ("2019-02-01", "2020-02-29", "between 1 February 2019 and 29 February 2020", None),
        ("0001-01-01", "2020-12-31", "some day up to 31 December 2020", None),
    ],
)
def test_a_day_within_bounds_is_in_words(first: str, last: str, within: str, since: str | None) -> None:
    bounds = date.fromisoformat(first), date.fromisoformat(last)
    assert day_within(*bounds) == within
    if since:
        assert since_within(*bounds) == since


@pytest.mark.parametrize("edtf", ["2020-08-09", "2020-08", "2020", "2020-08-09/2020-09-11", "2020-08-0X"])
def test_bounds_are_in_the_words_of_the_date_that_they_are_of(edtf: str) -> None:
    span = parse_edtf(edtf)
    assert span.earliest
    assert span.latest
    assert day_within(span.earliest, span.latest) == When.of(edtf).plain()
