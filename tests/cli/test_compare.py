"""`habeas compare`: a published figure, the steps to the computed one, and the names that were learned since."""

from pathlib import Path

import pytest

from habeas.register.draft import Draft
from tests import zalesia

from .conftest import Habeas


def claim(*drafts: Draft | list[Draft]) -> str:
    return zalesia.enter(*drafts).claims[-1]


@pytest.fixture
def figure(register: Path) -> str:
    """Five are said to be held on the first of June, of whom two are named here, one of them late."""
    zalesia.enter(
        zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"),
        zalesia.act("Bob", "detained", "2021-05-10", 40, known="2021-07-20"),
    )
    return claim(zalesia.figure(5, "2021-06-01", 900, known="2021-06-02"))


def test_in_words_the_steps_add_up_and_the_names_follow(figure: str, register: Path, habeas: Habeas) -> None:
    said = habeas("compare", "--figure", figure[:8], "--known-on", "2021-08-01", "-r", register).out.splitlines()
    assert said[0] == "5 people held, said Lantern Group, 1 June 2021"
    assert "by the rule held, which is not said to be its publisher's: each is an answer to its own question" in said[1]
    assert said[2] == "whose claims are admitted: every accepted claim"
    assert [" ".join(line.split()) for line in said[3:7]] == [
        "published 5",
        "not counted here when it was published −4",
        "late reports since +1",
        "counted now 2",
    ]
    assert said[7] == "counted now: at least 2, at most 2"
    assert said[9].startswith("  Bob (in): detained 10 May 2021, said Lantern Group, known on 2021-07-20 [")
    assert said[-1].endswith(f"habeas claims --claim {figure[:8]}")


def test_what_was_known_before_it_was_published_is_not_what_was_known_then(
    figure: str, register: Path, habeas: Habeas
) -> None:
    zalesia.enter(zalesia.act("Charlie", "detained", "2021-05-12", 60, known="2021-06-02"))
    asked = ("compare", "--figure", figure, "-r", register, "--known-on")
    before, then = (habeas(*asked, day).out for day in ("2021-06-01", "2021-06-02"))
    assert "not counted here as known on 2021-06-01, before it was published" in before
    assert " −4" in before
    assert "not counted here when it was published" in then
    assert " −3" in then


def test_the_publishers_own_rule_counts_unless_another_is_named(figure: str, register: Path, habeas: Habeas) -> None:
    lantern = str(zalesia.agent().body["id"])
    zalesia.enter(zalesia.rule("as the Lantern Group counts", publisher=lantern))
    words = ("compare", "--figure", figure, "-r", register)
    assert "by its publisher's own rule, as the Lantern Group counts" in habeas(*words).out
    assert "whose claims are admitted: every accepted claim: anybody’s, not its publisher’s alone" in habeas(*words).out
    assert "by the rule held, which is not said" in habeas(*words, "--rule", "held").out


def test_as_json(figure: str, register: Path, habeas: Habeas) -> None:
    found = habeas("compare", "--figure", figure, "--known-on", "2021-08-01", "-r", register, "--json").json
    assert (found["published"]["id"], found["number"], found["not_explained"]) == (figure, 5, 3)
    assert sum(one["number"] for one in found["bridge"][:-1]) == found["bridge"][-1]["number"] == 2
    assert found["rule_of_publisher"] is False
    assert [one["name"] for one in found["changes"]] == ["Bob"]


def test_a_figure_of_a_part_is_compared_under_a_rule_that_is_named(register: Path, habeas: Habeas) -> None:
    part = zalesia.figure(2, "2021-06-01", 900, known="2021-06-02")
    body = part.body | {"figure": {**dict(part.body["figure"]), "part_of": "people held"}}
    one = claim(Draft("claim", body, "test"))
    zalesia.enter(zalesia.rule("women held", where=[{"property": "sex", "value": "female"}]))
    refused = " ".join(habeas("compare", "--figure", one, "-r", register, expect=2).err.split())
    assert "name a rule that counts those it is of" in refused
    told = habeas("compare", "--figure", one, "--rule", "women held", "-r", register).out
    assert "by this rule nobody is counted for that day, so that nothing leads there: nobody is named here" in told
    assert "counted here when it was published" not in told
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0))
    assert "  published  " in habeas("compare", "--figure", one, "--rule", "held", "-r", register).out


def test_what_is_no_figure_is_refused(register: Path, habeas: Habeas) -> None:
    one = claim(zalesia.act("Alice", "detained", "2021-05-03", 0))
    refused = " ".join(habeas("compare", "--figure", one, "-r", register, expect=2).err.split())
    assert "no published figure here has the id" in refused


def test_a_published_flow_is_compared_in_its_own_days_with_what_is_left(register: Path, habeas: Habeas) -> None:
    zalesia.enter(
        zalesia.rule("freed", quantity="outflow", period="month"),
        zalesia.rule("times", quantity="outflow", unit="detentions", period="month"),
        zalesia.act("Alice", "released", "2021-06-01", 0, known="2021-06-04"),
        zalesia.act("Bob", "released", "2021-06-10", 40, known="2021-07-20"),
    )
    one = claim(zalesia.flow(5, "2021-06-01", "2021-06-10", known="2021-06-11"))
    words = ("compare", "--figure", one, "-r", register, "--known-on", "2021-08-01")
    said = habeas(*words, "--rule", "freed").out.splitlines()
    assert "5 people freed, said Lantern Group" in said[0]
    assert said[1].startswith("counted for 2021-06-01 to 2021-06-10, as known on 2021-08-01, by the rule freed")
    assert [" ".join(line.split()) for line in said[3:9]] == [
        "published 5",
        "not in this record, when it was published −4",
        "late reports since +1",
        "counted now 2",
        "not in this record, as known on 2021-08-01: 3",
        "counted when it was published: 1, at least 1, at most 1",
    ]
    assert "counted now: at least 2, at most 2" in said
    assert any(line.startswith("  Bob (in): released 10 June 2021") for line in said)
    found = habeas(*words, "--rule", "freed", "--json").json
    assert (found["from"], found["as_of"], found["not_explained"]) == ("2021-06-01", "2021-06-10", 3)
    refused = " ".join(habeas(*words, "--rule", "times", expect=2).err.replace("│", " ").split())
    assert "that figure counts persons, and “times” counts detentions" in refused
