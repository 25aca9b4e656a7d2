"""Names that are easily missed, and words that are easily taken for one: every mention is found, and no other."""

import tomllib
from typing import Any

import pytest

from habeas.names.in_text.mixed import unmixed
from habeas.names.known import Known

from .test_known import HERE, read

TEXTS = tomllib.loads((HERE / "hard.toml").read_text(encoding="utf-8"))["texts"]


@pytest.mark.parametrize("one", TEXTS, ids=lambda one: str(one["about"]))
def test_every_mention_is_found_and_no_other(one: dict[str, Any]) -> None:
    text, spans = read(one["text"])
    found = [
        (mention.start, mention.end, mention.words, "+".join(mention.known))
        for mention in Known(one["people"]).find(text)
    ]
    marked = [(start, end, text[start:end], key) for start, end, key in spans]
    order = {key: place for place, key in enumerate(one["people"])}
    assert [(*one[:3], sorted(one[3].split("+"), key=order.__getitem__)) for one in found] == [
        (*one[:3], one[3].split("+")) for one in marked
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Жывiцкi", "Жывіцкі"),
        ("Kaляда", "Каляда"),
        ("Kalуada", "Kalyada"),
        ("WiФи", "WiФи"),  # of no one alphabet
        ("Kalyada Каляда", "Kalyada Каляда"),
        ("a1б", "a1б"),
    ],
)
def test_a_word_of_two_alphabets_is_put_into_one(word: str, expected: str) -> None:
    assert unmixed(word) == expected
    assert len(unmixed(word)) == len(word)
