"""The shapes of what is said: what passes, and how a fault names its key."""

from typing import Any

import pytest

from habeas.claims.bodies import KINDS, check_body
from habeas.claims.shape import ShapeError


def claim(**changed: Any) -> dict[str, Any]:
    body: dict[str, Any] = {
        "id": "a" * 32,
        "document": "b" * 64,
        "anchor": {"kind": "characters", "start": 0, "end": 5, "passage": "c" * 64},
        "ordinal": 0,
        "type": "figure",
        "topics": ["tally"],
        "statement": "412 are held.",
        "modality": "asserted",
        "polarity": "affirmed",
        "known": {"basis": "published", "earliest": "2025-11-14"},
        "attribution": [{"agent": "d" * 32, "kind": "on_record"}],
        "figure": {"subject": "people held", "kind": "stock", "comparator": "=", "unit": "persons", "low": "412"},
    }
    return {key: value for key, value in (body | changed).items() if value is not None}


def test_a_claim_passes() -> None:
    check_body("claim", claim())
    check_body("claim", claim(anchor={"kind": "page", "page": 3}))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"statement": None}, "`statement`, is missing"),
        ({"statement": " "}, "`statement`, is ' '"),
        ({"surely": "yes"}, "`surely`, is not a key"),
        ({"topics": []}, "`topics`, has 0 items"),
        ({"topics": ["tally", "weather"]}, r"`topics\[1\]`, is 'weather': one of tally, release"),
        ({"anchor": {"kind": "line", "line": 3}}, r"`anchor\.kind`, is 'line': one of characters, page, cell"),
        ({"anchor": {"kind": "characters", "start": -1, "end": 5, "passage": "c" * 64}}, r"`anchor\.start`, is -1"),
        ({"attribution": [{"agent": "d" * 32, "kind": "shouted"}]}, r"`attribution\[0\]\.kind`, is 'shouted'"),
        ({"attribution": []}, "`attribution`, has 0 items"),
        ({"known": {"basis": "published", "earliest": "2025-02-30"}}, r"`known\.earliest`, is '2025-02-30'"),
        (
            {"figure": {"subject": "a", "kind": "stock", "comparator": "!", "unit": "b"}},
            r"`figure\.comparator`, is '!'",
        ),
        ({"figure": {"subject": "a", "kind": "stock", "comparator": "=", "unit": "b", "low": "1,226"}}, "a number as"),
        ({"ordinal": True}, "`ordinal`, is True"),
        ({"id": "A" * 32}, "`id`, is 'AAAA"),
        ({"act": {"kind": "arrested"}}, r"`act\.kind`, is 'arrested'"),
    ],
)
def test_a_fault_names_its_key(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(ShapeError, match=told):
        check_body("claim", claim(**changed))


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("body", [None, [], "text", 7, {"surely": 1}, {}])
def test_no_kind_takes_anything(kind: str, body: Any) -> None:
    with pytest.raises(ShapeError):
        check_body(kind, body)
