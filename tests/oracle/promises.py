"""What a promise about people came to, by trying every day that each act may have been on: slow, and plainly so."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product

from habeas.bargain.evidence import Done, Person


def days(one: Done) -> list[date]:
    """Every day that the act may have been on."""
    assert one.first is not None
    assert one.last is not None
    return [one.first + timedelta(days=number) for number in range((one.last - one.first).days + 1)]


def counts(people: Sequence[Person], first: date, last: date) -> Iterator[int]:
    """For every placement of all acts, how many of the people have one within the days."""
    acts = [(person.id, one) for person in people for one in person.done]
    for placed in product(*(days(one) for _, one in acts)):
        within = {who for (who, _), day in zip(acts, placed, strict=True) if first <= day <= last}
        yield len(within)
