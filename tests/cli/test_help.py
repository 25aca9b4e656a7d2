"""Every command has help, and an example that names it."""

import pytest
from typer.main import get_command

from habeas.cli.main import app

from .conftest import Habeas

COMMANDS = sorted(getattr(get_command(app), "commands", {}))


def test_the_commands_that_the_door_promises_are_there() -> None:
    assert {"init", "demo", "serve", "import", "claims", "tally", "verify", "rebuild"} <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example(habeas: Habeas, command: str) -> None:
    told = habeas(command, "--help").out
    assert "Example" in told or command == "rebuild"
    assert f"habeas {command}" in told


@pytest.mark.parametrize("command", sorted(set(COMMANDS) - {"demo", "serve"}))
def test_every_command_that_answers_has_json(habeas: Habeas, command: str) -> None:
    assert "--json" in habeas(command, "--help").out
