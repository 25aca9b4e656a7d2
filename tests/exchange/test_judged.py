"""Links, judgements and grades of a case file: of what stands in it, of what other files have, and what is refused."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from habeas.claims import identity
from habeas.exchange import importing
from habeas.exchange.prepared import FileError, Prepared
from habeas.exchange.words import judged_in_words
from habeas.register import write

from .test_bad_input import CASE as REPORT
from .test_bad_input import GOOD, PASSAGE, TEXT
from .test_tables import FIRST, imported, table

TODAY = date(2026, 11, 23)
SECOND = "More were detained than freed."
NAMED = """
[agents.vance]
name = "Ruta Vance"
sort = "person"
[records.ruta]
name = "R. Vance"
[records.yazep]
name = "Yazep Kalyada"
"""
CLAIMS = f"""
key = "three"
credibility = "2"

[[claims]]
key = "more"
words = "{SECOND}"
type = "assessment"
topics = ["release"]
statement = "More were detained than freed."
attribution = [{{ kind = "reporter_voice" }}]
"""
ALONE = '[case]\nvouched_by = "Marta Veres"\n'


def report(place: Path, *judged: str) -> Path:
    (place / "report.txt").write_text(TEXT, encoding="utf-8")
    path = place / "report.toml"
    said = REPORT.format(**(GOOD | {"more": CLAIMS})).replace("[[claims]]", NAMED + "[[claims]]", 1)
    path.write_text(said + "\n".join(judged), encoding="utf-8")
    return path


def alone(place: Path, *judged: str) -> Path:
    path = place / "links.toml"
    path.write_text(ALONE + "\n".join(judged), encoding="utf-8")
    return path


def prepared(path: Path) -> Prepared:
    found = importing.prepare(path, TODAY)
    assert found.problems == []
    return found


def bodies(found: Prepared, kind: str) -> list[dict[str, Any]]:
    return [draft.body for draft in found.drafts if draft.kind == kind]


def link(claim: str, other: str, kind: str = "contradicts") -> str:
    return f'[[links]]\nkind = "{kind}"\nclaim = {claim}\nother = {other}\n'


def judgement(one: str, other: str, more: str = "") -> str:
    return f'[[judgements]]\none = {one}\nother = {other}\nverdict = "same"\nreason = "one name"\n{more}\n'


def review(claim: str, verdict: str = "second_look", more: str = 'note = "ask the court"') -> str:
    return f'[[reviews]]\nclaim = {claim}\nverdict = "{verdict}"\n{more}\n'


def place_of(text: str, sentence: str) -> str:
    start = text.index(sentence)
    digest = identity.fingerprint(text)
    return f'{{ document = "{digest}", start = {start}, end = {start + len(sentence)}, type = "assessment" }}'


def test_two_claims_of_one_file(register_sqlite: Path, tmp_path: Path) -> None:
    found = prepared(report(tmp_path, link('"three"', '"more"'), link('"more"', '"three"', "supports")))
    one, two = (str(claim["id"]) for claim in bodies(found, "claim"))
    contradiction, support = bodies(found, "claim_link")
    assert [contradiction["claim"], contradiction["other"]] == sorted([one, two])
    assert (support["kind"], support["claim"], support["other"]) == ("supports", two, one)
    assert contradiction["id"] == identity.claim_link(write.register_key(), "contradicts", two, one)


def test_a_contradiction_is_the_same_from_either_side(register_sqlite: Path, tmp_path: Path) -> None:
    either = [bodies(prepared(report(tmp_path, link(*ends))), "claim_link") for ends in (['"three"', '"more"'],)]
    other = bodies(prepared(report(tmp_path, link('"more"', '"three"'))), "claim_link")
    assert either == [other]


def test_grades_of_a_claim_a_speaker_and_the_document(register_sqlite: Path, tmp_path: Path) -> None:
    found = prepared(report(tmp_path, '[grades]\nlantern = "B"\ndocument = "C"'))
    (credibility,) = bodies(found, "credibility")
    assert (credibility["claim"], credibility["grade"]) == (bodies(found, "claim")[0]["id"], "2")
    lantern = identity.agent_by_name(write.register_key(), "Lantern Group")
    grades = [(one["target"], one["grade"]) for one in bodies(found, "reliability")]
    assert grades == [(lantern, "B"), (bodies(found, "document")[0]["id"], "C")]


def test_reviews_of_a_claim_of_this_file_and_of_one_on_record(register: Path, tmp_path: Path) -> None:
    found = prepared(report(tmp_path, review('"three"'), review('"more"', "accepted", "")))
    three, more = (str(claim["id"]) for claim in bodies(found, "claim"))
    assert [(one["claim"], one["verdict"], one.get("note")) for one in bodies(found, "review")] == [
        (three, "second_look", "ask the court"),
        (more, "accepted", None),
    ]
    told = [(what, of) for where, what, of in judged_in_words(found) if where.startswith("review")]
    assert told[0][0] == "second look"
    assert told[0][1].endswith("”: ask the court")
    assert importing.record(found, lambda receipt: None).receipt.kinds["review"] == 2
    later = prepared(alone(tmp_path, review(place_of(TEXT, PASSAGE), "accepted", "")))
    assert bodies(later, "review")[0]["id"] == identity.review(write.register_key(), three)
    assert importing.record(later, lambda receipt: None).receipt.corrected == 1


def test_a_record_and_an_agent_are_judged_the_same(register_sqlite: Path, tmp_path: Path) -> None:
    found = prepared(report(tmp_path, judgement('"vance"', '"ruta"', 'evidence = ["three"]')))
    (one,) = bodies(found, "judgement")
    assert one["other"] == identity.agent_by_name(write.register_key(), "Ruta Vance")
    assert one["one"] == bodies(found, "record")[0]["id"]
    assert one["evidence"] == [bodies(found, "claim")[0]["id"]]


def test_what_is_judged_is_told_in_words(register_sqlite: Path, tmp_path: Path) -> None:
    path = report(tmp_path, link('"three"', '"more"'), judgement('"vance"', '"ruta"'), '[grades]\nlantern = "B"')
    told = judged_in_words(prepared(path))
    assert [kind for _, kind, _ in told] == ["contradicts", "same", "reliability B", "credibility 2"]
    assert "Ruta Vance / R. Vance: one name" in [words for _, _, words in told]
    assert told[2][0].startswith("[grades.lantern] (line ")


def test_a_claim_of_another_file_has_to_be_on_record_first(register_sqlite: Path, tmp_path: Path) -> None:
    row = '{ list = "Published tallies, Zalesia", row = ["2025-11-10", "two keepers"], column = "held" }'
    path = alone(tmp_path, link(place_of(TEXT, PASSAGE), row))
    first, second = importing.prepare(path, TODAY).problems
    for problem, line, end in ((first, 5, "claim"), (second, 6, "other")):
        assert problem.startswith(f"links.toml, link 1 (line {line}): `{end}`")
        assert problem.endswith("is not on record: import the file that has it first")
    assert "list Published tallies, Zalesia, row 2025-11-10 · two keepers, column held" in second
    imported(table(tmp_path, "2025-11-10," + FIRST))
    importing.record(prepared(report(tmp_path)), lambda receipt: None)
    found = prepared(path)
    assert found.scope is None
    ((_, kind, words),) = judged_in_words(found)
    assert (kind, "two keepers put the number held at 412." in words) == ("contradicts", True)


def test_a_row_and_column_of_the_files_own_table(register_sqlite: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "2025-11-10," + FIRST + "2025-11-17,Lantern Group,410,about,\n")
    first = '{ row = ["2025-11-10", "two keepers"], column = "held" }'
    said = path.read_text(encoding="utf-8")
    path.write_text(said + link(first, '{ row = ["2025-11-17", "Lantern Group"], column = "held" }'), encoding="utf-8")
    assert len(bodies(prepared(path), "claim_link")) == 1
    path.write_text(said + link(first, '{ row = ["2025-11-18", "nobody"], column = "held" }'), encoding="utf-8")
    (problem,) = importing.prepare(path, TODAY).problems
    assert "tallies.toml, link 1 (line 42): `other` names row 2025-11-18 · nobody, column held: this file" in problem


def test_somebody_of_another_file(register_sqlite: Path, tmp_path: Path) -> None:
    digest = identity.fingerprint(TEXT)
    name = f'{{ document = "{digest}", name = "R. Vance" }}'
    path = alone(tmp_path, judgement(name, '{ agent = "Ruta Vance" }'))
    assert "import the file that has it first" in importing.prepare(path, TODAY).problems[0]
    importing.record(prepared(report(tmp_path).with_name("report.toml")), lambda receipt: None)
    (body,) = bodies(prepared(path), "judgement")
    assert body["one"] == identity.record_in_document(write.register_key(), digest, "R. Vance", 0)


@pytest.mark.parametrize(
    ("judged", "told"),
    [
        (link('"three"', '"three"'), ["link 1 (line 44)", "one claim"]),
        (link('"three"', '"nine"'), ["link 1 (line 45)", "`other`", "'nine'", "more, three"]),
        (link('"three"', '"more"', "opposes"), ["link 1 (line 43)", "`kind`", "'opposes'", "contradicts"]),
        (link('"three"', '{ column = "held" }'), ["link 1 (line 45)", "`list`", "`start`"]),
        (link('"three"', '{ row = ["a"], column = "held" }'), ["link 1 (line 45)", "no [table]"]),
        (link('"three"', '"more"') + link('"more"', '"three"'), ["link 2 (line 46)", "link 1 (line 42)", "already"]),
        ('[[links]]\nkind = "repeats"\nclaim = "three"', ["link 1 (line 42)", "`other` is missing"]),
        ('[[links]]\nkind = "repeats"\nbecause = "x"', ["link 1 (line 44)", "`because` is not a key of a link"]),
        (judgement('"ruta"', '"ruta"'), ["judgement 1 (line 43)", "the same"]),
        (judgement('"vance"', '"lantern"'), ["judgement 1 (line 43)", "two records"]),
        (judgement('"ruta"', '"nobody"'), ["judgement 1 (line 44)", "'nobody'", "ruta, yazep"]),
        (judgement('"ruta"', '"yazep"', 'evidence = ["no"]'), ["judgement 1 (line 47)", "`evidence`", "'no'"]),
        (judgement('"ruta"', '"yazep"').replace('"one name"', '""'), ["judgement 1 (line 46)", "`reason`", "empty"]),
        (review('"nine"'), ["review 1 (line 43)", "`claim`", "'nine'", "more, three"]),
        (review('"three"', "doubtful"), ["review 1 (line 44)", "`verdict`", "'doubtful'", "accepted, second_look"]),
        (review('"three"', more=""), ["review 1 (line 42)", "`note`, is missing"]),
        (review('"three"', more='day = "today"'), ["review 1 (line 45)", "`day` is not a key of a review"]),
        (review('"three"') + review('"three"', "accepted"), ["review 2", "review 1 (line 42)", "already"]),
        ('[grades]\nlantern = "G"', ["[grades.lantern] (line 43)", "'G'", "A, B"]),
        ('[grades]\nnobody = "B"', ["[grades.nobody] (line 43)", "'nobody'", "lantern, vance"]),
    ],
)
def test_a_slip_is_told_at_its_line(register_sqlite: Path, tmp_path: Path, judged: str, told: list[str]) -> None:
    (problem,) = importing.prepare(report(tmp_path, judged), TODAY).problems
    assert problem.startswith("report.toml, ")
    for words in told:
        assert words in problem


def test_two_claims_of_one_key(register_sqlite: Path, tmp_path: Path) -> None:
    path = report(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace('"more"', '"three"'), encoding="utf-8")
    (problem,) = importing.prepare(path, TODAY).problems
    assert problem.startswith("report.toml, claim 2 (line 35): `key` is 'three', which names another claim")


def test_somebody_needs_a_document(register_sqlite: Path, tmp_path: Path) -> None:
    path = alone(tmp_path, '[records.ruta]\nname = "R. Vance"', '[grades]\ndocument = "B"')
    first, second = importing.prepare(path, TODAY).problems
    assert first.startswith("links.toml, [records.ruta] (line 3): it belongs to a document")
    assert second.startswith("links.toml, [grades.document] (line 6): it grades the document")


def test_a_block_that_is_written_as_a_section_is_refused(register_sqlite: Path, tmp_path: Path) -> None:
    path = alone(tmp_path, '[links]\nkind = "repeats"')
    with pytest.raises(FileError, match=r"links\.toml, \[links\] \(line 3\): write \[\[links\]\]"):
        importing.prepare(path, TODAY)


def test_what_is_judged_is_recorded_once(register: Path, tmp_path: Path) -> None:
    path = report(tmp_path, link('"three"', '"more"'), judgement('"vance"', '"ruta"'), '[grades]\nlantern = "B"')
    kinds = importing.record(prepared(path), lambda receipt: None).receipt.kinds
    judged = {"claim_link": 1, "judgement": 1, "reliability": 1, "credibility": 1}
    assert kinds == {"document": 1, "agent": 2, "record": 2, "claim": 2} | judged
    assert importing.compare(prepared(path)).receipt.added == 0
    path = report(tmp_path, link('"three"', '"more"'), judgement('"vance"', '"ruta"'), '[grades]\nlantern = "C"')
    outcome = importing.record(prepared(path), lambda receipt: None)
    assert (outcome.receipt.added, outcome.receipt.corrected) == (0, 1)


def test_the_other_side_may_say_it_too(register: Path, tmp_path: Path) -> None:
    importing.record(prepared(report(tmp_path, link('"three"', '"more"'))), lambda receipt: None)
    path = alone(tmp_path, link(place_of(TEXT, SECOND), place_of(TEXT, PASSAGE)))
    outcome = importing.record(prepared(path), lambda receipt: None)
    assert (outcome.receipt.added, outcome.receipt.same, outcome.missing) == (0, 1, [])


PARTED = """
[records.pavel]
name = "P. Harbar"
"""


def apart(one: str, other: str) -> str:
    return judgement(one, other).replace('"same"', '"different"')


def test_judgements_that_cannot_all_be_so_are_refused_with_the_chain(register_sqlite: Path, tmp_path: Path) -> None:
    joined = [judgement('"ruta"', '"yazep"'), judgement('"yazep"', '"pavel"')]
    path = report(tmp_path, PARTED, *joined, apart('"pavel"', '"ruta"'))
    (problem,) = importing.prepare(path, TODAY).problems
    assert "judgement " in problem
    assert re.search(
        r"R\. Vance \(\w{8}\) = Yazep Kalyada \(\w{8}\) = P\. Harbar|P\. Harbar .* = Yazep .* = R\. Vance", problem
    )
    assert importing.prepare(report(tmp_path, PARTED, *joined), TODAY).problems == []


def test_a_file_may_decide_what_was_undecided_and_not_the_opposite_of_what_stands(
    register_sqlite: Path, tmp_path: Path
) -> None:
    first = judgement('"ruta"', '"yazep"').replace('"same"', '"undecided"')
    importing.record(prepared(report(tmp_path, first)), lambda receipt: None)
    importing.record(prepared(report(tmp_path, judgement('"ruta"', '"yazep"'))), lambda receipt: None)
    (problem,) = importing.prepare(report(tmp_path, apart('"ruta"', '"yazep"')), TODAY).problems
    assert "would be one person" in problem
    back = judgement('"ruta"', '"yazep"', 'retracted = "yes"')
    importing.record(prepared(report(tmp_path, back)), lambda receipt: None)
    importing.record(prepared(report(tmp_path, apart('"ruta"', '"yazep"'))), lambda receipt: None)
