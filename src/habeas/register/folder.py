"""A register is one folder: `register.toml`, `register.db` (or a PostgreSQL that it names), `archive/`, `heads`.

`heads` gets a line after every commit: the chain alone does not see its own cut-off tail.
"""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .chain import Head, parse_head

VARIABLE = "HABEAS_REGISTER"
FORMAT = "habeas-register-1"
_TORN = re.compile(r"[0-9]*(-[0-9a-f]{0,63})?")
LOCK_WAIT = 60  # seconds that a writer waits for another
STAYS = 1  # seconds that a server keeps a connection: to make one takes as long as to answer with a page that is kept
UNFINISHED = "erasing"  # a file in the folder from before an erasure until the freed bytes are overwritten


class FolderError(Exception):
    """A folder that is not a register, or not one that this code can open."""


def current() -> Path:
    """The register folder that the setting names; ./register by default."""
    return Path(os.environ.get(VARIABLE, "register")).absolute()


def exists(folder: Path) -> bool:
    """Whether a register is there."""
    return (folder / "register.toml").exists()


def create(folder: Path, name: str, database: str | None, invented: str = "") -> None:
    """Make the folder and its register.toml, readable by its owner only; raises FolderError where something is.

    `invented`: a sentence that says what in it is made up; without one the register is of real facts.
    """
    if exists(folder):
        raise FolderError(f"{folder} is a register already: nothing was changed")
    if folder.exists() and any(folder.iterdir()):
        raise FolderError(f"{folder} is not empty and not a register: name a new folder")
    if database is not None:
        _postgres(database)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    lines = [f"format = {_quoted(FORMAT)}", f"name = {_quoted(name)}"]
    lines += [f"database = {_quoted(database)}"] if database else []
    lines += [f"invented = {_quoted(invented)}"] if invented else []
    path = folder / "register.toml"
    path.touch(mode=0o600)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def say(folder: Path, **settings: str) -> None:
    """Add settings that are not said yet to register.toml, for whoever reads its pages."""
    with (folder / "register.toml").open("a", encoding="utf-8") as file:
        file.writelines(f"{name} = {_quoted(value)}\n" for name, value in settings.items())


def read(folder: Path) -> dict[str, str]:
    """The register's own settings; raises FolderError where there is no register or one of another format."""
    try:
        found = _parsed((folder / "register.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise FolderError(
            f"there is no register in {folder}: make one with `habeas init`, or name it with --register"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise FolderError(f"{folder / 'register.toml'} cannot be read: {error}") from error
    if found.get("format") != FORMAT:
        raise FolderError(f"{folder} has the format {found.get('format')!r}; this code reads {FORMAT}")
    return {key: str(value) for key, value in found.items()}


@lru_cache(maxsize=8)
def _parsed(text: str) -> Mapping[str, object]:
    return tomllib.loads(text)


def invented(folder: Path) -> str:
    """What a reader is told everywhere of a register of invented people; empty where nothing in it is invented."""
    return said_of_invented(read(folder))


def said_of_invented(settings: Mapping[str, str]) -> str:
    """The same by the register's settings."""
    said = settings.get("invented", "").strip()
    return f"† Invented: {said}" if said else ""


def database(folder: Path) -> dict[str, object]:
    """Django's settings for the register's database."""
    url = read(folder).get("database") if exists(folder) else None
    return _postgres(url) if url else sqlite(folder / "register.db")


def sqlite(path: Path) -> dict[str, object]:
    """Django's settings for a SQLite file: WAL, every commit on the disk, erased bytes overwritten."""
    pragmas = (
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA recursive_triggers=ON",
        "PRAGMA secure_delete=ON",
        "PRAGMA temp_store=MEMORY",
    )
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "CONN_MAX_AGE": STAYS,
        "NAME": str(path),
        "OPTIONS": {"timeout": LOCK_WAIT, "init_command": ";".join(pragmas)},
    }


def _postgres(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgresql", "postgres"} or not parts.path.strip("/"):
        raise FolderError(f"{url!r} is not a database: write postgresql://user@host:port/name")
    query = dict(pair.partition("=")[::2] for pair in parts.query.split("&") if pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": STAYS,
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"options": "-c client_encoding=UTF8"},
    }


def add_head(folder: Path, head: Head) -> None:
    """Add a line to `heads`, in one write, and see it to the disk; a line that was cut off before it stays alone."""
    descriptor = os.open(folder / "heads", os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        size = os.fstat(descriptor).st_size
        torn = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        os.write(descriptor, (b"\n" if torn else b"") + f"{head.whole}\n".encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def heads(folder: Path) -> Iterator[tuple[int, str]]:
    """Sequence number and hash of every head that was noted; raises HeadError for a line that is none.

    A line that a crash cut off says less than a head, and is passed over.
    """
    path = folder / "heads"
    if path.exists():
        for line in path.read_text(encoding="ascii", errors="replace").splitlines():
            if not _TORN.fullmatch(line):
                yield parse_head(line)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
