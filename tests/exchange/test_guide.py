"""The guide's pages on recording a report, a table, rules and lenses: their examples prepare, their keys are told."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.claims import anchor as anchors
from habeas.claims.vocabulary import Door
from habeas.claims.when import When
from habeas.exchange.bargains import BARGAIN_KEYS, COMMITMENT_KEYS, CONDITION_KEYS
from habeas.exchange.case import CASE_KEYS, SECTIONS, parse_toml, prepare_case
from habeas.exchange.claim_draft import AS_WRITTEN, CLAIM_KEYS, DETAILS, PLACE
from habeas.exchange.counted_by import LENS_KEYS, RULE_KEYS
from habeas.exchange.judged import CLAIM_PLACES, JUDGEMENT_KEYS, LINK_KEYS, SOMEBODY_PLACES
from habeas.exchange.people import ATTRIBUTES, OTHER, ListTerms, prepare_people
from habeas.exchange.prepared import Prepared
from habeas.exchange.table import TABLE_KEYS, prepare_table
from habeas.exchange.template import GROUP_KEYS, OWN_KEYS

GUIDE = Path(__file__).parents[2] / "docs" / "guide"
EXAMPLE = GUIDE / "example"
MEASURES = "recording-measures-and-counts.md"
PAGES = ("recording-a-report.md", "recording-a-table.md", "rules-and-lenses.md")
KEY, TODAY = b"k" * 32, date(2026, 11, 23)
OF_A_CASE = {*SECTIONS, *CASE_KEYS, *CLAIM_KEYS, *PLACE, *AS_WRITTEN, *DETAILS}
OF_A_TABLE = {*TABLE_KEYS, *OWN_KEYS, *GROUP_KEYS, *ATTRIBUTES, *OTHER}
OF_JUDGEMENTS = {*LINK_KEYS, *JUDGEMENT_KEYS, *frozenset().union(*CLAIM_PLACES, *SOMEBODY_PLACES)}
OF_COUNTING = {*RULE_KEYS, *LENS_KEYS}


def page(name: str) -> str:
    """The words of a page, which stays short enough to be read at once."""
    text = (GUIDE / name).read_text(encoding="utf-8")
    assert len(text.splitlines()) < 200
    return text


def blocks(name: str) -> list[str]:
    """The pieces of case files that a page shows."""
    return re.findall(r"```toml\n(.*?)```", page(name), re.DOTALL)


def report() -> Prepared:
    tables, data = parse_toml(EXAMPLE / "report.toml")
    return prepare_case(EXAMPLE / "report.toml", tables, data, KEY, TODAY, lambda digest: None, None)


def releases() -> Prepared:
    tables, data = parse_toml(EXAMPLE / "releases.toml")
    return prepare_table(EXAMPLE / "releases.toml", tables, data, KEY, TODAY)


def bodies(prepared: Prepared, kind: str = "claim") -> list[dict[str, Any]]:
    assert prepared.problems == []
    return [draft.body for draft in prepared.drafts if draft.kind == kind]


def test_the_report_of_the_guide_prepares() -> None:
    prepared = report()
    assert len(bodies(prepared)) == 9
    (assurance,) = (claim for claim in bodies(prepared) if claim["type"] == "assurance")
    names = {agent["id"]: agent["name"] for agent in bodies(prepared, "agent")}
    assert [names[link["agent"]] for link in assurance["attribution"]] == [
        "two people who were there",
        "Ruta Vance",
        "Interior Ministry of Zalesia",
    ]


def test_the_report_of_the_guide_is_judged() -> None:
    prepared = report()
    (link,), (judgement,) = bodies(prepared, "claim_link"), bodies(prepared, "judgement")
    acts = [claim["id"] for claim in bodies(prepared) if claim.get("act", {}).get("kind") in ("held", "released")]
    assert {link["claim"], link["other"]} <= set(acts)
    assert (judgement["verdict"], len(judgement["evidence"])) == ("undecided", 2)
    assert [grade["grade"] for grade in bodies(prepared, "reliability")] == ["B", "D"]
    assert [grade["grade"] for grade in bodies(prepared, "credibility")] == ["4"]


def test_the_table_of_the_guide_prepares() -> None:
    prepared = releases()
    figures = [claim for claim in bodies(prepared) if claim["type"] == "figure"]
    assert [(one["figure"]["comparator"], one["figure"]["low"]) for one in figures] == [
        ("=", "12"),
        ("=", "14"),
        ("~", "3"),
    ]
    assert [one["known"]["basis"] for one in figures] == ["published", "assumed", "published"]
    assert [(one["low"], one["high"]) for one in bodies(prepared, "group")] == [(12, 12), (14, 14), (3, 3)]
    assert [one["name"] for one in bodies(prepared, "record")] == ["Maryna Vyalikaya"]
    assert "from memory" not in {one.get("citation") for one in bodies(prepared, "document")}
    (link,), (judgement,) = bodies(prepared, "claim_link"), bodies(prepared, "judgement")
    assert {link["claim"], link["other"]} == {figures[0]["id"], figures[1]["id"]}
    freed = [claim for claim in bodies(prepared) if claim.get("act", {}).get("group")]
    assert {judgement["one"], judgement["other"]} == {freed[0]["id"], freed[1]["id"]}
    (maryna,) = (one for claim in bodies(prepared) for one in claim.get("participants", ()) if "record" in one)
    assert maryna["group"] == freed[2]["act"]["group"]


def test_the_rules_of_the_guide_prepare() -> None:
    tables, data = parse_toml(EXAMPLE / "rules.toml")
    prepared = prepare_case(EXAMPLE / "rules.toml", tables, data, KEY, TODAY, lambda digest: None, None)
    assert [(one["name"], one["quantity"]) for one in bodies(prepared, "rule")] == [
        ("women held", "stock"),
        ("recognised by the Lantern Group", "stock"),
        ("freed", "outflow"),
    ]
    assert [one["access"] for one in bodies(prepared, "lens")] == ["public", "public"]


def test_the_words_that_the_guide_looks_for_are_in_its_example() -> None:
    (said,) = re.findall(r'habeas anchor report\.txt "(.*?)"', page(PAGES[0]))
    found = anchors.find_words((EXAMPLE / "report.txt").read_text(encoding="utf-8"), said)
    assert found.end - found.start == len(said)


def test_the_list_of_the_guide_prepares() -> None:
    terms = ListTerms("Held in Zalesia", "Lantern Group", "Marta Veres", When.of("2025-11-10"))
    people = prepare_people("people.csv", (EXAMPLE / "people.csv").read_bytes(), terms, KEY, TODAY)
    assert len(bodies(people, "record")) == 3


@pytest.mark.parametrize(
    ("name", "example"), [(PAGES[0], "report.toml"), (PAGES[1], "releases.toml"), (PAGES[2], "rules.toml")]
)
def test_what_a_page_shows_of_a_case_stands_in_its_example(name: str, example: str) -> None:
    whole = (EXAMPLE / example).read_text(encoding="utf-8")
    assert len(blocks(name)) == 2
    for block in blocks(name):
        assert block in whole


@pytest.mark.parametrize("word", sorted(OF_A_CASE | OF_A_TABLE | OF_JUDGEMENTS))
def test_a_key_is_in_the_guide(word: str) -> None:
    told = "\n".join(page(name) for name in (*PAGES[:2], "recording-a-list.md"))
    assert re.search(rf"[\[`\n]{word}\b|`\{{ [^`]*\b{word} = ", told)


@pytest.mark.parametrize("word", ["announced", "issued", "effective", "until", "announces", "licence", *map(str, Door)])
def test_what_a_measure_and_a_count_can_say_is_in_the_guide(word: str) -> None:
    assert re.search(rf"`{word}\b", page(MEASURES))


@pytest.mark.parametrize("word", sorted(BARGAIN_KEYS | COMMITMENT_KEYS | CONDITION_KEYS | {"original", "freed"}))
def test_what_a_bargain_can_say_is_in_the_guide(word: str) -> None:
    assert re.search(rf"`{word}`", page("recording-a-bargain.md"))


@pytest.mark.parametrize("word", sorted(OF_COUNTING))
def test_a_key_of_a_rule_or_a_lens_is_in_the_guide(word: str) -> None:
    assert re.search(rf"^\|.*`{word}`.*\|", page(PAGES[2]), re.MULTILINE)


@pytest.mark.parametrize("word", sorted(SECTIONS - {"document"}))
def test_a_section_is_told_where_it_is_used(word: str) -> None:
    tables = {"table", "sources", "words"}
    assert re.search(rf"`\[+{word}\b", page(PAGES[word in tables]))
