"""`kill -9` in the middle of an import, with three writers: what was acknowledged stays, and nothing is there twice."""

import random
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from habeas.claims.vocabulary import Access
from habeas.register import log, read, verify
from habeas.register.query import Query
from tests.conftest import point_at

from .commands import command, environment, habeas, list_terms, people_csv

ROUNDS = 8
LONGER = (5.0, 10.0, 20.0, 40.0, 80.0)  # seconds, where a loaded machine acknowledged nothing in the rounds
WRITERS = 3
PEOPLE = 700  # 2,103 entries: a batch has 500, so there is much to be cut in


@pytest.mark.slow
def test_no_acknowledged_claim_is_lost(register: Path, tmp_path: Path) -> None:
    files = [people_csv(tmp_path / f"people{number}.csv", number * 10_000, PEOPLE) for number in range(WRITERS)]
    chance, acknowledged = random.Random(9), set[str]()
    for delay in (*(chance.uniform(0.9, 3.0) for _ in range(ROUNDS)), *LONGER):
        if acknowledged and delay in LONGER:
            break
        acknowledged |= _imports_killed_after(delay, register, files)
        point_at(register)
        for head in acknowledged:
            assert log.resolve(head).whole == head
        assert list(verify.faults()) == []
    assert acknowledged, "no batch was acknowledged before the kill: the test did not test"
    for number, file in enumerate(files):
        habeas("import", file, "-r", register, *list_terms(f"list {number}"))
        again = habeas("import", file, "-r", register, *list_terms(f"list {number}"))
        assert f"0 added, 0 corrected, {3 * PEOPLE + 3:,} already on record" in again.stdout
    point_at(register)
    assert read.count(Query(type="act"), read.view(None, Access.staff)) == WRITERS * PEOPLE * 2
    assert list(verify.faults()) == []


def _imports_killed_after(delay: float, register: Path, files: list[Path]) -> set[str]:
    """Start three imports, kill them all at once, and return the heads that they had acknowledged."""
    writers = [
        subprocess.Popen(
            command("import", file, "-r", register, *list_terms(f"list {number}")),
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number, file in enumerate(files)
    ]
    time.sleep(delay)
    for writer in writers:
        writer.send_signal(signal.SIGKILL)
    told = [writer.communicate()[1] for writer in writers]
    return {head for text in told for head in re.findall(r"head (\d+-[0-9a-f]{64})$", text, re.MULTILINE)}
