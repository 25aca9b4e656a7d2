"""Twenty writers at once, each a process: one linear log, gapless, with everything in it."""

import subprocess
import sys
from pathlib import Path

import pytest

from habeas.claims.vocabulary import Access
from habeas.register import folder, log, read, verify
from habeas.register.query import Query
from tests.conftest import point_at

from .commands import ROOT, environment

WRITERS, EACH = 20, 5

WRITER = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.server.settings"
import django
django.setup()
from tests import zalesia
number = int(sys.argv[1])
for turn in range(int(sys.argv[2])):
    zalesia.enter(zalesia.claim(f"Claim {number}.{turn}", start=number * 1000 + turn * 20), by=f"writer {number}")
"""


@pytest.mark.slow
def test_twenty_writers_end_in_one_linear_log(register: Path) -> None:
    kept = environment() | {"HABEAS_REGISTER": str(register), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(number), str(EACH)], env=kept, stderr=subprocess.PIPE)
        for number in range(WRITERS)
    ]
    assert [(writer.communicate()[1], writer.returncode) for writer in writers] == [(b"", 0)] * WRITERS
    point_at(register)
    seqs = [entry.seq for entry in log.entries()]
    assert seqs == list(range(1, len(seqs) + 1))
    assert read.count(Query(), read.view(None, Access.staff)) == WRITERS * EACH
    assert list(verify.faults()) == []
    assert {seq for seq, _ in folder.heads(register)} <= set(seqs)
