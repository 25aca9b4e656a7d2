"""A newcomer finds the way in the house: its rooms are described and small, and carry no trace of one machine."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = sorted(init.parent.name for init in SOURCE.glob("habeas/*/__init__.py"))
MOST_LINES = 300
WRITTEN_BY_DJANGO = re.compile(r"/migrations/0\d+_tables\.py$")
OF_ONE_MACHINE = re.compile(r"(?<![\w.:/])/(?:home|root|tmp|Users|opt|mnt|srv)/|\.\./shared")

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(SOURCE)))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_is_described(room: str) -> None:
    told = "".join((ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "docs/architecture.md"))
    assert re.search(rf"\b{room}/", told), f"say in docs/architecture.md what {room}/ is for"


@each_module
def test_a_module_says_what_it_promises(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))


@each_module
def test_a_module_has_one_purpose(module: Path) -> None:
    lines = len(module.read_text(encoding="utf-8").splitlines())
    assert lines <= MOST_LINES or WRITTEN_BY_DJANGO.search(module.as_posix()), f"{lines} lines: it is two rooms"


@pytest.mark.parametrize(
    "file",
    sorted(file for file in SOURCE.rglob("*") if file.suffix in {".py", ".html", ".css", ".js", ".toml", ".svg"}),
    ids=lambda file: str(file.relative_to(SOURCE)),
)
def test_a_file_knows_no_machine(file: Path) -> None:
    assert not OF_ONE_MACHINE.findall(file.read_text(encoding="utf-8"))


def test_a_path_of_one_machine_would_be_seen() -> None:
    assert all(map(OF_ONE_MACHINE.search, ('"/home/me/register"', "open(/tmp/x)", "../shared/data")))
    assert not any(map(OF_ONE_MACHINE.search, ("static/home/page.html", "https://example.org/home/", "./opt/x")))
