"""One name against many: every name is held against all, and each side is asked for as many scores."""

from bench.names.data import Pair
from bench.names.one_and_many import tasks


def test_every_name_against_all() -> None:
    task = tasks([Pair(True, "Ян Вярба", "Jan Viarba"), Pair(False, "Ігнат Кос", "Jan Viarba")])["compare_many"]
    assert task.size == 3 * 3
    assert task.best_peer is not None
    assert task.ours > 0
    assert task.best_peer > 0
