"""Which claims about one person can be so together: contradictions, denials, and several reports of one act.

Contradicting claims are alternatives. A choice takes as many claims as go together: a maximal set of which no two
contradict. In a choice, reports judged to be of one act are one act on a day that all of them allow; where they differ
on what was done, each version is a choice of its own. The first choice is best's: going from the claim known last,
then entered last, to the first, it takes each that contradicts none taken before.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, permutations, product
from typing import TypeVar

from habeas.claims.act import ACTS, Act, CustodyState, Side

from .report import Account, Pair, Recognition, Report

MOST_CHOICES = 1000

Joined = TypeVar("Joined")

Claimed = Report | Recognition
Edge = tuple[int, int]
Conflicts = Mapping[int, frozenset[int]]  # by place in a list
Latest = tuple[str, int]  # known, entered


class EntangledError(ValueError):
    """More than MOST_CHOICES choices: the contradictions are beyond going through."""


@dataclass(frozen=True, slots=True)
class OneAct:
    """One act as one choice has it: the claims that report it, what it leaves, between which days it happened.

    Its order is that of its first claim. `state` is None where it does not leave the person in custody.
    """

    claims: tuple[str, ...]
    order: int
    act: Act
    state: CustodyState | None
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Choice:
    """What one choice among the claims takes to be so."""

    acts: tuple[OneAct, ...]
    recognitions: tuple[Recognition, ...]


def choices(account: Account) -> tuple[tuple[OneAct, ...], ...]:
    """The acts of every choice, best's first; raises EntangledError beyond MOST_CHOICES."""
    return tuple(dict.fromkeys(choice.acts for choice in every_choice(account)))


def every_choice(account: Account) -> tuple[Choice, ...]:
    """Every choice once, best's first; raises EntangledError beyond MOST_CHOICES."""
    claimed = _claimed(account)
    clusters = _clusters(account)
    conflicts = _conflicts(claimed, account.contradicts, clusters)
    if not conflicts and not clusters:
        return (_plain(claimed),)
    found: dict[Choice, None] = {}
    for number, taken in enumerate(_sets(list(map(_latest, claimed)), conflicts)):
        for choice in _versions([claimed[n] for n in taken], clusters):
            found[choice] = None
            if len(found) > MOST_CHOICES or number > MOST_CHOICES:
                raise EntangledError(f"more than {MOST_CHOICES} ways to choose among the claims about one person")
    return tuple(found)


def best_choice(account: Account) -> Choice:
    """Best's choice, of however many."""
    claimed, clusters = _claimed(account), _clusters(account)
    conflicts = _conflicts(claimed, account.contradicts, clusters)
    if not conflicts and not clusters:
        return _plain(claimed)
    best = next(_sets(list(map(_latest, claimed)), conflicts))
    return next(_versions([claimed[n] for n in best], clusters))


def tied(account: Account, also: Iterable[Pair] = ()) -> dict[str, tuple[str, ...]]:
    """Each claim that is tied to others by a contradiction, a judgement or a pair of `also`, with all of these."""
    claimed, clusters = _claimed(account), _clusters(account)
    known = {each.claim for each in claimed}
    conflicts = _conflicts(claimed, account.contradicts, clusters)
    opposed = {(claimed[n].claim, claimed[m].claim) for n, others in conflicts.items() for m in others}
    acts = _by_act(claimed, clusters)
    opposed |= {
        (one[0].claim, other[0].claim)
        for one, other in permutations(acts, 2)
        if any(report.act is Act.died for report in one) and _outlives(_shared_days(one)[1], _shared_days(other)[0])
    }
    groups = joined(pair for pair in opposed | account.same | {*also} if known.issuperset(pair))
    return {claim: tuple(sorted(group)) for group in groups for claim in group}


def agreed(account: Account) -> tuple[Report, ...]:
    """The reports, each with the days that all reports of its act leave; a denied one as it stands."""
    clusters = _clusters(account)
    if not clusters:
        return account.reports
    acts = _by_act(account.reports, clusters)
    days = {report.claim: _shared_days(some) for some in acts for report in some}
    return tuple(
        one if one.denied else replace(one, earliest=days[one.claim][0], latest=days[one.claim][1])
        for one in account.reports
    )


def contradicted(account: Account) -> frozenset[str]:
    """The claims of the account that another claim of it contradicts; what is judged of others is not looked at."""
    if not account.contradicts:
        return frozenset()
    here = {one.claim for one in _claimed(account)}
    return frozenset(claim for pair in account.contradicts if here.issuperset(pair) for claim in pair)


def _claimed(account: Account) -> list[Claimed]:
    """Each report and recognition once, in the order of entry: one claim can reach a person by two records."""
    reports = sorted(dict.fromkeys(account.reports), key=lambda report: report.order)
    return [*reports, *dict.fromkeys(account.recognitions)]


def _plain(claimed: Sequence[Claimed]) -> Choice:
    reports = (each for each in claimed if isinstance(each, Report) and not each.denied)
    return Choice(
        tuple(OneAct((r.claim,), r.order, r.act, left_in(r), r.earliest, r.latest) for r in reports),
        _stated(claimed),
    )


def _stated(claimed: Iterable[Claimed]) -> tuple[Recognition, ...]:
    return tuple(each for each in claimed if isinstance(each, Recognition) and not each.denied)


def left_in(report: Report) -> CustodyState | None:
    """The custody state that the act leaves: the one that the claim states, else the table's; None: none."""
    row = ACTS[report.act]
    return (report.state or row.state) if row.leaves is Side.in_ else None


# What contradicts what.


def _conflicts(claimed: Sequence[Claimed], contradicts: Iterable[Pair], clusters: Mapping[str, int]) -> Conflicts:
    places: dict[str, list[int]] = defaultdict(list)
    for n, each in enumerate(claimed):
        places[each.claim].append(n)
    said = (pair for a, b in contradicts if a != b for pair in product(places.get(a, ()), places.get(b, ())))
    return _both_ways((*said, *_after_death(claimed), *_denied(claimed, clusters)))


def _both_ways(edges: Iterable[Edge]) -> Conflicts:
    found: dict[int, set[int]] = defaultdict(set)
    for n, m in edges:
        found[n].add(m)
        found[m].add(n)
    return {n: frozenset(others) for n, others in found.items()}


def _after_death(claimed: Sequence[Claimed]) -> Iterator[Edge]:
    """Each death with each act that is certainly later than it."""
    acts = [(n, each) for n, each in enumerate(claimed) if isinstance(each, Report) and not each.denied]
    for n, death in acts:
        if death.act is Act.died:
            yield from ((n, m) for m, other in acts if _moves_after(other, death))


def _moves_after(act: Report | OneAct, death: Report | OneAct) -> bool:
    moves = act.act is not Act.died and ACTS[act.act].leaves is not Side.nothing
    return moves and _outlives(death.latest, act.earliest)


def _outlives(death: date | None, act: date | None) -> bool:
    return death is not None and act is not None and act > death


def _denied(claimed: Sequence[Claimed], clusters: Mapping[str, int]) -> Iterator[Edge]:
    """Each denial with the reports of the act that it is judged to deny."""
    reports = [(n, each) for n, each in enumerate(claimed) if isinstance(each, Report) and each.claim in clusters]
    for (n, one), (m, other) in combinations(reports, 2):
        if one.denied != other.denied and clusters[one.claim] == clusters[other.claim]:
            yield n, m


# Maximal sets.


def _sets(latest: Sequence[Latest], conflicts: Conflicts) -> Iterator[list[int]]:
    """Every maximal set of which no two conflict, in order; best's first, and that one twice."""
    free = frozenset(range(len(latest))) - conflicts.keys()
    best = set(free)
    for n in sorted(conflicts, key=lambda n: (latest[n], n), reverse=True):
        if not conflicts[n] & best:
            best.add(n)
    yield sorted(best)
    if conflicts:
        yield from (sorted(free | taken) for taken in _maximal(conflicts))


def _latest(claimed: Claimed) -> Latest:
    return claimed.known, claimed.order


def _maximal(conflicts: Conflicts) -> Iterator[frozenset[int]]:
    """Every maximal set of those in conflict of which no two conflict.

    Bron and Kerbosch (1973) with a pivot: each such set holds the pivot or one of those that it conflicts with.
    """

    def grow(taken: frozenset[int], left: frozenset[int], tried: frozenset[int]) -> Iterator[frozenset[int]]:
        if not left and not tried:
            yield taken
            return
        pivot = min(left | tried, key=lambda n: len(left & conflicts[n]))
        for n in sorted(left & (conflicts[pivot] | {pivot})):
            yield from grow(taken | {n}, left - conflicts[n] - {n}, tried - conflicts[n])
            left, tried = left - {n}, tried | {n}

    return grow(frozenset(), frozenset(conflicts), frozenset())


# Reports of one act.


def _clusters(account: Account) -> dict[str, int]:
    """The claims judged to report one act, by the number of the act, unless two of them are judged to report two."""
    known = {report.claim for report in account.reports} if account.same else set()
    groups = joined(pair for pair in account.same if known.issuperset(pair))
    parted = (group for group in groups if not any(a != b and group >= {a, b} for a, b in account.different))
    return {claim: number for number, group in enumerate(parted) for claim in group}


def joined(pairs: Iterable[tuple[Joined, Joined]]) -> list[set[Joined]]:
    """The connected sets of the pairs."""
    set_of: dict[Joined, set[Joined]] = {}
    for one, other in pairs:
        into, moved = set_of.setdefault(one, {one}), set_of.setdefault(other, {other})
        if into is not moved:
            into |= moved
            set_of.update(dict.fromkeys(moved, into))
    return list({id(group): group for group in set_of.values()}.values())


def _versions(taken: Sequence[Claimed], clusters: Mapping[str, int]) -> Iterator[Choice]:
    """The choices that one set of claims leaves: one for each way to say what the acts of several reports were.

    An act of several reports can be a death on a day that the report of the death alone did not give: what then comes
    after it contradicts it too.
    """
    by_act = _by_act(taken, clusters)
    latest = [max(map(_latest, reports)) for reports in by_act]
    recognitions = _stated(taken)
    for acts in product(*map(_one_act, by_act)):
        deaths = [(n, death) for n, death in enumerate(acts) if death.act is Act.died]
        after = _both_ways((n, m) for n, death in deaths for m, act in enumerate(acts) if _moves_after(act, death))
        for kept in _sets(latest, after):
            yield Choice(tuple(acts[n] for n in kept), recognitions)


def _by_act(taken: Sequence[Claimed], clusters: Mapping[str, int]) -> list[list[Report]]:
    found: dict[object, list[Report]] = defaultdict(list)
    for n, each in enumerate(taken):
        if isinstance(each, Report) and not each.denied:
            found[clusters.get(each.claim, (n,))].append(each)
    return list(found.values())


def _one_act(reports: Sequence[Report]) -> list[OneAct]:
    """One act in each version that its reports give of it, that of the report known last first."""
    days = _shared_days(reports)
    claims = tuple(dict.fromkeys(report.claim for report in reports))
    kinds = {(report.act, left_in(report)) for report in reports}
    said = {act for act, state in kinds if state not in (None, CustodyState.unknown)}
    ordered = dict.fromkeys((r.act, left_in(r)) for r in sorted(reports, key=_latest, reverse=True))
    # A report that does not say the state does not differ from one that does.
    told = [(act, state) for act, state in ordered if state is not CustodyState.unknown or act not in said]
    return [OneAct(claims, reports[0].order, act, state, *days) for act, state in told]


def _shared_days(reports: Sequence[Report]) -> tuple[date | None, date | None]:
    """The days that all allow; if they allow none in common, from the first that any allows to the last."""
    firsts, lasts = [r.earliest for r in reports], [r.latest for r in reports]
    earliest = max((day for day in firsts if day), default=None)
    latest = min((day for day in lasts if day), default=None)
    if earliest is None or latest is None or earliest <= latest:
        return earliest, latest
    return (
        None if None in firsts else min(day for day in firsts if day),
        None if None in lasts else max(day for day in lasts if day),
    )
