"""Claims of several documents, each with the words that carry it as far as they may be shown."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from habeas.register import read
from habeas.register.read import ReadClaim, View

from . import words
from .claims import as_json
from .opened import Claim

Json = dict[str, Any]


def open_claims(claims: Sequence[ReadClaim], documents: Mapping[str, Json], seen: View) -> dict[int, Claim]:
    """Each claim by its entry, with its words as far as they may be shown; `documents` by id."""
    every = list(dict.fromkeys(claims))
    readable = read.with_visible_words(seen, {*documents, *(claim.body["document"] for claim in every)})
    said = {claim.seq: one for claim, one in zip(every, as_json(every, seen, readable=readable), strict=True)}
    by_document: dict[str, list[ReadClaim]] = defaultdict(list)
    for claim in every:
        by_document[claim.body["document"]].append(claim)
    found: dict[int, Claim] = {}
    for document, some in by_document.items():
        read_in = words.document(documents[document], document in readable) if document in documents else None
        carried = words.of_claims([claim.body for claim in some], read_in, seen)
        found.update({claim.seq: Claim(said[claim.seq], *shown) for claim, shown in zip(some, carried, strict=True)})
    return found
