"""A real server over a real register, and Debian's chromium to meet it with."""

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.attacks.commands import ROOT, command, environment, habeas
from tests.conftest import missing

from .visit import LOOKS, Visit, visiting

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration register, made by the command."""
    register = tmp_path_factory.mktemp("journeys") / "register"
    habeas("demo", "--no-serve", "--register", register, "--cases", ROOT / "cases" / "belarus")
    return register


@pytest.fixture(scope="session")
def site(demonstration: Path) -> Iterator[str]:
    """The address of the demonstration, served by `habeas serve` until the tests end."""
    yield from served(demonstration)


@pytest.fixture(scope="session")
def zalesia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a register with the guide's report about Zalesia, which is held and whose words are public."""
    register, report = (
        tmp_path_factory.mktemp("zalesia") / "register",
        ROOT / "docs" / "guide" / "example" / "report.toml",
    )
    document = sha256(report.with_suffix(".txt").read_bytes()).hexdigest()
    habeas("init", register, "--name", "Register of Zalesia")
    habeas("import", report, "--register", register)
    opened = ("--read-in", document, "--words-of", document)
    habeas("access", "public", *opened, "--by", "Marta Veres", "--register", register)
    yield from served(register)


@pytest.fixture(params=list(LOOKS))
def look(request: pytest.FixtureRequest) -> dict[str, Any]:
    """How the reader looks at it."""
    return LOOKS[request.param]


@pytest.fixture
def visit(chromium: Browser, site: str, look: dict[str, Any]) -> Iterator[Visit]:
    """A new visit to the demonstration."""
    yield from visiting(chromium.new_context(**look), site)


@pytest.fixture
def abroad(chromium: Browser, zalesia: str, look: dict[str, Any]) -> Iterator[Visit]:
    """A new visit to the register of Zalesia."""
    yield from visiting(chromium.new_context(**look), zalesia)


def served(register: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = command("serve", "--register", register, "--port", str(port))
    with subprocess.Popen(served, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as server:
        try:
            yield _answering(f"http://127.0.0.1:{port}", server)
        finally:
            server.send_signal(signal.SIGINT)
            server.communicate(timeout=30)


def _answering(address: str, server: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if server.poll() is not None:
            pytest.fail(f"the server ended: {(server.stderr.read() if server.stderr else b'').decode()}")
        try:
            with urlopen(f"{address}/static/mark.svg", timeout=5):  # noqa: S310 - our own server
                return address
        except OSError:
            time.sleep(0.1)
    pytest.fail("the server did not answer within a minute")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's chromium, without anything of its own on the network."""
    if not CHROMIUM:
        missing("chromium is not installed (on Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()
