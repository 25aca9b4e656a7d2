"""A command in this process, on the register that the test has open."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from habeas.cli.main import app, in_words


class Told:
    """What a command printed, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err

    @property
    def json(self) -> Any:
        """The printed JSON."""
        return json.loads(self.out)


Habeas = Callable[..., Told]


@pytest.fixture
def habeas(monkeypatch: pytest.MonkeyPatch) -> Habeas:
    """Run `habeas` with these words."""
    monkeypatch.setenv("COLUMNS", "300")

    def run(*words: str | Path, expect: int = 0) -> Told:
        result = CliRunner().invoke(app, [str(word) for word in words])
        code, err = result.exit_code, result.stderr
        if result.exception and not isinstance(result.exception, SystemExit):
            told = in_words(result.exception) if isinstance(result.exception, Exception) else None
            if told is None:
                raise result.exception
            err += told
        assert code == expect, f"exit code {code}\n{result.stdout}\n{err}"
        return Told(code, result.stdout, err)

    return run
