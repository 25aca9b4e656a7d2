"""With which letters a given name, a father's name or a bare initial may be abbreviated, in any script and spelling.

A name of the table has the first letters of all its forms: Уладзімір is U., V., W., У. or В., and never B. or F. A name
that is not there has its own, and by its sound those of other scripts. Of a bare letter nobody knows which name it is:
it may be what a neighbouring language has for it, as R. for G. (Рыгор, Григорий).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from habeas.names.given import given_class, given_names
from habeas.names.in_text.placed import laid
from habeas.names.parse import Parsed
from habeas.names.parts.patronymic import father_class
from habeas.names.script import script_of
from habeas.names.sound import sounds

_NONE: frozenset[str] = frozenset()
_SCRIPTS = ("Latn", "Cyrl", "Grek", "Geor", "Armn", "Arab", "Hebr")
_SOUNDS_AS = str.maketrans({**dict.fromkeys("jei", "i"), **dict.fromkeys("ghx", "g"), "w": "v", "c": "t", "L": "l"})
# Letters that romanisations of one name begin with: Y. for Я, J. in German and Polish, and I.; V., W.; H., G.
_SPELT_ALIKE = ("yji", "vw", "gh", "kc")
# Letters that given names of one origin begin with in Belarusian, Ukrainian and Russian (Slounik.org; Petrovsky,
# Словарь русских личных имён): Рыгор and Григорий, Уладзімір and Владимир, Алег and Олег, Алена and Елена, Мікалай
# and Николай, Зміцер and Дмитрий, Вольга and Ольга, Ганна and Анна, Яўген and Евгений, Юрий and Георгий.
_ONE_ORIGIN = ("rgh", "uvw", "ao", "aey", "mn", "zd", "vo", "ahg", "eyji", "ygj", "ргг", "ув", "ао", "аея", "мн", "зд",
    "во", "аг", "еяє", "юг", "иій")  # fmt: skip
_OWN = 0.9  # of the greatest weight: the classes of the name itself, and not those that are only related


def here(written: str) -> frozenset[str]:
    """What an initial of a text is compared by: the letter, and its sound for names of every other script."""
    script = script_of(written)
    heard = {one for one in (_heard(reading) for reading in sounds(written)) if one}
    return frozenset((laid(written), *(other + one for other in _SCRIPTS if other != script for one in heard)))


@lru_cache(1 << 14)
def of_given(word: str) -> frozenset[str]:
    """With what a given name may be abbreviated."""
    return _of_name(word, given_class(word))


@lru_cache(1 << 14)
def of_father(word: str) -> frozenset[str]:
    """With what a patronymic may be abbreviated: with the father's name."""
    return _of_name(word, father_class(word))


def _of_name(word: str, classes: Mapping[str, float]) -> frozenset[str]:
    """By the letters of its classes; of a name without one its own letter, and those that spell the same."""
    its = [name for name, weight in classes.items() if weight >= _OWN * max(classes.values())]
    letters = frozenset(letter for name in its for letter in _letters().get(name, _NONE))
    own = frozenset(_own(word))
    return own | letters if letters else own | _swapped(own, _SPELT_ALIKE)


def of_middle(parsed: Parsed) -> frozenset[str]:
    """With what the father's name, or a second name, may be abbreviated; nothing where none is on record."""
    if parsed.patronymic:
        return frozenset(letter for word in parsed.patronymic for letter in of_father(word))
    later = parsed.initials if has_given(parsed) else parsed.initials[1:]
    return frozenset(letter for one in later[:1] for letter in of_letter(one))


def has_given(parsed: Parsed) -> bool:
    """Whether a given name is written out before the initials: "Aleksandr G.", and not "J. Edgar"."""
    if not parsed.initials:
        return bool(parsed.given)
    first = parsed.original.find(parsed.initials[0] + ".")
    return any(0 <= parsed.original.find(word) < first for word in (*parsed.given, *parsed.loose))


@lru_cache(1 << 10)
def of_letter(letter: str) -> frozenset[str]:
    """With what a name may be abbreviated of which only the initial is on record."""
    own = frozenset(_own(letter))
    alike = own | _swapped(own, (*_SPELT_ALIKE, *_ONE_ORIGIN))
    return alike | {one for other in alike if len(other) == 1 for one in _own(other)}


def _own(word: str) -> Iterator[str]:
    yield laid(word)[:1]
    script = script_of(word)
    yield from {script + _heard(reading) for reading in sounds(word) if reading}


def _heard(reading: str) -> str:
    return reading[:1].translate(_SOUNDS_AS)


def _swapped(letters: Iterable[str], groups: Iterable[str]) -> frozenset[str]:
    return frozenset(one for group in groups for letter in letters if letter in group for one in group)


@cache
def _letters() -> Mapping[str, frozenset[str]]:
    """By the class of a given name: the first letters of its forms."""
    found = defaultdict[str, set[str]](set)
    for row in given_names():
        found[row.name].update(laid(form)[:1] for form in row.forms)
    return {name: frozenset(some) for name, some in found.items()}
