"""The report of February 2025, whole: every paragraph of it, in our words, and each trap in it met.

No database: the case is prepared with a fixed key, and what it would record is looked at.
"""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from habeas.archive import extract, store
from habeas.claims import anchor as anchors
from habeas.claims.vocabulary import Topic
from habeas.exchange.case import parse_toml, prepare_case
from habeas.exchange.prepared import Prepared

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases" / "belarus"
REPORT = CASES / "report-2025-02.toml"
KEY, TODAY = b"k" * 32, date(2026, 11, 23)
RUN = 8  # words in a row that no file of ours may share with the report
LONGEST = 90  # letters: an anchor is the shortest passage that carries its claim

TABLES, DATA = parse_toml(REPORT)
BY_KEY = {raw["key"]: index for index, raw in enumerate(TABLES["claims"])}

ATTENDED, SMITH = ("people who attended", "anonymous"), ("Christopher W. Smith", "official")
LUKASHENKO = ("Aleksandr G. Lukashenko", "official")
VOICE = ("", "reporter_voice")


def prepared_with(given: Path | None) -> Prepared:
    prepared = prepare_case(REPORT, TABLES, DATA, KEY, TODAY, lambda digest: None, given)
    assert prepared.problems == []
    return prepared


@pytest.fixture(scope="module")
def report() -> Prepared:
    return prepared_with(None)


@pytest.fixture
def held(shared: Path) -> Path:
    path = shared / "seed" / "report.txt"
    if not path.exists():
        pytest.skip("the report itself is not beside this checkout")
    return path


def claims(prepared: Prepared) -> list[dict[str, Any]]:
    return [one.body for one in prepared.claims()]


def claim(prepared: Prepared, key: str) -> dict[str, Any]:
    return claims(prepared)[BY_KEY[key]]


def names(prepared: Prepared) -> dict[str, str]:
    return {str(one.body["id"]): str(one.body.get("name")) for one in prepared.drafts}


def chain(prepared: Prepared, body: dict[str, Any]) -> list[tuple[str, str]]:
    """Who speaks in what manner, outermost first."""
    known = names(prepared)
    return [(known.get(link.get("agent", ""), ""), link["kind"]) for link in body["attribution"]]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + RUN]) for at in range(len(said) - RUN + 1)}


def test_the_case_prepares_without_the_report(report: Prepared) -> None:
    assert (report.warnings, report.holdings) == ([], [])
    assert (report.vouched_by, report.access.name) == ("the habeas founders", "staff")
    assert len(claims(report)) > 150
    assert {body["known"]["earliest"] for body in claims(report)} == {"2025-02-15"}


def test_every_topic_of_the_twelve_has_claims(report: Prepared) -> None:
    topics = Counter(topic for body in claims(report) for topic in body["topics"])
    assert set(topics) == {topic.value for topic in Topic}
    assert min(topics.values()) >= 5


def test_the_anchors_fit_the_report(held: Path, report: Prepared) -> None:
    assert store.sha256(held.read_bytes()) == TABLES["document"]["sha256"]
    with_it = prepared_with(held)
    text = extract.extract(held.read_bytes(), "text/plain").text
    for body in claims(with_it):
        place = body["anchor"]
        assert anchors.characters(text, place["start"], place["end"]).body() == place
        assert place["end"] - place["start"] <= LONGEST
    assert [body["id"] for body in claims(with_it)] == [body["id"] for body in claims(report)]


def test_every_paragraph_is_read_to_its_end(held: Path, report: Prepared) -> None:
    """What no claim stands on is a speaker's name, a date or a joining word: under a third of any paragraph."""
    text = extract.extract(held.read_bytes(), "text/plain").text
    carried = {at for body in claims(report) for at in range(body["anchor"]["start"], body["anchor"]["end"])}
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    assert len(paragraphs) == 28
    for start, end in paragraphs:
        here = carried & set(range(start, end))
        assert len(here) > 0.6 * (end - start), text[start : start + 40]


def test_no_anchor_goes_over_a_paragraph(held: Path, report: Prepared) -> None:
    text = extract.extract(held.read_bytes(), "text/plain").text
    assert [body for body in claims(report) if "\n" in text[body["anchor"]["start"] : body["anchor"]["end"]]] == []


def test_the_claims_stand_in_the_order_of_the_report(report: Prepared) -> None:
    headings = [int(number) for number in re.findall(r"^# --- (\d+)\. ", DATA.decode(), re.MULTILINE)]
    assert headings == list(range(1, 29))
    starts = [body["anchor"]["start"] for body in claims(report)]
    assert all(later - earlier > -400 for earlier, later in pairwise(starts)), "a claim stands with another paragraph"


def test_no_sentence_of_the_report_is_in_a_file_of_ours(held: Path) -> None:
    text = runs(held.read_text(encoding="utf-8"))
    for path in sorted([*CASES.rglob("*.toml"), *CASES.rglob("*.csv"), *(ROOT / "docs").rglob("*.md")]):
        shared = text & runs(path.read_text(encoding="utf-8"))
        assert {" ".join(run) for run in shared} == set(), path.name


def test_the_reporter_speaks_only_where_nobody_else_does(report: Prepared) -> None:
    for body in claims(report):
        kinds = [kind for _, kind in chain(report, body)]
        assert kinds == ["reporter_voice"] or "reporter_voice" not in kinds


@pytest.mark.parametrize(
    ("key", "speakers"),
    [
        ("held_1226", [("Viasna", "on_record")]),
        ("freed_200", [VOICE]),
        ("more_arrested", [("opposition activists", "unnamed_group")]),
        ("would_release", [ATTENDED, SMITH]),
        ("would_relax_potash", [ATTENDED, SMITH]),
        ("assurance", [ATTENDED, SMITH, LUKASHENKO]),
        ("no_ill_health", [ATTENDED, SMITH]),
        ("briefing", [ATTENDED]),
        ("huge_win", [SMITH]),
        ("claimed_87", [LUKASHENKO]),
        ("not_the_leader", [("Igor Tur", "state_media")]),
        ("little_impact", [("Artyom Shraibman", "on_record")]),
        ("last_dictatorship", [("Condoleezza Rice", "official")]),
        ("only_when_arrests_stop", [("Franak Viacorka", "on_record")]),
        ("province", [("Aleksandr G. Lukashenko", "attributed_belief")]),
    ],
)
def test_who_says_so(report: Prepared, key: str, speakers: list[tuple[str, str]]) -> None:
    assert chain(report, claim(report, key)) == speakers


@pytest.mark.parametrize("key", ["potash_fertilizer", "major_producer", "putin_consolidated", "biggest_landslide"])
def test_a_gloss_inside_somebodys_sentence_is_the_reporters(report: Prepared, key: str) -> None:
    assert chain(report, claim(report, key)) == [VOICE]


@pytest.mark.parametrize(
    ("key", "edtf", "meaning"),
    [
        ("three_freed", "2025-02-12", "happened"),
        ("trump_call", "2025-02-11~", "happened"),
        ("briefing", "2025-02-13", "happened"),
        ("would_release", "2025-02-13", "told"),
        ("held_1226", "2025-02-10/2025-02-15", "as_of"),
        ("freed_200", "../2025-02-15~", "window"),
        ("kolesnikova_held", "2025-02-15~", "state_seen"),
        ("power_1994", "1994", "happened"),
        ("union_agreement", "199X", "happened"),
        ("putin_consolidated", "2005/2025-02-15~", "happened"),
        ("tentative_talks", "2024", "happened"),
    ],
)
def test_a_day_is_as_sure_as_the_report_has_it(report: Prepared, key: str, edtf: str, meaning: str) -> None:
    when = claim(report, key)["when"]
    assert (when["edtf"], when["meaning"]) == (edtf, meaning)


@pytest.mark.parametrize("key", ["appealed", "advisers", "repression_followed", "invasion", "abortive_thrust"])
def test_what_the_report_does_not_date_has_no_date(report: Prepared, key: str) -> None:
    assert "when" not in claim(report, key)


def test_who_is_counted_and_not_named_stays_a_group(report: Prepared) -> None:
    freed = claim(report, "three_freed")
    groups = {one.body["id"]: one.body for one in report.drafts if one.kind == "group"}
    assert (groups[freed["act"]["group"]]["low"], groups[freed["act"]["group"]]["high"]) == (3, 3)
    acts = [body for body in claims(report) if "act" in body]
    assert {names(report)[body["act"]["record"]] for body in acts if "record" in body["act"]} == {"Maria Kolesnikova"}
    assert [one.body["name"] for one in report.drafts if one.kind == "record"] == ["Maria Kolesnikova"]


def test_a_name_spelt_two_ways_is_one_agent(report: Prepared) -> None:
    one, other = claim(report, "little_impact"), claim(report, "shraibman_carnegie")
    speaker = one["attribution"][0]["agent"]
    (written,) = other["participants"]
    assert (written["agent"], written["name"]) == (speaker, "Mr. Schraibman")
    assert claim(report, "good_for_prisoners")["attribution"][0]["agent"] == speaker


@pytest.mark.parametrize(
    ("key", "comparator", "low"),
    [
        ("held_1226", "=", "1226"),
        ("freed_200", ">", "200"),
        ("three_count", "=", "3"),
        ("claimed_87", "=", "87"),
        ("seven_elections", "=", "7"),
        ("age_70", "=", "70"),
        ("year_and_half", "<", "1.5"),
        ("more_arrested", ">", None),
        ("lithuania_cheaper", "<", None),
    ],
)
def test_how_a_number_stands(report: Prepared, key: str, comparator: str, low: str | None) -> None:
    figure = claim(report, key)["figure"]
    assert (figure["comparator"], figure.get("low")) == (comparator, low)


def test_no_figure_has_a_number_that_the_report_does_not_print(held: Path, report: Prepared) -> None:
    text = held.read_text(encoding="utf-8").replace(",", "")
    for body in claims(report):
        figure = body.get("figure", {})
        assert all(figure.get("printed", figure[end]) in text for end in ("low", "high") if end in figure)


def test_each_side_of_the_bargain_undertakes_in_return(report: Prepared) -> None:
    offers = [body["commitment"] for body in claims(report) if body["type"] == "offer" and "commitment" in body]
    assert {one["party"] for one in offers} == {"Aleksandr G. Lukashenko", "United States"}
    assert all("in_return_for" in one for one in offers)
    assert [one for one in offers if "window" in one] == []


def test_the_condition_about_new_arrests_is_nobodys_promise(report: Prepared) -> None:
    condition = claim(report, "only_when_arrests_stop")
    assert (condition["type"], condition["modality"]) == ("position", "normative")
    assert "commitment" not in condition
    undertaken = [body["commitment"]["undertakes"] for body in claims(report) if "commitment" in body]
    assert [said for said in undertaken if "arrest" in said] == []


def test_silence_is_a_claim_and_who_is_silent_does_not_speak(report: Prepared) -> None:
    silent = [body for body in claims(report) if body["type"] == "no_comment"]
    roles = {(one["role"], one["name"]) for body in silent for one in body["participants"]}
    assert roles == {("asked", "State Department"), ("silent", "Mr. Smith"), ("silent", "Belarus")}
    assert all(chain(report, body) == [VOICE] for body in silent)


def test_what_state_television_denies_is_a_denial_and_an_insinuation(report: Prepared) -> None:
    denied = [body for body in claims(report) if body["polarity"] == "denied"]
    assert denied == [claim(report, "not_the_leader")]
    assert (denied[0]["type"], denied[0]["modality"]) == ("denial", "insinuated")


def test_flat_contradictions_stand_side_by_side(report: Prepared) -> None:
    links = [one.body for one in report.drafts if one.kind == "claim_link"]
    apart = {frozenset((body["claim"], body["other"])) for body in links if body["kind"] == "contradicts"}
    for one, other in (("lifeline", "little_impact"), ("rumour_ill", "no_ill_health")):
        assert frozenset((claim(report, one)["id"], claim(report, other)["id"])) in apart


def test_what_is_known_through_unnamed_people_says_on_what_terms(report: Prepared) -> None:
    links = [link for body in claims(report) for link in body["attribution"] if link["kind"] == "anonymous"]
    assert len(links) > 10
    assert {link["terms"] for link in links} == {"not to be named: the meeting was confidential"}
