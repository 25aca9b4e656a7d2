"""What is taken from a page: the same rows and drawing in files that stand alone, and the page in somebody's frame."""

import csv
import json
import re
from html import unescape
from io import StringIO
from typing import Any

import pytest
from django.db import connection

from habeas.web import picture
from tests import zalesia

from .site import Stranger, enter, links, text

FIGURE = "412 people are held as political prisoners."
EMPTY = ("/bargains", "/measures", "/arithmetic")  # of what none is on record here
FRAME = 30_000  # bytes: the page of a frame is smaller
ASKED = "as_of=2025-11-14&known_on=2026-01-01"


def rows(stranger: Stranger, address: str) -> list[dict[str, str]]:
    """The rows of a table that is taken."""
    answer = stranger.get(address)
    assert answer.headers["Content-Type"].startswith("text/csv; charset=utf-8")
    content = answer.content.decode()
    assert content.startswith("\ufeff")
    return list(csv.DictReader(StringIO(content[1:])))


def offered(stranger: Stranger, address: str) -> list[str]:
    """The files that a page offers, each once."""
    html = stranger.get(address).content.decode()
    (take,) = re.findall(r'(?s)<section class="ruled take".*?</section>', html)
    return list(dict.fromkeys(links(take)))


def addresses(stranger: Stranger) -> list[str]:
    """A page of every sort that shows a figure, a chart or claims."""
    said = stranger.claim(FIGURE)
    person = stranger.data("/api/people?text=Harbar")["people"][0]["id"]
    one, other = "Held in Zalesia, people", "Held in Zalesia, more"
    lists = f"a={one}&b={other}".replace(" ", "%20").replace(",", "%2C")
    return [
        *(f"/?{ASKED}", f"/counted?{ASKED}", "/changes", f"/compare?figure={said['id']}", "/compare", "/series"),
        *("/revisions", "/door", "/arithmetic", "/people", "/people?text=Harbar", f"/people/{person}", "/claims"),
        *(f"/claims/{said['id']}", "/documents", f"/documents/{said['document']}", "/lists", "/bargains", "/measures"),
        *([f"/lists?{lists}"] if len(stranger.data("/api/lists")["lists"]) > 1 else []),
    ]


def test_every_page_is_cited_and_taken_in_every_form_at_the_entry_that_it_was_read_at(stranger: Stranger) -> None:
    at = stranger.data("/api/tally")["at"]
    for address in addresses(stranger):
        files = offered(stranger, address)
        assert {"csv", "json", "embed"} <= {form(one) for one in files}, address
        for one in files:
            assert f"at={at}" in one
            stranger.get(one)
        found = [rows(stranger, one) for one in files if form(one) == "csv"]
        assert any(found) or address in EMPTY, address
        frame = stranger.get(next(one for one in files if form(one) == "embed"))
        assert len(frame.content) < FRAME


def form(address: str) -> str:
    """In which form a file is."""
    path = address.partition("?")[0]
    if path.startswith("/api/"):
        return "json"
    return "embed" if path.startswith("/embed/") else path.rpartition(".")[2]


def test_a_table_has_the_rows_of_the_page_and_beside_each_what_it_hangs_on(newcomer: Stranger) -> None:
    enter(zalesia.act("A", "detained", "2025-01-02"), zalesia.act("A", "released", "2025-02-10", 20))
    found = rows(newcomer, "/series.csv?from=2025-01-01&to=2025-03-15&known_on=2026-01-01")
    told = newcomer.data("/api/series?from=2025-01-01&to=2025-03-15&known_on=2026-01-01")
    assert [(one["day"], one["best"]) for one in found] == [(one["day"], str(one["best"])) for one in told["rows"]]
    assert {(one["known_on"], one["rule"], one["lens"], one["at"]) for one in found} == {
        ("2026-01-01", "held@1", "every accepted claim@1", told["at"])
    }
    (address,) = {one["address"] for one in found}
    assert "of the months’ ends" in newcomer.read(address.removeprefix("http://localhost")).lower()


def test_a_figure_is_taken_whole_and_by_its_parts(newcomer: Stranger) -> None:
    enter(zalesia.act("A", "detained", "2025-01-02"), zalesia.attribute("A", "sex", "f", 50))
    enter(zalesia.act("B", "detained", "2025-02-03", 40))
    found = rows(newcomer, "/tally.csv?as_of=2025-03-01&by=sex")
    assert [(one["sex"], one["low"], one["best"], one["high"]) for one in found] == [
        ("all", "2", "2", "2"),
        ("f", "1", "1", "1"),
        ("not said", "1", "1", "1"),
    ]


def test_the_first_file_of_a_published_figure_that_leads_has_it_and_the_count_beside_it(stranger: Stranger) -> None:
    published, counted = rows(stranger, "/tally.csv?as_of=2025-11-12&known_on=2025-12-01")
    assert (published["figure"], published["best"], published["said_by"]) == ("published", "412", "Lantern Group")
    assert (published["from"], published["to"]) == ("2025-11-10", "2025-11-14")
    assert (counted["figure"], counted["low"], counted["best"], counted["high"]) == ("counted here", "2", "3", "3")
    assert (published["rule"], published["lens"]) == ("of its own", "")
    assert (counted["rule"], counted["lens"]) == ("held@1", "every accepted claim@1")


def test_a_published_figure_is_cited_without_the_rule_that_counts_here(
    stranger: Stranger,
) -> None:
    asked = "as_of=2025-11-12&known_on=2025-12-01"
    caveat = "another rule); the others are not named in this record."
    html = stranger.get(f"/?{asked}").content.decode()
    (cited,) = re.findall(r'(?s)<section class="ruled take".*?</section>', html)
    assert "as known on 1 December 2025; log entry" in text(cited)
    assert "rule held" not in text(cited)
    assert caveat in text(html)
    assert caveat in stranger.read(f"/embed/tally?{asked}")
    assert "rule held, version 1" in stranger.read("/counted?" + asked)


def test_the_numbers_of_a_chart_that_left_its_page_are_told_beneath_it(newcomer: Stranger) -> None:
    enter(
        zalesia.act("Zoya Lipen", "detained", "2025-01-02"),
        zalesia.act("Zoya Lipen", "released", "2025-06-02", start=20),
        zalesia.measure("impose", "potash", "2025-02-03", 100),
        zalesia.measure("suspend", "potash", "2025-05-06", 200),
    )
    asked = "as_of=2025-06-30&known_on=2026-01-01"
    html = newcomer.get(f"/?{asked}").content.decode()
    (listed,) = re.findall(r'(?s)<ol class="events">.*?</ol>', html)
    assert len(re.findall("<li>", listed)) == 2
    drawn = newcomer.get(f"/tally.svg?{asked}").content.decode()
    lines = re.findall("<text[^>]*>([^<]*)</text>", drawn)
    for told in (newcomer.read(f"/embed/tally?{asked}"), " ".join(lines)):
        assert re.search(r"1: 3 February 2025, .*?potash; 2: 6 May 2025, .*?potash\.", told), told


def test_who_is_counted_is_taken_a_page_at_a_time_as_it_is_shown(newcomer: Stranger) -> None:
    enter(*(zalesia.act(f"P{number:02}", "detained", "2025-01-02", number) for number in range(60)))
    assert len(rows(newcomer, "/counted.csv?as_of=2025-03-01")) == 50
    assert len(rows(newcomer, "/counted.csv?as_of=2025-03-01&after=50")) == 10
    offered_after = offered(newcomer, "/counted?as_of=2025-03-01&after=50")
    assert all("after=50" in one for one in offered_after)


def test_what_a_page_refuses_its_copies_refuse(stranger: Stranger) -> None:
    for address in ("/series.csv?rle=held", "/series.svg?from=never", "/tally.csv?table=nonsense", "/tally.csv?at=1-0"):
        stranger.get(address, 400)
    for address in ("/about.csv", "/people.png", "/nothing.csv", "/tally.pdf", "/embed/nothing", "/api/tally.csv"):
        stranger.get(address, 404)
    stranger.get("/series?table=rows", 400)  # no parameter of the page itself


def test_a_page_that_is_asked_in_words_is_taken_as_it_was_understood(stranger: Stranger) -> None:
    files = offered(stranger, "/?as_of=14+November+2025&known_on=1+January+2026")
    assert all("as_of=2025-11-14&known_on=2026-01-01" in one for one in files)


def test_an_older_entry_stays_the_one_that_is_taken(stranger: Stranger) -> None:
    at, person = stranger.data("/api/tally")["at"], stranger.data("/api/people")["people"][0]["id"]
    enter(zalesia.act("A", "detained", "2025-01-02"))
    for page in (f"/?{ASKED}", "/claims", "/documents", f"/people/{person}"):
        path, _, asked = page.partition("?")
        html = stranger.get(f"{path}?{asked}&at={at}").content.decode()
        told = [unescape(one) for one in re.findall(r'href="((?:/api/|/embed/|/\w+\.)[^"]*)"', html)]
        assert told
        assert all(f"at={at}" in one for one in told), page


def test_a_drawing_stands_alone_with_its_style_its_title_and_its_source(stranger: Stranger) -> None:
    answer = stranger.get(f"/tally.svg?{ASKED}")
    svg = answer.content.decode()
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert "var(" not in svg
    assert "<style>" in svg
    assert re.search(r"<title[^>]*>[^<]+</title><desc[^>]*>[^<]+</desc>", svg)
    assert "Register of political prisoners, Zalesia, as of 14 November 2025, as known on 1 January 2026" in svg
    assert "rule held, version 1" in svg
    assert not re.search(r'href="/', svg)
    assert 'href="http://localhost/claims/' in svg
    style = re.findall(r"style-src '(sha256-[^']+)'", answer.headers["Content-Security-Policy"])
    assert style
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]


def test_a_drawing_of_somebody_names_them_and_their_frame_says_nothing_twice(stranger: Stranger) -> None:
    person = stranger.claim("Iosif Koliada-Nebesny is held in Prison No. 4.")["participants"][0]["record_id"]
    svg = stranger.get(f"/people/{person}.svg").content.decode()
    assert re.search(r"<title[^>]*>Язэп Каляда-Нябесны: In custody once", svg)
    assert stranger.read(f"/embed/people/{person}").count("In custody once") == 1


def test_what_stands_in_a_frame_says_what_it_is_of_and_leads_back(stranger: Stranger) -> None:
    answer = stranger.get(f"/embed/tally?{ASKED}")
    html, said = answer.content.decode(), stranger.read(f"/embed/tally?{ASKED}")
    assert "412" in said
    assert "said Lantern Group" in said
    assert "As of 14 November 2025, as known on 1 January 2026; rule held, version 1; lens every accepted claim" in said
    (back,) = re.findall(
        r'<a href="http://localhost([^"]*)" target="_blank" rel="noopener">', html.partition("</svg>")[2]
    )
    assert "412" in stranger.read(unescape(back))
    assert "<script" not in html
    assert "<form" not in html
    assert not re.search(r"\sstyle=", html)
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src" not in policy


def test_a_frame_alone_may_be_framed_and_tells_there_what_it_cannot_show(stranger: Stranger) -> None:
    for address in addresses(stranger):
        for one in [address, *offered(stranger, address)]:
            may = "frame-ancestors *" in stranger.get(one).headers["Content-Security-Policy"]
            assert may == one.startswith("/embed/"), one
    assert "not a day" in stranger.read("/embed/tally?as_of=never", 400)
    assert "There is no claim" in stranger.read(f"/embed/claims/{'0' * 32}", 404)


@pytest.mark.parametrize(
    "address", ["/embed/nothing", "/embed/", "/embed/Not/a/page", "/embed/tally.csv", "/fa/embed/nothing"]
)
def test_what_is_no_page_may_not_be_framed(stranger: Stranger, address: str) -> None:
    assert "frame-ancestors 'none'" in stranger.get(address, 404).headers["Content-Security-Policy"]


def test_a_picture_is_drawn_when_the_register_is_let_go_and_once(
    stranger: Stranger, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[bool] = []

    def png(svg: str) -> bytes:
        drawn.append(connection.in_atomic_block)
        return b"a picture of " + svg[:4].encode()

    monkeypatch.setattr(picture, "png", png)
    answers = [stranger.get(f"/tally.png?{ASKED}") for _ in range(2)]
    assert drawn == [False]
    for one in answers:
        assert (one.content, one.headers["Content-Type"]) == (b"a picture of <svg", "image/png")
        assert re.search(r'inline; filename="tally-[0-9a-f-]+\.png"', one.headers["Content-Disposition"])
        assert "style-src 'self'" in one.headers["Content-Security-Policy"]


def test_a_chart_that_is_too_large_is_no_picture(stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    for most in ("MOST_PX", "MOST_BYTES"):
        with monkeypatch.context() as patch:
            patch.setattr(picture, most, 1000)
            assert "In chart: this chart is too large for a picture" in stranger.read(f"/tally.png?{ASKED}", 400)
    stranger.get(f"/tally.svg?{ASKED}")
    assert stranger.get(f"/tally.png?{ASKED}").content.startswith(b"\x89PNG")


def test_what_is_invented_says_so_in_every_file(stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("habeas.answers.public.invented", lambda: "† Zalesia is invented")
    for address in (f"/tally.csv?{ASKED}", f"/tally.svg?{ASKED}", f"/embed/tally?{ASKED}"):
        assert "† Zalesia is invented" in stranger.get(address).content.decode(), address


def test_the_code_for_another_page_is_a_frame_of_this_one(stranger: Stranger) -> None:
    html = stranger.get(f"/?{ASKED}").content.decode()
    (code,) = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", html)
    (source,) = re.findall(r'<iframe src="http://localhost([^"]*)"', unescape(code))
    stranger.get(unescape(source))


def test_json_of_a_page_says_the_same_as_its_table(stranger: Stranger) -> None:
    for page, key in (("/arithmetic", "checks"), ("/documents", "documents"), ("/claims", "claims")):
        files = offered(stranger, page)
        told: dict[str, Any] = json.loads(stranger.get(next(one for one in files if form(one) == "json")).content)
        assert len(told[key]) == len(rows(stranger, next(one for one in files if form(one) == "csv")))
