"""One document: its text to be read with the claims beside it, or its claims by position; and what cites it."""

import re
from html import unescape
from pathlib import Path

import pytest

from habeas.claims import identity
from habeas.claims.vocabulary import Access
from habeas.register import write
from habeas.register.draft import Draft
from tests import zalesia

from .courier import COURIER
from .site import EDITOR, Stranger, case, enter, link, text

FIGURE = "412 people are held as political prisoners."
QUERIES = 21
LONG = """
[case]
vouched_by = "Marta Veres"
access = "public"
[document]
file = "long.txt"
language = "be"
published = "2025-11-14"
"""
LONG_CLAIM = """
[[claims]]
words = "Paragraph {number}."
type = "assessment"
topics = ["tally"]
statement = "Number {number} is said."
attribution = [{{ kind = "reporter_voice" }}]
"""


def courier(stranger: Stranger) -> str:
    return f"/documents/{stranger.claim(FIGURE)['document']}"


def test_it_says_who_published_it_when_and_under_which_fingerprint(stranger: Stranger) -> None:
    said = stranger.read(courier(stranger))
    assert "Marta Veres. The Bystritsa Courier. Published 14 November 2025. Language: en." in said
    assert f"SHA-256 of its bytes: {courier(stranger).rpartition('/')[2]}" in said


def statements(html: str) -> list[str]:
    """The claims of a document's page, in their order."""
    return [text(one) for one in re.findall(r'<div class="said"><p><a [^>]*>(.*?)</a>', html)]


def prose(html: str) -> str:
    """The text that is read on a document's page, without the numbers of claims."""
    return "\n\n".join(
        text(re.sub(r"<sup>.*?</sup>", "", one))
        for one in re.findall(r'(?s)<p>((?:(?!</p>).)*)</p></div>\n<(?:ol|div) class="margin"', html)
    )


def test_its_text_is_read_in_paragraphs_with_each_claim_beside_its_words(stranger: Stranger) -> None:
    html = stranger.get(courier(stranger)).content.decode()
    assert statements(html) == [
        "412 people are held as political prisoners.",
        "431 people are held as political prisoners.",
        "More could be freed if the limits on timber are eased.",
        "Iosif Koliada-Nebesny is held in Prison No. 4.",
        "38 of those held are women.",
    ]
    assert "5 claims read in it" in text(html)
    lines = COURIER.rstrip().split("\n")
    lines[2] = lines[2].replace("A good many more could follow", "[withheld]")
    assert prose(html) == "\n\n".join(lines)
    assert '<div class="prose" lang="en" dir="auto">' in html
    assert '<mark>The Harbour List has 431</mark><sup><a id="w2" href="#c' in html
    assert 'aria-label="Claims in paragraph 2"' in html


def test_each_number_in_the_text_leads_to_its_claim_and_back(stranger: Stranger) -> None:
    html = stranger.get(courier(stranger)).content.decode()
    there = re.findall(r'<sup><a id="w(\d+)" href="#(c[0-9a-f]{8})" aria-label="Claim \1">\1</a></sup>', html)
    back = re.findall(r'<li class="cl" id="(c[0-9a-f]{8})"><a class="no" href="#w(\d+)"', html)
    assert [number for number, _ in there] == ["1", "2", "3", "4", "5"]
    assert [(number, place) for place, number in back] == there
    assert f'<a class="skip" href="#{back[0][0]}">Skip to the claims</a>' in html


def test_who_is_named_in_it_stands_under_the_text(stranger: Stranger) -> None:
    html = stranger.get(courier(stranger)).content.decode()
    named = html.partition('<h2 id="named">')[2]
    assert re.search(
        r'<b><a href="/people/[0-9a-f]{32}"><bdi lang="und-Cyrl">Язэп Каляда-Нябесны</bdi></a></b> subject', named
    )
    assert "Lantern Group speaks" in text(named)
    assert "an envoy" not in text(named)


def test_who_is_counted_and_not_named_is_told_so(newcomer: Stranger) -> None:
    made = identity.group_in_document(write.register_key(), zalesia.DOCUMENT, "three prisoners")
    group = Draft("group", {"id": made, "document": zalesia.DOCUMENT, "name": "three prisoners"}, "test")
    part = {"role": "subject", "name": "three prisoners", "group": made}
    enter(group, zalesia.claim("Three were freed.", participants=[part]))
    said = newcomer.read(f"/documents/{zalesia.DOCUMENT}")
    assert "three prisoners counted, not named here: to name them another document is needed" in said


def test_the_words_of_a_protected_source_are_withheld_here_too(stranger: Stranger) -> None:
    html = stranger.get(courier(stranger)).content.decode()
    assert '“<i class="w" lang="en">[withheld]</i><sup>' in html
    assert "Its words are withheld." in html
    assert "A good many more" not in html


HIDDEN = [
    ("three", "Three prisoners were driven"),
    ("across", "Wednesday.\nThe Lantern"),
    ("over", "still held at 412"),
    ("all", "put the number still held at 412 this week"),
]


@pytest.mark.parametrize(("name", "hidden"), HIDDEN)
def test_words_of_a_claim_that_is_not_public_are_nowhere_in_the_page(
    stranger: Stranger, name: str, hidden: str
) -> None:
    address = courier(stranger)
    zalesia.enter(claim_on(hidden, address))
    html = stranger.get(address).content.decode()
    shown = text(html)
    assert "[withheld]" in shown
    for part in hidden.split("\n"):
        assert part not in shown
        assert part.split()[0] + " " + part.split()[-1] not in shown
    assert len(statements(html)) == 5
    visible = FIGURE in statements(html)
    assert visible
    assert ("Its words are withheld" in shown.partition(FIGURE)[2].partition("431 people")[0]) == (
        name in {"over", "all"}
    )


def test_words_that_were_guarded_later_are_guarded_at_every_entry(stranger: Stranger) -> None:
    address = courier(stranger)
    at = stranger.data("/api/claims")["at"]
    zalesia.enter(claim_on("Three prisoners were driven", address))
    assert "Three prisoners" not in stranger.read(f"{address}?at={at}")


def test_one_passage_that_is_not_the_text_leaves_the_text_unread(stranger: Stranger) -> None:
    address = courier(stranger)
    zalesia.enter(claim_on("Three prisoners were driven", address, passage="0" * 64))
    html = stranger.get(address).content.decode()
    assert "the held copy is damaged" in text(html)
    assert "Harbour List has" not in html
    assert len(statements(html)) == 5


def claim_on(words: str, address: str, **anchor: str) -> Draft:
    """A claim on words of the Courier's."""
    start = COURIER.index(words)
    place = {"kind": "characters", "start": start, "end": start + len(words), "passage": identity.fingerprint(words)}
    return zalesia.claim("Said by somebody.", start, document=address.rpartition("/")[2], anchor=place | anchor)


def test_a_document_that_is_not_held_says_so(stranger: Stranger) -> None:
    html = stranger.get(f"/documents/{stranger.claim('Prisoners are traded.')['document']}").content.decode()
    assert "The document is not held here: each claim names its place." in text(html)
    assert '<h1><bdi lang="be">' in html
    assert '<a rel="noreferrer" href="https://tv.example/evening">' in html


def test_words_that_may_not_be_seen_are_not_shown(stranger: Stranger) -> None:
    address = courier(stranger)
    write.set_access(Access.staff, write.actor(EDITOR), EDITOR, documents=[address.rpartition("/")[2]])
    said = stranger.read(address)
    assert "The document is held; its words are not shown here." in said
    assert "The Harbour List has 431" not in said
    start = COURIER.index("The Harbour List has 431")
    assert f"Characters {start} to {start + 24}." in said


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


def test_a_claim_leads_to_its_place_in_the_text(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)
    html = stranger.get(f"/claims/{claim['id']}").content.decode()
    place = f"/documents/{claim['document']}?claim={claim['id']}#c{claim['id'][:8]}"
    assert f'href="{place}"' in html
    assert f'id="c{claim["id"][:8]}"' in stranger.get(place.partition("#")[0]).content.decode()


def test_a_long_text_is_read_page_by_page(newcomer: Stranger, tmp_path: Path) -> None:
    paragraphs = [f"Paragraph {number}. " + "Слова за словом, и так далее. " * 40 for number in range(1, 81)]
    (tmp_path / "long.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    case(tmp_path, "long", LONG + "".join(LONG_CLAIM.format(number=number) for number in range(1, 81)))
    address, read, numbers = f"/documents/{newcomer.claim('Number 1 is said.')['document']}", [], []
    while address:
        html = newcomer.get(address).content.decode()
        assert len(html.encode()) < 100_000
        read += re.findall(r"<mark>Paragraph (\d+)\.", html)
        numbers += re.findall(r'<a id="w(\d+)"', html)
        assert len(statements(html)) == html.count("<mark>")
        address = unescape("".join(re.findall(r'<a class="button" href="([^"]*)">Read on', html)))
    assert read == numbers == [str(number) for number in range(1, 81)]
    last = newcomer.claim("Number 80 is said.")
    assert "Number 80 is said." in newcomer.read(f"/documents/{last['document']}?claim={last['id']}")
    assert "Paragraph 1." not in newcomer.read(f"/documents/{last['document']}?claim={last['id']}")


def test_what_disagrees_is_told_in_the_margin_by_its_number(stranger: Stranger) -> None:
    one, other = stranger.claim(FIGURE), stranger.claim("431 people are held as political prisoners.")
    enter(link("contradicts", one["id"], other["id"]))
    html = stranger.get(courier(stranger)).content.decode()
    assert f'disagrees with <a href="#c{other["id"][:8]}">2</a>' in html
    assert f'disagrees with <a href="#c{one["id"][:8]}">1</a>' in html


def test_where_no_text_is_read_what_disagrees_stands_beside_it(stranger: Stranger) -> None:
    one, other = stranger.claim("Prisoners are traded."), stranger.claim(FIGURE)
    enter(link("contradicts", one["id"], other["id"]))
    html = stranger.get(f"/documents/{one['document']}").content.decode()
    assert f"The sources disagree {FIGURE} Lantern Group" in text(html)
    assert f'<a href="/claims/{other["id"]}" dir="ltr">' in html


@pytest.mark.parametrize("asked", ["claim=x", "claim=a%00b", "after=x"])
def test_a_place_that_cannot_be_read_is_refused(stranger: Stranger, asked: str) -> None:
    assert "This address cannot be read" in stranger.read(f"{courier(stranger)}?{asked}", 400)


def test_a_page_past_the_end_is_the_last(stranger: Stranger) -> None:
    assert "38 of those held are women." in stranger.read(f"{courier(stranger)}?after=900")


def test_the_rows_of_a_list_stand_in_their_order(stranger: Stranger) -> None:
    document = stranger.claim("Pavel Harbar: detained, 6 May 2023.")["document"]
    html = stranger.get(f"/documents/{document}").content.decode()
    assert re.findall(r"<h3>Row (\d)</h3>", html) == ["2", "3", "4"]
    columns = re.findall(r'<p class="cell"><span class="sub">(\w+)</span><q dir="auto">(.*?)</q>', html)
    assert len(columns) == 8
    assert ("released", "2025-11-12") in columns


@pytest.mark.parametrize("held", [True, False])
def test_a_list_with_a_claim_that_stands_in_no_cell_is_read_in_its_order(stranger: Stranger, held: bool) -> None:
    document = stranger.claim("Pavel Harbar: detained, 6 May 2023." if held else "Prisoners are traded.")["document"]
    there = len(stranger.data(f"/api/documents/{document}")["claims"])
    in_text = zalesia.claim("The head of the list names a source.", document=document, start=2)
    sha = identity.fingerprint("2025")
    cell = {"kind": "cell", "sheet": "", "row": 2, "column": "detained", "passage": sha, "sentence": sha}
    in_cell = zalesia.claim("Somebody was counted.", document=document, start=40, anchor=cell)
    enter(in_text, in_cell)
    html = stranger.get(f"/documents/{document}").content.decode()
    assert f"{there + 2} claims read in it" in text(html)
    assert "The head of the list names a source." in text(html)
    assert "In the order in which they stand." in text(html)
    assert stranger.get(f"/documents/{document}.csv?table=claims")


def test_many_claims_are_given_eighty_to_a_page(newcomer: Stranger) -> None:
    enter(*(zalesia.claim(f"Claim number {number}.", start=number * 20) for number in reversed(range(210))))
    address, found, numbers = f"/documents/{zalesia.DOCUMENT}", list[str](), list[str]()
    while address:
        html = newcomer.get(address).content.decode()
        assert len(html) < 100_000
        found += statements(html)
        numbers += re.findall(r'<span class="no">(\d+)</span>', html)
        address = unescape("".join(re.findall(r'<a class="button" href="([^"]*)">The next claims', html)))
    assert found == [f"Claim number {number}." for number in range(210)]
    assert numbers == [str(number) for number in range(1, 211)]
    assert "The claims before" in text(html)


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
