"""Behind whatever ends TLS a page is cited under its public address, not under that by which its server was asked."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest
from django.test import override_settings

from habeas.register import address
from habeas.register.folder import FolderError
from tests.attacks.commands import environment

from .site import Stranger

PUBLIC = "https://register.example.org"
ASKED = "as_of=2025-11-14&known_on=2026-01-01"
AT_PUBLIC = override_settings(PUBLIC_ADDRESS=PUBLIC, ALLOWED_HOSTS=["localhost", "register.example.org"])


@AT_PUBLIC
def test_what_is_cited_and_taken_names_the_public_address(stranger: Stranger) -> None:
    html = unescape(unescape(stranger.get(f"/?{ASKED}").content.decode()))
    assert f'<a class="address" href="{PUBLIC}/?{ASKED}&' in html
    assert f'<iframe src="{PUBLIC}/embed/tally?{ASKED}&' in html
    for one in (f"/tally.csv?{ASKED}", f"/tally.svg?{ASKED}", f"/embed/tally?{ASKED}"):
        taken = stranger.get(one).content.decode()
        assert f"{PUBLIC}/" in taken, one
        assert "http://localhost" not in taken, one
    assert "http://localhost" not in html


@AT_PUBLIC
def test_a_page_names_itself_and_its_languages_under_the_public_address(stranger: Stranger) -> None:
    head = unescape(stranger.get(f"/ru/?{ASKED}").content.decode().partition("</head>")[0])
    assert re.findall(r'rel="canonical" href="([^"]*)"', head) == [f"{PUBLIC}/ru/?{ASKED}"]
    others = re.findall(r'rel="alternate" hreflang="\w+" href="([^"]*)"', head)
    assert others == [f"{PUBLIC}{way}/?{ASKED}" for way in ("", "/be", "/ru", "/fa")]


@AT_PUBLIC
def test_the_api_names_the_public_address_and_is_open_under_it(stranger: Stranger) -> None:
    answer = stranger.get("/api/openapi.json")
    assert answer.json()["servers"] == [{"url": PUBLIC}]  # type: ignore[attr-defined]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_without_one_a_page_is_cited_as_it_was_asked_for(stranger: Stranger) -> None:
    html = stranger.get("/").content.decode()
    assert 'rel="canonical"' not in html
    assert '<a class="address" href="http://localhost/?' in html
    assert stranger.data("/api/openapi.json")["servers"] == [{"url": "/"}]


@pytest.mark.parametrize(
    ("said", "is_address", "host"),
    [
        ("https://Register.example.org/", PUBLIC, "register.example.org"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", "127.0.0.1"),
        ("https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443", "[2001:db8::1]"),
        ("", "", ""),
    ],
)
def test_an_address_is_read(monkeypatch: pytest.MonkeyPatch, said: str, is_address: str, host: str) -> None:
    monkeypatch.setenv(address.VARIABLE, said)
    assert address.current() == is_address
    assert address.host(is_address) == host


@pytest.mark.parametrize(
    "said",
    [
        "register.example.org",
        "ftp://register.example.org",
        "https://",
        f"{PUBLIC}/lists",
        f"{PUBLIC}?at=1",
        "https://a@b",
    ],
)
def test_what_is_no_address_is_refused(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    monkeypatch.setenv(address.VARIABLE, said)
    with pytest.raises(FolderError, match="write it as https://"):
        address.current()


def test_it_is_refused_at_the_start_in_one_line(register_sqlite: Path) -> None:
    command = [sys.executable, "-m", "habeas", "serve", "--register", str(register_sqlite)]
    told = subprocess.run(
        command, env=environment() | {address.VARIABLE: "register"}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 1
    assert told.stderr.count("\n") == 1
    assert "HABEAS_ADDRESS is 'register', which is not the address of a site" in told.stderr
