"""`habeas judge` and `habeas judgements`: told before it is made, refused in a contradiction, taken back."""

from pathlib import Path

import pytest

from habeas.register import log
from tests import zalesia

from .conftest import Habeas

YAZEP, CYRILLIC, IOSIF = "Yazep Kalyada", "Язэп Каляда", "Iosif Kalyada"
OTHER = "e" * 64
BY = ("--by", zalesia.EDITOR)
WHY = ("--reason", "one birth, one court")


@pytest.fixture
def records(register: Path) -> tuple[str, str, str]:
    """One man held by one document and freed by another, and a third record; each with an act."""
    zalesia.enter(
        zalesia.document(OTHER),
        zalesia.act(YAZEP, "held", "2025-10-01"),
        zalesia.act(CYRILLIC, "released", "2025-11-10", document=OTHER),
        zalesia.act(IOSIF, "held", "2024-01-01", 40),
    )
    made = (zalesia.record(YAZEP), zalesia.record(CYRILLIC, OTHER), zalesia.record(IOSIF))
    one, other, third = (str(draft.body["id"]) for draft in made)
    return one, other, third


def test_what_would_change_is_told_and_with_dry_run_nothing_is_entered(
    records: tuple[str, str, str], register: Path, habeas: Habeas
) -> None:
    head = log.head()
    told = habeas("judge", records[0][:8], CYRILLIC, "same", *WHY, "--dry-run", "-r", register).out
    assert log.head() == head
    assert "as it is: 2 people" in told
    assert f"as it would be: 1 person\n  {YAZEP} ({records[0][:8]}) = {CYRILLIC} ({records[1][:8]}): not in" in told
    assert "from 2025-11-10 on: 1 becomes 0" in told
    assert "this register: 2 becomes 1" in told
    assert "nothing was entered" in told


def test_one_arrest_that_two_lists_tell_of_is_no_end_between(register: Path, habeas: Habeas) -> None:
    zalesia.enter(
        zalesia.document(OTHER),
        zalesia.act(YAZEP, "detained", "2021-04-03"),
        zalesia.act(YAZEP, "detained", "2023-05-01", 100),
        zalesia.act(CYRILLIC, "detained", "2021-04-01", 20, latest="2021-04-30", document=OTHER),
        zalesia.act(CYRILLIC, "released", "2024-12-20", 40, document=OTHER),
    )
    one, other = (str(made.body["id"]) for made in (zalesia.record(YAZEP), zalesia.record(CYRILLIC, OTHER)))
    told = habeas("judge", one, other, "same", *WHY, "--dry-run", "-r", register).out
    after = told[told.index("as it would be:") :].splitlines()[2:4]
    an_end = "an end that nobody tells of, some day between 2021-04-01 and 2023-05-01"
    assert after == [
        f"    held from 2021-04-03 (told 2 times), {an_end}",
        "    held from 2023-05-01, until 2024-12-20",
    ]


def test_a_judgement_is_made_listed_and_taken_back(
    records: tuple[str, str, str], register: Path, habeas: Habeas
) -> None:
    count = ("tally", "--as-of", "2025-11-20", "-r", register, "--json")
    before = habeas(*count).json["best"]
    told = habeas("judge", *records[:2], "same", *WHY, "--score", "0.93", *BY, "-r", register).out
    assert f"head {log.head().whole}" in told
    assert habeas(*count).json["best"] == before - 1
    (listed,) = habeas("judgements", "-r", register, "--json").json["judgements"]
    assert (listed["verdict"], listed["by"], listed["score"]) == ("same", zalesia.EDITOR, "0.93")
    assert {listed["one"]["name"], listed["other"]["name"]} == {YAZEP, CYRILLIC}
    table = habeas("judgements", "--of", CYRILLIC, "-r", register).out
    assert "same, 0.93" in table
    assert "one birth, one court" in table
    assert "1 judgement;" in table
    assert "0 judgements;" in habeas("judgements", "--verdict", "different", "-r", register).out
    back = habeas("judge", "--retract", listed["id"][:8], *BY, "-r", register).out
    assert "as it would be: 2 people" in back
    assert habeas(*count).json["best"] == before
    assert habeas("judgements", "-r", register, "--json").json["count"] == 0
    again = habeas("judge", "--retract", listed["id"], *BY, "-r", register, expect=1)
    assert "was taken back already" in again.err


def test_a_word_that_stands_again_is_told_as_that_of_who_said_it(
    records: tuple[str, str, str], register: Path, habeas: Habeas
) -> None:
    words = (("undecided", "cannot tell", "Marta Veres"), ("same", "one court", "Hanna Sokalich-Vyaz"))
    for verdict, reason, by in words:
        habeas("judge", *records[:2], verdict, "--reason", reason, "--by", by, "-r", register)
    (last,) = habeas("judgements", "-r", register, "--json").json["judgements"]
    assert last["by"] == "Hanna Sokalich-Vyaz"
    habeas("judge", "--retract", last["id"], "--by", "Petr Lash", "-r", register)
    (back,) = habeas("judgements", "-r", register, "--json").json["judgements"]
    assert (back["verdict"], back["reason"], back["by"]) == ("undecided", "cannot tell", "Marta Veres")
    assert back["seq"] > last["seq"]
    habeas("judge", "--retract", last["id"], "--by", "Petr Lash", "-r", register)
    assert habeas("judgements", "-r", register, "--json").json["count"] == 0


def test_a_contradiction_is_refused_and_its_chain_is_shown(
    records: tuple[str, str, str], register: Path, habeas: Habeas
) -> None:
    one, other, third = records
    habeas("judge", one, other, "same", *WHY, *BY, "-r", register)
    habeas("judge", other, third, "different", "--reason", "another birth", *BY, "-r", register)
    head = log.head()
    told = habeas("judge", third, one, "same", *WHY, *BY, "-r", register, expect=1).out
    assert "refused: these judgements cannot all be so:" in told
    assert told.count(": same, as you say now") == 1
    stand = [one["id"][:8] for one in habeas("judgements", "-r", register, "--json").json["judgements"]]
    assert [line.split()[3] for line in told.splitlines() if "--retract" in line] == stand
    assert len(stand) == 2
    assert f"{CYRILLIC} ({other[:8]}) and {YAZEP} ({one[:8]}): same, judged on" in told
    assert f"different, judged on {zalesia_day()}, {zalesia.EDITOR}: another birth [" in told
    shown = habeas("judge", third, one, "same", *WHY, *BY, "-r", register, "--json", expect=1).json
    assert [step["verdict"] for step in shown["against"]] == ["same", "same", "different"]
    assert sum("id" not in step for step in shown["against"]) == 1
    assert shown["figures"] == []
    assert log.head() == head


def zalesia_day() -> str:
    entry = log.entry(log.head().seq)
    assert entry is not None
    return entry.day


def test_the_page_of_commands_gives_json_with_the_head(
    records: tuple[str, str, str], register: Path, habeas: Habeas
) -> None:
    shown = habeas("judge", *records[:2], "same", *WHY, *BY, "-r", register, "--json").json
    assert (shown["entered"], shown["head"]) == (True, log.head().whole)
    assert [len(shown[key]) for key in ("before", "now")] == [2, 1]
    (figure,) = [one for one in shown["figures"] if one["access"] == "staff"]
    assert (figure["rule"], figure["before"]["best"], figure["now"]["best"]) == ("held", 2, 1)
    again = habeas("judge", *records[:2], "same", *WHY, *BY, "-r", register, "--json").json
    assert again["entered"] is False


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Yazep", "Nobody", "same", *WHY], "nobody here is called “Nobody”"),
        (["Kalyada", CYRILLIC, "same", *WHY], "several people are called “Kalyada”"),
    ],
)
def test_whom_nobody_finds_is_not_judged(
    records: tuple[str, str, str], register: Path, habeas: Habeas, words: list[str], told: str
) -> None:
    assert told in habeas("judge", *words, *BY, "-r", register, expect=1).err


def test_a_person_of_several_records_has_to_be_named_by_one_of_them(
    records: tuple[str, str, str], register: Path, habeas: Habeas
) -> None:
    habeas("judge", *records[:2], "same", *WHY, *BY, "-r", register)
    told = habeas("judge", CYRILLIC, IOSIF, "different", *WHY, *BY, "-r", register, expect=1).err
    assert f"{CYRILLIC} ({records[1][:8]})" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["Yazep"], "two records and same, different or undecided are needed"),
        ([YAZEP, CYRILLIC, "alike", *WHY], "'alike' is not one of same, different, undecided"),
        ([YAZEP, CYRILLIC, "same"], "every judgement says why"),
        ([YAZEP, "--retract", "a" * 32], "only the judgement is named"),
    ],
)
def test_what_is_no_judgement_is_refused(
    records: tuple[str, str, str], register: Path, habeas: Habeas, words: list[str], told: str
) -> None:
    head = log.head()
    refused = habeas("judge", *words, *BY, "-r", register, expect=2).err
    assert told in " ".join(refused.replace("│", " ").split())
    assert "who judges is kept" in " ".join(
        habeas("judge", *words, "-r", register, expect=2).err.replace("│", " ").split()
    )
    assert log.head() == head
