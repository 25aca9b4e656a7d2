"""Two lists side by side, as a reader sees them, as known on a day, with and without judgements."""

from datetime import date
from pathlib import Path

import pytest

from habeas.answers import list_editions, lists, lists_told, lists_words
from habeas.answers.lists import SideBySide
from habeas.answers.public import AskError
from habeas.claims.vocabulary import Access
from habeas.linkage.across import By, Kind
from habeas.register import read
from habeas.register.draft import Draft
from tests import two_lists, zalesia
from tests.two_lists import DOCKET, KNOWN_ON, LANTERN, NORTH
from tests.web.site import same


@pytest.fixture
def both(register: Path, tmp_path: Path) -> Path:
    two_lists.enter(tmp_path)
    return register


def found(
    access: Access = Access.staff, first: str = LANTERN, second: str = DOCKET, day: date = KNOWN_ON
) -> SideBySide:
    return lists.two_lists(first, second, read.view(None, access), day)


def named(two: SideBySide, kind: Kind) -> set[tuple[str, str]]:
    return {(one.name, other.name) for one, other in map(two.of_pair, two.found.of(kind))}


def record(name: str, two: SideBySide) -> str:
    (one,) = [one for one in (*two.first.people, *two.second.people) if one.name == name]
    return one.records[0]


def judge(verdict: str, one: str, other: str) -> None:
    draft = same(one, other)
    zalesia.enter(Draft(draft.kind, {**draft.body, "verdict": verdict}, "test"))


def test_who_is_on_both_and_how_sure_that_is(both: Path) -> None:
    two = found()
    assert named(two, Kind.matched) == {("Yazep Kalyada", "Иосиф Коляда")}
    assert named(two, Kind.probable) == {("Hanna Sokalich", "Ганна Сакаліч"), ("Ivan Horast", "Иван Гораст")}
    assert (two.bridge.judged, two.bridge.agreeing, two.bridge.likely) == (0, 1, 2)


def test_the_bridge_adds_up_and_says_why(both: Path) -> None:
    bridge = found().bridge
    assert (bridge.first, bridge.both.best, bridge.second) == (6, 3, 4)
    assert bridge.adds_up
    assert {line.what: line.best for line in bridge.away if line.best} == {
        "dead, and the other list has nobody who was": 1,
        "freed before the other list’s day, and it has nobody who was": 1,
        "not explained": 1,
    }
    assert {line.what: line.best for line in bridge.added if line.best} == {"taken after the other list’s day": 1}


def test_another_population_is_named_so_that_no_estimate_is_built_on_it(both: Path) -> None:
    two = found()
    assert [(one.what, one.first, one.holds, one.lacks) for one in two.differences] == [
        ("dead", True, 1, 0),
        ("freed", True, 1, 0),
    ]
    assert lists_told.summary(two)["one_population"] == "no"


def test_a_day_that_cannot_be_the_others_is_a_conflict_and_an_interval_is_none(both: Path) -> None:
    two = found()
    (some,) = two.conflicts.values()
    assert [(one.what, one.one, one.other, one.why) for one in some] == [
        ("sentenced", "2021-06-01", "2021-06-02", "one digit differs")
    ]
    assert len(some[0].claims) == 2


def test_a_judgement_moves_a_pair_out_of_the_queue_and_its_retraction_back(both: Path) -> None:
    before = found()
    assert len(before.queue) == 3
    one, other = record("Ivan Horast", before), record("Иван Гораст", before)
    judge("same", one, other)
    after = found()
    assert after.bridge.judged == 1
    assert len(after.queue) == 2
    assert (after.bridge.first, after.bridge.second) == (6, 4)
    judge("different", one, other)
    apart = found()
    assert ("Ivan Horast", "Иван Гораст") not in named(apart, Kind.probable) | named(apart, Kind.undecided)
    judge("undecided", one, other)
    (pair,) = found().found.of(Kind.undecided)
    assert pair.by is By.judged


def test_the_queue_says_what_a_decision_would_change(both: Path) -> None:
    """Each of the three is held by both lists: as one person they count once."""
    two = found()
    assert {one.effect.held for one in two.queue} == {(-1, -1, -1)}
    assert {one.effect.on_both for one in two.queue} == {0}


def test_rows_that_judgements_join_on_one_list_are_a_line_of_their_own(both: Path) -> None:
    two = found()
    judge("same", record("Ilya Vishnia", two), record("Zoya Kut", two))
    bridge = found().bridge
    assert bridge.away[0].what == "the same person twice on that list"
    assert bridge.first == 6
    assert bridge.adds_up


def test_who_stood_on_an_earlier_edition_is_told_as_missing_since(both: Path, tmp_path: Path) -> None:
    rows = "".join(f"{line}\n" for line in two_lists.LANTERN_ROWS.splitlines() if "Vishnia" not in line)
    added = "Mirela Osventi,L9,f,,Zareche,2021-02-01,,,\n"
    two_lists.imported(tmp_path, LANTERN, "Lantern Group", "2022-02-28", rows + added)
    two = found(first=f"{LANTERN}@2022-01-01", second=LANTERN)
    assert {line.what: line.best for line in two.bridge.away} == {
        "on an earlier edition of the other list, missing since": 1
    }
    assert [line.what for line in two.bridge.added] == ["not explained"]


def test_rows_that_were_set_apart_are_in_no_total_and_told_to_the_staff(both: Path, tmp_path: Path) -> None:
    rows = two_lists.LANTERN_ROWS + "Mirela Osventi,L9,f,,Zareche,some day,,,\n"
    two_lists.imported(tmp_path, LANTERN, "Lantern Group", "2022-02-28", rows, apart=True)
    two = found()
    assert (two.bridge.first, two.first.edition.apart, two.second.edition.apart) == (6, 1, 0)
    told = lists_told.summary(two)
    assert (told["first"]["apart"], "apart" in told["second"]) == (1, False)
    public = found(Access.public)
    assert (public.bridge.first, public.first.edition.apart) == (6, 0)


def test_a_stranger_meets_public_lists_alone(both: Path) -> None:
    seen = read.view(None, Access.public)
    assert list(list_editions.every_edition(seen, KNOWN_ON)) == [DOCKET, LANTERN]
    assert NORTH in list_editions.every_edition(read.view(None, Access.staff), KNOWN_ON)
    with pytest.raises(AskError, match="no list has that name"):
        found(Access.public, NORTH)
    assert found(Access.public).bridge.adds_up


def test_what_was_not_known_on_the_day_is_not_told(both: Path, tmp_path: Path) -> None:
    rows = two_lists.LANTERN_ROWS + "Mirela Osventi,L9,f,,Zareche,2022-02-01,,,\n"
    two_lists.imported(tmp_path, LANTERN, "Lantern Group", "2022-02-28", rows)
    assert found().bridge.first == 7
    assert found(day=date(2022, 2, 1)).bridge.first == 6
    earlier = found(first=f"{LANTERN}@2022-01-01")
    assert (earlier.bridge.first, earlier.first.edition.day) == (6, date(2021, 12, 31))
    editions = found(first=f"{LANTERN}@2022-01-01", second=LANTERN)
    assert {pair.by for pair in editions.found.pairs} == {By.row}
    assert "6 people are on both: 6 by one row of both." in lists_words.on_both(editions)
    assert (editions.bridge.both.low, editions.bridge.second) == (6, 7)


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        (LANTERN, LANTERN, "name two lists"),
        ("Weather", DOCKET, "no list has that name; write one of"),
        ("o", DOCKET, "several lists have that in their names"),
        (f"{LANTERN}@never", DOCKET, "is not a day"),
        (f"{LANTERN}@2001-01-01", DOCKET, "no edition of .* was given out by 2001-01-01"),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_write(both: Path, first: str, second: str, says: str) -> None:
    with pytest.raises(AskError, match=says):
        found(first=first, second=second)


def test_three_lists_by_who_is_on_which(both: Path) -> None:
    many = lists.many_lists([LANTERN, DOCKET, NORTH], read.view(None, Access.staff), KNOWN_ON)
    told = {tuple(many.lists[at].name for at in one.lists): len(one.people) for one in many.patterns}
    assert told == {(LANTERN, DOCKET): 3, (LANTERN, NORTH): 1, (LANTERN,): 2, (DOCKET,): 1, (NORTH,): 1}
    with pytest.raises(AskError, match="name each once"):
        lists.many_lists([LANTERN, DOCKET, LANTERN], read.view(None, Access.staff), KNOWN_ON)


def test_every_row_is_told_once(both: Path) -> None:
    page = lists_told.as_page(found())
    assert page["count"] == 3 + 3 + 1
    shown = [one["id"] for row in page["rows"] for side in ("first", "second") if (one := row.get(side))]
    assert len(shown) == len(set(shown)) == 10
    one = lists_told.as_page(found(), after=2, most=2)
    assert (len(one["rows"]), one["next"]) == (2, 4)
