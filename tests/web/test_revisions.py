"""How a figure was revised: from the day itself on, every month's end beside it, and how late it is told."""

import re

from tests import zalesia

from .site import Stranger, enter, links

JULY = "as_of=2025-07-31&known_on=2025-12-31&from=2025-07-01&to=2025-08-31"
QUERIES = 1  # to make it of what was read before


def told_late(stranger: Stranger) -> Stranger:
    """Two arrests in July: one told of at once; one in September, and in November that it had ended in July."""
    enter(zalesia.act("A", "detained", "2025-07-03", known="2025-07-10"))
    enter(zalesia.act("B", "detained", "2025-07-05", 20, known="2025-09-01"))
    enter(zalesia.act("B", "released", "2025-07-08", 40, known="2025-11-02"))
    enter(zalesia.rule("taken", quantity="inflow", unit="detentions", period="month"))
    return stranger


def test_each_known_day_on_which_it_changed(newcomer: Stranger) -> None:
    said = told_late(newcomer).read(f"/revisions?{JULY}")
    assert "People named here as held on 31 July 2025: 1 as known on that day, 1 as known on 31 December 2025" in said
    assert "; revised 2 times" in said
    assert newcomer.cells(f"/revisions?{JULY}")[1:4] == [
        ["31 July 2025the day itself", "1", "1", "1", ""],
        ["1 September 2025", "2", "2", "2", "+1"],
        ["2 November 2025", "1", "1", "1", "−1"],
    ]
    assert "Rule: held, version 1. Lens: every accepted claim, version 1. Log entry" in said


def test_each_change_leads_to_the_names_in_it(newcomer: Stranger) -> None:
    html = told_late(newcomer).get(f"/revisions?{JULY}").content.decode()
    came, went = (one.replace("&amp;", "&") for one in re.findall(r'<a href="(/changes[^"]*)" aria-label="', html))
    assert "1 more person counted as held on 31 July 2025, as known on 1 September 2025" in newcomer.read(came)
    assert "B in: detained 5 July 2025" in newcomer.read(came)
    assert "1 fewer person counted as held on 31 July 2025, as known on 2 November 2025" in newcomer.read(went)
    assert "B out: released 8 July 2025" in newcomer.read(went)
    html = newcomer.get(f"/revisions?{JULY}&rule=taken").content.decode()
    (more,) = (one.replace("&amp;", "&") for one in re.findall(r'<a href="(/changes[^"]*)" aria-label="', html))
    assert "1 more detention counted by the rule “taken” in the month up to 31 July 2025" in newcomer.read(more)


def test_every_months_end_and_how_late_it_is_told(newcomer: Stranger) -> None:
    rows = told_late(newcomer).cells(f"/revisions?{JULY}")
    assert rows[4:7] == [
        ["End of", "2025-07", "2025-08", "2025-09", "2025-11"],
        ["July 2025", "1", "1", "2", "1"],
        ["August 2025", "still to come", "1", "2", "1"],
    ]
    late = {row[0]: row[1:3] for row in rows if row[0].startswith(("In the", "2 or 3", "4 to", "Later", "All"))}
    assert late["In the month itself"] == late["2 or 3 months later"] == ["1", "50%"]
    assert (late["In the next month"], late["All"]) == (["0", "0%"], ["2", "100%"])
    assert rows[-2] == ["July 2025", "1", "0", "1", "0", "0", "0", *["still to come"] * 7, "2"]


def test_of_a_flow_there_is_no_surface(newcomer: Stranger) -> None:
    said = told_late(newcomer).read(f"/revisions?{JULY}&rule=taken")
    assert "By the rule “taken”, in the month up to 31 July 2025: 1 as known on that day, 2 as known on" in said
    assert "Every month’s end" not in said


def test_a_figure_that_was_never_revised_says_so(newcomer: Stranger) -> None:
    enter(zalesia.act("A", "detained", "2025-07-03", known="2025-07-10"))
    assert "1 as known on that day, and not revised since" in newcomer.read(f"/revisions?{JULY}")


def test_where_its_bounds_alone_were_revised_the_figure_is_not_told_twice(newcomer: Stranger) -> None:
    enter(zalesia.act("A", "detained", "2025-07-03", known="2025-07-10"))
    enter(zalesia.act("B", "detained", "2025-07-20", 20, latest="2025-08-10", known="2025-09-01"))
    said = newcomer.read(f"/revisions?{JULY}")
    assert "1 as known on that day and since; at least or at most how many was revised 1 time" in said


def test_the_citation_gives_the_same_when_the_log_has_gone_on(newcomer: Stranger) -> None:
    html = told_late(newcomer).get(f"/revisions?{JULY}").content.decode()
    (cite,) = re.findall(r'<a class="address" href="http://localhost([^"]*)"', html)
    (json,) = [one for one in links(html) if one.startswith("/api/")]
    before = newcomer.data(json)
    assert before["delays"]
    assert before["surface"]
    enter(zalesia.act("D", "detained", "2025-07-02", 90, known="2025-07-04"))
    assert "revised 2 times" in newcomer.read(cite.replace("&amp;", "&"))
    assert newcomer.data(json) == before
    assert "31 July 2025: 2 as known" in newcomer.read(f"/revisions?{JULY}")


def test_the_front_page_leads_here_and_to_every_month(newcomer: Stranger) -> None:
    front = told_late(newcomer).get("/?as_of=2025-07-31&known_on=2025-12-31").content.decode()
    (revised,) = [one for one in links(front) if one.startswith("/revisions?")]
    (months,) = [one for one in links(front) if one.startswith("/series?")]
    assert "held on 31 July 2025" in newcomer.read(revised)
    assert "As known on 31 December 2025" in newcomer.read(months)


def test_what_cannot_be_read_is_told_beside_its_field(newcomer: Stranger) -> None:
    said = told_late(newcomer).read("/revisions?as_of=never&to=then", 400)
    assert "“never” is not a day" in said
    assert "“then” is not a day" in said
    assert "240 are the most" in newcomer.read("/revisions?as_of=2025-01-01&from=1950-01-01", 400)
    assert "In by: this is not asked here" in newcomer.read("/revisions?by=sex", 400)


def test_where_nobody_is_named_there_is_no_zero(newcomer: Stranger) -> None:
    said = newcomer.read(f"/revisions?{JULY}")
    assert "Nobody is named here" in said
    assert "the day itself" not in said


def test_it_asks_a_fixed_small_number_of_questions(newcomer: Stranger) -> None:
    assert told_late(newcomer).queries(f"/revisions?{JULY}") == QUERIES


def test_a_figure_of_long_ago_stands_without_its_months_unless_they_are_named(newcomer: Stranger) -> None:
    html = told_late(newcomer).get("/revisions?as_of=1999-12-31&known_on=2025-12-31").content.decode()
    assert "as of 31 December 1999" in html
    assert "How late it is told" not in html
    for address in links(html):
        answer = newcomer.client.get(address)
        answer.close()
        assert answer.status_code == 200, address
    assert "240 are the most: begin later" in newcomer.read(
        "/revisions?as_of=1999-12-31&known_on=2025-12-31&from=1999-01-01", 400
    )
