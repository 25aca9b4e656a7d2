"""The canonical text: one text for one value, the same as JSON reads back, and nothing outside the form."""

import json
from typing import Any
from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.canonical import LARGEST, CanonicalError, canonical, canonical_body

texts = st.text(st.characters(min_codepoint=1, codec="utf-8"))
keys = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1)
values = st.recursive(
    texts | st.integers(-LARGEST, LARGEST), lambda inner: st.lists(inner) | st.dictionaries(keys, inner), max_leaves=20
)


def nfc(value: Any) -> Any:
    """The value with every string in NFC: the slow, obvious way."""
    if isinstance(value, str):
        return normalize("NFC", value)
    if isinstance(value, list):
        return [nfc(item) for item in value]
    return {key: nfc(item) for key, item in value.items()} if isinstance(value, dict) else value


@given(values)
def test_it_reads_back_as_the_value_in_nfc(value: Any) -> None:
    assert json.loads(canonical(value)) == nfc(value)


@given(st.dictionaries(keys, values))
def test_order_of_keys_does_not_matter(value: dict[str, Any]) -> None:
    assert canonical(value) == canonical(dict(reversed(value.items())))


@given(values)
def test_it_is_its_own_canonical_text(value: Any) -> None:
    assert canonical(json.loads(canonical(value))) == canonical(value)


def test_nothing_is_escaped_that_json_does_not_require() -> None:
    assert canonical({"b": "Ў/é\u2028\x7f", "a": ['"\\\n\t\x01', -1]}) == (
        '{"a":["\\"\\\\\\n\\t\\u0001",-1],"b":"Ў/é\u2028\x7f"}'
    )


def test_a_combining_mark_after_an_escape_does_not_break_the_text() -> None:
    text = canonical({"a": "\n\u0303"})
    assert json.loads(text) == {"a": "\n\u0303"}
    assert not is_normalized("NFC", text)


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({"a": [1, 2.5]}, r"a\[1\] is a float"),
        ({"a": True}, "a is a bool"),
        ({"a": None}, "a is a NoneType"),
        ({"a": {"b": "x\0"}}, r"a\.b holds the character U\+0000"),
        ({"a": "\ud800"}, "a holds half a character"),
        ({"é": 1}, "keys are ASCII"),
        ({"a": 2**53}, "within"),
    ],
)
def test_what_is_outside_the_form_is_refused_with_its_place(value: Any, why: str) -> None:
    with pytest.raises(CanonicalError, match=why):
        canonical(value)


@given(values)
def test_the_sooner_way_gives_the_same_text(value: Any) -> None:
    assert canonical_body({"a": value}) == canonical({"a": value})


@pytest.mark.parametrize("text", ["x\0", "\ud800", "e\u0301", "\n\u0303", "\\u0000", "Ў", "\x01"])
def test_the_sooner_way_refuses_and_mends_the_same(text: str) -> None:
    try:
        expected = canonical({"a": text})
    except CanonicalError:
        with pytest.raises(CanonicalError):
            canonical_body({"a": text})
    else:
        assert canonical_body({"a": text}) == expected
