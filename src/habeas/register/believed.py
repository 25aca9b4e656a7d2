"""How far what was said is believed: its grade, and the last word of a review on it, both asked in one question.

Reviews, like grades, live on the recorded clock alone: at an entry they hold for every known day.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from django.db.models import Value

from . import models
from .query import Rows, View, standing, together
from .worded import worded

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
    return _told(_believed(seen, targets))


@worded
def _believed(seen: View, targets: Collection[str]) -> Rows:
    grades, reviews = standing(models.Grade, seen.at.seq), standing(models.Review, seen.at.seq)
    return _both(grades.filter(target__in=targets), reviews.filter(claim__in=targets))


def of_rows(grades: Rows, reviews: Rows) -> Believed:
    """What these rows of grades and of reviews say."""
    return _told(_both(grades, reviews))


def _both(grades: Rows, reviews: Rows) -> Rows:
    others = reviews.values_list(Value(REVIEW), "claim", "verdict", "entry")
    return together((grades.values_list("kind", "target", "grade", "entry"), others))


def _told(rows: Iterable[tuple[str, str, str, int]]) -> Believed:
    graded, reviewed = dict[str, str](), dict[str, Review]()
    for kind, target, word, entry in rows:
        if kind == REVIEW:
            reviewed[target] = Review(word, entry)
        else:
            graded[target] = word
    return Believed(graded, reviewed)
