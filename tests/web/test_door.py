"""/door: the published numbers of a keeper, what they decide, other keepers, and who is named here."""

import re

import pytest

from tests import zalesia

from .door_numbers import HARBOUR, YEAR, number, numbers
from .site import Stranger, enter, links


@pytest.fixture
def door(newcomer: Stranger) -> Stranger:
    enter(*numbers())
    return newcomer


def test_the_finding_and_what_the_numbers_decide(door: Stranger) -> None:
    said = door.read(YEAR)
    assert "More were recognised than were found pardoned, and still fewer are held" in said
    assert "31 December 2024 to 30 June 2025, by the numbers of Lantern Group" in said
    assert "Yes, by what was found: 20 recognised against 7 pardoned (Harbour List)." in said
    assert "What was not found could undo it only if it comes to 13 or more." in said
    assert "Two speakers need not count the same people." in said
    assert "Not decided by these numbers: Lantern Group published no number of those detained." in said
    assert "No: the number held fell by 8, so more went out than came in, on any ground." in said


def test_each_ratio_says_what_is_divided_by_what(door: Stranger) -> None:
    said = door.read(YEAR)
    assert "2.9recognised for each person pardoned 20 recognised / 7 pardoned; at most this" in said.replace(
        " 2.9 ", "2.9"
    )
    assert "from 0 came in / 8 went out to 17 came in / 25 went out: only how far the two numbers lie apart" in said
    assert '<p class="ratio">0.0 to 0.7</p>' in door.get(YEAR).content.decode()


def test_there_is_no_ratio_to_pardons_that_leave_out_days_on_which_others_were_freed(door: Stranger) -> None:
    enter(number("freed", 9, "2025-04-04", "2025-04-04", 2200, zalesia.LANTERN))
    said = door.read(YEAR)
    assert "recognised for each person pardoned" not in said
    besides = "in which 9 were announced as freed: 9, 4 April 2025, said Lantern Group."
    assert said.count(besides) == 2  # where the ratio stood, and beneath the pardons


def test_what_the_leading_keeper_leaves_open_is_answered_by_the_numbers_of_another(door: Stranger) -> None:
    enter(number("detained", 31, "2025-01-01", "2025-06-30", 2200, HARBOUR))
    enter(number("freed", 30, "2025-01-01", "2025-06-30", 2220, HARBOUR))
    said = door.read(YEAR)
    assert "Lantern Group published no number of those detained. By the numbers of Harbour List: Yes" in said
    assert "31 detained" in said
    assert "By the same numbers 30 or more went out on any ground." in said
    html = door.get(YEAR).content.decode()
    (view,) = re.findall(r'<a href="([^"]*keeper=Harbour[^"]*)">The window by these numbers', html)
    assert "by the numbers of Harbour List" in door.read(view.replace("&amp;", "&"))


def test_a_row_that_a_keeper_did_not_publish_is_a_dash(door: Stranger) -> None:
    rows = [row for row in door.cells(YEAR) if row]
    head = rows[0]
    assert head[:2] == ["Keeper and window", "Newly recognised"]
    lantern = dict(zip(head, rows[1], strict=True))
    assert lantern["Newly recognised"].startswith("20 ")
    assert lantern["Recognised in custody"].startswith("up to 17 ")
    assert lantern["Recognised after release"].startswith("3 or more ")
    assert lantern["Went out on any ground"].startswith("8 to 25 ")
    assert lantern["Pardoned"] == "–not published"
    harbour = dict(zip(head, rows[2], strict=True))
    assert harbour["Pardoned"].startswith("7 or more ")
    assert "A dash means that the keeper published no such number. It does not mean none." in door.read(YEAR)


def test_every_number_leads_to_its_claims(door: Stranger) -> None:
    found = [one for one in links(door.get(YEAR).content.decode()) if one.startswith("/claims?claim=")]
    assert found
    assert "220 ever, 2025-06-30" in door.read(found[0])


def test_the_drawing_has_both_ends_and_every_number(door: Stranger) -> None:
    html = door.get(YEAR).content.decode()
    for words in ("up to 17 recognised in custody", "8 to 25 went out on any ground", "7 found pardoned"):
        assert html.count(f">{words}<") >= 1
    assert html.count('class="big m"') == 4  # two ends, wide and narrow


def test_who_is_named_here_by_either_clock(door: Stranger) -> None:
    enter(
        *zalesia.act("Alice", "detained", "2024-11-01", 0, known="2024-11-05"),
        *zalesia.act("Alice", "pardoned", "2025-02-01", 20, known="2025-02-03"),
        *zalesia.act("Alice", "detained", "2025-04-01", 40, known="2025-08-01"),
        *zalesia.act("Bob", "detained", "2025-03-01", 60, latest="2025-03-31", known="2025-04-01"),
    )
    rows = {row[0]: row[1:] for row in door.cells(YEAR)}
    assert "Detained againAlice" in rows
    rows = {name.removesuffix("Alice").removesuffix("Bob").removesuffix("Alice, "): row for name, row in rows.items()}
    assert rows["Held before"] == ["1", "1", "1"]
    assert rows["Came in"] == ["2", "2", "2"]
    assert rows["Went out"] == ["1", "1", "1"]
    assert rows["Held after"] == ["2", "2", "2"]
    assert rows["Pardoned"] == ["1", "1", "1"]
    assert rows["Detained"] == ["2", "2", "2"]
    assert rows["Detained again"] == ["1", "1", "1"]
    learned = {row[0]: row[1:] for row in door.cells(f"{YEAR}&by_known=yes")}
    assert learned["DetainedBob"] == ["1", "1", "1"]  # Alice's second arrest was learned in August
    assert "Detained again" not in learned


def test_numbers_that_cannot_all_be_so_are_told(door: Stranger) -> None:
    enter(number("pardoned", 90, "2025-01-05", "2025-01-05", 2200))
    said = door.read(YEAR)
    assert "These numbers cannot all be so, so nothing follows from them:" in said


def test_nothing_private_is_in_it(door: Stranger) -> None:
    zalesia.enter(number("pardoned", 9, "2025-01-05", "2025-01-05", 2200))
    assert "by what was found: 20 recognised against 7 pardoned" in door.read(YEAR)


def test_an_empty_register_says_so(newcomer: Stranger) -> None:
    said = newcomer.read("/door")
    assert "Nobody published a number of who came or went in these days." in said
    assert "Nobody is named here whose custody is told of." in said


def test_the_citation_gives_the_same_when_the_log_has_gone_on(door: Stranger) -> None:
    html = door.get(YEAR).content.decode()
    (cite,) = re.findall(r'<a class="address" href="http://localhost([^"]*)"', html)
    enter(number("pardoned", 9, "2025-01-05", "2025-01-05", 2200))
    assert "against 7 pardoned" in door.read(cite.replace("&amp;", "&"))
    assert "against 16 pardoned" in door.read(YEAR)


@pytest.mark.parametrize(
    ("asked", "beside"),
    [
        ("from=never", "from-problem"),
        ("from=2025-06-30&to=2025-06-30", "from-problem"),
        ("keeper=Nobody", "keeper-problem"),
        ("lens=weather", "lens-problem"),
        ("by_known=perhaps", "by_known-problem"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(door: Stranger, asked: str, beside: str) -> None:
    assert f'id="{beside}"' in door.get(f"/door?{asked}", 400).content.decode()
