"""Somebody who was erased is not remembered by a process that serves: not in what is kept, nor by any function."""

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from habeas.claims.vocabulary import Access
from habeas.register import erase, write
from tests import zalesia
from tests.web.site import Stranger

NAME = "Iosif Kaliada-Niabesny"
ASKED = ("/", "/people", "/people?text=niabesny", "/people?text=kaliyada", "/claims", "/lists", "/?by=state")
PARTS = ("niabesn", "kaliada")  # Iosif is in our own list of given names
OURS = ("habeas.", "urllib.parse")


def remembering() -> Iterator[Any]:
    """Every function that remembers what it was asked."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(OURS):
            yield from (one for one in [*vars(module).values()] if hasattr(one, "cache_info"))


def words(one: Any, depth: int = 6) -> Iterator[str]:
    """The words that something holds, or what it holds holds."""
    if isinstance(one, str):
        yield one.casefold()
    elif depth and not isinstance(one, type) and not callable(one) and type(one).__name__ != "module":
        for other in gc.get_referents(one):
            yield from words(other, depth - 1)


def remembered() -> set[str]:
    """Which parts of the name some function remembers, with its name."""
    return {
        f"{one.__module__}.{one.__qualname__}: {part}"
        for one in {id(each): each for each in remembering()}.values()
        for held in gc.get_referents(one)
        if isinstance(held, dict)
        for word in words(held)
        for part in PARTS
        if part in word
    }


def test_no_function_remembers_a_name_that_was_erased(register_sqlite: Path) -> None:
    zalesia.enter(
        *zalesia.act(NAME, "detained", "2021-05-03", 0),
        *zalesia.act("Zoya Lipen", "detained", "2021-05-03", 40),
        access=Access.public,
        vouched_by=zalesia.KEEPER,
    )
    stranger = Stranger()
    for address in ASKED:
        stranger.get(address)
    assert remembered()
    record = str(zalesia.record(NAME).body["id"])
    erase.erase(write.actor(zalesia.KEEPER), "asked", "the person", records=[record])
    stranger.get("/")
    assert remembered() == set()
