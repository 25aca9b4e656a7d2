"""Claims of several documents, each with the words that carry it as far as they may be shown."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from habeas.register.read import ReadClaim, View

from . import words
from .claims import Beside, as_json, beside
from .opened import Claim

Json = dict[str, Any]


def open_claims(
    claims: Sequence[ReadClaim], documents: Mapping[str, Json], seen: View, near: Beside | None = None
) -> dict[int, Claim]:
    """Each claim by its entry, with its words as far as they may be shown; `documents` by id.

    `near` is what is asked beside them, where that was asked already.
    """
    every = list(dict.fromkeys(claims))
    near = near or beside(every, seen, documents=documents)
    said = {claim.seq: one for claim, one in zip(every, as_json(every, seen, near=near), strict=True)}
    by_document: dict[str, list[ReadClaim]] = defaultdict(list)
    for claim in every:
        by_document[claim.body["document"]].append(claim)
    found: dict[int, Claim] = {}
    for document, some in by_document.items():
        read_in = words.document(documents[document], document in near.readable) if document in documents else None
        carried = words.of_claims([claim.body for claim in some], read_in, seen)
        found.update({claim.seq: Claim(said[claim.seq], *shown) for claim, shown in zip(some, carried, strict=True)})
    return found
