"""A pair: two records side by side, as a stranger may meet them, with what agrees, what was judged, and the command."""

import pytest

from habeas.claims.vocabulary import Access, Sameness
from habeas.register import judge, write
from habeas.register.judge import Verdict
from tests import zalesia

from .site import EDITOR, Stranger, enter

OTHER = "e" * 64
YAZEP, CYRILLIC, IOSIF = "Yazep Kalyada", "Язэп Каляда", "Iosif Kalyada"


@pytest.fixture
def pair(newcomer: Stranger) -> tuple[Stranger, str, str]:
    """One name in two scripts: held by one source, freed by the other, with births that may be one, and sexes alike."""
    enter(
        zalesia.document(OTHER, title="Gate"),
        zalesia.act(YAZEP, "detained", "2025-10-01"),
        zalesia.act(CYRILLIC, "detained", "2025-09-20", 20, latest="2025-10-31", document=OTHER),
        zalesia.act(CYRILLIC, "released", "2025-11-10", 40, document=OTHER),
        zalesia.attribute(YAZEP, "birth", "1981-04", 60),
        zalesia.attribute(YAZEP, "residence", "4 Mill Lane", 80),
        zalesia.act(IOSIF, "held", "2025-11-20", 100),
    )
    one, other = (zalesia.record(YAZEP), zalesia.record(CYRILLIC, OTHER))
    return newcomer, str(one.body["id"]), str(other.body["id"])


def judged(one: str, other: str, verdict: Sameness, reason: str = "his sister says so") -> None:
    judge.judge([Verdict(one, other, verdict, reason)], write.actor(EDITOR))


def test_what_agrees_and_what_does_not_stands_thing_by_thing(pair: tuple[Stranger, str, str]) -> None:
    stranger, one, other = pair
    rows = {row[1].split()[0]: row for row in stranger.cells(f"/pairs/{one}/{other}")}
    assert rows["name"] == [YAZEP, "name agrees surname same sound, given name same sound", CYRILLIC]
    assert rows["birth"] == ["1981", "birth one side only", "not said"]
    assert rows["detained"][1] == "detained may be one day"
    assert rows["released"] == ["not said", "released one side only", "10 November 2025"]
    said = stranger.read(f"/pairs/{one}/{other}")
    assert "Nobody has judged whether they are one person." in said
    assert f"From 10 November 2025 on, by what each says alone, {YAZEP} is in custody and {CYRILLIC} is not." in said
    assert f"habeas judge {one[:16]} {other[:16]} VERDICT" in said
    assert "Mill Lane" not in "".join("".join(row) for row in rows.values())


def test_which_stands_first_is_as_it_was_asked_and_the_json_says_the_same(pair: tuple[Stranger, str, str]) -> None:
    stranger, one, other = pair
    told = stranger.data(f"/api/pairs/{other}/{one}")
    assert (told["one"]["name"], told["other"]["name"]) == (CYRILLIC, YAZEP)
    assert told["one"]["document"] == OTHER
    assert {row["what"]: row["agreement"] for row in told["compared"]} == {
        "name": "agrees",
        "birth": "one_side",
        "detained": "alike",
        "released": "one_side",
    }
    assert told["apart"] == [{"first": "2025-11-10", "in_custody_by": "other"}]
    assert (told["judgements"], "joined" in told) == ([], False)
    assert len(told["one"]["claims"]) == 2


def test_sex_and_days_go_together_as_where_lists_are_compared(newcomer: Stranger) -> None:
    said = {"sex": ("male", "м"), "birth": ("1980-01-01", "1980-05-03"), "death": ("2025-03-05", "2025-05-03")}
    enter(
        zalesia.act(YAZEP, "detained", "2024-10-01"),
        zalesia.act(IOSIF, "detained", "2024-10-11", 20),
        *(
            zalesia.attribute(name, what, values[at], 40 + 20 * place + 100 * at)
            for place, (what, values) in enumerate(said.items())
            for at, name in enumerate((YAZEP, IOSIF))
        ),
    )
    one, other = (str(zalesia.record(name).body["id"]) for name in (YAZEP, IOSIF))
    rows = {row["what"]: row for row in newcomer.data(f"/api/pairs/{one}/{other}")["compared"]}
    assert {what: rows[what]["agreement"] for what in (*said, "detained")} == {
        "sex": "agrees",
        "birth": "alike",
        "death": "differs",
        "detained": "other_days",
    }
    assert rows["birth"]["reasons"] == ["1 January may stand for the year alone"]
    assert rows["death"]["reasons"] == ["day and month changed places"]
    assert rows["detained"]["reasons"] == ["one digit differs"]


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (Sameness.same, "They are held to be one person."),
        (Sameness.different, "They are held to be different people."),
        (Sameness.undecided, "Somebody looked, and could not say"),
    ],
)
def test_what_was_judged_is_told_and_not_by_whom_or_why(
    pair: tuple[Stranger, str, str], verdict: Sameness, told: str
) -> None:
    stranger, one, other = pair
    judged(one, other, verdict)
    for address in (f"/pairs/{one}/{other}", f"/api/pairs/{one}/{other}"):
        html = stranger.get(address).content.decode()
        assert EDITOR not in html
        assert "sister says so" not in html
    assert told in stranger.read(f"/pairs/{one}/{other}")
    assert [each["verdict"] for each in stranger.data(f"/api/pairs/{one}/{other}")["judgements"]] == [verdict]


def test_through_whom_they_are_joined_is_told_as_far_as_he_may_be_met(pair: tuple[Stranger, str, str]) -> None:
    stranger, one, other = pair
    third = str(zalesia.record(IOSIF).body["id"])
    judged(one, third, Sameness.same)
    judged(third, other, Sameness.same)
    said = stranger.read(f"/pairs/{one}/{other}")
    assert f"Held to be one person through other records: {IOSIF}." in said
    assert "is in custody and" in said
    (claim,) = [each for each in stranger.data("/api/claims")["claims"] if each["statement"].startswith(IOSIF)]
    write.set_access(Access.staff, write.actor(EDITOR), EDITOR, claims=[claim["id"]])
    said = stranger.read(f"/pairs/{one}/{other}")
    assert "Held to be one person through other records." in said
    assert IOSIF not in said
    assert third not in stranger.get(f"/api/pairs/{one}/{other}").content.decode()


def test_a_pair_of_whom_one_may_not_be_met_is_not_here(pair: tuple[Stranger, str, str]) -> None:
    stranger, one, other = pair
    stranger.get(f"/pairs/{one}/{one}", 404)
    stranger.get(f"/pairs/{one}/{'a' * 32}", 404)
    stranger.get(f"/api/pairs/{one}/nobody", 404)
    claims = [each["id"] for each in stranger.data("/api/claims")["claims"] if YAZEP in each["statement"]]
    write.set_access(Access.staff, write.actor(EDITOR), EDITOR, claims=claims)
    stranger.get(f"/pairs/{one}/{other}", 404)
    stranger.get(f"/api/pairs/{one}/{other}", 404)
    assert YAZEP not in stranger.read(f"/pairs/{other}/{one}", 404)


def test_it_is_read_at_the_entry_that_is_cited(pair: tuple[Stranger, str, str]) -> None:
    stranger, one, other = pair
    at = stranger.data("/api/people")["at"]
    judged(one, other, Sameness.same)
    assert "Nobody has judged" in stranger.read(f"/pairs/{one}/{other}?at={at}")
    assert "held to be one person" in stranger.read(f"/pairs/{one}/{other}")


def test_the_page_of_a_person_leads_to_the_pair(pair: tuple[Stranger, str, str]) -> None:
    stranger, one, other = pair
    judged(one, other, Sameness.same)
    assert f'href="/pairs/{one}/{other}"' in stranger.get(f"/people/{other}").content.decode()
