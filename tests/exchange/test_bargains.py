"""[[bargains]] of a case file: what is recorded of it, a version that stands, and every slip at its line and key."""

from pathlib import Path

import pytest

from habeas.bargain.terms import Acted, Reaches
from habeas.claims.act import Act
from habeas.claims.bargain import HangsOn, Stage
from habeas.claims.vocabulary import Access
from habeas.exchange import importing
from habeas.exchange.prepared import Prepared
from habeas.exchange.words import versioned_in_words
from habeas.register import bargains, read, verify

from .test_judged import TODAY
from .test_tables import FIRST, imported, table

HEAD = """[case]
vouched_by = "Marta Veres"
access = "public"
[document]
citation = "Bystritsa Courier, 14 June 2024"
published = "2024-06-14"
[agents.norland]
name = "Norland"
sort = "authorities"
[agents.president]
name = "Oldar Vostarny"
sort = "person"
[[claims]]
key = "ban"
start = 0
end = 10
passage = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee"
type = "commitment"
topics = ["negotiation"]
statement = "Norland undertook to suspend its ban on sawn timber by 1 July 2024."
attribution = [{ kind = "reporter_voice" }]
"""
BARGAIN = """[[bargains]]
name = "Prisoners and timber"
version = 1
sentence = "46 prisoners for the ban on sawn timber."
parties = ["norland", "president"]
lenses = ["every accepted claim"]
"""
SUSPEND = """[[bargains.commitments]]
key = "suspend the ban"
party = "norland"
to = "president"
undertakes = "to suspend the ban on sawn timber"
stage = "undertaken"
rests_on = ["ban"]
window = { edtf = "../2024-07-01", original = "by the first of July" }
condition = { on = "after", words = "if forty are freed", query = { kind = "acted", acts = ["pardoned"], count = 40 } }
query = { kind = "reaches", issuer = "Norland", targets = ["timber"], status = "suspended" }
verification = "The Norland Gazette."
"""


def case(place: Path, *blocks: str) -> Path:
    path = place / "bargain.toml"
    path.write_text(HEAD + "".join(blocks), encoding="utf-8")
    return path


def prepared(path: Path) -> Prepared:
    return importing.prepare(path, TODAY)


def test_it_is_recorded_once_with_all_that_it_says(register: Path, tmp_path: Path) -> None:
    path = case(tmp_path, BARGAIN, SUSPEND)
    assert versioned_in_words(prepared(path)) == [
        ("bargain 1 (line 22)", "Prisoners and timber, version 1", "46 prisoners for the ban on sawn timber.")
    ]
    assert imported(path).receipt.kinds["bargain"] == 1
    assert imported(path).receipt.added == 0
    (found,) = bargains.bargains(read.view(None, Access.public))
    (one,) = found.commitments
    assert (one.stage, one.to, str(one.window.last), one.window.first) == (
        Stage.undertaken,
        found.parties[1],
        "2024-07-01",
        None,
    )
    assert one.condition is not None
    assert (one.condition.on, one.condition.query) == (HangsOn.after, Acted(frozenset({Act.pardoned}), 40))
    assert isinstance(one.query, Reaches)
    assert list(verify.faults()) == []


def test_it_may_stand_in_a_table_file_and_rest_on_its_rows(register_sqlite: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "2025-11-10," + FIRST)
    agents = "\n[agents.norland]\nname = 'Norland'\n[agents.president]\nname = 'Oldar Vostarny'\n"
    row = '[{ row = ["2025-11-10", "two keepers"], column = "held" }]'
    text = path.read_text(encoding="utf-8") + agents + BARGAIN + SUSPEND.replace('["ban"]', row)
    path.write_text(text, encoding="utf-8")
    found = prepared(path)
    assert found.problems == []
    (one,) = (draft.body for draft in found.drafts if draft.kind == "bargain")
    claims = {str(claim.body["id"]) for claim in found.claims()}
    assert set(one["commitments"][0]["rests_on"]) <= claims


def test_a_version_stands_and_another_stands_beside_it(register: Path, tmp_path: Path) -> None:
    imported(case(tmp_path, BARGAIN, SUSPEND))
    changed = SUSPEND.replace("sawn timber", "all timber")
    (problem,) = prepared(case(tmp_path, BARGAIN, changed)).problems
    assert problem.startswith("bargain.toml, bargain 1 (line 24): bargain Prisoners and timber")
    assert "version 1" in problem
    imported(case(tmp_path, BARGAIN.replace("version = 1", "version = 2"), changed))
    assert [one.version for one in bargains.bargains(read.view(None, Access.public))] == [1, 2]


SLIPS = [
    ("party", 'party = "norland"\nto', 'party = "norway"\nto', "commitment 'suspend the ban': `party` names 'norway'"),
    ("no key", 'key = "suspend the ban"\n', "", "commitment 1: `key` is missing"),
    ("stage", '"undertaken"', '"promised"', "`commitments[0].stage`, is 'promised'"),
    ("rests on nothing", '["ban"]', "[]", "`rests_on`: name at least one claim"),
    ("another claim", '["ban"]', '["bam"]', "`rests_on` names 'bam', which is not the `key` of a claim"),
    ("no such kind", '"reaches"', '"reach"', "kind"),
    ("a key too many", "verification", "verify", "`verify` is not a key of a commitment"),
    ("no date", "../2024-07-01", "../2024-07-32", "`window`: ../2024-07-32"),
    ("a table", "window = {", "window = 5 # {", "`window.edtf` is 5"),
    ("no condition", '{ on = "after", words', "{ words", "`condition.on` is missing"),
    ("unchecked", ', query = { kind = "acted", acts = ["pardoned"], count = 40 }', "", "lacks `query`"),
    ("a number", "count = 40", "count = 0", "`commitments[0].condition.query.count`, is 0"),
    ("a status", '"suspended" }', '"lifted" }', "`commitments[0].query.status`, is 'lifted'"),
]


@pytest.mark.parametrize(("before", "after", "told"), [slip[1:] for slip in SLIPS], ids=[slip[0] for slip in SLIPS])
def test_every_slip_is_told_and_nothing_is_recorded(
    register_sqlite: Path, tmp_path: Path, before: str, after: str, told: str
) -> None:
    assert before in SUSPEND
    found = prepared(case(tmp_path, BARGAIN, SUSPEND.replace(before, after, 1)))
    assert any(told in one for one in found.problems), found.problems
    assert all(one.startswith("bargain.toml, bargain 1 (line ") for one in found.problems)


def test_the_slips_of_every_commitment_are_told_at_once(register_sqlite: Path, tmp_path: Path) -> None:
    other = SUSPEND.replace("suspend the ban", "lift the ban", 1).replace('["ban"]', "[]")
    found = prepared(case(tmp_path, BARGAIN, SUSPEND.replace('"norland"\nto', '"norway"\nto'), other)).problems
    assert [one.partition("): ")[2].partition(":")[0] for one in found] == [
        "commitment 'suspend the ban'",
        "commitment 'lift the ban'",
    ]


def test_slips_of_the_bargain_itself(register_sqlite: Path, tmp_path: Path) -> None:
    def problems(*blocks: str) -> str:
        return "; ".join(prepared(case(tmp_path, *blocks)).problems)

    assert "`commitments` is missing" in problems(BARGAIN)
    assert "`name` is 'a@b'" in problems(BARGAIN.replace("Prisoners and timber", "a@b"), SUSPEND)
    assert "a bargain of one name has each once" in problems(BARGAIN, SUSPEND, BARGAIN, SUSPEND)
    assert "give each a key of its own" in problems(BARGAIN, SUSPEND, SUSPEND)
    misspelt = BARGAIN.replace("every accepted claim", "every acepted claim")
    assert "`lenses` names 'every acepted claim', which is not a lens" in problems(misspelt, SUSPEND)
    chancery = '[[lenses]]\nname = "the chancery"\nversion = 1\nsentence = "What it says."\nspeakers = ["norland"]\n'
    of_it = BARGAIN.replace("every accepted claim", "the chancery")
    assert "chancery" in problems(of_it, SUSPEND)
    assert problems(chancery, of_it, SUSPEND) == ""
    assert "write [[bargains.commitments]]" in problems(BARGAIN + 'commitments = "none"\n')


def test_the_words_must_be_on_record_before(register_sqlite: Path, tmp_path: Path) -> None:
    place = '[{ document = "Courier", start = 0, end = 10, type = "commitment" }]'
    found = prepared(case(tmp_path, BARGAIN, SUSPEND.replace('["ban"]', place)))
    assert "is not on record: import the file that has it first" in "; ".join(found.problems)
