"""The benchmark of judgements runs, and going on finds what reading everything finds; it times nothing here."""

from pathlib import Path

import pytest

from bench import identity
from tests.conftest import point_at


def test_it_reads_judges_and_takes_back(register_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(identity, "open_register", point_at)
    found = identity.measured(200, runs=2)
    told = {f"{name}{known}" for name in ("judge", "take back") for known in ("", ", persons known")} | {"read all"}
    assert set(found) == {f"{name}{of}" for name in told for of in ("", ", processor")}
    assert all(task.ours > 0 for task in found.values())
