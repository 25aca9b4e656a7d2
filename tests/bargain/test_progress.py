"""How far a promise has come: people by every placement of their acts, groups, published numbers, lists, thresholds."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from habeas.bargain.evidence import Done, Evidence, Person, StatedNumber, Unnamed, again, apart_in_time, counted
from habeas.bargain.progress import Reached, acted, crosses, each, no_later
from habeas.bargain.terms import NO_WINDOW, Acted, Crosses, NoLater, Window
from habeas.claims.act import Act
from habeas.claims.bargain import Comparison
from tests.oracle.promises import counts

FIRST = date(2024, 6, 10)
NOBODY = Crosses("people in custody", None, "persons", Comparison.at_most, "0")
FREED = Acted(frozenset({Act.released, Act.pardoned}), 3)


def day(number: int) -> date:
    """A day of June 2024."""
    return FIRST + timedelta(days=number)


def done(claim: str, first: int, last: int | None = None, **other: object) -> Done:
    """An act between two days."""
    # each test gives the fields that it is about, of whatever type
    return Done(claim, day(first), day(first if last is None else last), **other)  # type: ignore[arg-type]


def number(claim: str, value: int, first: int = 0, last: int = 0, least: int | None = None) -> StatedNumber:
    """A published number."""
    low = value if least is None else least
    return StatedNumber(claim, claim, Decimal(low), Decimal(value), day(first), day(last))


def window(first: int, last: int | None) -> Window:
    """A window."""
    return Window(day(first), None if last is None else day(last), "in June")


acts = st.builds(
    lambda claim, first, length: done(claim, first, first + length),
    st.text("abc", min_size=1, max_size=2),
    st.integers(0, 6),
    st.integers(0, 2),
)
people = st.lists(st.lists(acts, min_size=1, max_size=2), max_size=3).map(
    lambda some: [Person(f"{place}", one) for place, one in enumerate(some)]
)


@given(people, st.integers(0, 6), st.integers(0, 4))
def test_named_people_are_counted_within_every_placement(some: list[Person], first: int, length: int) -> None:
    found = counted(Evidence(some), day(first), day(first + length))
    every = list(counts(some, day(first), day(first + length)))
    assert found.named[0] <= min(every)
    assert found.named[1] == max(every)
    if all(len(one.done) == 1 for one in some):
        assert found.named[0] == min(every)


@given(people, st.integers(0, 6), st.integers(0, 4), st.integers(1, 3))
def test_yes_and_no_hold_in_every_placement(some: list[Person], first: int, length: int, needed: int) -> None:
    query = Acted(FREED.acts, needed)
    found = acted(query, Evidence(some), window(first, first + length), day(20))
    every = list(counts(some, day(first), day(first + length)))
    if found.in_window is Reached.yes:
        assert min(every) >= needed
    if found.in_window is Reached.no:
        assert max(every) < needed
    assert found.in_window is not Reached.apart


def test_a_group_counts_whole_where_its_act_is_within_for_certain() -> None:
    group = Unnamed("g", 46, 46, [done("c", 2)])
    assert counted(Evidence(groups=[group]), day(0), day(3)).low == 46
    vague = Unnamed("g", 46, None, [done("c", 2, 9)])
    found = counted(Evidence(groups=[vague]), day(0), day(3))
    assert (found.low, found.high) == (0, None)


def test_an_aggregate_that_reaches_it_is_told_as_one() -> None:
    found = acted(FREED, Evidence([Person("p", [done("c", 1)])], numbers=[number("n", 123)]), window(0, 4), day(9))
    assert found.in_window is Reached.yes
    assert found.count is not None
    assert found.count.aggregate
    assert (found.count.named, found.count.numbers) == ((1, 1), ("n",))


def test_numbers_that_exclude_each_other_are_told_apart() -> None:
    numbers = [number("state", 3), number("keeper", 2)]
    found = acted(FREED, Evidence(numbers=numbers), window(0, 4), day(9))
    assert found.in_window is Reached.apart


def test_a_number_of_other_days_than_the_window_says_nothing() -> None:
    for as_of in (day(7), day(20)):
        found = acted(FREED, Evidence(numbers=[number("n", 123, first=0, last=9)]), window(0, 4), as_of)
        assert (found.in_window, found.spoken) == (Reached.no, False)


def test_of_a_silent_window_nobody_knows_that_it_was_late() -> None:
    later = [number("n", 123, 6, 6)]
    silent = acted(FREED, Evidence(numbers=later), window(0, 4), day(9))
    assert (silent.by_now, silent.spoken, silent.some) == (Reached.no, False, False)
    told = acted(FREED, Evidence(numbers=[number("one", 1, 2, 2), *later]), window(0, 4), day(9))
    assert (told.in_window, told.by_now) == (Reached.no, Reached.yes)
    assert acted(FREED, Evidence(numbers=later, complete=True), window(0, 4), day(9)).by_now is Reached.yes


def test_about_so_many_is_never_certain() -> None:
    about = StatedNumber("n", "s", None, None, day(1), day(1), Decimal(4))
    assert acted(FREED, Evidence(numbers=[about]), window(0, 4), day(9)).in_window is Reached.unsure
    assert acted(Acted(FREED.acts, 9), Evidence(numbers=[about]), window(0, 4), day(9)).in_window is Reached.no
    assert crosses(NOBODY, [about], window(0, 4), day(9)).in_window is Reached.no


def test_rounds_are_added_up_and_a_number_for_all_of_them_is_not_added_to_them() -> None:
    rounds = [number("one", 30, 1, 1), number("two", 37, 3, 3)]
    whole = number("all", 67, 1, 3)
    assert counted(Evidence(numbers=rounds), day(0), day(9)).told == (Decimal(67), Decimal(67))
    assert counted(Evidence(numbers=[*rounds, whole]), day(0), day(9)).told == (Decimal(67), Decimal(67))
    assert [[one.claim for one in some] for some in apart_in_time([*rounds, whole])] == [["all"]]


def test_at_least_has_no_end() -> None:
    least = StatedNumber("n", "s", Decimal(20), None, day(0), day(0))
    found = counted(Evidence(numbers=[least]), day(0), day(1))
    assert (found.low, found.high) == (20, None)


def test_who_was_taken_in_again_undoes_it() -> None:
    back = Person("p", [done("freed", 1)], [done("held before", 0), done("again", 5)])
    only_one = Acted(FREED.acts, 1)
    assert not acted(only_one, Evidence([back]), window(0, 4), day(4)).undone
    found = acted(only_one, Evidence([back]), window(0, 4), day(5))
    assert found.undone
    assert found.claims == ("freed", "again")
    assert again(Evidence([back]), day(0), day(4), day(9)) == [("again",)]


def test_others_arrested_later_undo_nothing() -> None:
    one, other = Person("p", [done("freed", 1)]), Person("q", [], [done("arrested", 5)])
    assert not acted(Acted(FREED.acts, 1), Evidence([one, other]), window(0, 4), day(9)).undone


def test_a_list_that_is_not_here_cannot_be_checked() -> None:
    assert not each(None, Evidence(), NO_WINDOW, day(9)).checkable
    assert not each(0, Evidence(), NO_WINDOW, day(9)).checkable
    numbers = Evidence([Person("p", [done("c", 1)])], numbers=[number("n", 9)])
    found = each(2, numbers, window(0, 4), day(9))
    assert (found.in_window, found.some) == (Reached.no, True)


def test_nothing_later_is_broken_by_one_and_shaken_by_a_possible_one() -> None:
    query = NoLater(frozenset({Act.detained}))
    broken = no_later(query, Evidence([Person("p", [done("c", 2)])]), window(1, None), day(9))
    assert (broken.in_window, broken.claims) == (Reached.no, ("c",))
    before = no_later(query, Evidence([Person("p", [done("c", 0)])]), window(1, None), day(9))
    assert (before.in_window, before.spoken) == (Reached.yes, False)
    maybe = no_later(query, Evidence([Person("p", [done("c", 0, 2)])]), window(1, None), day(9))
    assert maybe.in_window is Reached.unsure
    denied = no_later(query, Evidence([Person("p", [done("c", 2, sure=False)])]), window(1, None), day(9))
    assert denied.in_window is Reached.unsure


def test_a_number_of_somebody_is_no_number_of_nobody() -> None:
    almost = StatedNumber("n", "s", None, Decimal(1199), day(1), day(1))
    assert crosses(NOBODY, [almost], window(0, 4), day(9)).in_window is Reached.no
    under = Crosses("people in custody", None, "persons", Comparison.at_most, "100")
    assert crosses(under, [almost], window(0, 4), day(9)).in_window is Reached.unsure
    none = StatedNumber("n", "s", Decimal(0), Decimal(0), day(1), day(1))
    assert crosses(NOBODY, [none], window(0, 4), day(9)).in_window is Reached.yes


def test_the_numbers_that_it_goes_by_are_kept_by_their_days() -> None:
    late, soon, before = number("l", 9, 3, 3), number("s", 8, 2, 2), number("b", 7, 0, 0)
    found = crosses(NOBODY, [late, soon, before], window(1, 4), day(9))
    assert (found.stated, found.claims) == ((soon, late), ("s", "l"))


def test_a_threshold_is_crossed_by_a_published_number_in_the_window() -> None:
    under = Crosses("people in custody", None, "persons", Comparison.at_most, "100")
    assert crosses(under, [number("n", 100, 2, 2)], window(0, 4), day(9)).in_window is Reached.yes
    assert crosses(under, [number("n", 101, 2, 2)], window(0, 4), day(9)).in_window is Reached.no
    assert crosses(under, [number("n", 120, 2, 2, least=90)], window(0, 4), day(9)).in_window is Reached.unsure
    late = crosses(under, [number("n", 90, 6, 6)], window(0, 4), day(9))
    assert (late.in_window, late.by_now) == (Reached.no, Reached.yes)
    over = Crosses("people freed", None, "persons", Comparison.at_least, "100")
    assert crosses(
        over, [StatedNumber("n", "s", Decimal(100), None, day(1), day(1))], window(0, 4), day(9)
    ).in_window is (Reached.yes)


def test_people_named_and_a_group_may_together_reach_it() -> None:
    three = [Person(f"{place}", [done(f"c{place}", 1)]) for place in range(3)]
    found = acted(Acted(FREED.acts, 5), Evidence(three, [Unnamed("g", 2, 2, [done("g", 2)])]), window(0, 4), day(9))
    assert (found.in_window, found.count and (found.count.low, found.count.high)) == (Reached.unsure, (3, 5))
    members = Unnamed("g", 2, 2, [done("g", 2)], frozenset({"0", "1"}))
    found = acted(Acted(FREED.acts, 5), Evidence(three, [members]), window(0, 4), day(9))
    assert (found.in_window, found.count and found.count.high) == (Reached.no, 3), "both are among the three"


def test_of_days_that_meet_the_number_that_says_more_counts() -> None:
    for some in ([number("a", 30, 0, 4), number("b", 40, 3, 7)], [number("a", 40, 0, 4), number("b", 30, 3, 7)]):
        assert counted(Evidence(numbers=some), day(0), day(9)).low == 40
        found = acted(Acted(FREED.acts, 40), Evidence(numbers=some), window(0, 9), day(9))
        assert found.in_window is Reached.yes, "the other says nothing of the days of the forty"
    rounds = [number("one", 30, 1, 1), number("two", 37, 3, 3)]
    least = StatedNumber("all", "s", Decimal(5), None, day(0), day(4))
    assert acted(Acted(FREED.acts, 60), Evidence(numbers=[*rounds, least]), window(0, 9), day(9)).in_window is (
        Reached.yes
    )
    exact = number("all", 60, 0, 4)
    assert acted(Acted(FREED.acts, 65), Evidence(numbers=[*rounds, exact]), window(0, 9), day(9)).in_window is (
        Reached.apart
    )
