"""Every page of every odd register answers, is light, says nothing that nobody means, and leads where it says.

Each is walked from its front page on, one address for every sort of link; and each route without an id is asked for
besides, whether a link leads there or not.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse

from habeas.web.urls import urlpatterns
from tests.odd_registers import ODD

from .site import Stranger, Ways, text

ROUTES = [reverse(str(one.name)) for one in urlpatterns if not one.pattern.converters]
ASKED = (
    "/?by=state",
    "/?as_of=2021-12-31",
    "/?as_of=1919-01-01",
    "/series?step=day&from=2021-03-01&to=2021-05-31",
    "/revisions?as_of=2021-12-31",
    "/changes?as_of=2020-12-31&to_as_of=2021-12-31",
    "/door?from=2021-01-01&to=2021-12-31",
    "/people?text=zoya",
)
ELSEWHERE = ("/api/", "/static/")
WRITTEN = ("/method", "/codebook")  # by hand, with code in it
# What a program says and no keeper: a value that is missing, brackets round nothing, one thing called many, and the
# marks that are left where words were to stand between them; the first and the last day that a calendar has.
UNMEANT = re.compile(
    r"\bNone\b(?! on record)|\b[Nn]a[Nn]\b|\binf\b|\(\s*\)|\[\]|\{\}|\b0 of 0\b|−0\b|\.\.(?![/\d\]])|,\s*,|\s;"
    r"|\b1 (?:people|claims|documents|days|rows|months|figures|pairs)\b|\bversion\s*[,.;]|\bJanuary 1\b|\b9999\b"
)


@pytest.fixture(params=list(ODD))
def odd(request: pytest.FixtureRequest, register_sqlite: Path, tmp_path: Path) -> Stranger:
    """A stranger at the site of an odd register."""
    ODD[request.param](tmp_path)
    return Stranger()


def walked(stranger: Stranger) -> Iterator[tuple[str, str]]:
    """Every sort of page that can be reached, with its HTML."""
    ahead, ways, seen = [*ROUTES, *ASKED], Ways(2), set[str]()
    while ahead:
        address = ahead.pop(0)
        if address in seen or address.startswith(ELSEWHERE):
            continue
        seen.add(address)
        answer = stranger.client.get(address)
        assert answer.status_code == 200, f"{address}: {answer.status_code}"
        if answer.headers["Content-Type"].startswith("text/html"):
            html = answer.content.decode()
            yield address, html
            ahead.extend(ways.new(html))


def test_every_page_answers_is_light_and_reads_sensibly(odd: Stranger) -> None:
    for address, html in walked(odd):
        said = text(html)
        told = "" if address.startswith(WRITTEN) else said
        assert [told[max(0, one.start() - 40) : one.end() + 40] for one in UNMEANT.finditer(told)] == [], address
        assert len(html.encode()) < 100_000, address
        if not address.startswith("/embed/"):
            assert html.count("<h1") == 1, address
            assert text(html[html.index("<h1") : html.index("</h1>")]).strip(), address
        for fragment in re.findall(r'href="#([^"]*)"', html):
            assert f'id="{fragment}"' in html, f"{address}#{fragment}"
        ids = re.findall(r'\sid="([^"]*)"', html)
        assert len(ids) == len(set(ids)), address
