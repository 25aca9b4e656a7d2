"""A served register and people who read it at once: each with one connection that is kept open, one page after another.

Readers and server share the machine, so what is measured is never faster than what a reader elsewhere would wait.
"""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
HOST = "127.0.0.1"
AS_BROWSERS_DO = {"Accept-Encoding": "gzip"}
PATIENCE = 120  # seconds for a server to come up, or for one answer
WORKS_AHEAD = 300  # seconds that a server may work ahead
REST, BUSY = 3, 0.2  # at rest: in so many seconds less than this share of one processor is at work


@dataclass(frozen=True)
class Waited:
    """How long each reader waited for each page, in ms, and how many pages a second all of them had together."""

    times: tuple[float, ...]
    a_second: float

    def at(self, share: float) -> float:
        """The time within which this share of the pages came."""
        return sorted(self.times)[min(int(share * len(self.times)), len(self.times) - 1)]


def habeas(*words: str | Path) -> None:
    """Run a command to its end; raises AssertionError, with what it said, where it fails."""
    ran(_command(*words))


def ran(command: Sequence[str]) -> None:
    """The same of any command."""
    done = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@contextmanager
def served(register: Path) -> Iterator[int]:
    """Serve a register with `habeas serve` and give the port; the server ends with the block."""
    port = free_port()
    with subprocess.Popen(
        _command("serve", "--register", register, "--port", str(port)), env=_environment(), stdout=subprocess.DEVNULL
    ) as server:
        try:
            _wait_until_it_answers(port, server)
            yield port
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)


def wait_for_rest() -> None:
    """Until nobody here works: a server that has just begun works ahead. Goes on after WORKS_AHEAD seconds anyhow."""
    until = time.monotonic() + WORKS_AHEAD
    while time.monotonic() < until:
        before = _worked()
        time.sleep(REST)
        if _worked() - before < BUSY * REST:
            break


def _worked() -> float:
    """Seconds that all processors together have worked since the machine began."""
    ticks = list(map(int, Path("/proc/stat").read_text(encoding="ascii").splitlines()[0].split()[1:]))
    return (sum(ticks) - ticks[3] - ticks[4]) / os.sysconf("SC_CLK_TCK")  # but for idling and waiting


def page(port: int, address: str) -> bytes:
    """One page on a connection of its own; raises AssertionError where it is not answered."""
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
    try:
        return _read(connection, address)
    finally:
        connection.close()


def read_at_once(port: int, addresses: Sequence[Sequence[str]], seconds: float) -> Waited:
    """One reader for each sequence of addresses, all at once, until they are through or `seconds` are over."""
    times: list[list[float]] = [[] for _ in addresses]
    faults: list[BaseException] = []
    start = threading.Barrier(len(addresses) + 1)

    def read(mine: Sequence[str], waited: list[float]) -> None:
        connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
        try:
            connection.connect()
            start.wait()
            end = time.perf_counter() + seconds
            for address in mine:
                begun = time.perf_counter()
                _read(connection, address, **AS_BROWSERS_DO)
                now = time.perf_counter()
                waited.append((now - begun) * 1000)
                if now > end:
                    break
        except BaseException as error:
            faults.append(error)
            start.abort()
        finally:
            connection.close()

    readers = [threading.Thread(target=read, args=pair) for pair in zip(addresses, times, strict=True)]
    for reader in readers:
        reader.start()
    start.wait()
    begun = time.perf_counter()
    for reader in readers:
        reader.join()
    took = time.perf_counter() - begun
    if faults:
        raise faults[0]
    every = tuple(one for some in times for one in some)
    return Waited(every, len(every) / took)


def _read(connection: http.client.HTTPConnection, address: str, **headers: str) -> bytes:
    connection.request("GET", address, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    assert answer.status == 200, f"{address}: {answer.status}"
    return body


def _command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "habeas", *map(str, words)]


def _environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("HABEAS_REGISTER", "DJANGO"))}
    return kept | {"PYTHONPATH": str(SOURCE)}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert server.poll() is None, "the server ended"
        try:
            page(port, "/about")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not answer")
