"""Transactions. A writer holds the one lock from its first statement; a reader sees one state from head to rows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar, cast

from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

Read = TypeVar("Read")
_ONCE = "read_once"  # on a connection: what was read in the read transaction that is open
LOCK = 0x6861_6265_6173  # "habeas": the advisory lock that orders the log on PostgreSQL


def connection(alias: str = DEFAULT_DB_ALIAS) -> BaseDatabaseWrapper:
    """The connection of this thread."""
    return connections[alias]


@contextmanager
def writing(alias: str = DEFAULT_DB_ALIAS) -> Iterator[BaseDatabaseWrapper]:
    """One transaction under the log's lock, committed at the end or not at all."""
    database = connection(alias)
    if database.in_atomic_block:
        raise RuntimeError("a command is a transaction of its own: it cannot begin inside another")
    with _immediate(database), transaction.atomic(using=alias, durable=True):
        if database.vendor == "postgresql":
            _lock(database)
        yield database


@contextmanager
def reading(alias: str = DEFAULT_DB_ALIAS) -> Iterator[BaseDatabaseWrapper]:
    """One read transaction: everything read in it is of one state. Inside another it joins that one."""
    database = connection(alias)
    if database.in_atomic_block:
        yield database
        return
    with transaction.atomic(using=alias):
        if database.vendor == "postgresql":
            with database.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        vars(database)[_ONCE] = {}
        try:
            yield database
        finally:
            del vars(database)[_ONCE]


def once(database: BaseDatabaseWrapper, read: Callable[[BaseDatabaseWrapper], Read]) -> Read:
    """What `read` finds; within a read transaction, in which nothing changes, it is asked for once."""
    found = vars(database).get(_ONCE)
    if found is None:
        return read(database)
    if read not in found:
        found[read] = read(database)
    return cast(Read, found[read])


@contextmanager
def _immediate(database: BaseDatabaseWrapper) -> Iterator[None]:
    """On SQLite a writer begins as one: a reader that later wants to write would be refused, not queued."""
    if database.vendor != "sqlite":
        yield
        return
    database.ensure_connection()
    before = getattr(database, "transaction_mode", None)
    vars(database)["transaction_mode"] = "IMMEDIATE"
    try:
        yield
    finally:
        vars(database)["transaction_mode"] = before


def _lock(database: BaseDatabaseWrapper) -> None:
    with database.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("SHOW transaction_isolation")
        (level,) = cursor.fetchone()
    if level != "read committed":
        raise RuntimeError(f"the log is written under READ COMMITTED, this connection is under {level.upper()}")
