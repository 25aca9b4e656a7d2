"""Registers drawn to collide: claims that become known, and are given up, on few days; as a table and plainly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import numpy as np
from hypothesis import strategies as st

from habeas.claims.act import Act
from habeas.custody.report import Account, Recognition, Report
from habeas.custody.stretch import NO_ROW, stretches
from habeas.custody.whereabouts import Asked
from habeas.tally.rule import Rule
from habeas.tally.table import ACT_NUMBER, ALWAYS, NEVER, NOT_STATED, STATE, Acts, Judged, Said, Table
from tests.custody.drawn import BODIES, TELLING, accounts, the

from .drawn import NAMES, narrowed, some_states, stock, wheres

FIRST_KNOWN = date(2021, 4, 1)
KNOWN_DAYS = [FIRST_KNOWN + timedelta(days=step) for step in range(-1, 5)]
DAYS = [the(number) for number in range(-3, 14)]
__all__ = ["BODIES", "DAYS", "KNOWN_DAYS"]


@dataclass(frozen=True)
class Person:
    """Somebody's claims: an account of all there ever were, from which day until which each was known, and its row."""

    account: Account
    spans: Mapping[str, tuple[date, date | None]]
    rows: Mapping[str, int]


Register = Mapping[str, Person]


def on_day(person: Person, known: date) -> Account:
    """What was known of a person on a day, chosen claim by claim."""
    since = {claim: span[0].isoformat() for claim, span in person.spans.items()}
    here = {claim for claim, (first, until) in person.spans.items() if first <= known and (not until or known < until)}
    account = person.account
    reports = tuple(replace(one, known=since[one.claim]) for one in account.reports if one.claim in here)
    told = stretches((one, person.rows[one.claim]) for one in reports)
    return replace(
        account,
        reports=reports,
        recognitions=tuple(replace(one, known=since[one.claim]) for one in account.recognitions if one.claim in here),
        attributes=tuple(one for one in account.attributes if one[2] in here),
        contradicts=account.contradicts | told.slips,
        sequences=told.sequences,
    )


def people_on(register: Register, known: date) -> dict[str, Account]:
    """Everybody of whom an affirmed act was known on a day."""
    found = {name: on_day(person, known) for name, person in register.items()}
    return {name: one for name, one in found.items() if any(not report.denied for report in one.reports)}


def table_of(register: Register) -> Table:
    """The same as a table."""
    people = sorted(register)
    claims = sorted({claim for person in register.values() for claim in person.spans})
    number = {claim: place for place, claim in enumerate(claims)}
    columns: list[list[int]] = []
    start, said, judged = [0], {}, {}
    for place, name in enumerate(people):
        person = register[name]
        reports = sorted(person.account.reports, key=lambda one: one.order)
        columns += [_row(one, person, number) for one in reports]
        start.append(len(columns))
        said[place] = [*_stated(person, number), *_attributes(person, number)]
        judged[place] = Judged(person.account.same, person.account.different, person.account.contradicts)
    return Table(people, claims, _acts(columns, start), said, judged)


def _acts(columns: list[list[int]], start: list[int]) -> Acts:
    table = np.array(columns, dtype=np.int64).reshape(-1, 10).T
    kinds: Sequence[Any] = (np.int32, np.int64, *[np.int32] * 4, np.int8, np.int8, np.bool_, np.int32)
    return Acts(np.array(start), *(column.astype(kind) for column, kind in zip(table, kinds, strict=True)))


def _row(one: Report, person: Person, number: Mapping[str, int]) -> list[int]:
    state = STATE.index(one.state) if one.state else NOT_STATED
    first = one.earliest.toordinal() if one.earliest else ALWAYS
    last = one.latest.toordinal() if one.latest else NEVER
    known = _span(person, one.claim)
    return [
        number[one.claim],
        one.order,
        *known,
        first,
        last,
        ACT_NUMBER[one.act],
        state,
        one.denied,
        person.rows[one.claim],
    ]


def _span(person: Person, claim: str) -> tuple[int, int]:
    since, until = person.spans[claim]
    return since.toordinal(), until.toordinal() if until else NEVER


def _stated(person: Person, number: Mapping[str, int]) -> list[Said]:
    return [
        Said(number[one.claim], one.order, *_span(person, one.claim), _known(one, person))
        for one in person.account.recognitions
    ]


def _known(one: Recognition, person: Person) -> Recognition:
    return replace(one, known=person.spans[one.claim][0].isoformat())


def _attributes(person: Person, number: Mapping[str, int]) -> list[Said]:
    return [
        Said(number[claim], 0, *_span(person, claim), (name, value)) for name, value, claim in person.account.attributes
    ]


def asked_of(rule: Rule) -> Asked:
    """What of a rule the rectangles depend on."""
    population = rule.population
    all_day = population.states if population.leaving_day else None
    return Asked(population.recognised_by, population.stale_after, all_day)


@st.composite
def persons(draw: st.DrawFn, judged: bool = True, acts: Sequence[Act] = TELLING) -> Person:
    """Somebody drawn, with claims of few known days, some of them given up again."""
    account = draw(accounts(most=4, most_stated=1, judged=judged, acts=acts))
    values = draw(st.lists(st.sampled_from(("female", "male")), max_size=2))
    account = replace(account, attributes=tuple(("sex", value, f"s{n}") for n, value in enumerate(values)))
    told = [one.claim for one in account.reports] + [one.claim for one in account.recognitions]
    claims = told + [claim for _, _, claim in account.attributes]
    step = st.integers(0, 3)
    spans = {}
    for claim in claims:
        known, later = draw(step), draw(st.sampled_from((None, None, None, 1, 2)))
        until = FIRST_KNOWN + timedelta(days=known + later) if later else None
        spans[claim] = (FIRST_KNOWN + timedelta(days=known), until)
    rows = {claim: draw(st.sampled_from((NO_ROW, NO_ROW, 0, 1))) for claim in claims}
    return Person(account, spans, rows)


def _apart(name: str, person: Person) -> Person:
    """The person with claims of their own."""

    def own(claim: str) -> str:
        return f"{name} {claim}"

    def pairs(some: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        return frozenset((own(one), own(other)) for one, other in some)

    account = person.account
    return Person(
        replace(
            account,
            reports=tuple(replace(one, claim=own(one.claim)) for one in account.reports),
            recognitions=tuple(replace(one, claim=own(one.claim)) for one in account.recognitions),
            attributes=tuple((key, value, own(claim)) for key, value, claim in account.attributes),
            same=pairs(account.same),
            different=pairs(account.different),
            contradicts=pairs(account.contradicts),
            sequences=frozenset(),
        ),
        {own(claim): span for claim, span in person.spans.items()},
        {own(claim): row for claim, row in person.rows.items()},
    )


@st.composite
def registers(draw: st.DrawFn, judged: bool = True, acts: Sequence[Act] = TELLING) -> Register:
    """Up to three people."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
    return {name: _apart(name, draw(persons(judged=judged, acts=acts))) for name in names}


rules = st.builds(lambda whom, where: stock(population=whom, where=where), narrowed, wheres)
plain_rules = st.builds(lambda states: stock(population=replace(stock().population, states=states)), some_states)
