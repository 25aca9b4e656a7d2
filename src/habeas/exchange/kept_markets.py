"""The markets of a register, for its pages: files in its folder under `markets/`, where `habeas market --keep` puts
them.

What stands there is shown to everybody who may see the pages. Nothing of it is in the log.
"""

import os
import shutil
from functools import lru_cache
from pathlib import Path

from habeas.answers.public import AskError
from habeas.names.fold import fold
from habeas.register import folder

from .market import MarketFile, beside, read_market
from .prepared import FileError

PLACE = "markets"
NONE = "this register keeps no market: `habeas market FILE --keep` puts one here"
MOST = 8  # markets that are held in memory once they were read


def keep(path: Path) -> Path:
    """Copy a market with its tables into the register that is open, each where it stands beside the others.

    Returns the copy. Raises FileError for a market with a mistake: nothing is copied then.
    """
    read_market(path)
    files = [one.resolve() for one in (path, *beside(path))]
    above = Path(os.path.commonpath([one.parent for one in files]))
    place = folder.current() / PLACE / path.stem
    for one in files:
        copy = place / one.relative_to(above)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(one, copy)
    return place / files[0].relative_to(above)


def kept() -> dict[str, MarketFile]:
    """The markets that are kept, by name. One that cannot be read is left out: its pages say that it is not there."""
    found: dict[str, MarketFile] = {}
    for path in sorted((folder.current() / PLACE).glob("*/**/*.toml")):
        try:
            stamps = tuple(one.stat().st_mtime_ns for one in (path, *beside(path)))
            market = _read(path, stamps)
        except (FileError, OSError):
            continue
        found.setdefault(market.described.name, market)
    return found


def stamp() -> str:
    """What changes where a file of the markets is put here, taken away or written again."""
    files = sorted(one for one in (folder.current() / PLACE).glob("**/*") if one.is_file())
    return " ".join(f"{one.name}:{one.stat().st_mtime_ns}" for one in files)


def kept_market(name: str) -> MarketFile:
    """The market of this name, or the first where none is named. Raises AskError, with the names that there are."""
    every = kept()
    if not every:
        raise AskError("name", NONE)
    if not name.strip():
        return next(iter(every.values()))
    for one, market in every.items():
        if fold(one) == fold(" ".join(name.split())):
            return market
    raise AskError("name", f"no market here is called “{name.strip()[:60]}”; there are {', '.join(every)}")


@lru_cache(maxsize=MOST)
def _read(path: Path, stamps: tuple[int, ...]) -> MarketFile:
    """A market as its files stand; `stamps` tell when one of them was changed."""
    return read_market(path)
