"""`habeas serve`: the site, on this machine."""

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from habeas.register.folder import FolderError

from . import show
from .opening import HERE, RegisterOption, open_register

APPLICATION = "habeas.server.wsgi:application"
THREADS = 2  # of each process: more of them only take turns at one processor
MOST_PROCESSES = 4
PATIENCE = 5  # seconds that a process has to end; one that was just begun may not have heard that it should


def serve(
    register: RegisterOption = HERE,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
) -> None:
    """Serve the public pages and the API of a register.

    Only what is public is served. One server serves a register at a time; readers and commands may use it meanwhile.

    Example: `habeas serve --register demo-register --port 8001`
    """
    open_register(register)
    serve_open(register, host, port)


def serve_open(register: Path, host: str, port: int) -> None:
    """Serve the register that is open, until interrupted."""
    from granian.constants import Interfaces
    from granian.server import Server

    from habeas.web import kept_pages

    with only_server(register, f"http://{host}:{port}"):
        _must_be_free(host, port)
        kept_pages.share()
        show.line(f"serving {register} on http://{host}:{port} (Ctrl+C ends it)")
        server = Server(
            APPLICATION,
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=min(MOST_PROCESSES, os.cpu_count() or 1),
            blocking_threads=THREADS,
            workers_kill_timeout=PATIENCE,
            log_enabled=False,
            websockets=False,
        )
        server.serve()


@contextmanager
def only_server(register: Path, address: str) -> Iterator[None]:
    """Hold the register's place as served; raises FolderError, naming the other, where one serves it already."""
    with (register / "serving").open("a+", encoding="utf-8") as place:
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            place.seek(0)
            raise FolderError(f"{register} is served already, by {place.read().strip() or 'another server'}") from None
        place.truncate(0)
        place.write(f"process {os.getpid()} on {address}\n")
        place.flush()
        yield
        place.truncate(0)


def _must_be_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise FolderError(f"{host}:{port} cannot be listened on ({error.strerror}): name another --port") from None
