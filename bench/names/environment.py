"""nomenklatura's own environment.

PyICU has no wheel: it is built from source, for which libicu-dev, g++ and pkg-config must be on the machine. Where the
environment cannot be made, `Missing` says why, and the peer has no figures.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from bench.environment import PLACES, ROOT, Missing, interpreter, make, stands

__all__ = ("PLACE", "ROOT", "Missing", "python")
PLACE = PLACES / "nomenklatura"
WANTED = ("nomenklatura==4.17.4", "rigour==2.6.1", "followthemoney==4.11.2", "pyicu==2.17")


def python(place: Path = PLACE) -> Path:
    """The interpreter of the environment, which is made if it is not there or not of these versions. Raises Missing."""
    if not stands(place, WANTED):
        _must_build()
        print("bench: making nomenklatura's environment (PyICU takes two minutes)", file=sys.stderr)
        make(place, WANTED)
    return interpreter(place)


def _must_build() -> None:
    lacking = [tool for tool in ("g++", "pkg-config") if not shutil.which(tool)]
    config = shutil.which("pkg-config")
    if not config or subprocess.run([config, "--exists", "icu-i18n"], check=False).returncode:
        lacking.append("libicu-dev")
    if lacking:
        raise Missing(f"PyICU cannot be built here without {', '.join(lacking)}")
