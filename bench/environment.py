"""An environment of its own for a peer, made on demand under var/, which git ignores; never for tests or for the
project.

Where it cannot be made, `Missing` says why, and the peer has no figures.
"""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PLACES = ROOT / "var" / "bench"
PATIENCE = 1200  # seconds


class Missing(Exception):  # noqa: N818 - it says what is missing
    """Why the environment cannot be made."""


def stands(place: Path, wanted: Sequence[str]) -> bool:
    """Whether the environment is there, and of this Python and these versions."""
    stamp = place / "stamp"
    return stamp.exists() and stamp.read_text(encoding="ascii") == _print(wanted)


def interpreter(place: Path) -> Path:
    """The interpreter of an environment."""
    return place / "bin" / "python"


def make(place: Path, wanted: Sequence[str]) -> None:
    """Make the environment again, with these packages. Raises Missing."""
    uv = _uv()
    place.parent.mkdir(parents=True, exist_ok=True)
    _run([uv, "venv", "--quiet", "--clear", "--no-project", "--python", sys.executable, str(place)])
    _run([uv, "pip", "install", "--quiet", "--python", str(interpreter(place)), *wanted])
    (place / "stamp").write_text(_print(wanted), encoding="ascii")


def _print(wanted: Sequence[str]) -> str:
    return hashlib.sha256(" ".join((sys.version, *wanted)).encode()).hexdigest()


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
