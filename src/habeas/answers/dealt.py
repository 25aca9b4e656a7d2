"""What a count reads, dealt to the persons whom it is about; after an entry only to those whom it touches."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import TypeVar

from habeas.custody.report import Pair
from habeas.linkage.clusters import Clusters
from habeas.register.counting import ActRow, AttributeRow, Counting, GroupRow, MemberRow, RecognitionRow
from habeas.register.since import Since

from .carried import Touched
from .tables import Pairs, Row, by_claim

Told = TypeVar("Told", ActRow, MemberRow)
KINDS = (ActRow, RecognitionRow, AttributeRow)  # the order of a person's rows; those of a kind by their entries


@dataclass(frozen=True, eq=False)
class Dealt:
    """The rows of each person, and apart from them the acts of groups of whom nobody is named.

    `assumed` are the claims of which the day they were known is assumed; `properties` says of each property how many
    claims there are of it about a record. The rest is as in `register.counting`.
    """

    people: Mapping[str, Sequence[Row]]
    acts_of_groups: tuple[ActRow, ...]
    memberships: tuple[MemberRow, ...]
    groups: Mapping[str, GroupRow]
    same: frozenset[Pair]
    different: frozenset[Pair]
    contradicts: frozenset[Pair]
    assumed: frozenset[str]
    properties: Mapping[str, int]

    @cached_property
    def pairs(self) -> Pairs:
        """What is judged of claims, by verdict and first claim."""
        return {name: by_claim(getattr(self, name)) for name in ("same", "different", "contradicts")}

    def among(self, persons: Clusters, people: Collection[str]) -> "Dealt":
        """The same, dealt to persons who are joined otherwise: `people` are those who are, before and then."""
        rows = sorted((row for one in people for row in self.people.get(one, ())), key=place)
        others = {one: some for one, some in self.people.items() if one not in people}
        return replace(self, people=others | _by_person(rows, persons))

    def named_groups(self) -> frozenset[str]:
        """The groups that an act or a member names."""
        return frozenset(str(row.group) for some in (self.acts_of_groups, self.memberships) for row in some)

    def tells_of_groups_otherwise(self, before: "Dealt") -> bool:
        """Whether other claims tell of groups, or of their members."""
        return self.acts_of_groups is not before.acts_of_groups or self.memberships is not before.memberships

    def rows(self) -> Iterator[Row]:
        """Every row."""
        return self.of(self.people)

    def of(self, people: Iterable[str]) -> Iterator[Row]:
        """The rows of some people, and those of groups."""
        return chain(self.acts_of_groups, chain.from_iterable(self.people.get(one, ()) for one in people))


def dealt(read: Counting, persons: Clusters) -> Dealt:
    """What was read, to each person theirs."""
    rows: tuple[Row, ...] = (*read.acts, *read.recognitions, *read.attributes)
    return Dealt(
        people=_by_person(rows, persons),
        acts_of_groups=_of_groups(read.acts),
        memberships=read.memberships,
        groups=read.groups,
        same=read.same,
        different=read.different,
        contradicts=read.contradicts,
        assumed=frozenset(row.claim for row in rows if row.basis == "assumed"),
        properties=Counter(_properties(rows)),
    )


def touched_by(since: Since, before: Clusters, now: Clusters) -> frozenset[str]:
    """The persons whom the entries since are about, as they were judged and as they are."""
    return moved(since.somebodies, before, now)


def moved(somebodies: Collection[str], before: Clusters, now: Clusters) -> frozenset[str]:
    """The persons who these are, and whoever is joined otherwise, as they were judged and as they are."""
    some = {*somebodies, *(now.moved_since(before) if now is not before else ())}
    return frozenset(persons.person(one) for one in some for persons in (before, now))


def dealt_again(before: Dealt, read: Counting, persons: Clusters, touched: Touched) -> Dealt:
    """What was dealt before, and in place of the claims that were touched what is read now of them.

    Of `groups` nothing is known here: they are as before.
    """
    claims = touched.claims
    held = [row for person in touched.people for row in before.people.get(person, ())]
    gone = [row for row in held if row.claim in claims]
    new: tuple[Row, ...] = (*read.acts, *read.recognitions, *read.attributes)
    people = dict(before.people)
    for person in touched.people:
        people.pop(person, None)
    people |= _by_person(sorted([*(row for row in held if row.claim not in claims), *new], key=place), persons)
    properties = Counter(before.properties)
    properties.update(_properties(new))
    properties.subtract(_properties(gone))
    assumed = {row.claim for row in new if row.basis == "assumed"}
    return Dealt(
        people=people,
        acts_of_groups=_replaced(before.acts_of_groups, _of_groups(read.acts), claims),
        memberships=_replaced(before.memberships, read.memberships, claims),
        groups=before.groups,
        same=_pairs(before.same, read.same, claims),
        different=_pairs(before.different, read.different, claims),
        contradicts=_pairs(before.contradicts, read.contradicts, claims),
        assumed=(before.assumed - claims) | assumed if assumed or before.assumed & claims else before.assumed,
        properties=+properties,
    )


def _by_person(rows: Iterable[Row], persons: Clusters) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        whom = row.record or (row.agent if isinstance(row, AttributeRow) else None)
        if whom is not None:
            found[persons.person(whom)].append(row)
    return dict(found)


def place(row: Row) -> tuple[int, int]:
    """Where a row stands among those of a person: acts first, then what bodies say, then properties."""
    return KINDS.index(type(row)), row.seq


def _of_groups(acts: Iterable[ActRow]) -> tuple[ActRow, ...]:
    return tuple(row for row in acts if row.group is not None)


def _properties(rows: Iterable[Row]) -> Iterable[str]:
    return (row.property for row in rows if isinstance(row, AttributeRow) and row.record is not None)


def _replaced(before: tuple[Told, ...], new: tuple[Told, ...], claims: frozenset[str]) -> tuple[Told, ...]:
    if not new and not any(row.claim in claims for row in before):
        return before
    kept = [row for row in before if row.claim not in claims]
    return tuple(sorted(kept + list(new), key=lambda row: row.seq))


def _pairs(before: frozenset[Pair], new: frozenset[Pair], claims: frozenset[str]) -> frozenset[Pair]:
    gone = {pair for pair in before if not claims.isdisjoint(pair)}
    return before if gone == new else (before - gone) | new
