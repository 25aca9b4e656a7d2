"""Datasette's own environment, with the loop and the parser in C that its server takes where they are there."""

import sys
from pathlib import Path

from bench.environment import PLACES, interpreter, make, stands

PLACE = PLACES / "datasette"
WANTED = ("datasette==0.65.5", "uvicorn==0.54.0", "uvloop==0.23.0", "httptools==0.9.0")


def python(place: Path = PLACE) -> Path:
    """The interpreter of the environment, which is made if it is not there or not of these versions. Raises Missing."""
    if not stands(place, WANTED):
        print("bench: making Datasette's environment", file=sys.stderr)
        make(place, WANTED)
    return interpreter(place)
