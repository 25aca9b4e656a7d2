"""`habeas identifiers`: nobody is joined by itself; what is proposed is accepted by a named person, and taken back."""

from pathlib import Path

import pytest

from habeas.claims.vocabulary import Access
from habeas.register import clustered, judged, log, read
from tests import zalesia

from .conftest import Habeas

NAMES = ("Yazep Kalyada", "Язэп Каляда", "Yazep Kolyada", "Arkadz Bely")
BY = ("--by", zalesia.EDITOR)


@pytest.fixture
def records(register: Path) -> list[str]:
    """Three who have one identifier, of whom one was born in another year; all are held; two of one name and birth."""
    zalesia.enter(
        *(zalesia.act(name, "held", "2025-10-01", 20 * place) for place, name in enumerate(NAMES)),
        *(
            zalesia.attribute(name, "identifier", "wikidata:Q42", 200 + 20 * place)
            for place, name in enumerate(NAMES[:3])
        ),
        zalesia.attribute(NAMES[0], "birth", "1981", 300),
        zalesia.attribute(NAMES[1], "birth", "1981-04", 320),
        zalesia.attribute(NAMES[2], "birth", "1979", 340),
        zalesia.attribute(NAMES[3], "birth", "1981-04", 360),
    )
    return [str(zalesia.record(name).body["id"]) for name in NAMES]


def test_nothing_is_joined_until_somebody_accepts_and_then_can_be_taken_back(
    records: list[str], register: Path, habeas: Habeas
) -> None:
    seen = read.view(None, Access.staff)
    assert dict(clustered.persons(seen).representative) == {}
    head = log.head()
    told = habeas("identifiers", "-r", register).out
    assert log.head() == head
    assert "1 pair to be joined" in told
    assert "birth is said to be 1979 and 1981" in told
    assert "this register: 4 becomes 3" in told
    joined = habeas("identifiers", "--join", *BY, "-r", register).out
    assert f"judged 1 pair to be one person; head {log.head().whole}" in joined
    (made,) = judged.judgements(read.view(None, Access.staff))
    assert (made.reason, made.by, len(made.evidence)) == ("both are wikidata:Q42", zalesia.EDITOR, 2)
    assert {made.one, made.other} == set(records[:2])
    assert "0 pairs to be joined" in habeas("identifiers", "-r", register).out
    habeas("judge", "--retract", made.id, *BY, "-r", register)
    shown = habeas("identifiers", "-r", register, "--json").json
    assert [len(shown[key]) for key in ("to_join", "against", "figures")] == [1, 1, 1]


def test_who_was_parted_is_not_proposed_again(records: list[str], register: Path, habeas: Habeas) -> None:
    habeas("judge", *records[:2], "different", "--reason", "two photographs", *BY, "-r", register)
    shown = habeas("identifiers", "-r", register, "--json").json
    assert shown["to_join"] == []
    assert shown["against"][0]["against"] == "they are judged to be different"


def test_what_is_doubted_or_denied_identifies_nobody(records: list[str], register: Path, habeas: Habeas) -> None:
    claims = habeas("claims", "--text", "wikidata", "-r", register, "--json").json["claims"]
    habeas("review", claims[1]["id"], "--verdict", "second_look", "--note", "which of them?", *BY, "-r", register)
    assert habeas("identifiers", "-r", register, "--json").json["to_join"] == []


def test_joining_needs_a_name(records: list[str], register: Path, habeas: Habeas) -> None:
    assert "who judges is kept" in habeas("identifiers", "--join", "-r", register, expect=2).err.replace("│", " ")
