"""Two claims judged to report one act, and somebody who is one of a group: from the case file to what a count reads."""

from pathlib import Path

import pytest

from habeas.claims.vocabulary import Access
from habeas.exchange import importing
from habeas.exchange.words import judged_in_words
from habeas.register import judged, read, verify
from habeas.register.counting import Counting, counting

from .test_judged import ALONE, TODAY, prepared
from .test_tables import imported

ROWS = """day,who,count,named
2025-09-03,Lantern Group,12,
2025-09-03,Ministry,14,Zoya Vrubel
"""
CASE = """[case]
vouched_by = "Marta Veres"
[table]
file = "freed.csv"
list = "Freed in Zalesia"
key = ["who"]
[agents."Lantern Group"]
name = "Lantern Group"
[agents.Ministry]
name = "Ministry"
[records.zoya]
name = "Zoya Vrubel"

[[claims]]
column = "count"
group = { name = "freed {day}, as {who} counts", low = "{count}", high = "{count}", unit = "persons" }
type = "act"
topics = ["release"]
statement = "Those whom {who} counted were freed."
attribution = [{ agent = "{who}", kind = "on_record" }]
when = "{day}"
participants = [{ role = "subject", group = "row" }]
act = { kind = "released", group = "row" }

[[claims]]
column = "named"
key = "zoya_freed"
group = { name = "freed {day}, as {who} counts", low = "{count}", high = "{count}", unit = "persons" }
type = "act"
topics = ["release"]
statement = "Zoya Vrubel was freed."
attribution = [{ agent = "{who}", kind = "on_record" }]
when = "{day}"
participants = [{ role = "subject", record = "zoya", group = "row" }]
act = { kind = "released", record = "zoya" }

[[claims]]
column = "count"
ordinal = 1
rows = [["Ministry"]]
key = "how_many"
type = "assessment"
topics = ["release"]
statement = "It was the third round."
attribution = [{ agent = "{who}", kind = "on_record" }]
"""
OURS, THEIRS = (
    '{ claim = { row = ["Lantern Group"], column = "count" } }',
    '{ claim = { row = ["Ministry"], column = "count" } }',
)
ELSEWHERE = 'list = "Freed in Zalesia", '


def judgement(one: str, other: str, more: str = "") -> str:
    return f'\n[[judgements]]\none = {one}\nother = {other}\nverdict = "same"\nreason = "one gate"\n{more}'


def freed(place: Path, *more: str) -> Path:
    (place / "freed.csv").write_text(ROWS, encoding="utf-8")
    path = place / "freed.toml"
    path.write_text(CASE + "".join(more), encoding="utf-8")
    return path


def counted() -> Counting:
    return counting(read.view(None, Access.staff))


def acts() -> dict[str, str]:
    """The claims of acts, by the name that each writes."""
    return {str(one.name): one.claim for one in counted().acts}


def test_two_claims_of_one_table_are_one_act(register: Path, tmp_path: Path) -> None:
    imported(freed(tmp_path, judgement(OURS, THEIRS)))
    both = {acts()["freed 2025-09-03, as Lantern Group counts"], acts()["freed 2025-09-03, as Ministry counts"]}
    (pair,) = counted().same
    assert set(pair) == both
    assert judged.judgements(read.view(None, Access.staff)) == []
    assert list(verify.faults()) == []
    again = imported(freed(tmp_path, judgement(THEIRS, OURS)))
    assert (again.receipt.added, again.receipt.corrected) == (0, 0)
    imported(freed(tmp_path, judgement(OURS, THEIRS, 'retracted = "yes"')))
    assert counted().same == frozenset()


def test_a_claim_of_another_file_is_judged_by_its_place(register_sqlite: Path, tmp_path: Path) -> None:
    path = tmp_path / "judged.toml"
    ends = (one.replace("row", ELSEWHERE + "row") for one in (OURS, THEIRS))
    path.write_text(ALONE + judgement(*ends), encoding="utf-8")
    first, second = importing.prepare(path, TODAY).problems
    assert first.startswith(
        "judged.toml, judgement 1 (line 5): `one`, the claim with list Freed in Zalesia, row Lantern"
    )
    assert second.endswith("is not on record: import the file that has it first")
    imported(freed(tmp_path))
    found = prepared(path)
    (told,) = judged_in_words(found)
    assert told[1] == "same"
    assert "“Those whom Lantern Group counted were freed.” / “Those whom Ministry counted were freed.”: one" in told[2]
    imported(path)
    assert len(counted().same) == 1


def test_who_is_named_is_a_member_of_the_group_of_the_row(register_sqlite: Path, tmp_path: Path) -> None:
    imported(freed(tmp_path))
    found = counted()
    (member,) = found.memberships
    assert found.groups[member.group].name == "freed 2025-09-03, as Ministry counts"
    assert (found.groups[member.group].low, found.groups[member.group].high) == (14, 14)
    assert acts()["Zoya Vrubel"] == member.claim


@pytest.mark.parametrize(
    ("judged_so", "told"),
    [
        (judgement(OURS, OURS), "(line 48): `one` and `other` are the same"),
        (judgement(OURS, '"zoya"'), "(line 48): of `one` and `other` only one is a claim"),
        (judgement('"Ministry"', OURS), "(line 48): of `one` and `other` only one is a claim"),
        (judgement('{ claim = "how_many" }', OURS), "(line 48): `one` reports no act"),
        (judgement(OURS, '{ claim = "nobody" }'), "(line 49): `other` names 'nobody', which is not the `key`"),
        (judgement(OURS, '{ claim = { row = ["Courier"], column = "count" } }'), "makes no such claim"),
        (judgement(OURS, "{ claim = 3 }"), "(line 49): `other` is 3"),
    ],
)
def test_a_slip_is_told_at_its_line(register_sqlite: Path, tmp_path: Path, judged_so: str, told: str) -> None:
    (problem,) = importing.prepare(freed(tmp_path, judged_so), TODAY).problems
    assert problem.startswith("freed.toml, judgement 1 ")
    assert told in problem


def test_a_claim_on_record_that_reports_no_act_is_not_judged_so(register_sqlite: Path, tmp_path: Path) -> None:
    imported(freed(tmp_path))
    path = tmp_path / "judged.toml"
    ends = (one.replace("row", ELSEWHERE + "row") for one in (OURS, THEIRS.replace('"count"', '"count", ordinal = 1')))
    path.write_text(ALONE + judgement(*ends), encoding="utf-8")
    (problem,) = importing.prepare(path, TODAY).problems
    assert problem.startswith("judged.toml, judgement 1 (line 6): `other`, the claim with list Freed in Zalesia")
    assert problem.endswith("reports no act: of two claims it is judged whether they report one act")
