"""No word of ours is left in English on a page that a language has whole.

Every text of such a page is read, marked with a language or not. What somebody else said is taken out of it, as the
record has it: names, titles, statements that somebody wrote. Latin letters that are left are ours, and fail.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.utils.translation import override

from habeas.answers import public
from habeas.claims.row_sentence import again
from habeas.claims.wording import Worded
from habeas.exchange import importing
from habeas.web import words
from habeas.web.languages import NAMES, WHOLE
from tests import zalesia

from .site import Stranger, enter, said_in

RULES = Path(__file__).parents[2] / "cases" / "zalesia" / "rules.toml"
ENTRY = re.compile(r"\d+-[0-9a-f]{8}")
WORD = re.compile(r"[A-Za-z]{2,}")
# Keys under which a record has what somebody else said or is called, in whatever script.
THEIRS = frozenset(
    {"name", "agent", "title", "citation", "publisher", "author", "value", "place", "facility", "ground", "term"}
    | {"country", "population", "printed", "original", "terms", "setting", "note", "address", "kept_by", "edtf"}
)
OURS = frozenset({"detained", "released", "birth", "region", "sex", "political prisoners"})  # that also stand there
CODES = ("habeas", "SHA-256", "OpenAPI", "JSON", "CSV", "SVG", "PNG", "English")
NAMED = ("Lantern Group", "Northern Watch", "Street Watch", "Severets", "Zalesia", "Koliada")  # by rules, or looked for
OF_ITS_OWN = "as the Harbour List counts"  # a rule that the register has of its own
COUNTS = (
    *("as_of=2025-11-12&known_on=2025-11-20", "rule=freed&lens=the+authorities&as_of=2025-11-30", "by=state"),
    *("rule=recognised+by+the+Lantern+Group", "as_of=2019-01-01&lens=the+three+lists"),
)
PLAIN = {0x2066: None, 0x2069: None} | {0x6F0 + one: str(one) for one in range(10)}  # no isolates, no Persian digits
WRONG = (
    *("?as_of=yesterday", "?as_of=2025-02-30", "?as_of=0000-01-01", "?as_of=2025-13-01", "?known_on=2999-01-01"),
    *("?by=weather", "?by=sex,sex", "?lens=weather", "?lens=every+accepted+claim@9"),
    *(
        "claims?type=weather",
        "claims?kind=weather",
        "claims?linked=weather",
        "claims?review=weather",
        "claims?alone=maybe",
        "claims?says=weather",
    ),
    *("claims?valid_from=2025-02-30", "people?rule=freed&as_of=2025-11-12"),
)
APART = frozenset({"script", "style", "code", "q", "blockquote", "pre"})
KEYS = frozenset({"key", "prose", "address", "cell"})  # classes
SAID = ("aria-label", "data-label", "title", "alt", "placeholder")
EMPTY = frozenset({"meta", "link", "input", "br", "img", "hr", "wbr"})


class Texts(HTMLParser):
    """Every text of a page, and of the marks that are read out, but for quotations and keys."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.found += [told[name] for name in SAID if name in told]
        if tag not in EMPTY:
            self._open.append((tag, tag in APART or bool(KEYS & set(told.get("class", "").split()))))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(apart for _, apart in self._open):
            self.found.append(data)


@pytest.fixture
def reader(stranger: Stranger) -> Stranger:
    """A stranger at a site with the rules of the demonstration, somebody recognised, and a state of their property."""
    prepared = importing.prepare(RULES, datetime.now(UTC).date())
    assert not prepared.problems
    importing.record(prepared, lambda receipt: None)
    enter(zalesia.rule(OF_ITS_OWN, states=["home"]))
    return stranger


def left(html: str, theirs: list[str]) -> Iterator[str]:
    """The texts of a page in which Latin letters stand that nobody else wrote."""
    parser = Texts()
    parser.feed(html)
    for text in parser.found:
        ours = ENTRY.sub(" ", " ".join(text.translate(PLAIN).split()))
        for one in theirs:
            ours = ours.replace(one, " ")
        if WORD.search(ours):
            yield " ".join(text.split())


def of_others(stranger: Stranger, language: str) -> list[str]:
    """What others said or are called, the longest first, and where a claim stands: a column is called by its head."""
    claims = stranger.data("/api/claims?limit=200")["claims"]
    found = {one["statement"].rstrip(".") for one in claims if not isinstance(again(one), Worded)}
    with override(language):
        found |= {words.place(one).translate(PLAIN) for one in claims}

    for address in ("/api/claims?limit=200", "/api/documents?limit=200", "/api/people", "/api/lists"):
        found.update(said for key, said in said_in(stranger.data(address)) if key in THEIRS)
    found |= {public.register_name(), OF_ITS_OWN, f"Counts those who are {OF_ITS_OWN}.", *CODES, *NAMED}
    return sorted((one for one in found - OURS if WORD.search(one)), key=len, reverse=True)


def addresses(stranger: Stranger) -> dict[str, list[str]]:
    """Of each view that is whole, the pages that are looked at."""
    claims = stranger.data("/api/claims?limit=200")["claims"]
    people = {part["record_id"] for one in claims for part in one["participants"] if "record_id" in part}
    return {
        "front": [f"/?{asked}" for asked in ("", *COUNTS)],
        "people": ["/people", "/people?text=Koliada", "/people?rule=held&as_of=2025-11-12"],
        "person": [f"/people/{one}" for one in people],
        "claims": ["/claims", "/claims?type=figure"],
        "claim": [f"/claims/{one['id']}" for one in claims],
        "documents": ["/documents"],
        "document": [f"/documents/{one}" for one in {claim["document"] for claim in claims}],
        "about": ["/about"],
    }


@pytest.mark.parametrize("language", NAMES)
def test_no_word_of_ours_is_left_in_english_on_a_page_that_is_whole(reader: Stranger, language: str) -> None:
    theirs, pages = of_others(reader, language), addresses(reader)
    assert pages.keys() == WHOLE
    found = {
        (address, text)
        for every in pages.values()
        for address in every
        for text in left(reader.get(f"/{language}{address}").content.decode(), theirs)
    }
    assert not found, "\n".join(sorted(f"{address}: {text}" for address, text in found))


@pytest.mark.parametrize("language", NAMES)
def test_what_cannot_be_read_is_told_in_the_language_of_the_page(reader: Stranger, language: str) -> None:
    theirs = ["sex,region", *of_others(reader, language)]  # as it is written in an address
    for asked in WRONG:
        html = reader.get(f"/{language}/{asked}", 400).content.decode()
        problems = re.findall(r'class="problem"[^>]*>(.*?)</span>', html)
        assert problems, asked
        assert list(left("".join(problems), [*theirs, *re.findall("[a-z]+", asked.partition("=")[2])])) == []


def test_english_words_of_ours_are_found_marked_or_not() -> None:
    html = (
        '<p>Говорит <bdi lang="en">Anna Koliada: detained.</bdi></p><a aria-label="The claim">1</a><q>Their words</q>'
    )
    assert list(left(html, ["Anna Koliada"])) == ["Anna Koliada: detained.", "The claim"]
