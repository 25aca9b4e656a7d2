"""Two lists person by person: who is on both, perhaps on both, on one alone, and who may stand on one list twice.

Somebody is matched where live judgements say so, where both lists share a row, or where name, day of birth and the day
of an act are all one and nothing speaks against it or for another. What is only likely is told as such; nothing here
becomes a judgement. One person matches at most one of the other list: the pair that agrees best is taken first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from habeas.names.compare import SAME

from .candidates import candidates, within
from .evidence import BORN, NAME, PLACE, SEX, Commons, Compared, Says, compared, compared_if_alike
from .listed import Listed
from .matching import largest

PROBABLE, OPEN = 3.0, 1.0  # scores from which a pair is likely, and from which it is a question
OWN_BIRTHDAY = 3.0  # what a day of birth must add to tell one person from others
MARGIN = 2.0  # a pair that is nearer than this to the next is not the only one that can be meant
NAMED_ALIKE = 0.1  # a name less alike is a question only where the day of birth is one
SURELY_NAMED, ONE_NAME = 0.9, 0.99
BESIDE = 0.9  # what must be added to a name that is only alike
Pair = tuple[int, int]
Ids = frozenset[str]  # the ids of two persons


class Kind(StrEnum):
    """How sure it is that two are one."""

    matched = "matched"
    probable = "probably matched"
    undecided = "undecided"


class By(StrEnum):
    """What a pair rests on."""

    judged = "judged"
    row = "the same row"
    agreement = "everything agrees"
    score = "score"


@dataclass(frozen=True, slots=True)
class Across:
    """Somebody of one list and somebody of the other, by their places there. `rivals` could be meant instead."""

    one: int
    other: int
    kind: Kind
    by: By
    compared: Compared
    rivals: tuple[Pair, ...] = ()

    @property
    def score(self) -> float:
        """What speaks for and against adds up to."""
        return self.compared.score


@dataclass(frozen=True, slots=True)
class Twice:
    """Two of one list who are perhaps one: the later (`again`) may be the earlier once more."""

    first: int
    again: int
    compared: Compared


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Live judgements that keep two persons apart, and those that say that nobody can tell, by the persons' ids."""

    different: Collection[Ids] = frozenset()
    undecided: Collection[Ids] = frozenset()


@dataclass(frozen=True, slots=True)
class TwoLists:
    """Two lists side by side. `pairs` have each person at most once; the strongest first.

    `open_ones` and `open_others` are those of whom it is open whether they are on the other list, with whom they may
    be one; `most` is how many open pairs can be so at once. `twice` are people who may stand on one list again.
    """

    ones: Sequence[Listed]
    others: Sequence[Listed]
    pairs: tuple[Across, ...]
    open_ones: Mapping[int, tuple[int, ...]]
    open_others: Mapping[int, tuple[int, ...]]
    most: int
    twice_ones: tuple[Twice, ...]
    twice_others: tuple[Twice, ...]

    def of(self, kind: Kind) -> list[Across]:
        """The pairs of one kind."""
        return [pair for pair in self.pairs if pair.kind is kind]


def side_by_side(ones: Sequence[Listed], others: Sequence[Listed], verdicts: Verdicts) -> TwoLists:
    """Two lists of persons (`listed.joined`), compared by what they say and by the live judgements."""
    commons = Commons((*ones, *others))
    fixed = _fixed(ones, others, commons)
    twice_ones, twice_others = twice(ones, verdicts, commons), twice(others, verdicts, commons)
    again = {one.again: one.first for one in twice_ones}, {one.again: one.first for one in twice_others}
    edges = _edges(ones, others, verdicts, commons, fixed)
    chosen = _chosen(edges)
    rivals = _rivals(edges, *again)
    found = [
        _across(pair, edges[pair], rivals[pair], _apart(ones[pair[0]], others[pair[1]], verdicts.undecided))
        for pair in chosen
    ]
    spare = _spare(twice_ones, {one for one, _ in chosen}), _spare(twice_others, {other for _, other in chosen})
    left = [
        (x, y)
        for x, y in _left(edges, [pair for pair in found if pair.kind is Kind.matched], chosen)
        if x not in spare[0] and y not in spare[1]
    ]
    return TwoLists(
        ones=ones,
        others=others,
        pairs=tuple(sorted((*fixed, *found), key=lambda pair: (ORDER[pair.kind], -pair.score, pair.one))),
        open_ones=_beside(left),
        open_others=_beside([(y, x) for x, y in left]),
        most=largest(left),
        twice_ones=twice_ones,
        twice_others=twice_others,
    )


def _edges(
    ones: Sequence[Listed], others: Sequence[Listed], verdicts: Verdicts, commons: Commons, fixed: Sequence[Across]
) -> dict[Pair, Compared]:
    """The pairs of people, none of whom is matched by then, of whom it is a question whether they are one."""
    taken = {pair.one for pair in fixed}, {pair.other for pair in fixed}
    found = {}
    for x, y in sorted(candidates(ones, others)):
        if x in taken[0] or y in taken[1] or _apart(ones[x], others[y], verdicts.different):
            continue
        asked = _apart(ones[x], others[y], verdicts.undecided)
        both = compared_if_alike(ones[x], others[y], commons, 0.0 if asked else NAMED_ALIKE)
        if both and (asked or _is_open(both)):
            found[x, y] = both
    return found


def _spare(twice: Iterable[Twice], paired: Collection[int]) -> set[int]:
    """Those who may stand on their list again, and are with nobody of the other."""
    return {one.again for one in twice} - set(paired)


def _left(edges: Mapping[Pair, Compared], sure: Sequence[Across], chosen: Sequence[Pair]) -> list[Pair]:
    """The pairs that are open: with nobody who is matched, and not much weaker than the pair that either was put in."""
    matched = {pair.one for pair in sure}, {pair.other for pair in sure}
    own_of_one, own_of_other = ({pair[side]: edges[pair].score for pair in chosen} for side in (0, 1))
    return [
        (x, y)
        for (x, y), both in edges.items()
        if x not in matched[0]
        and y not in matched[1]
        and both.score >= max(own_of_one.get(x, both.score), own_of_other.get(y, both.score)) - MARGIN
    ]


ORDER = {kind: place for place, kind in enumerate(Kind)}


def twice(people: Sequence[Listed], verdicts: Verdicts, commons: Commons) -> tuple[Twice, ...]:
    """Who may stand on one list again: the later of two who agree as the likely of two lists do, each once."""
    found: dict[int, Twice] = {}
    for first, again in sorted(within(people)):
        settled = _apart(people[first], people[again], (*verdicts.different, *verdicts.undecided))
        if again in found or settled:
            continue
        both = compared_if_alike(people[first], people[again], commons, SAME)
        if both and is_likely(both) and (both.one_birthday or _acts_agree(both)):
            found[again] = Twice(first, again, both)
    return tuple(found[again] for again in sorted(found))


def _fixed(ones: Sequence[Listed], others: Sequence[Listed], commons: Commons) -> list[Across]:
    """The pairs that live judgements make, and those who stand on both lists with one row."""
    place = {other.person: at for at, other in enumerate(others)}
    rows = {record for other in others for record in other.records}
    found = []
    for x, one in enumerate(ones):
        y = place.get(one.person)
        if y is not None:
            by = By.row if rows.intersection(one.records) else By.judged
            found.append(Across(x, y, Kind.matched, by, compared(one, others[y], commons)))
    return found


def _across(pair: Pair, found: Compared, rivals: tuple[Pair, ...], cannot_say: bool) -> Across:
    if cannot_say:
        return Across(*pair, Kind.undecided, By.judged, found, rivals)
    if not rivals and is_sure(found):
        return Across(*pair, Kind.matched, By.agreement, found)
    kind = Kind.probable if not rivals and is_likely(found) else Kind.undecided
    return Across(*pair, kind, By.score, found, rivals)


def is_sure(found: Compared) -> bool:
    """Whether name, day of birth and the day of an act are one, and nothing is said otherwise.

    A birthday that very many on the lists have, as what a form puts in, is nobody's.
    """
    born = found.piece(BORN)
    own = found.one_birthday and born is not None and born.adds >= OWN_BIRTHDAY
    agreed = found.name >= SURELY_NAMED and found.whole and own and _acts_agree(found)
    return agreed and not any(piece.says is Says.differs for piece in found.pieces)


def is_likely(found: Compared) -> bool:
    """Whether two are probably one: named alike or born on one day, with more than a name, and nothing far apart.

    Of two of whom nothing but names is told, every word of both must be the same.
    """
    more = found.score - found.pieces[0].adds >= BESIDE or (found.name >= ONE_NAME and found.whole)
    named = found.name >= SURELY_NAMED or (found.name >= SAME and found.one_birthday)
    return found.score >= PROBABLE and named and more and not found.apart


def _is_open(found: Compared) -> bool:
    return found.score >= OPEN and (found.name >= NAMED_ALIKE or found.one_birthday)


def _acts_agree(found: Compared) -> bool:
    return any(piece.what not in (NAME, BORN, SEX, PLACE) and piece.says is Says.agrees for piece in found.pieces)


def _apart(one: Listed, other: Listed, judged: Collection[Ids]) -> bool:
    """Whether a judgement of this sort stands between two persons."""
    return bool(judged) and frozenset((one.person, other.person)) in judged


def _chosen(edges: Mapping[Pair, Compared]) -> list[Pair]:
    """Pairs that have nobody in common: the one that agrees best first."""
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for pair in sorted(edges, key=lambda pair: (edges[pair].contradicted, -edges[pair].score, pair)):
        if pair[0] not in taken[0] and pair[1] not in taken[1]:
            taken[0].add(pair[0])
            taken[1].add(pair[1])
            found.append(pair)
    return found


def _rivals(
    edges: Mapping[Pair, Compared], again_ones: Mapping[int, int], again_others: Mapping[int, int]
) -> dict[Pair, tuple[Pair, ...]]:
    """Of each pair those with one of its two that agree nearly as well; who may be the same twice is no rival."""
    by_one, by_other = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for x, y in edges:
        by_one[x].append(y)
        by_other[y].append(x)
    found = {}
    for (x, y), own in edges.items():
        others = [(x, b) for b in by_one[x] if b != y and not _one_of(b, y, again_others)]
        others += [(a, y) for a in by_other[y] if a != x and not _one_of(a, x, again_ones)]
        near = [pair for pair in others if edges[pair].score >= own.score - MARGIN and not edges[pair].contradicted]
        found[x, y] = tuple(sorted(near, key=lambda pair: (-edges[pair].score, pair)))
    return found


def _one_of(one: int, other: int, again: Mapping[int, int]) -> bool:
    return again.get(one, one) == again.get(other, other)


def _beside(pairs: Iterable[Pair]) -> dict[int, tuple[int, ...]]:
    found = defaultdict[int, list[int]](list)
    for one, other in pairs:
        found[one].append(other)
    return {one: tuple(sorted(some)) for one, some in sorted(found.items())}
