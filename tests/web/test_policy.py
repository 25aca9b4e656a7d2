"""What every answer promises a reader: one script of our own, nothing from elsewhere, no cookie, nothing kept."""

import re
from pathlib import Path

import pytest

from habeas import web

from .site import Stranger, Ways

CONTENT = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'"
)
STATIC = Path(web.__path__[0]) / "static"
ADDRESSES = [
    "/",
    "/?as_of=never",
    "/claims",
    "/documents",
    "/about",
    "/nope",
    "/api/tally",
    "/api/nope",
    "/claims?after=x",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_has_the_headers_and_no_cookie(stranger: Stranger, address: str) -> None:
    answer = stranger.client.get(address)
    assert answer.headers["Content-Security-Policy"] == CONTENT
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    kept = answer.status_code == 200 and address.startswith("/api/")
    assert answer.headers["Cache-Control"] == ("private, no-cache" if kept else "no-store")
    assert not answer.cookies
    assert "Set-Cookie" not in answer.headers


MANY = 4  # addresses of one sort


def pages(stranger: Stranger) -> dict[str, str]:
    """Every sort of page that can be reached from the front, by its address."""
    found: dict[str, str] = {}
    ahead, ways = ["/", "/?as_of=never", "/nope"], Ways(MANY)
    while ahead:
        address = ahead.pop()
        if address in found or address.startswith(("/api/", "/static/")) or is_copy(address):
            continue
        answer = stranger.client.get(address)
        found[address] = answer.content.decode()
        if answer.status_code == 200:
            ahead.extend(ways.new(found[address]))
    return found


def is_copy(address: str) -> bool:
    """Whether it is a file that is taken from a page, or the page of a frame: these have tests of their own."""
    path = address.partition("?")[0]
    return path.endswith((".csv", ".svg", ".png")) or path.startswith("/embed/")


TYPING = '<script src="/static/people.js" defer></script>'


def test_no_page_has_script_inline_style_or_anything_from_elsewhere(stranger: Stranger) -> None:
    found = pages(stranger)
    assert len(found) > 30
    for address, html in found.items():
        if address.partition("?")[0] == "/people":  # the one page that answers as one types, from a file of our own
            html = html.replace(TYPING, "", 1)
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=|<iframe|<img", html), address
        assert not re.search(r'(?:src|action)="(?:[a-z]+:)?//', html), address
        fetched = re.sub(r'<link rel="alternate" hreflang="[^"]*" href="[^"]*">', "", html)
        assert not re.search(r'<link[^>]*href="(?!/static/)', fetched), address


def test_every_page_is_titled_has_one_heading_landmarks_and_a_way_past_the_head(stranger: Stranger) -> None:
    titles = set()
    for address, html in pages(stranger).items():
        title = re.findall(r"(?s)<title>(.*?)</title>", html)[0]
        titles.add(title)
        assert title.endswith("· Register of political prisoners, Zalesia"), address
        assert html.count("<h1") == html.count("<main") == html.count("<header") == html.count("<footer") == 1, address
        assert '<a class="skip" href="#main">' in html, address
        assert '<html lang="en" dir="ltr">' in html, address
        assert len(html.encode()) < 100_000, address
        for table in re.findall(r"(?s)<table.*?</table>", html):
            assert "<caption" in table
            assert 'scope="col"' in table
            assert 'scope="row"' in table
    assert len(titles) > 20


def test_every_link_leads_somewhere(stranger: Stranger) -> None:
    found = pages(stranger)
    ways = Ways(MANY)
    for path in {link for html in found.values() for link in ways.new(html)} - set(found):
        answer = stranger.client.get(path)
        answer.close()
        assert answer.status_code == 200, path
    for address, html in found.items():
        for fragment in re.findall(r'href="#([^"]*)"', html):
            assert f'id="{fragment}"' in html, f"{address}#{fragment}"


@pytest.mark.parametrize("name", sorted(one.name for one in STATIC.glob("*.css")))
def test_a_style_sheet_asks_for_nothing_knows_no_side_and_moves_nothing_unasked(stranger: Stranger, name: str) -> None:
    answer = stranger.get(f"/static/{name}")
    css = re.sub(r"(?s)/\*.*?\*/", "", b"".join(answer).decode())
    answer.close()
    assert answer.headers["Content-Type"].startswith("text/css")
    assert "url(" not in css
    assert "@import" not in css
    assert not re.search(r"(?:margin|padding|border|inset)-(?:left|right)|[{;\s](?:left|right|width|height)\s*:", css)
    assert not re.search(r"(?:text-align|float):\s*(?:left|right)", css)
    at_rest = re.sub(r"@media \(prefers-reduced-motion: no-preference\) \{[^{}]*\{[^{}]*\} \}", "", css)
    assert not re.search(r"(?:transition|animation)[\w-]*:|@keyframes", at_rest)
