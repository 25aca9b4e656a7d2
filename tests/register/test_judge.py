"""Judging who is one person: what cannot be so together is refused, and taking back leaves exactly what was before."""

import json
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habeas.claims.vocabulary import Access, Sameness
from habeas.linkage.clusters import clusters
from habeas.register import clustered, judge, judged, living, log, read, verify, write
from habeas.register.draft import Draft
from habeas.register.judge import Verdict
from habeas.register.query import Query
from habeas.register.refusals import CommandError, ContradictionError
from tests import zalesia
from tests.oracle import judged_persons as oracle

NAMES = ("Yazep Kalyada", "Yazep Kolyada", "Y. Kalyada", "Arkadz Bely", "Arkady Bely", "Nadzeya Bely")
SAME, DIFFERENT, UNDECIDED = Sameness.same, Sameness.different, Sameness.undecided


def staff() -> read.View:
    return read.view(None, Access.staff)


def marta() -> str:
    return write.actor(zalesia.EDITOR)


def say(
    one: str, verdict: Sameness, other: str, reason: str = "one birth", evidence: Sequence[str] = (), score: str = ""
) -> None:
    judge.judge([Verdict(one, other, verdict, reason, evidence, score)], marta())


def back(one: str, other: str) -> None:
    found = [live.id for live in living.around([one], log.head().seq) if {one, other} == set(live.ends)]
    judge.take_back(found[0], marta())


def standing() -> list[tuple[str, str, str, str | None, tuple[str, ...], str | None]]:
    """What stands, but for when it was said."""
    every = judged.judgements(staff())
    return sorted((one.id, one.verdict, str(one.by), one.reason, one.evidence, one.score) for one in every)


@pytest.fixture
def records(register: Path) -> list[str]:
    """The records of six names, in the order in which they were entered, each with an act."""
    zalesia.enter(*(zalesia.act(name, "held", "2025-10-01", 20 * place) for place, name in enumerate(NAMES)))
    return [str(zalesia.record(name).body["id"]) for name in NAMES]


def test_a_same_that_contradicts_a_different_is_refused_and_the_chain_is_told(records: list[str]) -> None:
    a, b, c, d, *_ = records
    say(a, SAME, b)
    say(c, SAME, d)
    say(a, DIFFERENT, d)
    head = log.head()
    with pytest.raises(ContradictionError, match="nothing was changed") as refused:
        say(b, SAME, c)
    assert refused.value.chain in ((a, b, c, d), (d, c, b, a))
    with pytest.raises(ContradictionError) as direct:
        say(a, SAME, d)
    assert set(direct.value.chain) == {a, d}
    with pytest.raises(ContradictionError):
        say(b, DIFFERENT, a)
    assert log.head() == head


def test_a_different_inside_a_person_is_refused_too(records: list[str]) -> None:
    a, b, c, *_ = records
    say(a, SAME, b)
    say(b, SAME, c)
    with pytest.raises(ContradictionError) as refused:
        say(c, DIFFERENT, a)
    assert refused.value.chain in ((a, b, c), (c, b, a))
    assert clustered.persons(staff()).conflicts == ()
    back(b, c)
    say(c, DIFFERENT, a)


def test_of_several_judgements_at_once_all_are_refused_if_they_do_not_agree(records: list[str]) -> None:
    a, b, c, *_ = records
    said = [
        Verdict(*pair, verdict, "one birth") for pair, verdict in (((a, b), SAME), ((b, c), SAME), ((a, c), DIFFERENT))
    ]
    with pytest.raises(ContradictionError):
        judge.judge(said, marta())
    assert judged.judgements(staff()) == []
    judge.judge(said[:2], marta())
    assert clustered.persons(staff()).person(c) == a


def test_taking_back_restores_exactly_what_stood_before_word_by_word(records: list[str]) -> None:
    a, b, *_ = records
    claim = read.claims(Query(), staff())[0].id
    steps = [standing()]
    say(a, UNDECIDED, b, reason="the photographs differ")
    steps.append(standing())
    say(a, SAME, b, evidence=[claim], score="0.93")
    steps.append(standing())
    say(a, UNDECIDED, b, reason="his sister says that he has a brother")
    assert [one.verdict for one in judged.judgements(staff())] == ["undecided"]
    while len(steps) > 0:
        back(a, b) if standing() else None
        assert standing() == steps.pop()
    with pytest.raises(CommandError, match="was taken back already"):
        judge.take_back(str(judge.draft_of(Verdict(a, b, SAME, "")).body["id"]), marta())
    say(a, SAME, b)
    back(a, b)
    assert standing() == []


def test_what_stood_before_is_not_restored_against_what_was_judged_since(records: list[str]) -> None:
    a, b, c, *_ = records
    say(a, SAME, b)
    say(a, UNDECIDED, b)
    say(b, SAME, c)
    say(a, DIFFERENT, c)
    head = log.head()
    with pytest.raises(ContradictionError):
        back(a, b)
    assert log.head() == head


def test_which_of_two_is_named_first_changes_nothing_and_the_same_said_again_adds_nothing(records: list[str]) -> None:
    a, b, *_ = records
    say(a, SAME, b)
    head = log.head()
    say(b, SAME, a)
    assert log.head() == head


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"other": "f" * 32}, "is no record and no agent of this register"),
        ({"other": None}, "both are one record"),
        ({"evidence": ["f" * 32]}, "is not a claim of this register"),
        ({"reason": ""}, "`reason`, is empty"),
        ({"score": "1.2"}, "a score from 0 to 1"),
        ({"score": "high"}, "a score from 0 to 1"),
        ({"other": "agent"}, "is an agent that is no person"),
    ],
)
def test_what_cannot_be_judged_is_refused(records: list[str], change: dict[str, object], told: str) -> None:
    said = {"one": records[0], "other": records[1], "verdict": SAME, "reason": "one birth"} | change
    said["other"] = {None: records[0], "agent": zalesia.agent().body["id"]}.get(said["other"], said["other"])  # type: ignore[call-overload]
    head = log.head()
    with pytest.raises(CommandError, match=told):
        judge.judge([Verdict(**said)], "a" * 32)  # type: ignore[arg-type]
    assert log.head() == head


judgements = st.lists(
    st.tuples(st.sampled_from(("same", "different", "undecided", "back")), st.integers(0, 5), st.integers(0, 5)).filter(
        lambda said: said[1] != said[2]
    ),
    min_size=1,
    max_size=12,
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(judgements)
def test_at_every_past_moment_the_persons_are_those_of_a_slow_replay(
    records: list[str], said: list[tuple[str, int, int]]
) -> None:
    """Random judgements and retractions, each refused exactly where it would leave a contradiction."""
    while left := judged.judgements(staff()):
        for word in left:
            with suppress(ContradictionError):  # then another one goes first
                judge.take_back(word.id, marta())
    began, going = log.head().seq, clustered.persons(staff())
    for verdict, first, second in said:
        one, other = records[first], records[second]
        before, at = oracle.live(log.head().seq), log.head().seq
        try:
            back(one, other) if verdict == "back" else say(one, Sameness(verdict), other)
        except IndexError:
            assert not any({one, other} == {word["one"], word["other"]} for word in before.values())
        except ContradictionError:
            assert log.head().seq == at
            assert verdict == "back" or _would_be_torn(before, one, verdict, other)
        going = clustered.persons_after(going, at, staff(), clustered.judged_among([one, other]))
        assert {each: going.person(each) for each in records} == oracle.persons(records, log.head().seq)
        assert going.conflicts == ()
    for at in range(began, log.head().seq + 1):
        entry = log.entry(at)
        assert entry is not None
        found = clustered.persons(read.view(f"{at}-{entry.hash[:8]}", Access.staff))
        assert {each: found.person(each) for each in records} == oracle.persons(records, at)


def _would_be_torn(before: dict[str, oracle.Said], one: str, verdict: str, other: str) -> bool:
    said = before | {"new": {"one": one, "other": other, "verdict": verdict}}
    return oracle.torn(oracle.reached(one, said), said)


def test_what_was_judged_by_command_is_in_the_projections_as_a_rebuild_makes_them(records: list[str]) -> None:
    a, b, *_ = records
    say(a, SAME, b, score="0.93")
    back(a, b)
    assert list(verify.faults()) == []
    bodies = [json.loads(entry.body) for entry in log.entries() if entry.kind == "judgement" and entry.body]
    assert [one.get("retracted") for one in bodies] == [None, "yes"]
    assert clusters([], {}) == clustered.persons(staff())


def test_who_is_judged_one_person_with_somebody_under_age_is_closed_and_stays_so(register: Path) -> None:
    zalesia.enter(*(zalesia.act(name, "held", "2025-10-01", 20 * place) for place, name in enumerate(NAMES[:4])))
    child, other, third, fourth = (str(zalesia.record(name).body["id"]) for name in NAMES[:4])
    body = dict(zalesia.record(NAMES[0]).body) | {"minor": "yes"}
    write.enter([Draft("record", body, "the list")], marta())
    write.set_access(Access.public, marta(), zalesia.EDITOR, claims=claims_of(other, third, fourth))
    say(other, SAME, third)
    assert names_open() == {other, third, fourth}
    say(child, SAME, other)
    assert names_open() == {fourth}, "the third is one with the other"
    with pytest.raises(CommandError, match="under age"):
        write.set_access(Access.public, marta(), zalesia.EDITOR, claims=claims_of(third))
    back(child, other)
    assert names_open() == {fourth}, "to take it back opens nothing"
    write.set_access(Access.public, marta(), zalesia.EDITOR, claims=claims_of(third))
    assert names_open() == {third, fourth}
    assert list(verify.faults()) == []


def claims_of(*records: str) -> list[str]:
    return [str(one.body["id"]) for one in read.claims(Query(), staff()) if one.body["act"]["record"] in records]


def names_open() -> set[str]:
    return {one.body["act"]["record"] for one in read.claims(Query(), read.view(None, Access.public))}
