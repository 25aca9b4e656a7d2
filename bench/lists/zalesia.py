"""The three lists of Zalesia against each other without any judgement: who is who is known, since they were drawn."""

from collections.abc import Iterator
from itertools import combinations

from habeas.claims.act import ACTS
from habeas.linkage.listed import Listed
from habeas.zalesia import world
from habeas.zalesia.lists import KeptList

from .trial import Trial, somebody


def trials() -> Iterator[Trial]:
    """Every two of the lists, each in its last edition."""
    lists = list({of.name: of for of, _ in world.draw().editions()}.values())
    for one, other in combinations(lists, 2):
        mine, theirs = _people(one), _people(other)
        place = {row.records[0].partition("-")[2]: at for at, row in enumerate(theirs)}
        numbers = [row.records[0].partition("-")[2] for row in mine]
        truth = {(at, place[number]) for at, number in enumerate(numbers) if number in place}
        yield Trial(f"{one.keeper} and {other.keeper}", mine, theirs, frozenset(truth))


def _people(of: KeptList) -> list[Listed]:
    return [_person(dict(cells)) for cells in of.editions[-1].rows]


def _person(cells: dict[str, str]) -> Listed:
    """A row; an act again is another day of the same act."""
    acts: dict[str, str] = {}
    for column, value in cells.items():
        act = column.partition(".")[0]
        if act in ACTS and value:
            acts[act] = f"{acts.get(act, '')} {value}".strip()
    told = {key: cells.get(key, "") for key in ("born", "sex", "region")}
    return somebody(cells["key"], cells["name"], **told, **acts)
