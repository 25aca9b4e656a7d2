"""The commands on a small register of Zalesia: what they print, in words and as JSON, and how they refuse."""

from pathlib import Path

import pytest

from habeas.register import log
from tests import zalesia

from .conftest import Habeas

TERMS = ["--list", "Held in Zalesia", "--keeper", "Lantern Group", "--vouched-by", "Marta Veres"]
ROWS = "name,key,detained,released\nArkadz Bely,1,2021-05-03,\nHanna Sokalich,2,2021-06,2022-01-01\n"


@pytest.fixture
def people(tmp_path: Path) -> Path:
    path = tmp_path / "people.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def imported(register: Path, habeas: Habeas, people: Path) -> Path:
    habeas("import", people, "-r", register, *TERMS)
    return register


def test_import_says_what_it_did(register: Path, habeas: Habeas, people: Path) -> None:
    told = habeas("import", people, "-r", register, *TERMS)
    assert "8 added (1 document, 1 agent, 2 records, 3 claims, 1 list_version), 0 corrected, 0 already" in told.out
    assert f"head {log.head().whole}" in told.err
    again = habeas("import", people, "-r", register, *TERMS, "--json").json
    assert (again["added"], again["same"], again["missing"], again["refused"]) == (0, 8, [], [])
    assert again["head"] == log.head().whole


def test_a_dry_run_records_nothing(register: Path, habeas: Habeas, people: Path) -> None:
    head = log.head()
    told = habeas("import", people, "-r", register, *TERMS, "--dry-run")
    assert "Arkadz Bely: detained, 3 May 2021." in told.out
    assert "would be 8 added (1 document, 1 agent, 2 records, 3 claims, 1 list_version), 0 corrected" in told.out
    shown = habeas("import", people, "-r", register, *TERMS, "--dry-run", "--json").json
    assert shown["would_record"]["claim"] == 3
    assert log.head() == head


def test_import_lists_every_problem_and_ends_with_one(register: Path, habeas: Habeas, people: Path) -> None:
    people.write_text(ROWS + "Iosif,3,2021-02-30,\nKaliada,4,soon,\n", encoding="utf-8")
    told = habeas("import", people, "-r", register, *TERMS, expect=1)
    assert "people.csv, row 4, column detained" in told.err
    assert "people.csv, row 5, column detained" in told.err
    assert "2 problems; nothing was recorded" in told.err


def test_a_refused_import_tells_of_nothing_as_recorded(register: Path, habeas: Habeas, tmp_path: Path) -> None:
    path = tmp_path / "slips.csv"
    path.write_text("name,detained,released\nA,2021-05-03,2021-04-01\nB,,\n", encoding="utf-8")
    told = habeas("import", path, "-r", register, *TERMS, expect=1)
    assert "released (2021-04-01) is before detained (2021-05-03)" in told.err
    assert "note:" not in told.err
    noted = habeas("import", path, "-r", register, *TERMS, "--as-said")
    assert "note: 1 row (2): the end is before the beginning; recorded as the list has it" in noted.err


def test_tally(imported: Path, habeas: Habeas) -> None:
    told = habeas("tally", "-r", imported, "--as-of", "2021-06-15")
    assert "1 held (at least 1, at most 2)" not in told.out.splitlines()[1:]
    assert "as of 2021-06-15" in told.out
    found = habeas("tally", "-r", imported, "--as-of", "2021-06-15", "--known-on", "2026-01-01", "--json").json
    assert (found["low"], found["best"], found["high"]) == (1, 1, 2)
    for key in ("rule", "lens", "as_of", "known_on", "at", "named"):
        assert key in found


def test_tally_at_an_older_entry_and_at_another_registers(imported: Path, habeas: Habeas) -> None:
    first = log.entry(1)
    assert first is not None
    told = habeas("tally", "-r", imported, "--as-of", "2021-06-15", "--at", f"1-{first.hash[:8]}")
    assert told.out.startswith("nobody is named here")
    assert "0 held" not in told.out
    refused = habeas("tally", "-r", imported, "--as-of", "2021-06-15", "--at", "1-00000000", expect=1)
    assert "not an entry of this register" in refused.err


def test_claims(imported: Path, habeas: Habeas) -> None:
    told = habeas("claims", "-r", imported, "--subject", "bely")
    assert "Arkadz Bely: detained, 3 May 2021." in told.out
    assert "Lantern Group" in told.out
    assert "1 claim;" in told.out
    assert habeas("claims", "-r", imported, "--json").json["count"] == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["claims", "--topic", "weather"], "'weather' is not one of tally"),
        (["claims", "--known-on", "yesterday"], "write YYYY-MM-DD"),
        (["tally", "--as-of", "2021-02-30"], "there is no day 30 (February 2021 has 28 days)"),
        (["tally", "--as-of", "2999-01-01"], "2999-01-01 is still to come: ask about a day up to"),
        (["tally", "--as-of", "2021-01-01", "--known-on", "2999-01-01"], "is still to come"),
        (["access", "open", "--by", "Marta"], "'open' is not one of public"),
        (["withdraw", "f" * 32, "--reason", "regret", "--by", "Marta"], "'regret' is not one of source_retracted"),
        (["erase", "--claim", "f" * 32], "the log keeps it"),
    ],
)
def test_a_wrong_word_is_told_with_the_right_ones(imported: Path, habeas: Habeas, words: list[str], told: str) -> None:
    assert told in " ".join(habeas(*words, "-r", imported, expect=2).err.split())


def test_access_withdraw_and_erase(imported: Path, habeas: Habeas) -> None:
    one, two, three = habeas("claims", "-r", imported, "--json").json["claims"]
    opened = habeas("access", "public", "--read-in", one["document"], "--by", "Marta Veres", "-r", imported, "--json")
    assert opened.json["claims"] == 3
    words_too = ["access", "public", "--words-of", one["document"], "--by", "Marta Veres", "-r", imported]
    assert "public now: the words of 1 document; head" in habeas(*words_too).out
    both = habeas(*words_too, "--claim", one["id"]).out
    assert "public now: 1 claim and the words of 1 document; head" in both
    ended = habeas("withdraw", two["id"], "--reason", "register_error", "--by", "Marta Veres", "-r", imported, "--json")
    assert ended.json["withdrawn"] == [two["id"]]
    words = ["--ground", "asked", "--authority", "the person", "--by", "Marta Veres", "-r", imported, "--json"]
    erased = habeas("erase", "--claim", three["id"], *words).json
    assert (erased["entries"], erased["claims"]) == (1, [three["id"]])
    left = habeas("claims", "-r", imported, "--json").json["claims"]
    assert [claim["id"] for claim in left] == [one["id"]]
    assert habeas("verify", "-r", imported, "--json").json["whole"] is True
    assert habeas("erase", "--finish", "-r", imported).out


def test_verify_and_rebuild(imported: Path, habeas: Habeas) -> None:
    head = log.head()
    assert f"the record is whole; head {head.whole}" in habeas("verify", "-r", imported, "--head", head).out
    refused = habeas("verify", "-r", imported, "--head", f"{head.seq + 5}-{'0' * 8}", expect=1)
    assert "were cut off" in refused.out
    assert head.whole in habeas("rebuild", "-r", imported).out


def test_anchor(habeas: Habeas, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Three were driven to the border. They were freed.", encoding="utf-8")
    found = habeas("anchor", path, "driven to the border", "--json").json
    assert (found["start"], found["end"]) == (11, 31)
    assert "not in the document" in habeas("anchor", path, "seven", expect=1).err


def test_a_register_that_is_not_there(habeas: Habeas, tmp_path: Path) -> None:
    told = habeas("claims", "-r", tmp_path / "none", expect=1)
    assert "there is no register" in told.err
    assert "habeas init" in told.err


def test_an_entry_that_no_log_can_have_is_refused_in_words(imported: Path, habeas: Habeas) -> None:
    asked = ["--as-of", "2021-06-15", "--at", f"{'9' * 20}-00000000"]
    assert "no log is so long" in habeas("tally", "-r", imported, *asked, expect=1).err


def test_what_stays_closed_is_told_and_what_is_no_document_refused(imported: Path, habeas: Habeas) -> None:
    one, two, _ = habeas("claims", "-r", imported, "--json").json["claims"]
    by = ["--by", "Marta Veres", "-r", imported]
    at = habeas("claims", "-r", imported, "--json").json["at"]
    habeas("access", "sealed", "--claim", two["id"][:8], *by)
    told = habeas("access", "public", "--read-in", one["document"], *by)
    assert "public now: 2 claims" in told.out
    assert "left as it was, being sealed, withdrawn for consent or law, or of somebody under age: 1 claim" in told.out
    assert habeas("access", "public", "--read-in", one["document"], *by, "--json").json["left_out"] == 1
    for option in ("--words-of", "--read-in"):
        refused = habeas("access", "public", option, one["id"], *by, expect=1)
        assert "is not a document of this register: nothing was changed" in refused.err
    then = habeas("tally", "-r", imported, "--as-of", "2021-06-15", "--at", at)
    assert f"sealed or withdrawn since entry {at}: 1 claim" in then.out


def test_a_claim_is_named_by_its_first_digits_and_counted_in_words(imported: Path, habeas: Habeas) -> None:
    one = habeas("claims", "-r", imported, "--json").json["claims"][0]["id"]
    assert "1 claim; at" in habeas("claims", "-r", imported, "--claim", one[:8]).out
    ended = habeas("withdraw", one[:8], "--reason", "register_error", "--by", "Marta Veres", "-r", imported)
    assert "withdrew 1 claim (register_error)" in ended.out
    none = habeas("claims", "-r", imported, "--claim", one).out
    assert none.startswith("the record does not say: no claim meets every condition; at ")
    assert len(none.splitlines()) == 1


def test_what_is_denied_is_shown_as_denied(register: Path, habeas: Habeas) -> None:
    zalesia.enter(zalesia.claim("Prisoners are traded.", polarity="denied"))
    assert "Denied: Prisoners are traded." in habeas("claims", "-r", register).out


def test_one_fault_is_one(register: Path, habeas: Habeas) -> None:
    (register / "heads").write_text("nonsense\n", encoding="ascii")
    assert "1 fault; head" in habeas("verify", "-r", register, expect=1).out
