"""Ids: from content alone, under a key; different things never share one because their parts run together."""

from hypothesis import given
from hypothesis import strategies as st

from habeas.claims import identity

KEY, OTHER = b"k" * 32, b"o" * 32
texts = st.text(st.characters(codec="utf-8", min_codepoint=1))


@given(texts, st.integers(0, 9999), st.integers(0, 9999), texts, st.integers(0, 9))
def test_the_same_content_has_the_same_id_and_another_key_another(
    document: str, start: int, end: int, kind: str, ordinal: int
) -> None:
    made = identity.claim_in_text(KEY, document, start, end, kind, ordinal)
    assert made == identity.claim_in_text(KEY, document, start, end, kind, ordinal)
    assert made != identity.claim_in_text(OTHER, document, start, end, kind, ordinal)
    assert made != identity.claim_in_text(KEY, document, start, end, kind, ordinal + 1)
    assert len(made) == identity.ID_LENGTH


@given(texts, texts, texts, texts)
def test_parts_do_not_run_together(a: str, b: str, c: str, d: str) -> None:
    if (a, b) != (c, d):
        from unicodedata import normalize

        same = [normalize("NFC", one) for one in (a, b)] == [normalize("NFC", one) for one in (c, d)]
        assert same or identity.record_in_list(KEY, "list", [a, b]) != identity.record_in_list(KEY, "list", [c, d])


def test_sorts_of_things_have_ids_of_their_own() -> None:
    ids = [
        identity.record_in_document(KEY, "d", "name", 0),
        identity.group_in_document(KEY, "d", "name"),
        identity.agent_in_document(KEY, "d", "name"),
        identity.agent_by_name(KEY, "name"),
        identity.cited_document(KEY, "name"),
        identity.record_in_list(KEY, "d", ["name"]),
        identity.claim_of_record(KEY, "d", "name", 0),
        identity.claim_on_page(KEY, "d", 1, "name", 0),
    ]
    assert len(set(ids)) == len(ids)


def test_an_id_is_written_down_so_that_it_never_changes() -> None:
    assert identity.claim_in_text(bytes(32), "b" * 64, 10, 25, "figure", 0) == "0e8c1c6ed1f5f7a761c083862c21739b"
    assert identity.record_in_list(bytes(32), "Held in Zalesia", ["7"]) == "e4dbe0e42f0e424a0272814b4c8bf553"
