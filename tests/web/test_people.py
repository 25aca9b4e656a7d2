"""The index of people: by name in any script, those of whom an act is said apart from those who speak."""

import re

import pytest

from habeas.claims.vocabulary import Access
from habeas.register import write
from tests import zalesia

from .site import EDITOR, Stranger, enter, text


def section(html: str, title: str) -> str:
    """The names under a heading."""
    return text(html.partition(f">{title}</h2>")[2].partition("</section>")[0])


def test_those_of_whom_an_act_is_said_stand_apart_from_those_who_speak(stranger: Stranger) -> None:
    html = stranger.get("/people").content.decode()
    held, speak = (
        section(html, one) for one in ("Held, freed or arrested, as claims here say", "Who speak or take part")
    )
    for name in ("Pavel Harbar", "Каця Ліпень-Бор", "Язэп Каляда-Нябесны"):
        assert name in held
        assert name not in speak
    assert "evening presenter 1 said" in speak
    assert "an envoy" not in text(html)


def test_a_name_leads_to_its_person_and_numbers_follow(stranger: Stranger) -> None:
    html = stranger.get("/people").content.decode()
    (address, after) = re.findall(
        r'<b><a href="(/people/[0-9a-f]{32})"><bdi>Pavel Harbar</bdi></a></b>(.*?)</li>', html
    )[0]
    assert text(after).strip() == "3 claims about"
    assert "<h1><bdi>Pavel Harbar</bdi></h1>" in stranger.get(address).content.decode()


def test_a_name_is_found_by_a_part_of_it_in_any_script(stranger: Stranger) -> None:
    for asked in ("каця", "ЛІПЕНЬ"):
        said = stranger.read(f"/people?text={asked}")
        assert "1 person found" in said
        assert "Каця Ліпень-Бор" in said
    assert "Nobody is found" in stranger.read("/people?text=nobody-of-the-name")


def test_that_nobody_is_found_is_told_with_what_it_does_not_mean(stranger: Stranger) -> None:
    absent = "does not mean that somebody is not held: try fewer letters, another spelling or another script."
    assert absent in stranger.read("/people?text=nobody-of-the-name")
    assert absent not in stranger.read("/people?text=каця")
    assert absent not in stranger.read("/people")


def test_who_is_found_by_a_near_name_alone_is_told_of_in_one_way(newcomer: Stranger) -> None:
    enter(zalesia.act("Yazep Kalyada", "detained", "2025-01-02"))
    html = newcomer.get("/people?text=Язэп+Калядаў").content.decode()
    assert '<h1 id="title">1 person found by a near name</h1>' in html
    assert "<title>1 person found by a near name: Язэп Калядаў" in html
    assert '<p class="quote">1 person found by a near name: Язэп Калядаў.' in html


@pytest.mark.parametrize(
    ("language", "said"),
    [("be", "Ні ў кога няма гэтых слоў"), ("ru", "Ни у кого нет этих слов"), ("fa", "کسی این واژه‌ها را")],
)
def test_whoever_looks_for_somebody_is_answered_in_their_language(newcomer: Stranger, language: str, said: str) -> None:
    enter(zalesia.act("Yazep Kalyada", "detained", "2025-01-02"))
    assert said in newcomer.read(f"/{language}/people?text=Язэп+Калядаў")
    wrong = newcomer.read(f"/{language}/people?rule=nothing&state=nowhere&as_of=never", 400)
    assert "“nothing”" not in wrong
    assert all(words not in wrong for words in ("write", "choose", "is not"))


def test_nobody_is_named_in_an_empty_register(newcomer: Stranger) -> None:
    assert "Nobody is named here" in newcomer.read("/people")


def test_what_cannot_be_looked_for_is_told_beside_its_field(stranger: Stranger) -> None:
    answer = stranger.client.get("/people", {"text": "word " * 13})
    assert answer.status_code == 400
    assert 'aria-describedby="text-problem"' in answer.content.decode()
    assert "there is a character in this (NUL) that no text has" in stranger.read("/people?text=%00", 400)
    assert "This address cannot be read" in stranger.read("/people?after=a%00b", 400)


def test_who_is_named_in_no_public_claim_is_not_here(stranger: Stranger) -> None:
    zalesia.enter(*zalesia.act("Hidden Hanna", "detained", "2025-01-02"))
    assert (
        "Hidden" not in stranger.get("/people?text=hidden").content.decode().partition("<ul")[2].partition("<main")[2]
    )
    assert "Nobody is found" in stranger.read("/people?text=hanna")
    held = stranger.claim("Pavel Harbar: detained, 6 May 2023.")
    ids = [one["id"] for one in stranger.data("/api/claims")["claims"] if "Harbar" in one["statement"]]
    assert held["id"] in ids
    write.set_access(Access.sealed, write.actor(EDITOR), EDITOR, claims=ids)
    assert "Harbar" not in stranger.get("/people").content.decode()


def test_many_are_given_thirty_to_a_page(newcomer: Stranger) -> None:
    enter(
        *(
            zalesia.act(f"Person Number {number:03}", "detained", "2025-01-02", start=number * 20)
            for number in range(40)
        )
    )
    html = newcomer.get("/people").content.decode()
    assert len(html) < 100_000
    assert "30 of 40 on this page." in text(html)
    (onward,) = re.findall(r'<a class="button" href="([^"]*)">The next people', html)
    last = newcomer.get(onward.replace("&amp;", "&")).content.decode()
    assert len(re.findall(r'<b><a href="/people/', last)) == 10
    assert "Back to the first" in last


def test_a_cited_entry_is_kept(stranger: Stranger) -> None:
    at = stranger.data("/api/claims")["at"]
    html = stranger.get(f"/people?at={at}").content.decode()
    assert all(f"?at={at}" in one for one in re.findall(r'href="(/people/[^"]*)"', html))


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    before = stranger.queries("/people")
    enter(
        *(
            zalesia.act(f"Person Number {number:03}", "detained", "2025-01-02", start=number * 20)
            for number in range(25)
        )
    )
    assert stranger.queries("/people") == before < 40
