"""Which acts of groups are moves that a flow counts: certainly, possibly, and by convention.

A group is told of at one act; nothing is known of it before or after. So only an act that by the table of acts finds
people on one side of custody and leaves them on the other certainly moves them; one that says nothing of where it
found them possibly does; and no unseen change is supposed. Claims judged to report one act are one act, claims that
contradict each other are alternatives, by the same choices as those about one person (`custody.alternatives`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from habeas.claims.act import ACTS, CustodyState, Side
from habeas.custody.alternatives import EntangledError, OneAct, best_choice, choices
from habeas.custody.report import Account, Pair
from habeas.tally.group import Group, GroupReport, Judged, between, connected, joined
from habeas.tally.rule import Rule


@dataclass(frozen=True, slots=True)
class Move:
    """One act of a group that may be a move which the rule counts: certainly implies best, best implies possibly."""

    group: Group
    claims: tuple[str, ...]
    certainly: bool
    best: bool
    possibly: bool


Choice = tuple[Move, ...]


def ways(groups: Sequence[GroupReport], rule: Rule, day: date, judged: Judged) -> list[list[Choice]]:
    """For each set of reports that judgements connect, in order of entry, every way to choose; best's is the first."""
    told = _let_go_once(sorted(groups, key=lambda each: (each.report.order, each.report.claim, each.group.id)))
    same, different, contradicts = (
        between(told, pairs) for pairs in (judged.same, judged.different, judged.contradicts)
    )
    every: list[list[Choice]] = []
    for places in connected(len(told), same | contradicts):
        named = tuple(replace(told[place].report, claim=str(place)) for place in places)
        account = Account(named, same=_names(same), different=_names(different), contradicts=_names(contradicts))
        moves = ([_move(act, told, rule, day) for act in acts] for acts in _choices(account))
        every.append([tuple(move for move in choice if move.possibly) for choice in moves])
    return every


def _let_go_once(told: Sequence[GroupReport]) -> list[GroupReport]:
    """Without the acts that move nobody any more: a group that was pardoned and then deported left custody once."""
    return [each for each in told if not any(_had_moved(each, other) for other in told)]


def _had_moved(each: GroupReport, other: GroupReport) -> bool:
    """Whether `other` had left the same group on the side on which `each`, which finds it anywhere, leaves it."""
    row, before = ACTS[each.report.act], ACTS[other.report.act]
    if each.group.id != other.group.id or row.finds is not Side.nothing or before.finds is Side.nothing:
        return False
    first, last = other.report.earliest or date.min, each.report.latest or date.max
    return row.leaves is before.leaves and not other.report.denied and first <= last


def _choices(account: Account) -> Sequence[tuple[OneAct, ...]]:
    """Every choice; where there are too many to go through, best's, none of the acts, and all that are reported."""
    try:
        return choices(account)
    except EntangledError:
        best = best_choice(account).acts
        alone = choices(Account(account.reports))[0]
        return best, (), tuple(dict.fromkeys((*best, *alone)))


def _names(pairs: frozenset[tuple[int, int]]) -> frozenset[Pair]:
    return frozenset((str(one), str(other)) for one, other in pairs)


def _move(act: OneAct, told: Sequence[GroupReport], rule: Rule, day: date) -> Move:
    """The move that an act may be; the claims of the act are here the places of its reports in `told`."""
    reports = [told[int(place)] for place in act.claims]
    outcomes = _outcomes(act, rule)
    certainly, best, possibly = _within(act, rule.start(day), day)
    known = outcomes == {True} and not rule.where and not rule.population.recognised_by
    return Move(
        group=joined([each.group for each in reports]),
        claims=tuple(dict.fromkeys(each.report.claim for each in reports)),
        certainly=known and certainly,
        best=known and best,
        possibly=True in outcomes and possibly,
    )


def _outcomes(act: OneAct, rule: Rule) -> frozenset[bool]:
    """Whether the act is a move that the rule counts (True), is none (False), or may be either."""
    row, population = ACTS[act.act], rule.population
    if row.leaves in (Side.nothing, row.finds):
        return frozenset({False})
    found = CustodyState.unknown if row.finds is Side.in_ else None
    unsaid = row.finds is Side.nothing and bool(population.states)
    before = frozenset({False, True}) if unsaid else population.counts(found)
    after = population.counts(act.state)
    inward = rule.quantity == "inflow"
    return frozenset((not was and now) if inward else (was and not now) for was in before for now in after)


def _within(act: OneAct, first: date, last: date) -> tuple[bool, bool, bool]:
    """Whether the act fell within the days certainly, by convention (on its latest day), and possibly."""
    by_convention = act.latest or act.earliest
    return (
        (act.earliest or date.min) >= first and act.latest is not None and act.latest <= last,
        by_convention is not None and first <= by_convention <= last,
        (act.earliest or date.min) <= last and (act.latest or date.max) >= first,
    )
