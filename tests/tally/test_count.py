"""Counting people and groups: against every combination of what is possible, and a small prison by hand."""

from hypothesis import given, settings

from habeas.claims.act import CustodyState
from habeas.custody.report import Account
from habeas.custody.standing import Population
from habeas.tally.count import Count, Counted, CountedGroup, GroupReport, count
from habeas.tally.rule import HELD, Rule
from tests.custody.drawn import days, lives_of, the
from tests.oracle.passages import Asked, walks
from tests.oracle.placements import outcomes, possible_states, possibly_recognised
from tests.oracle.tally_totals import totals
from tests.tally.drawn import flow, flows, group_reports, people, rules, stock, stocks, unnamed
from tests.tally.zalesia import PRISON, ROUND


def figures(found: Count) -> tuple[int, int, int]:
    return found.low, found.best, found.high


def numbers(account: Account, rule: Rule, day: int) -> set[int]:
    """With how many each life of the person may be counted, in the words of the oracles."""
    whom, found = rule.population, set[int]()
    for acts, stated in lives_of(account):
        if rule.quantity == "stock":
            inside = outcomes(possible_states(acts, day, whom.stale_after), whom.states)
            by = [each for each in stated if each.body in whom.recognised_by]
            known = possibly_recognised(by, day) if whom.recognised_by else {True}
            found |= {int(one and other) for one in inside for other in known}
        else:
            first = {"day": day, "month": 0, "ever": -100}[rule.period]
            asked = Asked(frozenset(whom.states), whom.recognised_by, whom.stale_after)
            moves = {walk[1 if rule.quantity == "inflow" else 2] for walk in walks(acts, stated, (first, day), asked)}
            found |= {min(1, number) for number in moves} if rule.unit == "persons" else moves
    said = {value for prop, value, _ in account.attributes if prop == "sex"} or {"female", "male"}
    if not rule.where or said == {"female"}:
        return found
    return found | {0} if "female" in said else {0}


@settings(deadline=None, max_examples=150)
@given(people, days, stocks.filter(lambda rule: not rule.population.leaving_day))
def test_a_stock_is_the_least_and_the_most_that_can_be(named: dict[str, Account], day: int, rule: Rule) -> None:
    possible = totals({person: numbers(account, rule, day) for person, account in named.items()}, [], "persons")
    found = count(named, rule, the(day))
    assert (found.low, found.high) == (min(possible), max(possible))


@settings(deadline=None, max_examples=150)
@given(people, days, flows, group_reports())
def test_a_flow_is_the_least_and_the_most_that_can_be(
    named: dict[str, Account], day: int, rule: Rule, groups: list[GroupReport]
) -> None:
    each = {person: numbers(account, rule, day) for person, account in named.items()}
    told = [unnamed(one, rule, the(day)) for one in groups]
    found = count(named, rule, the(day), groups)
    if rule.period == "ever" and any(open_at_first(account) for account in named.values()):
        assert found.low <= min(totals(each, [] if rule.unit == "persons" else told, rule.unit))
    elif rule.unit == "persons":
        assert found.low == min(totals(each, [], rule.unit)), "who is not named is nobody for sure"
    else:
        assert found.low == min(totals(each, told, rule.unit))
    assert found.high == max(totals(each, told, rule.unit))


def open_at_first(account: Account) -> bool:
    """Whether something is told that may have been before the first of all days, where no window reaches."""
    firsts = [one.earliest for one in account.reports] + [one.earliest for one in account.recognitions]
    return None in firsts


def of(name: str, found: Count) -> tuple[int, int, int]:
    return next(((one.low, one.best, one.high) for one in found.people if one.person == name), (0, 0, 0))


@settings(deadline=None)
@given(people, days, rules, group_reports())
def test_a_count_is_the_sum_of_its_people_and_of_what_remains_of_its_groups(
    named: dict[str, Account], day: int, rule: Rule, groups: list[GroupReport]
) -> None:
    whole = count(named, rule, the(day), groups)
    each = [count({person: named[person]}, rule, the(day)) for person in sorted(named)]
    assert whole.people == tuple(one for alone in each for one in alone.people)
    rows: list[Counted | CountedGroup] = [*whole.people, *whole.groups]
    assert figures(whole) == tuple(
        map(sum, zip((0, 0, 0), *((row.low, row.best, row.high) for row in rows), strict=True))
    )
    assert whole.low <= whole.best <= whole.high
    assert whole.named == sum(alone.best for alone in each)
    assert set(whole.claims) == {claim for row in rows for claim in row.claims}
    assert len(set(whole.claims)) == len(whole.claims)


@settings(deadline=None)
@given(people, days, rules)
def test_low_best_and_high_of_each_person_are_in_order(named: dict[str, Account], day: int, rule: Rule) -> None:
    for one in count(named, rule, the(day)).people:
        assert 0 <= one.low <= one.best <= one.high > 0


def test_who_was_held_in_the_small_prison() -> None:
    found = count(PRISON, HELD, the(3), ROUND)
    assert figures(found) == (1, 3, 7)
    assert [one.person for one in found.people if one.low] == ["alice"]
    assert [one.person for one in found.people if one.best] == ["alice", "frank", "gala"]
    assert [one.person for one in found.people] == ["alice", "bob", "charlie", "dina", "frank", "gala", "hana"]
    assert (found.named, found.groups) == (3, ())


def test_what_opens_the_figure() -> None:
    people = {one.person: one.claims for one in count(PRISON, HELD, the(3)).people}
    assert people["alice"] == ("a1", "a2")
    assert people["bob"] == ("b1",)
    assert set(people["frank"]) == {"f1", "f2", "f3"}
    assert set(people["gala"]) == {"g1", "g2", "g3"}


def test_the_day_of_arrest_is_counted_and_the_day_of_leaving_is_not() -> None:
    assert of("bob", count(PRISON, HELD, the(6))) == (1, 1, 1), "arrested by the 6th at the latest"
    assert of("alice", count(PRISON, HELD, the(5))) == (0, 0, 0), "pardoned and out on the 5th"
    leaving = stock(population=Population(HELD.population.states, leaving_day=True))
    assert of("alice", count(PRISON, leaving, the(5))) == (1, 1, 1)
    assert of("alice", count(PRISON, leaving, the(6))) == (0, 0, 0)


def test_who_came_out_of_the_small_prison() -> None:
    found = count(PRISON, flow("outflow", "detentions"), the(6), ROUND)
    assert figures(found) == (54, 54, 55), "of the round, 49 beside the three who are named; Frank is denied"
    assert [(one.group.name, one.low, one.best, one.high) for one in found.groups] == [("a round", 49, 49, 49)]
    assert found.named == 5
    assert found.claims[-1] == "r1"


def test_who_came_into_the_small_prison() -> None:
    found = count(PRISON, flow("inflow", "detentions"), the(6), ROUND)
    assert figures(found) == (4, 7, 7), "three came in unseen, on the day of their release at the latest"
    assert [one.person for one in found.people if one.low] == ["alice", "bob", "frank", "gala"]


def test_who_came_out_came_in_some_time() -> None:
    assert of("charlie", count(PRISON, flow("inflow", "detentions", period="ever"), the(6))) == (1, 1, 1)


def test_persons_detentions_and_events() -> None:
    assert figures(count(PRISON, flow("outflow", "persons"), the(6), ROUND)) == (5, 5, 6 + 49)
    assert figures(count(PRISON, flow("outflow", "events"), the(6), ROUND)) == (6, 6, 7)
    alone = {name: PRISON[name] for name in ("charlie", "dina")}
    assert figures(count(alone, flow("outflow", "detentions"), the(6), ROUND)) == (52, 52, 52)


def test_a_window_leaves_out_what_fell_before_it() -> None:
    assert figures(count(PRISON, flow("outflow", "detentions", period="day"), the(4), ROUND)) == (52, 52, 52)
    assert figures(count(PRISON, flow("outflow", "detentions", period="day"), the(5), ROUND)) == (1, 2, 2)
    assert figures(count(PRISON, flow("outflow", "detentions", period="ever"), the(6), ROUND)) == (54, 54, 55)


def test_a_filter_counts_as_far_as_it_is_known() -> None:
    women = count(PRISON, stock(where=(("sex", "female"),)), the(3))
    assert figures(women) == (1, 2, 5)
    assert [one.person for one in women.people] == ["alice", "dina", "frank", "gala", "hana"], (
        "of Frank nothing is said"
    )
    assert of("gala", women) == (0, 1, 1), "of Gala two things are said, that she is a woman last"
    assert {"a3", "g4", "g5"} <= set(women.claims)


def test_home_is_counted_by_a_rule_that_counts_it() -> None:
    assert of("erin", count(PRISON, HELD, the(3))) == (0, 0, 0)
    assert of("erin", count(PRISON, stock(population=Population(frozenset({CustodyState.home}))), the(3))) == (1, 1, 1)


def test_nobody_named_is_nobody_counted() -> None:
    assert count({}, HELD, the(5)) == Count(0, 0, 0, 0, (), (), ())
