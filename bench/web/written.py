"""The figures of a run, written into the page that tells of them."""

import os
import platform
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from bench.environment import ROOT
from bench.measure import Task

PAGE = ROOT / "docs" / "method" / "measured-web.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->"


def write(tasks: Mapping[str, Task], page: Path = PAGE) -> None:
    """Put the figures in the place of those that stand there."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    figures = "\n".join(_lines(tasks))
    page.write_text(f"{before}{BEGIN}{figures}\n{END}{after}", encoding="utf-8")


def _lines(tasks: Mapping[str, Task]) -> Iterator[str]:
    size = max(one.size for name, one in tasks.items() if "," not in name)
    day, load = datetime.now(UTC).date().isoformat(), os.getloadavg()[0]
    yield f"{day}, {size:,} people, {_machine()}, load {load:.1f} at its end."
    yield ""
    yield "| task | ours | beside it | its | ratio |"
    yield "| --- | ---: | --- | ---: | ---: |"
    for name, one in tasks.items():
        theirs = f"{one.best_peer:,.1f}" if one.best_peer is not None else ""
        ratio = f"{one.ratio:.2f}" if one.ratio is not None else ""
        yield f"| `{name}` | {one.ours:,.1f} {one.unit} | {one.peer} | {theirs} | {ratio} |"


def _machine() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    return f"{os.cpu_count()} cores of {model}, Python {platform.python_version()}"
