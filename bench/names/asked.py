"""A side as the benchmark asks it: a process that serves, its forms, and what it answers."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .environment import ROOT

Numbers = npt.NDArray[np.float64]
Pairs = Sequence[tuple[str, str]]
AT_ONCE = 500  # pairs a question: few enough that a peer's caches hold their names


class Side(NamedTuple):
    """Who answers: its version, its forms with their frozen thresholds (None: to be fitted), the process."""

    version: str
    forms: dict[str, float | None]
    process: subprocess.Popen[str]

    def scores(self, form: str, pairs: Pairs) -> Numbers:
        """A score a pair."""
        parts = [self._ask("scores", form, pairs[at : at + AT_ONCE]) for at in range(0, len(pairs), AT_ONCE)]
        return np.array([score for part in parts for score in part], dtype=np.float64)

    def seconds(self, how: str, form: str, pairs: Pairs) -> float:
        """How long it took for the pairs, `how` warm or cold, by its own clock."""
        return float(self._ask(how, form, pairs))

    def _ask(self, what: str, form: str, pairs: Pairs) -> Any:
        assert self.process.stdin
        question = {"ask": what, "form": form, "pairs": [tuple(pair) for pair in pairs]}
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        return _line(self.process)


@contextmanager
def serving(module: str, python: Path | str = sys.executable) -> Iterator[Side]:
    """A side served by a module of this folder, for as long as the block. Raises ChildProcessError if it ends early."""
    command = [str(python), "-m", f"bench.names.{module}"]
    path = {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "0"}
    process = subprocess.Popen(command, cwd=ROOT, env=path, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with process:
        try:
            hello = _line(process)
            yield Side(hello["ready"], hello["forms"], process)
        finally:
            process.terminate()


def _line(process: subprocess.Popen[str]) -> Any:
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        raise ChildProcessError(f"{process.args!r} ended with {process.wait()} before it answered")
    return json.loads(line)
