"""The chart of the front page and the question's other words: rule, lens, division; the same as a table."""

import re

import pytest

from habeas.claims import identity
from habeas.register import write
from habeas.register.draft import Draft
from tests import zalesia

from .site import Stranger, enter, text

DAY = "/?as_of=2025-11-12&known_on=2025-12-01"


def test_every_mark_of_the_chart_stands_in_the_table_beneath(stranger: Stranger) -> None:
    html = stranger.get(DAY).content.decode()
    drawn = set(re.findall(r'href="(/claims/[0-9a-f]{32})"[^>]*tabindex="-1"', html))
    table = html.partition("<details>")[2].partition("</details>")[0]
    assert drawn
    assert drawn <= set(re.findall(r'href="(/claims/[0-9a-f]{32})"', table))


def test_after_the_last_claim_the_line_is_doubt_and_the_page_says_so(newcomer: Stranger) -> None:
    enter(zalesia.act("A", "detained", "2025-01-02"), zalesia.act("B", "detained", "2025-02-02", start=20))
    html = newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    assert html.count('class="l-acc dash"') == 2
    assert "After 2 February 2025 no claim says anything: there the line is dashed" in text(html)
    enter(zalesia.act("B", "held", "2025-12-01", start=40, known="2025-12-01"))
    assert "l-acc dash" not in newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    assert "l-acc dash" in newcomer.get("/?as_of=2025-06-01&known_on=2025-11-30").content.decode()


def test_the_title_says_only_what_stands_in_the_chart(stranger: Stranger) -> None:
    said = stranger.read(DAY)
    assert "Lantern Group never counted more than 412 on some day between 10 November 2025" in said


def test_where_the_register_leads_its_own_line_is_drawn(newcomer: Stranger) -> None:
    enter(zalesia.act("A", "detained", "2025-01-02"), zalesia.act("A", "released", "2025-03-02", start=20))
    enter(zalesia.act("B", "detained", "2025-02-02", start=50))
    said = newcomer.read("/?as_of=2025-06-01&known_on=2025-12-01")
    assert "Of those named here the most were held on 2 February 2025: 2" in said
    html = newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    assert '<th scope="row">2 March 2025</th>' + 3 * "<td>1</td>" in html


def test_a_figure_at_an_end_of_the_calendar_is_no_error(newcomer: Stranger) -> None:
    early, late = zalesia.figure(40, "0001-02-01"), zalesia.figure(60, "9999-12-31", start=20)
    enter(early, zalesia.figure(50, "2025-03-04", start=40), late)
    html = newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    assert "50, Lantern Group" in html
    assert "60, Lantern Group" not in html.partition("<svg")[2].partition("<details>")[0].partition("aria-label")[0]
    assert newcomer.get("/?as_of=0001-02-01").status_code == 200


def test_what_is_said_of_days_after_the_known_day_does_not_stretch_the_chart(newcomer: Stranger) -> None:
    enter(zalesia.figure(50, "2024-03-04"), zalesia.figure(55, "2025-03-04", start=20))
    before = newcomer.get("/?as_of=2025-03-04&known_on=2025-12-01").content.decode()
    enter(zalesia.figure(60, "2400-01-01", start=40))
    after = newcomer.get("/?as_of=2025-03-04&known_on=2025-12-01").content.decode()
    drawn = [html.partition('<svg class="chart wide')[2].partition("</svg>")[0] for html in (before, after)]
    assert ("2025<" in drawn[0], "2300<" in drawn[1]) == (True, False)
    assert "2025<" in drawn[1]
    assert "60" in text(after)
    assert "What is said of days after 1 December 2025 is not drawn." in text(after)
    assert "is not drawn" not in text(before)


def test_an_act_at_an_end_of_the_calendar_is_no_error(newcomer: Stranger) -> None:
    enter(zalesia.act("A", "detained", "0001-01-02"), zalesia.act("A", "released", "9999-12-31", start=20))
    (one,) = newcomer.data("/api/people")["people"]
    assert "In custody once" in newcomer.read(f"/people/{one['id']}")


def test_the_line_goes_on_to_the_day_that_is_asked_about_by_every_rule(newcomer: Stranger) -> None:
    enter(zalesia.rule("some moment", leaving_day="yes"))
    enter(zalesia.act("A", "detained", "2001-01-02"), zalesia.act("A", "released", "2001-03-02", start=20))
    for rule in ("held", "some moment"):
        html = newcomer.get(f"/?as_of=2025-06-01&known_on=2025-12-01&rule={rule}").content.decode()
        assert {"2005", "2025"} <= set(re.findall(r"<text[^>]*>(\d{4})</text>", html))


def spoken(by: str, value: int, day: str, start: int) -> Draft:
    """A figure of somebody's: of an agent by name, or of whoever a link of the chain says."""
    key = write.register_key()
    links: dict[str, dict[str, str]] = {
        "source": {"source": f"{start:032x}", "kind": "anonymous", "terms": "not to be named"},
        "voice": {"kind": "reporter_voice"},
    }
    agent = {"agent": identity.agent_by_name(key, by), "kind": "on_record"}
    return zalesia.figure(value, day, start, attribution=[links.get(by, agent)])


def joins(html: str) -> int:
    """How many lines through published marks the wide drawing has."""
    return html.partition('<svg class="chart wide')[2].partition("</svg>")[0].count('"l-joined"')


@pytest.mark.parametrize("by", ["source", "voice"])
def test_figures_of_nobody_who_is_named_are_never_joined(newcomer: Stranger, by: str) -> None:
    enter(spoken(by, 50, "2025-01-04", 0), spoken(by, 90, "2025-02-04", 20), spoken(by, 70, "2025-03-04", 40))
    html = newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    assert joins(html) == 0
    assert "never counted" not in text(html)
    assert html.partition("dateline")[2].lower().count("disc: ") == 1


def test_figures_of_one_agent_are_joined_and_two_of_one_name_are_not(newcomer: Stranger) -> None:
    of_lantern = [spoken(zalesia.LANTERN, 50 + start, f"2025-0{1 + start // 20}-04", start) for start in (0, 20)]
    enter(*of_lantern, spoken("source", 70, "2025-03-04", 40))
    html = newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    assert joins(html) == 1
    twin = Draft("agent", {"id": "a" * 32, "name": zalesia.LANTERN, "sort": "organisation"}, "test")
    enter(twin, zalesia.figure(500, "2025-04-04", 60, attribution=[{"agent": "a" * 32, "kind": "on_record"}]))
    html = newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    assert "Lantern Group counted 70 on 4 February 2025" in text(html) or "never counted more than 70" in text(html)


def test_announced_rounds_are_drawn_beside_the_registers_own_line(newcomer: Stranger) -> None:
    enter(zalesia.act("A", "detained", "2025-01-02"), zalesia.act("A", "released", "2025-03-02", start=20))
    enter(zalesia.round_of(52, 52, start=40, day="2025-02-10"))
    html = newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    for form in ("wide", "narrow"):
        drawn = html.partition(f'<svg class="chart {form}')[2].partition("</svg>")[0]
        assert all(f">{word}</text>" in drawn for word in ("Entered", "Left", "Freed", "52"))
    assert "Announced releases" in text(html)


def test_a_measure_that_is_placed_in_another_country_than_the_releases_is_not_drawn(stranger: Stranger) -> None:
    freed = zalesia.round_of(52, 52, 40, "2025-11-12", place={"name": "Zalesia", "country": "ZZ"})
    enter(*freed, zalesia.measure("delist", "Harbour Line", "2025-11-11", 60))
    enter(zalesia.measure("delist", "Southland", "2025-11-11", 80, place={"name": "Southland", "country": "XX"}))
    said = stranger.read(DAY)
    assert "Harbour Line" in said
    assert "Southland" not in said
    assert "Southland" in stranger.read("/measures?as_of=2025-12-01")


def test_where_published_figures_lead_rounds_are_bars(stranger: Stranger) -> None:
    enter(zalesia.round_of(52, 52, start=40, day="2025-11-12"))
    html = stranger.get(DAY).content.decode().partition('<svg class="chart wide')[2].partition("</svg>")[0]
    assert 'class="c-acc"' in html
    assert html.count(">Freed</text>") == 1


def test_an_empty_register_draws_no_chart(newcomer: Stranger) -> None:
    assert "<svg" not in newcomer.get("/?as_of=2025-06-01").content.decode().partition("<main")[2]


def test_a_rule_and_a_lens_are_chosen_and_named(stranger: Stranger) -> None:
    enter(zalesia.rule("at home", states=["home"]), zalesia.lens("the record", kinds=["document"]))
    html = stranger.get(f"{DAY}&rule=at+home&lens=the+record").content.decode()
    assert '<option value="at home" selected>' in html
    assert "Rule: at home, version 1. Lens: the record, version 1" in stranger.read(
        f"{DAY}&rule=at+home&lens=the+record"
    )
    assert "rule=at+home%401&amp;lens=the+record%401" in html


def test_an_older_version_stays_the_one_that_was_asked_for(stranger: Stranger) -> None:
    enter(zalesia.rule("in"), zalesia.rule("in", 2, states=["home"]))
    assert "Rule: in, version 1" in stranger.read(f"{DAY}&rule=in@1")
    assert '<option value="in@1" selected>' in stranger.get(f"{DAY}&rule=in@1").content.decode()


def test_what_cannot_be_read_is_told_beside_its_field(stranger: Stranger) -> None:
    html = stranger.get("/?rule=weather&lens=gossip&by=Sex!", 400).content.decode()
    for name, told in (("rule", "is not a rule"), ("lens", "is not a lens"), ("by", "is nothing to divide")):
        assert re.search(rf'aria-describedby="{name}-problem"', html)
        assert re.search(rf'id="{name}-problem">[^<]*{told}', html)


def test_a_count_is_divided(stranger: Stranger) -> None:
    said = stranger.read(f"{DAY}&by=state")
    assert "Who they are" in said
    html = stranger.get(f"{DAY}&by=state").content.decode()
    assert 'All</th><td class="n">3</td><td class="n">2–3</td><td class="n">100%</td>' in html


def test_only_divisions_that_can_be_answered_are_offered(newcomer: Stranger) -> None:
    enter(zalesia.rule("freed", quantity="outflow", period="ever", unit="persons"))
    enter(zalesia.act("A", "detained", "2025-01-02"), zalesia.attribute("A", "sex", "f"))
    enter(zalesia.attribute("A", "residence", "Prison Street 4", start=60))
    assert offered(newcomer, "held") == ["", "state", "sex"]
    assert offered(newcomer, "freed") == ["", "sex"]
    for rule in ("held", "freed"):
        for by in offered(newcomer, rule):
            newcomer.get(f"/?rule={rule}&by={by}")


def test_where_nothing_is_said_of_anybody_nothing_of_people_is_offered(stranger: Stranger) -> None:
    assert offered(stranger, "held") == ["", "state"]
    said = stranger.read("/?by=sex", 400)
    assert "no claim here says the “sex” of anybody: choose one of state" in said


def test_a_flow_that_is_asked_by_state_is_counted_whole_and_says_so(stranger: Stranger) -> None:
    enter(zalesia.rule("freed", quantity="outflow", period="ever", unit="persons"))
    said = stranger.read(f"{DAY}&rule=freed&by=state")
    assert "Who came and went is not divided by state: this is the whole count." in said
    assert "Who they are" not in said


def offered(stranger: Stranger, rule: str) -> list[str]:
    """By what the form offers to divide a count."""
    html = stranger.get(f"/?rule={rule}").content.decode()
    return re.findall(r'<option value="([^"]*)"', html.partition('<select id="by"')[2].partition("</select>")[0])


def test_a_page_that_was_kept_is_gone_when_the_log_moves_on(stranger: Stranger) -> None:
    before = stranger.read(DAY)
    enter(*zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02"))
    assert "Matsvei Lipen-Bor" not in before
    assert "Matsvei Lipen-Bor" in stranger.read(DAY)


def test_a_person_has_their_custody_drawn(stranger: Stranger) -> None:
    (one,) = stranger.data("/api/people?text=harbar")["people"]
    said = stranger.read(f"/people/{one['id']}")
    assert re.search(r"In custody once, for [\d,]+ to [\d,]+ days", said)
    assert "no act seen since" not in said


def test_custody_that_is_open_is_told_up_to_a_day_and_since_when_no_act_is_seen(newcomer: Stranger) -> None:
    enter(zalesia.act("Alice", "detained", "2021-01-02"))
    (one,) = newcomer.data("/api/people?text=alice")["people"]
    asked = f"/people/{one['id']}?as_of=2021-01-31&known_on=2026-01-01"
    html = newcomer.get(asked).content.decode()
    title = "In custody once, for 30 days up to 31 January 2021, no act seen since 2 January 2021"
    assert html.count(f">{title}<") >= 2
    assert "days held, in one period; no act seen since 2 January 2021" in newcomer.read(asked)
    first_day = newcomer.get(f"/people/{one['id']}?as_of=2021-01-02&known_on=2026-01-01").content.decode()
    assert ">In custody once, for 1 day<" in first_day
    enter(zalesia.act("Alice", "released", "2021-06-02", 20))
    assert "no act seen since" not in newcomer.read(f"/people/{one['id']}")


def test_the_registers_own_line_has_its_number_at_its_end(newcomer: Stranger) -> None:
    enter(*(zalesia.act(f"P{number}", "detained", f"2025-01-{number + 10}", number * 20) for number in range(7)))
    html = newcomer.get("/?as_of=2025-06-01&known_on=2025-12-01").content.decode()
    assert len(re.findall(r'<text[^>]*class="b t-acc halo[^>]*>7</text>', html)) == 2  # wide and narrow


def test_an_act_told_twice_is_one_mark_and_the_chart_of_a_freed_person_ends_soon_after(newcomer: Stranger) -> None:
    told_twice = zalesia.act("Alice", "detained", "2021-01-02"), zalesia.act("Alice", "detained", "2021-01-02", 20)
    enter(told_twice[0], told_twice[1][1:], zalesia.act("Alice", "released", "2021-06-02", 40))
    (one,) = newcomer.data("/api/people?text=alice")["people"]
    drawn = newcomer.get(f"/people/{one['id']}").content.decode().partition('<svg class="chart wide')[2]
    labels = re.findall(r"<text[^>]*>([^<]*)</text>", drawn.partition("</svg>")[0])
    assert "Detained, 2 claims" in labels
    assert "Detained" not in labels
    assert not [one for one in labels if re.search("202[2-9]", one)]
