"""On the news report of February 2025 the people whom its case names are found, at the places marked by hand.

The report is somebody else's: the marks are positions and fingerprints, and where it is not at hand this is skipped.
"""

import hashlib
import tomllib
from pathlib import Path

import pytest

from habeas.names.in_text.mention import Mention
from habeas.names.known import Known

ROOT = Path(__file__).parents[2]
REPORT = ROOT.parent / "shared" / "seed" / "report.txt"
MARKED = tomllib.loads((Path(__file__).parent / "report.toml").read_text(encoding="utf-8"))
CASE = tomllib.loads((ROOT / "cases" / "belarus" / "report-2025-02.toml").read_text(encoding="utf-8"))
PEOPLE = {
    key: [one["name"], *(other["name"] for other in one.get("names", ()))]
    for key, one in (*CASE["agents"].items(), *CASE["records"].items())
    if one.get("sort", "person") == "person"
}


@pytest.fixture(scope="module")
def report() -> str:
    if not REPORT.exists():
        pytest.skip("the report is not beside this checkout, in shared/seed/report.txt")
    text = REPORT.read_text(encoding="utf-8")
    assert hashlib.sha256(text.encode()).hexdigest() == MARKED["document"]
    marked = "\n".join(text[start:end] for start, end, _ in MARKED["mentions"])
    assert hashlib.sha256(marked.encode()).hexdigest() == MARKED["words"]
    return text


@pytest.mark.parametrize("kept", ["every name", "the main name"])
def test_all_but_one_are_found_and_at_most_one_is_false(report: str, kept: str) -> None:
    people = PEOPLE if kept == "every name" else {key: names[:1] for key, names in PEOPLE.items()}
    found = Known(people).find(report)
    missed = [mark for mark in MARKED["mentions"] if not any(covers(one, *mark) for one in found)]
    false = [one for one in found if not any(covers(one, *mark) for mark in MARKED["mentions"])]
    assert len(MARKED["mentions"]) == 52
    assert len(missed) <= 1, missed
    assert len(false) <= 1, false


@pytest.mark.parametrize("language", MARKED["spellings"])
def test_they_are_found_by_their_names_in_another_language(report: str, language: str) -> None:
    named = dict(MARKED["spellings"][language])
    least = named.pop("least")
    found = Known({key: [name] for key, name in named.items()}).find(report)
    right = sum(any(covers(one, *mark) for one in found) for mark in MARKED["mentions"])
    assert right >= least
    assert sum(not any(covers(one, *mark) for mark in MARKED["mentions"]) for one in found) <= 1


def covers(one: Mention, start: int, end: int, key: str) -> bool:
    return one.start <= start < end <= one.end and key in one.known
