"""The bridge adds up whatever the lists and the judgements; every line says why, as far as the acts do."""

from dataclasses import replace
from datetime import date

from bench.lists.trial import somebody
from hypothesis import given

from habeas.linkage.across import Kind, Verdicts, side_by_side
from habeas.linkage.bridge import PERHAPS_TWICE, TWICE, Bridge, bridge
from habeas.linkage.listed import Day, Listed, Told, joined
from habeas.linkage.scope import Outside, Scope, Stands, Taken, differences, outside, scope, stands

from .people import judged, lists

DAY = date(2022, 1, 1)
NOTHING = Verdicts()


def between(ones: list[Listed], others: list[Listed], day: date = DAY) -> Bridge:
    return bridge(side_by_side(ones, others, NOTHING), scope(ones, day), scope(others, day))


@given(lists("a"), lists("b"))
def test_it_adds_up_and_every_person_stands_in_one_line(ones: list[Listed], others: list[Listed]) -> None:
    found = between(ones, others)
    assert found.adds_up
    assert found.first == sum(len(one.records) for one in ones)
    assert found.second == sum(len(other.records) for other in others)
    two = side_by_side(ones, others, NOTHING)
    on_both = {pair.one for pair in two.pairs if pair.kind is not Kind.undecided}
    alone = [place for line in found.away for place in line.who if line.what != TWICE]
    assert sorted([*alone, *on_both]) == list(range(len(ones)))
    for line in (*found.away, found.both, *found.added):
        assert 0 <= line.low <= line.best <= line.high


@given(lists("a"), lists("b"))
def test_the_bounds_of_who_is_on_both_leave_both_totals_as_they_are(ones: list[Listed], others: list[Listed]) -> None:
    found = between(ones, others)
    open_ = {PERHAPS_TWICE}
    for total, lines in ((found.first, found.away), (found.second, found.added)):
        rest = sum(line.best for line in lines if line.low == line.high or line.what in open_)
        moving = [line for line in lines if line.low < line.high and line.what not in open_]
        low, high = sum(line.low for line in moving), sum(line.high for line in moving)
        assert len(moving) <= 1
        assert (total - rest - high, total - rest - low) == (found.both.low, found.both.high)


def test_what_is_counted_of_those_on_both() -> None:
    full = {"born": "1985-08-17", "detained": "2021-01-04"}
    ones = [
        judged(somebody("a", "Pavel Zhuk"), "one"),
        somebody("b", "Viktar Zhuk", **full),
        somebody("c", "Mirela Osventi", born="1970", detained="2021-05"),
    ]
    others = [
        judged(somebody("d", "P. Zhuk"), "one"),
        somebody("e", "Виктор Жук", **full),
        somebody("f", "Mirela Osventi", born="1970", detained="2021-05-09"),
    ]
    found = between(ones, others)
    assert (found.same_row, found.judged, found.agreeing, found.likely) == (0, 1, 1, 1)
    assert (found.both.low, found.both.best, found.both.high) == (2, 3, 3)


def test_one_row_of_both_lists_is_no_judgement() -> None:
    rows = [somebody("a", "Pavel Zhuk"), somebody("b", "Viktar Zhuk")]
    found = between(rows, rows)
    assert (found.same_row, found.judged, found.agreeing, found.likely) == (2, 0, 0, 0)


def test_a_person_twice_by_judgement_is_a_line_of_its_own() -> None:
    rows = [judged(somebody(key, "Pavel Zhuk"), "one") for key in "ab"]
    found = between(joined(rows), [somebody("c", "Mirela Osventi")])
    assert (found.away[0].what, found.away[0].best) == (TWICE, 1)
    assert found.first == 2
    assert found.adds_up


def other_list(count: int = 12, **acts: str) -> Scope:
    people = [somebody(f"b{at}", f"Name{at} Other{at}", region="Zareche", **acts) for at in range(count)]
    return scope(people, DAY)


def test_why_somebody_may_not_be_on_the_other_list() -> None:
    held = {"detained": "2021-01-01"}
    cases = {
        Outside.later: {"detained": "2022-02-02"},
        Outside.dead: {**held, "died": "2021-03-01"},
        Outside.freed: {**held, "released": "2021-03-01"},
        Outside.home: {**held, "confined_at_home": "2021-03-01"},
        Outside.region: {**held, "region": "Kalinets"},
        Outside.unexplained: held,
    }
    for why, acts in cases.items():
        one = somebody("a", "Ivan Horast", **acts)
        assert outside(one, other_list(detained="2021-01-01")) is why


def test_a_list_of_the_sentenced_and_one_of_the_recognised_hold_nobody_else() -> None:
    one = somebody("a", "Ivan Horast", detained="2021-01-01")
    assert outside(one, other_list(sentenced="2021-01-01")) is Outside.sentenced
    people = [somebody(f"b{at}", f"Name{at} Other{at}", recognised="yes", detained="2021-01-01") for at in range(12)]
    assert outside(one, scope(people, DAY)) is Outside.recognised


def test_what_the_keeper_declares_to_take_in_only_later_is_said() -> None:
    taken = Taken("Bystrany", date(2022, 6, 1), "From June on Bystrany too.")
    people = [somebody("b", "Name Other", region="Zareche", detained="2021-01-01")]
    one = somebody("a", "Ivan Horast", region="Быстраны", detained="2021-01-01")
    assert outside(one, scope(people, DAY, [taken])) is Outside.covered
    assert outside(one, scope(people, date(2022, 7, 1), [taken])) is Outside.unexplained


def test_where_a_list_has_somebody_on_its_day() -> None:
    told = {
        Stands.nothing: {},
        Stands.held: {"detained": "2021-01-01"},
        Stands.open: {"detained": "2021-01-01", "released": "2021-12/2022-02"},
        Stands.later: {"detained": "2022-03"},
    }
    for where, acts in told.items():
        assert stands(somebody("a", "Ivan Horast", **acts), DAY) is where


def test_a_death_without_a_day_had_happened_when_the_list_was_made() -> None:
    held = {"detained": "2021-01-01"}
    for died, where in {"": Stands.dead, "2021/..": Stands.dead, "2022-03/..": Stands.held}.items():
        one = somebody("a", "Ivan Horast", **held, **({"died": died} if died else {}))
        if not died:
            one = replace(one, acts=(*one.acts, Told("died", Day(None, None), "c")))
        assert stands(one, DAY) is where
        assert outside(one, other_list(detained="2021-01-01")) is (
            Outside.dead if where is Stands.dead else Outside.unexplained
        )


def test_a_share_that_is_hardly_another_makes_no_other_population() -> None:
    dead = [somebody(f"a{at}", f"Name{at} A", detained="2021-01-01", died="2021-05-05") for at in range(16)]
    held = [somebody(f"b{at}", f"Name{at} B", detained="2021-01-01") for at in range(830)]
    some, more = scope([*dead, *held[:775]], DAY), scope([*dead, *held[:810]], DAY)
    assert differences(some, more) == ()
    (found,) = differences(scope([*dead, *held[:100]], DAY), more)
    assert (found.what, found.first, found.holds, found.lacks) == ("dead", True, 16, 16)
    assert outside(dead[0], more) is Outside.unexplained


def test_another_population_is_named_with_its_numbers() -> None:
    dead = [somebody(f"a{at}", f"Name{at} A", detained="2021-01-01", died="2021-05-05") for at in range(3)]
    held = [somebody(f"b{at}", f"Name{at} B", detained="2021-01-01") for at in range(4)]
    (found,) = differences(scope([*dead, *held], DAY), scope(held, DAY))
    assert (found.what, found.first, found.holds, found.lacks) == ("dead", True, 3, 0)
    assert differences(scope(held, DAY), scope(held, DAY)) == ()
