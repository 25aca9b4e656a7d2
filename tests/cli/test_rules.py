"""`habeas rules`: the rules and lenses that can be asked by, the newest version of each, as they stand and stood."""

from pathlib import Path

from tests import zalesia

from .conftest import Habeas


def test_the_newest_version_of_each_with_what_it_says_in_full(register: Path, habeas: Habeas) -> None:
    words = ("rules", "-r", register)
    first = habeas(*words).out
    assert "Counts each person who at the end of the day" in " ".join(first.split())
    assert " ".join(first.split()).partition("1 rule, 1 lens; at ")[2]
    before = zalesia.enter(zalesia.lens("the courts"), zalesia.rule("women held", sentence="Counts women.")).head
    zalesia.enter(zalesia.rule("women held", 2, sentence="Counts each woman.", lens="the courts"))
    out = " ".join(habeas(*words).out.split())
    assert "women held 2 stock the courts Counts each woman." in out
    assert "the courts 1 Admits the courts." in out
    found = habeas(*words, "--json").json
    assert [(one["name"], one["version"]) for one in found["rules"]] == [("held", 1), ("women held", 2)]
    assert found["rules"][1]["lens"] == "the courts"
    assert [one["name"] for one in found["lenses"]] == ["every accepted claim", "the courts"]
    then = habeas(*words, "--json", "--at", str(before)).json
    assert then["rules"][1]["sentence"] == "Counts women."
