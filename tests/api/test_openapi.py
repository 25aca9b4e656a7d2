"""/api/openapi.json: every address of the API with what may stand in it."""

import pytest

from habeas.api.answering import api
from tests.web.site import Stranger


def test_every_address_is_described_and_only_for_reading(stranger: Stranger) -> None:
    paths = stranger.data("/api/openapi.json")["paths"]
    assert set(paths) == {
        "/api/about",
        "/api/tally",
        "/api/series",
        "/api/revisions",
        "/api/changes",
        "/api/compare",
        "/api/bargains",
        "/api/measures",
        "/api/door",
        "/api/market",
        "/api/arithmetic",
        "/api/lists",
        "/api/claims",
        "/api/claims/{claim_id}",
        "/api/figures",
        "/api/people",
        "/api/people/{person_id}",
        "/api/pairs/{one_id}/{other_id}",
        "/api/documents",
        "/api/documents/{document_id}",
        "/api/documents/{document_id}/mentions",
    }
    for path in paths.values():
        assert set(path) == {"get"}
        assert set(path["get"]["responses"]) == {"200", "304", "400", "404", "405", "406", "500"}


def test_a_parameter_that_is_described_is_not_refused_as_unknown(stranger: Stranger) -> None:
    for address, path in stranger.data("/api/openapi.json")["paths"].items():
        for parameter in path["get"]["parameters"]:
            if parameter["in"] == "query" and "{" not in address:
                answer = stranger.client.get(address, {parameter["name"]: "1"})
                assert "not a parameter" not in answer.content.decode()


def test_it_is_written_once(stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = stranger.get("/api/openapi.json")
    monkeypatch.setattr(api, "get_openapi_schema", lambda: pytest.fail("written again"))
    assert stranger.get("/api/openapi.json").content == answer.content
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
