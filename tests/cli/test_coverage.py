"""`habeas coverage`: what keepers declare to take in, as it stands now and stood; and how `habeas changes` tells it."""

from pathlib import Path

from habeas.claims import identity
from habeas.register import write
from tests import zalesia

from .conftest import Habeas


def test_whose_it_is_what_it_covers_and_since_when_that_was_known(register: Path, habeas: Habeas) -> None:
    words = ("coverage", "-r", register)
    assert habeas(*words).out.startswith("no keeper declares any coverage here; at ")
    period = {"original": "2020/2021", "edtf": "2020/2021", "extent": "throughout", "meaning": "window"}
    head = zalesia.enter(
        zalesia.coverage("2021-11-01", sentence="People of Bystrany too."),
        zalesia.coverage("2022-02-01", country="ZZ", period=period, list="Held", sentence="Both years too."),
    ).head
    out = " ".join(habeas(*words).out.split())
    assert "Lantern Group Bystrany People of Bystrany too. 2021-11-01" in out
    assert "Lantern Group ZZ, 2020/2021, list Held Both years too. 2022-02-01" in out
    assert out.endswith(f"2 coverages; at {head}")
    found = habeas(*words, "--json").json
    assert (found["count"], found["at"], found["access"]) == (2, str(head), "staff")
    keeper = {"id": identity.agent_by_name(write.register_key(), zalesia.LANTERN), "name": "Lantern Group"}
    one, other = found["coverage"]
    assert one == {
        "id": zalesia.coverage("2021-11-01").body["id"],
        "keeper": keeper,
        "known": "2021-11-01",
        "sentence": "People of Bystrany too.",
        "seq": one["seq"],
        "region": "Bystrany",
    }
    assert (other["country"], other["period"], other["list"]) == ("ZZ", "2020/2021", "Held")
    zalesia.enter(zalesia.coverage("2021-11-01", retracted="yes"))
    assert habeas(*words, "--json").json["coverage"] == [other]
    assert habeas(*words, "--json", "--at", str(head)).json["coverage"] == [one, other]


def test_changes_tell_which_coverage_it_was(register: Path, habeas: Habeas) -> None:
    place = {"name": "Bystrany", "country": "ZZ"}
    zalesia.enter(
        zalesia.act("Alice", "detained", "2021-05-03", 0, known="2021-07-20", place=place),
        zalesia.act("Bob", "detained", "2021-05-10", 40, known="2021-07-20"),
        zalesia.coverage("2021-07-15", sentence="People of Bystrany too."),
    )
    words = ("changes", "--as-of", "2021-06-01", "--to-known-on", "2021-08-01", "-r", register)
    said = habeas(*words).out.splitlines()
    assert said[1] == "late reports +1: 1 in"
    assert said[3:5] == [
        "coverage +1: 1 in",
        "  +1 declared by Lantern Group, known since 2021-07-15: People of Bystrany too.",
    ]
    assert said[5].startswith("  Alice (in): detained 3 May 2021, said Lantern Group, known on 2021-07-20 [")
    told = {one["name"]: one.get("coverage") for one in habeas(*words, "--json").json["changes"]}
    made = {"id": zalesia.coverage("2021-07-15").body["id"], "known": "2021-07-15"}
    assert told == {"Bob": None, "Alice": made | {"sentence": "People of Bystrany too."}}
