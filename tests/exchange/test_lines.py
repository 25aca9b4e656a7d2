"""Where in a case file a section or a block begins."""

from habeas.exchange.lines import Lines, place_of

TEXT = """[case]
vouched_by = "Marta Veres"

[agents."Lantern Group"] # a keeper
name = "Lantern Group"

[sources.'A dispatch, "in [quotes]"']
published = "2025-11-14"

[[claims]]
rows = [
    ["2025-11-12"]
]
when = "2025"
[claims.figure]
subject = "people held"

[[ claims ]]
type = "act"

[grades]
"Lantern Group" = "B"
document = "C"
"""


def test_a_section_and_a_key_of_a_section() -> None:
    lines = Lines("report.toml", TEXT)
    assert lines.section("agents", "Lantern Group") == "report.toml, [agents.Lantern Group] (line 4)"
    assert lines.section("sources", 'A dispatch, "in [quotes]"').endswith("(line 7)")
    assert lines.section("grades", "Lantern Group").endswith("(line 22)")
    assert lines.section("grades", "document").endswith("(line 23)")


def test_a_block() -> None:
    lines = Lines("report.toml", TEXT)
    assert lines.block("claims", 0, "claim") == "report.toml, claim 1 (line 10)"
    assert lines.block("claims", 1, "claim") == "report.toml, claim 2 (line 18)"


def test_a_key_that_a_message_names_is_told_at_its_own_line() -> None:
    lines = Lines("report.toml", TEXT)
    first, second = lines.block("claims", 0, "claim"), lines.block("claims", 1, "claim")
    assert place_of(first, "`rows` is 3") == "report.toml, claim 1 (line 11)"
    assert place_of(first, "claim, `when.earliest`, is 3") == "report.toml, claim 1 (line 14)"
    assert place_of(second, "`type[0]` is 3") == "report.toml, claim 2 (line 19)"
    assert place_of(lines.section("agents", "Lantern Group"), "`name` is 3").endswith("(line 5)")
    for message in ("`subject` stands below another header", "it names no key", "`habeas anchor` prints it"):
        assert place_of(first, message) == first
    assert place_of("people.csv, row 2", "`rows` is 3") == "people.csv, row 2"


def test_what_is_written_in_another_way_is_told_without_a_line() -> None:
    lines = Lines("report.toml", "links = []\n")
    assert lines.section("agents", "viasna") == "report.toml, [agents.viasna]"
    assert lines.block("links", 0, "link") == "report.toml, link 1"
    assert lines.block_line("links", 0) is None
