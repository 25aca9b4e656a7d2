"""`./run bench NAME [--quick] [--json]`."""

import argparse
import importlib
import sys
from pathlib import Path

from . import measure

NAMES = {"append": "bench.append", "import": "bench.importing", "page": "bench.page", "tally": "bench.tally"}


def main() -> None:
    """Run one benchmark and print its tasks."""
    parser = argparse.ArgumentParser(prog="./run bench", description="Ours and the peers, side by side, in one run.")
    parser.add_argument("name", choices=sorted(NAMES), help="what is measured")
    parser.add_argument("--quick", action="store_true", help="a smaller size or fewer runs; ends within ten minutes")
    parser.add_argument("--json", action="store_true", help="print the tasks as JSON")
    asked = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    measure.show(importlib.import_module(NAMES[asked.name]).tasks(quick=asked.quick), asked.json)


main()
