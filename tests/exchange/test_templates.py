"""Templates of a table case: for which rows they are, what is left out, groups of a row, somebody whom a cell names."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.claims import identity
from habeas.exchange.case import parse_toml
from habeas.exchange.prepared import Prepared
from habeas.exchange.table import prepare_table

KEY, TODAY = b"k" * 32, date(2026, 11, 23)
HEAD = "day,body,count,how,place,second,source\n"
ROWS = (
    "2025-11-12,Lantern Group,3,pardon,Zareche,,Courier 14 November 2025\n"
    "2025-11-20,Lantern Group,10 (more than),pardon,,ministry,\n"
)
CASE = """
[case]
vouched_by = "Marta Veres"
[table]
file = "releases.csv"
list = "Releases in Zalesia"
key = ["day", "body"]
source_column = "source"
{more}
[agents."Lantern Group"]
name = "Lantern Group"
[agents.ministry]
name = "Interior Ministry of Zalesia"
sort = "authorities"
[records.yazep]
name = "Yazep Kalyada"
[groups.all]
name = "all who were freed"
[cited.list]
citation = "Lantern Group, list"
[words.by]
pardon = ""
"""
BLOCK = """
[[claims]]
column = "count"
type = "figure"
topics = ["release"]
statement = "{count} people were freed."
attribution = [{ agent = "{body}", kind = "on_record" }]
"""


def prepared(place: Path, *blocks: str, rows: str = ROWS, more: str = "") -> Prepared:
    (place / "releases.csv").write_text(HEAD + rows, encoding="utf-8")
    path = place / "releases.toml"
    path.write_text(CASE.replace("{more}", more) + "".join(blocks), encoding="utf-8")
    return prepare_table(path, *parse_toml(path), KEY, TODAY)


def bodies(found: Prepared, kind: str = "claim") -> list[dict[str, Any]]:
    assert found.problems == []
    return [draft.body for draft in found.drafts if draft.kind == kind]


def block(*lines: str) -> str:
    return BLOCK + "".join(f"{line}\n" for line in lines)


def test_a_template_for_some_rows_and_one_for_all_others(tmp_path: Path) -> None:
    only = block('rows = [["2025-11-20", "Lantern Group"]]', "ordinal = 0").replace("{count}", "More than ten")
    others = block('except_rows = [["2025-11-20", "Lantern Group"]]')
    said = [(one["anchor"]["row"], one["statement"]) for one in bodies(prepared(tmp_path, only, others))]
    assert sorted(said) == [(2, "3 people were freed."), (3, "More than ten people were freed.")]


def test_what_comes_out_empty_is_left_out(tmp_path: Path) -> None:
    said = block('place = { name = "{place}", country = "{how:by}" }', 'cites = ["list", "{how:by}"]').replace(
        'kind = "on_record" }', 'kind = "on_record", terms = "{how:by}" }, { agent = "{second}", kind = "official" }'
    )
    first, second = bodies(prepared(tmp_path, said))
    assert first["place"] == {"name": "Zareche"}
    assert "place" not in second
    assert [sorted(link) for link in first["attribution"]] == [["agent", "kind"]]
    assert [link["kind"] for link in second["attribution"]] == ["on_record", "official"]
    assert (len(first["cites"]), len(second["cites"])) == (2, 1)


def test_a_needed_key_that_comes_out_empty_fails_with_its_own_error(tmp_path: Path) -> None:
    (problem,) = prepared(tmp_path, BLOCK.replace("{count} people were freed.", "{place}")).problems
    assert problem == (
        "releases.csv, row 3, column count: claim, `statement`, is missing (the template: releases.toml, line 24)"
    )


def test_every_detail_and_word_may_have_slots(tmp_path: Path) -> None:
    (one,) = bodies(
        prepared(
            tmp_path,
            block(
                'rows = [["2025-11-20", "Lantern Group"]]',
                'modality = "{how:says}"',
                'polarity = "{how:denied}"',
                'participants = [{ role = "subject", record = "yazep" }, { role = "asked", agent = "{second}" }]',
                'recognition = { record = "yazep", bodies = ["{body}"] }',
                'figure = { subject = "people freed", kind = "flow", unit = "persons", low = "10.5", high = "11" }',
                'commitment = { party = "{second}", undertakes = "to free {count}" }',
                'measure_event = { kind = "license", issuer = "{body}", target = "x" }',
                'act = { kind = "released", group = "all" }',
                "[words.says]",
                'pardon = "hedged"',
                "[words.denied]",
                '"*" = "denied"',
            ),
        )
    )
    assert (one["modality"], one["polarity"]) == ("hedged", "denied")
    assert (one["figure"]["low"], one["figure"]["high"]) == ("10.5", "11")
    assert [part["name"] for part in one["participants"]] == ["Yazep Kalyada", "Interior Ministry of Zalesia"]
    assert one["commitment"] == {"party": "ministry", "undertakes": "to free 10 (more than)"}
    assert one["act"]["group"] == identity.group_in_document(KEY, "Releases in Zalesia", "all who were freed")


def test_the_group_of_a_row(tmp_path: Path) -> None:
    acts = block(
        'except_rows = [["2025-11-20", "Lantern Group"]]',
        'group = { name = "freed on {day}, as {body} says", low = "{count}", high = "{count}", unit = "persons" }',
        'participants = [{ role = "subject", group = "row" }]',
        'act = { kind = "released", group = "row" }',
    )
    found = prepared(tmp_path, acts)
    (claim,) = bodies(found)
    _, group = bodies(found, "group")
    assert (group["low"], group["high"], group["list"]) == (3, 3, "Releases in Zalesia")
    assert claim["participants"] == [
        {"role": "subject", "group": group["id"], "name": "freed on 2025-11-12, as Lantern Group says"}
    ]
    assert claim["act"] == {"kind": "released", "group": group["id"]}
    assert group["id"] == identity.group_in_document(KEY, "Releases in Zalesia", group["name"])


def test_what_is_named_belongs_to_the_list_and_not_to_an_edition(tmp_path: Path) -> None:
    first, second = prepared(tmp_path, BLOCK), prepared(tmp_path, BLOCK, rows=ROWS + "2025-12-01,ministry,1,,,,\n")
    for kind in ("record", "group", "agent"):
        assert [one["id"] for one in bodies(first, kind)] == [one["id"] for one in bodies(second, kind)]
    (record,) = bodies(first, "record")
    assert record["list"] == "Releases in Zalesia"
    assert record["document"] != bodies(second, "record")[0]["document"]


def test_what_is_judged_stands_before_what_judges_it(tmp_path: Path) -> None:
    found = prepared(tmp_path, "[grades]\nministry = 'C'\n", block('credibility = "2"'))
    kinds = list(dict.fromkeys(draft.kind for draft in found.drafts))
    assert kinds == ["document", "agent", "record", "group", "claim", "list_version", "reliability", "credibility"]
    assert len(bodies(found, "credibility")) == 2


@pytest.mark.parametrize(
    ("blocks", "told"),
    [
        ([block('rows = [["2025-11-13", "Lantern Group"]]')], ["releases.toml, claim 1 (line 24)", "no row of"]),
        ([block('rows = [["2025-11-12"]]')], ["releases.toml, claim 1 (line 30)", "`rows`", "day, body"]),
        ([block('rows = "2025-11-12"')], ["releases.toml, claim 1 (line 30)", "a list of rows"]),
        ([block("rows = []", "except_rows = []")], ["line 30", "one of them says all"]),
        ([BLOCK, BLOCK], ["claim 2 (line 31)", "row 2, column count, ordinal 0", "claim 1 (line 24)", "`ordinal`"]),
        ([BLOCK.replace("{body}", "{who}")], ["releases.toml, claim 1 (line 24)", "'who'", "second"]),
        ([BLOCK.replace("{count} p", "{count:no} p")], ["claim 1 (line 24)", "[words.no]", "by"]),
        ([BLOCK.replace('column = "count"', 'column = "held"')], ["claim 1 (line 24)", "'held'"]),
        ([BLOCK.replace('column = "count"\n', "")], ["claim 1 (line 24)", "`column` is missing"]),
        ([block("start = 3")], ["claim 1 (line 30)", "`start` is not a key of a template"]),
        ([block('key = "freed"')], ["claim 1 (line 24)", "'freed'", "by its row and column"]),
        (
            [block('act = { kind = "released", group = "row" }')],
            ["releases.csv, row 2", "'row'", "[groups]", "line 24"],
        ),
        ([block('group = { name = "freed" }')], ["releases.csv, row 3", "row 2 has a group of the same name"]),
        (
            [block('group = { name = "{day}", low = "{count}" }')],
            ["releases.csv, row 3, column count", "`group.low`", "10 (more than)", "a whole number"],
        ),
        (
            [block('measure_event = { kind = "lift", issuer = "a", target = "b" }')],
            ["releases.csv, row 2, column count", "`measure_event.kind`", "'lift'", "announce, impose", "line 24"],
        ),
        (
            [BLOCK.replace('column = "count"', 'column = "place"\nrows = [["2025-11-20", "Lantern Group"]]')],
            ["releases.csv, row 3, column place", "empty", "line 24"],
        ),
        (["[words.other]\nthree = 3\n"], ["releases.toml, [words.other] (line 24)", "`three` is 3", "in quotes"]),
        (["[groups.row]\nname = 'x'\n", BLOCK], ["releases.toml, [groups.row] (line 23)", "another key"]),
        (["[agents.nobody]\nsort = 'person'\n", BLOCK], ["releases.toml, [agents.nobody] (line 23)", "`name`"]),
    ],
)
def test_a_slip_in_a_template_is_told_at_its_line(tmp_path: Path, blocks: list[str], told: list[str]) -> None:
    problem = prepared(tmp_path, *blocks).problems[0]
    for words in told:
        assert words in problem
    if "releases.toml, claim" in problem:
        assert len(prepared(tmp_path, *blocks).problems) == 1


def test_an_act_after_the_day_of_its_source_or_else_of_the_table_is_refused(tmp_path: Path) -> None:
    acts = block('when = "{day}"', 'act = { kind = "released" }')
    source = '[sources."Courier 14 November 2025"]\npublished = "2025-11-10"\n'
    first, second = prepared(tmp_path, source, acts, more='published = "2025-11-15"').problems
    assert first.startswith("releases.csv, row 2, column count: `when` is 2025-11-12: it happened after")
    assert "was published, on 2025-11-10: check the year" in first
    assert "row 3, column count: `when` is 2025-11-20" in second
    assert "on 2025-11-15" in second
    assert prepared(tmp_path, source.replace("-10", "-14"), acts).problems == []
