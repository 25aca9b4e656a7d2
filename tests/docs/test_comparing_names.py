"""What the guide on comparing names says is printed is what is printed."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guide" / "comparing-names.md").read_text(encoding="utf-8")
HERE = {**os.environ, "PYTHONPATH": str(ROOT / "src")}


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


def test_the_program_prints_what_the_page_says() -> None:
    program = [sys.executable, "-c", blocks("python")[0]]
    done = subprocess.run(program, capture_output=True, text=True, check=True, env=HERE)
    assert done.stdout == blocks("text")[1]


def test_the_command_prints_what_the_page_says() -> None:
    one, other = re.findall(r'"(.*?)"', blocks("sh")[0])[:2]
    command = [sys.executable, "-m", "habeas", "compare-names", one, other]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=HERE)
    assert done.stdout == blocks("text")[0]
