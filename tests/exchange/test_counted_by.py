"""Rules and lenses of a case file: what is recorded of them, versions that never change, and every slip at its line."""

from pathlib import Path
from typing import Any

import pytest

from habeas.claims import identity
from habeas.claims.vocabulary import Access
from habeas.exchange import importing
from habeas.exchange.prepared import FileError
from habeas.exchange.words import versioned_in_words
from habeas.register import log, read, verify, write
from habeas.register.counted_by import lenses, rules

from .test_judged import TODAY, bodies, prepared
from .test_tables import FIRST, imported, table

HEAD = """[case]
vouched_by = "Marta Veres"
access = "public"
[agents.lantern]
name = "Lantern Group"
"""
RULE = """[[rules]]
name = "freed"
version = 1
sentence = "Counts who left custody that month."
quantity = "outflow"
unit = "detentions"
states = ["serving", "police", "police"]
period = "month"
"""
LENS = """[[lenses]]
name = "the Lantern Group"
version = 1
sentence = "Admits what the Lantern Group says."
speakers = ["lantern"]
"""


def case(place: Path, *blocks: str, head: str = HEAD) -> Path:
    path = place / "rules.toml"
    path.write_text(head + "".join(blocks), encoding="utf-8")
    return path


def said(path: Path, kind: str) -> list[dict[str, Any]]:
    return bodies(prepared(path), kind)


def test_a_file_of_rules_and_lenses_reads_no_document_and_is_entered_once(register: Path, tmp_path: Path) -> None:
    path = case(tmp_path, RULE, LENS)
    assert imported(path).receipt.kinds == {"agent": 1, "rule": 1, "lens": 1}
    assert (imported(path).receipt.added, imported(path).receipt.same) == (0, 3)
    seen = read.view(None, Access.public)
    assert [(one.name, one.period) for one in rules(seen)] == [("freed", "month")]
    lantern = identity.agent_by_name(write.register_key(), "Lantern Group")
    assert [one.speakers for one in lenses(seen)] == [{lantern}]
    assert list(verify.faults()) == []


def test_the_order_of_words_and_what_is_left_out_say_nothing(register_sqlite: Path, tmp_path: Path) -> None:
    (one,) = said(case(tmp_path, RULE), "rule")
    (same,) = said(case(tmp_path, RULE.replace('["serving", "police", "police"]', '["police", "serving"]')), "rule")
    assert one == same
    (plain,) = said(case(tmp_path, RULE + 'complete = "no"\n'), "rule")
    assert one == plain
    (lens,) = said(case(tmp_path, LENS), "lens")
    (stated,) = said(case(tmp_path, LENS + 'modalities = ["claimed", "asserted"]\n'), "lens")
    assert lens == stated
    assert lens["modalities"] == ["asserted", "claimed"]
    (accepted,) = said(case(tmp_path, LENS + 'review = "accepted"\n'), "lens")
    assert lens == accepted
    (either,) = said(case(tmp_path, LENS + 'review = "any"\n'), "lens")
    assert either == lens | {"review": "any"}


def test_every_key_is_recorded(register_sqlite: Path, tmp_path: Path) -> None:
    stock = RULE.replace('"outflow"', '"stock"').replace('"detentions"', '"persons"').replace('period = "month"\n', "")
    more = """recognised_by = ["lantern"]
where = { sex = "f", citizenship = "ZL" }
leaving_day = "counted"
stale_after = 365
territory = "ZZ"
from = 2020-08-09
to = "2026-12-31"
complete = "yes"
"""
    (body,) = said(case(tmp_path, stock + more), "rule")
    lantern = identity.agent_by_name(write.register_key(), "Lantern Group")
    assert body["recognised_by"] == [lantern]
    assert body["where"] == [{"property": "citizenship", "value": "ZL"}, {"property": "sex", "value": "f"}]
    assert (body["leaving_day"], body["complete"], body["stale_after"]) == ("yes", "yes", 365)
    assert (body["territory"], body["first"], body["last"]) == ("ZZ", "2020-08-09", "2026-12-31")


def test_without_access_a_rule_is_the_staffs(register_sqlite: Path, tmp_path: Path) -> None:
    (body,) = said(case(tmp_path, RULE, head='[case]\nvouched_by = "Marta Veres"\n'), "rule")
    assert body["access"] == "staff"


def test_a_changed_rule_is_a_new_version(register: Path, tmp_path: Path) -> None:
    imported(case(tmp_path, RULE, LENS))
    head = log.head()
    changed = RULE.replace("that month", "in that month"), LENS.replace("Admits", "Admits all")
    first, second = importing.prepare(case(tmp_path, *changed), TODAY).problems
    assert first == (
        "rules.toml, rule 1 (line 8): rule freed, version 1, is on record with another content: "
        "a rule that changes is a new version: write version = 2"
    )
    assert second.startswith("rules.toml, lens 1 (line 16): lens the Lantern Group, version 1, is on record with")
    assert log.head() == head
    imported(case(tmp_path, changed[0].replace("version = 1", "version = 2")))
    stand = rules(read.view(None, Access.public))
    assert [one.sentence[-9:] for one in stand] == ["at month.", "at month."]
    assert [one.version for one in stand] == [1, 2]


def test_rules_beside_the_claims_of_a_table(register_sqlite: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "2025-11-10," + FIRST)
    path.write_text(path.read_text(encoding="utf-8") + RULE, encoding="utf-8")
    assert imported(path).receipt.kinds["rule"] == 1


def test_they_are_told_in_words(register_sqlite: Path, tmp_path: Path) -> None:
    told = versioned_in_words(prepared(case(tmp_path, RULE, LENS)))
    assert told == [
        ("rule 1 (line 6)", "freed, version 1", "Counts who left custody that month."),
        ("lens 1 (line 14)", "the Lantern Group, version 1", "Admits what the Lantern Group says."),
    ]


def changed(block: str, before: str, after: str) -> str:
    assert before in block
    return block.replace(before, after)


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (changed(RULE, '"freed"', '"Held"'), ["rule 1 (line 7)", "`name` is 'Held'", "is built in"]),
        (changed(RULE, '"freed"', '"freed@2"'), ["rule 1 (line 7)", "no @"]),
        (changed(RULE, '"freed"', '" freed"'), ["rule 1 (line 7)", "`name`"]),
        (changed(LENS, '"the Lantern Group"', '"every accepted claim"'), ["lens 1 (line 7)", "is built in"]),
        (changed(RULE, '"freed"', '"hel\\u200bd"'), ["rule 1 (line 7)", "cannot be seen", "U+200B"]),
        (changed(RULE, '"freed"', '"held\\ufe0f"'), ["rule 1 (line 7)", "cannot be seen", "U+FE0F"]),
        (changed(RULE, '"freed"', '"fre\\u0007ed"'), ["rule 1 (line 7)", "cannot be seen", "U+0007"]),
        (changed(RULE, '"freed"', '"ｈéld"'), ["rule 1 (line 7)", "is built in"]),
        (changed(LENS, '"the Lantern Group"', '"Every áccepted claim"'), ["lens 1 (line 7)", "is built in"]),
        (changed(RULE, "version = 1\n", ""), ["rule 1 (line 6)", "`version` is missing"]),
        (changed(RULE, "version = 1", 'version = "1"'), ["rule 1 (line 8)", "`version` is '1'"]),
        (changed(RULE, "version = 1", "version = 0"), ["rule 1 (line 8)", "`version`", "is 0"]),
        (changed(RULE, "states =", "state ="), ["rule 1 (line 12)", "`state` is not a key of a rule"]),
        (
            changed(RULE, 'period = "month"\n', ""),
            ["rule 1 (line 6)", "`period`, is missing", "day, month, year, ever"],
        ),
        (changed(RULE, '"month"', '"week"'), ["rule 1 (line 13)", "'week'", "day, month, year, ever"]),
        (changed(RULE, '"outflow"', '"stock"'), ["rule 1 (line 13)", "`period`, is said of a stock"]),
        (changed(RULE, '"outflow"', '"flow"'), ["rule 1 (line 10)", "'flow'", "stock, inflow, outflow"]),
        (changed(RULE, '["serving", "police", "police"]', "[]"), ["rule 1 (line 12)", "at least one"]),
        (changed(RULE, '["serving", "police", "police"]', '["prison"]'), ["rule 1 (line 12)", "'prison'"]),
        (RULE + 'recognised_by = ["courier"]\n', ["rule 1 (line 14)", "'courier'", "[agents]", "lantern"]),
        (RULE + 'where = "women"\n', ["rule 1 (line 14)", "`where`", "sex"]),
        (RULE + "where = { sex = 1 }\n", ["rule 1 (line 14)", "`where.sex` is 1"]),
        (RULE + 'leaving_day = "yes"\n', ["rule 1 (line 14)", '"counted" or "not counted"']),
        (RULE + 'leaving_day = "counted"\n', ["rule 1 (line 14)", "`leaving_day`", "of an outflow"]),
        (RULE + 'complete = "perhaps"\n', ["rule 1 (line 14)", '"yes" or "no"']),
        (RULE + "stale_after = 0\n", ["rule 1 (line 14)", "`stale_after`", "is 0"]),
        (RULE + "from = 2020-13-01\n", []),
        (RULE + 'from = "2020"\n', ["rule 1 (line 14)", "`from`", "YYYY-MM-DD"]),
        (RULE + "from = 2021-02-03\nto = 2021-02-02\n", ["rule 1 (line 15)", "`to` is 2021-02-02, before `from`"]),
        (RULE + RULE, ["rule 2 (line 16)", "`version` is 1, as at rules.toml, rule 1 (line 6)"]),
        (changed(LENS, '["lantern"]', '"lantern"'), ["lens 1 (line 10)", "`speakers`", "a list"]),
        (LENS + 'kinds = ["shouted"]\n', ["lens 1 (line 11)", "'shouted'", "on_record"]),
        (LENS + "kinds = [1]\n", ["lens 1 (line 11)", "holds 1"]),
        (LENS + 'reliability = "F"\n', ["lens 1 (line 11)", "a grade from A to E"]),
        (LENS + 'credibility = "0"\n', ["lens 1 (line 11)", "a grade from 1 to 5"]),
        (LENS + 'polarity = "denied"\n', ["lens 1 (line 11)", "`polarity` is not a key of a lens"]),
    ],
)
def test_a_slip_is_told_at_its_line(register_sqlite: Path, tmp_path: Path, block: str, told: list[str]) -> None:
    path = case(tmp_path, block)
    if not told:  # TOML itself refuses the day
        with pytest.raises(FileError, match=r"rules\.toml"):
            importing.prepare(path, TODAY)
        return
    (problem,) = importing.prepare(path, TODAY).problems
    assert problem.startswith("rules.toml, ")
    for words in told:
        assert words in problem


def test_a_rule_may_name_the_lens_that_it_is_asked_with(register_sqlite: Path, tmp_path: Path) -> None:
    with_lens = RULE + 'lens = "the Lantern Group"\n'
    (problem,) = importing.prepare(case(tmp_path, with_lens), TODAY).problems
    assert "`lens` names 'the Lantern Group', which is not a lens of this register or of this file" in problem
    imported(case(tmp_path, with_lens, LENS))
    assert [one.lens for one in rules(read.view(None, Access.public))] == ["the Lantern Group"]
    assert imported(case(tmp_path, with_lens)).receipt.added == 0, "the register has that lens"
