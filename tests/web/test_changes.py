"""/changes: two figures, the steps between them in words and signs, and the names by reason with their claims."""

import re
from html import unescape

import pytest

from habeas.answers import public
from habeas.claims.vocabulary import WithdrawalReason
from habeas.register import write
from habeas.web import words
from tests import zalesia

from .site import Stranger, enter

ASKED = "/changes?as_of=2025-06-01&to_as_of=2025-07-01&to_known_on=2025-08-01"


def moved() -> None:
    """Alice is freed, Bob is told of late, Charlie is taken in; Dana's arrest is taken back by its source."""
    enter(
        *zalesia.act("Alice", "detained", "2025-05-03", 0, known="2025-05-04"),
        *zalesia.act("Alice", "released", "2025-06-20", 20, known="2025-06-21"),
        *zalesia.act("Bob", "detained", "2025-05-10", 40, known="2025-07-20"),
        *zalesia.act("Charlie", "detained", "2025-06-25", 60, known="2025-07-25"),
    )
    wrong = zalesia.act("Dana", "detained", "2025-05-12", 80, known="2025-05-13")
    enter(*wrong)
    source = WithdrawalReason.source_retracted
    write.withdraw([str(wrong[1].body["id"])], source, write.actor("Marta Veres"), day="2025-06-10")


def test_the_steps_add_up_and_each_name_stands_under_its_reason(newcomer: Stranger) -> None:
    moved()
    said = newcomer.read(ASKED)
    assert "As many people counted as held on 1 July 2025 as on 1 June 2025" in said
    steps = "2 held on 1 June 2025, as known on 1 June 2025 ± 0 new events since 1 June 2025"
    assert f"{steps} + 1 late reports of earlier events − 1 corrections = 2 held on 1 July 2025" in said
    new = "New events ±0 Charlie in: detained 25 June 2025, said Lantern Group, learned 25 July 2025 "
    assert f"{new}Alice out: released 20 June 2025, said Lantern Group, learned 21 June 2025" in said
    assert "Late reports +1 Bob in: detained 10 May 2025, said Lantern Group, learned 20 July 2025" in said
    taken_back = "said Lantern Group, learned 13 May 2025, taken back by its source 10 June 2025"
    assert f"Corrections −1 Dana out: detained 12 May 2025, {taken_back}" in said


def test_a_name_leads_to_the_person_and_an_act_to_its_claim(newcomer: Stranger) -> None:
    moved()
    html = newcomer.get(ASKED).content.decode()
    for address in set(re.findall(r'href="(/(?:people|claims)/[0-9a-f]{32})"', html)):
        if "Dana" not in html[html.index(address) : html.index(address) + 120]:
            newcomer.get(address)
    assert len(re.findall(r'href="/people/[0-9a-f]{32}"', html)) == 4


def test_the_figure_is_never_without_its_days_rule_lens_and_entry(newcomer: Stranger) -> None:
    moved()
    at = newcomer.data("/api/tally")["at"]
    days = "As of 1 June 2025, as known on 1 June 2025, and as of 1 July 2025, as known on 1 August 2025."
    assert f"{days} Rule: held, version 1. Lens: every accepted claim, version 1. Log entry {at}." in newcomer.read(
        ASKED
    )
    (cited,) = re.findall(r'class="address" href="http://localhost([^"]*)"', newcomer.get(ASKED).content.decode())
    before = newcomer.read(cited.replace("&amp;", "&"))
    enter(*zalesia.act("Ewa", "detained", "2025-05-03", 100, known="2025-05-04"))
    assert newcomer.read(cited.replace("&amp;", "&")) == before
    assert "Ewa" not in before


def test_one_day_twice_asks_what_became_known_of_it(newcomer: Stranger) -> None:
    moved()
    said = newcomer.read("/changes?as_of=2025-06-01&known_on=2025-06-12&to_known_on=2025-08-01")
    finding = "1 more person counted as held on 1 June 2025, as known on 1 August 2025 than on 12 June 2025"
    assert finding in said
    assert "New events" not in said.partition("In and out are")[0]


def test_an_earlier_entry_tells_apart_what_was_taken_in_and_taken_out(newcomer: Stranger) -> None:
    enter(*zalesia.act("Alice", "detained", "2025-05-03", 0, known="2025-05-04"))
    claim, at = (newcomer.data("/api/claims")[key] for key in ("claims", "at"))
    write.withdraw([claim[0]["id"]], WithdrawalReason.register_error, write.actor("Marta Veres"))
    enter(*zalesia.act("Bob", "detained", "2025-05-10", 40, known="2025-05-11"))
    asked = f"/changes?as_of=2025-06-01&from_at={at}"
    now = newcomer.data("/api/tally")["at"]
    said, html = newcomer.read(asked), newcomer.get(asked).content.decode()
    assert f"The earlier figure is read at log entry {at}, the later one at" in said
    assert "taken out of the register since" in said
    assert f"Coverage +1 +1 recorded here since log entry {at}, and known before. Bob in" in said
    assert f"on {words.day(public.today())} at log entry {now} as on 1 June 2025 at entry {at}" in said
    one_day = newcomer.read(f"{asked}&known_on=2025-07-01&to_known_on=2025-07-01")
    assert f"1 June 2025, as known on 1 July 2025, at log entry {now} as at entry {at}" in one_day
    assert "+ 1 recorded since, and known before" in said
    assert f'/claims/{claim[0]["id"]}?at={at}"' in html
    newcomer.get(f"/claims/{claim[0]['id']}?at={at}")
    assert f'name="from_at" value="{at}"' in html


def test_two_records_judged_one_are_not_out_and_the_judgement_is_named(newcomer: Stranger) -> None:
    names = ("Yazep Kalyada", "Язэп Каляда")
    for at, name in enumerate(names):
        enter(*zalesia.act(name, "detained", "2025-05-03", 40 * at, known="2025-05-04"))
    at = newcomer.data("/api/tally")["at"]
    judged = zalesia.judgement(*sorted(str(zalesia.record(name).body["id"]) for name in names))
    enter(judged)
    one = str(judged.body["id"])
    said = newcomer.read(f"/changes?as_of=2025-06-01&from_at={at}")
    assert f"counted twice, now once: two records judged one (judgement {one[:8]}, " in said
    assert "Who is who −1 1 counted as 2 before and as 1 now." in said
    assert zalesia.KEEPER not in said, "who judged, and why, is the staff's"
    (change,) = newcomer.data(f"/api/changes?as_of=2025-06-01&from_at={at}")["changes"]
    assert (change["counted"], change["recorded"]) == ({"before": 2, "now": 1}, True)
    assert [set(each) for each in change["judgements"]] == [{"id", "verdict", "records", "seq", "day"}]


def test_all_names_of_a_reason_are_a_page_away(newcomer: Stranger) -> None:
    some = [zalesia.act(f"One {number:03}", "detained", "2025-06-02", number * 20) for number in range(70)]
    enter(*(draft for drafts in some for draft in drafts))
    asked = "/changes?as_of=2025-06-01&known_on=2025-12-01&to_as_of=2025-07-01"
    html = newcomer.get(asked).content.decode()
    assert "And 66 more in." in newcomer.read(asked)
    (address,) = re.findall(r'href="([^"]*reason=new_event)"', html)
    first = newcomer.get(address.replace("&amp;", "&")).content.decode()
    assert "1 to 50 of 70, each with the claims that are the reason" in newcomer.read(address.replace("&amp;", "&"))
    (rest,) = re.findall(r'class="button" href="([^"]*)"', first)
    assert "51 to 70 of 70" in newcomer.read(rest.replace("&amp;", "&"))
    assert "this reason changes nothing" in newcomer.read(f"{asked}&reason=correction")


def test_where_nothing_changed_or_nobody_is_named_it_is_said(newcomer: Stranger) -> None:
    assert "Nobody is named here" in newcomer.read("/changes")
    enter(*zalesia.act("Alice", "detained", "2025-05-03", 0, known="2025-05-04"))
    assert "Nothing changed between the two" in newcomer.read("/changes?as_of=2025-06-01")


def test_what_cannot_be_read_is_told_beside_its_field(stranger: Stranger) -> None:
    html = stranger.get("/changes?as_of=never&rule=weather", 400).content.decode()
    assert 'id="as_of-problem"' in html
    assert 'id="rule-problem"' in html
    assert "name it first" in stranger.read("/changes?as_of=2025-06-01&to_as_of=2025-05-01", 400)
    assert "In reason: “weather” is not a reason" in stranger.read("/changes?reason=weather", 400)
    assert "In from_at:" in stranger.read("/changes?from_at=1-00000000", 400)
    assert "In by: this is not asked here" in stranger.read("/changes?by=sex", 400)


def test_a_flow_is_compared_by_its_days_and_a_group_has_no_page(newcomer: Stranger) -> None:
    enter(
        zalesia.rule("freed", quantity="outflow", unit="detentions", period="month"),
        zalesia.act("Alice", "released", "2021-06-01", 0, known="2021-06-04"),
        zalesia.act("Bob", "released", "2021-07-02", 20, known="2021-07-04"),
        zalesia.round_of(20, 30, 60, day="2021-06-08", known="2021-07-09"),
    )
    assert '<option value="freed"' in newcomer.get("/changes").content.decode()
    asked = "/changes?rule=freed&as_of=2021-06-30&known_on=2021-06-30&to_known_on=2021-12-31"
    said = newcomer.read(asked)
    finding = (
        "20 more detentions counted by the rule “freed” in the month up to 30 June 2021, as known on 31 December 2021"
    )
    assert f"{finding} than on 30 June 2021" in said
    assert "+ 20 late reports of earlier events" in said
    assert "1 counted in the month up to 30 June 2021, as known on 30 June 2021" in said
    assert "= 21 counted in the month up to 30 June 2021, as known on 31 December 2021" in said
    assert "round 60 20 not named, before 0: released 8 June 2021" in said
    assert 'href="/people/' not in newcomer.get(asked).content.decode().partition('id="steps"')[2]
    later = newcomer.read(f"{asked}&to_as_of=2021-07-31")
    both = "in the month up to 31 July 2021 as in the month up to 30 June 2021"
    assert f"As many detentions counted by the rule “freed” {both}" in later
    assert "what happened in the later days, less that of the earlier" in later
    at = newcomer.data("/api/tally")["at"]
    enter(zalesia.act("Carol", "released", "2021-06-03", 40, known="2021-06-04"))
    assert "which is compared at one entry" in newcomer.read(f"{asked}&from_at={at}", 400)


def test_it_asks_a_fixed_small_number_of_questions(newcomer: Stranger) -> None:
    moved()
    few = newcomer.queries(ASKED)
    some = [zalesia.act(f"One {number}", "detained", "2025-06-02", 200 + number * 20) for number in range(30)]
    enter(*(draft for drafts in some for draft in drafts))
    assert newcomer.queries(ASKED) == few


def test_the_front_page_shows_what_changed_in_a_month(newcomer: Stranger) -> None:
    moved()
    said = newcomer.read("/?as_of=2025-07-01&known_on=2025-08-01")
    assert "What changed since 1 June 2025 2 held on 1 June 2025, as known on 1 July 2025" not in said
    assert "What changed since 1 June 2025 1 held on 1 June 2025, as known on 1 July 2025" in said
    html = newcomer.get("/?as_of=2025-07-01&known_on=2025-08-01").content.decode()
    (address,) = re.findall(r'href="([^"]*)">All that changed', html)
    assert "= 2 held on 1 July 2025" in newcomer.read(address.replace("&amp;", "&"))


def test_of_a_day_long_past_the_front_page_tells_what_happened_in_the_month_as_known_now(newcomer: Stranger) -> None:
    moved()
    said = newcomer.read("/?as_of=2025-07-01&known_on=2025-12-01")
    assert "What changed since 1 June 2025 2 held on 1 June 2025, as known on 1 December 2025" in said
    assert "as known on 1 November 2025" not in said


def test_it_is_not_there_where_nothing_changed_or_a_published_figure_leads(stranger: Stranger) -> None:
    for asked in ("/?as_of=2025-11-12&known_on=2025-12-01", "/?as_of=2024-11-12&known_on=2024-12-01"):
        assert 'id="changed"' not in stranger.get(asked).content.decode()


def test_the_word_coverage_opens_to_what_the_keeper_declared(newcomer: Stranger) -> None:
    place = {"name": "Bystrany", "country": "ZZ"}
    enter(*zalesia.act("Alice", "detained", "2025-05-03", 0, known="2025-07-20", place=place))
    asked = "/changes?as_of=2025-06-01&to_known_on=2025-08-01"
    assert "Late reports +1 Alice in" in newcomer.read(asked)
    enter(zalesia.coverage("2025-07-15", sentence="People of <b>Bystrany</b> too."))
    sentence = "Lantern Group, known since 15 July 2025: People of <b>Bystrany</b> too."
    opened = f"The coverage that was declared +1, declared by {sentence}"
    assert f"Coverage +1 {opened} Alice in: detained 3 May 2025" in newcomer.read(asked)
    assert "<b>Bystrany</b>" not in newcomer.get(asked).content.decode()
    assert opened in newcomer.read(f"{asked}&reason=coverage")
    (one,) = newcomer.data(f"/api{asked}")["changes"]
    assert (one["reason"], one["coverage"]["sentence"]) == ("coverage", "People of <b>Bystrany</b> too.")
    enter(zalesia.coverage("2025-07-15", access="staff"))
    assert "Late reports +1 Alice in" in newcomer.read(asked), "what is the staff's is not told to strangers"


@pytest.mark.parametrize("known_on", ["2025-07-05", "2025-08-01", "2025-12-31"])
def test_without_its_days_it_is_what_the_tally_says_changed_since(newcomer: Stranger, known_on: str) -> None:
    moved()
    front = newcomer.get(f"/?as_of=2025-07-01&known_on={known_on}").content.decode()
    (since,) = re.findall(r'id="changed">What changed since ([^<]*)<', front)
    (rest,) = re.findall(r'href="(/changes\?[^"]*)">All that changed<', front)
    asked = newcomer.read(f"/changes?to_as_of=2025-07-01&to_known_on={known_on}")
    assert f"As of {since}, as known on " in asked
    told, of_the_link = (
        said.partition("What changed, by the rule")[0] for said in (asked, newcomer.read(unescape(rest)))
    )
    assert told == of_the_link


def test_each_of_the_two_figures_has_its_page(newcomer: Stranger) -> None:
    moved()
    at = newcomer.data("/api/tally")["at"]
    enter(*zalesia.act("Ewa", "detained", "2025-05-03", 100, known="2025-05-04"))
    html = newcomer.get(f"{ASKED}&from_at={at}").content.decode()
    addresses = re.findall(r'href="(/\?[^"]*)">The (earlier|later) figure<', html)
    earlier, later = (newcomer.read(unescape(address)) for address, _ in addresses)
    assert "Counted here as of 1 June 2025, as known on 1 June 2025. Rule: held, version 1." in earlier
    assert f"Log entry {at}." in earlier
    assert "Counted here as of 1 July 2025, as known on 1 August 2025." in later
    assert f"Log entry {at}." not in later
