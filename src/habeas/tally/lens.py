"""Whose claims are admitted: a lens has a name, a version, and a sentence that a reader can hold it to.

A lens looks only at who speaks, how, and how they are graded, never at what is said. What it refuses is refused by a
named condition, so that it can be counted and listed. A denied claim passes the same conditions as an affirmed one; it
is then an alternative to the act it is linked to, and never an act.
"""

from dataclasses import dataclass

from habeas.claims.vocabulary import Credibility, Modality, Polarity, Reliability, Review
from habeas.claims.wording import say

_JUDGED_RELIABILITY = frozenset(grade.value for grade in Reliability) - {"F"}
_JUDGED_CREDIBILITY = frozenset(grade.value for grade in Credibility) - {"6"}
ANY = "any"
_ASKED = (Review.accepted.value, ANY)
_POLARITIES = frozenset(polarity.value for polarity in Polarity)


@dataclass(frozen=True, slots=True)
class Told:
    """What a lens looks at in a claim.

    `speaker` is the agent id of the innermost speaker (None: protected, or no agent); `kinds` the attribution kinds of
    all links, outermost first; `reliability` is A to F, of speaker or publisher, `credibility` 1 to 6, of the claim;
    `review` is its last word on the claim, accepted where there was none.
    """

    speaker: str | None
    kinds: tuple[str, ...]
    modality: str
    polarity: str
    reliability: str = "F"
    credibility: str = "6"
    review: str = Review.accepted.value


@dataclass(frozen=True, slots=True)
class Lens:
    """A lens: `sentence` says in full what the other fields make of it; a field left empty asks for nothing.

    `speakers` are agent ids, one of which must be the innermost speaker. Every link must be of one of the `kinds`. The
    speaker must be graded `reliability` (A best, E worst) or better, the claim `credibility` (1 best, 5 worst) or
    better; not judged (F, 6) is refused by either. `review` is "accepted", or "any": what is under second look too.
    Raises ValueError where the version is below 1, a grade is not one that somebody judged, or `review` neither word.
    """

    name: str
    version: int
    sentence: str
    speakers: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    modalities: frozenset[str] = frozenset({Modality.asserted.value, Modality.claimed.value})
    reliability: str | None = None
    credibility: str | None = None
    review: str = Review.accepted.value

    def __post_init__(self) -> None:
        if self.version < 1:
            raise ValueError(f"lens {self.name}: its version is {self.version}: the first version is 1")
        if self.reliability is not None and self.reliability not in _JUDGED_RELIABILITY:
            raise ValueError(f"lens {self.name}: reliability is {self.reliability!r}: write one of A, B, C, D, E")
        if self.credibility is not None and self.credibility not in _JUDGED_CREDIBILITY:
            raise ValueError(f"lens {self.name}: credibility is {self.credibility!r}: write one of 1, 2, 3, 4, 5")
        if self.review not in _ASKED:
            raise ValueError(f"lens {self.name}: review is {self.review!r}: write one of {', '.join(_ASKED)}")


EVERY = Lens(
    name="every accepted claim",
    version=1,
    sentence=say(
        "Admits every claim that is asserted or claimed, and affirmed, by whomever it is made, unless a review says to "
        "take a second look at it. What is denied on the same terms counts only against the act that it is linked to, "
        "as an alternative."
    ),
)


def refuses(lens: Lens, told: Told) -> str | None:
    """The first condition that the claim fails (a field of `Lens`, or "polarity"), or None: it is admitted.

    A chain without a link fails any condition on `kinds`.
    """
    conditions = (
        ("speakers", not lens.speakers or told.speaker in lens.speakers),
        ("kinds", not lens.kinds or (bool(told.kinds) and lens.kinds.issuperset(told.kinds))),
        ("modalities", told.modality in lens.modalities),
        ("polarity", told.polarity in _POLARITIES),
        ("reliability", _as_good(told.reliability, lens.reliability, _JUDGED_RELIABILITY)),
        ("credibility", _as_good(told.credibility, lens.credibility, _JUDGED_CREDIBILITY)),
        ("review", told.review == Review.accepted or lens.review == ANY),
    )
    return next((name for name, met in conditions if not met), None)


def _as_good(grade: str, asked: str | None, judged: frozenset[str]) -> bool:
    return asked is None or (grade in judged and grade <= asked)
