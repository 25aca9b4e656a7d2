"""The site as a stranger meets it: a register of public claims about the invented Zalesia, and a visitor with a client.

The Courier is held and its words are public; what state television said is read in a document that is not held.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from habeas.claims import identity
from habeas.claims.vocabulary import Access
from habeas.exchange import importing
from habeas.exchange.people import ListTerms
from habeas.exchange.prepared import Prepared
from habeas.register import write
from habeas.register.draft import Draft
from habeas.web import kept_pages
from habeas.web.languages import NAMES
from tests import zalesia

from .courier import CASE, COURIER, PEOPLE, TELEVISION

EDITOR = "Marta Veres"
IN_LANGUAGES = re.compile(rf"/({'|'.join(NAMES)})/")


@dataclass
class Stranger:
    """A visitor who has no rights: what the site answers, and what it asked the database for it."""

    client: Client = field(default_factory=lambda: Client(SERVER_NAME="localhost"))

    def get(self, address: str, status: int = 200) -> HttpResponse:
        """The answer at an address, which has this status."""
        answer = self.client.get(address)
        assert answer.status_code == status, f"{address}: {answer.status_code}"
        return answer  # type: ignore[return-value]

    def read(self, address: str, status: int = 200) -> str:
        """The words of a page, without its marks."""
        return text(self.get(address, status).content.decode())

    def cells(self, address: str) -> list[list[str]]:
        """Every row of every table of a page, cell by cell."""
        return cells(self.get(address).content.decode())

    def data(self, address: str, status: int = 200) -> Any:
        """The JSON at an address."""
        return self.client.get(address).json() if self.get(address, status) else None

    def queries(self, address: str) -> int:
        """How many questions the database is asked to make a page of what was read before."""
        self.get(address)
        kept_pages.forget()
        return self.first_queries(address)

    def first_queries(self, address: str) -> int:
        """How many questions the database is asked for a page as the register stands now."""
        with CaptureQueriesContext(connection) as asked:
            self.get(address)
        return sum(query["sql"].lstrip(" \n(").upper().startswith("SELECT") for query in asked.captured_queries)

    def claim(self, statement: str) -> dict[str, Any]:
        """The public claim with this statement."""
        (one,) = [one for one in self.data("/api/claims")["claims"] if one["statement"] == statement]
        return dict(one)


def text(html: str) -> str:
    """What a reader reads: no marks, single blanks."""
    body = re.sub(r"(?s)<(head|svg)\b.*?</\1>", " ", html)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", body)))


def cells(html: str) -> list[list[str]]:
    """Every row of every table of a page, cell by cell."""
    rows = re.findall(r"(?s)<tr\b.*?</tr>", html)
    return [[text(cell).strip() for cell in re.findall(r"(?s)<t[hd]\b.*?</t[hd]>", row)] for row in rows]


def said_in(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text in the JSON of an answer, with the key that it stands under."""
    if isinstance(data, dict):
        for name, inner in data.items():
            yield from said_in(inner, name)
    elif isinstance(data, list):
        for inner in data:
            yield from said_in(inner, key)
    elif isinstance(data, str):
        yield key, data


def links(html: str) -> Iterator[str]:
    """Every address that a page leads to on this site."""
    for address in re.findall(r'(?:href|src|action)="([^"]*)"', html):
        if address.startswith("/"):
            yield unescape(address)


@dataclass
class Ways:
    """Where pages lead, so that a walk ends: of each sort of page (its path, its ids aside, and what is asked by name)
    the first few addresses. The same page in other languages is left aside.
    """

    most: int
    led: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    def new(self, html: str) -> Iterator[str]:
        """Those of the addresses that a page leads to that are gone to, each once."""
        for address in (one.partition("#")[0] for one in links(html)):
            parts = urlsplit(address)
            sort = (re.sub("[0-9a-f]{32,64}", "{}", parts.path), *sorted(parse_qs(parts.query)))
            seen = self.led.setdefault(sort, set())
            if not IN_LANGUAGES.match(address) and address not in seen and len(seen) < self.most:
                seen.add(address)
                yield address


def case(place: Path, name: str, toml: str, access: Access | None = None) -> Prepared:
    """Import a case file that stands in `place`; `access` in place of the one that it states."""
    path = place / f"{name}.toml"
    path.write_text(toml, encoding="utf-8")
    return _record(importing.prepare(path, datetime.now(UTC).date()), access)


def people(place: Path, name: str, csv: str, access: Access | None = None) -> Prepared:
    """Import a list of people."""
    path = place / f"{name}.csv"
    path.write_text(csv, encoding="utf-8")
    terms = ListTerms(f"Held in Zalesia, {name}", "Lantern Group", EDITOR)
    return _record(importing.prepare(path, datetime.now(UTC).date(), terms), access)


def public_part(place: Path) -> Stranger:
    """Record what is public in Zalesia in the register that is open, and send a stranger there."""
    (place / "courier.txt").write_text(COURIER, encoding="utf-8")
    case(place, "courier", CASE)
    case(place, "television", TELEVISION, Access.public)
    people(place, "people", PEOPLE, Access.public)
    return Stranger()


def enter(*drafts: Draft | list[Draft]) -> None:
    """Enter drafts of the keeper's for everybody to see."""
    zalesia.enter(*drafts, access=Access.public, vouched_by=zalesia.KEEPER)


def link(kind: str, claim: str, other: str) -> Draft:
    """How one claim stands to another, by their ids."""
    made = identity.claim_link(write.register_key(), kind, claim, other)
    return Draft("claim_link", {"id": made, "kind": kind, "claim": claim, "other": other}, "test")


def same(one: str, other: str) -> Draft:
    """That two records are of one person."""
    made = identity.judgement(write.register_key(), one, other)
    said = {"id": made, "one": one, "other": other, "verdict": "same", "reason": "one birth, one court"}
    return Draft("judgement", said, "test")


def _record(prepared: Prepared, access: Access | None) -> Prepared:
    assert not prepared.problems, prepared.problems
    prepared.access = prepared.access if access is None else access
    importing.record(prepared, lambda receipt: None)
    return prepared
