"""The pages are one house: each is reached from the front in three steps, and questions stand in a reader's words."""

import re
from html import unescape

import pytest
from django.urls import resolve

from habeas.register.draft import Draft
from habeas.web.languages import NAMES
from habeas.web.urls import urlpatterns
from tests import zalesia

from .site import Stranger, enter, links, same, text

ONE, OTHER = "Yazep Kalyada", "e" * 64
STEPS = 3
ELSEWHERE = ("/api/", "/static/", *(f"/{language}/" for language in NAMES))
PAGES = {str(one.name) for one in urlpatterns} - {"bargain", "market_parameters"}  # there are none of these here
QUESTIONS = {  # who comes with what, in `docs/architecture.md` of the design; where it leads
    "Were more people arrested than freed?": "door",
    "Why is another number published elsewhere?": "compare",
    "What changed in a month, and why?": "changes",
    "How did a figure change as more became known?": "revisions",
    "Who on a list is held, freed, or arrested again?": "lists",
    "Where do two lists differ, name by name?": "lists",
    "What was promised, and was it kept?": "bargains",
    "Which sanctions stand, and which were eased?": "measures",
    "What would easing a sanction do to the trade?": "market",
    "How is all this worked out?": "methods",
}


def two_records() -> list[Draft]:
    """One name, read in two documents: once they are judged to be one person, they stand side by side."""
    return [
        *zalesia.act(ONE, "detained", "2025-10-01"),
        *zalesia.act(ONE, "released", "2025-11-10", 40, document=OTHER),
    ]


def reached(stranger: Stranger) -> dict[str, int]:
    """By page, in how many steps from the front it is reached by links alone."""
    ahead, seen, found = ["/"], {"/"}, dict[str, int]()
    for step in range(STEPS + 1):
        following: list[str] = []
        for address in ahead:
            name = str(resolve(address.partition("?")[0]).url_name)
            found.setdefault(name, step)
            answer = stranger.client.get(address) if step < STEPS else None
            if answer and answer.headers["Content-Type"].startswith("text/html"):
                following += links(answer.content.decode())
        plain = (one.partition("#")[0] for one in following)
        ahead = [one for one in dict.fromkeys(plain) if one not in seen and not one.startswith(ELSEWHERE)]
        seen.update(ahead)
    return found


def test_every_page_is_reached_from_the_front_in_three_steps(stranger: Stranger) -> None:
    enter(zalesia.document(OTHER, title="Gate"), *two_records())
    enter(same(str(zalesia.record(ONE).body["id"]), str(zalesia.record(ONE, OTHER).body["id"])))
    found = reached(stranger)
    assert sorted(PAGES - set(found)) == []
    assert max(found[name] for name in PAGES) <= STEPS


@pytest.mark.parametrize(("question", "leads_to"), QUESTIONS.items())
def test_a_question_on_the_front_leads_where_it_is_answered(stranger: Stranger, question: str, leads_to: str) -> None:
    html = stranger.get("/").content.decode()
    (address,) = re.findall(f'<a href="([^"]*)">{re.escape(question)}</a>', html)
    assert resolve(unescape(address).partition("?")[0]).url_name == leads_to


def test_somebody_is_looked_for_by_name_on_the_front(stranger: Stranger) -> None:
    html = stranger.get("/").content.decode()
    assert re.search(r'<form method="get" action="/people" role="search"[^>]*>\s*<label for="text">', html)


def test_a_cited_entry_is_kept_through_the_house(stranger: Stranger) -> None:
    at = stranger.data("/api/tally")["at"]
    for address in ("/", "/people", "/method", "/about"):
        html = stranger.get(f"{address}?at={at}").content.decode()
        inside = [unescape(one) for one in re.findall(r'href="(/[^"#]*)"', html)]
        inside = [one for one in inside if not one.startswith(ELSEWHERE)]
        assert [one for one in inside if f"at={at}" not in one and one != address] == [], address


def test_the_front_of_an_empty_register_says_what_it_is(newcomer: Stranger) -> None:
    said = text(newcomer.get("/").content.decode())
    assert "No public claim in it tells of anybody’s custody yet." in said
    assert "Nothing is known of anybody’s custody" in said
    assert "What do you want to know?" in said
