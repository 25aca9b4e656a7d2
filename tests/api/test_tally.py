"""/api/tally: the figure of the command line, with everything that it hangs on."""

from tests import zalesia
from tests.web.site import Stranger, enter

ASKED = "/api/tally?as_of=2025-11-12&known_on=2025-12-01"
QUERIES = 1  # when it was read before


def test_a_figure_comes_with_its_bounds_rule_lens_days_and_entry(stranger: Stranger) -> None:
    found = stranger.data(ASKED)
    assert (found["low"], found["best"], found["high"], found["named"], found["people"]) == (2, 3, 3, 3, 4)
    assert (found["as_of"], found["known_on"]) == ("2025-11-12", "2025-12-01")
    assert found["rule"] == "held"
    assert found["access"] == "public"
    assert found["claim_count"] == len(found["claims"]) == 4
    assert found["assumed"] == 3
    assert found["at"] == stranger.data("/api/claims?limit=1")["at"]
    assert "note" not in found


def test_where_nobody_is_named_a_note_says_so(newcomer: Stranger) -> None:
    found = newcomer.data("/api/tally")
    assert (found["low"], found["best"], found["high"], found["note"]) == (0, 0, 0, "nobody is named here")


def test_without_a_day_it_is_that_of_the_latest_tally(stranger: Stranger) -> None:
    assert stranger.data("/api/tally")["as_of"] == "2025-11-14"


def test_a_citation_gives_the_same_answer_when_the_log_has_gone_on(stranger: Stranger) -> None:
    cited = f"{ASKED}&at={stranger.data(ASKED)['at']}"
    before = stranger.data(cited)
    enter(*zalesia.act("Matsvei Lipen-Bor", "detained", "2025-01-02"))
    assert stranger.data(cited) == before
    assert stranger.data(ASKED)["best"] == before["best"] + 1


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries(ASKED) == QUERIES


def test_long_lists_go_on_after_a_place(newcomer: Stranger) -> None:
    some = [zalesia.act(f"Somebody {number:03}", "detained", "2025-01-02", number * 20) for number in range(230)]
    enter(*(draft for drafts in some for draft in drafts))
    pages = [newcomer.data(ASKED)]
    while "next" in pages[-1]:
        pages.append(newcomer.data(f"{ASKED}&after={pages[-1]['next']}"))
    assert [(one["best"], one["claim_count"]) for one in pages] == 3 * [(230, 230)]
    people = [one["name"] for page in pages for one in page["counted"]]
    claims = [one for page in pages for one in page["claims"]]
    assert people == [f"Somebody {number:03}" for number in range(230)]
    assert len(set(claims)) == len(claims) == 230


def test_a_short_answer_does_not_go_on(stranger: Stranger) -> None:
    assert "next" not in stranger.data(ASKED)
    assert stranger.data(f"{ASKED}&after=100")["counted"] == []
