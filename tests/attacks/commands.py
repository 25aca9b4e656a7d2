"""Running `habeas` as processes of their own, as people and attackers meet it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    """The environment of a command: ours, with the source on the path and no register named."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_REGISTER", "DJANGO"))}
    return kept | {"PYTHONPATH": str(ROOT / "src"), "COLUMNS": "400"}


def command(*words: str | Path) -> list[str]:
    """The words of a command line."""
    return [sys.executable, "-m", "habeas", *map(str, words)]


def habeas(*words: str | Path, expect: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; the exit code must be the expected one."""
    done = subprocess.run(command(*words), capture_output=True, text=True, env=environment(), check=False, timeout=300)
    assert done.returncode == expect, f"exit code {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done


def people_csv(path: Path, first: int, count: int) -> Path:
    """A list of invented people, each detained and released."""
    rows = [
        f"Person {number},{number},2021-03-{number % 28 + 1:02d},2022-05-01" for number in range(first, first + count)
    ]
    path.write_text("\n".join(["name,key,detained,released", *rows]) + "\n", encoding="utf-8")
    return path


def list_terms(name: str) -> list[str]:
    """The options that a list needs."""
    return ["--list", name, "--keeper", "Lantern Group", "--vouched-by", "Marta Veres"]
