"""What the API cannot answer it refuses in JSON, with a sentence that says what to do."""

from typing import Any
from urllib.parse import quote

import pytest
from django.db import DatabaseError

from habeas.register import read
from tests.web.site import Stranger

ADDRESSES = ["/api/tally", "/api/claims", "/api/figures", "/api/people", "/api/documents"]
ONE = [f"/api/claims/{'0' * 32}", f"/api/people/{'0' * 32}", f"/api/documents/{'0' * 64}"]
ONE.append(f"{ONE[-1]}/mentions")
EVERYWHERE = ["/api/tally", "/api/openapi.json", "/api/nope", ONE[0]]
LISTS = {"claim": "claims", "person": "people", "document": "documents"}


def problem(status: int, title: str, detail: str, instance: str) -> dict[str, Any]:
    return {"type": "about:blank", "title": title, "status": status, "detail": detail, "instance": instance}


@pytest.mark.parametrize(
    ("address", "parameter", "told"),
    [
        ("/api/tally?as_of=yesterday", "as_of", "this is not a day: write it as 2025-02-15"),
        ("/api/tally?as_of=15 February 2025", "as_of", "this is not a day: write it as 2025-02-15"),
        ("/api/tally?as_of=2025-02-30", "as_of", "is not a day: write it as 2025-02-15"),
        ("/api/tally?as_of=1738281600", "as_of", "this is not a day"),
        ("/api/tally?as_of=", "as_of", "this is not a day"),
        ("/api/tally?known_on=2999-01-01", "known_on", "is still to come: ask about a day up to"),
        ("/api/tally?asof=2025-02-15", "asof", "this is not a parameter here; known: at, as_of, known_on"),
        ("/api/tally?as_of=2025-02-15&as_of=2025-02-16", "as_of", "this is given more than once"),
        ("/api/tally?at=7-00000000", "at", "leave `at` out"),
        ("/api/tally?as_of=2025-02-30", "as_of", "write it as 2025-02-15; there is no day 30 (February 2025 has 28"),
        ("/api/claims?valid_to=0000-01-01", "valid_to", "write it as 2025-02-15"),
        ("/api/tally?at=7", "at", "write SEQ-HASH as it is printed"),
        (f"/api/tally?at={10**40}-00000000", "at", "no log is so long"),
        ("/api/claims?limit=201", "limit", "less than or equal to 200"),
        ("/api/claims?limit=many", "limit", "valid integer"),
        ("/api/claims?after=-1", "after", "greater than or equal to 0"),
        (f"/api/claims?after={10**30}", "after", "less than"),
        ("/api/claims?topic=weather", "topic", "'tally', 'release'"),
        ("/api/claims?text=a%00b", "text", "a character in this (NUL) that no text has"),
        ("/api/claims?text=" + "a+" * 13, "text", "at most 12 words"),
        ("/api/claims?record=x", "record", "this is not a parameter here"),
        ("/api/claims?polarity=maybe", "polarity", "'affirmed' or 'denied'"),
        ("/api/claims?linked=beside", "linked", "'contradicts', 'supports', 'repeats' or 'corrects'"),
        ("/api/claims?alone=perhaps", "alone", "'yes' or 'no'"),
        ("/api/claims?says=weather", "says", "“weather” is nothing that a claim says by name: write one of announced"),
        ("/api/claims?role=" + "a+" * 13, "role", "at most 12 words"),
        ("/api/claims?cites=x", "cites", "“x” is not the id of a document: it has 32 or 64 hex digits"),
        ("/api/claims?person=a%00b", "person", "is not the id of a person: it has 32 hex digits"),
        ("/api/claims?of=prisoners", "of", "this is not a parameter here"),
        ("/api/claims?sort=stock", "sort", "this is not a parameter here"),
        ("/api/figures?sort=weather", "sort", "'stock', 'flow'"),
        ("/api/figures?of=" + "a+" * 13, "of", "at most 12 words"),
        ("/api/figures?person=x", "person", "is not the id of a person"),
        ("/api/people?text=%00", "text", "a character in this (NUL) that no text has"),
        ("/api/people?limit=201", "limit", "less than or equal to 200"),
        ("/api/people?after=7", "after", "“7” is not the id of a person: it has 32 hex digits"),
        (f"/api/people/{'0' * 32}?as_of=2999-01-01", "as_of", "is still to come"),
        (f"/api/people/{'0' * 32}?known_on=soon", "known_on", "this is not a day"),
        ("/api/documents?limit=0", "limit", "greater than or equal to 1"),
        (f"/api/documents/{'0' * 64}/mentions?kind=ship", "kind", "'person', 'place' or 'body'"),
        (f"/api/documents/{'0' * 64}/mentions?after=-1", "after", "greater than or equal to 0"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(
    stranger: Stranger, address: str, parameter: str, told: str
) -> None:
    found = stranger.data(address, 400)
    assert found["parameter"] == parameter
    assert told in found["detail"]


@pytest.mark.parametrize("address", ADDRESSES + ONE)
def test_an_unknown_parameter_is_refused_everywhere(stranger: Stranger, address: str) -> None:
    assert stranger.data(f"{address}?access=staff", 400)["parameter"] == "access"


@pytest.mark.parametrize(
    "address", [*ONE, "/api/claims/x", "/api/claims/" + "A" * 32, "/api/documents/%00", "/api/people/x"]
)
def test_what_is_not_here_is_told(stranger: Stranger, address: str) -> None:
    ((what, of),) = [(what, of) for what, of in LISTS.items() if f"/{of}/" in address]
    told = f"there is no {what} with this id here that may be shown: look at /api/{of}"
    instance = quote(address, safe="/%")
    assert stranger.data(address, 404) == problem(404, "Not Found", told, instance)


@pytest.mark.parametrize("address", ["/api/", "/api/nope", "/api/tally/", "/api/docs", "/api/claims/x/y"])
def test_an_address_that_is_none_is_told(stranger: Stranger, address: str) -> None:
    assert "/api/openapi.json lists those there are" in stranger.data(address, 404)["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "trace"])
@pytest.mark.parametrize("address", ADDRESSES + ONE)
def test_nothing_can_be_written_from_here(stranger: Stranger, method: str, address: str) -> None:
    answer = getattr(stranger.client, method)(address)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.json()["detail"] == "this register is only read from here: ask with GET"


@pytest.mark.parametrize("address", EVERYWHERE)
@pytest.mark.parametrize("method", ["POST", "PROPFIND", "BREW"])
def test_a_method_that_is_not_for_reading_is_a_problem_at_every_address(
    stranger: Stranger, address: str, method: str
) -> None:
    answer = stranger.client.generic(method, address)
    assert (answer.status_code, answer.headers["Content-Type"]) == (405, "application/problem+json")
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("accept", ["text/html", "application/xml;q=0.9, text/csv", "application/json;q=0"])
def test_who_takes_no_json_is_told_that_there_is_nothing_else(stranger: Stranger, accept: str) -> None:
    answer = stranger.client.get("/api/tally", headers={"accept": accept})
    assert (answer.status_code, answer.headers["Content-Type"]) == (406, "application/problem+json")
    for taken in ("*/*", "application/*", "text/html, application/json;q=0.1"):
        assert stranger.client.get("/api/tally", headers={"accept": taken}).status_code == 200


@pytest.mark.parametrize("headers", [{"host": "elsewhere.example"}, {"host": "localhost:no"}])
def test_a_request_that_no_view_sees_is_refused_as_a_problem_too(stranger: Stranger, headers: dict[str, str]) -> None:
    answer = stranger.client.get("/api/tally", headers=headers)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, "application/problem+json")


def test_every_refusal_is_a_problem_and_is_not_stored(stranger: Stranger) -> None:
    for address in ("/api/tally?x=1", "/api/tally?as_of=never", "/api/nope", ONE[0]):
        answer = stranger.client.get(address)
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Cache-Control"] == "no-store"
        assert "ETag" not in answer.headers
        assert answer.json()["status"] == answer.status_code
        assert answer.json()["instance"] == address.partition("?")[0]


def test_head_is_answered_like_get(stranger: Stranger) -> None:
    answer = stranger.client.head("/api/tally")
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_fault_of_ours_is_told_without_its_reason(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*given: object) -> None:
        raise DatabaseError("the disk is full of secrets")

    monkeypatch.setattr(read, "view", fails)
    for address in ADDRESSES + ONE:
        found = stranger.data(address, 500)
        told = "something failed here, and it was not you: try again in a moment"
        assert found == problem(500, "Internal Server Error", told, address)
