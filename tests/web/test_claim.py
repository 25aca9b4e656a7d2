"""One claim: in whose words, when, known when, where it stands, and its words only as far as they may be shown."""

import pytest

from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import purge, write
from tests import zalesia

from .courier import COURIER
from .site import EDITOR, Stranger, enter, link, text

FIGURE = "412 people are held as political prisoners."
OFFER = "More could be freed if the limits on timber are eased."
HELD = "Iosif Koliada-Nebesny is held in Prison No. 4."
DENIED = "Prisoners are traded."
QUERIES = 14


def page(stranger: Stranger, statement: str) -> str:
    return stranger.read(f"/claims/{stranger.claim(statement)['id']}")


def test_a_figure_shows_its_number_its_words_and_its_source(stranger: Stranger) -> None:
    said = page(stranger, FIGURE)
    start = COURIER.index("put the number")
    assert "Said by Lantern Group" in said
    assert "The Lantern Group put the number still held at 412 this week. The Harbour" in said
    assert f"Families count the days as the talks go on, characters {start} to {start + 42}." in said
    assert "as of some day between 10 November 2025 and 14 November 2025 2025-11-10/2025-11-14" in said
    assert "in the words “this week”" in said
    assert "Known14 November 2025the day on which it was published" in said
    assert "printed “412”" in said
    assert "Bulletin 46 Lantern Group, 13 November 2025, not held here" in said


def test_a_chain_of_speakers_is_written_out_and_the_protected_one_is_not_named(stranger: Stranger) -> None:
    said = page(stranger, OFFER)
    assert "Said by a senior official, as told to an envoy, as told to a protected source" in said
    assert "0123456789abcdef" not in stranger.get(f"/claims/{stranger.claim(OFFER)['id']}").content.decode()


def test_where_a_protected_source_speaks_the_words_are_withheld(stranger: Stranger) -> None:
    said = page(stranger, OFFER)
    assert "Withheld" in said
    assert "A good many more" not in said


def test_an_act_says_what_it_means_and_who_takes_part(stranger: Stranger) -> None:
    html = stranger.get(f"/claims/{stranger.claim(HELD)['id']}").content.decode()
    said = page(stranger, HELD)
    assert "The person was seen, or is said to have been, in custody on that day." in said
    assert "Said by his sister, as told to the document's own voice" in said
    assert '<bdi lang="und-Cyrl">Язэп Каляда-Нябесны</bdi>' in html
    assert "Zareche, ZZ" in said
    assert "Prison No. 4" in said


def test_what_is_denied_says_so_first(stranger: Stranger) -> None:
    said = page(stranger, DENIED)
    assert "Denied: Prisoners are traded." in said
    assert "Denied: Prisoners are traded (said evening presenter)." in said  # where it is cited, too


def test_a_document_that_is_not_held_shows_no_words(stranger: Stranger) -> None:
    assert "The words that carry it Not held here" in page(stranger, DENIED)


def test_words_that_may_not_be_seen_are_not_shown(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)
    by = write.actor(EDITOR)
    write.set_access(Access.staff, by, EDITOR, documents=[claim["document"]])
    said = stranger.read(f"/claims/{claim['id']}")
    assert "The words that carry it Not shown here" in said
    assert "put the number" not in said
    assert not {"passage", "sentence"} & set(stranger.data(f"/api/claims/{claim['id']}"))


@pytest.mark.parametrize(("start", "end"), [(0, 6), (-6, 0), (-6, 2), (40, 48), (42, 50)])
def test_words_of_a_claim_that_is_not_public_are_in_no_other_claims_words(
    stranger: Stranger, start: int, end: int
) -> None:
    place = COURIER.index("put the number")
    hidden = {"kind": "characters", "start": place + start, "end": place + end, "passage": "0" * 64}
    claim = stranger.claim(FIGURE)
    zalesia.enter(zalesia.claim("For the staff.", document=claim["document"], anchor=hidden))
    shown = stranger.data(f"/api/claims/{claim['id']}").get("words")
    if start >= 42 or end <= 0:
        before, after = (COURIER[place + end : place], ". The Ha") if end <= 0 else ("Group ", "")
        assert shown["exact"] == "put the number still held at 412 this week"
        assert shown["prefix"] == before if end <= 0 else shown["prefix"].endswith(before)
        assert shown["suffix"] == after if start >= 42 else shown["suffix"].startswith(after)
    else:
        assert shown is None
        assert "The words that carry it Withheld" in stranger.read(f"/claims/{claim['id']}")


def test_a_cell_shows_what_stands_in_it(stranger: Stranger) -> None:
    claim = stranger.claim("Каця Ліпень-Бор: detained, 3 February 2022.")
    said = stranger.read(f"/claims/{claim['id']}")
    assert "2022-02-03" in said
    assert "row 3, column detained" in said
    assert "3 February 2022 or later, assumed" in said


def test_a_held_copy_that_was_damaged_is_not_shown(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)
    for path in (purge.archive().folder / "text").glob("*/*"):
        path.write_text("another text", encoding="utf-8")
    assert "The held copy is damaged" in stranger.read(f"/claims/{claim['id']}")
    assert "the held copy is damaged" in stranger.read(f"/documents/{claim['document']}")


def test_a_claim_that_is_not_public_is_not_here_and_not_told_from_one_that_never_was(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)["id"]
    write.set_access(Access.sealed, write.actor(EDITOR), EDITOR, claims=[claim])
    sealed, never = (stranger.get(f"/claims/{one}", 404).content.decode() for one in (claim, "0" * 32))
    assert sealed.replace(claim, "") == never.replace("0" * 32, "")


def test_what_the_source_took_back_says_until_when_it_was_known(stranger: Stranger) -> None:
    claim = stranger.claim(FIGURE)["id"]
    write.withdraw([claim], WithdrawalReason.source_corrected, write.actor(EDITOR), day="2025-11-20")
    assert "until 20 November 2025, when its source took it back or changed it" in stranger.read(f"/claims/{claim}")


def test_details_of_every_sort_are_in_words(newcomer: Stranger) -> None:
    enter(
        zalesia.claim(
            "A measure will be eased.",
            type="commitment",
            commitment={"party": "Envoys", "undertakes": "to ease a measure", "in_return_for": "releases"},
        )
    )
    said = newcomer.read(f"/claims/{newcomer.claim('A measure will be eased.')['id']}")
    assert "In return forreleases" in said


OTHER = "431 people are held as political prisoners."


def test_what_disagrees_stands_beside_it(stranger: Stranger) -> None:
    one, other = stranger.claim(FIGURE), stranger.claim(OTHER)
    enter(link("contradicts", one["id"], other["id"]))
    for here, there in ((one, other), (other, one)):
        html = stranger.get(f"/claims/{here['id']}").content.decode()
        assert f'<a href="/claims/{there["id"]}" dir="ltr">{there["statement"]}</a>' in html
        assert f"The sources disagree {here['statement']}{here['attribution'][0]['agent']}" in text(html)
        assert "Both stand until someone decides with a reason." in html


def test_other_claims_of_the_same_are_told_from_their_end(stranger: Stranger) -> None:
    one, other = stranger.claim(FIGURE), stranger.claim(OTHER)
    enter(link("supports", one["id"], other["id"]))
    assert f"Other claims of the same Supports {OTHER}" in page(stranger, FIGURE)
    assert f"Other claims of the same Supported by {FIGURE}" in page(stranger, OTHER)


def test_a_claim_that_is_not_public_is_beside_none(stranger: Stranger) -> None:
    one, other = stranger.claim(FIGURE), stranger.claim(OTHER)
    enter(link("contradicts", one["id"], other["id"]))
    write.set_access(Access.sealed, write.actor(EDITOR), EDITOR, claims=[other["id"]])
    html = stranger.get(f"/claims/{one['id']}").content.decode()
    assert "disagree" not in html
    assert other["id"] not in html


def test_its_grade_is_in_words(stranger: Stranger) -> None:
    assert "GradeF6not judged" in page(stranger, FIGURE)


def test_who_takes_part_and_who_speaks_lead_to_their_pages(stranger: Stranger) -> None:
    claim = stranger.claim(HELD)
    html = stranger.get(f"/claims/{claim['id']}").content.decode()
    assert f'<a href="/people/{claim["participants"][0]["record_id"]}"><bdi lang="und-Cyrl">' in html


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries(f"/claims/{stranger.claim(FIGURE)['id']}") == QUERIES


def test_a_page_of_a_scan_says_that_its_words_are_not_read(newcomer: Stranger) -> None:
    enter(zalesia.claim("Seen on a page.", anchor={"kind": "page", "page": 3}))
    assert "page 3." in newcomer.read(f"/claims/{newcomer.claim('Seen on a page.')['id']}")


def test_a_claim_under_second_look_says_so_and_not_why(stranger: Stranger) -> None:
    one = stranger.claim(HELD)["id"]
    assert "second look" not in page(stranger, HELD)
    zalesia.enter(zalesia.review(one, note="told by Niabesny's brother"))
    said = page(stranger, HELD)
    assert "Claim: act, under second look" in said
    assert "Reviewsecond look" in said
    assert "brother" not in stranger.get(f"/claims/{one}").content.decode()
    listed = stranger.read("/claims?review=second_look")
    assert HELD in listed
    assert FIGURE not in listed
    assert [each["id"] for each in stranger.data("/api/claims?review=second_look")["claims"]] == [one]
    assert one not in str(stranger.data("/api/claims?review=accepted"))
    assert "brother" not in str(stranger.data(f"/api/claims/{one}"))
    assert "1 under second look" in stranger.read("/?as_of=2025-11-14")
    zalesia.enter(zalesia.review(one, "accepted"))
    assert "Reviewaccepted" in page(stranger, HELD)
