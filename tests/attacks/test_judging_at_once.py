"""Judges at once, each a process, whose judgements cannot all be so: whoever comes last is refused."""

import subprocess
import sys
from pathlib import Path

from habeas.claims.vocabulary import Access, Sameness
from habeas.linkage.contradiction import contradiction
from habeas.register import judged, living, read
from tests import zalesia
from tests.conftest import point_at

from .commands import ROOT, environment

NAMES = ("Yazep Kalyada", "Yazep Kolyada", "Y. Kalyada")
JUDGE = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "habeas.server.settings"
import django
django.setup()
from habeas.claims.vocabulary import Sameness
from habeas.register import judge, write
from habeas.register.refusals import ContradictionError
one, other, verdict, by = sys.argv[1:]
made = write.actor(by)
sys.stdin.readline()
try:
    judge.judge([judge.Verdict(one, other, Sameness(verdict), "one birth")], made)
except ContradictionError:
    sys.exit(3)
"""


def test_of_judgements_that_cannot_all_be_so_one_is_refused(register: Path) -> None:
    zalesia.enter(*(zalesia.act(name, "held", "2025-10-01", 20 * place) for place, name in enumerate(NAMES)))
    a, b, c = (str(zalesia.record(name).body["id"]) for name in NAMES)
    kept = environment() | {"HABEAS_REGISTER": str(register), "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
    said = ((a, b, "same", "Anna"), (b, c, "same", "Boris"), (a, c, "different", "Clara"))
    judges = [
        subprocess.Popen(
            [sys.executable, "-c", JUDGE, *words], env=kept, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for words in said
    ]
    for one in judges:
        assert one.stdin is not None
        one.stdin.write("now\n")
        one.stdin.flush()
    ended = [(one.communicate()[1], one.returncode) for one in judges]
    assert sorted(code for _, code in ended) == [0, 0, 3], ended
    point_at(register)
    seen = read.view(None, Access.staff)
    assert len(judged.judgements(seen)) == 2
    live = living.around([a], seen.at.seq)
    assert contradiction(living.pairs(live, Sameness.same), living.pairs(live, Sameness.different)) is None
