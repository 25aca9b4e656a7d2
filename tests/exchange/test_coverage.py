"""[[coverage]] of a case or table file: what is recorded of it, a later word, and every slip at its line."""

import re
from pathlib import Path

import pytest

from habeas.claims import identity
from habeas.claims.vocabulary import Access
from habeas.exchange import importing
from habeas.exchange.words import judged_in_words
from habeas.register import judged, read, verify, write

from .test_judged import TODAY, bodies, prepared
from .test_tables import FIRST, imported, table

HEAD = """[case]
vouched_by = "Marta Veres"
access = "public"
[agents.north]
name = "Northern Watch"
"""
REGION = """[[coverage]]
keeper = "north"
region = "Bystrany"
known = 2021-11-01
sentence = "People of Bystrany too."
"""
PERIOD = """[[coverage]]
keeper = "north"
country = "ZZ"
list = "Held in the north"
from = 2020-03
to = "2020-05"
known = "2021-12"
sentence = "Arrests of spring 2020 too."
"""


def case(place: Path, *blocks: str) -> Path:
    path = place / "coverage.toml"
    path.write_text(HEAD + "".join(blocks), encoding="utf-8")
    return path


def test_a_file_of_coverage_reads_no_document_and_is_entered_once(register: Path, tmp_path: Path) -> None:
    path = case(tmp_path, REGION, PERIOD.replace("2020-03", '"2020-03"'))
    assert imported(path).receipt.kinds == {"agent": 1, "coverage": 2}
    assert (imported(path).receipt.added, imported(path).receipt.same) == (0, 3)
    one, other = judged.coverages(read.view(None, Access.public))
    north = identity.agent_by_name(write.register_key(), "Northern Watch")
    assert (one.keeper, one.region, one.known.isoformat(), one.period) == (north, "Bystrany", "2021-11-01", None)
    assert (other.country, other.list, other.region) == ("ZZ", "Held in the north", None)
    assert (other.period, str(other.first), str(other.last)) == ("2020-03/2020-05", "2020-03-01", "2020-05-31")
    assert other.known.isoformat() == "2021-12-31", "of an uncertain day the latest"
    assert list(verify.faults()) == []


def test_a_later_word_on_the_same_supersedes_and_takes_back(register: Path, tmp_path: Path) -> None:
    imported(case(tmp_path, REGION))
    assert imported(case(tmp_path, REGION.replace("2021-11-01", "2021-11-05"))).receipt.corrected == 1
    (one,) = judged.coverages(read.view(None, Access.public))
    assert one.known.isoformat() == "2021-11-05"
    path = case(tmp_path, REGION + 'retracted = "yes"\n')
    assert [one[1:] for one in judged_in_words(prepared(path))] == [
        ("no coverage any more", "Northern Watch: People of Bystrany too.")
    ]
    assert imported(path).receipt.corrected == 1
    assert judged.coverages(read.view(None, Access.public)) == ()
    assert imported(case(tmp_path, REGION)).receipt.corrected == 1
    assert len(judged.coverages(read.view(None, Access.public))) == 1


def test_before_it_is_recorded_it_is_told_in_words(register_sqlite: Path, tmp_path: Path) -> None:
    found = judged_in_words(prepared(case(tmp_path, REGION)))
    assert found == [("coverage 1 (line 6)", "coverage, known 2021-11-01", "Northern Watch: People of Bystrany too.")]


def test_it_may_stand_in_a_table_file(register_sqlite: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "2025-11-10," + FIRST)
    text = path.read_text(encoding="utf-8") + "\n[agents.north]\nname = 'Northern Watch'\n" + REGION
    path.write_text(text, encoding="utf-8")
    (one,) = bodies(prepared(path), "coverage")
    assert one["region"] == "Bystrany"


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (REGION.replace('region = "Bystrany"\n', ""), "no `region`, no `country` and no period (`from`, `to`)"),
        (REGION.replace('keeper = "north"\n', ""), "`keeper` is missing"),
        (REGION.replace("known = 2021-11-01\n", ""), "`known` is missing"),
        (REGION.replace('sentence = "People of Bystrany too."\n', ""), "`sentence` is missing"),
        (REGION.replace('"north"', '"south"'), "`keeper` names 'south', which is not in [agents]; known: north"),
        (REGION.replace("2021-11-01", "2999-11-01"), "`known` is 2999-11-01, which lies after today"),
        (REGION.replace("2021-11-01", '"2021-11-01/.."'), "has no last day"),
        (REGION.replace("2021-11-01", '"soon"'), "`known`: "),
        (REGION + "from = 2021-05-01\nto = 2021-04-01\n", "`from` and `to`: "),
        (REGION + 'country = "Zalesia"\n', "`country`, is 'Zalesia': a country code such as BY"),
        (REGION + "retracted = true\n", "`retracted` is True: text is expected, in quotes"),
        (REGION + 'retracted = "perhaps"\n', "`retracted`, is 'perhaps': yes or no"),
        (REGION + 'district = "North"\n', "`district` is not a key of a coverage"),
        (REGION + REGION, "says what this keeper takes in of the same already"),
    ],
)
def test_a_slip_is_told_at_its_line(register_sqlite: Path, tmp_path: Path, block: str, told: str) -> None:
    found = importing.prepare(case(tmp_path, block), TODAY)
    (problem,) = found.problems
    assert told in problem
    assert problem.startswith("coverage.toml, coverage ")
    assert "(line " in problem


def test_what_the_guide_shows_stands_in_its_example_and_is_recorded(register_sqlite: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "guide"
    (block,) = re.findall(r"(?s)```toml\n(.*?)```", (guide / "coverage.md").read_text(encoding="utf-8"))
    assert block in (guide / "example" / "coverage.toml").read_text(encoding="utf-8")
    assert imported(guide / "example" / "coverage.toml").receipt.kinds == {"agent": 1, "coverage": 1}
    (one,) = judged.coverages(read.view(None, Access.public))
    assert (one.region, one.known.isoformat()) == ("Bystrany", "2025-09-01")
