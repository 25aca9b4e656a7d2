"""What follows from accounts goes on with them: with what was touched since, and no more of it than is held at once."""

from habeas.answers import carried
from habeas.answers.carried import Carried, Touched

ZOYA, ANTON = Touched(frozenset({"Zoya"})), Touched(frozenset({"Anton"}))


def asked(of: Carried, key: int) -> str:
    """The value of a key: when it was made, and what was touched until it went on."""
    return of.get(key, lambda: "made", lambda before, touched: f"{before}, {sorted(touched.people) if touched else ''}")


def test_a_value_goes_on_when_it_is_next_asked_for_with_everybody_who_was_touched_since() -> None:
    first = Carried()
    assert asked(first, 1) == "made"
    third = first.after(ZOYA).after(ANTON)
    assert [asked(third, 1) for _ in range(2)] == ["made, ['Anton', 'Zoya']"] * 2
    assert asked(third.after(ZOYA), 1) == "made, ['Anton', 'Zoya'], ['Zoya']"
    assert asked(third, 2) == "made"


def test_of_many_who_are_touched_nothing_goes_on() -> None:
    first = Carried()
    asked(first, 1)
    many = Touched(frozenset(map(str, range(carried.MOST_PEOPLE))))
    assert asked(first.after(many), 1) != "made"
    assert asked(first.after(many).after(ZOYA), 1) == "made"


def test_no_more_goes_on_than_is_held_at_once_and_that_is_what_was_asked_for_last() -> None:
    here, half = Carried(), carried.MOST // 2
    for state in range(3):
        for key in range(half):
            asked(here, state * half + key)
        here = here.after(ZOYA)
    assert asked(here, 0) == "made", "of three times half as many the first are left behind"
    assert asked(here, half).startswith("made, ")
    assert asked(here, 3 * half - 1).startswith("made, ")
