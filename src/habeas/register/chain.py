"""The chain: how an entry is hashed. This format cannot be changed.

digest = SHA-256 of the salt's 32 bytes and the body in UTF-8.
hash = SHA-256 of the line `habeas-entry-1` and seq, stamped, actor, kind, version, digest, previous, joined by line
feeds, in UTF-8; seq and version in decimal, digests in lower hex, the first `previous` 64 zeros.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime

FORMAT = "habeas-entry-1"
BEFORE_THE_FIRST = "0" * 64
SALT_BYTES = 32
_SALT = re.compile(f"[0-9a-f]{{{2 * SALT_BYTES}}}")
NOBODY_YET = "0" * 32  # the actor of entry 1, written before anybody has a name in the register


class HeadError(ValueError):
    """A citation of the log that is malformed, or of another register."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry with its payload; salt and body are None once they were erased."""

    seq: int
    stamped: str
    actor: str
    kind: str
    version: int
    digest: str
    previous: str
    hash: str
    salt: str | None
    body: str | None

    @property
    def day(self) -> str:
        """The day on which it was recorded, YYYY-MM-DD (UTC)."""
        return self.stamped[:10]


@dataclass(frozen=True, slots=True, order=True)
class Head:
    """The last entry of the log: its sequence number and hash. The empty log is 0 and zeros."""

    seq: int
    hash: str

    def __str__(self) -> str:
        return f"{self.seq}-{self.hash[:8]}"

    @property
    def whole(self) -> str:
        """SEQ-HASH with the whole hash, to be kept elsewhere."""
        return f"{self.seq}-{self.hash}"


EMPTY = Head(0, BEFORE_THE_FIRST)


def digest_of(salt: bytes, body: str) -> str:
    """The digest of a payload, in lower hex."""
    return hashlib.sha256(salt + body.encode()).hexdigest()


def hash_of(seq: int, stamped: str, actor: str, kind: str, version: int, digest: str, previous: str) -> str:
    """The hash of an entry, in lower hex."""
    lines = (FORMAT, str(seq), stamped, actor, kind, str(version), digest, previous)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def stamp(moment: datetime) -> str:
    """A moment as it is kept: 2026-11-23T09:46:57.123456Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def chained(head: Head, stamped: str, actor: str, kind: str, version: int, salt: bytes, body: str) -> LogEntry:
    """The entry that follows `head`."""
    seq = head.seq + 1
    digest = digest_of(salt, body)
    made = hash_of(seq, stamped, actor, kind, version, digest, head.hash)
    return LogEntry(seq, stamped, actor, kind, version, digest, head.hash, made, salt.hex(), body)


def fault_in(entry: LogEntry, before: Head, erased: bool) -> str | None:
    """What is wrong with `entry` as the one after `before`, or None. `erased`: its payload was ordered away."""
    if entry.seq != before.seq + 1:
        return f"entry {before.seq + 1} is missing: the log goes on with entry {entry.seq}"
    if entry.previous != before.hash:
        return f"entry {entry.seq} does not follow entry {before.seq}: the hash before it is another one"
    try:
        made = hash_of(entry.seq, entry.stamped, entry.actor, entry.kind, entry.version, entry.digest, entry.previous)
    except (TypeError, UnicodeEncodeError):  # bytes that are no text any more
        made = ""
    if entry.hash != made:
        return f"entry {entry.seq} was changed: its fields do not give its hash"
    return _fault_in_payload(entry, erased)


def _fault_in_payload(entry: LogEntry, erased: bool) -> str | None:
    if entry.salt is None or entry.body is None:
        if entry.salt is None and entry.body is None and erased:
            return None
        return f"entry {entry.seq} has lost its body, and no erase entry ordered that"
    if erased:
        return f"entry {entry.seq} was erased, and its body is back"
    if not isinstance(entry.salt, str) or not _SALT.fullmatch(entry.salt):
        return f"entry {entry.seq} was changed: its salt is not {2 * SALT_BYTES} hex digits"
    try:
        digest = digest_of(bytes.fromhex(entry.salt), entry.body)
    except (AttributeError, UnicodeEncodeError):
        return f"entry {entry.seq} was changed: its body is not text in UTF-8"
    if digest != entry.digest:
        return f"entry {entry.seq} was changed: its body does not give its digest"
    return None


def parse_head(text: str) -> tuple[int, str]:
    """Sequence number and hash (eight digits or more) of a citation SEQ-HASH; raises HeadError."""
    match = re.fullmatch(r"([1-9][0-9]*)-([0-9a-f]{8,64})", text.strip())
    if not match:
        raise HeadError(f"{text!r} is not an entry of a log: write SEQ-HASH as it is printed, such as 120-1a2b3c4d")
    if len(match[1]) > 15:
        raise HeadError(f"{match[1][:16]}… is not an entry of this register: no log is so long")
    return int(match[1]), match[2]
