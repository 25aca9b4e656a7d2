"""Real lists from the folder beside the checkout: a list's dated versions, and the same in another script.

The names are of a public advocacy list; of a row its own columns are read: birth, sex, place, death, planned end.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii

from habeas.claims.when import DateError
from habeas.linkage.listed import PLANNED_END, Day, Listed, Told

from .trial import Trial, day

REGISTERS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "registers"
FIRST, LAST = (f"chinese-political-prisoners__known_{known}.csv" for known in ("2020-05-23", "2020-09-22"))
KEY = ("Name", "Date of Birth", "Source")  # what tells a row from others in every version


def trials() -> Iterator[Trial]:
    """The first version against the third, the third against itself written in Latin letters; nothing where absent."""
    if not (REGISTERS / FIRST).exists():
        return
    first, last = (_rows(REGISTERS / name) for name in (FIRST, LAST))
    keys = {key: place for place, key in enumerate(_keys(last))}
    both = {(place, keys[key]) for place, key in enumerate(_keys(first)) if key in keys}
    yield Trial("one list, first and third version", _people(first), _people(last), frozenset(both))
    latin = [row | {"Name": latin_name(row["Name"]), "Place": anyascii(row["Place"])} for row in last]
    every = frozenset((place, place) for place in range(len(last)))
    yield Trial("a list and itself in Latin letters", _people(last), _people(latin), every)
    bare = [{"Name": row["Name"], "Date of Birth": row["Date of Birth"]} for row in latin]
    yield Trial("the same by name and birth alone", _people(last), _people(bare), every)


def latin_name(name: str) -> str:
    """A name of Chinese characters by its syllables, the surname first: Liu Xiaobo."""
    syllables = [anyascii(letter).strip() for letter in name]
    return f"{syllables[0]} {''.join(syllables[1:]).capitalize()}" if len(name) > 1 else anyascii(name)


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def _keys(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
    """A row by its key, and how often that stood above."""
    above = Counter[tuple[str, ...]]()
    found = []
    for row in rows:
        key = tuple(row[column] for column in KEY)
        found.append((*key, str(above[key])))
        above[key] += 1
    return found


def _people(rows: list[dict[str, str]]) -> list[Listed]:
    return [_person(str(place), row) for place, row in enumerate(rows)]


def _person(key: str, row: dict[str, str]) -> Listed:
    acts = (("died", row.get("Date of Death")), (PLANNED_END, row.get("Sentence")))
    return Listed(
        records=(f"{id(row)}-{key}",),
        person=f"{id(row)}-{key}",
        names=(row["Name"],),
        births=_days(row.get("Date of Birth")),
        sexes=frozenset((row["Gender"],)) if row.get("Gender") else frozenset(),
        places=(row["Place"],) if row.get("Place") else (),
        acts=tuple(Told(what, each) for what, text in acts for each in _days(text)),
    )


def _days(text: str | None) -> tuple[Day, ...]:
    try:
        return (day(text),) if text else ()
    except DateError:
        return ()
