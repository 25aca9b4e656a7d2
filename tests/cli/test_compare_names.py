"""`habeas compare-names`: the score, what it comes to and why; JSON; no register is needed."""

import json

from habeas.names.compare import SAME

from .conftest import Habeas


def test_one_person(habeas: Habeas) -> None:
    lines = habeas("compare-names", "Язэп Каляда", "Kalyada, Yazep").out.splitlines()
    assert lines[0] == "0.99: can be one person’s"
    assert "  surname same sound" in lines


def test_a_name_and_itself(habeas: Habeas) -> None:
    assert habeas("compare-names", "Язэп Каляда", "Язэп Каляда").out.startswith("1.00: ")


def test_two_people(habeas: Habeas) -> None:
    lines = habeas("compare-names", "Язэп Пятровіч Каляда", "Язэп Ігнатавіч Каляда").out.splitlines()
    assert lines[0].endswith("two people’s, by the names alone")
    assert "  patronymics conflict" in lines


def test_which_word_is_like_none(habeas: Habeas) -> None:
    told = habeas("compare-names", "Язэп Каляда", "Yazep Kravets").out
    assert told == "0.00: two people’s, by the names alone\n  surname “Kravets” sounds like no word of the other name\n"


def test_as_json(habeas: Habeas) -> None:
    told = json.loads(habeas("compare-names", "Я. Каляда", "Yazep Kalyada", "--json").out)
    assert told["same"]
    assert told["score"] >= told["same_from"] == SAME
    assert "initials agree" in told["reasons"]
