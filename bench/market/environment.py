"""CVXPY's own environment: all of it comes from wheels."""

import sys
from pathlib import Path

from bench.environment import PLACES, interpreter, make, stands

PLACE = PLACES / "cvxpy"
WANTED = ("cvxpy==1.9.3", "clarabel==0.11.1")


def python(place: Path = PLACE) -> Path:
    """The interpreter of the environment, which is made if it is not there or not of these versions. Raises Missing."""
    if not stands(place, WANTED):
        print("bench: making CVXPY's environment", file=sys.stderr)
        make(place, WANTED)
    return interpreter(place)
