"""What is claimed of each person's custody, as one reader sees it: the people that every count goes over.

Read once and kept (see `kept`); after an entry they go on, and only what it touches is read again. A lens chooses among
the claims; what it admits is a table (`tables`), of which accounts are made and rectangles derived, each once.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from habeas.claims.act import Act, CustodyState
from habeas.claims.vocabulary import Polarity
from habeas.custody.report import Account, Report
from habeas.linkage.clusters import Clusters
from habeas.register import counting, read
from habeas.register.counting import ActRow, AttributeRow, MemberRow, RecognitionRow
from habeas.register.read import View
from habeas.register.since import Since
from habeas.register.since import since as entered_since
from habeas.tally.book import Book
from habeas.tally.count import Group, GroupReport
from habeas.tally.lens import Lens, Told, refuses
from habeas.tally.rule import Rule
from habeas.tally.table import Table

from .carried import Carried, Touched
from .dealt import Dealt, dealt, dealt_again, moved, place, touched_by
from .joined import persons as joined_as_seen
from .kept import Kept, state
from .peopled import Peopled, peopled
from .reasons import asked_by
from .standing import Ready, Shelf, book, book_after
from .tables import Admitted, Row, done_in, last_day, of_territory, table

Made = TypeVar("Made")
Refused = Mapping[str, Sequence[ActRow | RecognitionRow]]


class Accounts:
    """Everything that a count reads, as one reader sees it at one entry.

    `stood` is the last entry of the log when it was read; `go_on` is what is carried on from those before. What is
    `supposed` is written into no snapshot.
    """

    def __init__(
        self,
        seen: View,
        read: Dealt,
        persons: Clusters,
        stood: int,
        go_on: Carried | None = None,
        supposed: bool = False,
    ) -> None:
        self.seen, self.read, self.persons, self.stood, self.supposed = seen, read, persons, stood, supposed
        self._told: dict[tuple[Lens, Told], str | None] = {}
        self._kept: Kept[Any] = Kept(24, stays=True)
        self._carried = go_on or Carried()

    def gone_on(self, seen: View, stood: int) -> "Accounts":
        """The accounts of the same reader at a later entry: what was touched since is read again, or everything."""
        since = entered_since(self.stood, stood, seen)
        if since is not None:
            persons = joined_as_seen(seen) if since.joined else self.persons
            touched = Touched(touched_by(since, self.persons, persons), since.claims)
            if touched.few:
                read = self._read_again(seen, since, touched, persons)
                return Accounts(seen, read, persons, stood, self._carried.after(touched))
        return _read_anew(seen, stood, self._carried.after(None))

    def _read_again(self, seen: View, since: Since, touched: Touched, persons: Clusters) -> Dealt:
        if not touched.people and not touched.claims and not since.groups:
            return self.read
        found = dealt_again(self.read, counting.counting_of(seen, touched.claims), persons, touched)
        if since.groups or found.tells_of_groups_otherwise(self.read):
            return replace(found, groups=counting.groups(seen, found.named_groups()))
        return found

    def judged_by(self, persons: Clusters) -> "Accounts":
        """The same claims, of persons who are supposed to be joined otherwise."""
        people = moved((), self.persons, persons)
        carried, read = self._carried.after(Touched(people)), self.read.among(persons, people)
        return Accounts(self.seen, read, persons, self.stood, carried, supposed=True)

    def admitted(self, lens: Lens, territory: str | None = None) -> Admitted:
        """The claims that a lens admits, whenever they were known; acts done in another country are left out.

        An act of which nobody says where it was done is taken to be of the territory that is asked about. Who was taken
        in it and let go abroad was let go.
        """

        def made() -> Admitted:
            return table(self._admitted(self.read.people, lens, territory), self.read.pairs)

        def again(before: Admitted, touched: Touched | None) -> Admitted | None:
            if touched is None or not touched.people:
                return before if touched else None
            people = {one: self.read.people[one] for one in touched.people if one in self.read.people}
            now = table(self._admitted(people, lens, territory), self.read.pairs)
            return before.followed_by(now, touched.people)

        return self._carried.get(("table", lens, territory), made, again)

    def table(self, lens: Lens, territory: str | None = None) -> Table:
        """The same without the names."""
        return self.admitted(lens, territory).table

    def ready(self, rule: Rule, lens: Lens) -> Ready:
        """Everybody's rectangles, as far as they depend on the rule, ready to be asked; and the table they number."""
        asked, admitted = asked_by(rule), self.admitted(lens, rule.territory)
        shelf = Shelf(self.seen, lens, rule.territory, asked, self.supposed)

        def made() -> Ready:
            return Ready(admitted, book(shelf, admitted.table))

        def again(before: Ready, touched: Touched | None) -> Ready:
            some = None if touched is None else touched.people
            return Ready(admitted, book_after(shelf, admitted.table, before.current, some))

        return self._carried.get(("book", asked, lens, rule.territory), made, again)

    def book(self, rule: Rule, lens: Lens) -> Book:
        """The book alone, for what is told of nobody by name."""
        return self.ready(rule, lens).book

    def groups(self, lens: Lens, day: date, territory: str | None = None) -> tuple[GroupReport, ...]:
        """Those of whom nobody is named, as `lens` admits them and as they were known on `day`."""
        known = day.isoformat()
        return tuple(
            self._group(row, known, lens)
            for row in self.read.acts_of_groups
            if known_by(row, known) and done_in(row, territory) and self._refuses(lens, row) is None
        )

    def account(self, person: str, lens: Lens, day: date, territory: str | None = None) -> Account | None:
        """What was known of one person on a day; None where no affirmed act was."""
        admitted = self.table(lens, territory)
        number = admitted.number.get(person)
        version = admitted.version(number, day.toordinal()) if number is not None else None
        return version.account if version and any(not one.denied for one in version.account.reports) else None

    def peopled(self, lens: Lens, day: date, territory: str | None = None) -> Peopled:
        """Everybody of whom an affirmed act was known on a day."""
        key = ("peopled", lens, day, territory)
        return self.kept(key, lambda: peopled(self.table(lens, territory), day.toordinal()))

    def kept(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What follows from these accounts, made once."""
        found: Made = self._kept.get(None, key, make)
        return found

    def _admitted(
        self, people: Mapping[str, Sequence[Row]], lens: Lens, territory: str | None
    ) -> Iterator[tuple[str, list[Row]]]:
        for person, rows in people.items():
            admitted = of_territory([row for row in rows if self._refuses(lens, row) is None], territory)
            if admitted:
                yield person, admitted

    def acts_of(self, person: str, claims: Sequence[str] | None = None) -> list[ActRow]:
        """Those of the claims that tell of an act of the person, in their order; without claims every one of them."""
        acts = {row.claim: row for row in self.read.people.get(person, ()) if isinstance(row, ActRow)}
        return [*acts.values()] if claims is None else [acts[claim] for claim in claims if claim in acts]

    def records_of(self, person: str) -> frozenset[str]:
        """The records (or agents) that are one person, as far as a claim that is read here speaks of them."""
        rows = self.read.people.get(person, ())
        agents = {row.agent for row in rows if isinstance(row, AttributeRow)}
        return frozenset(one for one in ({row.record for row in rows} | agents) if one is not None)

    @cached_property
    def claims(self) -> frozenset[str]:
        """Every claim that a count reads here."""
        return frozenset(row.claim for row in self.read.rows())

    def refused(self, lens: Lens, territory: str | None) -> Refused:
        """What a lens does not admit of the claims about custody, by the condition that it makes."""

        def made() -> Refused:
            return self._all_refused(self.read.rows(), lens, territory)

        def again(before: Refused, touched: Touched | None) -> Refused | None:
            if touched is None or not touched.claims:
                return before if touched else None
            claims = touched.claims
            kept = [row for rows in before.values() for row in rows if row.claim not in claims]
            now = [row for row in self.read.of(touched.people) if row.claim in claims]
            return self._all_refused([*kept, *now], lens, territory)

        return self._carried.get(("refused", lens, territory), made, again)

    def _all_refused(self, rows: Iterable[Row], lens: Lens, territory: str | None) -> Refused:
        """By condition, acts before recognitions, each in the order in which they were entered."""
        found: dict[str, list[ActRow | RecognitionRow]] = defaultdict(list)
        for row in rows:
            if not isinstance(row, AttributeRow) and (why := self._refuses(lens, row)) and done_in(row, territory):
                found[why].append(row)
        for some in found.values():
            some.sort(key=place)
        return dict(sorted(found.items(), key=lambda one: place(one[1][0])))

    def _refuses(self, lens: Lens, row: Row) -> str | None:
        key = (lens, row.told)
        if key not in self._told:
            self._told[key] = refuses(lens, row.told)
        return self._told[key]

    def _group(self, row: ActRow, day: str, lens: Lens) -> GroupReport:
        told = self.read.groups[str(row.group)]
        members = {
            self.persons.person(one.record)
            for one in self.read.memberships
            if one.group == told.id
            and known_by(one, day)
            and one.told.polarity == Polarity.affirmed
            and refuses(lens, one.told) is None
        }
        return GroupReport(Group(told.id, told.name, told.low or 0, told.high, frozenset(members)), report(row))


_KEPT: Kept[Accounts] = Kept(4, goes_on=True)


def accounts(seen: View) -> Accounts:
    """What is claimed of everybody's custody, as it is seen from here."""
    stands = state()
    key = seen.ceiling if seen.at == stands[1] else seen

    def made() -> Accounts:
        with read.snapshot():
            before = _KEPT.before(key)
            return before.gone_on(seen, stands[1].seq) if before else _read_anew(seen, stands[1].seq)

    return _KEPT.get(stands, key, made)


def _read_anew(seen: View, stood: int, carried: Carried | None = None) -> Accounts:
    persons = joined_as_seen(seen)
    return Accounts(seen, dealt(counting.counting(seen), persons), persons, stood, carried)


def known_by(row: Row | MemberRow, day: str) -> bool:
    """Whether a claim was known on a day, and not taken back or changed by its source until then."""
    return row.known <= day and (row.known_to is None or row.known_to > day)


def report(row: ActRow) -> Report:
    """An act said to have happened had happened by the day on which it was known, whatever its last day."""
    return Report(
        claim=row.claim,
        order=row.order,
        act=Act(row.kind),
        earliest=date.fromisoformat(row.earliest) if row.earliest else None,
        latest=date.fromisoformat(last_day(row)) if last_day(row) else None,
        state=CustodyState(row.state) if row.state else None,
        denied=row.told.polarity == Polarity.denied,
        known=row.known,
    )
