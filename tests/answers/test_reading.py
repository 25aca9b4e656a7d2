"""A text set out for reading: against its characters one by one, for texts and spans of every sort."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.answers.reading import Paragraph, Segment, Span, pages, paragraphs, set_out

TEXTS = st.text(st.sampled_from("ab .\n\r\t\u05d0\u0436\U0001f600"), max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda one: (one[0], sum(one))), max_size=8)


def read(found: list[Paragraph]) -> str:
    """All words of a text that is set out."""
    return "".join(one.words or "" for some in found for one in some.segments)


def every(spans: list[Span]) -> set[int]:
    """The characters that stand in any of the spans."""
    return {place for start, end in spans for place in range(start, end)}


@given(TEXTS, SPANS, SPANS)
def test_what_is_read_is_the_text_without_what_is_guarded(text: str, passages: list[Span], guarded: list[Span]) -> None:
    hidden = every(guarded)
    wanted = "".join(text[place] for span in paragraphs(text) for place in range(*span) if place not in hidden)
    assert read(set_out(text, passages, guarded)) == wanted


@given(st.integers(1, 60), SPANS, SPANS)
def test_no_guarded_character_is_anywhere(length: int, passages: list[Span], guarded: list[Span]) -> None:
    text = "".join(chr(0x4E00 + place) for place in range(length))  # each character once
    found = repr([[(one.words, one.ends) for one in some.segments] for some in set_out(text, passages, guarded)])
    assert not {text[place] for place in every(guarded) if place < length} & set(found)


@given(TEXTS, SPANS, SPANS)
def test_the_number_of_every_claim_stands_once(text: str, passages: list[Span], guarded: list[Span]) -> None:
    found = set_out(text, passages, guarded)
    numbers = [number for some in found for one in some.segments for number in one.ends]
    assert sorted(numbers) == list(range(1, len(passages) + 1))
    assert numbers == [number for some in found for number in some.claims]


@given(TEXTS, SPANS)
def test_what_a_claim_stands_on_is_marked_and_nothing_else(text: str, passages: list[Span]) -> None:
    marked = every(passages)
    for span, paragraph in zip(paragraphs(text), set_out(text, passages, []), strict=True):
        told = [one.carries for one in paragraph.segments for _ in one.words or ""]
        assert told == [place in marked for place in range(*span)]


@given(TEXTS)
def test_between_paragraphs_there_is_nothing_to_read(text: str) -> None:
    spans = paragraphs(text)
    assert "".join(text[start:end] for start, end in spans).split() == text.split() or len(spans) > 1
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())


@given(st.lists(st.integers(0, 50)), st.integers(1, 100))
def test_pages_hold_everything_in_order_and_no_more_than_they_can(weights: list[int], most: int) -> None:
    found = pages(weights, most)
    assert [index for one in found for index in one] == list(range(len(weights)))
    assert all(len(one) <= 1 or sum(weights[index] for index in one) <= most for one in found)


def test_nested_equal_and_overlapping_passages_are_marked_once() -> None:
    (found,) = set_out("one two three four", [(0, 7), (4, 7), (4, 13), (0, 13)], [])
    assert found.segments == (
        Segment("one two", True, (1, 2)),
        Segment(" three", True, (3, 4)),
        Segment(" four", False),
    )


def test_a_claim_on_guarded_words_has_its_number_after_the_gap() -> None:
    (found,) = set_out("he told me so", [(3, 10)], [(0, 7), (7, 12)])
    assert found.segments == (Segment(None, True, (1,)), Segment("o", False))


def test_paragraphs_are_between_blank_lines_or_one_a_line() -> None:
    assert [text[slice(*span)] for text in ["a\nb\n\n c\r\n\r\nd\n"] for span in paragraphs(text)] == ["a\nb", "c", "d"]
    assert [text[slice(*span)] for text in ["a\nb\n\n"] for span in paragraphs(text)] == ["a", "b"]
    assert paragraphs("") == [(0, 0)]
