"""/api/people/{id}: one person, where they stood on a day, what is said of them, by whom and in which words."""

from tests import zalesia
from tests.web.site import Stranger, enter, link, same

HARBAR = "Pavel Harbar: detained, 6 May 2023."


def of(stranger: Stranger, statement: str) -> str:
    """The address of who takes part in a claim."""
    return f"/api/people/{stranger.claim(statement)['participants'][0]['record_id']}"


def test_one_person_has_the_documented_keys(stranger: Stranger) -> None:
    found = stranger.data(of(stranger, HARBAR))
    assert list(found) == [
        *("at", "as_of", "known_on", "id", "name", "names", "description", "members", "standing", "custody"),
        *("about_count", "about", "said_count", "said", "apart"),
    ]
    assert found["name"] == found["names"][0]["name"] == "Pavel Harbar"
    (member,) = found["members"]
    assert (member["id"], member["kind"], member["judged"]) == (found["id"], "record", False)
    assert [one["value"] for one in found["description"]] == ["1985-06-07"]
    assert found["about_count"] == len(found["about"]) == 3
    assert (found["said_count"], found["said"], found["apart"]) == (0, [], [])


def test_where_they_stood_is_of_a_day_as_known_on_another(stranger: Stranger) -> None:
    address = of(stranger, HARBAR)
    held = stranger.data(f"{address}?as_of=2024-01-01")["standing"]
    assert (held["words"], held["as_of"], held["certainly"]) == ("in custody", "2024-01-01", True)
    assert stranger.claim(HARBAR)["id"] in held["claims"]
    assert stranger.data(address)["standing"]["words"] == "not in custody"
    before = stranger.data(f"{address}?known_on=2020-01-01")
    assert "standing" not in before
    assert (before["known_on"], before["about_count"]) == ("2020-01-01", 1)


def test_a_claim_has_its_words_or_why_not(stranger: Stranger) -> None:
    (held,) = stranger.data(of(stranger, "Iosif Koliada-Nebesny is held in Prison No. 4."))["about"]
    assert held["words"]["exact"].startswith("remains in Prison No. 4")
    (agent,) = [one["agent_id"] for one in stranger.claim("Prisoners are traded.")["attribution"]]
    found = stranger.data(f"/api/people/{agent}")
    assert "standing" not in found
    assert [one["not_shown"] for one in found["said"]] == ["not held here"]


def test_every_member_of_a_person_finds_the_same(newcomer: Stranger) -> None:
    enter(
        zalesia.act("Yazep Kalyada", "detained", "2025-03-02", 20),
        zalesia.act("Iosif Koliada", "released", "2025-05-02", 40),
    )
    claims = newcomer.data("/api/claims")["claims"]
    one, other = (claim["participants"][0]["record_id"] for claim in claims)
    before = newcomer.data(f"/api/people/{one}")
    enter(same(one, other), link("contradicts", *(claim["id"] for claim in claims)))
    found = newcomer.data(f"/api/people/{one}")
    assert found == newcomer.data(f"/api/people/{other}")
    assert [member["judged"] for member in found["members"]] == [True, True]
    assert found["apart"] == [{"claims": [claim["id"] for claim in claims]}]
    assert newcomer.data(f"/api/people/{one}?at={before['at']}") == before


def test_it_asks_a_fixed_small_number_of_questions(newcomer: Stranger) -> None:
    enter(zalesia.act("Yazep Kalyada", "detained", "2025-03-02", 20))
    address = of(newcomer, "Yazep Kalyada: detained, 2025-03-02.")
    before = newcomer.queries(address)
    enter(*(zalesia.act("Yazep Kalyada", "detained", f"2025-03-{day:02}", day * 20) for day in range(3, 30)))
    assert newcomer.queries(address) == before < 60
