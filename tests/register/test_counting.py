"""What a count reads is what the bodies say, claim by claim, for every reader and at every entry."""

from dataclasses import astuple, fields
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from habeas.claims import identity
from habeas.claims.vocabulary import Access, WithdrawalReason
from habeas.register import clustered, judged, log, models, read, write
from habeas.register.chain import Head
from habeas.register.counting import Counting, counting, counting_of
from habeas.register.draft import Draft
from habeas.register.opening import replay
from habeas.register.rows import insert
from habeas.register.session import writing
from habeas.register.tellers import Tellers
from tests import zalesia
from tests.golden import make
from tests.oracle import counting_rows as oracle

from .test_projections import empty

DAY = {"original": "2025-11-12", "edtf": "2025-11-12", "earliest": "2025-11-12", "latest": "2025-11-12"}
FREED = {**DAY, "extent": "within", "meaning": "happened"}
THREE = "the three of Zareche"


def group(name: str = THREE, **said: Any) -> Draft:
    made = identity.group_in_document(write.register_key(), zalesia.DOCUMENT, name)
    return Draft("group", {"id": made, "document": zalesia.DOCUMENT, "name": name, **said}, "test")


def of_group(three: Draft, kind: str = "released", start: int = 500, **said: Any) -> Draft:
    whom = {"role": "subject", "name": "the three", "group": three.body["id"]}
    act = {"kind": kind, "group": three.body["id"]}
    return zalesia.claim("Three were let go.", start, type="act", when=FREED, participants=[whom], act=act, **said)


def member(three: Draft, name: str, start: int = 600, **said: Any) -> Draft:
    whom = {"role": "member", "name": name, "record": zalesia.record(name).body["id"], "group": three.body["id"]}
    return zalesia.claim(f"{name} was one of them.", start, type="event", participants=[whom], **said)


def recognised(name: str, *bodies: str, start: int = 700, **said: Any) -> Draft:
    record = zalesia.record(name).body["id"]
    whom = {"role": "subject", "name": name, "record": record}
    recognition = {"record": record, "bodies": list(bodies), **said}
    return zalesia.claim(f"{name}.", start, type="recognition", participants=[whom], recognition=recognition)


def sex(name: str, value: str, start: int) -> Draft:
    told = {"record": zalesia.record(name).body["id"], "property": "sex", "value": value}
    return zalesia.claim(f"{name}: {value}.", start, type="attribute", attribute=told)


def seen_by(ceiling: Access = Access.staff, at: Head | None = None) -> read.View:
    return read.View(at or log.head(), ceiling)


def agree(found: Counting, seen: read.View) -> None:
    """Row by row with the oracle: same rows, same order."""
    for name in ("acts", "recognitions", "attributes", "memberships"):
        rows = [tuple(getattr(one, field.name) for field in fields(one)) for one in getattr(found, name)]
        assert rows == list(getattr(oracle, name)(seen)), name


def a_story() -> None:
    """Every sort of row, some public, some sealed, corrected, taken back, denied, graded."""
    lantern = zalesia.agent().body["id"]
    three = group(low=3, high=3)
    ministry = zalesia.agent("Interior Ministry of Zalesia")
    yazep = zalesia.act("Yazep Kalyada", "detained", "2021-05-03", 0)
    chain = [{"agent": ministry.body["id"], "kind": "official"}, {"kind": "anonymous"}]
    planned = zalesia.act("Yazep Kalyada", "released", "2026-05-03", 50)[1]
    planned.body["when"] = {**planned.body["when"], "meaning": "planned_end"}
    public = zalesia.enter(
        three, ministry, yazep, planned,
        zalesia.act("Zoya Vrubel", "released", "2025-11-12", 100, attribution=chain),
        zalesia.act("Zoya Vrubel", "released", "2025-11-12", 120, polarity="denied", modality="hedged")[1],
        of_group(three, place={"name": "Zareche", "country": "ZZ"}), member(three, "Zoya Vrubel"),
        recognised("Zoya Vrubel", lantern, ministry.body["id"]),
        sex("Zoya Vrubel", "f", 800),
        access=Access.public, vouched_by=zalesia.KEEPER,
    )  # fmt: skip
    zalesia.enter(zalesia.act("Iosif Kaliada", "died", "2024-03-04", 150), sex("Iosif Kaliada", "m", 850))
    by = write.actor(zalesia.KEEPER)
    write.withdraw(public.claims[:1], WithdrawalReason.source_retracted, by, day="2025-12-01")
    zalesia.enter(recognised("Zoya Vrubel", lantern, start=750, withdrawn="yes", ex_post_facto="yes"))
    zalesia.enter(zalesia.grade("reliability", lantern, "B"), zalesia.grade("credibility", public.claims[2], "2"))
    zalesia.enter(zalesia.grade("reliability", zalesia.DOCUMENT, "D"), zalesia.link("contradicts", *public.claims[2:4]))
    write.set_access(Access.sealed, by, zalesia.KEEPER, claims=public.claims[-1:])


def test_the_rows_are_those_of_the_bodies_for_every_reader_at_every_entry(register: Path) -> None:
    a_story()
    shown = set()
    for seq in range(1, log.head().seq + 1):
        entry = log.entry(seq)
        assert entry is not None
        for ceiling in (Access.public, Access.staff, Access.sealed):
            seen = seen_by(ceiling, Head(seq, entry.hash))
            found = counting(seen)
            agree(found, seen)
            shown.add((len(found.acts), len(found.recognitions), len(found.attributes), len(found.memberships)))
    assert max(shown) == (5, 2, 2, 1)
    assert len(shown) > 3


def test_the_rows_of_the_golden_log_are_those_of_its_bodies(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    empty(request, "sqlite", tmp_path)
    with writing() as database:
        log.keep(database, make.entries(3))
        insert(database, models.Erased, sorted(make.erased(3).items()))
        replay(iter(make.entries(3)), "default", 0)
    found = counting(seen_by())
    agree(found, seen_by())
    assert [len(rows) for rows in (found.acts, found.recognitions, found.memberships)] == [3, 1, 1]
    assert (len(found.same), len(found.different)) == (1, 0)


def test_a_group_is_given_where_an_act_or_a_member_names_it(register_sqlite: Path) -> None:
    three, nobody = group(low=3), group("those never mentioned", low=1, high=2)
    zalesia.enter(three, nobody, zalesia.record("Zoya Vrubel"), of_group(three), member(three, "Zoya Vrubel"))
    found = counting(seen_by())
    assert [astuple(one) for one in found.groups.values()] == [(three.body["id"], THREE, 3, None)]
    members = [(one.group, one.record) for one in found.memberships]
    assert members == [(three.body["id"], zalesia.record("Zoya Vrubel").body["id"])]
    assert counting(seen_by(Access.public)).groups == {}


def test_what_is_judged_of_two_claims_joins_no_persons(register_sqlite: Path) -> None:
    one = zalesia.act("Zoya Vrubel", "released", "2025-11-12", 100)
    other = zalesia.act("Z. Vrubel", "released", "2025-11-12", 120)
    first, second = both = tuple(zalesia.enter(one, other).claims)
    zalesia.enter(zalesia.one_act(first, second), zalesia.link("contradicts", first, second))
    found = counting(seen_by())
    assert (set(found.same), set(found.different), set(found.contradicts)) == ({both}, set(), {both})
    assert not clustered.persons(seen_by()).representative
    assert judged.judgements(seen_by()) == []
    zalesia.enter(zalesia.one_act(first, second, "different"))
    assert (set(counting(seen_by()).same), set(counting(seen_by()).different)) == (set(), {both})
    zalesia.enter(zalesia.one_act(first, second, "different", retracted="yes"))
    assert not counting(seen_by()).different


def test_what_is_judged_of_a_claim_is_for_whoever_sees_both(register_sqlite: Path) -> None:
    public = zalesia.enter(
        zalesia.act("Zoya Vrubel", "released", "2025-11-12", 100), access=Access.public, vouched_by=zalesia.KEEPER
    ).claims
    staff = zalesia.enter(zalesia.act("Zoya Vrubel", "released", "2025-11-12", 120)[1]).claims
    zalesia.enter(zalesia.one_act(*public, *staff), zalesia.link("contradicts", *public, *staff))
    for ceiling, pairs in ((Access.public, 0), (Access.staff, 1)):
        found = counting(seen_by(ceiling))
        assert (len(found.same), len(found.contradicts)) == (pairs, pairs)


def test_more_claims_are_no_more_queries(register_sqlite: Path) -> None:
    a_story()
    with CaptureQueriesContext(connection) as few:
        counting(seen_by(Access.public))
    more = [zalesia.act(f"Somebody {one}", "detained", "2022-02-02", 1000 + 20 * one) for one in range(40)]
    zalesia.enter(*more, access=Access.public, vouched_by=zalesia.KEEPER)
    with CaptureQueriesContext(connection) as many:
        assert len(counting(seen_by(Access.public)).acts) > 40
    assert len(few) == len(many) < 20


def test_of_a_few_claims_no_more_grades_are_read_than_are_theirs(register_sqlite: Path) -> None:
    acts = [zalesia.act(name, "detained", "2021-05-03", 40 * at) for at, name in enumerate(("Zoya", "Anton", "Pavel"))]
    one, *others = zalesia.enter(*acts).claims
    teller, other = (str(zalesia.agent(name).body["id"]) for name in (zalesia.LANTERN, "Northern Watch"))
    zalesia.enter(*(zalesia.grade("credibility", claim, "2") for claim in (one, *others)))
    zalesia.enter(zalesia.agent("Northern Watch"), zalesia.grade("reliability", other, "E"))
    zalesia.enter(zalesia.grade("reliability", teller, "B"), zalesia.grade("reliability", zalesia.DOCUMENT, "C"))
    seen = read.view(None, Access.staff)
    (row,) = counting_of(seen, frozenset({one})).acts
    assert row in counting(seen).acts
    assert (row.told.reliability, row.told.credibility) == ("B", "2")
    assert Tellers(seen, {one})._believed.grades.keys() == {one, teller, zalesia.DOCUMENT}
