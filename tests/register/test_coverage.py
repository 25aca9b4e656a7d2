"""What keepers take in, on record: its shape, a row that was changed, forgetting, and what comes back."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from habeas.claims.bodies import check_body
from habeas.claims.shape import ShapeError
from habeas.claims.vocabulary import Access
from habeas.register import erase, judged, log, opening, read, verify, write
from habeas.register.judged import Coverage
from habeas.register.log import Hand
from tests import zalesia


def here(ceiling: Access = Access.staff) -> tuple[Coverage, ...]:
    return judged.coverages(read.view(None, ceiling))


def test_a_changed_row_is_named_and_rebuilt(register: Path) -> None:
    zalesia.enter(zalesia.coverage("2021-07-15"))
    assert list(verify.faults()) == []
    with connection.cursor() as cursor:
        cursor.execute("""UPDATE "coverage" SET "known" = '2020-01-01'""")
    assert any("a row of the table coverage" in fault for fault in verify.faults())
    opening.rebuild()
    assert list(verify.faults()) == []
    assert [one.known.isoformat() for one in here()] == ["2021-07-15"]


def test_it_is_not_known_after_the_day_on_which_it_was_recorded(register_sqlite: Path) -> None:
    hand = Hand(clock=lambda: datetime(2026, 11, 30, tzinfo=UTC))
    zalesia.enter(zalesia.coverage("2026-12-24"), hand=hand)
    assert [one.known.isoformat() for one in here()] == ["2026-11-30"]


def test_it_goes_with_a_name_that_it_says_and_by_its_number_in_every_version(register: Path) -> None:
    zalesia.enter(
        zalesia.act("Zoya Vrubel", "detained", "2021-05-03"),
        zalesia.coverage("2021-07-15", sentence="The street of Zoya  Vrubel too."),
        zalesia.coverage("2021-07-15", region="Zoya Vrubel street"),
        zalesia.coverage("2021-07-15", region="Severets"),
    )
    zalesia.enter(zalesia.coverage("2021-07-16", region="Severets"))
    by = write.actor(zalesia.KEEPER)
    erase.erase(by, "asked", "the person", records=[zalesia.record("Zoya Vrubel").body["id"]])
    assert [one.region for one in here()] == ["Severets"]
    (last, *_) = (entry.seq for entry in log.entries() if entry.kind == "coverage" and entry.body)
    erase.erase(by, "asked", "the person", entries=[last])
    assert here() == ()
    assert not [entry for entry in log.entries() if entry.kind == "coverage" and entry.body]
    assert b"Vrubel" not in b"".join(path.read_bytes() for path in register.rglob("*") if path.is_file())
    assert zalesia.enter(zalesia.coverage("2021-07-15", region="Severets")).added == 1
    assert list(verify.faults()) == []


def test_of_a_keeper_who_was_erased_nothing_is_taken_in_anew(register_sqlite: Path) -> None:
    zalesia.enter(zalesia.agent("Northern Watch"), zalesia.coverage("2021-07-15", "Northern Watch"))
    north = str(zalesia.agent("Northern Watch").body["id"])
    erase.erase(write.actor(zalesia.KEEPER), "asked", "the person", agents=[north])
    refused = zalesia.enter(zalesia.coverage("2021-07-16", "Northern Watch")).refused
    assert [why.partition(" names ")[2] for _, why in refused] == [
        f"{north}, which was erased: it is not entered again"
    ]


@pytest.mark.parametrize(
    ("without", "said", "told"),
    [
        ("region", {}, "`region`, is missing, and so are `country` and `period`"),
        ("known", {}, "`known`, is missing"),
        ("access", {}, "`access`, is missing"),
        ("", {"country": "Zalesia"}, "`country`, is 'Zalesia'"),
        ("", {"known": "2021-13-01"}, "`known`, is '2021-13-01'"),
        ("", {"period": "2021"}, "`period`, is '2021'"),
    ],
)
def test_a_body_that_no_coverage_has_is_refused(
    register_sqlite: Path, without: str, said: dict[str, str], told: str
) -> None:
    body = {key: value for key, value in zalesia.coverage("2021-07-15").body.items() if key != without}
    with pytest.raises(ShapeError, match=told.replace("`", "`")):
        check_body("coverage", body | said)
