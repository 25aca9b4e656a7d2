"""Who says what a count reads, and how far they are believed: what a lens looks at in a claim."""

from collections.abc import Collection

from django.db.models import Q

from habeas.claims.vocabulary import NOT_JUDGED, Review
from habeas.tally.lens import Told

from . import models
from .believed import Believed, of_rows
from .query import View, standing


class Tellers:
    """Who says each claim, and how far they are believed: each manner of telling made once."""

    def __init__(self, seen: View, claims: Collection[str] | None) -> None:
        self._chains = _chains(claims)
        tellers = {teller for _, teller, _ in self._chains.values() if teller}
        self._believed = _believed(seen, claims, tellers)
        self._told: dict[tuple[object, ...], Told] = {}

    def told(self, entry: int, claim: str, document: str, modality: str, polarity: str) -> Told:
        """What a lens looks at in a claim; in its own voice a document is as reliable as it is graded itself."""
        speaker, teller, kinds = self._chains.get(entry, (None, None, ()))
        grades, review = self._believed.grades, self._believed.reviews.get(claim)
        reliability = grades.get(teller or document, NOT_JUDGED[0].value)
        credibility = grades.get(claim, NOT_JUDGED[1].value)
        verdict = review.verdict if review else Review.accepted.value
        how = (speaker, kinds, modality, polarity, reliability, credibility, verdict)
        found = self._told.get(how)
        if found is None:
            found = self._told[how] = Told(*how)
        return found


def _believed(seen: View, claims: Collection[str] | None, tellers: Collection[str]) -> Believed:
    """The grade of each that has one, and each review; of some claims theirs, and of their tellers and documents."""
    grades, reviews = standing(models.Grade, seen.at.seq), standing(models.Review, seen.at.seq)
    if claims is not None:
        read_in = models.Claim.objects.filter(id__in=claims).values("document")
        grades = grades.filter(Q(target__in=[*claims, *tellers]) | Q(target__in=read_in))
        reviews = reviews.filter(claim__in=claims)
    return of_rows(grades, reviews)


def _chains(claims: Collection[str] | None) -> dict[int, tuple[str | None, str | None, tuple[str, ...]]]:
    """By entry: the agent of the innermost link, the innermost agent, and the kinds of all links."""
    found: dict[int, tuple[str | None, str | None, tuple[str, ...]]] = {}
    links = models.Attribution.objects.order_by("entry", "position")
    if claims is not None:
        links = links.filter(entry__in=models.Claim.objects.filter(id__in=claims).values("entry"))
    for entry, agent, kind in links.values_list("entry", "agent", "kind"):
        before = found.get(entry)
        found[entry] = (agent, agent or before[1], (*before[2], kind)) if before else (agent, agent, (kind,))
    return found
