"""`python -m habeas` is the command `habeas`."""

from habeas.cli.main import run

run()
