"""The front page: the question as a sentence, coverage first, no bare number, and never a 0 for nobody."""

import re
from datetime import date, timedelta

from habeas.answers import public
from habeas.claims import identity
from habeas.claims.vocabulary import Access
from habeas.register import write
from habeas.web import words
from tests import zalesia

from .site import EDITOR, Stranger, enter, same, text

DAY = "/?as_of=2025-11-12&known_on=2025-12-01"
FIRST, AGAIN = 28, 1  # as the register stands (one asks whether its log is the one read before), and when read before


def test_where_fewer_are_named_the_published_figure_leads_with_its_speaker(stranger: Stranger) -> None:
    said = stranger.read(DAY)
    assert "412 people in custody (political prisoners), said Lantern Group, as of some day between 10 November" in said
    assert "3 people named here as held on 12 November 2025, at least 2 and at most 3." in said
    rule = "(recognised as political prisoners, and in custody: another rule)"
    assert f"Lantern Group put the number of political prisoners at 412 that week {rule}; the others are not" in said
    assert "the others are not named in this record" in said


def test_that_week_is_said_of_a_week_alone(stranger: Stranger) -> None:
    assert "put the number of political prisoners at 412 (recognised" in stranger.read("/?as_of=2025-11-20")
    assert "put the number of political prisoners at 412 that week (" in stranger.read("/?as_of=2025-11-16")


def test_the_count_is_never_without_its_days_rule_lens_and_entry(stranger: Stranger) -> None:
    at = stranger.data("/api/tally")["at"]
    said = stranger.read(DAY)
    assert "as of 12 November 2025, as known on 1 December 2025. Rule: held, version 1. Lens: every accepted" in said
    assert f"Log entry {at}" in said
    assert "Confinement at home and restricted liberty are not counted." in said


def test_far_from_every_published_figure_the_count_leads(stranger: Stranger) -> None:
    said = stranger.read("/?as_of=2023-01-15")
    assert "2 people named here as held on 15 January 2023" in said
    assert "The nearest published figure: 412 people in custody" in said


def test_bounds_are_told_where_days_are_uncertain(stranger: Stranger) -> None:
    said = stranger.read("/?as_of=2021-08-15")
    assert "At most 2 of the people named here may have been held on 15 August 2021" in said


def test_before_anything_that_claims_tell_of_the_page_says_so_and_the_line_begins_there(newcomer: Stranger) -> None:
    enter(*zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-12"))
    enter(*zalesia.act("Zoya Aliashkevich-Kut", "released", "2025-03-02", start=20))
    told = "Before January 2025 no claim here moves the count: there the line of the chart begins"
    assert told in newcomer.read("/?as_of=2019-01-01")
    assert told not in newcomer.read("/?as_of=2025-01-02")
    assert "from,low,best,high" in (line := newcomer.get("/tally.csv?table=line&as_of=2019-01-01").content.decode())
    assert "\n2025-01-12,1," in line.replace("\r", "")


def test_a_counted_zero_is_told_in_words(newcomer: Stranger) -> None:
    enter(*zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02"))
    assert "No claim known by then has the one person named here in custody on 1 January 2015" in newcomer.read(
        "/?as_of=2015-01-01"
    )
    enter(*zalesia.act("Zoya Aliashkevich-Kut", "detained", "2025-01-02", start=20))
    assert "No claim known by then has any of the 2 people named here in custody on 1 January 2015" in newcomer.read(
        "/?as_of=2015-01-01"
    )


def test_where_nobody_is_named_no_0_is_printed(newcomer: Stranger) -> None:
    said = newcomer.read("/?as_of=2025-11-12")
    assert "Nobody is named here" in said
    assert not re.search(r"(?<![\d,-])0(?![\d,-])", said)
    assert "No published figure is known here by" in said


def test_people_are_named_with_how_certain_it_is(stranger: Stranger) -> None:
    said = stranger.read(DAY)
    assert "Aryna Žytsen-Haiova held, by the last that is said here: August 2021: 1 claim on Aryna" in said
    assert "Pavel Harbar held on that day, by the rule’s convention; not certain: 2 claims" in said


def test_more_people_than_a_page_holds_are_counted_and_not_listed(newcomer: Stranger) -> None:
    some = [zalesia.act(f"Somebody {number:02}", "detained", "2025-01-02", start=number * 20) for number in range(70)]
    enter(*(draft for drafts in some for draft in drafts))
    said = newcomer.read("/?as_of=2025-06-01")
    assert "70 people named here as held on 1 June 2025" in said
    assert said.count("held, by the last that is said here: 2 January 2025") == 15
    assert "And 55 more. All who are counted, each with their claims" in said
    names = re.findall(r"Somebody \d\d held", said)
    assert names == sorted(names)


def test_a_person_leads_to_the_claims_that_the_count_rests_on(stranger: Stranger) -> None:
    html = stranger.get(DAY).content.decode()
    (address,) = re.findall(r'Pavel Harbar</bdi></a></b>[^<]*<a href="([^"]*)"', html)
    said = stranger.read(address.replace("&amp;", "&"))
    assert "2 claims found" in said
    assert "Pavel Harbar: released" in said


def test_two_figures_for_one_time_are_both_there_and_marked(stranger: Stranger) -> None:
    said = stranger.read(DAY)
    assert said.count("two figures for one time, 19 apart") == 2
    assert "Harbour List 431" in said


def test_where_the_leading_figure_is_disputed_it_says_so_beside_it(stranger: Stranger) -> None:
    assert "The sources disagree: Harbour List said 431, for the same time." in stranger.read(DAY)


def test_figures_of_a_part_stand_apart(stranger: Stranger) -> None:
    table = stranger.read(DAY).partition("How many are held in all")[2]
    assert table.index("431") < table.index("Of a part of them") < table.index("women in custody")


def test_what_was_not_known_by_a_day_is_not_there(stranger: Stranger) -> None:
    said = stranger.read("/?as_of=2025-11-12&known_on=2025-11-13")
    assert "412" not in said
    assert "No published figure is known here by 13 November 2025." in said


def test_the_day_is_that_of_the_latest_tally_where_none_is_asked(stranger: Stranger) -> None:
    assert 'value="14 November 2025"' in stranger.get("/").content.decode()


def test_a_day_in_words_asks_the_same(stranger: Stranger) -> None:
    iso = stranger.read("/?as_of=2025-11-12")
    for said in ("12 November 2025", "November 12, 2025", "12 nov 2025", " 12  November  2025 "):
        assert text(stranger.client.get("/", {"as_of": said}).content.decode()) == iso


def test_a_bad_day_is_told_beside_its_field(stranger: Stranger) -> None:
    for wrong in ("yesterday", "2025-02-30", "31 November 2025", "2025", "١٢ November 2025", "<b>"):
        answer = stranger.client.get("/", {"as_of": wrong, "known_on": "2025-11-30"})
        html = answer.content.decode()
        assert answer.status_code == 400
        assert re.search(r'id="as_of"[^>]*aria-invalid="true" aria-describedby="as_of-problem"', html)
        assert f"“{wrong}” is not a day: write it as 2025-02-15 or 15 February 2025" in text(html)
        if wrong == "2025-02-30":
            assert "; there is no day 30 (February 2025 has 28 days)" in text(html)
        assert "Counted here" not in html


def test_a_day_to_come_is_refused(stranger: Stranger) -> None:
    said = stranger.read("/?as_of=2999-01-01&known_on=2999-01-01", 400)
    assert said.count("2999-01-01 is still to come: ask about a day up to") == 2


def test_of_tomorrow_it_says_that_today_is_the_last_day_there_is(stranger: Stranger) -> None:
    today = public.today()
    ahead = f"it is still {words.day(today)}: of {words.day(today + timedelta(days=1))} it says what is known by now."
    assert ahead in stranger.read(f"/?as_of={today + timedelta(days=1)}")
    assert ahead in stranger.read(f"/?known_on={today + timedelta(days=1)}")
    assert "it is still" not in stranger.read(f"/?as_of={today}&known_on={today}")


def test_the_citation_gives_the_same_answer_when_the_log_has_gone_on(stranger: Stranger) -> None:
    html = stranger.get(DAY).content.decode()
    (cited,) = re.findall(r'class="address" href="http://localhost([^"]*)"', html)
    cited = cited.replace("&amp;", "&")
    before = stranger.read(cited)
    enter(*zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02"))
    assert stranger.read(cited) == before
    assert "Matsvei Lipen-Bor" not in before
    assert "Matsvei Lipen-Bor" in stranger.read(DAY)


def test_a_page_at_a_citation_says_so_and_keeps_its_links_there(stranger: Stranger) -> None:
    at = stranger.data("/api/tally")["at"]
    html = stranger.get(f"{DAY}&at={at}").content.decode()
    assert f"This page is read as of log entry {at}, as it was cited." in text(html)
    assert f'<a href="{DAY.replace("&", "&amp;")}">Read it as it stands now' in html
    inside = re.findall(r'href="(/(?:claims|documents)[^"]*)"', html)
    assert inside
    assert all(f"at={at}" in address for address in inside)


def test_another_registers_citation_is_refused(stranger: Stranger) -> None:
    for wrong in ("3-00000000", "1-", "nonsense", f"{10**30}-00000000", "1-" + "0" * 5000, "1-0000000\x00"):
        answer = stranger.client.get("/", {"at": wrong})
        assert answer.status_code == 400
        assert "leave at out" in text(answer.content.decode()).replace("`", "")


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    stranger.get(DAY)
    assert stranger.first_queries(DAY) == AGAIN
    for number in range(30):
        enter(*zalesia.act(f"Somebody {number}", "detained", "2025-01-02", start=number * 20))
        if number in {0, 29}:
            assert stranger.first_queries(DAY) == FIRST
    stranger.get(DAY)
    assert stranger.first_queries(DAY) == AGAIN


def test_what_was_sealed_since_a_citation_is_counted_in_words(newcomer: Stranger) -> None:
    enter(*zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02"))
    at = newcomer.data("/api/tally")["at"]
    (claim,) = newcomer.data("/api/claims")["claims"]
    assert "since." not in newcomer.read(f"/?as_of=2025-02-01&at={at}")
    write.set_access(Access.sealed, write.actor(EDITOR), EDITOR, claims=[claim["id"]])
    assert "1 claim was sealed or withdrawn since." in newcomer.read(f"/?as_of=2025-02-01&at={at}")
    assert "since." not in newcomer.read("/?as_of=2025-02-01")


def test_those_who_are_counted_stand_before_those_who_possibly_are(newcomer: Stranger) -> None:
    enter(*zalesia.act("Anton Kut", "detained", "2025-01-02", latest="2025-12-31"))
    enter(*zalesia.act("Zoya Aliashkevich-Kut", "detained", "2025-01-02", start=40))
    said = newcomer.read("/?as_of=2025-02-01")
    assert said.index("Zoya Aliashkevich-Kut held") < said.index("Anton Kut possibly held")


def test_who_was_detained_on_the_day_was_held_on_that_day(newcomer: Stranger) -> None:
    enter(*zalesia.act("Anton Kut", "detained", "2025-01-02"))
    assert "Anton Kut held on that day: 1 claim" in newcomer.read("/?as_of=2025-01-02")
    assert "Anton Kut held, by the last that is said here: 2 January 2025: 1 claim" in newcomer.read(
        "/?as_of=2025-01-03"
    )


def test_who_rests_on_more_claims_than_a_list_takes_has_a_link_that_leads_to_the_first_of_them(
    newcomer: Stranger,
) -> None:
    days = [date(2021, 1, 1) + timedelta(number) for number in range(104)]
    acts = [
        zalesia.act("A", "released" if number % 2 else "detained", day.isoformat(), number * 20)
        for number, day in enumerate(days)
    ]
    enter(*acts, zalesia.rule("taken", quantity="inflow", unit="detentions", period="ever"))
    html = newcomer.get("/?as_of=2022-01-01&rule=taken").content.decode()
    address, told = re.findall(
        r'<b><a href="/people/[0-9a-f]*"><bdi>A</bdi></a></b>[^<]*<a href="([^"]*)"[^>]*>([^<]*)', html
    )[0]
    assert told == "104 claims, the first 100 shown"
    assert "100 claims found" in newcomer.read(address.replace("&amp;", "&"))


def test_no_figure_of_all_who_are_held_leads_where_a_part_of_them_is_counted(stranger: Stranger) -> None:
    enter(
        zalesia.rule("women held", where=[{"property": "sex", "value": "f"}]),
        zalesia.rule("serving a sentence", states=["serving"]),
        zalesia.rule("held by any door", states=["police", "pretrial", "serving", "home", "restricted", "unknown"]),
    )
    for part in ("women held", "serving a sentence"):
        said = stranger.read(f"{DAY}&rule={part}")
        assert "412 people in custody (political prisoners), said" not in said.partition("Published figures nearest")[0]
        assert "not named in this record" not in said
    assert "A published figure 412 people in custody" in stranger.read(f"{DAY}&rule=held by any door")


def test_no_figure_leads_whose_speaker_the_lens_refuses_or_who_counts_by_another_rule(stranger: Stranger) -> None:
    key = write.register_key()
    lantern, north = (identity.agent_by_name(key, name) for name in (zalesia.LANTERN, "Northern Watch"))
    enter(
        zalesia.agent("Northern Watch"),
        *(zalesia.lens(f"the lens of {name}", speakers=[one]) for name, one in (("L", lantern), ("N", north))),
        *(zalesia.rule(f"as {name} counts", publisher=one) for name, one in (("L", lantern), ("N", north))),
    )
    leads = "A published figure 412 people in custody (political prisoners), said Lantern Group"
    assert leads in stranger.read(f"{DAY}&lens=the lens of L")
    own = stranger.read(f"{DAY}&rule=as L counts")
    assert leads in own
    assert "412 that week (by this rule); the others" in own
    assert leads not in stranger.read(f"{DAY}&lens=the lens of N")
    assert leads not in stranger.read(f"{DAY}&rule=as N counts")


def test_a_rule_with_a_lens_of_its_own_is_asked_with_it_unless_another_is_chosen(newcomer: Stranger) -> None:
    enter(*zalesia.act("Alice", "detained", "2025-05-03", 0, known="2025-05-04"))
    harbour = zalesia.agent("Harbour List")
    enter(harbour, zalesia.lens("the Harbour List", speakers=[str(harbour.body["id"])]))
    enter(zalesia.rule("on the Harbour List", lens="the Harbour List"))
    asked = "/?as_of=2025-06-01&rule=on+the+Harbour+List"
    html = newcomer.get(asked).content.decode()
    assert '<option value="">whom the rule trusts: the Harbour List</option>' in html
    assert "Lens: the Harbour List, version 1" in newcomer.read(asked)
    assert "Lens: every accepted claim, version 1" in newcomer.read(f"{asked}&lens=every+accepted+claim")
    assert newcomer.data(f"/api/tally{asked[1:]}")["lens"] == "the Harbour List"
    assert newcomer.data("/api/series?rule=on+the+Harbour+List")["lens"] == "the Harbour List"
    assert newcomer.data(f"/api/revisions{asked[1:]}")["lens"] == "the Harbour List"
    assert newcomer.data(f"/api/changes{asked[1:]}")["lens"] == "the Harbour List"


def test_of_whom_it_is_not_said_by_what_a_count_is_divided_that_is_marked(newcomer: Stranger) -> None:
    enter(
        *zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02"),
        *zalesia.attribute("Matsvei Lipen-Bor", "sex", "m", start=20),
        *zalesia.act("Zoya Aliashkevich-Kut", "detained", "2025-01-02", start=60),
    )
    html = newcomer.get("/?as_of=2025-06-01&by=sex").content.decode()
    assert '<th scope="row"><span class="w">not said</span></th>' in html
    assert '<th scope="row"><bdi>m</bdi></th>' in html


def test_a_count_is_divided_by_two_properties_at_once(newcomer: Stranger) -> None:
    enter(
        *zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02"),
        *zalesia.attribute("Matsvei Lipen-Bor", "sex", "m", start=20),
        *zalesia.attribute("Zoya Aliashkevich-Kut", "region", "Severets", start=40),
        *zalesia.act("Zoya Aliashkevich-Kut", "detained", "2025-01-02", start=60),
    )
    rows = newcomer.cells("/?as_of=2025-06-01&by=sex,region")
    assert ["m, not said", "1", "1–1", "50%", ""] in rows
    assert ["not said, Severets", "1", "1–1", "50%", ""] in rows
    assert '<option value="sex,region" selected>' in newcomer.get("/?as_of=2025-06-01&by=sex,region").content.decode()
    (one, other) = newcomer.data("/api/tally?as_of=2025-06-01&by=sex,region")["cells"]
    assert (one["values"], other["values"]) == ({"sex": "m"}, {"region": "Severets"})
    assert newcomer.data("/api/tally?as_of=2025-06-01&by=sex,sex", 400)["detail"]


def test_whom_something_became_known_of_is_called_in_the_script_of_the_reader(newcomer: Stranger) -> None:
    latin = zalesia.act("Kacia Lipen", "detained", "2025-05-03", 0, known="2025-05-04")
    cyrillic = zalesia.act("Каця Ліпень", "released", "2025-06-20", 20, known="2025-06-21")
    enter(*latin, *cyrillic, same(str(latin[0].body["id"]), str(cyrillic[0].body["id"])))
    asked = "/?as_of=2025-06-30&known_on=2025-06-30"
    assert "Kacia Lipen Каця Ліпень released, 20 June 2025" in names_apart(newcomer, asked)
    assert "Каця Ліпень Kacia Lipen вызвалены" in names_apart(newcomer, f"/be{asked}")


def names_apart(stranger: Stranger, address: str) -> str:
    """The words of a page with blanks between its marks."""
    return " ".join(re.sub("<[^>]*>", " ", stranger.get(address).content.decode()).split())
