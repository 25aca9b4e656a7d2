"""What the register is, what it holds and what it does not know."""

from .site import Stranger

QUERIES = 7


def test_it_says_what_it_holds_and_what_it_does_not_know(stranger: Stranger) -> None:
    said = stranger.read("/about")
    assert "Documents6" in said
    assert "Claims14" in said
    assert "People4" in said
    assert "A count of the people named here is not an estimate of the people held." in said


def test_what_is_none_is_told_in_words(newcomer: Stranger) -> None:
    said = newcomer.read("/about")
    assert "Documentsnone" in said
    assert "Peoplenone" in said


def test_it_asks_a_fixed_small_number_of_questions(stranger: Stranger) -> None:
    assert stranger.queries("/about") == QUERIES
