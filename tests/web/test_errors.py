"""What is not here, what cannot be read, and what is a fault of ours: each is told in the house's own words."""

import pytest
from django.db import DatabaseError
from django.test import Client

from habeas.register import read

from .site import Stranger, text


@pytest.mark.parametrize("address", ["/nope", "/claims/", "/claims/x", "/documents/" + "0" * 64, "/static/nope.css"])
def test_what_is_not_here_is_told_on_a_page(stranger: Stranger, address: str) -> None:
    html = stranger.get(address, 404).content.decode()
    assert "<h1>Not here</h1>" in html
    assert "Register of political prisoners, Zalesia" in html


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/", "/claims", "/documents", "/about"])
def test_nothing_can_be_written_from_here(stranger: Stranger, method: str, address: str) -> None:
    assert getattr(stranger.client, method)(address).status_code == 405


def test_head_is_answered_like_get(stranger: Stranger) -> None:
    answer = stranger.client.head("/")
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_fault_of_ours_is_told_without_asking_the_register(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*given: object) -> None:
        raise DatabaseError("the disk is full of secrets")

    monkeypatch.setattr(read, "view", fails)
    stranger.client.raise_request_exception = False
    for address in ("/", "/claims", "/documents", "/about"):
        html = stranger.get(address, 500).content.decode()
        assert "Something failed here, and it was not you." in html
        assert "secrets" not in html


def test_a_request_for_another_host_is_refused(stranger: Stranger) -> None:
    answer = Client(SERVER_NAME="elsewhere.example").get("/")
    assert answer.status_code == 400
    assert "This request could not be read." in text(answer.content.decode())
