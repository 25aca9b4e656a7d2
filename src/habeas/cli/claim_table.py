"""Claims as a table: what is claimed, who says so, when; and beneath it which of them contradict which."""

from collections.abc import Sequence
from typing import Any

from habeas.answers import plain
from habeas.claims.vocabulary import NOT_JUDGED, LinkKind, Polarity, Review
from habeas.claims.when import When

from . import show

Json = dict[str, Any]


def print_claims(claims: Sequence[Json]) -> None:
    """The table, with the grades if any was judged, the reviews if one is under second look, and the contradictions."""
    head = ["claim", "type", "what is claimed", "who says so", "when"]
    rows = [[one["id"][:8], one["type"], statement(one), speakers(one), when(one)] for one in claims]
    if any(one["grade"] != "".join(NOT_JUDGED) for one in claims):
        head.append("grade")
        rows = [[*row, one["grade"]] for row, one in zip(rows, claims, strict=True)]
    if any(plain.review_of(one) == Review.second_look for one in claims):
        head.append("review")
        rows = [[*row, plain.plainly(plain.review_of(one))] for row, one in zip(rows, claims, strict=True)]
    show.table(head, rows)
    for told in contradictions(claims):
        show.line(told)


def contradictions(claims: Sequence[Json]) -> list[str]:
    """Each contradiction once, as "1a2b3c4d contradicts 5e6f7a8b"; of a claim that is not printed that it is not."""
    printed, told = {one["id"] for one in claims}, dict[frozenset[str], str]()
    for one in claims:
        for link in one.get("links", ()):
            if link["kind"] == LinkKind.contradicts:
                beyond = "" if link["claim"] in printed else ", which is not printed here"
                line = f"{one['id'][:8]} contradicts {link['claim'][:8]}{beyond}"
                told.setdefault(frozenset((one["id"], link["claim"])), line)
    return list(told.values())


def speakers(claim: Json) -> str:
    """The chain of speakers in words: "A, as told to B"; outermost last."""
    return plain.speakers(claim["attribution"])


def statement(claim: Json) -> str:
    """What is claimed; of what is denied, that it is."""
    return f"Denied: {claim['statement']}" if claim["polarity"] == Polarity.denied else str(claim["statement"])


def when(claim: Json) -> str:
    """The uncertain date of a claim in words; nothing where it has none."""
    return When.from_dict(claim["when"]).plain() if "when" in claim else ""
