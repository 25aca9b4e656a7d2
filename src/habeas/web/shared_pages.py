"""Pages that one process of a server made, for the others: memory that they have in common, and nothing on a disk.

A value is written where its key says, over whatever stands there. What was cut off so, or is just being written, is
known by its fingerprint, and then it is as if nothing stood there: nobody waits for anybody.
"""

import mmap
from hashlib import blake2b

ROOM = 128_000_000  # bytes
_STEP = 1024  # bytes between two places
_DIGEST = 16
_LENGTH = 4
_HEAD = 2 * _DIGEST + _LENGTH  # the key, the fingerprint, the length


class SharedPages:
    """Bytes by key, for as long as nothing else wants their place."""

    def __init__(self, room: int = ROOM) -> None:
        self._memory = mmap.mmap(-1, room)  # processes that are forked from here on have the same

    def get(self, key: str) -> bytes | None:
        """What was put under a key, if it stands there still, and whole."""
        name, place = self._place(key)
        head = self._memory[place : place + _HEAD]
        if head[:_DIGEST] != name:
            return None
        end = place + _HEAD + int.from_bytes(head[2 * _DIGEST :])
        value = self._memory[place + _HEAD : end]
        return value if _digest(name, value) == head[_DIGEST : 2 * _DIGEST] else None

    def put(self, key: str, value: bytes) -> None:
        """Put a value under a key, in the place of another; one that does not fit there is not kept."""
        name, place = self._place(key)
        written = name + _digest(name, value) + len(value).to_bytes(_LENGTH) + value
        if place + len(written) > len(self._memory):
            written = bytes(_DIGEST)
        self._memory[place : place + len(written)] = written

    def forget(self) -> None:
        """From here on nothing stands here."""
        if hasattr(mmap, "MADV_REMOVE"):  # given back, and read as zeros from here on
            self._memory.madvise(mmap.MADV_REMOVE)
        else:
            self._memory[:] = bytes(len(self._memory))

    def _place(self, key: str) -> tuple[bytes, int]:
        name = _digest(key.encode())
        return name, int.from_bytes(name) % (len(self._memory) // _STEP) * _STEP


def _digest(*parts: bytes) -> bytes:
    return blake2b(b"".join(parts), digest_size=_DIGEST).digest()
