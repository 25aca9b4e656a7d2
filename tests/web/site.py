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

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from habeas.claims.vocabulary import Access
from habeas.exchange import importing
from habeas.exchange.people import ListTerms
from habeas.exchange.prepared import Prepared
from habeas.register.draft import Draft
from tests import zalesia

EDITOR = "Marta Veres"
COURIER = """ZARECHE. Three prisoners were driven to the western border before dawn on Wednesday.
The Lantern Group put the number still held at 412 this week. The Harbour List has 431.
“A good many more could follow,” a senior official told an envoy, one of those at the dinner recalled.
Iosif Koliada-Nebesny remains in Prison No. 4, where his sister last saw him in late October.
Women are 38 of them, the Lantern Group said.
"""
CASE = """
[case]
vouched_by = "Marta Veres"
access = "public"
[document]
file = "courier.txt"
title = "Families count the days as the talks go on"
publisher = "The Bystritsa Courier"
author = "Marta Veres"
language = "en"
published = "2025-11-14"
[agents.lantern]
name = "Lantern Group"
[agents.harbour]
name = "Harbour List"
[agents.official]
name = "a senior official"
sort = "unnamed"
[agents.envoy]
name = "an envoy"
sort = "unnamed"
[agents.sister]
name = "his sister"
sort = "unnamed"
[records.koliada]
name = "Iosif Koliada-Nebesny"
[cited.bulletin]
citation = "Lantern Group, weekly bulletin 46"
title = "Bulletin 46"
publisher = "Lantern Group"
published = "2025-11-13"
[[claims]]
words = "put the number still held at 412 this week"
type = "figure"
topics = ["tally"]
statement = "412 people are held as political prisoners."
when = { edtf = "2025-11-10/2025-11-14", original = "this week", meaning = "as_of" }
figure = { subject = "people in custody", population = "political prisoners", kind = "stock", unit = "persons", value = 412, printed = "412" }
attribution = [{ agent = "lantern", kind = "on_record" }]
cites = ["bulletin"]
[[claims]]
words = "The Harbour List has 431"
type = "figure"
topics = ["tally"]
statement = "431 people are held as political prisoners."
when = { edtf = "2025-11-10/2025-11-14", original = "this week", meaning = "as_of" }
figure = { subject = "people in custody", population = "political prisoners", kind = "stock", unit = "persons", value = 431 }
attribution = [{ agent = "harbour", kind = "on_record" }]
[[claims]]
words = "Women are 38 of them"
type = "figure"
topics = ["tally"]
statement = "38 of those held are women."
when = { edtf = "2025-11-10/2025-11-14", original = "this week", meaning = "as_of" }
figure = { subject = "women in custody", kind = "stock", unit = "persons", value = 38, part_of = "people in custody" }
attribution = [{ agent = "lantern", kind = "on_record" }]
[[claims]]
words = "A good many more could follow"
type = "offer"
topics = ["negotiation"]
statement = "More could be freed if the limits on timber are eased."
modality = "conditional"
attribution = [{ source = "0123456789abcdef0123456789abcdef", kind = "anonymous", terms = "not to be named" }, { agent = "envoy", kind = "anonymous" }, { agent = "official", kind = "official" }]
[[claims]]
words = "remains in Prison No. 4, where his sister last saw him in late October"
type = "act"
topics = ["tally"]
statement = "Iosif Koliada-Nebesny is held in Prison No. 4."
when = { edtf = "2025-10-2X", original = "late October", meaning = "state_seen" }
act = { kind = "held", record = "koliada", facility = "Prison No. 4", state = "serving" }
place = { name = "Zareche", country = "ZZ" }
participants = [{ role = "subject", record = "koliada", name = "Язэп Каляда-Нябесны", script = "Cyrl" }]
attribution = [{ kind = "reporter_voice" }, { agent = "sister", kind = "on_record" }]
"""
TELEVISION = """
[case]
vouched_by = "Marta Veres"
[document]
sha256 = "7e1e0000000000000000000000000000000000000000000000000000000000aa"
title = "Вячэрнія навіны"
language = "be"
address = "https://tv.example/evening"
published = "2025-11-12~"
[agents.presenter]
name = "evening presenter"
sort = "person"
[[claims]]
start = 20
end = 60
passage = "7e1e0000000000000000000000000000000000000000000000000000000000bb"
type = "denial"
topics = ["negotiation"]
statement = "Prisoners are traded."
polarity = "denied"
modality = "claimed"
attribution = [{ agent = "presenter", kind = "state_media" }]
"""
PEOPLE = """name,key,detained,released,born,source
Aryna Žytsen-Haiova,1,2021-08,,1990-01-02,court list 7
Каця Ліпень-Бор,2,2022-02-03,2025-11-12,1971-03-04,court list 7
Pavel Harbar,3,2023-05-06,2025-11,1985-06-07,court list 9
"""


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

    def data(self, address: str, status: int = 200) -> Any:
        """The JSON at an address."""
        return self.client.get(address).json() if self.get(address, status) else None

    def queries(self, address: str) -> int:
        """How many questions the database is asked for a page."""
        self.get(address)
        with CaptureQueriesContext(connection) as asked:
            self.get(address)
        return sum(query["sql"].lstrip().upper().startswith("SELECT") for query in asked.captured_queries)

    def claim(self, statement: str) -> dict[str, Any]:
        """The public claim with this statement."""
        (one,) = [one for one in self.data("/api/claims")["claims"] if one["statement"] == statement]
        return dict(one)


def text(html: str) -> str:
    """What a reader reads: no marks, single blanks."""
    body = re.sub(r"(?s)<(head|svg)\b.*?</\1>", " ", html)
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", body)))


def links(html: str) -> Iterator[str]:
    """Every address that a page leads to on this site."""
    for address in re.findall(r'(?:href|src|action)="([^"]*)"', html):
        if address.startswith("/"):
            yield unescape(address)


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


def enter(*drafts: Draft) -> None:
    """Enter drafts of the keeper's for everybody to see."""
    zalesia.enter(*drafts, access=Access.public, vouched_by=zalesia.KEEPER)


def _record(prepared: Prepared, access: Access | None) -> Prepared:
    assert not prepared.problems, prepared.problems
    prepared.access = prepared.access if access is None else access
    importing.record(prepared, lambda receipt: None)
    return prepared
