"""Files named by the SHA-256 of what they hold, written whole or not at all, never changed.

`bytes/ab/abcd…` is a document as it came, `text/ab/abcd…` its extracted text in UTF-8, by the text's own SHA-256.
"""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

LEFT_OVER = 3600  # seconds after which a temporary file is no longer being written


class DamageError(Exception):
    """A held file whose content does not have the SHA-256 it is named by."""


def sha256(data: bytes) -> str:
    """SHA-256 of `data` in lower hex."""
    return hashlib.sha256(data).hexdigest()


class Archive:
    """The archive in one folder. Reading checks the fingerprint; a damaged file is never handed out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep_bytes(self, data: bytes) -> str:
        """Keep a document's bytes; return their SHA-256. Keeping them again changes nothing."""
        return self._keep("bytes", data)

    def keep_text(self, text: str) -> str:
        """Keep an extracted text; return the SHA-256 of its UTF-8."""
        return self._keep("text", text.encode())

    def read_bytes(self, digest: str) -> bytes | None:
        """The bytes, or None where they are not held; raises DamageError where they have changed."""
        return self._read("bytes", digest)

    def read_text(self, digest: str) -> str | None:
        """The text, or None where it is not held; raises DamageError where it has changed."""
        data = self._read("text", digest)
        return None if data is None else data.decode()

    def holds(self, digest: str) -> bool:
        """Whether the document's bytes are held."""
        return self._path("bytes", digest).exists()

    def holds_text(self, digest: str) -> bool:
        """Whether the text of this SHA-256 is held."""
        return self._path("text", digest).exists()

    def written(self, digest: str) -> tuple[int, int] | None:
        """When the text of this SHA-256 was last written (ns), and its bytes; None where it is not held."""
        try:
            found = self._path("text", digest).stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_size

    def files(self, digest: str) -> list[Path]:
        """The files of this SHA-256 that are there."""
        return [path for path in (self._path("bytes", digest), self._path("text", digest)) if path.exists()]

    def drop(self, digest: str) -> None:
        """Erase the bytes and the text of this SHA-256 from the disk: overwritten, then removed."""
        for path in self.files(digest):
            self.remove(path)

    def leftovers(self) -> list[Path]:
        """Temporary files of writes that were killed, older than an hour: nothing will ever name them."""
        found: list[Path] = []
        for path in sorted(self.folder.glob("*/*/.*")):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < time.time() - LEFT_OVER:
                    found.append(path)
        return found

    def remove(self, path: Path) -> None:
        """Overwrite a file of the archive, then remove it."""
        with suppress(FileNotFoundError):
            _overwrite(path)
            path.unlink()

    def damaged(self) -> Iterator[str]:
        """A line for every file whose content does not match its name."""
        for path in sorted(self.folder.glob("*/*/*")):
            if not path.name.startswith("."):
                found = sha256(path.read_bytes())
                if found != path.name:
                    yield f"archive/{path.relative_to(self.folder)}: its content has the SHA-256 {found}"

    def _path(self, sort: str, digest: str) -> Path:
        return self.folder / sort / digest[:2] / digest

    def _keep(self, sort: str, data: bytes) -> str:
        digest = sha256(data)
        path = self._path(sort, digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(path, data)
        return digest

    def _read(self, sort: str, digest: str) -> bytes | None:
        try:
            data = self._path(sort, digest).read_bytes()
        except FileNotFoundError:
            return None
        if sha256(data) != digest:
            raise DamageError(f"archive/{sort}/{digest[:2]}/{digest} is damaged: run `habeas verify`")
        return data


def _write_whole(path: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(b"\0" * path.stat().st_size)
        file.flush()
        os.fsync(file.fileno())
