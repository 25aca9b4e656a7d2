"""Known names are found in texts of five languages, in two scripts and every case, each at its place, and no others."""

import re
import tomllib
from pathlib import Path

import pytest

from habeas.names.known import Known

HERE = Path(__file__).parent
TABLE = tomllib.loads((HERE / "texts.toml").read_text(encoding="utf-8"))
MARKED = re.compile(r"\[([^\]|]*)\|(\w+)\]")
KNOWN = Known(TABLE["people"], TABLE["places"], TABLE["bodies"])


def read(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """A text without its marks, and what was marked: start, end and key."""
    text, spans, done = "", [], 0
    for mark in MARKED.finditer(marked):
        text += marked[done : mark.start()]
        spans.append((len(text), len(text) + len(mark[1]), mark[2]))
        text += mark[1]
        done = mark.end()
    return text + marked[done:], spans


@pytest.mark.parametrize("one", TABLE["texts"], ids=lambda one: one["language"])
def test_every_mention_is_found_and_no_other(one: dict[str, str]) -> None:
    text, spans = read(one["text"])
    found = [(mention.start, mention.end, mention.known[0]) for mention in KNOWN.find(text)]
    def told(some): return [(text[start:end], key) for start, end, key in some]
    assert told(found) == told(spans)
    assert found == spans
