"""`habeas changes`: two figures and every name between them, with the reason and its claims, adding up."""

from pathlib import Path

import pytest

from habeas.claims.vocabulary import WithdrawalReason
from habeas.register import write
from tests import zalesia

from .conftest import Habeas

ASKED = ("--as-of", "2021-06-01", "--to-as-of", "2021-07-01", "--to-known-on", "2021-08-01")


@pytest.fixture
def moved(register: Path) -> list[str]:
    """Alice is freed, Bob is told of late, Charlie is taken, Dana's arrest is taken back: the claims."""
    some = zalesia.enter(
        zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"),
        zalesia.act("Alice", "released", "2021-06-20", 20, known="2021-06-21"),
        zalesia.act("Bob", "detained", "2021-05-10", 40, known="2021-07-20"),
        zalesia.act("Charlie", "detained", "2021-06-25", 60, known="2021-07-25"),
        zalesia.act("Dana", "detained", "2021-05-12", 80, known="2021-05-13"),
    )
    write.withdraw([some.claims[4]], WithdrawalReason.source_retracted, write.actor("Marta Veres"), day="2021-06-10")
    return list(some.claims)


def test_in_words_each_name_stands_under_its_reason_with_its_claim(
    moved: list[str], register: Path, habeas: Habeas
) -> None:
    _, freed, late, taken, wrong = (one[:8] for one in moved)
    by = ", said Lantern Group"
    said = habeas("changes", *ASKED, "-r", register).out.splitlines()
    assert said[:-3] == [
        "2 held (at least 2, at most 2) as of 2021-06-01, as known on 2021-06-01",
        "new events 0: 1 in, 1 out",
        f"  Charlie (in): detained 25 June 2021{by}, known on 2021-07-25 [{taken}]",
        f"  Alice (out): released 20 June 2021{by}, known on 2021-06-21 [{freed}]",
        "late reports +1: 1 in",
        f"  Bob (in): detained 10 May 2021{by}, known on 2021-07-20 [{late}]",
        "corrections −1: 1 out",
        f"  Dana (out): detained 12 May 2021{by}, known on 2021-05-13, taken back on 2021-06-10 [{wrong}]",
        "2 held (at least 2, at most 2) as of 2021-07-01, as known on 2021-08-01",
    ]
    assert said[-3].startswith("held: Counts each person who at the end of the day is in police custody")
    assert said[-2].startswith("every accepted claim: Admits every claim that is asserted or claimed")
    assert said[-1].startswith("rule: held (version 1); lens: every accepted claim (version 1); at ")


def test_as_json_the_parts_add_up(moved: list[str], register: Path, habeas: Habeas) -> None:
    found = habeas("changes", *ASKED, "-r", register, "--json").json
    for end in ("low", "best", "high"):
        parts = sum(one[end] for one in found["by_reason"].values())
        assert parts == sum(one[end] for one in found["changes"]) == found["later"][end] - found["earlier"][end]
    assert [one["name"] for one in found["changes"]] == ["Charlie", "Alice", "Bob", "Dana"]
    assert found["change_count"] == 4
    assert "next" not in found


def test_a_hundred_changes_are_listed_and_the_rest_follow_after(register: Path, habeas: Habeas) -> None:
    zalesia.enter(*(zalesia.act(f"One {number:03}", "detained", "2021-06-02", number * 20) for number in range(130)))
    words = ("--as-of", "2021-06-01", "--to-as-of", "2021-06-30", "-r", register)
    first, rest = habeas("changes", *words, "--json").json, habeas("changes", *words, "--json", "--after", "100").json
    assert (len(first["changes"]), first["next"], first["change_count"]) == (100, 100, 130)
    assert [one["name"] for one in rest["changes"]] == [f"One {number:03}" for number in range(100, 130)]
    assert "next" not in rest
    assert "and 110 more (--json)" in habeas("changes", *words).out


def test_an_earlier_entry_shows_what_the_register_took_in_and_took_back_since(register: Path, habeas: Habeas) -> None:
    first = zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    write.withdraw(first.claims, WithdrawalReason.register_error, write.actor("Marta Veres"))
    zalesia.enter(zalesia.act("Bob", "detained", "2021-05-10", 40, known="2021-05-11"))
    said = habeas("changes", "--as-of", "2021-06-01", "--from-at", str(first.head), "-r", register).out
    assert "corrections −1: 1 out" in said
    assert "taken out of the register since" in said
    assert "coverage +1: 1 in" in said
    assert f"  +1 recorded since {first.head}, and known before" in said
    assert f"as of 2021-06-01, as known on 2021-06-01, at {first.head}" in said
    assert f"the earlier one at {first.head}, the later one at " in said


def test_two_records_judged_one_are_not_out_and_the_judgement_is_named(register: Path, habeas: Habeas) -> None:
    names = ("Yazep Kalyada", "Язэп Каляда")
    first = zalesia.enter(
        *(zalesia.act(name, "detained", "2021-05-03", 40 * at, known="2021-05-04") for at, name in enumerate(names))
    )
    judged = zalesia.judgement(*sorted(str(zalesia.record(name).body["id"]) for name in names))
    zalesia.enter(judged)
    said = habeas("changes", "--as-of", "2021-06-01", "--from-at", str(first.head), "-r", register).out.splitlines()
    assert said[1] == "identity −1: 1 counted as 2 before and as 1 now"
    assert "(counted twice, now once): two records judged one; judged same on 20" in said[2]
    assert f"by {zalesia.KEEPER}, “same day, same court”, [judgement {str(judged.body['id'])[:8]}]; detained" in said[2]


def test_where_nothing_changed_it_is_said(register: Path, habeas: Habeas) -> None:
    words = ("changes", "--as-of", "2021-06-01", "-r", register)
    assert "nobody is named here" in habeas(*words).out
    zalesia.enter(zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-05-04"))
    assert "nothing changed between the two" in habeas(*words).out
    assert habeas(*words, "--json").json["note"] == "nothing changed between the two"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (("--as-of", "2021-07-01", "--to-as-of", "2021-06-01"), "name it first"),
        (("--as-of", "soon"), "write YYYY-MM-DD"),
        (("--as-of", "2021-07-01", "--rule", "weather"), "is not a rule of this register"),
        (("--as-of", "2021-07-01", "--to-known-on", "2999-01-01"), "still to come"),
    ],
)
def test_what_cannot_be_asked(register: Path, habeas: Habeas, words: tuple[str, ...], wanted: str) -> None:
    assert wanted in " ".join(habeas("changes", *words, "-r", register, expect=2).err.split())
