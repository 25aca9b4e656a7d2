"""`habeas bargain`: all of them, one in full, by one lens, as JSON, and how it refuses."""

from pathlib import Path

import pytest

from habeas.claims import identity
from habeas.claims.canonical import Body
from habeas.register import write
from tests import zalesia

from .conftest import Habeas

NONE: Body = {"kind": "no_later", "acts": ["detained"], "territory": "ZZ"}
DAYS = ("--as-of", "2021-08-01", "--known-on", "2026-01-01")


@pytest.fixture
def timber(register: Path) -> list[str]:
    """Two were to be freed and are, the ban was to be suspended and is announced; the claims."""
    said = zalesia.claim("Each undertook its part.", 900, known="2021-05-20", type="commitment")
    words = zalesia.enter(said).claims[0]
    free: Body = {"kind": "acted", "acts": ["pardoned"], "count": 2}
    suspend: Body = {"kind": "reaches", "issuer": "Norland", "targets": ["timber"], "status": "suspended"}
    some = zalesia.enter(
        zalesia.act("Zoya Vrubel", "pardoned", "2021-06-12", 0, known="2021-06-20"),
        zalesia.act("Ales Maroz", "pardoned", "2021-06-12", 20, known="2021-06-20"),
        zalesia.measure("announce", "timber", "2021-06-14", 40, known="2021-06-20", announces=["suspend"]),
        zalesia.lens("nobody", speakers=[identity.agent_by_name(write.register_key(), "Nobody")]),
        zalesia.bargain(
            "Prisoners and timber",
            zalesia.commitment(
                "free two", words, zalesia.PRESIDENT, query=free, window=zalesia.window("2021-06-01", "2021-06-30")
            ),
            zalesia.commitment("suspend the ban", words, query=suspend, window=zalesia.window("2021-06-01")),
            zalesia.commitment("arrest nobody", words, zalesia.PRESIDENT, stage="demanded", query=NONE),
            lenses=["every accepted claim", "nobody"],
        ),
    )
    return [words[:8], *(one[:8] for one in some.claims)]


def test_all_stand_in_a_table(timber: list[str], register: Path, habeas: Habeas) -> None:
    told = habeas("bargain", *DAYS, "-r", register).out.splitlines()
    assert [line.split() for line in told[1:3]] == [
        ["Prisoners", "and", "timber", "free", "two", "kept"],
        ["Prisoners", "and", "timber", "suspend", "the", "ban", "pending"],
    ]
    assert told[-2].startswith("as of 2021-08-01, as known on 2026-01-01; at ")
    assert (
        told[-1]
        == "each verdict is what the lenses come to that the bargain names; by whose account: habeas bargain NAME"
    )


def test_one_is_told_in_full(timber: list[str], register: Path, habeas: Habeas) -> None:
    told = habeas("bargain", "timber", *DAYS, "-r", register).out.splitlines()
    assert told[0] == "Prisoners and timber, version 1"
    assert told[3:] == [
        "",
        "Oldar Vostarny:",
        "  to free two (undertaken; window: 2021-06-01/2021-06-30)",
        f"    {timber[0]}  Lantern Group: Each undertook its part.",
        "    every accepted claim  kept           2 of 2",
        "    nobody                not checkable  nothing admitted speaks of it",
        "    the evidence:",
        f"      {timber[1]}  Lantern Group: Zoya Vrubel: pardoned, 2021-06-12.",
        f"      {timber[2]}  Lantern Group: Ales Maroz: pardoned, 2021-06-12.",
        "",
        "Norland:",
        "  to suspend the ban (undertaken; window: 2021-06-01/..)",
        f"    {timber[0]}  Lantern Group: Each undertook its part.",
        "    every accepted claim  pending        0 of 1 target",
        "    nobody                not checkable  nothing admitted speaks of it",
        "    the evidence:",
        f"      {timber[3]}  Lantern Group: Norland: announce, timber, 2021-06-14.",
        "",
        "beside the terms:",
        "  to arrest nobody (demanded)",
        f"    {timber[0]}  Lantern Group: Each undertook its part.",
        "    every lens  pending",
        "",
        "New arrests break no reported term of this bargain.",
        "They break a condition of Lantern Group, which is no term of the bargain: to arrest nobody.",
        "These verdicts say what happened in the window, never that one act caused the other.",
    ]


def test_before_anybody_said_so_there_is_no_verdict(timber: list[str], register: Path, habeas: Habeas) -> None:
    early = ("--as-of", "2021-05-01", "--known-on", "2021-05-01")
    assert (
        "no claim that may be seen here had said so by then" in habeas("bargain", "timber", *early, "-r", register).out
    )
    assert "not said yet" in habeas("bargain", *early, "-r", register).out


def test_as_json(timber: list[str], register: Path, habeas: Habeas) -> None:
    found = habeas("bargain", "timber", *DAYS, "-r", register, "--json").json
    first = found["commitments"][0]
    assert (first["party"], first["verdict"], first["term"]) == ("Oldar Vostarny", "kept", "yes")
    assert first["lenses"][0]["claims"] == [one["id"] for one in found["evidence"] if one["type"] == "act"]
    assert [one["verdict"] for one in found["commitments"]] == ["kept", "pending", "pending"]
    every = habeas("bargain", *DAYS, "-r", register, "--json").json
    assert [one["bargain"] for one in every["bargains"]] == ["Prisoners and timber"]


def test_by_one_lens(timber: list[str], register: Path, habeas: Habeas) -> None:
    found = habeas("bargain", "timber", *DAYS, "--lens", "nobody", "-r", register, "--json").json
    assert {one["verdict"] for one in found["commitments"]} == {"not_checkable", "pending"}


def test_how_it_refuses(timber: list[str], register: Path, habeas: Habeas) -> None:
    told = habeas("bargain", "potash", "-r", register, expect=2)
    assert "“potash” is not a bargain of this register: write one of Prisoners and timber" in told.err
    assert "is not a day" in habeas("bargain", "timber", "--as-of", "June", "-r", register, expect=2).err


def test_a_register_without_bargains_says_so(register: Path, habeas: Habeas) -> None:
    assert habeas("bargain", "-r", register).out.strip() == "no bargain is on record here"
