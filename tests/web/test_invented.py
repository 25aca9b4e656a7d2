"""A register of invented people says so everywhere: on every page, in every answer, before what any command says."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from habeas.web import errors
from tests.attacks.commands import habeas

from .site import Stranger

SENTENCE = "Zalesia is no country, and nobody here is a real person."
SAID = f"† Invented: {SENTENCE}"
BANNER = f'<aside class="invented" aria-label="What is invented" dir="auto">{SAID}</aside>'


@pytest.fixture
def invented(register: Path, stranger: Stranger) -> Stranger:
    with (register / "register.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'invented = "{SENTENCE}"\n')
    return stranger


def ids(stranger: Stranger) -> dict[str, str]:
    """An id for every sort that the addresses name."""
    claim = stranger.data("/api/claims?limit=1")["claims"][0]
    (one,) = stranger.data("/api/people?limit=1")["people"]
    figure = stranger.claim("412 people are held as political prisoners.")["id"]
    people = [each["id"] for each in stranger.data("/api/people")["people"] if each["acts"]]
    pair = {"one_id": people[0], "other_id": people[1]}
    return pair | {"claim_id": claim["id"], "document_id": claim["document"], "person_id": one["id"], "figure": figure}


def every_page(stranger: Stranger) -> list[str]:
    """An address of every page in the URL map of the site."""
    from habeas.web.urls import urlpatterns

    known = ids(stranger)
    patterns = [str(one.pattern) for one in urlpatterns if "<page:" not in str(one.pattern)]
    addresses = [re.sub(r"<id:(\w+)>", lambda match: known[match[1]], one) for one in patterns]
    return ["/" + one.replace("<slug:name>", "tally") for one in addresses]


def test_every_page_says_so_once_and_before_anything_else(invented: Stranger) -> None:
    addresses = every_page(invented)
    assert len(addresses) >= 8
    for address in addresses:
        html = invented.get(address).content.decode()
        assert html.count(BANNER) == 1, address
        assert html.index(BANNER) < html.index("<header"), address


@pytest.mark.parametrize(("address", "status"), [("/nope", 404), ("/?as_of=never", 400), ("/claims?after=x", 400)])
def test_so_does_a_page_that_refuses(invented: Stranger, address: str, status: int) -> None:
    assert BANNER in invented.get(address, status).content.decode()


@pytest.mark.parametrize("page", [errors.fault, lambda request: errors.not_understood(request, Exception())])
def test_so_does_a_page_that_tells_of_a_fault(invented: Stranger, page: Callable[[HttpRequest], HttpResponse]) -> None:
    assert BANNER in page(RequestFactory().get("/")).content.decode()


def test_every_answer_of_the_api_says_so(invented: Stranger) -> None:
    known = ids(invented)
    for path in invented.data("/api/openapi.json")["paths"]:
        address = re.sub(r"\{(\w+)\}", lambda match: known[match[1]], path)
        address += f"?figure={known['figure']}" if path == "/api/compare" else ""
        assert invented.client.get(address).json()["invented"] == SAID, address  # also one that has nothing to tell
    assert invented.data("/api/tally?x=1", 400)["invented"] == SAID
    assert invented.data("/api/nope", 404)["invented"] == SAID


def test_a_register_of_real_facts_says_nothing_of_the_kind(stranger: Stranger) -> None:
    told = ("/method", "/codebook")  # what is so anywhere, not of this register
    for address in every_page(stranger):
        if address.startswith(told):
            continue
        assert "nvented" not in re.sub("<[^>]*>", "", stranger.get(address).content.decode()), address
    assert "invented" not in stranger.data("/api/tally")


def test_a_command_says_so_on_the_other_stream(tmp_path: Path) -> None:
    register = tmp_path / "register"
    habeas("init", register)
    assert "nvented" not in habeas("claims", "-r", register).stderr
    with (register / "register.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'invented = "{SENTENCE}"\n')
    assert habeas("claims", "-r", register, "--json").stderr.startswith(SAID)
