"""Every figure opens to its claims in at most two steps: a link beside it is one, or leads to a page that has one."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests import zalesia

from .site import Stranger, enter, text

CLAIM = re.compile(r"/claims(?:/[0-9a-f]{32}|\?(?:[^\"]*&)?(?:claim|person|document|subject)=)")
VOID = frozenset({"meta", "link", "input", "br", "img", "rect", "path", "circle"})
WITHIN = ("td", "li", "h1", "tr", "p", "table", "section", "div")  # the smallest of these that has a link speaks for it
ASKED = "as_of=2025-03-01&known_on=2026-01-01"
PAGES = [
    f"/?{ASKED}",
    f"/?{ASKED}&by=sex",
    f"/counted?{ASKED}",
    "/changes?as_of=2025-01-05&known_on=2025-02-01&to_as_of=2025-03-01&to_known_on=2026-01-01",
    "/series?from=2025-01-01&to=2025-03-15&known_on=2026-01-01",
    "/series?from=2025-01-01&to=2025-01-09&step=day&known_on=2026-01-01",
    f"/revisions?{ASKED}",
    "/people",
    "/claims",
    "/documents",
    "/compare",
    "/measures",
    "/door",
    "/arithmetic",
]


class Figures(HTMLParser):
    """The numbers of the main part of a page, each with the addresses in the smallest part around it that has any."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, list[str]]]] = []
        self.found: list[tuple[str, list[list[str]]]] = []
        self.main = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A part begins; a link belongs to every part around it."""
        said = dict(attrs)
        self.main |= tag == "main"
        if tag == "a" and (href := said.get("href")):
            for _, part in self.open:
                part["links"].append(href)
        if tag not in VOID:
            self.open.append((tag, {"links": [said["href"] or ""] if tag == "a" and "href" in said else []}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A part of a drawing, which has nothing in it."""

    def handle_endtag(self, tag: str) -> None:
        """A part ends."""
        self.main &= tag != "main"
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        """A cell of a table, or the large figure, in which a number stands."""
        tags = [name for name, _ in self.open]
        if (
            self.main
            and re.fullmatch(r"[\d,–−+ ]*\d", data.strip())
            and ("td" in tags or "h1" in tags)
            and "svg" not in tags
        ):
            around = [part["links"] for name, part in reversed(self.open) if name in (*WITHIN, "a")]
            self.found.append((data.strip(), around))


def figures(html: str) -> Iterator[tuple[str, list[str]]]:
    """Each figure of a page with the links nearest to it."""
    parts = re.sub(r'(?s)<section class="ruled take".*?</section>|<form.*?</form>', "", html)
    found = Figures()
    found.feed(parts)
    for figure, around in found.found:
        yield figure, next((links for links in around if links), [])


def opens(stranger: Stranger, address: str, seen: dict[str, bool]) -> bool:
    """Whether an address is a claim, or claims, or a page that leads to one."""
    if CLAIM.match(address):
        return True
    if address.startswith("#") or not address.startswith("/"):
        return False
    if address not in seen:
        main = stranger.get(address).content.decode().partition("<main")[2].partition('<section class="ruled take"')[0]
        seen[address] = any(CLAIM.match(one) for one in re.findall(r'href="([^"]*)"', main))
    return seen[address]


@pytest.fixture
def told(stranger: Stranger) -> Stranger:
    """The site with people who came and went, one of them on days that are not certain."""
    enter(zalesia.act("A", "detained", "2025-01-02"), zalesia.act("A", "released", "2025-02-10", 20))
    enter(zalesia.act("B", "detained", "2025-02-03", 40), zalesia.attribute("B", "sex", "f", 50))
    enter(zalesia.act("C", "detained", "2025-02-20", 60, latest="2025-03-10"))
    return stranger


@pytest.mark.parametrize("address", PAGES)
def test_every_figure_opens_to_its_claims_in_two_steps(told: Stranger, address: str) -> None:
    seen: dict[str, bool] = {}
    html = told.get(address).content.decode()
    closed = [
        figure for figure, near in figures(html) if figure != "0" and not any(opens(told, one, seen) for one in near)
    ]
    assert closed == [], f"{address}: of {len(list(figures(html)))} figures; {text(html)[:60]}"
