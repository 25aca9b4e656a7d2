"""Appending to the log and reading it. Only a transaction that holds the lock may append."""

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.backends.base.base import BaseDatabaseWrapper

from habeas.claims.vocabulary import HIDING_WITHDRAWALS, Access

from .chain import EMPTY, SALT_BYTES, Head, HeadError, LogEntry, chained, parse_head, stamp
from .models import Entry, Erased, Payload
from .rows import insert
from .session import connection, once, reading

_FIELDS = "e.seq, e.stamped, e.actor, e.kind, e.version, e.digest, e.previous, e.hash, p.salt, p.body"
_JOINED = f"SELECT {_FIELDS} FROM entry e LEFT JOIN payload p ON p.seq = e.seq"


@dataclass(frozen=True, slots=True)
class Hand:
    """Where the log takes its time and its chance from; a test holds both."""

    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    chance: Callable[[int], bytes] = os.urandom


SYSTEM = Hand()

Line = tuple[str, int, str]  # kind, version, body as canonical text


def head(alias: str = "default") -> Head:
    """The last entry of the log."""
    with reading(alias) as database:
        return once(database, head_of)


def head_of(database: BaseDatabaseWrapper) -> Head:
    """The last entry, within a transaction that is open."""
    with database.cursor() as cursor:
        cursor.execute("SELECT seq, hash FROM entry ORDER BY seq DESC LIMIT 1")
        row = cursor.fetchone()
    return Head(*row) if row else EMPTY


def append(database: BaseDatabaseWrapper, actor: str, lines: Sequence[Line], hand: Hand = SYSTEM) -> list[LogEntry]:
    """Append entries, stamped alike, within a writing transaction; return them as they stand in the log."""
    last = head_of(database)
    stamped = stamp(hand.clock())
    salts = hand.chance(SALT_BYTES * len(lines))
    made: list[LogEntry] = []
    for index, (kind, version, body) in enumerate(lines):
        salt = salts[index * SALT_BYTES : (index + 1) * SALT_BYTES]
        entry = chained(last, stamped, actor, kind, version, salt, body)
        made.append(entry)
        last = Head(entry.seq, entry.hash)
    keep(database, made)
    return made


def keep(database: BaseDatabaseWrapper, entries: Sequence[LogEntry]) -> None:
    """Insert entries that are chained already: new ones, or those of a copied log."""
    insert(
        database,
        Entry,
        [(e.seq, e.stamped, e.actor, e.kind, e.version, e.digest, e.previous, e.hash) for e in entries],
    )
    insert(database, Payload, [(e.seq, e.salt, e.body) for e in entries])


def entries(alias: str = "default", after: int = 0, batch: int = 2000) -> Iterator[LogEntry]:
    """The log in order, from the entry after `after`, read in batches."""
    while True:
        with connection(alias).cursor() as cursor:
            cursor.execute(f"{_JOINED} WHERE e.seq > %s ORDER BY e.seq LIMIT %s", [after, batch])
            rows = cursor.fetchall()
        yield from (LogEntry(*row) for row in rows)
        if len(rows) < batch:
            return
        after = rows[-1][0]


def entry(seq: int, alias: str = "default") -> LogEntry | None:
    """One entry, or None."""
    with connection(alias).cursor() as cursor:
        cursor.execute(f"{_JOINED} WHERE e.seq = %s", [seq])
        row = cursor.fetchone()
    return LogEntry(*row) if row else None


def hides_since(head: Head, alias: str = "default") -> bool:
    """Whether an entry after this one erased or sealed something, or took it back for consent or law.

    Only what was opened to everybody is certain not to be sealed to anybody. Of a head that is not in this log (a
    backup was put in its place) nothing is certain at all.
    """
    with connection(alias).cursor() as cursor:
        cursor.execute("SELECT hash FROM entry WHERE seq = %s", [head.seq])
        if head != EMPTY and cursor.fetchone() != (head.hash,):
            return True
        kinds = "('erase', 'access', 'withdrawal')"
        cursor.execute(f"{_JOINED} WHERE e.seq > %s AND e.kind IN {kinds}", [head.seq])
        return any(_hides(LogEntry(*row)) for row in cursor.fetchall())


def _hides(entry: LogEntry) -> bool:
    if entry.kind == "erase" or entry.body is None:
        return True
    body = json.loads(entry.body)
    if entry.kind == "access":
        return bool(Access[body["level"]] > Access.public)
    return body["reason"] in HIDING_WITHDRAWALS


def erased(alias: str = "default") -> dict[int, int]:
    """Sequence numbers whose payload was ordered away, each with the erase entry that ordered it."""
    return dict(Erased.objects.using(alias).values_list("seq", "by_seq"))


def resolve(citation: str | None, alias: str = "default") -> Head:
    """The head that a citation SEQ-HASH names, or the last; raises HeadError if it is of another register."""
    if citation is None:
        return head(alias)
    seq, digits = parse_head(citation)
    found = entry(seq, alias)
    if found is None or not found.hash.startswith(digits):
        raise HeadError(f"{citation} is not an entry of this register: the figure was cited from another one")
    return Head(found.seq, found.hash)
