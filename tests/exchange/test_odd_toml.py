"""A value of a wrong type, at whatever key of a case file, is told at its place; it never breaks the import."""

import json
import shutil
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.exchange import importing
from habeas.exchange.prepared import FileError
from habeas.exchange.words import judged_in_words

TODAY = date(2026, 11, 23)
EXAMPLE = Path(__file__).parents[2] / "docs" / "guide" / "example"
ODD: tuple[Any, ...] = (5, "", "x", [], {}, [["x"]], [{}], {"x": []}, True, 1.5, date(2021, 3, 4))
Place = tuple[str | int, ...]


def tables_of(name: str) -> dict[str, Any]:
    return tomllib.loads((EXAMPLE / name).read_text(encoding="utf-8"))


def places(value: object, here: Place = ()) -> Iterator[Place]:
    """Every key of the tables, and every member of their lists."""
    inner: Iterator[tuple[str | int, object]] = iter(())
    if isinstance(value, Mapping):
        inner = iter(value.items())
    elif isinstance(value, list):
        inner = iter(enumerate(value))
    for key, item in inner:
        yield (*here, key)
        yield from places(item, (*here, key))


def put(value: Any, place: Place, odd: object) -> Any:
    """The tables with `odd` at a place; what they had there is left as it is."""
    if not place:
        return odd
    made = value.copy()
    made[place[0]] = put(value[place[0]], place[1:], odd)
    return made


def toml(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(key)} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(toml(item) for item in value) + "]"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def prepared(folder: Path, name: str, tables: Mapping[str, Any]) -> list[str] | None:
    """The problems of a case file with these tables; None where the file cannot be read at all."""
    path = folder / name
    path.write_text("".join(f"{json.dumps(key)} = {toml(item)}\n" for key, item in tables.items()), encoding="utf-8")
    try:
        made = importing.prepare(path, TODAY)
    except FileError:
        return None
    if not made.problems:
        judged_in_words(made)
    return made.problems


@pytest.fixture
def folder(tmp_path: Path, register_sqlite: Path) -> Path:
    place = tmp_path / "case"
    shutil.copytree(EXAMPLE, place)
    return place


@pytest.mark.parametrize("name", ["report.toml", "releases.toml"])
def test_every_odd_value_at_some_key(folder: Path, name: str) -> None:
    """Each place is tried with some of the odd values, and they take turns: each value meets every third key."""
    tables = tables_of(name)
    assert prepared(folder, name, tables) == []
    for number, place in enumerate(places(tables)):
        for odd in ODD[number % 3 :: 3]:
            try:
                prepared(folder, name, put(tables, place, odd))
            except Exception as error:
                pytest.fail(f"{odd!r} at {place} of {name}: {error!r}")


@pytest.mark.parametrize("file", ["", ".", "x" * 300, "a\0b"])
@pytest.mark.parametrize(("name", "section"), [("report.toml", "document"), ("releases.toml", "table")])
def test_what_is_no_file(folder: Path, name: str, section: str, file: str) -> None:
    assert prepared(folder, name, put(tables_of(name), (section, "file"), file)) != []


@pytest.mark.parametrize(
    ("name", "place", "odd", "told"),
    [
        ("report.toml", ("case", "vouched_by"), [], "[case]: `vouched_by` is []: text is expected"),
        ("report.toml", ("claims", 0, "when", "original"), 5, "claim 1: `when.original` is 5: text is expected"),
        ("report.toml", ("claims", 3, "sentence"), 5, "claim 4: `sentence` is 5: text is expected"),
        ("report.toml", ("claims", 3, "participants", 0, "record"), [], "claim 4: `participants` names []"),
        ("report.toml", ("claims", 2, "participants", 0, "group"), {}, "claim 3: `participants` names {}"),
        ("releases.toml", ("links", 0, "claim", "column"), [["x"]], "link 1: `claim.column` is [['x']]: text is"),
        ("releases.toml", ("table",), 5, "[table] is not a table"),
        ("releases.toml", ("table",), [["x"]], "[table] is not a table"),
        ("releases.toml", ("table", "list"), 5, "`list` is 5: text is expected"),
    ],
)
def test_it_is_told_at_its_place(folder: Path, name: str, place: Place, odd: object, told: str) -> None:
    problems = prepared(folder, name, put(tables_of(name), place, odd))
    assert problems is not None
    assert any(told in problem for problem in problems), problems
