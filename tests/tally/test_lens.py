"""Whose claims a lens admits: against the conditions in words, and who is heard of in Zalesia."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.claims.vocabulary import AttributionKind, Credibility, Modality, Polarity, Reliability, Review
from habeas.tally.lens import EVERY, Lens, Told, refuses

kinds = st.sampled_from([kind.value for kind in AttributionKind][:4])
modalities = st.sampled_from([modality.value for modality in Modality])
told = st.builds(
    Told,
    speaker=st.sampled_from((None, "prison watch", "ministry")),
    kinds=st.lists(kinds, max_size=3).map(tuple),
    modality=modalities,
    polarity=st.sampled_from([polarity.value for polarity in Polarity]),
    reliability=st.sampled_from([grade.value for grade in Reliability]),
    credibility=st.sampled_from([grade.value for grade in Credibility]),
    review=st.sampled_from([verdict.value for verdict in Review]),
)
lenses = st.builds(
    Lens,
    name=st.just("drawn"),
    version=st.just(1),
    sentence=st.just("Drawn for a test."),
    speakers=st.frozensets(st.sampled_from(("prison watch", "ministry"))),
    kinds=st.frozensets(kinds),
    modalities=st.frozensets(modalities),
    reliability=st.sampled_from((None, *"ABCDE")),
    credibility=st.sampled_from((None, *"12345")),
    review=st.sampled_from(("accepted", "any")),
)


@given(lenses, told)
def test_a_claim_is_admitted_where_it_meets_every_condition_in_words(lens: Lens, claim: Told) -> None:
    refused = refuses(lens, claim)
    met = {
        "speakers": lens.speakers == frozenset() or claim.speaker in lens.speakers,
        "kinds": lens.kinds == frozenset()
        or (len(claim.kinds) > 0 and all(kind in lens.kinds for kind in claim.kinds)),
        "modalities": claim.modality in lens.modalities,
        "reliability": lens.reliability is None or claim.reliability in "ABCDE"[: "ABCDE".index(lens.reliability) + 1],
        "credibility": lens.credibility is None or claim.credibility in "12345"[: int(lens.credibility)],
        "review": claim.review == "accepted" or lens.review == "any",
    }
    assert refused == next((name for name, yes in met.items() if not yes), None)


@given(lenses, told)
def test_a_denial_passes_the_same_conditions(lens: Lens, claim: Told) -> None:
    affirmed, denied = (replace(claim, polarity=polarity) for polarity in ("affirmed", "denied"))
    assert refuses(lens, affirmed) == refuses(lens, denied)


WATCH = Told("prison watch", ("reporter_voice", "on_record"), "asserted", "affirmed", reliability="B")


def test_every_accepted_claim_admits_whoever_asserts_or_claims() -> None:
    assert refuses(EVERY, WATCH) is None
    assert refuses(EVERY, Told(None, (), "claimed", "denied")) is None
    assert refuses(EVERY, Told("prison watch", (), "rumour", "affirmed")) == "modalities"
    assert refuses(EVERY, Told("prison watch", (), "asserted", "perhaps")) == "polarity"


def test_what_is_under_second_look_is_admitted_by_a_lens_that_says_so_alone() -> None:
    doubted = replace(WATCH, review="second_look")
    assert refuses(EVERY, doubted) == "review"
    assert refuses(replace(EVERY, name="either", review="any"), doubted) is None


def test_the_weakest_link_counts() -> None:
    ministry = Lens("the authorities", 1, "What officials say.", kinds=frozenset({"official", "state_media"}))
    assert refuses(ministry, Told("ministry", ("state_media", "official"), "asserted", "affirmed")) is None
    assert refuses(ministry, Told("ministry", ("anonymous", "official"), "asserted", "affirmed")) == "kinds"


def test_what_nobody_graded_is_not_good_enough_for_any_grade() -> None:
    lens = Lens("graded", 1, "Graded E or better, 5 or better.", reliability="E", credibility="5")
    assert refuses(lens, WATCH) == "credibility"
    assert refuses(Lens("graded", 1, "Graded E or better.", reliability="E"), WATCH) is None
    assert refuses(lens, Told("ministry", ("official",), "asserted", "affirmed", credibility="1")) == "reliability"


@pytest.mark.parametrize(
    "fields",
    [{"version": 0}, {"reliability": "F"}, {"reliability": "a"}, {"credibility": "6"}, {"review": "second_look"}],
)
def test_what_a_lens_cannot_ask_for(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="lens drawn"):
        Lens(name="drawn", sentence="Drawn for a test.", **({"version": 1} | fields))
