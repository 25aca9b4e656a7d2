"""`./run bench NAME [--quick] [--json]`; names can be measured on other pairs and lists, too."""

import argparse
import importlib
import sys
from pathlib import Path

from . import measure

NAMES = {
    "append": "bench.append",
    "identity": "bench.identity",
    "import": "bench.importing",
    "lists": "bench.lists.tasks",
    "mapped": "bench.mapped",
    "market": "bench.market.tasks",
    "names": "bench.names.tasks",
    "page": "bench.page",
    "tally": "bench.tally",
    "web": "bench.web",
}


def main() -> None:
    """Run one benchmark and print its tasks."""
    parser = argparse.ArgumentParser(prog="./run bench", description="Ours and the peers, side by side, in one run.")
    parser.add_argument("name", choices=sorted(NAMES), help="what is measured")
    parser.add_argument("--quick", action="store_true", help="a smaller size or fewer runs; ends within ten minutes")
    parser.add_argument("--json", action="store_true", help="print the tasks as JSON")
    parser.add_argument(
        "--only", nargs="+", default=(), metavar="TASK",
        help="of `tally`: what the engine costs, alone; of `names`: `search`",
    )  # fmt: skip
    parser.add_argument("--size", type=int, help="with --only: how many claims")
    parser.add_argument("--pairs", type=Path, metavar="FILE", help="names: these pairs (columns label, a, b)")
    parser.add_argument("--list", type=Path, metavar="FILE", action="append", help="names: all pairs across a list")
    parser.add_argument("--docs", action="store_true", help="web: write the figures into docs/method/measured-web.md")
    asked = parser.parse_args()
    if asked.docs and asked.name != "web":
        parser.error("--docs is of `web`")
    if (asked.pairs or asked.list) and asked.name != "names":
        parser.error("--pairs and --list are of `names`")
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    if asked.size and not (asked.name == "tally" and asked.only):
        parser.error("--size is of `tally`, and wants --only")
    if asked.only and not (asked.name == "tally" or (asked.name == "names" and list(asked.only) == ["search"])):
        parser.error("--only is of `tally`, and of `names`, which has `search` alone")
    of = importlib.import_module(NAMES[asked.name])
    if asked.name in ("names", "lists", "market"):
        more = (asked.pairs, asked.list or ()) if asked.name == "names" else ()
        tasks, tables = of.search(asked.quick) if asked.only else of.measured(asked.quick, *more)
        measure.show(tasks, asked.json, tables)
    else:
        found = of.alone(asked.only, asked.size or of.QUICK) if asked.only else of.tasks(quick=asked.quick)
        measure.show(found, asked.json)
        if asked.docs:
            importlib.import_module("bench.web.written").write(found)


if __name__ == "__main__":
    main()
