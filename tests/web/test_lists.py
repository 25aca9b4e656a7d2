"""/lists: which there are, one by itself, two side by side, each part whole, three of them; public rows alone."""

from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlencode

import pytest

from habeas.web import words
from habeas.zalesia.events import Told
from habeas.zalesia.tables import raids
from tests import two_lists
from tests.two_lists import DOCKET, LANTERN

from .site import Stranger, case, links, text

ONE = "/lists?" + urlencode({"a": LANTERN, "known_on": "2022-03-01"})
TWO = "/lists?" + urlencode({"a": LANTERN, "b": DOCKET, "known_on": "2022-03-01"})


@pytest.fixture
def both(newcomer: Stranger, tmp_path: Path) -> Stranger:
    two_lists.enter(tmp_path)
    return newcomer


def test_which_lists_there_are(both: Stranger) -> None:
    docket, lantern = [DOCKET, "1", "as of 31 January 2022", "4"], [LANTERN, "1", "as of 31 December 2021", "6"]
    assert both.cells("/lists")[1:] == [docket, lantern]
    assert "north" not in both.read("/lists")


def test_a_register_without_lists_says_so(newcomer: Stranger) -> None:
    assert "No list of people was known here by that day." in newcomer.read("/lists")


def test_the_name_of_a_list_leads_to_its_page(both: Stranger) -> None:
    html = both.get("/lists?known_on=2022-03-01").content.decode()
    (page,) = [one for one in links(html) if one.startswith("/lists?a=People")]
    said = both.read(page)
    assert "A list of people" in said
    assert "Kept by Lantern Group, as of 31 December 2021, as known on 1 March 2022." in said
    counted = "On 31 December 2021 the register counts 4 of them in custody, and 7 people in all."
    assert f"6 people are on it. {counted}" in said
    assert "Rows that are not public are left out" in said
    assert "Viktar Zhuk not counted in custody on that day" in said
    assert "Hanna Sokalich not counted" not in said


def test_the_numbers_of_a_list_stand_beside_those_that_the_register_counts(both: Stranger) -> None:
    rows = both.cells(ONE)
    assert ["Rows of people on it", "6", "the same"] in rows
    assert ["Of them in custody on 31 December 2021, by the register", "4", "the same"] in rows
    figure = next(one for one in links(both.get(ONE).content.decode()) if one.startswith("/?as_of=2021-12-31"))
    assert "7 people" in both.read(figure)


def test_an_edition_has_its_page_and_stands_beside_the_one_before(both: Stranger, tmp_path: Path) -> None:
    two_lists.imported(tmp_path, LANTERN, "Lantern Group", "2022-02-02", two_lists.LANTERN_ROWS.split("\n")[0] + "\n")
    html = both.get(ONE).content.decode()
    assert "as of 2 February 2022" in both.read(ONE)
    (before,) = [one for one in links(html) if "%402021-12-31" in one and "b=" not in one]
    assert "6 people are on it." in both.read(before)
    (beside,) = [one for one in links(html) if "%402021-12-31" in one and "b=" in one]
    assert f"{LANTERN} of 2021-12-31 has 6 public rows here, {LANTERN} of 2022-02-02 1" in both.read(beside)


def test_a_list_of_many_is_read_on(both: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("habeas.web.list_alone.PAGE", 4)
    html = both.get(ONE).content.decode()
    (onward,) = [one for one in links(html) if "after=4" in one and one.startswith("/lists")]
    assert "Ilya Vishnia" not in text(html)
    assert "Ilya Vishnia" in both.read(onward)


def test_a_table_is_no_list_of_people_and_its_day_is_when_it_was_taken_in(newcomer: Stranger, tmp_path: Path) -> None:
    told = Told("oct", date(2023, 10, 12), "detained", 4, (1,))
    for name, written in raids([told], {1: "Zhalyra Tsalorda"}).items():
        (tmp_path / name).write_text(written, encoding="utf-8")
    case(tmp_path, "raids", (tmp_path / "raids.toml").read_text(encoding="utf-8"))
    today = words.day(datetime.now(UTC).date())
    said = newcomer.read("/lists")
    assert "Lists on record" not in said
    assert newcomer.cells("/lists")[1:] == [["Raids in Zalesia", "1", f"taken in on {today}", "1"]]
    said = newcomer.read("/lists?a=Raids")
    assert "A table in which people are named" in said
    assert "Its rows are events or figures" in said
    assert f"Taken in on {today}, as known on" in said
    assert "1 person is named in it." in said
    (told,) = newcomer.data("/api/lists")["lists"]
    assert (told["table"], told["editions"][0].get("dated")) == ("yes", None)


def test_two_side_by_side(both: Stranger) -> None:
    said = both.read(TWO)
    assert f"{LANTERN} has 6 public rows here, {DOCKET} 4" in said
    assert "Rows that are not public are left out: a keeper’s own total may be higher." in said
    assert "counts 6" not in said
    assert "3 people are on both: 1 agreeing in name, birth and an act, 2 only likely." in said
    assert "At least 1 and at most 3 are on both; whatever is decided, neither total changes." in said
    assert "They do not hold the same people" in said
    assert "no estimate is to be built on the two as they are" in said
    assert "To decide, 1 of 3" in said
    assert "habeas judge" in said
    assert "sentenced: 2021-06-01 and 2021-06-02; one digit differs" in said
    assert "Арина Житень taken after the other list’s day" in said


def test_the_bridge_is_a_table_that_adds_up(both: Stranger) -> None:
    rows = [row for row in both.cells(TWO) if len(row) == 3]
    steps = [row for row in rows if row[1][:1] in "+−" and row[1]]
    assert sum(int(row[1].replace("−", "-").replace("+", "")) for row in steps) == 4 - 6
    assert ["on both lists", "3", "1–3"] in rows


def test_each_step_of_the_bridge_leads_to_its_people_in_the_drawing_and_the_table(both: Stranger) -> None:
    html = both.get(TWO).content.decode()
    steps = [one for one in links(html) if "part=first&step=" in one or "part=second&step=" in one]
    assert len(steps) == 3 * len(set(steps))  # drawn wide and narrow, and in the table
    people: set[str] = set()
    for one in dict.fromkeys(steps):
        here = {each for each in links(both.get(one).content.decode()) if each.startswith("/people/")}
        assert here
        assert not here & people
        people |= here
    said = [both.read(one) for one in dict.fromkeys(steps)]
    (arina,) = [one for one in said if "Арина Житень" in one]
    assert f"{DOCKET}: taken after the other list’s day, 1" in arina
    assert "9 is more steps than this list has" in both.read(f"{TWO}&part=first&step=9", 400)


def test_the_bridge_is_drawn_with_what_it_says(both: Stranger) -> None:
    html = both.get(TWO).content.decode()
    assert html.count('class="chart wide"') == html.count('class="chart narrow"') == 1
    assert "Bridge from 6 rows to 4 rows" in html


def test_every_pair_that_waits_has_its_evidence(both: Stranger) -> None:
    seen = set()
    for number in (1, 2, 3):
        rows = both.cells(f"{TWO}&pair={number}")
        (head,) = [row for row in rows if row[-1:] == ["Adds"]]
        seen.add(head[0])
        assert any(row[1].startswith("Name") for row in rows if len(row) == 4)
    assert len(seen) == 3
    assert "more pairs than wait for a decision" in both.read(f"{TWO}&pair=4", 400)


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("queue", "3 pairs wait for a decision"),
        ("matched", "3 people are on both"),
        ("conflicts", "1 is told of otherwise"),
        ("first", f"3 are only on {LANTERN}"),
        ("second", f"1 is only on {DOCKET}"),
    ],
)
def test_each_part_whole(both: Stranger, part: str, says: str) -> None:
    assert says in both.read(f"{TWO}&part={part}")


def test_three_lists(both: Stranger, tmp_path: Path) -> None:
    two_lists.imported(tmp_path, "Third", "Harbour List", "2022-01-01", "Viktar Zhuk,H1,m,1990-05-08,,2021-02-01,,,\n")
    said = both.cells(f"{TWO}&c=Third")
    assert [row[1:] for row in said[1:]] == [["3", "1"], ["1", "1"], ["2", "2"], ["1", "1"]]


def test_what_cannot_be_read_is_told_beside_its_field(both: Stranger) -> None:
    assert "choose a first list" in both.read("/lists?b=lantern", 400)
    assert "no list has that name" in both.read("/lists?a=weather", 400)
    assert "no list has that name" in both.read("/lists?a=lantern&b=weather", 400)
    assert "is not a day" in both.read("/lists?a=lantern&b=docket&known_on=never", 400)
    assert "is no part of two lists" in both.read(f"{TWO}&part=weather", 400)
    assert "this is not asked here" in both.read("/lists?d=x", 400)


def test_the_page_as_cited_gives_the_same_again(both: Stranger, tmp_path: Path) -> None:
    html = both.get(TWO).content.decode()
    cited = next(one for one in links(html.replace("http://localhost", "")) if "at=" in one)
    two_lists.imported(tmp_path, LANTERN, "Lantern Group", "2022-02-02", two_lists.LANTERN_ROWS.split("\n")[0] + "\n")
    assert f"{LANTERN} has 1 public row here, {DOCKET} 4" in both.read(TWO)
    assert f"{LANTERN} has 6 public rows here, {DOCKET} 4" in both.read(cited)


def test_every_link_of_a_page_leads_somewhere(both: Stranger) -> None:
    for page in ("/lists", ONE, TWO, f"{TWO}&part=queue", f"{TWO}&part=first"):
        for address in set(links(both.get(page).content.decode())):
            if not address.startswith("/static"):
                both.get(address.partition("#")[0])
