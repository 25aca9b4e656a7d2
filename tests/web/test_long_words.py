"""Words that no column has room for may be broken, and nothing else of a name is touched."""

import pytest

from habeas.web.long_words import breakable
from habeas.web.words import named
from tests.odd_registers import LONG, RUNS_ON


@pytest.mark.parametrize("word", [LONG, RUNS_ON])
def test_a_long_word_is_marked_and_stays_as_it_was_written(word: str) -> None:
    assert breakable(f"of {word} & Co") == f'of <span class="long">{word}</span> &amp; Co'


@pytest.mark.parametrize("name", ["Yazep Kalyada", "Committee of the Relatives of Prisoners", "Aryna Žytsen-Haiova"])
def test_a_name_that_breaks_by_itself_is_left_alone(name: str) -> None:
    assert named(name) == f"<bdi>{name}</bdi>"


def test_what_is_marked_is_escaped() -> None:
    assert breakable("<" * 30) == f'<span class="long">{"&lt;" * 30}</span>'
