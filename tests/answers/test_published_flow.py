"""A published figure of who came or went beside the count of its own days: known then, known now, and what is left."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import counted_by, tally
from habeas.answers.compared import Compared, compared
from habeas.answers.public import AskError
from habeas.answers.reasons import Reason
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import write
from tests import zalesia

LATE = date(2021, 12, 31)


def published(number: int = 5, first: str = "2021-06-01", latest: str = "2021-06-10", **said: Any) -> str:
    """The id of the claim that so many were let go from one day to another."""
    return str(zalesia.enter(zalesia.flow(number, first, latest, known="2021-06-11", **said)).claims[-1])


def compare(claim: str, rule: str = "", known_on: date = LATE) -> Compared:
    seen = tally.view(None, Access.staff)
    found = compared(claim, seen, known_on, counted_by.rule_named(rule, seen) if rule else None)
    assert sum(number for _, number in found.bridge()[:-1]) == found.bridge()[-1][1] == found.now.best
    for end, bound in enumerate(("low", "best", "high")):
        by = sum(one[end] for one in found.changes.by_reason().values())
        assert by == found.now[end] - found.then[end], bound
    return found


@pytest.fixture
def freed(register: Path) -> str:
    """Of five who were let go one is known in time, one late, one taken back, and another after the window."""
    zalesia.enter(zalesia.rule("freed", quantity="outflow", unit="persons", period="month"))
    zalesia.enter(
        zalesia.act("Alice", "released", "2021-06-01", 0, known="2021-06-04"),
        zalesia.act("Cyd", "released", "2021-06-10", 40, known="2021-07-20"),
        zalesia.act("Dana", "released", "2021-06-11", 60, known="2021-06-11"),
        zalesia.act("Ed", "released", "2021-05-31", 80, known="2021-06-01"),
    )
    gone = zalesia.enter(zalesia.act("Bob", "released", "2021-06-05", 20, known="2021-06-06"))
    write.withdraw(gone.claims, WithdrawalReason.source_retracted, write.actor(zalesia.EDITOR), day="2021-07-02")
    return published()


def test_the_days_are_those_of_the_figure_and_not_the_rules_own(freed: str) -> None:
    found = compare(freed, "freed")
    assert (found.first, found.as_of, found.own_rule) == (date(2021, 6, 1), date(2021, 6, 10), False)
    assert (found.then, found.now) == ((2, 2, 2), (2, 2, 2))
    assert found.bridge() == [
        ("published", 5),
        ("not in this record", -3),
        ("late_report", 1),
        ("correction", -1),
        ("computed now", 2),
    ]
    assert {one.name: one.why.reason for one in found.changes.changes} == {
        "Cyd": Reason.late_report,
        "Bob": Reason.correction,
    }
    told = found.as_json()
    assert (told["from"], told["as_of"], told["not_explained"]) == ("2021-06-01", "2021-06-10", 3)


def test_more_here_than_published_is_told_as_that(freed: str) -> None:
    found = compare(published(1, start=910), "freed")
    assert found.bridge()[1] == ("more here than published", 1)
    assert found.as_json()["not_explained"] == -1


def test_what_is_known_by_a_day_before_it_was_published_is_counted_alone(freed: str) -> None:
    found = compare(freed, "freed", date(2021, 6, 10))
    assert (found.ahead, found.then, found.changes.changes) == (True, (2, 2, 2), ())
    assert compare(freed, "freed", date(2021, 6, 5)).now == (1, 1, 1)


def test_the_publishers_own_rule_counts_through_its_lens(freed: str) -> None:
    lantern = str(zalesia.agent().body["id"])
    zalesia.enter(
        zalesia.lens("officials", kinds=["official"]),
        zalesia.rule("as they free", quantity="outflow", period="day", publisher=lantern, lens="officials"),
        zalesia.rule("as they hold", publisher=lantern),
    )
    found = compare(freed)
    assert (found.rule.name, found.own_rule, found.lens.name) == ("as they free", True, "officials")
    assert found.now == (0, 0, 0)
    zalesia.enter(zalesia.rule("as they take", quantity="inflow", period="day", publisher=lantern))
    with pytest.raises(AskError, match="name one of “as they free”, “as they take”"):
        compare(freed)


def test_a_group_counts_in_detentions_with_the_claims_that_are_the_reason(freed: str) -> None:
    zalesia.enter(zalesia.rule("times", quantity="outflow", unit="detentions", period="month"))
    zalesia.enter(zalesia.round_of(20, 30, 160, day="2021-06-08", known="2021-07-09"))
    found = compare(published(46, start=920, unit="detentions"), "times")
    assert (found.then.best, found.now) == (2, (22, 22, 32))
    (group,) = [one for one in found.changes.changes if one.group]
    assert (group.by.best, group.why.reason) == (20, Reason.late_report)


@pytest.mark.parametrize(
    ("rule", "said", "message"),
    [
        ("", {}, "no rule here is said to be how its publisher counts them: name a rule of an inflow or an outflow"),
        ("", {"part_of": "those let go"}, "is of a part of those who came or went"),
        ("", {"polarity": "denied"}, "nobody asserts that figure"),
        ("held", {}, "“held” counts who is in on a day"),
        ("times", {}, "that figure counts persons, and “times” counts detentions"),
        ("freed", {"unit": "arrests"}, "counts arrests, and “freed” counts persons.*; name a rule that counts detent"),
        ("late", {}, "“late” does not speak of 2021-06-01"),
        ("freed", {"when": {}}, "gives no window of days"),
        ("freed", {"when": {"extent": "within", "meaning": "happened"}}, "some day between 2021-06-01 and 2021-06-10"),
        ("freed", {"than": "those taken"}, "it is no count of its own"),
    ],
)
def test_what_cannot_be_set_side_by_side_is_refused_in_a_sentence(
    freed: str, rule: str, said: dict[str, Any], message: str
) -> None:
    zalesia.enter(
        zalesia.rule("times", quantity="outflow", unit="detentions", period="month"),
        zalesia.rule("late", quantity="outflow", period="month", first="2021-06-05"),
    )
    with pytest.raises(AskError, match=message):
        compare(published(start=930, **said), rule)


def test_a_figure_under_second_look_waits(freed: str) -> None:
    zalesia.enter(zalesia.review(freed))
    with pytest.raises(AskError, match="under second look"):
        compare(freed, "freed")
