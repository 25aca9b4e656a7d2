"""The pure rooms take the clock and the data as arguments: nothing in them reads a file, asks the time or prints.

What they import is the import contract's business (`[tool.importlinter]`); what they call is seen here, in the syntax.
"""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ROOT / "src" / "habeas"
PURE = [
    "claims",
    "names",
    "custody",
    "tally",
    "linkage",
    "measures",
    "estimate",
    "bargain",
    "market",
    "charts",
    "zalesia",
]
FILES = sorted(file for room in PURE for file in (ROOMS / room).rglob("*.py"))
CALLED_BARE = frozenset({"open", "print", "input"})
CALLED_ON_SOMETHING = frozenset({"open", "now", "utcnow", "today"})


def impure_calls(source: str) -> Iterator[str]:
    """Each call that reads or writes outside or asks the time, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Name(name) if name in CALLED_BARE:
                    yield f"line {node.lineno}: {name}("
                case ast.Attribute(attr=name) if name in CALLED_ON_SOMETHING:
                    yield f"line {node.lineno}: .{name}("


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOMS)))
def test_a_pure_room_reads_nothing_and_asks_no_clock(file: Path) -> None:
    assert list(impure_calls(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "source",
    [
        "open('list.csv')",
        "path.open()",
        "datetime.now(UTC)",
        "date.today()",
        "print(x)",
        "input()",
        "f(open(name).read)",
    ],
)
def test_such_a_call_would_be_seen(source: str) -> None:
    assert len(list(impure_calls(source))) == 1


def test_every_pure_room_is_under_the_import_contract() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = pyproject["tool"]["importlinter"]["contracts"]
    (under,) = (contract["source_modules"] for contract in contracts if contract["type"] == "forbidden")
    assert under == [f"habeas.{room}" for room in PURE if (ROOMS / room / "__init__.py").exists()]
