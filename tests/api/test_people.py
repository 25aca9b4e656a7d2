"""/api/people: whoever public claims name, by any part of any of their names, as those claims write it."""

from tests import zalesia
from tests.web.site import Stranger, enter, same

KATSYA = "Каця Ліпень-Бор"


def test_everybody_whom_a_public_claim_names_is_there_once(stranger: Stranger) -> None:
    found = stranger.data("/api/people")
    names = [one["name"] for one in found["people"]]
    assert found["count"] == len(set(names)) == 5
    assert "evening presenter" in names
    assert "an envoy" not in names


def test_a_person_has_the_documented_keys(stranger: Stranger) -> None:
    (one,) = stranger.data("/api/people?text=каця")["people"]
    assert one == {"id": one["id"], "name": KATSYA, "about": 3, "said": 0, "acts": True}
    (presenter,) = stranger.data("/api/people?text=presenter")["people"]
    assert (presenter["about"], presenter["said"], presenter["acts"]) == (0, 1, False)


def test_every_word_must_be_in_one_of_their_names(stranger: Stranger) -> None:
    assert [one["name"] for one in stranger.data("/api/people?text=бор+КАЦЯ")["people"]] == [KATSYA]
    assert stranger.data("/api/people?text=каця+harbar") == {"at": stranger.data("/api/people")["at"], "count": 0} | {
        "people": []
    }


def test_whom_a_judgement_joins_is_one_with_their_other_names(newcomer: Stranger) -> None:
    enter(
        zalesia.act("Yazep Kalyada", "detained", "2025-03-02", 20),
        zalesia.act("Iosif Koliada", "released", "2025-05-02", 40),
    )
    one, other = (claim["participants"][0]["record_id"] for claim in newcomer.data("/api/claims")["claims"])
    enter(same(one, other))
    for asked in ("kalyada", "koliada"):
        found = newcomer.data(f"/api/people?text={asked}")
        assert found["people"] == [
            {"id": one, "name": "Yazep Kalyada", "others": ["Iosif Koliada"], "about": 2, "said": 0, "acts": True}
        ]


def test_a_page_at_a_time(stranger: Stranger) -> None:
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        found = stranger.data(f"/api/people?limit=2{after}")
        seen += [one["id"] for one in found["people"]]
        assert found["count"] == 5
        after = f"&after={found['next']}" if "next" in found else None
    assert len(seen) == len(set(seen)) == 5


def test_a_cited_entry_is_read_again(newcomer: Stranger) -> None:
    enter(zalesia.act("Yazep Kalyada", "detained", "2025-03-02", 20))
    before = newcomer.data("/api/people")
    enter(zalesia.act("Iosif Koliada", "released", "2025-05-02", 40))
    assert newcomer.data("/api/people")["count"] == 2
    assert newcomer.data(f"/api/people?at={before['at']}") == before


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    before = stranger.queries("/api/people")
    people = [zalesia.act(f"Person Number {number}", "detained", "2025-01-02", number * 20) for number in range(40)]
    enter(*people)
    assert stranger.queries("/api/people") == before < 40
