"""How far what was said is believed: its grade, and the last word of a review on it, both asked in one question.

Reviews, like grades, live on the recorded clock alone: at an entry they hold for every known day.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.db.models import Value

from . import models
from .query import Rows, View, standing
from .rows import batched

REVIEW = "review"


class Review(NamedTuple):
    """The last word on a claim, and the entry that says it."""

    verdict: str
    seq: int


class Believed(NamedTuple):
    """The grade of each that has one (of agents and documents the reliability, of claims the credibility), by id.

    `reviews` has the claims of which there is a review; of the others nobody asked for a second look.
    """

    grades: Mapping[str, str]
    reviews: Mapping[str, Review]


def believed(seen: View, targets: Collection[str]) -> Believed:
    """How far each of these is believed at the view."""
    graded, reviewed = dict[str, str](), dict[str, Review]()
    grades, reviews = standing(models.Grade, seen.at.seq), standing(models.Review, seen.at.seq)
    for some in batched(sorted(set(targets))):
        found = of_rows(grades.filter(target__in=some), reviews.filter(claim__in=some))
        graded.update(found.grades)
        reviewed.update(found.reviews)
    return Believed(graded, reviewed)


def of_rows(grades: Rows, reviews: Rows) -> Believed:
    """What these rows of grades and of reviews say."""
    graded, reviewed = dict[str, str](), dict[str, Review]()
    others = reviews.values_list(Value(REVIEW), "claim", "verdict", "entry")
    for kind, target, word, entry in grades.values_list("kind", "target", "grade", "entry").union(others, all=True):
        if kind == REVIEW:
            reviewed[target] = Review(word, entry)
        else:
            graded[target] = word
    return Believed(graded, reviewed)
