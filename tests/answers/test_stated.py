"""Published figures: which lies nearest a day, which say how many are held in all, and where two cannot both be so."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from habeas.answers.stated import Stated, apart, latest_day, nearest, of_all_held, of_people

WEEK = (date(2025, 11, 10), date(2025, 11, 14))


def stated(one: str, number: str = "412", comparator: str = "=", when: Any = WEEK, **said: Any) -> Stated:
    figure = {"subject": "people", "kind": "stock", "unit": "persons", "comparator": comparator, "low": number}
    told: Any = {"grade": "F6", "attribution": [{"agent": "Lantern Group", "kind": "on_record"}]}
    claim: Any = {"id": one, "topics": ["tally"], "modality": "asserted", "polarity": "affirmed", **told}
    for key, value in said.items():
        (claim if key in {"topics", "modality", "polarity"} else figure)[key] = value
    return Stated({**claim, "figure": {"high": number, **figure}}, *when)


def day(number: int) -> tuple[date, date]:
    return date(2025, 11, number), date(2025, 11, number)


@pytest.mark.parametrize(
    ("comparator", "least", "most"),
    [("=", 5, 5), (">", 5, None), (">=", 5, None), ("<", None, 5), ("<=", None, 5), ("~", None, None)],
)
def test_what_a_number_allows_hangs_on_what_stands_before_it(
    comparator: str, least: int | None, most: int | None
) -> None:
    one = stated("a", "5", comparator)
    assert (one.least, one.most) == (least, most)
    assert one.best == Decimal(5)
    assert one.exact == (5 if comparator == "=" else None)


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        (("412", "="), ("431", "="), True),
        (("412", "="), ("412", "="), False),
        (("412", "="), ("431", "~"), False),
        (("412", "="), ("400", ">"), False),
        (("412", "="), ("431", ">"), True),
        (("412", "<"), ("431", ">="), True),
        (("412", "<"), ("300", "="), False),
    ],
)
def test_two_figures_differ_where_they_cannot_both_be_so(
    first: tuple[str, str], second: tuple[str, str], differ: bool
) -> None:
    found = apart([stated("a", *first), stated("b", *second)])
    assert {one: [other.id for other in others] for one, others in found.items()} == (
        {"a": ["b"], "b": ["a"]} if differ else {}
    )


@pytest.mark.parametrize(
    "other",
    [
        stated("b", "431", when=day(10)),
        stated("b", "431", population="women"),
        stated("b", "431", unit="detentions"),
        stated("b", "431", part_of="people"),
        stated("b", "431", kind="flow"),
    ],
)
def test_figures_of_different_things_or_times_do_not_differ(other: Stated) -> None:
    assert not apart([stated("a"), other])


def test_figures_without_a_date_are_not_compared() -> None:
    assert not apart([stated("a", when=(None, None)), stated("b", "431", when=(None, None))])


def test_the_nearest_is_that_for_the_shortest_time_around_the_day() -> None:
    figures = [stated("week"), stated("day", when=day(12)), stated("later", when=day(20))]
    assert getattr(nearest(figures, date(2025, 11, 12)), "id", None) == "day"
    assert getattr(nearest(figures, date(2025, 11, 11)), "id", None) == "week"
    assert getattr(nearest(figures, date(2026, 1, 1)), "id", None) == "later"
    assert nearest([], date(2026, 1, 1)) is None


def test_an_open_time_reaches_every_day_on_its_side() -> None:
    since = stated("since", when=(date(2025, 11, 1), None))
    assert (since.distance(date(2026, 1, 1)), since.distance(date(2025, 10, 31))) == (0, 1)


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "flow"},
        {"unit": "detentions"},
        {"part_of": "people"},
        {"than": "another"},
        {"topics": ["market"]},
        {"modality": "rumour"},
        {"polarity": "denied"},
        {"when": (None, None)},
    ],
)
def test_what_is_not_a_count_of_all_who_are_held_is_not_taken_for_one(said: dict[str, Any]) -> None:
    assert of_all_held([stated("a")])
    assert not of_all_held([stated("a", **said)])


def test_figures_of_goods_are_not_of_people() -> None:
    assert not of_people([stated("a", topics=["market"])])


def test_the_latest_day_is_not_one_to_come() -> None:
    figures = [stated("a"), stated("b", when=(date(2027, 1, 1), date(2027, 1, 1)))]
    assert latest_day(figures, date(2026, 1, 1)) == date(2025, 11, 14)
    assert latest_day([], date(2026, 1, 1)) == date(2026, 1, 1)
