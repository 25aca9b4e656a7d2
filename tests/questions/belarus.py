"""The published numbers of the Belarus demonstration in a register of their own, made by the commands."""

from pathlib import Path

from tests.attacks.commands import ROOT
from tests.attacks.commands import habeas as process

CASES = ROOT / "cases" / "belarus"
NUMBERS = ("tally_series", "flow_claims", "release_rounds", "rules")


def with_numbers(register: Path) -> Path:
    """A register with the tables of counts, flows and rounds, and the lenses."""
    process("init", register, "--name", "Published numbers")
    for case in NUMBERS:
        process("import", CASES / f"{case}.toml", "-r", register)
    return register
