"""Who of the three lists is judged to be one person, which cells tell one act, and which cannot both be so.

Most are joined at once. Some are joined only by a later file: before it they are counted twice. A few who share a
name are held apart, and of a few nobody can say.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from . import reckon, tables
from .dice import Dice
from .events import Told
from .keepers import LANTERN, MINISTRY, NORTH
from .lists import KeptList
from .tables import RAIDS_LIST, ROUNDS_LIST, text
from .truth import Person

LEAVING = ("pardoned", "amnestied", "term_served")
APART, UNDECIDED = 12, 6
ONE_ACT = "Two lists tell of one act of one person."


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list by its key, or somebody named in a table by name and how many of that name stand above."""

    of: str
    key: str
    name: str = ""
    ordinal: int = 0

    def toml(self) -> str:
        """As a case names it."""
        if self.name:
            again = f", ordinal = {self.ordinal}" if self.ordinal else ""
            return f"{{ list = {text(self.of)}, name = {text(self.name)}{again} }}"
        return f"{{ list = {text(self.of)}, row = [{text(self.key)}] }}"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a list: the act that it tells of."""

    of: str
    key: str
    column: str

    def toml(self) -> str:
        """As a case names it."""
        act, _, again = self.column.partition(".")
        more = f", ordinal = {int(again) - 1}" if again else ""
        return f"{{ list = {text(self.of)}, row = [{text(self.key)}], column = {text(act)}{more} }}"


Rows = list[tuple[Row, Row]]
Cells = list[tuple[Cell, Cell]]
Versions = Mapping[str, list[tuple[str, date]]]


@dataclass(frozen=True, slots=True)
class Judged:
    """Pairs: one person, one person by the later file, two people, nobody can say; one act, and what contradicts."""

    same: Rows
    later: Rows
    different: Rows
    undecided: Rows
    one_act: Cells
    contradicts: Cells


def judge(seed: str, people: list[Person], lists: Mapping[str, KeptList], told: list[Told]) -> Judged:
    """What is judged of all lists; `told` are the rounds and raids, whose members are named."""
    dice = Dice(f"{seed} judged")
    lantern = lists[LANTERN]
    same, later, left = _members(people, lantern, told), list[tuple[Row, Row]](), list[tuple[Row, Row]]()
    joined: list[tuple[KeptList, str, str]] = []
    for keeper in (MINISTRY, NORTH):
        other, rows = lists[keeper], lantern.by_person()
        for person, row in other.by_person().items():
            if person in rows:
                pair = (Row(lantern.name, rows[person].key), Row(other.name, row.key))
                lot = dice.weighted([94, 4, 2])
                (same, later, left)[lot].append(pair)
                if lot == 0:
                    joined.append((other, rows[person].key, row.key))
    one_act, contradicts = _acts(lantern, joined)
    return Judged(same, later, _apart(lantern), left[:UNDECIDED], one_act, contradicts)


def files(found: Judged) -> dict[str, str]:
    """The cases that record what is judged, by file name."""
    who = [*_people(found.same, "same", "One name, one arrest and one court.")]
    who += _people(found.different, "different", "One name, and two births in two regions.")
    who += _people(found.undecided, "undecided", "One name, and nothing else that both lists say.")
    acts = [
        _judgement(f"{{ claim = {one.toml()} }}", f"{{ claim = {other.toml()} }}", "same", ONE_ACT)
        for one, other in found.one_act
    ]
    acts += [
        f'[[links]]\nkind = "contradicts"\nclaim = {one.toml()}\nother = {other.toml()}\n'
        for one, other in found.contradicts
    ]
    later = [*_people(found.later, "same", "The family confirmed it: the spelling had hidden it.")]
    return {
        "who-is-who.toml": _case("Who is who on the lists of Zalesia", who),
        "one-act.toml": _case("What two lists of Zalesia tell of one act", acts),
        "who-is-who-later.toml": _case("Who else is who on the lists of Zalesia", later),
    }


def _members(people: list[Person], lantern: KeptList, told: list[Told]) -> Rows:
    """Whoever a round or a raid names is the person on the list of the Lantern Group."""
    rows, names = lantern.by_person(), {person.number: person.name for person in people}
    seen: dict[tuple[str, str], int] = {}
    found = []
    for one in told:
        of = RAIDS_LIST if one.kind == "detained" else ROUNDS_LIST
        for who in one.members:
            ordinal = seen[of, names[who]] = seen.get((of, names[who]), -1) + 1
            found.append((Row(lantern.name, rows[who].key), Row(of, "", names[who], ordinal)))
    return found


def _apart(lantern: KeptList) -> Rows:
    """Pairs of rows of one list with one name: two people."""
    by_name: dict[str, list[str]] = {}
    for row in lantern.by_person().values():
        by_name.setdefault(row.fixed["name"], []).append(row.key)
    pairs = [keys for keys in by_name.values() if len(keys) > 1]
    return [(Row(lantern.name, one), Row(lantern.name, other)) for one, other, *_ in pairs[:APART]]


def _acts(lantern: KeptList, joined: list[tuple[KeptList, str, str]]) -> tuple[Cells, Cells]:
    """Which cells of two joined rows tell one act, and which of them cannot both be so: by what they said last."""
    one_act: Cells = []
    contradicts: Cells = []
    histories = {of.name: reckon.history(of) for of in (lantern, *{of.name: of for of, _, _ in joined}.values())}
    for other, here, there in joined:
        ours, theirs = histories[lantern.name][here], histories[other.name][there]
        for column, others in _alike(ours, theirs, other.keeper):
            pair = (Cell(lantern.name, here, column), Cell(other.name, there, others))
            fits = _meet(ours[column][-1][0], theirs[others][-1][0])
            (one_act if fits else contradicts).append(pair)
    return one_act, contradicts


def _alike(ours: Versions, theirs: Versions, keeper: str) -> Iterator[tuple[str, str]]:
    """The columns of the Lantern Group and of another keeper in which both tell of one act."""
    if keeper == MINISTRY:
        pairs = [(column, column) for column in ("sentenced", *LEAVING)]
    else:
        pairs = [("detained", "detained"), *((out, "released") for out in reckon.OUT)]
        pairs += [("detained.2", "detained.2"), ("released.2", "released.2")]
    yield from ((one, other) for one, other in pairs if ours.get(one) and theirs.get(other))


def _meet(one: str, other: str) -> bool:
    """Whether two cells allow a day in common."""
    (first, last), (begin, end) = reckon.days(one), reckon.days(other)
    return first <= end and begin <= last


def _people(pairs: Rows, verdict: str, reason: str) -> Iterator[str]:
    for one, other in pairs:
        yield _judgement(one.toml(), other.toml(), verdict, reason)


def _judgement(one: str, other: str, verdict: str, reason: str) -> str:
    return f"[[judgements]]\none = {one}\nother = {other}\nverdict = {text(verdict)}\nreason = {text(reason)}\n"


def _case(name: str, blocks: list[str]) -> str:
    return "\n".join([tables.head(name), *blocks])
