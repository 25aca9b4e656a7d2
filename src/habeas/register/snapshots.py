"""Snapshots: columns that were derived of the record, in files that do not change, each naming the entry it stands on.

A cache and nothing else: without it the same columns are derived again. One folder a snapshot, `snapshots/NAME-SEQ`: a
column a file, mapped and not read, and `told.json`. It is written beside and then renamed, so it is whole or not there;
an older one of the same name goes. Erasing anything removes them all, and so
does making the rows anew.
"""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from .chain import Head
from .folder import UNFINISHED

FOLDER = "snapshots"
VERSION = 4  # of what is in the columns: another is not read


class Snapshot(NamedTuple):
    """The entry that a snapshot stands on, its columns, and what is told beside them."""

    head: Head
    columns: Mapping[str, npt.NDArray[Any]]
    told: Mapping[str, Any]


def save(
    register: Path, name: str, head: Head, columns: Mapping[str, npt.NDArray[Any]], told: Mapping[str, Any]
) -> None:
    """Write a snapshot, and remove those of the same name before it. A folder that cannot be written is left alone.

    While something is being erased nothing is kept: what is written may have it, and the erasure removes no more.
    """
    place = register / FOLDER
    beside = place / f".{name}-{head.seq}"
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(mode=0o700)
        for column, values in columns.items():
            np.save(beside / f"{column}.npy", values, allow_pickle=False)
        said = {"version": VERSION, "seq": head.seq, "hash": head.hash, "columns": sorted(columns), "told": told}
        (beside / "told.json").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
        older = _of(register, name)
        beside.rename(place / f"{name}-{head.seq}")
    except OSError:
        shutil.rmtree(beside, ignore_errors=True)
        return
    for one in older:
        if one.name != f"{name}-{head.seq}":
            shutil.rmtree(one, ignore_errors=True)
    if (register / UNFINISHED).exists():
        remove(register)


def load(register: Path, name: str) -> Snapshot | None:
    """The newest snapshot of a name, its columns mapped; None where there is none that can be read."""
    for place in sorted(_of(register, name), key=_seq, reverse=True):
        try:
            said = json.loads((place / "told.json").read_text(encoding="utf-8"))
            if said["version"] == VERSION:
                columns = {one: np.asarray(np.load(place / f"{one}.npy", mmap_mode="r")) for one in said["columns"]}
                return Snapshot(Head(said["seq"], said["hash"]), columns, said["told"])
        except (OSError, ValueError, KeyError):
            continue
    return None


def remove(register: Path) -> None:
    """Remove every snapshot of a register."""
    shutil.rmtree(register / FOLDER, ignore_errors=True)


def _of(register: Path, name: str) -> list[Path]:
    return [one for one in (register / FOLDER).glob(f"{name}-*") if one.name.removeprefix(f"{name}-").isdigit()]


def _seq(place: Path) -> int:
    return int(place.name.rpartition("-")[2])
