"""/api/tally: the figure of the command line, with everything that it hangs on."""

from tests import zalesia
from tests.web.site import Stranger, enter

ASKED = "/api/tally?as_of=2025-11-12&known_on=2025-12-01"
QUERIES = 2  # when it was read before


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
