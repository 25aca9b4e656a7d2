"""Which people of two lists are looked at together: those who share what few others have, and never everybody.

What is shared is a word's spelling, sound or bones, two words at once, the bones of the whole name, a word and the year
of birth, or the day or month of birth or of one act. What many have in common finds nobody on its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import log

from habeas.names.given import given_class
from habeas.names.keys import BONES, CLASS, HEARD, forms, is_word, sought
from habeas.names.sound import bones_of, sounds

from .listed import Day, Listed

MOST = 12  # people who are looked at beside one
COMMON, FEW = 0.02, 40  # share of a list, and number, beyond which a key finds nobody
FEW_YEARS = 3
LIKELY = 0.3  # weight of a class of given names
MOST_READINGS = 3
Key = tuple[str, str]  # what it is of (a word's place does not matter), and what it is
Pair = tuple[int, int]


def candidates(ones: Sequence[Listed], others: Sequence[Listed], most: int = MOST) -> set[Pair]:
    """Pairs of places in the two lists that are worth comparing: of each person the `most` who share most.

    Both directions are looked at, so that it does not matter which list is named first.
    """
    keys_of_ones, keys_of_others = [keys(one) for one in ones], [keys(one) for one in others]
    found = {(x, y) for x, y in _from(keys_of_ones, keys_of_others, most)}
    return found | {(x, y) for y, x in _from(keys_of_others, keys_of_ones, most)}


def within(people: Sequence[Listed], most: int = MOST) -> set[Pair]:
    """The same within one list, the earlier of two first."""
    every = [keys(one) for one in people]
    return {(min(pair), max(pair)) for pair in _from(every, every, most + 1) if pair[0] != pair[1]}


def keys(one: Listed) -> frozenset[Key]:
    """By what somebody is found."""
    found = {("name", key) for name in one.names for key in _of_name(name)}
    atoms = {atom for name in one.names for form in forms(name)[:1] for word in form for atom in _atoms(word)}
    for what, day in (("born", birth) for birth in one.births):
        found |= {(what, text) for text in _days(day)}
        found |= {(what, f"{text}&{atom}") for text in _years(day) for atom in atoms}
    for act in one.acts:
        found |= {(act.what, text) for text in _days(act.day)}
    return frozenset(found)


def _days(day: Day) -> Iterator[str]:
    """A day and its month; of a day that is not known the month that it must lie in."""
    if day.earliest and day.latest and (day.earliest.year, day.earliest.month) == (day.latest.year, day.latest.month):
        yield f"{day.earliest:%Y-%m}"
        if day.exact:
            yield day.exact.isoformat()


def _years(day: Day) -> set[str]:
    """The years that a day may lie in, where they are few."""
    if day.earliest and day.latest and day.latest.year - day.earliest.year < FEW_YEARS:
        return {str(year) for year in range(day.earliest.year, day.latest.year + 1)}
    return set()


def _from(ones: Sequence[frozenset[Key]], others: Sequence[frozenset[Key]], most: int) -> Iterator[Pair]:
    """For each of the one the others who share most with them, by how rare it is."""
    having = defaultdict[Key, list[int]](list)
    for place, some in enumerate(others):
        for key in some:
            having[key].append(place)
    limit, every = max(FEW, COMMON * len(others)), len(others) + 1
    for place, some in enumerate(ones):
        shared = Counter[int]()
        for key in some:
            places = having.get(key, ())
            if 0 < len(places) <= limit:
                rare = _rare(len(places), every)
                for other in places:
                    shared[other] += rare
        for other, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:most]:
            yield place, other


def _rare(many: int, every: int) -> int:
    """How rare a key is, as a whole number: sums do not depend on their order."""
    return round(1000 * log(1 + every / many))


@lru_cache(maxsize=1 << 16)
def _of_name(name: str) -> frozenset[str]:
    found: set[str] = set()
    for form in forms(name):
        words = [word for word in form if is_word(word)]
        for word in words:
            found |= _of_word(word)
    return frozenset(found) | joint_keys(name)


@lru_cache(maxsize=1 << 16)
def joint_keys(name: str) -> frozenset[str]:
    """The keys that two words of a name make together, and the one of the whole name: what few names share."""
    found: set[str] = set()
    for form in forms(name):
        for one, other in combinations((word for word in form if is_word(word)), 2):
            found |= {"&".join(sorted((x, y))) for x in _atoms(one) for y in _atoms(other)}
        found.add("&" + bones_of("".join(sounds(word)[0] for word in form)))
    return frozenset(found)


@lru_cache(maxsize=1 << 16)
def _of_word(word: str) -> frozenset[str]:
    kept = {key for key in sought(word, typing=False) if not key.startswith(CLASS)}
    heard = sounds(word)[:MOST_READINGS]
    return frozenset(kept | {HEARD + one for one in heard} | {BONES + bones_of(one) for one in heard})


@lru_cache(maxsize=1 << 16)
def _atoms(word: str) -> frozenset[str]:
    """What a word counts as beside another: its bones, and the given names that it may be."""
    classes: Mapping[str, float] = given_class(word)
    heard = {BONES + bones_of(one) for one in sounds(word)[:MOST_READINGS]}
    return frozenset(heard | {CLASS + name for name, weight in classes.items() if weight >= LIKELY})
