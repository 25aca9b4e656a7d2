"""nomenklatura's own environment, made on demand under var/, which git ignores; never for tests or for the project.

PyICU has no wheel: it is built from source, for which libicu-dev, g++ and pkg-config must be on the machine. Where the
environment cannot be made, `Missing` says why, and the peer has no figures.
"""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "var" / "bench" / "nomenklatura"
WANTED = ("nomenklatura==4.17.4", "rigour==2.6.1", "followthemoney==4.11.2", "pyicu==2.17")
PATIENCE = 1200  # seconds: PyICU takes one or two minutes to build


class Missing(Exception):  # noqa: N818 - it says what is missing
    """Why the environment cannot be made."""


def python(place: Path = PLACE) -> Path:
    """The interpreter of the environment, which is made if it is not there or not of these versions. Raises Missing."""
    found, stamp = place / "bin" / "python", place / "stamp"
    wanted = hashlib.sha256(" ".join((sys.version, *WANTED)).encode()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="ascii") != wanted:
        _make(place, found)
        stamp.write_text(wanted, encoding="ascii")
    return found


def _make(place: Path, found: Path) -> None:
    lacking = [tool for tool in ("g++", "pkg-config") if not shutil.which(tool)]
    config = shutil.which("pkg-config")
    if not config or subprocess.run([config, "--exists", "icu-i18n"], check=False).returncode:
        lacking.append("libicu-dev")
    if lacking:
        raise Missing(f"PyICU cannot be built here without {', '.join(lacking)}")
    uv = _uv()
    print("bench: making nomenklatura's environment (PyICU takes two minutes)", file=sys.stderr)
    place.parent.mkdir(parents=True, exist_ok=True)
    _run([uv, "venv", "--quiet", "--clear", "--no-project", "--python", sys.executable, str(place)])
    _run([uv, "pip", "install", "--quiet", "--python", str(found), *WANTED])


def _uv() -> str:
    own = ROOT / ".uv" / "bin" / "uv"
    uv = str(own) if own.exists() else shutil.which("uv")
    if not uv:
        raise Missing("uv is not there: ./run lock fetches it into .uv")
    return uv


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise Missing(f"`{' '.join(command[1:3])}` took more than {PATIENCE} seconds") from None
    if done.returncode:
        said = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        raise Missing(f"`{' '.join(command[1:3])}` failed: {said[-1] if said else 'without a word'}")
