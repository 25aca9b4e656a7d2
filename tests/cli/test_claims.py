"""`habeas claims`: by every condition, what contradicts what, and how it refuses."""

from pathlib import Path

import pytest

from habeas.claims import identity
from habeas.claims.canonical import Body
from habeas.register import write
from habeas.register.draft import Draft
from tests import zalesia

from .conftest import Habeas

NAME, OTHER = "Яўген Каляда", "Yauhen Kaliada"


@pytest.fixture
def told(register: Path) -> dict[str, Draft]:
    """Four claims by name: two that contradict each other, one that repeats the first, one of nobody."""
    one, detained = zalesia.act(NAME, "detained", "2021-05-03")
    two, released = zalesia.act(OTHER, "released", "2021-05-03", start=20)
    ground: Body = dict(detained.body["act"]) | {"ground": "a post"}
    detained = Draft("claim", detained.body | {"act": ground}, "test")
    again = zalesia.claim("So it was.", 40, cites=["c" * 64])
    denied = zalesia.claim("Prisoners are traded.", 60, polarity="denied")
    ids = {"detained": detained, "released": released, "again": again, "denied": denied}
    links = [
        zalesia.link("contradicts", *sorted((detained.body["id"], released.body["id"]))),
        zalesia.link("repeats", again.body["id"], detained.body["id"]),
    ]
    joined = zalesia.judgement(one.body["id"], two.body["id"])
    source = zalesia.document("c" * 64)
    zalesia.enter(source, one, two, *ids.values(), *links, joined)
    return ids


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--polarity", "denied"], {"denied"}),
        (["--role", "subject"], {"detained", "released"}),
        (["--role", "subject", "--subject", "kaliada"], {"released"}),
        (["--says", "ground"], {"detained"}),
        (["--linked", "repeats"], {"detained", "again"}),
        (["--alone"], {"released", "denied"}),
        (["--cites", "c" * 64], {"again"}),
        (["--person", OTHER], {"detained", "released"}),
        (["--person", "каляда", "--type", "act"], {"detained", "released"}),
    ],
)
def test_each_condition(
    told: dict[str, Draft], register: Path, habeas: Habeas, words: list[str], found: set[str]
) -> None:
    shown = habeas("claims", *words, "-r", register, "--json").json
    assert {one["id"] for one in shown["claims"]} == {told[key].body["id"] for key in found}
    assert shown["count"] == len(found)


def test_a_person_by_the_first_digits_of_any_id(told: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    for name in (NAME, OTHER):
        one = str(zalesia.record(name).body["id"])
        assert habeas("claims", "--person", one[:8], "-r", register, "--json").json["count"] == 2


def test_contradictions_are_told_once_under_the_table(told: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    one, two = (str(told[key].body["id"])[:8] for key in ("detained", "released"))
    both = habeas("claims", "-r", register).out
    assert both.count("contradicts") == 1
    assert f"{one} contradicts {two}\n" in both
    alone = habeas("claims", "--claim", one, "-r", register).out
    assert f"{one} contradicts {two}, which is not printed here" in alone


def test_the_grade_is_a_column_where_one_was_judged(told: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    assert "grade" not in habeas("claims", "-r", register).out
    lantern = identity.agent_by_name(write.register_key(), zalesia.LANTERN)
    zalesia.enter(zalesia.grade("reliability", lantern, "B"))
    out = habeas("claims", "-r", register).out
    assert "grade" in out.splitlines()[0]
    assert "B6" in out


def test_nothing_found(told: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    out = habeas("claims", "--text", "weather", "-r", register).out
    assert out.startswith("the record does not say: no claim meets every condition; at ")
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["--polarity", "maybe"], "'maybe' is not one of affirmed, denied"),
        (["--says", "weather"], "'weather' is not one of announced, announces, articles"),
        (["--linked", "likes"], "'likes' is not one of contradicts, supports"),
    ],
)
def test_wrong_words(register: Path, habeas: Habeas, words: list[str], wanted: str) -> None:
    assert wanted in " ".join(habeas("claims", *words, "-r", register, expect=2).err.split())


def test_a_person_who_is_nobody_or_several(told: dict[str, Draft], register: Path, habeas: Habeas) -> None:
    nobody = habeas("claims", "--person", "Arkadz", "-r", register, expect=1).err
    assert "nobody here is called “Arkadz”" in nobody
    third = zalesia.act("Hanna Kaliada", "detained", "2022-01-01", start=80)
    zalesia.enter(third)
    several = habeas("claims", "--person", "Kaliada", "-r", register, expect=1).err
    assert f"Hanna Kaliada ({str(third[0].body['id'])[:8]})" in several
    assert "several people are called “Kaliada”" in several


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--valid-from", "2025-02-15", "--valid-to", "2025-02-01"), "lies after"),
        (("--known-from", "2025-02-15", "--known-on", "2025-02-01"), "lies after"),
        (("--document", "abc"), "is not an id"),
        (("--cites", "abc"), "is not an id"),
    ],
)
def test_what_can_mean_nothing_is_refused(register: Path, habeas: Habeas, words: tuple[str, ...], told: str) -> None:
    assert told in habeas("claims", "-r", register, *words, expect=2).err


def test_what_goes_into_a_file_is_not_folded(
    register: Path, habeas: Habeas, told: dict[str, Draft], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS")
    lines = habeas("claims", "-r", register).out.splitlines()
    assert len([line for line in lines if line[:8].strip()]) == len(lines)
    assert all(any(str(draft.body["statement"]) in line for line in lines) for draft in told.values())
