"""A list and its mapping, written into a folder, prepared and recorded on the register that a test has open."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.claims.when import Meaning, When
from habeas.exchange import importing
from habeas.exchange.mapped_list import Mapped
from habeas.exchange.prepared import Prepared

TODAY = date(2026, 11, 23)
KEEPER = "Marta Veres"
HEAD = '[list]\nname = "Held in Zalesia"\nkeeper = "Lantern Group"\nkey = ["No."]\n'
Prepare = Callable[..., Prepared]
Import = Callable[..., importing.Outcome]


def column(name: str, says: str, **more: object) -> str:
    """A block of a mapping."""
    lines = [f'[[columns]]\ncolumn = "{name}"\nsays = "{says}"']
    for key, value in more.items():
        lines.append(f"{key} = {str(value).lower() if isinstance(value, bool) else repr(value)}")
    return "\n".join(lines) + "\n"


PEOPLE = HEAD + column("Name", "name") + column("Taken", "detained") + column("Freed", "released")


@pytest.fixture
def prepare(tmp_path: Path) -> Prepare:
    """What a list would record by a mapping."""

    def prepared(
        data: str | bytes, mapping: str = PEOPLE, day: str | None = None, name: str = "held.csv", **how: Any
    ) -> Prepared:
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        (tmp_path / "held.toml").write_text(mapping, encoding="utf-8")
        when = When.of(day, meaning=Meaning.published) if day else None
        return importing.prepare(path, TODAY, Mapped(tmp_path / "held.toml", KEEPER, when), **how)

    return prepared


@pytest.fixture
def record(prepare: Prepare) -> Import:
    """Record a list by a mapping; nothing may be wrong in it unless it is asked to set rows apart."""

    def recorded(*words: Any, **how: Any) -> importing.Outcome:
        prepared = prepare(*words, **how)
        assert prepared.problems == []
        return importing.record(prepared, lambda receipt: None)

    return recorded
