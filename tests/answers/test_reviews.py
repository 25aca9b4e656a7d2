"""What is under second look no answer goes by: figures, days, numbers, measures, verdicts; and each says so."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.answers import claims, counted_by, kept, public, tally
from habeas.answers.changes import Figure, changes
from habeas.answers.compared import compared
from habeas.answers.front import Question, front
from habeas.answers.held import held
from habeas.answers.measures import measures
from habeas.answers.numbers import numbers
from habeas.answers.person import person
from habeas.answers.public import AskError
from habeas.claims.vocabulary import Access
from habeas.register import log, opening, read
from habeas.register.query import Query
from habeas.tally.lens import EVERY
from tests import zalesia

DAY, KNOWN = date(2021, 6, 1), date(2026, 1, 1)
ANY = "under second look or not"
BY = zalesia.KEEPER


def counted(lens: str = "", at: str | None = None, ceiling: Access = Access.staff) -> dict[str, Any]:
    seen = tally.view(at, ceiling)
    return tally.tally(DAY, KNOWN, seen, lens=counted_by.lens_named(lens, seen)).as_json()


def an_arrest_and_a_release() -> tuple[str, str]:
    arrest, release = zalesia.enter(
        zalesia.act("Zoya", "detained", "2021-05-03", 0),
        zalesia.act("Zoya", "released", "2021-05-20", 20),
        zalesia.lens(ANY, review="any"),
        access=Access.public,
        vouched_by=BY,
    ).claims
    return arrest, release


def both_ways() -> list[dict[str, Any]]:
    """The figures of either lens for stranger and staff, as they went on and as they are made anew; they are equal."""
    asked = [(lens, None, ceiling) for lens in ("", ANY) for ceiling in (Access.public, Access.staff)]
    gone_on = [counted(*one) for one in asked]
    kept.forget()
    assert [counted(*one) for one in asked] == gone_on
    opening.rebuild()
    kept.forget()
    assert [counted(*one) for one in asked] == gone_on
    return gone_on


def test_a_figure_is_right_at_once_and_tells_what_it_leaves_out(register: Path) -> None:
    kept.forget()
    arrest, release = an_arrest_and_a_release()
    assert [one["best"] for one in both_ways()] == [0, 0, 0, 0]
    before = str(log.head())
    zalesia.enter(zalesia.review(release))
    found = both_ways()
    assert [one["best"] for one in found] == [1, 1, 0, 0]
    assert [(one["not_admitted"], one["not_admitted_claims"]) for one in found] == [
        ({"review": 1}, [release]),
        ({"review": 1}, [release]),
        ({}, []),
        ({}, []),
    ]
    doubted = str(log.head())
    zalesia.enter(zalesia.review(arrest))
    assert [one["best"] for one in both_ways()] == [0, 0, 0, 0]
    zalesia.enter(zalesia.review(arrest, "accepted"), zalesia.review(release, "accepted"))
    assert [one["best"] for one in both_ways()] == [0, 0, 0, 0]
    assert [counted(at=at)["best"] for at in (before, doubted)] == [0, 1]


def test_it_holds_for_every_known_day_from_its_entry_on(register_sqlite: Path) -> None:
    _, release = an_arrest_and_a_release()
    before = tally.view(None, Access.staff)
    zalesia.enter(zalesia.review(release))
    now = tally.view(None, Access.staff)
    for known_on in (date(2025, 11, 14), KNOWN):
        assert tally.tally(DAY, known_on, before).count.best == 0
        assert tally.tally(DAY, known_on, now).count.best == 1
        (change,) = changes(Figure(DAY, known_on, before), Figure(DAY, known_on, now)).changes
        assert (change.why.reason.value, change.why.claims, change.by.best) == ("correction", (release,), 1)


def test_what_is_accepted_again_is_a_correction_too_and_names_the_claim(register_sqlite: Path) -> None:
    arrest, _ = an_arrest_and_a_release()
    day = date(2021, 5, 10)
    first = tally.view(None, Access.staff)
    zalesia.enter(zalesia.review(arrest))
    doubted = tally.view(None, Access.staff)
    (gone,) = changes(Figure(day, KNOWN, first), Figure(day, KNOWN, doubted)).changes
    assert (gone.why.reason.value, gone.why.claims) == ("correction", (arrest,))
    zalesia.enter(zalesia.review(arrest, "accepted"))
    (back,) = changes(Figure(day, KNOWN, doubted), Figure(day, KNOWN, tally.view(None, Access.staff))).changes
    assert (back.why.reason.value, back.why.claims, back.by.best) == ("correction", (arrest,), 1)


def test_a_persons_days_go_by_what_is_accepted(register_sqlite: Path) -> None:
    _, release = an_arrest_and_a_release()
    zoya = str(zalesia.record("Zoya").body["id"])
    seen = tally.view(None, Access.public)
    custody = held(zoya, seen, DAY, KNOWN)
    assert custody is not None
    assert not custody.standing.possibly
    zalesia.enter(zalesia.review(release))
    custody = held(zoya, tally.view(None, Access.public), DAY, KNOWN)
    assert custody is not None
    assert custody.standing.certainly


def test_a_claim_says_what_a_review_says_of_it_and_its_note_is_the_staffs(register: Path) -> None:
    arrest, release = an_arrest_and_a_release()
    zalesia.enter(zalesia.review(release, note="told by Niabesny's brother"), by=zalesia.EDITOR)
    seq = log.head().seq
    day = str(public.today())
    stranger, staff = (
        claims.find(Query(ids=[arrest, release]), read.view(None, ceiling))["claims"]
        for ceiling in (Access.public, Access.staff)
    )
    recorded = {"seq": seq, "day": day}
    assert [one.get("review") for one in stranger] == [None, {"verdict": "second_look", "recorded": recorded}]
    assert staff[1]["review"] == {
        "verdict": "second_look",
        "recorded": recorded,
        "by": zalesia.EDITOR,
        "note": "told by Niabesny's brother",
    }
    assert "Niabesny" not in str(stranger)


def test_a_published_number_under_second_look_does_not_lead_and_is_not_added_up(register_sqlite: Path) -> None:
    (number,) = zalesia.enter(zalesia.figure(412, "2021-06-01"), access=Access.public, vouched_by=BY).claims
    asked = Question(KNOWN, DAY)
    assert front(asked, tally.view(None, Access.public)).nearest is not None
    zalesia.enter(zalesia.review(number))
    seen = tally.view(None, Access.public)
    found = front(asked, seen)
    assert (found.nearest, found.held, found.total) == (None, [], 1)
    told_of = numbers(seen, KNOWN, EVERY)
    assert (told_of.numbers, told_of.refused) == ((), (number,))
    with pytest.raises(AskError, match="under second look"):
        compared(number, seen, KNOWN)


def test_nobody_is_described_by_what_is_under_second_look(register_sqlite: Path) -> None:
    (said,) = zalesia.enter(zalesia.attribute("Zoya", "sex", "f")).claims
    zoya = str(zalesia.record("Zoya").body["id"])

    def description() -> list[tuple[str, str]]:
        page = person(zoya, tally.view(None, Access.staff), DAY, KNOWN)
        assert page is not None
        return [(one.property, one.value) for one in page.description]

    assert description() == [("sex", "f")]
    zalesia.enter(zalesia.review(said))
    assert description() == []


def test_a_measure_stands_by_what_is_accepted(register_sqlite: Path) -> None:
    (imposed,) = zalesia.enter(zalesia.measure("impose", "Bank of Zareche", "2021-05-01")).claims

    def standing() -> tuple[str, dict[str, int]]:
        found = measures(
            tally.view(None, Access.staff), DAY, KNOWN, target="Bank of Zareche", issuer="Norland"
        ).as_json()
        return str(found["standings"][0]["status"]), found["not_admitted"]

    assert standing() == ("listed", {})
    zalesia.enter(zalesia.review(imposed))
    assert standing() == ("none", {"review": 1})
