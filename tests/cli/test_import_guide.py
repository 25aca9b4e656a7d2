"""What the guide shows of `habeas import --dry-run` is what it prints."""

import re
import shutil
from pathlib import Path

import pytest

from habeas.register import log

from .conftest import Habeas

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
SLIPS = {
    "report": [('edtf = "2025-09"', 'edtf = "2025-13"'), ('claim = "in_october"', 'claim = "in_octobre"')],
    "releases": [
        ('\nrows = [["2025-11-12"', '\nrows = [["2025-11-13"'),
        ('"Interior Ministry of Zalesia" = "official"\n', ""),
    ],
    "rules": [
        ('period = "month"\n', ""),
        ('states = ["police", "pretrial", "serving", "unknown"]\nwhere', 'states = ["prison"]\nwhere'),
    ],
}


def shown(page: str) -> list[str]:
    """What a page shows as printed."""
    return re.findall(r"```text\n(.*?)\n```", (GUIDE / page).read_text(encoding="utf-8"), re.DOTALL)


def printed(told: str) -> str:
    return "\n".join(line.rstrip() for line in told.strip().split("\n"))


@pytest.mark.parametrize(
    ("page", "case"),
    [("recording-a-report.md", "report"), ("recording-a-table.md", "releases"), ("rules-and-lenses.md", "rules")],
    ids=lambda one: one,
)
def test_what_the_guide_shows_is_what_is_printed(
    register_sqlite: Path, habeas: Habeas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, case: str
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    right, wrong = shown(page)
    head = log.head()
    told = habeas("import", GUIDE / "example" / f"{case}.toml", "--dry-run", "-r", register_sqlite)
    assert printed(told.out) == right
    shutil.copytree(GUIDE / "example", tmp_path / "example")
    path = tmp_path / "example" / f"{case}.toml"
    said = path.read_text(encoding="utf-8")
    for before, after in SLIPS[case]:
        assert before in said
        said = said.replace(before, after)
    path.write_text(said, encoding="utf-8")
    told = habeas("import", path, "--dry-run", "-r", register_sqlite, expect=1)
    assert printed(told.err).splitlines()[:-1] == wrong.splitlines()[:-1]
    assert wrong.splitlines()[-1] in f"habeas: {printed(told.err).splitlines()[-1]}"
    assert log.head() == head
