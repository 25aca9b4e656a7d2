"""Since when a claim is known is told in the same words wherever it stands; an assumed day says that it is assumed."""

import re

from django.utils import translation

from habeas.web.known_days import known, known_day, known_words

from .site import Stranger, text

PUBLISHED = {"earliest": "2025-11-12", "latest": "2025-11-12", "basis": "published"}
ASSUMED = {"earliest": "2022-02-03", "latest": "2025-11-20", "basis": "assumed"}


def test_a_day_is_told_and_of_an_assumed_one_that_it_is() -> None:
    assert known_words(PUBLISHED) == "12 November 2025"
    assert known_words(ASSUMED) == "3 February 2022 or later, assumed"
    assert known(PUBLISHED) == "known <bdi>12 November 2025</bdi>"
    assert known_day(ASSUMED) == '<bdi>3 February 2022</bdi> or later, <span class="assumed">assumed</span>'
    assert known_words(ASSUMED | {"latest": "2022-02-03"}) == "3 February 2022, assumed"


def test_it_is_told_in_the_language_of_the_page() -> None:
    with translation.override("be"):
        assert known_words(ASSUMED) == "3 лютага 2022 або пазней, меркавана"


def test_pages_tell_one_day_alike(stranger: Stranger) -> None:
    claim = stranger.claim("Каця Ліпень-Бор: detained, 3 February 2022.")
    day = known_words(claim["known"])
    assert day.endswith(", assumed")
    html = stranger.get(f"/claims/{claim['id']}").content.decode()
    (person,) = set(re.findall(r'href="(/people/[0-9a-f]{32})"', html))
    pages = f"/claims/{claim['id']}", person, "/claims?subject=Каця"
    assert [page for page in pages if day not in text(stranger.get(page).content.decode())] == []
