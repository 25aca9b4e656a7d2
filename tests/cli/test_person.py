"""`habeas person`: one found, several, nobody; in words and as JSON."""

from pathlib import Path

import pytest

from habeas.claims import identity
from habeas.register import write
from habeas.register.draft import Draft
from tests import zalesia

from .conftest import Habeas

NAME, OTHER = "Яўген Каляда", "Yauhen Kaliada"
SPEAKER = "Arkadz Bely"


@pytest.fixture
def known(register: Path) -> dict[str, Draft]:
    """One person under two names, about whom two claims contradict each other; and somebody with a longer name."""
    one, detained = zalesia.act(NAME, "detained", "2021-05-03")
    two, released = zalesia.act(OTHER, "released", "2021-06-03", start=20)
    third, _ = longer = zalesia.act(f"{OTHER} junior", "detained", "2022-01-01", start=40)
    linked = zalesia.link("contradicts", *sorted((str(detained.body["id"]), str(released.body["id"]))))
    zalesia.enter(one, detained, two, released, longer, linked, zalesia.judgement(one.body["id"], two.body["id"]))
    return {"one": one, "two": two, "third": third, "detained": detained, "released": released}


def test_the_page_in_words(known: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("person", "каляда", "-r", register).out
    detained, released = (str(known[key].body["id"])[:8] for key in ("detained", "released"))
    for told in (NAME, OTHER, "also written: ", "in custody, by the last that is said here: 2021-0", "2 claims"):
        assert told in out
    assert out.index("detained, 2021-05-03") < out.index("released, 2021-06-03")
    assert f"{detained} contradicts {released}" in out
    assert "where the sources disagree:" in out
    assert out.count("(Lantern Group, ") == 2
    assert "as known on" in out


def test_json_by_a_name_and_by_the_first_digits_of_any_id(
    known: dict[str, Draft], register: Path, habeas: Habeas
) -> None:
    page = habeas("person", "каляда", "-r", register, "--json").json
    assert [one["id"] for one in page["about"]] == [known[key].body["id"] for key in ("detained", "released")]
    assert page["said"] == []
    for key in ("one", "two"):
        by_id = habeas("person", str(known[key].body["id"])[:8], "-r", register, "--json").json
        assert by_id["id"] == page["id"]


def test_of_several_the_one_with_exactly_the_name(known: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("person", OTHER.lower(), "-r", register).out
    assert "where the sources disagree" in out
    beneath = out.partition("others of whom a name has these words:")[2]
    assert str(known["third"].body["id"])[:8] in beneath


def test_several(known: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("person", "Yauhen", "-r", register).out
    assert "2 people found; at" in out
    assert "also written" in out.splitlines()[0]
    assert str(known["third"].body["id"])[:8] in out
    found = habeas("person", "Yauhen", "-r", register, "--json").json
    assert (found["count"], len(found["people"])) == (2, 2)


def test_nobody(known: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("person", "Hanna", "-r", register).out
    assert out.startswith("the record does not say: nobody here is called “Hanna”; at ")
    found = habeas("person", "Hanna", "-r", register, "--json").json
    assert (found["count"], found["people"], set(found)) == (0, [], {"count", "people", "at"})
    assert "the record does not say" in habeas("person", "f" * 8, "-r", register).out


def test_what_they_said_and_how_to_see_the_rest(register: Path, habeas: Habeas) -> None:
    made = identity.agent_by_name(write.register_key(), SPEAKER)
    agent = Draft("agent", {"id": made, "name": SPEAKER, "sort": "person"}, "test")
    said = [{"agent": made, "kind": "on_record"}]
    zalesia.enter(agent, *(zalesia.claim(f"It is so {n}.", n * 20, attribution=said) for n in range(23)))
    out = habeas("person", "bely", "-r", register).out
    assert "what they said: 23 claims" in out
    assert f"and 3 more: habeas claims --speaker {made} " in out
    assert "the record does not say: no claim is about Arkadz Bely" in out
    command = out.partition("more: habeas ")[2].splitlines()[0].split()
    assert habeas(*command, "-r", register, "--json").json["count"] == 23


def test_as_of_and_known_on(known: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("person", "каляда", "--as-of", "2021-05-10", "--known-on", "2025-11-13", "-r", register).out
    assert "the record does not say: no claim is about" in out
    for option in ("--as-of", "--known-on"):
        told = habeas("person", "каляда", option, "2999-01-01", "-r", register, expect=2).err
        assert "is still to come" in " ".join(told.split())


def test_of_an_act_without_a_day_no_first_day_is_told(register: Path, habeas: Habeas) -> None:
    one, held = zalesia.act("Ales Maroz", "held", "2021-03-01")
    held.body.pop("when")
    zalesia.enter(one, held)
    out = habeas("person", "Maroz", "-r", register).out
    assert "in custody, by the last that is said here: some day up to " in out
    assert "0001" not in out
