"""Rules, groups and accounts drawn to collide, and the small calendar they lie in."""

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from habeas.claims.act import ACTS, Act, CustodyState
from habeas.custody.report import Report
from habeas.custody.standing import Population
from habeas.tally.count import Group, GroupReport
from habeas.tally.rule import HELD, Rule
from tests.custody.drawn import accounts, on, one_report
from tests.custody.drawn import populations as narrow
from tests.oracle.tally_totals import Unnamed, may_move

NAMES = ("alice", "bob", "charlie")


def flow(quantity: str = "outflow", unit: str = "detentions", **fields: Any) -> Rule:
    """A flow of the month in Zalesia, of the population of `held`."""
    given = {"population": HELD.population, "period": "month", "where": ()} | fields
    return Rule(name="drawn", version=1, sentence="Drawn for a test.", quantity=quantity, unit=unit, **given)  # type: ignore[arg-type]


def stock(**fields: Any) -> Rule:
    given = {"population": HELD.population} | fields
    return Rule(name="drawn", version=1, sentence="Drawn for a test.", quantity="stock", unit="persons", **given)


def round_of(low: int, act: Act, first: int | None, last: int | None, **fields: Any) -> GroupReport:
    """A group of whom `act` is reported between two days of the calendar."""
    claim, high = fields.get("claim", act.value), fields.get("high", low)
    group = Group(fields.get("id", claim), "a round", low, high, frozenset(fields.get("members", ())))
    return GroupReport(group, Report(claim, fields.get("order", 0), act, on(first), on(last)))


@st.composite
def group_reports(draw: st.DrawFn) -> list[GroupReport]:
    """Up to two acts of groups, each of a claim of its own, told of up to four people, three of whom have names."""
    drawn = []
    for number in range(draw(st.integers(0, 2))):
        low = draw(st.integers(0, 3))
        group = Group(f"g{number}", "a round", low, low + draw(st.integers(0, 1)), draw(members))
        reported = draw(one_report())
        report = Report(f"round {number}", number, reported.act, reported.earliest, reported.latest)
        drawn.append(GroupReport(group, report))
    return drawn


def unnamed(each: GroupReport, rule: Rule, day: date) -> Unnamed:
    """What the group and its act allow, in the words of the oracle, with the days walked one by one."""
    row, report = ACTS[each.report.act], each.report
    counted = {state.value for state in rule.population.states}
    moves = may_move(row.finds, row.leaves, row.state, counted, rule.quantity == "inflow")
    if rule.where or rule.population.recognised_by:
        moves |= {False}
    first, last = report.earliest or date(2020, 1, 1), report.latest or date(2022, 1, 1)
    days = {date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)}
    inside = {rule.start(day) <= one <= day for one in days}
    high = each.group.low if each.group.high is None else each.group.high
    moved = frozenset(moves and within for moves in moves for within in inside)
    return Unnamed(tuple(range(each.group.low, high + 1)), each.group.members, moved)


members = st.frozensets(st.sampled_from(NAMES))
units = st.sampled_from(("detentions", "events"))
quantities = st.sampled_from(("inflow", "outflow"))
some_states = st.frozensets(st.sampled_from(CustodyState))
populations = st.builds(Population, some_states)
wheres = st.sampled_from(((), (), (("sex", "female"),)))
attributes = st.lists(
    st.tuples(st.just("sex"), st.sampled_from(("female", "male")), st.sampled_from("xyz")), max_size=2
)
told = st.builds(
    lambda account, said: replace(account, attributes=tuple(said)), accounts(most=2, most_stated=1), attributes
)
people = st.dictionaries(st.sampled_from(NAMES), told, max_size=3)
narrowed = st.builds(replace, narrow, leaving_day=st.booleans())
stocks = st.builds(lambda whom, where: stock(population=whom, where=where), narrowed, wheres)
flows = st.builds(
    lambda quantity, unit, whom, where, period: flow(quantity, unit, population=whom, where=where, period=period),
    quantities,
    st.sampled_from(("persons", "detentions", "events")),
    narrowed,
    wheres,
    st.sampled_from(("day", "month", "ever")),
)
rules = stocks | flows
