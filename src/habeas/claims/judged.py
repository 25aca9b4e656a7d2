"""The shape of what is judged of claims, records and sources, version 1 of each body.

Links, judgements, grades and reviews. Each has an id; a later entry of it supersedes, and the earlier one stays.
"""

from .shape import Check, list_of, matching, one_of, shape, some_id, text, variant, whole, yes
from .vocabulary import Correction, Credibility, LinkKind, Reliability, Review, Sameness

SUPERSEDING: dict[str, Check] = {"supersedes": whole(1), "correction": one_of(Correction)}

CLAIM_LINK = shape(
    {"id": some_id, "kind": one_of(LinkKind), "claim": some_id, "other": some_id},
    {"note": text, "retracted": yes} | SUPERSEDING,
)
JUDGEMENT = shape(
    {"id": some_id, "one": some_id, "other": some_id, "verdict": one_of(Sameness), "reason": text},
    {
        "evidence": list_of(some_id, 1),
        "score": matching(r"0(\.[0-9]+)?|1(\.0+)?", "a score from 0 to 1, as printed and in quotes,"),
        "about": matching("claims", "“claims”"),
        "retracted": yes,
    }
    | SUPERSEDING,
)
RELIABILITY = shape({"id": some_id, "target": some_id, "grade": one_of(Reliability)}, {"note": text} | SUPERSEDING)
CREDIBILITY = shape({"id": some_id, "claim": some_id, "grade": one_of(Credibility)}, {"note": text} | SUPERSEDING)
_review: dict[str, Check] = {"id": some_id, "claim": some_id, "verdict": one_of(Review)}
REVIEW = variant(
    "verdict",
    {
        Review.accepted: shape(_review, {"note": text} | SUPERSEDING),
        Review.second_look: shape({**_review, "note": text}, SUPERSEDING),  # it says why
    },
)
