"""The pages of bargains: all of them, one as a ledger, what stands beside the terms, the form, and how they refuse."""

from habeas.claims.canonical import Body
from tests import zalesia

from .site import Stranger, enter, links

TIMBER = "/bargain?name=Prisoners+and+timber&as_of=2021-08-01&known_on=2026-01-01"
QUERIES = 10  # to make it of what was read before


def some(stranger: Stranger) -> Stranger:
    """Two were to be freed and are; the ban was to be suspended, and that is announced; a demand of somebody else's."""
    said = zalesia.claim("Each undertook its part.", 3900, known="2021-05-20", type="commitment")
    enter(said)
    words = str(said.body["id"])
    free: Body = {"kind": "acted", "acts": ["pardoned"], "count": 2, "territory": "ZZ"}
    suspend: Body = {"kind": "reaches", "issuer": "Norland", "targets": ["timber"], "status": "suspended"}
    none: Body = {"kind": "no_later", "acts": ["detained"], "territory": "ZZ"}
    enter(
        *zalesia.act("Zoya Vrubel", "pardoned", "2021-06-12", 3000, known="2021-06-20"),
        *zalesia.act("Ales Maroz", "pardoned", "2021-06-12", 3020, known="2021-06-20"),
        zalesia.measure("impose", "timber", "2020-06-14", 3040, measure="trade_ban"),
        zalesia.measure("announce", "timber", "2021-06-14", 3060, known="2021-06-20", announces=["suspend"]),
        *zalesia.bargain(
            "Prisoners and timber",
            zalesia.commitment(
                "free two", words, zalesia.PRESIDENT, query=free, window=zalesia.window("2021-06-01", "2021-06-30")
            ),
            zalesia.commitment("suspend the ban", words, query=suspend, window=zalesia.window("2021-06-01")),
            zalesia.commitment("arrest nobody", words, zalesia.PRESIDENT, stage="demanded", query=none),
        ),
    )
    zalesia.enter(zalesia.bargain("Of the staff", zalesia.commitment("free two", words), access="staff"))
    return stranger


def test_one_is_a_ledger_of_two_columns(newcomer: Stranger) -> None:
    said, rows = some(newcomer).read(TIMBER), newcomer.cells(TIMBER)
    assert "Oldar Vostarny undertook To free two Each undertook its part. Lantern Group" in said
    assert "Norland undertook To suspend the ban" in said
    assert ["Every accepted claim", "kept", "2 of 2"] in rows
    assert ["Every accepted claim", "pending", "0 of 1 target"] in rows
    assert "never that one act caused the other" in said
    assert "The evidence: 2 claims" in said


def test_the_targets_stand_beside_what_is_only_announced(newcomer: Stranger) -> None:
    assert ["timber", "Norland", "restricted", "trade ban", "suspending it, said 14 June 2021"] in some(newcomer).cells(
        TIMBER
    )


def test_what_is_demanded_is_no_term(newcomer: Stranger) -> None:
    said = some(newcomer).read(TIMBER)
    assert said.index("Beside the terms") < said.index("To arrest nobody") < said.index("What new arrests")
    assert "New arrests break no reported term of this bargain." in said
    assert "They break a condition of Lantern Group, which is no term of the bargain: to arrest nobody." in said


def test_all_of_them_and_none_that_is_not_public(newcomer: Stranger) -> None:
    asked = "/bargains?as_of=2021-08-01&known_on=2026-01-01"
    said, rows = some(newcomer).read(asked), newcomer.cells(asked)
    assert rows == [
        ["Undertaken or offered", "Verdict"],
        ["To free two", "kept"],
        ["To suspend the ban", "pending"],
    ]
    assert "Of the staff" not in said
    newcomer.get("/bargain?name=Of+the+staff", 400)
    assert any(
        "name=Prisoners+and+timber&as_of=2021-08-01" in one for one in links(newcomer.get(asked).content.decode())
    )


def test_before_anybody_said_so_there_is_no_verdict(newcomer: Stranger) -> None:
    early = "as_of=2021-05-01&known_on=2021-05-01"
    assert "No claim that may be seen here had said so by 1 May 2021" in some(newcomer).read(
        f"/bargain?name=timber&{early}"
    )
    assert ["To free two", "not said yet"] in newcomer.cells(f"/bargains?{early}")


def test_what_cannot_be_read_is_told_beside_its_field(newcomer: Stranger) -> None:
    some(newcomer)
    said = newcomer.read("/bargain?name=timber&as_of=someday", 400)
    assert "No verdict was worked out" in said
    assert "“someday” is not a day" in said
    assert "is not a day" in newcomer.read("/bargains?known_on=someday", 400)
    assert "is not a lens" in newcomer.read("/bargain?name=timber&lens=nobody", 400)
    assert "“potash” is not a bargain of this register: write one of Prisoners and timber" in newcomer.read(
        "/bargain?name=potash", 400
    )


def test_read_again_it_asks_little_of_the_database(newcomer: Stranger) -> None:
    assert some(newcomer).queries(TIMBER) <= QUERIES


def test_a_register_without_bargains_says_so(newcomer: Stranger) -> None:
    assert "No bargain is on record here." in newcomer.read("/bargains")
    assert "No bargain is on record here." in newcomer.read("/bargain"), "without a name it is all of them"
    assert "no bargain is on record here" in newcomer.read("/bargain?name=timber", 400)
