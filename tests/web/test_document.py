"""One document: what is said about it, its claims in the order in which they stand, and the claims that cite it."""

import re

from habeas.claims.vocabulary import Access
from habeas.register import write
from tests import zalesia

from .site import EDITOR, Stranger, enter, text

FIGURE = "412 people are held as political prisoners."
QUERIES = 20


def courier(stranger: Stranger) -> str:
    return f"/documents/{stranger.claim(FIGURE)['document']}"


def test_it_says_who_published_it_when_and_under_which_fingerprint(stranger: Stranger) -> None:
    said = stranger.read(courier(stranger))
    assert "Marta Veres. The Bystritsa Courier. Published 14 November 2025. Language: en." in said
    assert f"SHA-256 of its bytes: {courier(stranger).rpartition('/')[2]}" in said


def test_its_claims_stand_in_the_order_of_the_text_each_beside_its_words(stranger: Stranger) -> None:
    html = stranger.get(courier(stranger)).content.decode()
    assert [text(one) for one in re.findall(r'<div class="said"><p><a [^>]*>(.*?)</a>', html)] == [
        "412 people are held as political prisoners.",
        "431 people are held as political prisoners.",
        "More could be freed if the limits on timber are eased.",
        "Iosif Koliada-Nebesny is held in Prison No. 4.",
        "38 of those held are women.",
    ]
    assert '<blockquote class="passage" lang="en" dir="auto"><p><mark>The Harbour List has 431</mark>' in html
    assert "5 claims read in it" in text(html)


def test_the_words_of_a_protected_source_are_withheld_here_too(stranger: Stranger) -> None:
    said = stranger.read(courier(stranger))
    assert "Withheld" in said
    assert "A good many more" not in said


def test_a_document_that_is_not_held_says_so(stranger: Stranger) -> None:
    html = stranger.get(f"/documents/{stranger.claim('Prisoners are traded.')['document']}").content.decode()
    assert "The document is not held here: each claim names its place." in text(html)
    assert '<h1 lang="be" dir="auto">' in html
    assert '<a rel="noreferrer" href="https://tv.example/evening">' in html


def test_words_that_may_not_be_seen_are_not_shown(stranger: Stranger) -> None:
    address = courier(stranger)
    write.set_access(Access.staff, write.actor(EDITOR), EDITOR, documents=[address.rpartition("/")[2]])
    said = stranger.read(address)
    assert "The document is held; its words are not shown here." in said
    assert "The Harbour List has 431" not in said


def test_a_cited_source_leads_to_the_claims_that_cite_it(stranger: Stranger) -> None:
    (cited,) = stranger.claim(FIGURE)["cites"]
    said = stranger.read(f"/documents/{cited}")
    assert "1 claim cites it" in said
    assert "this one is not held here" in said
    assert FIGURE in said


def test_an_address_that_a_browser_would_run_is_not_a_link(newcomer: Stranger) -> None:
    enter(zalesia.document("e" * 64, address="javascript:alert(1)"), zalesia.claim("Said there.", document="e" * 64))
    html = newcomer.get(f"/documents/{'e' * 64}").content.decode()
    assert "javascript:alert(1)" in html
    assert 'href="javascript' not in html


def test_the_rows_of_a_list_stand_in_their_order(stranger: Stranger) -> None:
    document = stranger.claim("Pavel Harbar: detained, 6 May 2023.")["document"]
    places = re.findall(r"row (\d), column (\w+)", stranger.read(f"/documents/{document}"))
    assert [int(row) for row, _ in places] == [2, 2, 3, 3, 3, 4, 4, 4]


def test_many_claims_are_given_two_hundred_to_a_page(newcomer: Stranger) -> None:
    enter(*(zalesia.claim(f"Claim number {number}.", start=number * 20) for number in range(210)))
    address = f"/documents/{zalesia.DOCUMENT}"
    html = newcomer.get(address).content.decode()
    (after,) = re.findall(r'href="[^"]*\?after=(\d+)">The next claims', html)
    assert html.count('<div class="said">') == 200
    assert newcomer.get(f"{address}?after={after}").content.decode().count('<div class="said">') == 10
    assert len(html) < 100_000


def test_one_that_is_not_public_is_not_here(newcomer: Stranger) -> None:
    zalesia.enter(zalesia.claim("For the staff."))
    for address in (
        f"/documents/{zalesia.DOCUMENT}",
        f"/documents/{'0' * 64}",
        "/documents/x",
        "/documents/" + "0" * 33,
    ):
        assert "Not here" in newcomer.read(address, 404)


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    address = courier(stranger)
    assert stranger.queries(address) == QUERIES
