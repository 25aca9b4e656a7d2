"""Pages that several processes have in common: whole or not at all, and none after something was hidden."""

import multiprocessing
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.claims.vocabulary import Access
from habeas.register import erase, write
from habeas.web import kept_pages
from habeas.web.kept_pages import Made
from habeas.web.shared_pages import SharedPages
from tests import zalesia
from tests.web.site import Stranger

NAME = "Iosif Kaliada-Niabesny"


@pytest.fixture
def shared() -> Iterator[SharedPages]:
    """What the processes of this server have in common, if there were several."""
    kept_pages.share()
    found = kept_pages._PAGES.shared
    assert found
    yield found
    kept_pages._PAGES.shared = None


def is_empty(pages: SharedPages) -> bool:
    return not any(pages._memory[:])


def test_what_was_put_is_found_and_nothing_else() -> None:
    pages = SharedPages(1 << 16)
    pages.put("/a", b"one")
    pages.put("/empty", b"")
    assert [pages.get(one) for one in ("/a", "/empty", "/b")] == [b"one", b"", None]
    pages.put("/a", b"another")
    assert pages.get("/a") == b"another"
    pages.forget()
    assert is_empty(pages)
    assert pages.get("/a") is None
    pages.put("/a", b"after")
    assert pages.get("/a") == b"after"


def test_what_another_value_cut_off_is_not_found() -> None:
    """In a room for few, most are written over: what is found is always what was put last, to the last byte."""
    chance, pages, last, found = random.Random(10), SharedPages(1 << 16), dict[str, bytes](), 0
    for _ in range(3000):
        key = f"/{chance.randrange(60)}"
        last[key] = chance.randbytes(chance.randrange(9000))
        pages.put(key, last[key])
        asked = f"/{chance.randrange(60)}"
        said = pages.get(asked)
        found += said is not None
        assert said in (None, last.get(asked))
    assert 300 < found < 2900, "some must be found, and some must have been cut off"


def test_one_that_does_not_fit_is_not_kept() -> None:
    pages = SharedPages(1 << 16)
    for number in range(50):
        pages.put(f"/{number}", bytes(60_000))
    assert sum(pages.get(f"/{number}") is not None for number in range(50)) <= 1
    pages.put("/long", bytes(1 << 17))
    assert pages.get("/long") is None


def _put(pages: SharedPages, number: int) -> None:
    for turn in range(300):
        pages.put("/page", bytes([number]) * (5000 + turn))
        said = pages.get("/page")
        assert said is None or len(set(said)) == 1


def test_processes_that_write_at_once_read_whole_pages_or_none() -> None:
    forks = multiprocessing.get_context("fork")
    pages = SharedPages(1 << 16)
    some = [forks.Process(target=_put, args=(pages, number)) for number in (1, 2, 3)]
    for one in some:
        one.start()
    for one in some:
        one.join(60)
    assert [one.exitcode for one in some] == [0, 0, 0]
    pages.put("/page", b"mine")
    assert pages.get("/page") == b"mine"


def test_a_page_goes_to_another_process_in_one_piece() -> None:
    made = Made(200, (("Content-Type", "text/html"), ("X-Note", "Зоя\n")), b"\n\x00one\ntwo", True)
    assert Made.of_bytes(made.as_bytes()) == made


def test_what_another_process_made_is_not_made_again(register_sqlite: Path, shared: SharedPages) -> None:
    zalesia.enter(
        *zalesia.act("Zoya Lipen", "detained", "2021-05-03", 0), access=Access.public, vouched_by=zalesia.KEEPER
    )
    stranger = Stranger()
    made = stranger.get("/people").content
    assert not is_empty(shared)
    others = kept_pages._PAGES.items()
    for key, _ in others:  # as a process that never was asked
        kept_pages._PAGES.let_go(key)
    assert stranger.first_queries("/people") == 1  # where the log stands
    assert stranger.get("/people").content == made


def test_nothing_is_left_of_the_pages_once_somebody_was_erased(register_sqlite: Path, shared: SharedPages) -> None:
    zalesia.enter(*zalesia.act(NAME, "detained", "2021-05-03", 0), access=Access.public, vouched_by=zalesia.KEEPER)
    stranger = Stranger()
    page = f"/people/{stranger.data('/api/people')['people'][0]['id']}"
    assert NAME in stranger.get(page).content.decode()
    before = bytes(shared._memory)
    erase.erase(write.actor(zalesia.KEEPER), "asked", "the person", records=[str(zalesia.record(NAME).body["id"])])
    stranger.get("/api/tally")
    assert any(before)
    assert is_empty(shared)
    assert NAME not in stranger.get(page, 404).content.decode()
