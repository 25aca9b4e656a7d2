"""Every month and every day: the finding, the drawing, the table that says the same, and how to ask again."""

import re

from tests import zalesia

from .site import Stranger, enter, links, text

SPRING = "from=2025-01-01&to=2025-03-15&known_on=2026-01-01"
QUERIES = 1  # to make it of what was read before


def some(stranger: Stranger) -> Stranger:
    enter(zalesia.act("A", "detained", "2025-01-02"), zalesia.act("A", "released", "2025-02-10", 20))
    enter(zalesia.act("B", "detained", "2025-02-03", 40), zalesia.attribute("B", "sex", "f", 50))
    enter(zalesia.act("C", "detained", "2025-02-20", 60, latest="2025-03-10"))
    enter(zalesia.rule("taken", quantity="inflow", unit="detentions", period="month"))
    return stranger


def test_a_stock_month_by_month(newcomer: Stranger) -> None:
    said, rows = some(newcomer).read(f"/series?{SPRING}"), newcomer.cells(f"/series?{SPRING}")
    assert "Of the months’ ends 15 March 2025 had the most people named here as held: 2" in said
    assert rows[1:] == [
        ["January 2025", "1", "1", "1", "1", "0", "0", "0"],
        ["February 2025", "1", "1", "2", "1", "0", "1", "0"],
        ["1 to 15 March 2025", "2", "2", "2", "1", "0", "0", "0"],
    ]
    assert "As known on 1 January 2026. Rule: held, version 1. Lens: every accepted claim, version 1. Log entry" in said
    assert "Counts each person who at the end of the day" in said


def test_after_the_last_act_the_line_is_dashed_and_a_note_says_so(newcomer: Stranger) -> None:
    told = "After 10 March 2025 no claim says anything: there the count holds by the rule alone."
    assert told in some(newcomer).read(f"/series?{SPRING}")
    drawn = newcomer.get(f"/series?{SPRING}&step=day").content.decode()
    assert len(re.findall(r'class="l-acc dash"', drawn)) == 2  # wide and narrow
    until = "/series?from=2025-01-01&to=2025-03-10&known_on=2026-01-01"
    assert "no claim says anything" not in newcomer.read(until)
    assert "l-acc dash" not in newcomer.get(until).content.decode()
    assert "no claim says anything" not in newcomer.read(f"/series?{SPRING}&rule=taken")


def test_the_drawing_and_the_form_that_asks_again(newcomer: Stranger) -> None:
    html = some(newcomer).get(f"/series?{SPRING}").content.decode()
    assert len(re.findall(r'<svg class="chart', html)) == 2
    assert 'name="from" value="1 January 2025"' in html
    assert '<option value="month" selected>' in html
    assert 'name="by_known"' not in html
    assert newcomer.read("/series?from=1+January+2025&to=15+March+2025&known_on=1+January+2026") == newcomer.read(
        f"/series?{SPRING}"
    )


def test_who_came_by_the_event_and_by_when_it_was_learned(newcomer: Stranger) -> None:
    by_event = some(newcomer).read(f"/series?{SPRING}&rule=taken")
    assert newcomer.cells(f"/series?{SPRING}&rule=taken") == [
        ["Month", "Low", "Best", "High"],
        ["January 2025", "1", "1", "1"],
        ["February 2025", "1", "1", "2"],
        ["1 to 15 March 2025", "0", "1", "1"],
    ]
    assert "The most counted by the rule “taken” in one month: 1, in January 2025" in by_event
    asked = "/series?rule=taken&by_known=yes&from=2025-10-01&to=2025-12-31&known_on=2026-01-01"
    assert newcomer.cells(asked)[1:] == [
        ["October 2025", "0", "0"],
        ["November 2025", "3", "0"],
        ["December 2025", "0", "0"],
    ]
    assert "By the day on which it was learned, of people by name" in newcomer.read(asked)


def test_divided_each_value_has_a_column(newcomer: Stranger) -> None:
    assert some(newcomer).cells(f"/series?{SPRING}&by=sex") == [
        ["Month", "All", "f", "not said"],
        ["January 2025", "1", "0", "1"],
        ["February 2025", "11–2", "1", "00–1"],
        ["1 to 15 March 2025", "2", "1", "1"],
    ]


def test_days_go_on_after_three_hundred(newcomer: Stranger) -> None:
    some(newcomer)
    first = newcomer.get("/series?step=day&from=2025-01-01&to=2025-12-31&known_on=2026-01-01").content.decode()
    assert "Rows 1 to 300 of 365" in text(first)
    (following,) = [one for one in links(first) if "after=" in one]
    assert "Rows 301 to 365 of 365" in newcomer.read(following)
    assert len(first.encode()) < 100_000


def test_the_citation_gives_the_same_when_the_log_has_gone_on(newcomer: Stranger) -> None:
    html = some(newcomer).get(f"/series?{SPRING}").content.decode()
    (cite,) = re.findall(r'<a class="address" href="http://localhost([^"]*)"', html)
    cite = cite.replace("&amp;", "&")
    (json,) = [one for one in links(html) if one.startswith("/api/")]
    before = newcomer.data(json)
    enter(zalesia.act("D", "detained", "2025-01-02", 90))
    assert newcomer.cells(cite)[1][:4] == ["January 2025", "1", "1", "1"]
    assert newcomer.data(json) == before
    assert newcomer.cells(f"/series?{SPRING}")[1][:4] == ["January 2025", "2", "2", "2"]


def test_what_cannot_be_read_is_told_beside_its_field(newcomer: Stranger) -> None:
    said = some(newcomer).read("/series?from=never&rule=weather&step=week", 400)
    assert "“never” is not a day" in said
    assert "“weather” is not a rule" in said
    assert "“week” is none of these" in said
    assert "lies after" in newcomer.read("/series?from=2025-03-01&to=2025-01-01", 400)
    assert "In as_of: this is not asked here" in newcomer.read("/series?as_of=2025-01-01", 400)


def test_where_nobody_is_named_there_is_no_zero(newcomer: Stranger) -> None:
    said = newcomer.read(f"/series?{SPRING}")
    assert "Nobody is named here" in said
    assert newcomer.cells(f"/series?{SPRING}") == []


def test_it_asks_a_fixed_small_number_of_questions(newcomer: Stranger) -> None:
    assert some(newcomer).queries(f"/series?{SPRING}") == QUERIES


def test_a_stock_says_that_it_does_not_go_by_when_it_was_learned(newcomer: Stranger) -> None:
    said = some(newcomer).read(f"/series?{SPRING}&by_known=yes")
    assert "Who is in on a day does not go by the day on which it was learned" in said
    assert "does not go by the day" not in newcomer.read(f"/series?{SPRING}")


def test_where_nothing_is_claimed_no_month_had_the_most(newcomer: Stranger) -> None:
    enter(*zalesia.act("Alice", "released", "2025-06-20", 20, known="2025-06-21"))
    asked = "from=2020-01-01&to=2020-03-01"
    may_be = "By convention nobody is named here as held from 1 January 2020 to 1 March 2020; at most 1 may have been"
    assert may_be in newcomer.read(f"/series?{asked}")
    enter(zalesia.rule("at home", quantity="outflow", unit="persons", period="month", states=["home"]))
    nothing = "No claim has anybody counted by the rule “at home” from 1 January 2020 to 1 March 2020"
    said = newcomer.read(f"/series?rule=at+home&{asked}")
    assert nothing in said
    assert "The most" not in said
