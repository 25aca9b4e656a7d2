"""Every string of every page can be translated: in an invented language, no word of ours stands as it was.

Each letter of the catalogue is marked (Ｌｉｋｅ ｔｈｉｓ). What is left in plain letters on a page is then what
somebody said, a name, a key of the record, or a string that cannot be translated, which fails.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.test import override_settings
from docs.catalogs import messages

from habeas.answers import counted_by, public
from habeas.web import languages, spoken
from tests.journeys.addresses import one_of_each

from .site import Stranger, said_in

KEPT = re.compile(r"(\{[^{}]*\}|%\([^)]*\)s|%%|<[^>]*>|&\w+;)")
# Where somebody else's words stand, or a key: in an element of its own, with its language, direction or sort.
APART = re.compile(
    r'(?s)<div class="prose".*?</div>|<(bdi|q|mark|blockquote|code|pre|script|style|option|head)\b[^>]*>.*?</\1>'
    r'|<(a|span|i|p|h1|ul)\b[^>]*(?:class="(?:key|long|address|mast-langs|quote)"|\bdir="(?:ltr|rtl|auto)")[^>]*>.*?</\2>'
)
SAID = re.compile(r'\b(?:aria-label|data-label|title|alt)="([^"]*)"')
WORD = re.compile(r"[A-Za-z]{2,}")
FILES = {"CSV", "JSON", "SVG", "PNG", "OpenAPI", "SHA"}
# Exempt: English writings, and evidence that rooms below the door word for speed.
IN_ENGLISH = {
    "method": "the methods and the codebook are pages of docs/, in English",
    "codebook": "the methods and the codebook are pages of docs/, in English",
    "pair": "why two names are alike is worded where millions are compared",
    "market": "the words of a market are not translated yet",
}
ASKED = (
    *(
        "/?as_of=2025-11-12&known_on=2025-11-20",
        "/?by=state",
        "/?as_of=never&rule=weather",
        "/?by=sex&by=state",
        "/nope",
    ),
    *("/changes?as_of=2025-10-31&to_as_of=2025-11-20", "/people?text=koliada", "/people?text=nobody-of-the-name"),
    *(
        "/claims?type=figure",
        "/claims?text=nothing",
        "/series?step=day&from=2025-11-01&to=2025-11-20",
        "/series?by=state",
    ),
    *("/revisions?as_of=2025-11-12", "/counted?as_of=2025-11-12", "/door?from=2025-01-01&to=2025-12-01"),
)


class Everything:
    """Every view is whole in the invented language."""

    def __contains__(self, view: object) -> bool:
        return True


def marked(words: str) -> str:
    """Words with each letter marked, but for their parts and marks."""
    pieces = KEPT.split(words)
    return "".join(
        one if at % 2 else re.sub("[A-Za-z]", lambda letter: chr(ord(letter[0]) + 0xFEE0), one)
        for at, one in enumerate(pieces)
    )


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue in which every string is marked, in the place of the Belarusian one."""
    place = tmp_path_factory.mktemp("locale")
    made = Catalog(locale="be")
    for one in messages():
        if one.id:
            forms = [one.id] if isinstance(one.id, str) else one.id
            every = [marked(forms[0]), *[marked(forms[-1])] * (made.num_plurals - 1)]
            made.add(one.id, every[0] if len(forms) == 1 else every)
    path = place / "be" / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, made)
    return place


@pytest.fixture
def marked_pages(stranger: Stranger, invented: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stranger]:
    """A stranger at the site in the invented language."""
    monkeypatch.setattr(languages, "WHOLE", Everything())
    monkeypatch.setattr(spoken, "_of", spoken._of.__wrapped__)  # the Belarusian that others read before is kept there
    with override_settings(LOCALE_PATHS=[str(invented)]):
        yield stranger


def of_the_record(stranger: Stranger) -> set[str]:
    """Every word that stands in the register itself, in a value that somebody wrote."""
    found: set[str] = set()

    for address in ("/api/claims?limit=200", "/api/documents?limit=200", "/api/people", "/api/lists"):
        for key, said in said_in(stranger.data(address)):
            if key not in {"type", "kind", "modality", "polarity", "words", "not_shown"}:
                found.update(WORD.findall(said))
    with public.snapshot():
        seen = public.view()
        for name in (*(one.name for one in counted_by.rules(seen)), *(one.name for one in counted_by.lenses(seen))):
            found.update(WORD.findall(name))
    found.update(WORD.findall(public.register_name()))
    return found


def plain_words(html: str) -> Iterator[str]:
    """Every text of a page that has plain letters, apart from what is somebody else's."""
    shown = APART.sub(" ", html)
    for words in (*SAID.findall(shown), *re.split(r"<[^>]*>", shown)):
        if WORD.search(unescape(words)):
            yield unescape(words).strip()


def addresses(stranger: Stranger) -> list[str]:
    """One of each page, and some that were asked something."""
    claims = stranger.data("/api/claims?limit=200")["claims"]
    act = next(one for one in claims if "act" in one and any("record_id" in part for part in one["participants"]))
    who = [part["record_id"] for one in claims for part in one["participants"] if "record_id" in part]
    other = next(one for one in who if one != who[0])
    parts = {"claim_id": act["id"], "document_id": act["document"], "person_id": who[0]}
    parts |= {"one_id": who[0], "other_id": other, "name": "tally", "page": "tally"}
    routes = [one for one in one_of_each(parts) if one.strip("/").split("/")[0].rstrip("s") not in IN_ENGLISH]
    every = [f"/documents/{one}" for one in {claim["document"] for claim in claims}]
    return [*routes, *every, *(f"/claims/{one['id']}" for one in claims), *ASKED]


def test_no_word_of_ours_stands_on_a_page_that_no_catalogue_has(marked_pages: Stranger) -> None:
    known = of_the_record(marked_pages) | FILES
    left = {
        (address, words)
        for address in addresses(marked_pages)
        if not address.endswith((".csv", ".svg", ".png"))
        for words in plain_words(marked_pages.client.get(f"/be{address}").content.decode())
        if not known.union(WORD.findall(address)).issuperset(WORD.findall(re.sub(r"\d+-[0-9a-f]{8}", "", words)))
    }
    assert not left, "\n".join(sorted(f"{place}: {words}" for place, words in left))


def test_a_page_in_the_invented_language_is_marked(marked_pages: Stranger) -> None:
    html = marked_pages.get("/be/").content.decode()
    assert marked("Count again") in html
    assert "Count again" not in html
