"""Books that stand while the log moves on: only those are derived anew of whom something was entered since.

What was derived last is held in this process by lens, territory and what of a rule it depends on, and, where it took
long, in the register's snapshots. When something was erased, sealed or taken back since, what is held here is dropped
first, so that none of it stays in memory; the snapshots of before an erasure are gone with it.
"""

from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any

from habeas.custody.whereabouts import Asked
from habeas.register import log, snapshots, write
from habeas.register.chain import Head
from habeas.register.read import View
from habeas.tally.again import Kept, derived_again
from habeas.tally.book import Book
from habeas.tally.lens import Lens
from habeas.tally.packed import packed, unpacked
from habeas.tally.table import Table

MOST = 24  # of what is held in this process
LONG = 500  # people who were derived: from then on it is worth a file

Key = tuple[Any, ...]
_LOCK = Lock()
_held: dict[Key, Kept] = {}
_at: tuple[str, Head] | None = None


def book(table: Table, asked: Asked, lens: Lens, territory: str | None, seen: View) -> Book:
    """The book of a table, from what was derived before as far as it still stands."""
    register = write.register_folder()
    key = (str(register), seen.ceiling, lens, territory, asked)
    newest = seen.at == log.head()
    before = _before(key, seen.at) if newest else None
    name = _name(key)
    if before is None and newest:
        before = _from_file(register, name)
    found, derived = derived_again(table, asked, before)
    kept = found.indexed()
    if newest:
        with _LOCK:
            _held[key] = kept
            while len(_held) > MOST:
                del _held[next(iter(_held))]
        if derived >= LONG:
            snapshots.save(register, name, seen.at, *packed(kept))
    return kept.book


def _before(key: Key, head: Head) -> Kept | None:
    """What was derived last; dropped with everything that is held where something was forgotten since."""
    global _at
    with _LOCK:
        if _at is not None and (_at[0] != key[0] or log.hides_since(_at[1].seq)):
            _held.clear()
        _at = (str(key[0]), head)
        return _held.pop(key, None)


def _from_file(register: Path, name: str) -> Kept | None:
    """What an earlier process derived; nothing where something was forgotten since."""
    found = snapshots.load(register, name)
    if found is None or log.hides_since(found.head.seq):
        return None
    try:
        return unpacked(found.columns, found.told)
    except (KeyError, ValueError, TypeError):  # not whole, or not ours: it is made again
        return None


def _name(key: Key) -> str:
    """What the snapshot of a key is called: the same in every process."""
    _, ceiling, lens, territory, asked = key
    of_rule = (sorted(asked.bodies), asked.stale_after, None if asked.all_day is None else sorted(asked.all_day))
    said = f"{ceiling.name} {lens.name}@{lens.version} {territory} {of_rule!r}"
    return sha256(said.encode()).hexdigest()[:24]
