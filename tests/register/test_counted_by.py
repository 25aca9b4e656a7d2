"""Rules and lenses on record: every version stands, each reader has those of their level, and an entry changes none."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from django.db import connection

from habeas.claims.act import CustodyState
from habeas.claims.bodies import check_body
from habeas.claims.canonical import Body
from habeas.claims.shape import ShapeError
from habeas.claims.vocabulary import Access
from habeas.custody.standing import Population
from habeas.register import erase, log, opening, read, verify, write
from habeas.register.chain import Head
from habeas.register.counted_by import lenses, rules
from habeas.register.draft import Draft
from habeas.tally.lens import Lens
from habeas.tally.rule import Rule
from tests import zalesia

IN = frozenset({CustodyState.police, CustodyState.pretrial, CustodyState.serving, CustodyState.unknown})


def seen(ceiling: Access = Access.public, at: Head | None = None) -> read.View:
    return read.View(at or log.head(), ceiling)


def names(found: tuple[Rule, ...] | tuple[Lens, ...]) -> list[tuple[str, int]]:
    return [(one.name, one.version) for one in found]


def test_a_rule_and_a_lens_come_back_as_they_were_entered(register: Path) -> None:
    lantern = zalesia.agent().body["id"]
    flow: Body = {"quantity": "outflow", "unit": "detentions", "period": "month", "complete": "yes"}
    scope: Body = {"territory": "ZZ", "first": "2020-01-01", "last": "2026-12-31"}
    stale: Body = {"recognised_by": [lantern], "stale_after": 365, "leaving_day": "yes"}
    women = [{"property": "sex", "value": "f"}]
    zalesia.enter(
        zalesia.rule("freed", 1, **flow, **scope),
        zalesia.rule("recognised", 1, where=women, **stale),
        zalesia.lens("the Lantern Group", speakers=[lantern], kinds=["on_record"], reliability="C", credibility="3"),
        zalesia.lens("asserted", modalities=["asserted"]),
    )
    freed, recognised = rules(seen())
    assert freed == Rule(
        "freed", 1, "Counts those who are freed.", "outflow", "detentions", Population(IN), (), "month", "ZZ",
        date(2020, 1, 1), date(2026, 12, 31), True,
    )  # fmt: skip
    population = Population(IN, frozenset({lantern}), 365, True)
    said = "Counts those who are recognised."
    assert recognised == Rule("recognised", 1, said, "stock", "persons", population, (("sex", "f"),))
    asserted, speaks = lenses(seen())
    assert asserted == Lens("asserted", 1, "Admits asserted.", modalities=frozenset({"asserted"}))
    assert speaks == Lens(
        "the Lantern Group", 1, "Admits the Lantern Group.", frozenset({lantern}), frozenset({"on_record"}),
        reliability="C", credibility="3",
    )  # fmt: skip


def test_every_version_stands_beside_the_others_and_an_older_entry_has_those_of_its_day(register: Path) -> None:
    zalesia.enter(zalesia.rule("freed", 2), zalesia.lens("few"))
    before = log.head()
    zalesia.enter(zalesia.rule("freed", 1), zalesia.rule("freed", 10), zalesia.rule("arrested"))
    assert names(rules(seen())) == [("arrested", 1), ("freed", 1), ("freed", 2), ("freed", 10)]
    assert names(rules(seen(at=before))) == [("freed", 2)]
    assert names(lenses(seen(at=before))) == [("few", 1)]


def test_a_reader_has_the_rules_of_their_level(register: Path) -> None:
    for level in Access:
        if level != Access.nobody:
            zalesia.enter(zalesia.rule(level.name, access=level.name), zalesia.lens(level.name, access=level.name))
    for ceiling, many in ((Access.public, 1), (Access.partners, 2), (Access.staff, 3), (Access.sealed, 4)):
        assert (len(rules(seen(ceiling))), len(lenses(seen(ceiling)))) == (many, many)


@pytest.mark.parametrize("made", [zalesia.rule, zalesia.lens], ids=["rule", "lens"])
def test_a_version_with_another_content_is_refused_and_the_first_stands(
    register: Path, made: Callable[..., Draft]
) -> None:
    first = zalesia.enter(made("few"))
    again = zalesia.enter(made("few"))
    changed = zalesia.enter(made("few", sentence="Something else."), made("few", access="staff"))
    assert (first.added, again.same, again.added, changed.added, changed.corrected) == (3, 3, 0, 0, 0)
    kind = made("few").kind
    said = f"{kind} few, version 1, is on record with another content: a {kind} that changes is a new version"
    assert [why for _, why in changed.refused] == [f"{said}: write version = 2"] * 2
    found = rules(seen()) or lenses(seen())
    assert [one.sentence for one in found] == [made("few").body["sentence"]]


def test_a_changed_row_of_a_rule_is_named(register: Path) -> None:
    zalesia.enter(zalesia.rule("freed"), zalesia.lens("few"))
    assert list(verify.faults()) == []
    with connection.cursor() as cursor:
        cursor.execute("""UPDATE "rule" SET "level" = 2""")
    assert any("a row of the table rule" in fault for fault in verify.faults())
    opening.rebuild()
    assert list(verify.faults()) == []
    assert names(rules(seen())) == [("freed", 1)]


def test_a_rule_goes_with_the_name_that_it_says_and_its_entry_can_be_named(register: Path) -> None:
    zalesia.enter(
        zalesia.act("Zoya Vrubel", "detained", "2021-05-03"),
        zalesia.rule("like Zoya  Vrubel's"),
        zalesia.rule("of her town", sentence="Counts whoever was held with ZOYA VRUBEL."),
        zalesia.rule("others", where=[{"property": "cell of", "value": "zoya vrubel"}]),
        zalesia.rule("freed"),
        zalesia.lens("few"),
    )
    by = write.actor(zalesia.KEEPER)
    erase.erase(by, "asked", "the person", records=[zalesia.record("Zoya Vrubel").body["id"]])
    assert names(rules(seen())) == [("freed", 1)]
    (entry,) = (one.seq for one in log.entries() if one.kind == "lens")
    erase.erase(by, "asked", "the person", entries=[entry])
    assert lenses(seen()) == ()
    assert b"Vrubel" not in b"".join(path.read_bytes() for path in register.rglob("*") if path.is_file())
    assert zalesia.enter(zalesia.lens("few")).added == 1
    assert list(verify.faults()) == []


@pytest.mark.parametrize(
    ("kind", "said", "told"),
    [
        ("rule", {"quantity": "inflow"}, "`period`, is missing: an inflow needs one of day, month, year, ever"),
        ("rule", {"period": "month"}, "`period`, is said of a stock"),
        ("rule", {"unit": "events"}, "`unit`, is 'events': who is in on a day is counted in persons"),
        (
            "rule",
            {"quantity": "outflow", "period": "day", "leaving_day": "yes"},
            "`leaving_day`, is said of an outflow",
        ),
        ("rule", {"states": []}, "`states`, has 0 items"),
        ("rule", {"first": "2021-01-02", "last": "2021-01-01"}, "`last`, is 2021-01-01, before 2021-01-02"),
        ("rule", {"stale_after": 0}, "`stale_after`, is 0"),
        ("lens", {"reliability": "F"}, "`reliability`, is 'F': a grade from A to E"),
        ("lens", {"credibility": "6"}, "`credibility`, is '6': a grade from 1 to 5"),
        ("lens", {"modalities": []}, "`modalities`, has 0 items"),
        ("lens", {"version": 0}, "`version`, is 0"),
    ],
)
def test_a_body_that_no_rule_or_lens_has_is_refused(
    register_sqlite: Path, kind: str, said: dict[str, object], told: str
) -> None:
    made = zalesia.rule("a") if kind == "rule" else zalesia.lens("a")
    with pytest.raises(ShapeError, match=told):
        check_body(kind, made.body | said)
