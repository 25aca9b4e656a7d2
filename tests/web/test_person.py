"""One person: names in their scripts, what is said of them and by whom, what they said, where the sources disagree."""

import re

from habeas.claims.vocabulary import Access
from habeas.register import write
from tests import zalesia

from .site import EDITOR, Stranger, enter, link, same, text

HELD = "Iosif Koliada-Nebesny is held in Prison No. 4."


def of(stranger: Stranger, statement: str) -> str:
    """The page of who takes part in a claim."""
    return f"/people/{stranger.claim(statement)['participants'][0]['record_id']}"


def test_it_says_what_is_claimed_by_whom_and_in_which_words(stranger: Stranger) -> None:
    html = stranger.get(of(stranger, HELD)).content.decode()
    said = text(html)
    assert '<h1><bdi lang="und-Cyrl">Язэп Каляда-Нябесны</bdi></h1>' in html
    assert "In custody, by the last that is said here: between 20 October 2025 and 29 October 2025" in said
    assert "his sister, as told to the document's own voice" in said
    assert "remains in Prison No. 4, where his sister last saw him in late October</q>" in html
    assert '<q dir="auto" lang="en">' in html
    assert "not judged" in html
    assert "Read in Families count the days as the talks go on The Bystritsa Courier, 14 November 2025" in said
    assert "No claim" not in said


def test_of_an_act_without_a_day_no_first_day_is_told(stranger: Stranger) -> None:
    one, held = zalesia.act("Ales Maroz", "held", "2021-03-01", 3000)
    held.body.pop("when")
    enter(one, held)
    said = stranger.read(of(stranger, str(held.body["statement"])))
    assert "In custody, by the last that is said here: some day up to " in said
    assert "1 January 1" not in said


def test_words_that_may_not_be_shown_are_not_here(stranger: Stranger) -> None:
    document = stranger.claim(HELD)["document"]
    write.set_access(Access.staff, write.actor(EDITOR), EDITOR, documents=[document])
    said = stranger.read(of(stranger, HELD))
    assert "not shown here" in said
    assert "remains in Prison" not in said


def test_of_a_birth_the_year_is_told_first(stranger: Stranger) -> None:
    html = stranger.get(of(stranger, "Pavel Harbar: detained, 6 May 2023.")).content.decode()
    assert '<p class="stand">Born in 1985.</p>' in html
    assert "Not in custody, by the last that is said here: November 2025" in text(html)


def test_who_is_not_said_to_be_held_has_what_they_said_first(stranger: Stranger) -> None:
    (agent,) = [one["agent_id"] for one in stranger.claim("Prisoners are traded.")["attribution"]]
    html = stranger.get(f"/people/{agent}").content.decode()
    assert "What they said Denied: Prisoners are traded." in text(html)
    assert "No claim here is about evening presenter." in text(html)
    assert "custody" not in text(html)


def test_names_in_other_scripts_stand_beside_it(newcomer: Stranger) -> None:
    one = zalesia.record("Yazep Kalyada")
    names = [("ar", "يازيب كاليادا"), ("be", "Язэп Каляда")]
    claims = [
        zalesia.claim(
            f"He is called {name}.",
            start=100 + 20 * place,
            type="attribute",
            attribute={"record": one.body["id"], "property": "name", "value": name, "language": language},
            participants=[{"role": "subject", "name": "Yazep Kalyada", "record": one.body["id"]}],
        )
        for place, (language, name) in enumerate(names)
    ]
    enter(one, *claims)
    html = newcomer.get(f"/people/{one.body['id']}").content.decode()
    assert "<h1><bdi>Yazep Kalyada</bdi></h1>" in html
    assert '<bdi lang="ar">يازيب كاليادا</bdi> <span>Arabic</span>' in html
    assert '<bdi lang="be">Язэп Каляда</bdi> <span>Belarusian</span>' in html


def test_where_the_sources_disagree_both_stand(newcomer: Stranger) -> None:
    enter(
        *zalesia.act("Yazep Kalyada", "detained", "2025-03-02", start=20),
        *zalesia.act("Yazep Kalyada", "detained", "2025-04-02", start=40),
    )
    one, other = (newcomer.claim(f"Yazep Kalyada: detained, 2025-0{month}-02.") for month in (3, 4))
    enter(link("contradicts", one["id"], other["id"]))
    said = newcomer.read(f"/people/{one['participants'][0]['record_id']}")
    disagree = said.partition("The sources disagree")[2].partition("Both stand until someone decides")[0]
    assert one["statement"] in disagree
    assert other["statement"] in disagree


def test_two_records_that_are_one_person_have_one_page(newcomer: Stranger) -> None:
    enter(
        zalesia.act("Yazep Kalyada", "detained", "2025-03-02", 20),
        zalesia.act("Iosif Koliada", "released", "2025-05-02", 40),
    )
    ids = [one["participants"][0]["record_id"] for one in newcomer.data("/api/claims")["claims"]]
    enter(same(*ids))
    first, second = (newcomer.read(f"/people/{one}").replace(one, "ID") for one in ids)
    assert first == second
    assert "Names as written" in first
    assert "Iosif Koliada" in first
    assert "Yazep Kalyada: detained" in first


def test_a_sealed_person_is_not_told_from_one_that_never_was(stranger: Stranger) -> None:
    address = of(stranger, HELD)
    person = address.rpartition("/")[2]
    write.set_access(Access.sealed, write.actor(EDITOR), EDITOR, claims=[stranger.claim(HELD)["id"]])
    sealed, never = (stranger.get(f"/people/{one}", 404).content.decode() for one in (person, "0" * 32))
    assert sealed.replace(person, "") == never.replace("0" * 32, "")
    for other in ("x", "0" * 33, "0" * 64):
        assert "Not here" in stranger.read(f"/people/{other}", 404)


def test_a_protected_source_is_nobody(stranger: Stranger) -> None:
    assert "Not here" in stranger.read("/people/0123456789abcdef0123456789abcdef", 404)


def test_a_cited_entry_is_kept(stranger: Stranger) -> None:
    at = stranger.data("/api/claims")["at"]
    html = stranger.get(f"{of(stranger, HELD)}?at={at}").content.decode()
    inner = html.partition("<main")[2].partition("</main>")[0].replace("Read it as it stands now", "")
    assert all(f"at={at}" in one for one in re.findall(r'href="(/(?:claims|documents)[^"]*)"', inner))
