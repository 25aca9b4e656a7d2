"""What the API cannot answer it refuses in JSON, with a sentence that says what to do."""

import pytest
from django.db import DatabaseError

from habeas.register import read
from tests.web.site import Stranger

ADDRESSES = ["/api/tally", "/api/claims", "/api/figures", "/api/people", "/api/documents"]
ONE = [f"/api/claims/{'0' * 32}", f"/api/people/{'0' * 32}", f"/api/documents/{'0' * 64}"]
ONE.append(f"{ONE[-1]}/mentions")
LISTS = {"claim": "claims", "person": "people", "document": "documents"}


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
        ("/api/claims?text=a%00b", "text", "too long"),
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
        ("/api/people?text=a%00b", "text", "too long"),
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
    assert told in found["error"]


@pytest.mark.parametrize("address", ADDRESSES + ONE)
def test_an_unknown_parameter_is_refused_everywhere(stranger: Stranger, address: str) -> None:
    assert stranger.data(f"{address}?access=staff", 400)["parameter"] == "access"


@pytest.mark.parametrize(
    "address", [*ONE, "/api/claims/x", "/api/claims/" + "A" * 32, "/api/documents/%00", "/api/people/x"]
)
def test_what_is_not_here_is_told(stranger: Stranger, address: str) -> None:
    ((what, of),) = [(what, of) for what, of in LISTS.items() if f"/{of}/" in address]
    assert stranger.data(address, 404) == {
        "error": f"there is no {what} with this id here that may be shown: look at /api/{of}"
    }


@pytest.mark.parametrize("address", ["/api/", "/api/nope", "/api/tally/", "/api/docs", "/api/claims/x/y"])
def test_an_address_that_is_none_is_told(stranger: Stranger, address: str) -> None:
    assert "/api/openapi.json lists those there are" in stranger.data(address, 404)["error"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("address", ADDRESSES + ONE)
def test_nothing_can_be_written_from_here(stranger: Stranger, method: str, address: str) -> None:
    answer = getattr(stranger.client, method)(address)
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD"
    assert answer.json()["error"] == "this register is only read from here: ask with GET"


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
        assert found == {"error": "something failed here, and it was not you: try again in a moment"}
