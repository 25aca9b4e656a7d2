"""`habeas tally --doubtful`: who is in the high figure and not in the low one, each with why."""

from pathlib import Path

import pytest

from tests import zalesia

from .conftest import Habeas

ASKED = ("tally", "--as-of", "2021-05-10", "--known-on", "2021-12-31")


@pytest.fixture
def doubted(register: Path) -> Path:
    """One who was held for certain, one detained on some day of May, one whose release alone is told."""
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    zalesia.enter(zalesia.act("Bob", "detained", "2021-05-01", 20, latest="2021-05-31", known="2021-06-30"))
    zalesia.enter(zalesia.act("Cyd", "released", "2021-05-20", 40, known="2021-06-01"))
    return register


def test_those_alone_whose_bounds_are_open_with_why(doubted: Path, habeas: Habeas) -> None:
    out = habeas(*ASKED, "-r", doubted).out
    assert "  Alice" in out
    assert "--doubtful lists the 2 people whose bounds are open" in out
    told = habeas(*ASKED, "-r", doubted, "--doubtful").out
    assert "Alice" not in told
    assert "  Bob (possibly): a day is known only roughly or not at all [" in told
    assert "no claim tells when custody began or ended [" in told.partition("Cyd (")[2].partition("\n")[0]
    found = habeas(*ASKED, "-r", doubted, "--doubtful", "--json").json
    assert (found["low"], found["high"]) == (1, 3)
    assert {one["name"] for one in found["counted"]} == {"Bob", "Cyd"}
    assert found["doubtful"] == {one["record"]: {"Bob": "days", "Cyd": "ends"}[one["name"]] for one in found["counted"]}


def test_where_nothing_is_open_that_is_said(register: Path, habeas: Habeas) -> None:
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    zalesia.enter(zalesia.act("Alice", "released", "2021-06-03", 20, known="2021-06-04"))
    assert "of nobody the bounds are open" in habeas(*ASKED, "-r", register, "--doubtful").out
