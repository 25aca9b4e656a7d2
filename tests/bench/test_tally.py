"""Every peer of the counting benchmark answers what the engine answers; what is timed here is of no account."""

from bench import tally

PEERS = ("NumPy", "Polars", "pandas", "DuckDB", "SQLite", "PostgreSQL")
SOURCES = ("raw claims", "our rectangles")


def test_every_peer_counts_what_we_count() -> None:
    found = tally.of_size(3_000)
    assert set(found.peers["stock"]) == {f"{peer}, {source}" for peer in PEERS for source in SOURCES}
    assert {title for name, title in found.taken if name == "stock"} == set(found.peers["stock"])
