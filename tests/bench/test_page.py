"""The benchmark of the tally page runs, and finds that server and plain loop count the same; it times nothing here."""

from bench import page

POINTS = ("p50", "p95", "max", "rate")
WAYS = ("same address", "another day", "another known day", "divided", "who came out", "leaving day counted")


def test_it_measures_every_way_to_ask() -> None:
    found = page.measured(people=50, pages=2, seconds=60)
    assert set(found) == {"first answer"} | {f"{way}, {point}" for way in WAYS for point in POINTS}
    assert {task.size for name, task in found.items() if name.endswith("rate")} == {2 * page.READERS}
    assert all(task.ours > 0 for task in found.values())
