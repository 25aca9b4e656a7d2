"""The labelled pairs and the people of ../shared/data/names, split by person: a part to fit on and a part to report.

A person belongs to the fit part if the first byte of the SHA-256 of the person's id is even. A pair across is in
neither. Nothing is copied from there into this repository.
"""

import csv
import gzip
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "names"
PAIRS, PEOPLE = SHARED / "pairs_dev.tsv.gz", SHARED / "people_dev.tsv.gz"


class Pair(NamedTuple):
    """Two names, whether one person bears both, and the slice: `kind` of scripts, a Slavic bearer, why it is hard."""

    same: bool
    a: str
    b: str
    kind: str = "given"
    slavic: bool = False
    negative: str = ""
    person_a: str = ""
    person_b: str = ""


class Label(NamedTuple):
    """What a person is called in a language (a code of the encyclopaedia it stands in)."""

    person: str
    lang: str
    name: str


def in_fit(person: str) -> bool:
    """Whether a person is of the part to fit on."""
    return hashlib.sha256(person.encode()).digest()[0] % 2 == 0


def pairs(path: Path = PAIRS) -> list[Pair]:
    """The pairs of a file with at least the columns label, a and b (tab or comma, gzip or not).

    Raises ValueError naming file and line where a label is neither 0 nor 1 or a name is missing.
    """
    return [_pair(row, f"{path.name}, line {line}") for line, row in enumerate(rows(path), 2)]


def fit_part(every: list[Pair]) -> list[Pair]:
    """The pairs whose persons are both of the fit part."""
    return [pair for pair in every if in_fit(pair.person_a) and in_fit(pair.person_b)]


def report_part(every: list[Pair]) -> list[Pair]:
    """The pairs neither of whose persons is of the fit part."""
    return [pair for pair in every if not in_fit(pair.person_a) and not in_fit(pair.person_b)]


@cache
def people(path: Path = PEOPLE) -> tuple[Label, ...]:
    """Every label of every person."""
    return tuple(Label(row["person"], row["lang"], row["name"]) for row in rows(path))


def _pair(row: dict[str, str], where: str) -> Pair:
    label, a, b = row.get("label"), row.get("a"), row.get("b")
    if label not in ("0", "1") or not a or not b:
        raise ValueError(f"{where}: label must be 0 or 1 and a and b names, not {label!r}, {a!r}, {b!r}")
    slavic = row.get("slavic") == "1"
    persons = row.get("person_a") or "", row.get("person_b") or ""
    return Pair(label == "1", a, b, row.get("kind") or "given", slavic, row.get("negative") or "", *persons)


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a file of columns, by tabs without quotes or by commas with them. Raises FileNotFoundError."""
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there; the benchmark of names reads its pairs, people and lists")
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8-sig").splitlines()
    if "\t" not in lines[0]:
        yield from csv.DictReader(lines)
        return
    columns = lines[0].split("\t")
    for line in lines[1:]:
        yield dict(zip(columns, line.split("\t"), strict=False))
