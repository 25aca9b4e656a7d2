"""A mapping that says too little, too much or two things: told at its line, and nothing is read by it."""

import pytest

from habeas.exchange.mapping.drafted import drafted, likely_delimiter
from habeas.exchange.prepared import FileError
from habeas.exchange.sheets.how import How, Sort

from .conftest import HEAD, PEOPLE, Prepare, column

ROWS = "No.,Name,Taken,Freed\n1,A,2021-05-03,\n"

pytestmark = pytest.mark.usefixtures("register_sqlite")


@pytest.mark.parametrize(
    ("mapping", "why"),
    [
        ('[list]\nname = "Held"\n' + column("Name", "name"), "held.toml, [list] (line 1): `keeper` is missing"),
        (HEAD + column("Taken", "detained"), "no column says `name`"),
        (HEAD + column("Name", "name") + column("Taken", ""), "columns 2 (line 10): `says` is empty"),
        (HEAD + column("Name", "name") + column("Taken", "jailed"), "'jailed', which no column says"),
        (PEOPLE + column("Age", "name"), "`says` is 'name' again"),
        (PEOPLE + column("Law", "articles"), "`of` names the act"),
        (PEOPLE + column("Law", "articles", of="sentenced"), "nothing says sentenced"),
        (PEOPLE + column("Sex", "sex"), "`words` is missing: a count is divided by sex"),
        (PEOPLE + column("Sex", "sex", words="sex"), "[words.sex], which is not there"),
        (PEOPLE + column("Sex", "sex", open="yes"), "`open` is 'yes': true or false"),
        (PEOPLE + column("Sex", "sex", open=True, order="day first"), "`order` is of dates, and sex is none"),
        (PEOPLE + column("Sex", "sex", open=True, separator=";"), "sex is said once"),
        (PEOPLE + column("X", "charged", order="backwards"), "one of day first, month first, year first"),
        (PEOPLE + column("X", "charged", calendar="hijri"), "hijri umm al-qura, hijri civil is expected"),
        (PEOPLE + column("X", "charged", colour="red"), "`colour` is not a key of [[columns]]"),
        (PEOPLE + "[file]\ndelimiter = ';;'\n", "one character is expected"),
        (PEOPLE + "[files]\n", "no section of a mapping"),
        (PEOPLE + "[constants]\nname = 'A'\n", "cannot be said of every row"),
        (PEOPLE + "[constants]\nheld = 'always'\n", "always"),
        (PEOPLE + "[constants]\ndetained = '2021'\n", "said by a column and in [constants]"),
        (PEOPLE + "[left_out]\nsuppressed = ['No.']\n", "in `key` and suppressed"),
        (PEOPLE + "[left_out]\nsuppressed = ['Taken']\n", "in [[columns]] and suppressed"),
        (PEOPLE + "[left_out]\nunused = ['Taken']\n", "named as `unused` and elsewhere"),
        (PEOPLE + "[minors]\nflag = 'Child'\n", "one needs the other"),
        (PEOPLE + "[minors]\nof_age = ['no']\n", "name its column"),
        (PEOPLE + "[minors]\nflag = 'Child'\nflagged = ['No']\nof_age = ['no']\n", "one of the two"),
        (PEOPLE + "[months]\nMai = 13\n", "a month from 1 to 12"),
        (PEOPLE.replace('key = ["No."]\n', "repeated = true\n"), "there is no `key`"),
    ],
)
def test_what_is_wrong_in_a_mapping_is_told_and_nothing_is_read(prepare: Prepare, mapping: str, why: str) -> None:
    prepared = prepare(ROWS, mapping)
    assert prepared.drafts == []
    assert any(why in problem for problem in prepared.problems), prepared.problems


def test_every_column_of_the_file_is_named(prepare: Prepare) -> None:
    with pytest.raises(FileError, match=r"has columns that held.toml does not name: Address.*suppressed"):
        prepare("No.,Name,Taken,Freed,Address\n1,A,2021,,Lime Street 3\n")
    with pytest.raises(FileError, match=r"names the column 'Freed', which held.csv does not have"):
        prepare("No.,Name,Taken\n1,A,2021\n")


def test_an_unfinished_draft_takes_no_value_by_which_counts_are_divided(prepare: Prepare) -> None:
    data = b"name,detained,sex,citizenship\nA,2021-05-03,xx?,Zz\n"
    text = drafted("held.csv", data, How(Sort.csv, ","))
    assert "open = true" not in "".join(line for line in text.splitlines() if not line.startswith(("words", "#")))
    text = text.replace('name = ""', 'name = "Held"').replace('keeper = ""', 'keeper = "Lantern Group"')
    prepared = prepare(data, text)
    assert prepared.unknown == {("sex", "xx?"): 1, ("citizenship", "Zz"): 1}
    assert [problem.partition(": ")[0] for problem in prepared.problems] == [
        "held.csv, row 2, column sex", "held.csv, row 2, column citizenship"
    ]  # fmt: skip
    text = text.replace("[words.sex]", '[words.sex]\n"xx?" = ""').replace(
        "[words.citizenship]", '[words.citizenship]\nZz = "ZL"'
    )
    assert prepare(data, text).problems == []


def test_a_draft_guesses_no_meaning_and_shows_no_cell(prepare: Prepare) -> None:
    data = b"Name;Detained;Sex;Address\nArkadz Byaly;2021;m;Lime Street 3\n;;;\n"
    text = drafted("held.csv", data, How(Sort.csv, likely_delimiter(data)))
    assert 'delimiter = ";"' in text
    assert [line for line in text.splitlines() if line.startswith("says")] == [
        'says = "name"',
        'says = "detained"',
        'says = "sex"',
        'says = ""',
    ]
    assert not any(word in text for word in ("Arkadz", "Lime", "2021"))
    problems = prepare(data, text).problems
    assert any("`name` is missing" in problem for problem in problems)
    finished = text.replace('name = ""', 'name = "Held"').replace('keeper = ""', 'keeper = "Lantern Group"')
    finished = finished.replace('column = "Address"\nsays = ""', 'column = "Address"\nsays = "place"')
    finished = finished.replace("[words.sex]", '[words.sex]\nm = "male"')
    assert prepare(data, finished).problems == []
