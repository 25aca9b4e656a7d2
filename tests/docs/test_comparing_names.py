"""What the guide on comparing names says is printed is what is printed."""

import re
import subprocess
import sys
from pathlib import Path

PAGE = (Path(__file__).parents[2] / "docs" / "guide" / "comparing-names.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL)


def test_the_program_prints_what_the_page_says() -> None:
    done = subprocess.run([sys.executable, "-c", blocks("python")[0]], capture_output=True, text=True, check=True)
    assert done.stdout == blocks("text")[1]


def test_the_command_prints_what_the_page_says() -> None:
    one, other = re.findall(r'"(.*?)"', blocks("sh")[0])[:2]
    command = [sys.executable, "-m", "habeas", "compare-names", one, other]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == blocks("text")[0]
