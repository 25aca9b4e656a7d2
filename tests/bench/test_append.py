"""The benchmark of an entry runs, and finds what everything read again has; it times nothing here."""

from pathlib import Path

import pytest

from bench import append
from tests.conftest import point_at


def test_it_measures_figure_and_page(register_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(append, "open_register", point_at)
    found = append.measured(people=40, runs=2)
    names = {f"{what}, 40{of}" for what in ("figure", "page") for of in ("", ", processor")}
    assert set(found) == names
    assert all(task.ours > 0 for task in found.values())
