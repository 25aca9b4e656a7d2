"""The log of version 1, as it was written once: this code still reads it, and projects the same rows from it."""

import json
import os
from pathlib import Path

import pytest

from habeas.register import log, models, verify
from habeas.register.chain import EMPTY, Head, fault_in
from habeas.register.opening import replay
from habeas.register.rows import insert
from habeas.register.session import writing
from tests.golden import make
from tests.register.test_projections import empty

HEAD = "24-2c9cf1cb92d3f6a147bc6aadfd2b0ea566f70a93a4f44944db0925fba6c944bb"  # never changed


def test_the_golden_chain_is_whole_and_ends_where_it_did() -> None:
    before, gone = EMPTY, make.erased()
    for entry in make.entries():
        assert fault_in(entry, before, entry.seq in gone) is None
        before = Head(entry.seq, entry.hash)
    assert before.whole == HEAD


def test_the_golden_log_is_projected_as_it_was(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    for sort in ("sqlite", "postgresql"):
        empty(request, sort, tmp_path)
        with writing() as database:
            log.keep(database, make.entries())
            insert(database, models.Erased, sorted(make.erased().items()))
            replay(iter(make.entries()), "default", 0)
        if os.environ.get("HABEAS_WRITE_GOLDEN_ROWS"):
            make.write_rows()
        assert make.rows_here() == json.loads(make.ROWS.read_text(encoding="utf-8"))
        assert list(verify.faults()) == []
