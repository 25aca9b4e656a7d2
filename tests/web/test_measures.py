"""The page of sanctions: the finding, the statuses, what was said beside what was issued, the drawing, the form."""

import re

from tests import zalesia

from .site import Stranger, enter, links

BANK = "Bank of Zareche"
QUERIES = 9  # to make it of what was read before
ASKED = "/measures?target=Bank+of+Zareche&as_of=2024-12-31&known_on=2026-01-01"


def some(stranger: Stranger) -> Stranger:
    enter(
        zalesia.measure("impose", BANK, "2020-06-01", 3000, latest="2020-06-30"),
        zalesia.measure("announce", BANK, "2024-06-01", 3020),
        zalesia.measure("license", BANK, "2024-06-20", 3040, instrument="GL 1", covers="payments"),
        zalesia.measure("announce", BANK, "2024-09-01", 3060, announces=["delist"]),
        zalesia.measure("delist", BANK, "2025-02-01", 3080),
        zalesia.measure("impose", "timber", "2020-06-15", 3100, measure="trade_ban"),
    )
    zalesia.enter(zalesia.measure("impose", "Sawmill", "2020-06-15", 3120))
    return stranger


def test_one_target_is_told_in_full(newcomer: Stranger) -> None:
    said = some(newcomer).read(ASKED)
    assert "Bank of Zareche, Norland: listed, licensed" in said
    assert "Something was announced and is not issued." in said
    assert "As of 31 December 2024, as known on 1 January 2026. Lens: every accepted claim, version 1." in said
    assert "1 June 2024 an act, not said whichlicensed, GL 1, 19 days later" in said
    assert "1 September 2024 taking it off the listnothing issued for 121 days" in said
    assert "June 2020 listed" in said
    assert "listingin force since June 2020" in said
    assert "licence GL 1in force since 20 June 2024covers payments" in said
    assert "1 act of later days is left out" in said


def test_the_course_is_drawn_and_stands_as_a_table(newcomer: Stranger) -> None:
    rows = some(newcomer).cells(ASKED)
    assert rows[3:] == [
        ["1 June 2020", "none on record", "none on record or listed (a day is uncertain)"],
        ["30 June 2020", "listed", "that alone"],
        ["1 June 2024", "listed", "that alone"],
        ["20 June 2024", "listed, licensed", "that alone"],
        ["1 September 2024", "listed, licensed", "that alone"],
    ]
    html = newcomer.get(ASKED).content.decode()
    assert len(re.findall(r'<svg class="chart', html)) == 2


def test_all_of_them_and_nothing_that_is_not_public(newcomer: Stranger) -> None:
    asked = "/measures?as_of=2020-06-20&known_on=2026-01-01"
    said, rows = some(newcomer).read(asked), newcomer.cells(asked)
    assert "1 of 2 targets stand under a measure" in said
    assert "Not certain: 1." in said
    assert rows[1:] == [
        [
            BANK,
            "Norland",
            "none on recordpossible: none on record or listed (a day is uncertain)",
            "nothing",
            "nothing",
            "1 claim on Bank of Zareche",
        ],
        ["timber", "Norland", "restricted", "trade ban", "nothing", "1 claim on timber"],
    ]
    assert "Sawmill" not in newcomer.get(asked).content.decode()


def test_the_form_asks_again_and_the_citation_holds(newcomer: Stranger) -> None:
    html = some(newcomer).get(ASKED).content.decode()
    assert 'name="target" value="Bank of Zareche"' in html
    assert '<option value="timber"></option>' in html
    assert "Sawmill" not in html
    (cited,) = set(re.findall(r'href="http://localhost(/measures[^"]*)"', html))
    enter(zalesia.measure("revoke", BANK, "2024-07-01", 3200, instrument="GL 1", licence="yes"))
    assert "Bank of Zareche, Norland: listed, licensed" in newcomer.read(cited.replace("&amp;", "&"))
    assert "Bank of Zareche, Norland: listed As of" in re.sub(r"Something was [^.]*\. ", "", newcomer.read(ASKED))


def test_what_cannot_be_read_is_told_beside_its_field(newcomer: Stranger) -> None:
    said = some(newcomer).read("/measures?target=Bank+of+Zarechje", 400)
    assert "“Bank of Zarechje” is no target of a measure here; near it: Bank of Zareche" in said
    assert "is not a day" in newcomer.read("/measures?as_of=never", 400)
    assert "this is not asked here" in newcomer.read("/measures?rule=held", 400)


def test_nothing_on_record_is_said_in_words(newcomer: Stranger) -> None:
    assert "No measure is on record" in newcomer.read("/measures")


def test_every_link_leads_somewhere_and_few_questions_are_asked(newcomer: Stranger) -> None:
    for address in set(links(some(newcomer).get(ASKED).content.decode())):
        if not address.startswith("/static/"):
            newcomer.get(address)
    assert newcomer.queries(ASKED) <= QUERIES


def test_a_long_list_is_paged(newcomer: Stranger) -> None:
    enter(*(zalesia.measure("impose", f"Sawmill {number:03}", "2020-06-15", 20 * number) for number in range(120)))
    first = newcomer.get("/measures?as_of=2024-01-01").content.decode()
    assert "Rows 1 to 100 of 120" in first
    (after,) = re.findall(r'href="([^"]*after=100[^"]*)"', first)
    assert "Rows 101 to 120 of 120" in newcomer.read(after.replace("&amp;", "&"))
