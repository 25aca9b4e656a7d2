"""Logs as they were written once: this code still reads them, and projects from each what it should.

The rows change with the version of the projections (2: what is judged, attributes, the keys that a claim states; 3:
what a count reads, rules and lenses; 4: what keepers take in, the place of an act; 5: reviews; 6: by which keys
names are found; 7: what agents are called); the logs never do.
"""

import json
import os
from pathlib import Path

import pytest

from habeas.claims.bodies import KINDS
from habeas.register import log, models, opening, verify
from habeas.register.chain import EMPTY, Head, fault_in
from habeas.register.opening import replay
from habeas.register.refusals import StaleError
from habeas.register.rows import insert
from habeas.register.session import writing
from tests.golden import make
from tests.register.test_projections import empty

HEADS = {  # never changed
    1: "24-2c9cf1cb92d3f6a147bc6aadfd2b0ea566f70a93a4f44944db0925fba6c944bb",
    2: "29-121f719e7c9c2ffccd502f96c89a9abd8d5db923de653e2308b28099500bb3ec",
    3: "29-27ee9d8596ed7fb3aab81f7fb217c287bc1bf660e2c93a0583623f54db8ce833",
    4: "18-83bae5a506a0beca36bc9a88436e0ab2190b15ca6cfa228268a328cfe48bf6ae",
    5: "13-08cc314177741ffbd7946c491e84ae53567f28229f8fd248a6148a8aebb1bc5b",
    6: "22-f0df5e6e0f2b5768021eda2b4dd5d0c4d41abcf23d77718f52e69d700c7b2374",
}


@pytest.mark.parametrize("number", HEADS)
def test_the_golden_chain_is_whole_and_ends_where_it_did(number: int) -> None:
    before, gone = EMPTY, make.erased(number)
    for entry in make.entries(number):
        assert fault_in(entry, before, entry.seq in gone) is None
        before = Head(entry.seq, entry.hash)
    assert before.whole == HEADS[number]


@pytest.mark.parametrize("number", HEADS)
def test_the_golden_log_is_projected_as_it_was(number: int, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    for sort in ("sqlite", "postgresql"):
        empty(request, sort, tmp_path)
        with writing() as database:
            log.keep(database, make.entries(number))
            insert(database, models.Erased, sorted(make.erased(number).items()))
            replay(iter(make.entries(number)), "default", 0)
        if os.environ.get("HABEAS_WRITE_GOLDEN_ROWS"):
            make.write_rows(number)
        assert make.rows_here() == json.loads(make.rows_of(number).read_text(encoding="utf-8"))
        assert list(verify.faults()) == []


@pytest.mark.parametrize("sort", ["sqlite", "postgresql"])
def test_a_register_of_the_version_before_is_rebuilt(sort: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """Its tables are those of migration 7, its projected rows of version 3; its log is kept."""
    empty(request, sort, tmp_path, until="0007_no_statistics")
    with writing() as database:
        log.keep(database, make.entries(3))
        insert(database, models.Erased, sorted(make.erased(3).items()))
        insert(database, models.Projection, [("record", 3, len(make.entries(3)))])
        insert(database, models.Withdrawal, [(5, 5, None, "a" * 32, "legal", None)])
    with pytest.raises(StaleError, match="habeas rebuild"):
        opening.check_open()
    opening.make_tables()
    opening.rebuild()
    opening.check_open()
    assert make.rows_here() == json.loads(make.rows_of(3).read_text(encoding="utf-8"))


def test_every_kind_of_entry_is_in_a_golden_log() -> None:
    assert {entry.kind for number in HEADS for entry in make.entries(number)} == set(KINDS)
