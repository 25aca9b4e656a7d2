"""Whatever is entered, accounts that went on are those that a process reads which has just begun.

Random logs of every kind of entry: after each entry every row, table, fingerprint and book is compared, and at the end
whole figures.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.db import connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from habeas.answers import kept, tally
from habeas.answers.accounts import Accounts, accounts
from habeas.answers.called import called
from habeas.answers.dealt import dealt
from habeas.claims import identity
from habeas.claims.bodies import KINDS
from habeas.claims.vocabulary import Access, Modality, Reliability, WithdrawalReason
from habeas.register import clustered, counting, erase, log, name_index, since, write
from habeas.register.draft import Draft
from habeas.register.read import View
from habeas.register.refusals import CommandError
from habeas.tally.fingerprint import fingerprints
from habeas.tally.lens import EVERY, Lens
from habeas.tally.rule import HELD
from habeas.tally.stock import stock
from tests import zalesia
from tests.conftest import fresh
from tests.register.test_counting import group, member, of_group, recognised

BY = "Marta Veres"
NAMES = ("Zoya", "Anton", "Pavel", "Aryna")
KNOWN = date(2026, 1, 1)
CEILINGS = (Access.public, Access.staff)
TRUSTED = replace(EVERY, name="trusted", reliability=Reliability.C)
SAID = replace(EVERY, name="asserted", modalities=frozenset({Modality.asserted}))
ANYHOW = replace(EVERY, name="under second look too", review="any")
ASKED: tuple[tuple[Lens, str | None], ...] = (
    (EVERY, None), (EVERY, "ZZ"), (TRUSTED, None), (SAID, None), (ANYHOW, None)
)  # fmt: skip


class Keeper:
    """Somebody who enters things by chance; `claims` are what was entered so far."""

    def __init__(self, chance: Random) -> None:
        self.chance, self.claims, self.number = chance, list[str](), 0
        self.by = write.actor(BY)

    def pick(self) -> str:
        return self.chance.choice(self.claims)

    def two(self) -> tuple[str, str] | None:
        if len(self.claims) < 2:
            return None
        one, other = sorted(self.chance.sample(self.claims, 2))
        return one, other

    def start(self) -> int:
        """A new place in the document, or now and then one that a claim was read at: then it is a correction."""
        if self.number and self.chance.random() < 0.2:
            return 40 * self.chance.randrange(self.number)
        self.number += 1
        return 40 * (self.number - 1)

    def enter(self, *drafts: Any) -> None:
        access = self.chance.choice((Access.public, Access.staff))
        found = zalesia.enter(*drafts, access=access, vouched_by=BY)
        self.claims = list(dict.fromkeys([*self.claims, *found.claims]))

    def day(self) -> str:
        return (date(2021, 5, 1) + timedelta(self.chance.randrange(60))).isoformat()

    def name(self) -> str:
        return self.chance.choice(NAMES)

    def said(self) -> dict[str, Any]:
        """How a claim is told."""
        told: dict[str, Any] = {"known": (date(2021, 6, 1) + timedelta(self.chance.randrange(90))).isoformat()}
        if self.chance.random() < 0.2:
            told["polarity"] = "denied"
        if self.chance.random() < 0.3:
            told["modality"] = self.chance.choice(("claimed", "rumour", "hedged"))
        if self.chance.random() < 0.3:
            told["attribution"] = [{"kind": "anonymous"}]
        if self.chance.random() < 0.3:
            told["place"] = {"name": "Zareche", "country": self.chance.choice(("ZZ", "LT"))}
        return told

    def act(self) -> None:
        kind = self.chance.choice(("detained", "released", "held", "sentenced", "died", "at_liberty"))
        self.enter(zalesia.act(self.name(), kind, self.day(), self.start(), latest="2021-07-10", **self.said()))

    def attribute(self) -> None:
        prop, value = self.chance.choice((("sex", "f"), ("sex", "m"), ("region", "North")))
        self.enter(zalesia.attribute(self.name(), prop, value, self.start()))

    def recognition(self) -> None:
        name, lantern = self.name(), str(zalesia.agent().body["id"])
        said = {"withdrawn": "yes"} if self.chance.random() < 0.3 else {}
        self.enter(zalesia.record(name), recognised(name, lantern, start=self.start(), **said))

    def group(self) -> None:
        some = group(low=self.chance.randrange(1, 4), high=4)
        self.enter(some, of_group(some, start=self.start(), **self.said()))

    def member(self) -> None:
        some, name = group(low=2), self.name()
        self.enter(some, zalesia.record(name), member(some, name, start=self.start()))

    def persons(self) -> None:
        one, other = sorted(str(zalesia.record(name).body["id"]) for name in self.chance.sample(NAMES, 2))
        retracted = {"retracted": "yes"} if self.chance.random() < 0.2 else {}
        verdict = self.chance.choice(("same", "same", "different", "undecided"))
        self.enter(*map(zalesia.record, NAMES), zalesia.judgement(one, other, verdict, **retracted))

    def one_act(self) -> None:
        if both := self.two():
            retracted = {"retracted": "yes"} if self.chance.random() < 0.2 else {}
            self.enter(zalesia.one_act(*both, self.chance.choice(("same", "different")), **retracted))

    def link(self) -> None:
        if both := self.two():
            retracted = {"retracted": "yes"} if self.chance.random() < 0.2 else {}
            self.enter(zalesia.link(self.chance.choice(("contradicts", "contradicts", "repeats")), *both, **retracted))

    def reliability(self) -> None:
        target = self.chance.choice((zalesia.DOCUMENT, str(zalesia.agent().body["id"])))
        self.enter(zalesia.grade("reliability", target, self.chance.choice("ABCDE")))

    def credibility(self) -> None:
        if self.claims:
            self.enter(zalesia.grade("credibility", self.pick(), self.chance.choice("12345")))

    def review(self) -> None:
        if self.claims:
            verdict = self.chance.choice(("second_look", "second_look", "accepted"))
            self.enter(zalesia.review(self.pick(), verdict))

    def withdrawal(self) -> None:
        if self.claims:
            reason = self.chance.choice(list(WithdrawalReason))
            dated = reason in (WithdrawalReason.source_retracted, WithdrawalReason.source_corrected)
            write.withdraw([self.pick()], reason, self.by, day="2021-08-01" if dated else None)

    def access(self) -> None:
        if self.claims:
            level = self.chance.choice((Access.public, Access.public, Access.staff, Access.sealed))
            write.set_access(level, self.by, BY, claims=[self.pick()])

    def erase(self) -> None:
        if self.claims:
            erase.erase(self.by, "her own wish", BY, claims=[self.pick()])

    def rule(self) -> None:
        self.number += 1
        self.enter(zalesia.rule(f"rule {self.number}"), zalesia.lens(f"lens {self.number}"))

    def coverage(self) -> None:
        self.enter(zalesia.coverage(self.day(), region="Zareche", access=self.chance.choice(("public", "staff"))))

    def bargain(self) -> None:
        self.number += 1
        self.enter(zalesia.bargain(f"bargain {self.number}", zalesia.commitment("one", self.pick())))

    def document(self) -> None:
        self.enter(zalesia.document(title=self.chance.choice(("Courier", "The Courier"))))

    def list_version(self) -> None:
        self.number += 1
        key, one = write.register_key(), str(zalesia.record(self.name()).body["id"])
        made = identity.content_id(key, "list_version", f"Lantern list {self.number}")
        body = {"id": made, "list": "Lantern list", "document": zalesia.DOCUMENT, "records": [one]}
        self.enter(*map(zalesia.record, NAMES), Draft("list_version", body, "test"))


DEEDS: tuple[Callable[[Keeper], None], ...] = (
    Keeper.act, Keeper.act, Keeper.act, Keeper.act, Keeper.attribute, Keeper.recognition, Keeper.group, Keeper.member,
    Keeper.persons, Keeper.one_act, Keeper.link, Keeper.reliability, Keeper.credibility, Keeper.review,
    Keeper.withdrawal,
    Keeper.access, Keeper.erase, Keeper.rule, Keeper.coverage, Keeper.bargain, Keeper.document, Keeper.list_version,
)  # fmt: skip


def anew(ceiling: Access) -> Accounts:
    """The accounts that a process reads which has just begun."""
    seen = tally.view(None, ceiling)
    persons = clustered.persons(seen)
    return Accounts(seen, dealt(counting.counting(seen), persons), persons, seen.at.seq)


def same_rows(one: Accounts, other: Accounts) -> None:
    mine, theirs = one.read, other.read
    assert {person: list(rows) for person, rows in mine.people.items()} == dict(theirs.people)
    for name in ("acts_of_groups", "memberships", "groups", "same", "different", "contradicts", "assumed"):
        assert getattr(mine, name) == getattr(theirs, name), name
    assert dict(mine.properties) == dict(theirs.properties)
    assert (dict(one.persons.representative), one.persons.conflicts) == (
        dict(other.persons.representative), other.persons.conflicts
    )  # fmt: skip


def of_table(every: Accounts, lens: Lens, territory: str | None) -> dict[str, Any]:
    """What the table has of everybody who has a claim, in ids and in the order in which names are shown."""
    admitted = every.admitted(lens, territory)
    table, found = admitted.table, {}
    names, prints = admitted.name_rank, fingerprints(table).tolist()
    by_name, by_id = sorted({*names.tolist()}), sorted(admitted.person_rank.tolist())
    for number, person in enumerate(table.people):
        mine = table.rows(number)
        if table.versions(number):
            told = [(one.known, one.known_to, one.account, one.profile) for one in table.versions(number)]
            shown = [by_name.index(rank) for rank in names[mine].tolist()]
            found[person] = (told, admitted.names[mine], admitted.records[mine], shown, prints[number])
    order = sorted(found, key=lambda person: by_id.index(admitted.person_rank[table.number[person]]))
    assert order == sorted(found)
    return found


def same_names(seen: View) -> None:
    """Whoever is found by a name is found by it, and stands where they stand, in a process that has just begun."""
    found, wanted = called(seen), name_index.of_everybody(seen)
    assert found.names.stands == wanted.stands
    one_of = clustered.persons(seen).representative
    people = sorted(((name, one) for one, name in wanted.stands.items() if one_of.get(one, one) == one))
    assert found.having("") == [one for _, one in people]
    for name in NAMES:
        having = {one_of.get(one, one) for one, names in wanted.found_by.items() if name in names}
        having &= {one for _, one in people}
        assert set(found.having(name)) == having
        assert {one for one, near in found.near(name, 9).items() if near.words == name.lower()} == having


def same_tables(one: Accounts, other: Accounts) -> None:
    for lens, territory in ASKED:
        if other.admitted(lens, territory).table.people:
            assert of_table(one, lens, territory) == of_table(other, lens, territory)
        assert list(one.refused(lens, territory).items()) == list(other.refused(lens, territory).items())


def same_books(one: Accounts, other: Accounts) -> None:
    body = str(zalesia.agent().body["id"])
    asked_of_bodies = replace(HELD, population=replace(HELD.population, recognised_by=frozenset({body})))
    for rule in (HELD, asked_of_bodies):
        mine, theirs = (every.book(rule, EVERY) for every in (one, other))
        for day in range(0, 90, 6):
            for known in (date(2021, 6, 20), date(2021, 8, 2), KNOWN):
                point = (date(2021, 5, 1) + timedelta(day)).toordinal(), known.toordinal()
                assert stock(mine, rule, *point) == stock(theirs, rule, *point)


def figures() -> list[Any]:
    """What is told of some days, by everybody's claims and by those of the trusted."""
    found = []
    for ceiling in CEILINGS:
        seen = tally.view(None, ceiling)
        for lens in (EVERY, SAID):
            for step in (10, 40, 80):
                told = tally.tally(date(2021, 5, 1) + timedelta(step), KNOWN, seen, HELD, lens, "state").as_json()
                found.append(told)
    return found


def live(chance: Random, deeds: list[int]) -> None:
    """Enter by chance; after each entry what went on is what is read anew, at the end figures and all."""
    kept.forget()
    keeper = Keeper(chance)
    keeper.act()
    for deed in deeds:
        try:
            DEEDS[deed](keeper)
        except CommandError:
            continue  # what was erased or withdrawn is not touched again: nothing was entered
        if chance.random() < 0.3:
            continue  # several entries at once
        for ceiling in CEILINGS:
            found, wanted = accounts(tally.view(None, ceiling)), anew(ceiling)
            same_rows(found, wanted)
            same_names(found.seen)
            if chance.random() < 0.7:  # what nobody asks for goes on later
                same_tables(found, wanted)
                same_books(found, wanted)
    going_on = figures()
    kept.forget()
    assert going_on == figures()


@settings(  # a register is too slow to shrink by
    deadline=None, max_examples=10, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(0, 2**32), st.lists(st.integers(0, len(DEEDS) - 1), min_size=8, max_size=20))
def test_what_goes_on_is_what_is_read_anew(
    request: pytest.FixtureRequest, tmp_path: Path, seed: int, deeds: list[int]
) -> None:
    fresh(request, "sqlite", tmp_path)
    live(Random(seed), deeds)


@pytest.mark.parametrize("seed", range(2))
def test_on_both_databases_every_deed_is_done(register: Path, seed: int) -> None:
    chance = Random(seed)
    deeds = [*range(len(DEEDS)), *(chance.randrange(4) for _ in range(8))]
    chance.shuffle(deeds)
    live(chance, deeds)


def test_of_an_older_entry_nothing_changes_but_who_may_see(register_sqlite: Path) -> None:
    kept.forget()
    first = zalesia.enter(zalesia.act("Zoya", "detained", "2021-05-03"), access=Access.public, vouched_by=BY)
    hidden = zalesia.enter(zalesia.act("Anton", "detained", "2021-05-03", 40), access=Access.public, vouched_by=BY)
    cited, by = tally.view(None, Access.public), write.actor(BY)

    def counted() -> int:
        found = tally.tally(date(2021, 6, 1), KNOWN, cited).count.best
        assert tally.tally(date(2021, 6, 1), KNOWN, cited).count.best == found
        kept.forget()
        assert tally.tally(date(2021, 6, 1), KNOWN, cited).count.best == found
        return found

    zalesia.enter(zalesia.act("Zoya", "released", "2021-05-20", 80), access=Access.public, vouched_by=BY)
    assert counted() == 2
    write.set_access(Access.sealed, by, BY, claims=hidden.claims)
    assert counted() == 1
    write.withdraw(first.claims, WithdrawalReason.register_error, by)
    accounts(cited)
    write.set_access(Access.public, by, BY, claims=hidden.claims)
    assert accounts(cited).read.people.keys() == {str(zalesia.record(name).body["id"]) for name in ("Zoya", "Anton")}
    assert counted() == 2


def test_nothing_goes_on_where_a_backup_was_put_in_the_place_of_the_log(register_sqlite: Path, tmp_path: Path) -> None:
    kept.forget()
    connections.close_all()
    backup = Path(shutil.copy(register_sqlite / "register.db", tmp_path))
    zalesia.enter(zalesia.act("Zoya", "detained", "2021-05-03"))
    assert tally.tally(date(2021, 6, 1), KNOWN, tally.view(None, Access.staff)).count.best == 1
    connections.close_all()
    for file in register_sqlite.glob("register.db*"):
        file.unlink()
    shutil.copy(backup, register_sqlite / "register.db")
    zalesia.enter(zalesia.act("Anton", "detained", "2021-05-03"))
    zalesia.enter(zalesia.act("Anton", "released", "2021-05-20", 40))
    seen = tally.view(None, Access.staff)
    assert accounts(seen).read.people.keys() == {str(zalesia.record("Anton").body["id"])}
    assert tally.tally(date(2021, 6, 1), KNOWN, seen).count.best == 0


def test_every_kind_of_entry_says_what_it_touches() -> None:
    assert since.TOUCHES.keys() == KINDS.keys() - {"erase"}, "of an erasure nothing is told: everything is read again"


def test_an_entry_reads_no_row_that_it_does_not_touch(register_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.forget()
    zalesia.enter(*(zalesia.act(f"Somebody {number}", "detained", "2021-05-03", 40 * number) for number in range(20)))
    accounts(tally.view(None, Access.staff))

    def must_not(*_: Any) -> None:
        raise AssertionError("everything was read again")

    monkeypatch.setattr(counting, "counting", must_not)
    zalesia.enter(zalesia.act("Somebody 3", "released", "2021-06-01", 900))
    found = accounts(tally.view(None, Access.staff))
    assert sum(map(len, found.read.people.values())) == 21
    assert found.stood == log.head().seq
