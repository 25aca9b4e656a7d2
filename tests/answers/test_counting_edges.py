"""What a figure makes of claims that do not fit: corrected, denied, told the wrong way round, abroad, out of scope."""

from datetime import date
from pathlib import Path
from typing import Any

from habeas.answers.line import line
from habeas.claims.canonical import Body
from habeas.register.draft import Draft
from tests import zalesia
from tests.register.test_counting import group, member, of_group, recognised

from .test_counting import asked, bounds, claim_of


def on(draft: Draft, day: str, **said: Any) -> Draft:
    when = {"original": day, "edtf": day, "earliest": day, "latest": day, "extent": "within", "meaning": "happened"}
    return Draft(draft.kind, {**draft.body, "when": when, **said}, draft.where)


def recogniser() -> list[str]:
    return [str(zalesia.agent().body["id"])]


def test_a_correction_does_not_move_an_act_behind_the_others_of_its_day(register: Path) -> None:
    taken = zalesia.act("Zoya Vrubel", "detained", "2021-05-03", 0)
    zalesia.enter(taken, zalesia.act("Zoya Vrubel", "released", "2021-05-03", 20))
    assert bounds("2022-01-01") == (0, 0, 0)
    body: Body = {**taken[1].body, "statement": "Zoya Vrubel was taken at the gate."}
    assert zalesia.enter(taken[0], Draft("claim", body, "test")).corrected == 1
    assert bounds("2022-01-01") == (0, 0, 0)


def test_whose_claims_leave_too_many_alternatives_is_counted_with_the_widest_bounds(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-05-03", 0))
    links = []
    for number in range(11):
        day, start = f"2021-01-{number + 1:02}", 50 + 40 * number
        pair = (
            zalesia.act("Yazep Kalyada", "detained", day, start),
            zalesia.act("Yazep Kalyada", "released", day, start + 20),
        )
        links.append(zalesia.link("contradicts", *zalesia.enter(*pair).claims))
    zalesia.enter(*links)
    found = asked("2022-01-01")
    assert (found.count.low, found.count.best, found.count.high) == (1, 1, 2)
    assert found.as_json()["entangled"] == 1


def test_who_is_denied_to_be_of_a_group_is_not_of_it(register_sqlite: Path) -> None:
    three = group(low=3, high=3)
    freed = (
        zalesia.act("Zoya Vrubel", "detained", "2024-01-01", 0),
        zalesia.act("Zoya Vrubel", "released", "2025-11-12", 20),
    )
    rule = zalesia.rule("freed", quantity="outflow", unit="detentions", period="month")
    zalesia.enter(three, of_group(three), *freed, rule, member(three, "Zoya Vrubel", polarity="denied"))
    assert bounds("2025-11-30", "freed") == (4, 4, 4)


def test_of_recognitions_that_contradict_each_other_best_takes_the_one_known_last(register: Path) -> None:
    rule = zalesia.rule("recognised", recognised_by=recogniser())
    ended = on(recognised("Zoya Vrubel", *recogniser(), start=750, withdrawn="yes"), "2021-07-01")
    begun = on(recognised("Zoya Vrubel", *recogniser(), start=700), "2021-06-01")
    ended.body["known"] = {"basis": "published", "earliest": "2021-09-01"}
    begun.body["known"] = {"basis": "published", "earliest": "2021-07-02"}
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-05-03"), ended, begun, rule)
    assert bounds("2022-01-01", "recognised") == (0, 0, 0)
    zalesia.enter(zalesia.link("contradicts", *sorted(str(one.body["id"]) for one in (ended, begun))))
    assert bounds("2022-01-01", "recognised") == (0, 0, 1)


def test_a_denial_of_a_recognition_is_an_alternative_to_it(register: Path) -> None:
    said = on(recognised("Zoya Vrubel", *recogniser(), start=700), "2021-06-01")
    denied = on(recognised("Zoya Vrubel", *recogniser(), start=750), "2021-06-01", polarity="denied")
    rule = zalesia.rule("recognised", recognised_by=recogniser())
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-05-03"), said, denied, rule)
    assert bounds("2022-01-01", "recognised") == (1, 1, 1)
    zalesia.enter(zalesia.link("contradicts", *sorted(str(one.body["id"]) for one in (said, denied))))
    assert bounds("2022-01-01", "recognised")[::2] == (0, 1)


def test_who_is_taken_here_and_let_go_abroad_is_let_go(register: Path) -> None:
    abroad = {"name": "Ankara", "country": "TR"}
    here = zalesia.act("Zoya Vrubel", "detained", "2021-05-03", place={"name": "Zareche", "country": "ZZ"})
    zalesia.enter(here, zalesia.act("Zoya Vrubel", "exchanged", "2024-08-01", 20, place=abroad))
    zalesia.enter(zalesia.act("Somebody else", "exchanged", "2024-08-01", 60, place=abroad))
    zalesia.enter(zalesia.rule("here", territory="ZZ"))
    assert bounds("2023-01-01", "here") == (1, 1, 1)
    assert bounds("2025-01-01", "here") == (0, 0, 0)


def test_a_rule_says_nothing_of_days_that_it_does_not_speak_of(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-05-03"), zalesia.rule("later", first="2022-01-01"))
    found = asked("2021-06-03", "later")
    assert (found.count.low, found.count.best, found.count.high) == (0, 0, 0)
    assert found.note == "the rule later speaks of the days from 2022-01-01 to now alone"
    drawn = line(asked("2022-06-03", "later"))
    assert drawn.points[0][0] == date(2022, 1, 1)


def test_the_reason_why_bounds_are_open_is_that_of_the_claims_they_rest_on(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-05-03"))
    zalesia.enter(zalesia.rule("women", where=[{"property": "sex", "value": "f"}]))
    zalesia.enter(zalesia.rule("seen", stale_after=30))
    assert asked("2021-06-01", "women").open == {"unsaid": 1}
    assert asked("2022-06-01", "seen").open == {"no sign": 1}


def test_every_claim_whose_known_day_is_assumed_is_counted_once(register_sqlite: Path) -> None:
    said = on(recognised("Zoya Vrubel", *recogniser(), start=700), "2021-06-01")
    said.body["known"] = {"basis": "assumed", "earliest": "2021-06-01"}
    rule = zalesia.rule("recognised", recognised_by=recogniser())
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-05-03"), said, rule)
    assert asked("2026-01-01", "recognised").assumed == 1


def test_who_comes_and_goes_within_a_day_is_in_a_state_of_that_day(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.act("Zoya Vrubel", "detained", "2021-05-03"))
    zalesia.enter(zalesia.act("Zoya Vrubel", "released", "2021-05-03", 20))
    zalesia.enter(zalesia.rule("with the last day", leaving_day="yes"))
    (cell,) = asked("2021-05-03", "with the last day", by="state").cells
    assert (cell.values[0], cell.low, cell.best, cell.high) == ("police", 1, 1, 1)


def test_contradicting_acts_are_named_as_the_reason(register_sqlite: Path) -> None:
    taken = zalesia.act("Zoya Vrubel", "detained", "2021-05-03", 0, known="2021-05-04")
    let_go = zalesia.act("Zoya Vrubel", "released", "2021-06-01", 50, known="2021-06-02", polarity="denied")
    freed = zalesia.act("Zoya Vrubel", "released", "2021-06-01", 90, known="2021-06-02")
    zalesia.enter(taken, let_go, freed)
    zalesia.enter(zalesia.link("contradicts", *sorted((claim_of(let_go), claim_of(freed)))))
    assert asked("2021-07-01").open == {"contradictions": 1}
