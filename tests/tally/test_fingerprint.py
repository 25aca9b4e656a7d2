"""The number of an id is that of its first sixteen hexadecimal digits, or a hash of it where it is none."""

from hashlib import blake2b

from hypothesis import given
from hypothesis import strategies as st

from habeas.tally.fingerprint import _of_ids

digits = st.text("0123456789abcdefABCDEF", min_size=1, max_size=64)
others = st.sampled_from(("", "g", "12g4", "0123456789abcdefg", "0123456789abcdeg", "é", "p 7", "абв"))


@given(st.lists(digits | others, max_size=6))
def test_ids_are_numbered_alone_or_together(ids: list[str]) -> None:
    assert _of_ids(ids).tolist() == [_number(one) for one in ids]


def _number(one: str) -> int:
    if one and all(letter in "0123456789abcdefABCDEF" for letter in one[:16]):
        return int(one[:16], 16)
    return int.from_bytes(blake2b(one.encode(), digest_size=8).digest())
