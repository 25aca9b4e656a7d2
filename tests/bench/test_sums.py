"""On a million claims SQL gives our sums: SQLite, PostgreSQL and DuckDB, from raw claims and from our rectangles."""

from collections.abc import Callable

import pytest
from bench.tally import in_duckdb, in_postgres, in_sqlite, ours
from bench.tally.columns import raw
from bench.tally.generate import draw
from bench.tally.peer import Peer
from bench.tally.questions import every_task
from bench.tally.sides import entered, given

QUESTIONS = 2
TASKS = ("stock", "series", "surface", "delays", "changes")


@pytest.mark.slow
def test_sql_gives_the_same_sums_on_a_million_claims() -> None:
    drawn = draw(1_000_000)
    mine = ours.built(drawn)
    claims, rectangles, moves = raw(drawn), given(mine), entered(mine)
    asked = every_task(mine, rectangles)
    with in_postgres.server() as uri:
        makers: list[Callable[[], Peer]] = [
            lambda: in_duckdb.raw(claims),
            lambda: in_duckdb.given(rectangles, moves),
            lambda: in_sqlite.raw(claims),
            lambda: in_sqlite.given(rectangles, moves),
            lambda: in_postgres.raw(claims, uri),
            lambda: in_postgres.given(rectangles, moves, uri),
        ]
        for make in makers:
            peer = make()
            for name in set(TASKS) & set(peer.tasks):
                for question in asked[name].questions[:QUESTIONS]:
                    theirs, own = peer.tasks[name](*question), asked[name].ours(*question)
                    assert asked[name].equal(peer.source, theirs, own), (peer.title, name, question)
            peer.close()
