"""Every peer of the counting benchmark answers what the engine answers; what is timed here is of no account."""

import pytest

from bench import tally

PEERS = ("NumPy", "Polars", "pandas", "DuckDB", "SQLite", "PostgreSQL")
SOURCES = ("raw claims", "our rectangles")


GIVEN_BOTH = ("stock", "series")
RAW_ALONE, GIVEN_ALONE = ("changes", "mixed"), ("surface", "delays")


def test_every_peer_answers_what_we_answer() -> None:
    found, own = tally.of_size(3_000)
    raw, given = ({f"{peer}, {source}" for peer in PEERS} for source in SOURCES)
    timed = {name: {title for task, title in found.taken if task == name} for name in found.ours}
    assert {name: timed[name] for name in GIVEN_BOTH} == dict.fromkeys(GIVEN_BOTH, raw | given)
    assert {name: timed[name] for name in RAW_ALONE} == dict.fromkeys(RAW_ALONE, raw)
    assert {name: timed[name] & given for name in GIVEN_ALONE} == dict.fromkeys(GIVEN_ALONE, given)
    assert {"append", "append, disk sync", "build", "bytes", "mixed, tally p99", "open", "rule", "save"} == set(own)
    assert all(why for why in found.why.values()), "a peer does not do a task, and nothing says why"


def test_what_the_engine_costs_can_be_asked_for_alone() -> None:
    found = tally.alone(["build", "open", "bytes"], 3_000)
    assert {name: (task.size, task.unit) for name, task in found.items()} == {
        "open": (3_000, "s"), "build": (3_000, "s"), "bytes": (3_000, "bytes"),
    }  # fmt: skip
    assert all(task.ours > 0 for task in found.values())
    with pytest.raises(SystemExit, match="no such task"):
        tally.alone(["built"], 3_000)
