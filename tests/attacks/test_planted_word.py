"""No word of what is not public is told by any address, whatever is asked there, in whatever form; nor that it is here.

The addresses are read from the table of addresses and what may be asked of each from its own refusal of what may not,
so that a new page or download is asked too; one whose address this cannot fill in fails.
"""

import re
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import ahocorasick
import pytest
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from habeas.answers import public
from habeas.claims.vocabulary import Access
from habeas.web.urls import urlpatterns
from tests.web.site import Stranger

from .planted import NEVER, NEVER_ID, Planted, forms, plant

OF_IDS = {"after", "cites", "claim", "document", "figure", "pair", "person", "text"}
NAMED = {"rest": ["nope"], "name": ["counting", "nope"]}  # what stands in an address and is no id
ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")
QUOTED = 40  # characters of what was asked that a refusal says again


class Walk:
    """A stranger who asks everything, and what was told of the planted words, by address."""

    def __init__(self, stranger: Stranger, planted: Planted, register: Path) -> None:
        self.stranger, self.planted, self.found = stranger, planted, dict[str, set[str]]()
        self.asked = 0
        self.sought = ahocorasick.Automaton()
        secrets = planted.words | {f"id {one}": one for one in planted.ids} | {"the folder": str(register.parent)}
        for where, word in secrets.items():
            for form in forms(word):
                self.sought.add_word(form.decode("latin-1"), where)
        self.sought.make_automaton()

    def get(self, address: str, **asked: str) -> HttpResponse:
        """What is answered; whatever planted word it tells, that was not in the question itself, is found."""
        answer: Any = self.stranger.client.get(address, asked)
        self.asked += 1
        assert answer.status_code in {200, 302, 400, 404, 406}, (address, asked, answer.status_code)
        told = f"{sorted(answer.headers.items())}\n".encode() + body(answer)
        for _, where in self.sought.iter(told.lower().decode("latin-1")):
            if not any(
                self.planted.words.get(where, where) in one or where[3:] in one for one in [address, *asked.values()]
            ):
                self.found.setdefault(where, set()).add(f"{address} {asked}")
        return answer  # type: ignore[no-any-return]

    def differ(self, address: str, name: str, every: list[str], nobody: str) -> None:
        """Ask for what is planted and for what nobody has: the answers must be one, but for the question."""
        never = told(self.get(address, **{name: nobody}), nobody)
        for asked in every:
            if told(self.get(address, **{name: asked}), asked) != never:
                self.found.setdefault(f"that {asked!r} is here", set()).add(f"{address} {name}")


def body(answer: Any) -> bytes:
    """The bytes of an answer, of a file too."""
    return b"".join(answer.streaming_content) if answer.streaming else bytes(answer.content)


def told(answer: Any, asked: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """An answer without the question in it: its status, its headers and its bytes."""
    said = body(answer)
    quoted = [asked.encode(), asked[:QUOTED].encode()]
    for form in sorted(forms(asked), key=len, reverse=True) if not ID.fullmatch(asked) else quoted:
        said = re.sub(re.escape(form), b"?", said, flags=re.IGNORECASE)
    headers = [(name, value) for name, value in answer.headers.items() if name not in {"ETag", "Content-Length"}]
    return answer.status_code, headers, said


def addresses(ids: list[str]) -> Iterator[str]:
    """Every address that there is, each filled in with every id; of other parts that vary with every word they take."""
    for address in _filled(get_resolver(), "/", ids):
        yield re.sub("/{2,}", "/", address)


def _filled(resolver: URLResolver, before: str, ids: list[str]) -> Iterator[str]:
    for one in resolver.url_patterns:
        for here in _parts(one.pattern, ids):
            if isinstance(one, URLPattern):
                yield before + here
            else:
                yield from _filled(one, before + here, ids)


def _parts(pattern: Any, ids: list[str]) -> list[str]:
    assert isinstance(pattern, RoutePattern), f"an address that this test cannot fill in: {pattern}"
    made = [str(pattern)]
    for name, converter in pattern.converters.items():
        made = [
            re.sub(rf"<(\w+:)?{name}>", some, one, count=1) for one in made for some in _values(name, converter, ids)
        ]
    assert not any("<" in one for one in made), f"an address that this test cannot fill in: {pattern}"
    return made


def _values(name: str, converter: Any, ids: list[str]) -> list[str]:
    """What may stand in a part of an address: an id, one of some words, or (under /api) anything."""
    if name.endswith("_id"):
        return ids
    if name in NAMED:
        return NAMED[name]
    if name == "page":  # whatever page is copied or framed
        return ["tally", *(one for each in urlpatterns if _is_page(each) for one in _parts(each.pattern, ids))]
    words = str(converter.regex).split("|")
    assert all(re.fullmatch(r"[a-z-]+", one) for one in words), (
        f"a part of an address that this test cannot fill in: {name}"
    )
    return words


def _is_page(one: URLPattern) -> bool:
    return str(one.pattern) != "" and "page" not in one.pattern.converters


def parameters(walk: Walk, address: str) -> list[str]:
    """What may be asked at an address, as its refusal of what may not be asked has it."""
    refusal = body(walk.get(address, zz="1")).decode()
    known = re.search(r"known: ([a-z_, ]+)", refusal)
    return known[1].strip().split(", ") if known else []


def walked(stranger: Stranger, planted: Planted, register: Path, at: str, which: str, *, words: int, ids: int) -> Walk:
    """Everything is asked: every address with so many ids, and of each with so many words in every field."""
    walk = Walk(stranger, planted, register)
    some = sorted(planted.ids)
    open_ids = [str(stranger.data(f"/api/{one}?limit=1")[one][0]["id"]) for one in ("claims", "people", "documents")]
    turn = cycle([*planted.words.values(), *(name.split()[0] for name in planted.names)])
    turn_of_ids = cycle(some)
    every = list(dict.fromkeys(addresses(["{}"])))
    assert len(every) > 100
    patterns = [one for one in every if sort_of(one) == which]
    for pattern in patterns:
        if pattern.endswith(".png"):
            continue  # drawn from what stands in the .svg, and no word could be read in it
        for one in [*open_ids, *islice(turn_of_ids, ids)] if "{}" in pattern else [""]:
            walk.get(pattern.replace("{}", one))
            walk.get(pattern.replace("{}", one), at=at)
        address = pattern.replace("{}", open_ids[0])
        asked = [name for name in parameters(walk, address) if name not in {"at", "lang"}]
        for name in [one for one in asked if one == "text"] if which == "copies" and words == 1 else asked:
            for one in ("2025-01-02", "yes", "day", "region,sex")[: words + 1]:
                walk.get(address, **{name: one})
            walk.differ(address, name, [*islice(turn, words)], NEVER)
            if name in OF_IDS:
                for one in islice(turn_of_ids, ids):
                    walk.differ(address, name, [one], NEVER_ID * (len(one) // 32))
    return walk


SORTS = ("pages", "copies", "data")


def sort_of(pattern: str) -> str:
    """Whether an address has a page, a copy or frame of one that is asked everything itself, or data."""
    if pattern.startswith("/api/"):
        return "data"
    return "copies" if "." in pattern or pattern.startswith("/embed/") else "pages"


@pytest.mark.parametrize("which", SORTS)
def test_no_planted_word_is_told_by_any_address(register_sqlite: Path, tmp_path: Path, which: str) -> None:
    at = str(public.view().at)
    stranger, planted = plant(tmp_path)
    walk = walked(stranger, planted, register_sqlite, at, which, words=1, ids=0 if which == "copies" else 2)
    assert walk.asked > 100
    assert walk.found == {}


@pytest.mark.slow
@pytest.mark.parametrize("which", ["pages", "data"])
def test_nor_on_a_register_of_a_team(register_postgresql: Path, tmp_path: Path, which: str) -> None:
    stranger, planted = plant(tmp_path)
    walk = walked(stranger, planted, register_postgresql, str(public.view().at), which, words=1, ids=2)
    assert walk.found == {}


@pytest.mark.parametrize(("ceiling", "level"), [(Access.partners, "partners"), (Access.sealed, "sealed")])
def test_the_walk_finds_what_a_higher_ceiling_tells(
    register_sqlite: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ceiling: Access, level: str
) -> None:
    stranger, planted = plant(tmp_path)
    monkeypatch.setattr(public, "CEILING", ceiling)
    walk = Walk(stranger, planted, register_sqlite)
    for address in ("/claims", "/api/claims", "/api/documents", "/about", "/api/measures", "/api/people", "/bargains"):
        walk.get(address)
    told = {where.partition(":")[0] for where in walk.found}
    assert len([where for where in walk.found if where.startswith(f"{level}:")]) > 20
    assert "sealed" not in told or level == "sealed"
    monkeypatch.undo()
    assert stranger.data(f"/api/people?text={planted.names[0].split()[0]}")["count"] == 0


@pytest.mark.parametrize("word", ["Xqbodafuqx", "Щябодажь", "кошка"])
def test_a_word_is_found_in_every_form(word: str) -> None:
    found = forms(word)
    for said in (word.encode(), word.upper().encode(), word.encode("utf-16-be"), word.encode().hex().encode()):
        assert said.lower() in found
    assert len(found) > 8
