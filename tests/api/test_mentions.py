"""/api/documents/{id}/mentions: whom a document may name, of those whom the public may meet, in words it may read."""

from pathlib import Path

import pytest

from habeas.answers import mentions as answer
from habeas.claims.identity import fingerprint
from habeas.names.known import Known
from tests.web.courier import COURIER
from tests.web.site import Stranger, case

FIGURE = "412 people are held as political prisoners."
QUERIES = 8
# A claim for the staff alone, on words of the Courier: whoever may not see it may not read them there either.
WITHIN = """
[case]
vouched_by = "Marta Veres"
[document]
file = "courier.txt"
[[claims]]
words = "Iosif Koliada-Nebesny remains in Prison No. 4"
type = "event"
topics = ["tally"]
statement = "He is where he was."
attribution = [{ kind = "reporter_voice" }]
"""


def courier(stranger: Stranger) -> str:
    return str(stranger.claim(FIGURE)["document"])


def named(stranger: Stranger, more: str = "") -> list[tuple[str, str]]:
    found = stranger.data(f"/api/documents/{courier(stranger)}/mentions{more}")
    return [(one["words"], one["kind"]) for one in found["mentions"]]


def test_each_has_its_place_and_whom_it_may_name(stranger: Stranger) -> None:
    found = stranger.data(f"/api/documents/{courier(stranger)}/mentions")
    assert (found["id"], found["words"], found["count"]) == (courier(stranger), "shown", len(found["mentions"]))
    for one in found["mentions"]:
        assert COURIER[one["start"] : one["end"]] == one["words"]
        assert one["passage"] == fingerprint(one["words"])
        assert "sentence" not in one
    (person,) = [one for one in found["mentions"] if one["kind"] == "person"]
    (candidate,) = person["candidates"]
    assert (person["words"], person["part"], person["found"]) == ("Iosif Koliada-Nebesny", "full name", "by its sound")
    assert stranger.data(f"/api/people/{candidate['id']}")["name"] == candidate["name"] == "Язэп Каляда-Нябесны"
    assert named(stranger).count(("Lantern Group", "body")) == 2


def test_of_one_kind_and_a_page_at_a_time(stranger: Stranger, monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(named(stranger, "?kind=body")) == {("Lantern Group", "body"), ("Harbour List", "body")}
    monkeypatch.setattr(answer, "MOST", 2)
    seen: list[tuple[int, int]] = []
    more: str | None = ""
    while more is not None:
        found = stranger.data(f"/api/documents/{courier(stranger)}/mentions?kind=body{more}")
        assert (found["count"], len(found["mentions"]) <= 2) == (3, True)
        seen += [(one["start"], one["end"]) for one in found["mentions"]]
        more = f"&after={found['next']}" if "next" in found else None
    assert len(seen) == len(set(seen)) == 3


def test_nothing_is_looked_for_in_words_that_are_guarded(stranger: Stranger, tmp_path: Path) -> None:
    assert ("Iosif Koliada-Nebesny", "person") in named(stranger)
    case(tmp_path, "within", WITHIN)
    assert {kind for _, kind in named(stranger)} == {"body", "place"}


def test_of_a_document_that_is_not_held_nothing_is_told(stranger: Stranger) -> None:
    cited = stranger.claim(FIGURE)["cites"][0]
    found = stranger.data(f"/api/documents/{cited}/mentions")
    assert set(found) == {"at", "id", "words"}
    assert found["words"] == "not held here"


def test_what_is_asked_wrongly_is_told(stranger: Stranger) -> None:
    found = stranger.data(f"/api/documents/{courier(stranger)}/mentions?kind=ship", 400)
    assert found["parameter"] == "kind"
    assert "'person', 'place' or 'body'" in found["detail"]
    for one in ("0" * 64, "x"):
        assert "look at /api/documents" in stranger.data(f"/api/documents/{one}/mentions", 404)["detail"]


def test_those_who_are_known_are_made_ready_once(
    stranger: Stranger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []

    def counted(*names: object) -> Known:
        made.append(len(names))
        return Known(*names)  # type: ignore[arg-type]  # a stand-in takes whatever the real one is called with

    monkeypatch.setattr(answer, "Known", counted)
    assert named(stranger) == named(stranger)
    assert len(made) == 1
    assert stranger.queries(f"/api/documents/{courier(stranger)}/mentions") == QUERIES
    case(tmp_path, "within", WITHIN)
    named(stranger)
    assert len(made) == 2
