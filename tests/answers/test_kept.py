"""What is worked out once: of one state only, made by one of several who want it, and never more than so many."""

from threading import Barrier, Thread

import pytest

from habeas.answers.kept import Kept


def test_it_is_made_once_and_another_state_forgets_it() -> None:
    kept, made = Kept[str](), list[str]()

    def make(what: str) -> str:
        made.append(what)
        return what

    assert [kept.get(1, "a", lambda: make("a")) for _ in range(3)] == ["a"] * 3
    assert kept.get(2, "a", lambda: make("b")) == "b"
    assert kept.get(1, "a", lambda: make("c")) == "c"
    assert made == ["a", "b", "c"]


def test_it_keeps_so_many_and_drops_what_was_asked_for_longest_ago() -> None:
    kept = Kept[int](2)
    for key in (1, 2, 1, 3):
        kept.get(None, key, lambda key=key: key)  # type: ignore[misc]
    assert kept.get(None, 1, lambda: -1) == 1
    assert kept.get(None, 2, lambda: -1) == -1


def test_of_several_who_want_it_at_once_one_makes_it() -> None:
    kept, made, together = Kept[int](), list[int](), Barrier(8)
    found: list[int] = []

    def ask() -> None:
        together.wait()
        found.append(kept.get(None, "key", lambda: made.append(1) or len(made)))  # type: ignore[func-returns-value]

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
    assert (kept._found, kept._making) == ({}, {})
    assert kept.get(None, 1, lambda: 7) == 7
