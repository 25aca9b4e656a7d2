"""The list of claims: the command's conditions as a form, fifty to a page, an error told beside its field."""

import re

import pytest

from tests import zalesia

from .site import Stranger, enter, link, text

QUERIES = 7


def statements(stranger: Stranger, address: str) -> list[str]:
    html = stranger.get(address).content.decode()
    return [text(one) for one in re.findall(r'<th scope="row"><a [^>]*>(.*?)</a>', html)]


def test_without_a_condition_all_are_there_in_the_order_of_their_recording(stranger: Stranger) -> None:
    found = statements(stranger, "/claims")
    assert len(found) == 14
    assert found[0] == "412 people are held as political prisoners."
    assert "All 14 claims" in stranger.read("/claims")


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("topic=negotiation", 2),
        ("speaker=harbour", 1),
        ("kind=state_media", 1),
        ("type=figure&text=women", 1),
        ("subject=каця", 3),
        ("subject=zytsen", 2),
        ("modality=conditional", 1),
        ("valid_from=2025-11-10&valid_to=14 November 2025&type=figure", 3),
        ("known_on=2025-11-13&topic=negotiation", 1),
        ("text=nothing+of+the+kind", 0),
        ("polarity=denied", 1),
        ("role=subject&type=act", 6),
        ("says=facility", 1),
        ("linked=contradicts", 0),
        ("alone=yes", 14),
        ("alone=no", 0),
        ("topic=&speaker=&text=", 14),
    ],
)
def test_every_condition_must_hold(stranger: Stranger, asked: str, count: int) -> None:
    assert len(statements(stranger, f"/claims?{asked}")) == count


def test_one_claim_may_be_asked_for_and_several(stranger: Stranger) -> None:
    ids = [one["id"] for one in stranger.data("/api/claims")["claims"][:3]]
    assert len(statements(stranger, "/claims?" + "&".join(f"claim={one}" for one in ids))) == 3


def test_a_row_says_who_when_and_since_when(stranger: Stranger) -> None:
    said = stranger.read("/claims?topic=negotiation")
    assert "offer, conditional" in said
    assert "a senior official, as told to an envoy, as told to a protected source" in said
    assert "not said" in said
    assert "denial, claimed, denied evening presenter" in said
    assert "assumed" in stranger.read("/claims?subject=harbar")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("topic", "weather", "“weather” is not a topic: choose one of tally, release"),
        ("known_on", "soon", "“soon” is not a day: write it as 2025-02-15 or 15 February 2025"),
        ("text", "word " * 13, "write at most 12 words"),
        ("subject", "x" * 201, "too long to look for"),
        ("speaker", "a\x00b", "there is a character in this (NUL) that no text has: take it out"),
    ],
)
def test_what_cannot_be_read_is_told_beside_its_field(stranger: Stranger, name: str, value: str, told: str) -> None:
    answer = stranger.client.get("/claims", {name: value})
    html = answer.content.decode()
    assert answer.status_code == 400
    assert re.search(rf'id="{name}"[^>]*aria-describedby="{name}-problem"', html)
    assert told in text(html)
    assert "<table" not in html


@pytest.mark.parametrize("refused", ["person=x", f"person={'a' * 32}&known_on=soon"])
def test_whoever_is_refused_is_led_to_the_claims_about_anybody(stranger: Stranger, refused: str) -> None:
    html = stranger.get(f"/claims?{refused}&subject=harbar", 400).content.decode()
    (address,) = re.findall(r'<a href="([^"]*)">About anybody</a>', html)
    assert address == "/claims?subject=harbar"
    assert "Pavel Harbar" in stranger.read(address)


@pytest.mark.parametrize("address", ["/claims?after=x", "/claims?after=" + "9" * 30, "/claims?at=1-00000000"])
def test_what_has_no_field_is_told_on_a_page_of_its_own(stranger: Stranger, address: str) -> None:
    assert "This address cannot be read" in stranger.read(address, 400)


def test_more_ids_than_a_page_holds_are_refused(stranger: Stranger) -> None:
    assert stranger.client.get("/claims", {"claim": ["0" * 32] * 101}).status_code == 400


@pytest.mark.parametrize("wrong", ["x", "a\x00b", "A" * 32, "0" * 64])
def test_what_is_no_id_of_a_claim_is_refused(stranger: Stranger, wrong: str) -> None:
    answer = stranger.client.get("/claims", {"claim": wrong})
    assert answer.status_code == 400
    assert "is not the id of a claim" in answer.content.decode()


def test_many_are_given_fifty_to_a_page(newcomer: Stranger) -> None:
    enter(*(zalesia.claim(f"Claim number {number} of many.", start=number * 20) for number in range(100)))
    pages, address = [], "/claims?text=many"
    while True:
        pages.append(statements(newcomer, address))
        onward = re.search(r'<a class="button" href="([^"]*)">The next claims', newcomer.get(address).content.decode())
        if onward is None:
            break
        address = onward[1].replace("&amp;", "&")
    assert [len(page) for page in pages] == [50, 50]
    assert pages[1][-1] == "Claim number 99 of many."
    assert 'href="/claims?text=many">Back to the first' in newcomer.get(address).content.decode()


def test_the_form_keeps_what_was_asked(stranger: Stranger) -> None:
    html = stranger.get("/claims?subject=Каця&type=act&known_from=3%20May%202020").content.decode()
    assert 'name="subject" value="Каця"' in html
    assert '<option value="act" selected>' in html
    assert 'value="3 May 2020"' in html
    assert "<details open>" in html


def test_what_a_reader_types_is_never_markup(stranger: Stranger) -> None:
    html = stranger.client.get("/claims", {"text": '"><script>alert(1)</script>'}).content.decode()
    assert "<script" not in html


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries("/claims") == QUERIES
    enter(*(zalesia.claim(f"Claim number {number} of many.", start=number * 20) for number in range(60)))
    assert stranger.queries("/claims") == QUERIES


def test_what_is_denied_is_shown_as_denied_wherever_it_is_listed(stranger: Stranger) -> None:
    assert statements(stranger, "/claims?type=denial") == ["Denied: Prisoners are traded."]
    one = stranger.claim("Prisoners are traded.")
    assert "<title>Denied: Prisoners are traded." in stranger.get(f"/claims/{one['id']}").content.decode()
    assert "Denied: Prisoners are traded." in stranger.read(f"/documents/{one['document']}")


def test_what_is_linked_and_what_stands_alone_is_found(stranger: Stranger) -> None:
    one, other, third = (stranger.data("/api/claims")["claims"][place]["id"] for place in range(3))
    enter(link("contradicts", one, other), link("supports", other, third))
    assert len(statements(stranger, "/claims?linked=contradicts")) == 2
    assert len(statements(stranger, "/claims?linked=supports")) == 2
    assert len(statements(stranger, "/claims?alone=no")) == 2


def test_claims_that_cite_a_source_are_found(stranger: Stranger) -> None:
    (cited,) = stranger.claim("412 people are held as political prisoners.")["cites"]
    assert statements(stranger, f"/claims?cites={cited}") == ["412 people are held as political prisoners."]


def test_claims_about_a_person_are_told_so_and_let_go_of(stranger: Stranger) -> None:
    claim = stranger.claim("Pavel Harbar: detained, 6 May 2023.")
    person = claim["participants"][0]["record_id"]
    html = stranger.get(f"/claims?person={person}&type=act").content.decode()
    assert f'About <a href="/people/{person}"><bdi>Pavel Harbar</bdi></a>.' in html
    assert '<a href="/claims?type=act">About anybody</a>' in html
    assert f'<input type="hidden" name="person" value="{person}">' in html
    assert len(statements(stranger, f"/claims?person={person}&type=act")) == 2


def test_every_condition_is_kept_on_the_next_page(newcomer: Stranger) -> None:
    enter(*(zalesia.claim(f"Claim number {number} of many.", start=number * 20) for number in range(60)))
    asked = "polarity=affirmed&alone=yes&modality=asserted"
    (onward,) = re.findall(r'<a class="button" href="([^"]*)">', newcomer.get(f"/claims?{asked}").content.decode())
    for one in asked.split("&"):
        assert one in onward
    assert len(statements(newcomer, onward.replace("&amp;", "&"))) == 10


@pytest.mark.parametrize("asked", ["foo=bar", "valid_from=2025-02-15&valid_to=2025-02-01"])
def test_a_condition_that_asks_nothing_that_is_meant_is_refused(stranger: Stranger, asked: str) -> None:
    stranger.read(f"/claims?{asked}", status=400)
