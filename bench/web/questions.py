"""What readers ask: drawn from a seed, as uneven as real asking is, and once more with no address twice.

Tally: half ask the page as it stands, three in ten the end of one of the last 60 months, one in ten that divided by
custody state, one in ten any day of thirty years as known on another. Person: the n-th most asked of all people is
asked for as 1/(n + 10). Search: each reader types family names, letter by letter from the third on. Another `turn` is
other readers: they draw anew from the same.
"""

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple
from urllib.parse import quote, urlencode

SEED = 20250215
TODAY, MONTHS = date(2026, 1, 31), 60
FIRST_DAY, DAYS = date(2000, 1, 1), 9000
LEAST = 3  # letters that are typed before anything is looked for
COMMON = 10


class Asked(NamedTuple):
    """One question, as habeas is asked it and as Datasette is, in each of its ways."""

    ours: str
    theirs: tuple[str, ...]


class Person(NamedTuple):
    """Somebody of the register: the id and the name."""

    id: str
    name: str


def tally(size: int, *, alike: bool, turn: int = 0) -> list[Asked]:
    """Figures; `alike`: as readers ask, else no two the same."""
    chance = random.Random(f"tally-{SEED}-{alike}-{turn}")
    if not alike:
        days = [FIRST_DAY + timedelta(days=chance.randrange(DAYS)) for _ in range(2 * size)]
        return [of_day(day, known) for day, known in zip(days[:size], days[size:], strict=True)]
    return [_figure(chance) for _ in range(size)]


def _figure(chance: random.Random) -> Asked:
    kind = chance.random()
    if kind < 0.5:
        return of_day(TODAY, TODAY)
    if kind < 0.9:
        return of_day(_month_end(int(MONTHS * chance.random() ** 2)), TODAY, by="state" if kind > 0.8 else "")
    day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
    return of_day(day, day + timedelta(days=chance.randrange(400)))


def _month_end(before: int) -> date:
    months = TODAY.year * 12 + TODAY.month - 1 - before
    following = date((months + 1) // 12, (months + 1) % 12 + 1, 1)
    return following - timedelta(days=1)


def of_day(as_of: date, known_on: date, by: str = "") -> Asked:
    """How many on a day, as known on another: of ours the page, of theirs the rectangles of that day with facets."""
    asked = {"as_of": as_of.isoformat(), "known_on": known_on.isoformat()} | ({"by": by} if by else {})
    day, known = (one.isoformat().replace("-", "") for one in (as_of, known_on))
    theirs = {"known_from__lte": known, "valid_from__lte": day, "valid_to__gt": day, "known_to__gt": known}
    return Asked(f"/?{urlencode(asked)}", (f"/web/held?{urlencode(theirs | {'_facet': 'state'})}",))


def person(people: Sequence[Person], size: int, *, alike: bool, turn: int = 0) -> list[Asked]:
    """Pages of people; of theirs the row with how many claims refer to it, and the claims themselves."""
    chance = random.Random(f"person-{SEED}-{alike}-{turn}")
    if alike:
        weights = list(accumulate(1 / (place + COMMON) for place in range(len(people))))
        some = [people[bisect(weights, chance.random() * weights[-1])] for _ in range(size)]
    else:
        some = chance.sample(people, min(size, len(people)))
    return [of_person(one) for one in some]


def of_person(one: Person) -> Asked:
    """The page of one person."""
    return Asked(f"/people/{one.id}", (f"/web/person/{one.id}", f"/web/claim?person={one.id}"))


def search(people: Sequence[Person], size: int, *, alike: bool, turn: int = 0) -> list[Asked]:
    """What is in the field after each letter that is typed of a family name; `alike`: many type the same names."""
    chance = random.Random(f"search-{SEED}-{alike}-{turn}")
    common = random.Random(f"search-{SEED}").sample(people, min(200, len(people)))
    found = list[Asked]()
    while len(found) < size:
        one = chance.choice(common) if alike and chance.random() < 0.5 else chance.choice(people)
        found += typed(one.name if not alike else one.name.split()[-1])
    return found[:size]


def typed(name: str) -> Iterator[Asked]:
    """After each letter."""
    for end in range(LEAST, len(name) + 1):
        if name[end - 1] != " ":
            yield of_text(name[:end])


def of_text(text: str) -> Asked:
    """Whose name begins so, or has these words."""
    words = " ".join(f'"{word}"' for word in text.split())
    return Asked(f"/people?text={quote(text)}", (f"/web/person?_search={quote(words + '*')}&_searchmode=raw",))
