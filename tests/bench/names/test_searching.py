"""Searching is measured as it says: brute force finds a name by another spelling, and a person counts once."""

from collections.abc import Sequence
from pathlib import Path

from bench.names.found import Finder, first_persons
from bench.names.million import Drawn, Named

from bench.names import search_brute, searching

STORED = [
    Named("Андрей Лесной", "1"),
    Named("Andrei Liasny", "1"),
    Named("Maria Zaleska", "2"),
    Named("Hanna Rudak", "3"),
]
STORED += [Named(f"Piotr Vieras {place}", f"x{place}") for place in range(100)]
DRAWN = Drawn(STORED, [Named("Lesnoi, Andrei", "1"), Named("Rudak, Anna", "3")])


def test_brute_force_finds_another_spelling() -> None:
    for make in (search_brute.finder, search_brute.by_default, search_brute.in_batches):
        found = searching.answered(make, DRAWN)
        assert (found.recall, found.asked) == (1.0, 2)
        assert found.a_second > 0


def test_who_finds_nobody_has_no_recall() -> None:
    def blind(stored: Sequence[Named], folder: Path) -> Finder:
        return Finder("blind", lambda queries: [[] for _ in queries], 0.0, 0, lambda: None)

    assert searching.answered(blind, DRAWN).recall == 0.0


def test_a_person_counts_once_among_ten() -> None:
    assert first_persons(["1", "1", *map(str, range(20))]) == ["1", "0", *map(str, range(2, 10))]
