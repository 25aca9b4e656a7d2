"""The people of a figure, page by page: everybody whom it counts, each with every claim that this rests on."""

import re

from tests import zalesia

from .site import Stranger, enter, text

ASKED = "as_of=2025-06-01&known_on=2025-12-01"


def many(how_many: int) -> None:
    """So many people, each detained once, the first two on a day that is not known exactly."""
    vague = {0: "2025-12-31", 1: "2025-12-31"}
    some = [
        zalesia.act(f"Somebody {number:03}", "detained", "2025-01-02", number * 20, vague.get(number))
        for number in range(how_many)
    ]
    enter(*(draft for drafts in some for draft in drafts))


def through(stranger: Stranger, address: str) -> list[str]:
    """The pages from an address on."""
    pages: list[str] = []
    while address:
        pages.append(stranger.get(address).content.decode())
        found = re.findall(r'class="button" href="([^"]*)">The next people', pages[-1])
        address = found[0].replace("&amp;", "&") if found else ""
    return pages


def test_a_large_figure_opens_to_everybody_and_all_their_claims(newcomer: Stranger) -> None:
    many(130)
    front = newcomer.get(f"/?{ASKED}").content.decode()
    (address,) = re.findall(r'<a href="(/counted[^"]*)">All who are counted', front)
    pages = through(newcomer, address.replace("&amp;", "&"))
    said = "".join(text(one) for one in pages)
    assert len(pages) == 3
    assert set(re.findall(r"Somebody \d{3}", said)) == {f"Somebody {number:03}" for number in range(130)}
    linked = {one for each in pages for one in re.findall(r"/claims/([0-9a-f]{32})", each)}
    assert linked == {one["id"] for one in newcomer.data("/api/claims")["claims"]}
    assert "1 to 50 of 130" in text(pages[0])
    assert text(pages[2]).index("Somebody 129") < text(pages[2]).index("Somebody 000 possibly")
    assert all(len(one.encode()) < 100_000 for one in pages)


def test_the_figure_of_the_page_is_never_without_what_it_hangs_on(newcomer: Stranger) -> None:
    many(60)
    said = newcomer.read(f"/counted?{ASKED}")
    assert "58 people named here as held on 1 June 2025, at least 58, at most 60" in said
    assert "As of 1 June 2025, as known on 1 December 2025. Rule: held, version 1. Lens: every accepted claim" in said


def test_a_cited_entry_is_kept_from_page_to_page(newcomer: Stranger) -> None:
    many(60)
    at = newcomer.data("/api/tally")["at"]
    enter(*zalesia.act("Anton Kut", "detained", "2025-01-02", start=5000))
    pages = through(newcomer, f"/counted?{ASKED}&at={at}")
    assert len(pages) == 2
    assert all("Anton Kut" not in one and f"at={at}" in one for one in pages)


def test_groups_that_are_not_named_stand_at_the_end(newcomer: Stranger) -> None:
    enter(zalesia.rule("freed", quantity="outflow", period="ever"), zalesia.round_of(20, 30, day="2025-01-02"))
    said = newcomer.read(f"/counted?{ASKED}&rule=freed")
    assert "At most 30 people left the count “freed” up to 1 June 2025; none is certain" in said
    assert "round 0 possibly 30 not named: 1 claim" in said


def test_what_cannot_be_read_or_is_nobody_is_told(newcomer: Stranger) -> None:
    assert "In rule: “weather” is not a rule" in newcomer.read("/counted?rule=weather", 400)
    assert "In after:" in newcomer.read("/counted?after=x", 400)
    assert "In by: this is not asked here" in newcomer.read("/counted?by=state", 400)
    assert "Nobody is counted." in newcomer.read(f"/counted?{ASKED}")
    many(3)
    assert "Back to the first" in newcomer.read(f"/counted?{ASKED}&after=99")


def test_those_alone_of_whom_it_is_not_certain_with_why(newcomer: Stranger) -> None:
    many(4)
    front = newcomer.get(f"/?{ASKED}").content.decode()
    (address,) = re.findall(r'<a href="(/counted[^"]*)">Who that is', front)
    said = newcomer.read(address.replace("&amp;", "&"))
    assert set(re.findall(r"Somebody \d{3}", said)) == {"Somebody 000", "Somebody 001"}
    assert "Somebody 000 possibly, for a day is known only roughly or not at all" in said
    assert "2 people in doubt: 2 people named here as held on 1 June 2025, at least 2, at most 4" in said
    assert "All who are counted" in said
    assert "Only those whose bounds are open" in newcomer.read(f"/counted?{ASKED}")
    assert "neither yes nor no" in newcomer.read(f"/counted?{ASKED}&doubtful=perhaps", 400)


def test_where_nobody_is_in_doubt_heading_and_finding_say_so(newcomer: Stranger) -> None:
    enter(*zalesia.act("Anton Kut", "detained", "2025-01-02"))
    answer = newcomer.get(f"/counted?{ASKED}&doubtful=yes").content.decode()
    finding = "Nobody named here is in doubt: 1 person named here as held on 1 June 2025"
    assert f"<h1>{finding}</h1>" in answer
    assert text(answer).count(finding) >= 2  # in the heading, and where the page is cited
    assert "Nobody named here is in doubt." in text(answer)
    assert "Nobody is counted" not in answer
    empty = newcomer.read("/counted?as_of=2024-06-01&known_on=2025-12-01&doubtful=yes")
    assert "Nobody named here is in doubt." in empty
    assert "in doubt:" not in empty
