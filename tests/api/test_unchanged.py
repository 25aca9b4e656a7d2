"""An answer that was given already is not given again until it is another; who else may read it, and hold it."""

import pytest
from django.http import HttpResponse
from django.test import override_settings

from habeas.answers import public
from habeas.claims.vocabulary import Access
from habeas.register import write
from tests import zalesia
from tests.web.site import EDITOR, Stranger, enter

ADDRESSES = ["/api/tally", "/api/claims?limit=2", "/api/people", "/api/documents", "/api/lists", "/api/measures"]


def asked(stranger: Stranger, address: str, tag: str = "", host: str = "localhost") -> HttpResponse:
    headers = {"host": host} | ({"if-none-match": tag} if tag else {})
    return stranger.client.get(address, headers=headers)  # type: ignore[return-value] # the client's stubs name a class of their own


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_holds_an_answer_is_told_that_it_stands(stranger: Stranger, address: str) -> None:
    first = asked(stranger, address)
    again = asked(stranger, address, f'"other", {first.headers["ETag"]}')
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Cache-Control"] == "private, no-cache"
    head = stranger.client.head(address)
    assert (head.headers["ETag"], head.content) == (first.headers["ETag"], b"")


def test_no_two_addresses_share_a_tag(stranger: Stranger) -> None:
    assert len({asked(stranger, one).headers["ETag"] for one in (*ADDRESSES, "/api/claims?limit=3")}) == 7


def test_a_sealed_claim_is_gone_from_a_cited_answer_that_somebody_holds(stranger: Stranger) -> None:
    claim, at = stranger.claim("38 of those held are women.")["id"], stranger.data("/api/tally")["at"]
    address = f"/api/claims/{claim}?at={at}"
    tag = asked(stranger, address).headers["ETag"]
    write.set_access(Access.sealed, write.actor(EDITOR), EDITOR, claims=[claim])
    assert asked(stranger, address, tag).status_code == 404


def test_with_a_new_entry_or_a_new_day_an_answer_is_another(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = asked(stranger, "/api/tally").headers["ETag"]
    enter(zalesia.claim("Nobody was freed.", 900))
    second = asked(stranger, "/api/tally", first)
    assert second.status_code == 200
    tomorrow = public.today().replace(year=public.today().year + 1)
    monkeypatch.setattr(public, "today", lambda: tomorrow)
    assert asked(stranger, "/api/tally", second.headers["ETag"]).status_code == 200


def test_whatever_stands_says_nothing_of_what_is_not_there(stranger: Stranger) -> None:
    nobody = f"/api/people/{'0' * 32}"
    assert asked(stranger, nobody, "*").status_code == 404
    assert asked(stranger, "/api/tally", "*").status_code == 200


@override_settings(ALLOWED_HOSTS=["*"])
def test_a_page_from_elsewhere_reads_a_public_host_and_not_ones_own_machine(stranger: Stranger) -> None:
    opened = {"register.example", "register.example:8443", "8.8.8.8"}
    for host in (*opened, "localhost:8000", "127.0.0.1:8000", "[::1]:8000", "192.168.1.7", "nas", "nas.local"):
        answer = asked(stranger, "/api/tally", host=host)
        assert (answer.headers.get("Access-Control-Allow-Origin") == "*") is (host in opened), host
        assert "Access-Control-Allow-Credentials" not in answer.headers
        first = stranger.client.options("/api/tally", headers={"host": host})
        assert (first.status_code, first.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")
        assert ("Access-Control-Allow-Headers" in first.headers) is (host in opened)
    assert "Access-Control-Allow-Origin" not in asked(stranger, "/claims", host="register.example").headers


def test_a_long_answer_is_sent_compressed_to_whoever_takes_it_so(stranger: Stranger) -> None:
    answer = stranger.client.get("/api/claims", headers={"accept-encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer.headers["Vary"]
    tag = answer.headers["ETag"]
    assert asked(stranger, "/api/claims", tag).status_code == 304


@pytest.mark.parametrize("address", ["/api/claims", "/claims"])
@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("gzip", True),
        ("br, gzip ; q=0.5", True),
        ("gzip;q=0, br", False),
        ("gzip; q=0.000", False),
        ("identity", False),
        ("gzipped", False),
    ],
)
def test_whoever_refuses_gzip_does_not_get_it(stranger: Stranger, address: str, accepted: str, packed: bool) -> None:
    answer = stranger.client.get(address, headers={"accept-encoding": accepted})
    assert (answer.headers.get("Content-Encoding") == "gzip") is packed
    assert "Accept-Encoding" in answer.headers["Vary"]
