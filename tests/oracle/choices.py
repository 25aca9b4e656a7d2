"""What one choice among contradicting claims takes to be so, by trying every set of claims. Shares no code."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from tests.oracle.placements import NOTHING_SAID, Said, Stated

Pair = tuple[str, str]


@dataclass(frozen=True)
class Claimed:
    """A claim: that an act of some kind happened as `said`, or did not; or what a body `said`; and its known day."""

    claim: str
    kind: str
    said: Said | Stated
    denied: bool
    known: str


@dataclass(frozen=True)
class Judged:
    same: frozenset[Pair]
    different: frozenset[Pair]
    contradicts: frozenset[Pair]
    sequences: frozenset[Pair] = frozenset()


Life = tuple[tuple[Said, ...], tuple[Stated, ...]]


def lives(claimed: Sequence[Claimed], judged: Judged) -> list[Life]:
    """Every life that some choice among the claims leaves; best's first."""
    best = best_taken(claimed, judged)
    sets = [taken for taken in subsets(claimed) if goes_together(taken, claimed, judged)]
    largest = [taken for taken in sets if not any(set(taken) < set(other) for other in sets)]
    assert best in largest
    return [life for taken in [best, *largest] for life in versions(taken, claimed, judged)]


def subsets(claimed: Sequence[Claimed]) -> Iterator[list[Claimed]]:
    for size in range(len(claimed) + 1):
        for taken in combinations(claimed, size):
            yield list(taken)


def goes_together(taken: Sequence[Claimed], claimed: Sequence[Claimed], judged: Judged) -> bool:
    return not any(contradict(one, other, claimed, judged) for one, other in combinations(taken, 2))


def contradict(one: Claimed, other: Claimed, claimed: Sequence[Claimed], judged: Judged) -> bool:
    if {(one.claim, other.claim), (other.claim, one.claim)} & judged.contradicts:
        return True
    if one.denied != other.denied and other in one_act_with(one, claimed, judged):
        return True
    return outlived(one, other) or outlived(other, one)


def outlived(one: Claimed, other: Claimed) -> bool:
    """Whether `other` is an act of somebody who by then was certainly dead."""
    if one.denied or other.denied or not isinstance(one.said, Said) or not isinstance(other.said, Said):
        return False
    if not one.said.death or other.said.death or other.said.leaves == NOTHING_SAID:
        return False
    return one.said.last is not None and other.said.first is not None and other.said.first > one.said.last


def one_act_with(one: Claimed, claimed: Sequence[Claimed], judged: Judged) -> list[Claimed]:
    """The reports judged to be of one act with this, itself included, unless two of them are judged to be of two."""
    named = {each.claim for each in claimed if isinstance(each.said, Said)}
    joined = {one.claim}
    for _ in claimed:
        joined |= {b for a, b in both_ways(judged.same) if a in joined and {a, b} <= named}
    if any(a in joined and b in joined and a != b for a, b in judged.different):
        joined = {one.claim}
    return [each for each in claimed if each.claim in joined and isinstance(each.said, Said)]


def both_ways(pairs: Collection[Pair]) -> set[Pair]:
    return {*pairs, *((b, a) for a, b in pairs)}


def best_taken(claimed: Sequence[Claimed], judged: Judged) -> list[Claimed]:
    taken: list[Claimed] = []
    for each in last_known_first(claimed):
        if goes_together([*taken, each], claimed, judged):
            taken.append(each)
    return [each for each in claimed if each in taken]


def last_known_first(claimed: Sequence[Claimed]) -> list[Claimed]:
    return sorted(claimed, key=lambda each: (each.known, each.said.order), reverse=True)


def versions(taken: Sequence[Claimed], claimed: Sequence[Claimed], judged: Judged) -> Iterator[Life]:
    """One life for each way to say what the acts of several reports were."""
    acts: list[list[Claimed]] = []
    for each in taken:
        if isinstance(each.said, Said) and not each.denied and not any(each in act for act in acts):
            acts.append([other for other in one_act_with(each, claimed, judged) if other in taken])
    stated = tuple(each.said for each in taken if isinstance(each.said, Stated) and not each.denied)
    for life in product(*(one_act(act, judged) for act in acts)):
        for lived in without_outliving(list(zip(life, map(last_known, acts), strict=True))):
            yield lived, stated


def told_by(said: Said, claims: Collection[str], judged: Judged) -> Said:
    """The act with what it follows; without sequences it is told apart by nothing."""
    if not judged.sequences:
        return said
    follows = frozenset(one for one, other in judged.sequences if other in claims)
    return replace(said, claims=frozenset(claims), never_before=follows)


Known = tuple[Said, tuple[str, int]]


def last_known(reports: Sequence[Claimed]) -> tuple[str, int]:
    return max((each.known, each.said.order) for each in reports)


def without_outliving(acts: Sequence[Known]) -> Iterator[tuple[Said, ...]]:
    """Best's, then every largest choice among acts that come after a death which by then was certain."""
    best: list[Known] = []
    for each in sorted(acts, key=lambda act: act[1], reverse=True):
        best += [] if any(too_late(each[0], other[0]) for other in best) else [each]
    yield tuple(act for act, _ in acts if act in [kept for kept, _ in best])
    sets = [taken for size in range(len(acts) + 1) for taken in combinations([act for act, _ in acts], size)]
    sets = [taken for taken in sets if not any(too_late(one, other) for one, other in combinations(taken, 2))]
    yield from (taken for taken in sets if not any(set(taken) < set(other) for other in sets))


def too_late(one: Said, other: Said) -> bool:
    death, act = (one, other) if one.death else (other, one)
    if not death.death or act.death or act.leaves == NOTHING_SAID:
        return False
    return death.last is not None and act.first is not None and act.first > death.last


def one_act(reports: Sequence[Claimed], judged: Judged) -> list[Said]:
    """Each kind and state that the reports give of the act, last known first, on the days that all of them allow."""
    acts = [(each.kind, each.said) for each in last_known_first(reports) if isinstance(each.said, Said)]
    first, last = shared_days([said for _, said in acts])
    found = []
    for kind, said in acts:
        said_by_another = any(other == kind and one.state != "unknown" for other, one in acts)
        if said.state != "unknown" or not said_by_another:
            act = replace(said, first=first, last=last, order=reports[0].said.order)
            found.append(told_by(act, [each.claim for each in reports], judged))
    return found


def shared_days(all_said: Sequence[Said]) -> tuple[int | None, int | None]:
    span = range(-3, 12)
    firsts = [-3 if said.first is None else said.first for said in all_said]
    lasts = [11 if said.last is None else said.last for said in all_said]
    common = [day for day in span if all(one <= day <= other for one, other in zip(firsts, lasts, strict=True))]
    first, last = (common[0], common[-1]) if common else (min(firsts), max(lasts))
    return None if first == -3 else first, None if last == 11 else last
