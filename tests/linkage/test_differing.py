"""What two lists tell otherwise of one person: an interval with the other's day in it, and silence, are no conflict."""

from datetime import date

from bench.lists.trial import somebody

from habeas.linkage.differing import STANDING, Conflict, Sort, conflicts

DAY = date(2022, 1, 1)


def between(mine: dict[str, str], theirs: dict[str, str]) -> list[Conflict]:
    one, other = (somebody(key, "Ivan Horast", **acts) for key, acts in (("a", mine), ("b", theirs)))
    return list(conflicts(one, other, DAY))


def test_an_interval_that_contains_the_other_day_is_no_conflict() -> None:
    assert between({"detained": "2021-06", "born": "1980"}, {"detained": "2021-06-03", "born": "1980-05-03"}) == []
    assert between({"detained": "2021-06-03/.."}, {"detained": "2021-07-01"}) == []


def test_another_day_is_one_and_the_slip_is_named() -> None:
    (found,) = between({"detained": "2021-06-03/2021-06-05"}, {"detained": "2021-05-03"})
    assert (found.what, found.one, found.other) == ("detained", "2021-06-03/2021-06-05", "2021-05-03")
    assert found.why == "a range of days was read as one day"
    assert found.sort is Sort.contradicts


def test_births_and_sexes_are_compared_too() -> None:
    found = between({"born": "1980", "sex": "f"}, {"born": "1985", "sex": "m"})
    assert [one.what for one in found] == ["born", "sex"]


def test_of_several_acts_each_stands_against_the_nearest() -> None:
    twice = {"detained": "2020-01-01 2021-06-03"}
    assert between(twice, {"detained": "2021-06-03"}) == []
    assert [one.other for one in between(twice, {"detained": "2021-07-30"})] == ["2021-07-30"]


def test_a_release_of_which_the_other_list_is_silent_contradicts_nothing() -> None:
    (found,) = between({"detained": "2021-01-01", "released": "2021-03-01"}, {"detained": "2021-01-01"})
    assert (found.what, found.one, found.other, found.sort) == (STANDING, "freed", "held", Sort.silent)


def test_seen_in_custody_after_the_other_list_has_them_freed_is_a_contradiction() -> None:
    freed = {"detained": "2021-01-01", "released": "2021-03-01"}
    (found,) = between(freed, {"detained": "2021-01-01", "held": "2021-09-01"})
    assert found.sort is Sort.contradicts
    (again,) = between(freed, {"detained": "2021-01-01 2021-09-01"})
    assert again.sort is Sort.silent
