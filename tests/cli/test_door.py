"""`habeas door` and `habeas arithmetic`, in words."""

from pathlib import Path

import pytest

from tests import zalesia
from tests.web.door_numbers import numbers

from .conftest import Habeas

WINDOW = ("--from", "2024-12-31", "--to", "2025-06-30", "--known-on", "2025-12-01")


@pytest.fixture
def door(register: Path) -> Path:
    zalesia.enter(*numbers())
    return register


def test_in_words(door: Path, habeas: Habeas) -> None:
    said = habeas("door", *WINDOW, "-r", door).out.splitlines()
    assert said[0] == "More were recognised than were found pardoned, and still fewer are held"
    assert said[1] == "held, by Lantern Group: 50 on 2024-12-31, 42 on 2025-06-30"
    assert "recognised for each person pardoned: 2.9 (20 recognised / 7 pardoned; at most this)" in said
    assert "a dash: the keeper published no such number, which does not mean none" in said
    assert "nobody is named here" in said
    assert said[-1].startswith("from 2024-12-31 to 2025-06-30, as known on 2025-12-01; lens: every accepted claim")


def test_what_does_not_add_up_in_words(door: Path, habeas: Habeas) -> None:
    said = habeas("arithmetic", "-r", door).out.splitlines()
    assert said[0] == "off by 1: 220 − 177 = 43, against 42 (ever recognised, less former prisoners, are those held)"
    assert said[1].startswith("  220 people ever, 2025-06-30, Lantern Group [")
    assert said[-1].startswith("1 check: 0 holds, 0 can hold, 1 off, 0 cannot be said; as known on ")


def test_nothing_published_is_told_as_such(register: Path, habeas: Habeas) -> None:
    assert "the record does not say: nobody published a number" in habeas("door", "-r", register).out
    assert "the record does not say: no published numbers" in habeas("arithmetic", "-r", register).out


def test_mistakes_are_told_of_their_option(door: Path, habeas: Habeas) -> None:
    assert "--keeper" in habeas("door", *WINDOW, "--keeper", "Nobody", "-r", door, expect=2).err
    assert "--from" in habeas("door", "--from", "2025-06-30", "--to", "2025-01-31", "-r", door, expect=2).err
    assert "--lens" in habeas("arithmetic", "--lens", "weather", "-r", door, expect=2).err
