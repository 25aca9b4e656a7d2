"""The benchmark of somebody else's list runs, and every row comes in; it times nothing here."""

import shutil
from pathlib import Path

import pytest

from bench import mapped
from tests.conftest import point_at


def test_it_measures_both_forms_and_the_next_edition(register_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped, "_template", lambda place: register_sqlite)
    monkeypatch.setattr(mapped, "_open", lambda template, register: point_at(_copy(template, register)))
    found = mapped.measured(people=30, changed=3)
    forms = ("csv", "xlsx", "next edition")
    assert set(found) == {f"{form}{clock}" for form in forms for clock in ("", ", processor")}
    assert all(task.ours > 0 for task in found.values())


def _copy(template: Path, register: Path) -> Path:
    shutil.copytree(template, register)
    return register
