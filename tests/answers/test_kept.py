"""What is worked out once: of one state only, made by one of several who want it, and never more than so many."""

from functools import partial
from threading import Barrier, Event, Thread
from typing import Any

import pytest

from habeas.answers.kept import Kept, State, forget
from habeas.register import log
from habeas.register.chain import Head


@pytest.fixture
def states(request: pytest.FixtureRequest) -> list[State]:
    """Where a register stood at its first entries, one after the other."""
    return [(request.node.nodeid, Head(seq, f"{seq:064}")) for seq in range(4)]


def values(kept: Kept[Any]) -> list[Any]:
    return list(kept._found.values())


def test_it_is_made_once_and_a_newer_state_forgets_it(states: list[State]) -> None:
    kept, made = Kept[str](), list[str]()

    def make(what: str) -> str:
        made.append(what)
        return what

    assert [kept.get(states[1], "a", lambda: make("a")) for _ in range(3)] == ["a"] * 3
    assert kept.get(states[2], "a", lambda: make("b")) == "b"
    assert made == ["a", "b"]


def test_what_is_asked_of_an_older_state_is_made_and_not_kept(states: list[State]) -> None:
    kept = Kept[str]()
    kept.get(states[2], "a", lambda: "new")
    # the default binds the value of this turn of the loop, which the type of a lambda cannot say
    assert [kept.get(states[1], "a", lambda word=word: word) for word in ("one", "two")] == ["one", "two"]  # type: ignore[misc]  # as below
    assert values(kept) == ["new"]


def test_the_first_who_sees_a_newer_state_empties_everything_that_is_kept(states: list[State]) -> None:
    one, other, within = Kept[str](), Kept[str](), Kept[str]()
    one.get(states[1], "a", lambda: "erased since")
    within.get(None, "a", lambda: "erased since")
    other.get(states[2], "b", lambda: "new")
    assert [*values(one), *values(within)] == []


def test_who_began_before_an_erasure_does_not_put_the_old_state_back(states: list[State]) -> None:
    kept, other = Kept[str](), Kept[str]()

    def late() -> str:
        other.get(states[2], "b", lambda: "new")
        return "erased meanwhile"

    assert kept.get(states[1], "a", late) == "erased meanwhile"
    assert values(kept) == []
    assert values(other) == ["new"]


def test_another_register_is_another_state(states: list[State]) -> None:
    kept = Kept[str]()
    kept.get(states[3], "a", lambda: "here")
    assert kept.get(("elsewhere", states[1][1]), "a", lambda: "there") == "there"
    assert values(kept) == ["there"]


def test_it_keeps_so_many_and_drops_what_was_asked_for_longest_ago() -> None:
    kept = Kept[int](2)
    for key in (1, 2, 1, 3):
        kept.get(None, key, lambda key=key: key)  # type: ignore[misc]  # a lambda with a default of its own
    assert kept.get(None, 1, lambda: -1) == 1
    assert kept.get(None, 2, lambda: -1) == -1


def test_of_several_who_want_it_at_once_one_makes_it() -> None:
    kept, made, together = Kept[int](), list[int](), Barrier(8)
    found: list[int] = []

    def ask() -> None:
        together.wait()
        # append gives None: the number made so far is what is kept
        found.append(kept.get(None, "key", lambda: made.append(1) or len(made)))  # type: ignore[func-returns-value]  # nothing, then how many

    threads = [Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (found, made) == ([1] * 8, [1])


def test_who_could_not_make_it_leaves_the_turn_to_the_next_and_nothing_behind() -> None:
    kept = Kept[int]()

    def broken() -> int:
        raise LookupError

    for key in range(100):
        with pytest.raises(LookupError):
            kept.get(None, key, broken)
    assert (values(kept), kept._making) == ([], {})
    assert kept.get(None, 1, lambda: 7) == 7


@pytest.fixture
def hidden(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether something is sealed between the states from here on: without an entry nothing is."""
    found: list[bool] = []
    monkeypatch.setattr(log, "hides_since", lambda _: bool(found))
    return found


def test_what_goes_on_is_given_once_to_whoever_makes_the_next(states: list[State], hidden: list[bool]) -> None:
    kept = Kept[str](goes_on=True)
    kept.get(states[1], "a", lambda: "old")
    assert kept.get(states[2], "a", lambda: f"{kept.before('a')}, then new") == "old, then new"
    assert kept.before("a") is None


def test_what_was_sealed_since_does_not_go_on(states: list[State], hidden: list[bool]) -> None:
    kept, held = Kept[str](goes_on=True), Kept[str](stays=True)
    kept.get(states[1], "a", lambda: "sealed since")
    held.get(None, "a", lambda: "sealed since")
    hidden.append(True)
    assert kept.get(states[2], "b", lambda: "new") == "new"
    assert (kept.before("a"), values(held)) == (None, [])


def overtaken(kept: Kept[str], states: list[State]) -> list[str | None]:
    """What the value of the next state goes on from, where a slow one of the state before was still being made."""
    begun, go, found = Event(), Event(), list[str | None]()

    def slow() -> str:
        begun.set()
        go.wait(20)
        return "first"

    def after_it() -> str:
        found.append(kept.before("a"))
        return "second"

    def next_one() -> None:
        kept.get(states[2], "a", after_it)

    threads = [Thread(target=lambda: kept.get(states[1], "a", slow)), Thread(target=next_one)]
    threads[0].start()
    assert begun.wait(20)
    kept.get(states[2], "b", lambda: "the state moves on")
    threads[1].start()
    go.set()
    for one in threads:
        one.join(20)
    assert kept.get(states[2], "a", lambda: "made once more") == "second"
    return found


def test_who_was_overtaken_is_waited_for_and_gone_on_from(states: list[State], hidden: list[bool]) -> None:
    assert overtaken(Kept[str](goes_on=True), states) == ["first"]


def test_who_was_overtaken_by_a_sealing_is_not_gone_on_from(states: list[State], hidden: list[bool]) -> None:
    Kept[str]().get(states[0], "a", lambda: "begun")
    hidden.append(True)
    assert overtaken(Kept[str](goes_on=True), states) == [None]


def test_what_stays_is_of_no_state(states: list[State], hidden: list[bool]) -> None:
    kept, other = Kept[str](stays=True), Kept[str]()
    other.get(states[1], "b", lambda: "b")
    kept.get(None, "a", lambda: "made once")
    other.get(states[2], "b", lambda: "b")
    assert values(kept) == ["made once"]


def test_what_is_kept_weighs_no_more_than_it_may(states: list[State], hidden: list[bool]) -> None:
    kept = Kept[str](10, weighs=len)
    for key, value in enumerate(("12345", "12345", "123", "1234567890", "12345678901")):
        assert kept.get(states[0], key, partial(str, value)) == value
    assert values(kept) == []
    kept.get(states[0], "a", lambda: "12345")
    kept.get(states[0], "b", lambda: "1234")
    assert values(kept) == ["12345", "1234"]


def test_what_two_made_at_once_weighs_once() -> None:
    """Where it is forgotten that something is being made, a second maker does not wait, and both put theirs in."""
    kept_here = Kept[str](10, stays=True, weighs=len)

    def forgotten_meanwhile() -> str:
        forget()
        kept_here.get(None, "a", lambda: "xxxx")
        return "yyyy"

    assert kept_here.get(None, "a", forgotten_meanwhile) == "yyyy"
    assert kept_here.get(None, "b", lambda: "zzzzz") == "zzzzz"
    assert dict(kept_here.items()) == {"a": "yyyy", "b": "zzzzz"}
    kept_here.let_go("a")
    kept_here.let_go("b")
    assert kept_here.get(None, "c", lambda: "longer than ten") == "longer than ten"
    assert kept_here.items() == []
