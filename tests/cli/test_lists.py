"""`habeas lists`: which there are, two side by side in words, as JSON and as CSV, and three."""

import csv
import io
from pathlib import Path

import pytest

from tests import two_lists
from tests.two_lists import DOCKET, LANTERN, NORTH

from .conftest import Habeas

KNOWN = ("--known-on", "2022-03-01")


@pytest.fixture
def both(register: Path, tmp_path: Path) -> Path:
    two_lists.enter(tmp_path)
    return register


def test_which_lists_there_are(both: Path, habeas: Habeas) -> None:
    said = habeas("lists", "-r", both).out
    assert [line.split()[-1] for line in said.splitlines()[1:]] == ["4", "2", "6"]
    told = habeas("lists", "--json", "-r", both).json
    assert [one["list"] for one in told["lists"]] == [DOCKET, NORTH, LANTERN]
    (edition,) = told["lists"][2]["editions"]
    assert (edition["day"], edition["dated"], edition["rows"]) == ("2021-12-31", "yes", 6)


def test_one_list_by_itself(both: Path, habeas: Habeas) -> None:
    said = habeas("lists", "lantern", *KNOWN, "--limit", "2", "-r", both).out.splitlines()
    assert said[:3] == [
        f"{LANTERN}: 6 people",
        "On 31 December 2021 the register counts 4 of them in custody, and 9 people in all.",
        "  as of 2021-12-31: 6 rows",
    ]
    assert "on it: Yazep Kalyada, Hanna Sokalich" in said
    assert "  and 4 more people: --limit 0 for all" in said
    assert said[-1].startswith("rule: held (version 1); lens: every accepted claim (version 1); as known on 2022-03-01")
    rows = list(csv.DictReader(io.StringIO(habeas("lists", "lantern", *KNOWN, "--csv", "-r", both).out)))
    assert [(row["name"], row["best"]) for row in rows[2:4]] == [("Viktar Zhuk", "0"), ("Zoya Kut", "0")]
    assert habeas("lists", "lantern", *KNOWN, "--json", "-r", both).json["held"]["on_it"]["best"] == 4


def test_a_register_without_lists_says_so(register: Path, habeas: Habeas) -> None:
    assert "no list of people is on record here" in habeas("lists", "-r", register).out
    assert "no list of people is on record here" in habeas("lists", "a", "b", "-r", register, expect=2).err


def test_two_in_words(both: Path, habeas: Habeas) -> None:
    said = habeas("lists", "lantern", "docket", *KNOWN, "-r", both).out.splitlines()
    assert said[0] == f"{LANTERN} counts 6, {DOCKET} 4"
    assert said[1] == (
        "3 people are on both: 1 agreeing in name, birth and an act, 2 only likely. "
        "Of 1 person on one list only it is not explained why."
    )
    assert any(line.split() == ["on", "both", "lists", "=", "3", "1", "to", "3"] for line in said)
    assert f"{LANTERN} has 1 person who was dead by its day; {DOCKET} has nobody of them" in said
    assert "to decide: 3 pairs, what would change most first" in said
    assert "on both, and contradicted: 1 person" in said
    assert any("sentenced: 2021-06-01 and 2021-06-02; one digit differs" in line for line in said)
    assert f"{LANTERN}, not explained: Ilya Vishnia" in said
    command = next(line for line in said if "habeas judge" in line)
    assert len(command.split()[2]) == len(command.split()[3]) == 32


def test_two_editions_of_one_list_are_told_by_their_days(both: Path, habeas: Habeas, tmp_path: Path) -> None:
    two_lists.imported(tmp_path, LANTERN, "Lantern Group", "2022-02-28", two_lists.LANTERN_ROWS.splitlines()[5] + "\n")
    said = habeas("lists", f"{LANTERN}@2022-01-01", LANTERN, *KNOWN, "-r", both).out
    earlier, later = f"{LANTERN} of 2021-12-31", f"{LANTERN} of 2022-02-28"
    assert f"{earlier} counts 6, {later} 1" in said
    assert f"{earlier} has 1 person who was dead by its day; {later} has nobody of them" in said
    assert any(line.startswith(earlier) and line.split()[-1] == "6" for line in said.splitlines())
    assert f"{earlier}, on an earlier edition of the other list, missing since: " in said


def test_what_is_not_printed_is_counted_and_who_may_stand_twice_is_named(
    both: Path, habeas: Habeas, tmp_path: Path
) -> None:
    said = habeas("lists", "lantern", "docket", *KNOWN, "--limit", "1", "-r", both).out
    assert "  and 2 more pairs: --limit 0 for all" in said
    again = "Viktor Zhuk,L8,m,1990-05-08,Severets,2021-02-01,,2021-12-01,\n"
    two_lists.imported(tmp_path, LANTERN, "Lantern Group", "2022-02-28", two_lists.LANTERN_ROWS + again)
    said = habeas("lists", "lantern", "docket", *KNOWN, "-r", both).out
    assert "more pairs" not in said
    after = said[said.index(f"{LANTERN}, perhaps the same person twice on that list:") :].splitlines()
    assert after[1].startswith("  Viktar Zhuk | Viktor Zhuk, ")
    one, other = after[2].split()[2:4]
    habeas("judge", one, other, "same", "--reason", "one row again", "--by", "Hanna Sokalich-Vyaz", "-r", both)
    said = habeas("lists", "lantern", "docket", *KNOWN, "-r", both).out
    assert f"{LANTERN}, the same person twice on that list: Viktar Zhuk (2 rows)" in said


def test_rows_set_apart_are_told_beside_the_list(both: Path, habeas: Habeas, tmp_path: Path) -> None:
    rows = two_lists.LANTERN_ROWS + "Mirela Osventi,L9,f,,Zareche,some day,,,\n"
    two_lists.imported(tmp_path, LANTERN, "Lantern Group", "2022-02-28", rows, apart=True)
    said = habeas("lists", "lantern", "docket", *KNOWN, "-r", both).out
    assert f"{LANTERN}: as of 2022-02-28, 6 rows, and 1 row set apart or without a person" in said


def test_every_row_as_csv(both: Path, habeas: Habeas) -> None:
    rows = list(csv.DictReader(io.StringIO(habeas("lists", "lantern", "docket", *KNOWN, "--csv", "-r", both).out)))
    assert sorted(row["class"] for row in rows) == ["matched"] + ["on one list only"] * 4 + ["probably matched"] * 2
    (matched,) = [row for row in rows if row["class"] == "matched"]
    assert (matched["first_name"], matched["second_name"]) == ("Yazep Kalyada", "Иосиф Коляда")
    assert matched["would_change_held"] == "-1"


def test_a_name_that_a_spreadsheet_would_run_is_text(both: Path, habeas: Habeas, tmp_path: Path) -> None:
    name = '=HYPERLINK("http://x","a")'
    rows = f'"{name.replace(chr(34), chr(34) * 2)}",N1,m,,Severets,2021-02-01,,,\n'
    two_lists.imported(tmp_path, "Third", "Harbour List", "2022-01-01", rows)
    printed = habeas("lists", "docket", "third", *KNOWN, "--csv", "-r", both).out
    told = {row["second_name"] for row in csv.DictReader(io.StringIO(printed))}
    assert f"'{name}" in told
    assert not any(one.startswith("=") for one in told)


def test_as_json(both: Path, habeas: Habeas) -> None:
    told = habeas("lists", "lantern", "docket", *KNOWN, "--json", "-r", both).json
    assert told["on_both"] == {"low": 1, "best": 3, "high": 3, "same_row": 0, "judged": 0, "agreeing": 1, "likely": 2}
    assert sum(int(f"{line['sign']}{line['best']}") for line in told["bridge"] if "sign" in line) == 4 - 6
    assert told["one_population"] == "no"
    assert habeas("lists", "lantern", "docket", *KNOWN, "--json", "--after", "5", "-r", both).json["count"] == 7


def test_three_by_who_is_on_which(both: Path, habeas: Habeas) -> None:
    said = habeas("lists", "lantern", "docket", "north", *KNOWN, "-r", both).out
    assert "settled: by pairs that are judged or agree in everything alone" in said
    rows = habeas("lists", "lantern", "docket", "north", *KNOWN, "--csv", "-r", both).out.splitlines()
    assert rows[1] == "on it,on it,,3,1"
    patterns = habeas("lists", "lantern", "docket", "north", *KNOWN, "--json", "-r", both).json["patterns"]
    assert [one["people"] for one in patterns] == [3, 1, 2, 1, 1]


def test_mistakes_are_told(both: Path, habeas: Habeas) -> None:
    assert "no list has that name" in habeas("lists", "weather", "-r", both, expect=2).err
    assert "no list has that name" in habeas("lists", "lantern", "weather", "-r", both, expect=2).err
    assert "--known-on" in habeas("lists", "--known-on", "someday", "-r", both, expect=2).err
