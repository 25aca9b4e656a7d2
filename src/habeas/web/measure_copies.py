"""The tables of sanctions as they are taken: how each target stands with each issuer, and from which day how."""

from collections.abc import Iterable, Iterator

from habeas.answers.measures import Measures, Stands, course
from habeas.measures.announced import Gap
from habeas.measures.event import Days

from . import measure_words
from .table_copy import Row


def standings(some: Iterable[Stands]) -> Iterator[Row]:
    """A target and an issuer a row: the status with its doubt, what is in force, and what is announced alone."""
    for one in some:
        found = one.answer
        doubt = {"possible": sorted(each.value for each in found.possible), "why": sorted(found.doubts)}
        yield {
            "target": one.target.name,
            "issuer": one.issuer.name,
            "status": found.status.value,
            **doubt,
            "in_force": measure_words.in_force(found),
            "announced": [_spoken_of(gap) for gap in found.announced],
            "announced_on": [_days(gap.word.announced) for gap in found.announced],
            "claims": found.evidence,
        }


def courses(found: Measures, some: Iterable[Stands]) -> Iterator[Row]:
    """From which day each stood how, until the next day; of what may have been before the first there is no day."""
    for one in some:
        for day, answer in course(found, one):
            whose = {"target": one.target.name, "issuer": one.issuer.name, "from": day.isoformat() if day else ""}
            possible = sorted(each.value for each in answer.possible)
            yield whose | {"status": answer.status.value, "possible": possible}


def _spoken_of(gap: Gap) -> str:
    return " or ".join(sorted(gap.speaks_of)) or "not said"


def _days(days: Days | None) -> str:
    """A day, or the first and the last day that it may be with a line between; ".." where that end is open."""
    if days is None:
        return "not said"
    ends = [day.isoformat() if day else ".." for day in (days.first, days.last)]
    return "/".join(dict.fromkeys(ends)) if None not in (days.first, days.last) else "/".join(ends)
