"""A full disk and a second server: told in words; what was acknowledged stays, and nothing is half done."""

import re
import resource
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections

from habeas.claims.vocabulary import Access
from habeas.register import log, read, verify
from habeas.register.query import Query
from tests.conftest import point_at

from .commands import command, environment, habeas, list_terms, people_csv


def test_a_full_disk_is_told_and_nothing_is_half_done(register_sqlite: Path, tmp_path: Path) -> None:
    connections.close_all()
    file = people_csv(tmp_path / "people.csv", 0, 1500)
    words = ["import", str(file), "-r", str(register_sqlite), *list_terms("Held in Zalesia")]
    room = 3_000_000  # bytes that a file may have: some batches fit, the whole list does not

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(
        command(*words), capture_output=True, text=True, env=environment(), preexec_fn=no_room, check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "acknowledged stay" in done.stderr
    assert "import it again" in done.stderr
    heads = re.findall(r"head (\d+-[0-9a-f]{64})$", done.stderr, re.MULTILINE)
    point_at(register_sqlite)
    assert log.head().whole == heads[-1]
    assert list(verify.faults()) == []
    again = habeas(*words)
    assert " 0 corrected" in again.stdout
    point_at(register_sqlite)
    assert read.count(Query(type="act"), read.view(None, Access.staff)) == 3000


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_a_second_server_on_one_register_is_refused_by_name(register_sqlite: Path) -> None:
    connections.close_all()
    with serving(register_sqlite) as port:
        second = habeas("serve", "-r", register_sqlite, "--port", str(free_port()), expect=1)
        assert "is served already" in second.stderr
        assert f"127.0.0.1:{port}" in second.stderr
    with serving(register_sqlite):
        pass  # its place is free again


def test_a_server_told_to_end_as_soon_as_it_listens_ends(register_sqlite: Path) -> None:
    connections.close_all()
    for _ in range(5):
        with serving(register_sqlite):
            pass


@contextmanager
def serving(register: Path) -> Iterator[int]:
    """The port of a server of the register, which listens, and which ends when it is told to."""
    port = free_port()
    words = command("serve", "-r", register, "--port", str(port))
    with subprocess.Popen(words, env=environment(), stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(port)
            yield port
            server.terminate()
            server.wait(30)
        finally:
            server.kill()


def test_a_port_that_is_taken_is_told(register_sqlite: Path) -> None:
    connections.close_all()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = habeas("serve", "-r", register_sqlite, "--port", port, expect=1)
    assert "name another --port" in done.stderr


def _wait_for(port: int) -> None:
    for _ in range(2000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    pytest.fail(f"nothing listens on {port}")
