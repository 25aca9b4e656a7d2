"""Whether the initials of a name can be of what stands in their place in another.

An initial agrees with a given name that is known if any form of it begins with that letter (Я. and Евгений: Яўген), and
with any other word if two spellings of one word may begin so. Sets of letters and of sounds are bits of a number.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from habeas.names.given import given_names
from habeas.names.likeness.alike import may_begin_alike
from habeas.names.likeness.fathers import father_of
from habeas.names.likeness.heard import heard
from habeas.names.parts.lists import folded
from habeas.names.parts.parts import KNOWN
from habeas.names.sound import sound
from habeas.names.sounds.odds import LETTERS

if TYPE_CHECKING:
    from habeas.names.analyse import Analysed

AGREES, CONFLICTS = 0.5, 1.0
# Of two initials each is asked about the other.
BOTH_CONFLICT, BOTH_DOUBTFUL = 0.5, 0.3  # doubtful: two letters of one script with which one name can begin
_LATIN, _CYRILLIC = "abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюяієґ"
_ALPHABETS = {
    "Latn": (1 << len(_LATIN)) - 1,
    "Cyrl": ((1 << len(_CYRILLIC)) - 1) << len(_LATIN),
}


class Begins(NamedTuple):
    """With which letters of the Latin and Cyrillic alphabets the forms of a name begin, none for what is no known one;
    with which sounds another spelling may begin."""

    letters: int
    sounds: int


class Initial(NamedTuple):
    """An initial as written; its letter and the alphabet of that, none if it is of another script; its sound."""

    written: str
    script: str
    letter: int
    alphabet: int
    sound: int
    sounds: int


@lru_cache(maxsize=1 << 12)
def initial_of(written: str) -> Initial:
    """An initial in lower case."""
    script = heard(written).script
    own = _bits(sound(written)[:1], LETTERS)
    return Initial(written, script, _letter(written), _ALPHABETS.get(script, 0), own, _spread(own))


@lru_cache(maxsize=1 << 16)
def begins(word: str, father: bool) -> Begins:
    """How a word may begin in another spelling; `father`: what it is made of, as a patronymic."""
    classes = father_of(word) if father else heard(word).classes
    letters = 0
    for name, weight in classes.items():
        letters |= _first_letters()[name] if weight >= KNOWN and name.islower() else 0
    own = _letter(word) if letters and not father else 0
    return Begins(letters | own, _spread(_bits(sound(word)[:1], LETTERS)))


@cache
def _first_letters() -> Mapping[str, int]:
    """The letters with which the forms of a class begin."""
    found: defaultdict[str, int] = defaultdict(int)
    for row in given_names():
        for form in row.forms:
            found[row.name] |= _letter(form)
    return found


def _letter(word: str) -> int:
    return _bits(folded(word)[:1], _LATIN + _CYRILLIC)


@cache
def _spread(own: int) -> int:
    """The sounds of a set and those that may stand for them at the beginning of a word."""
    mine = [letter for place, letter in enumerate(LETTERS) if own >> place & 1]
    return _bits([letter for letter in LETTERS if any(may_begin_alike(letter, one) for one in mine)], LETTERS)


def _bits(some: Iterable[str], of: str) -> int:
    return sum({1 << of.index(one) for one in some if one in of})


def initials(a: "Analysed", b: "Analysed") -> tuple[float, float]:
    """How far the initials of both agree with what the other name has in their place, and how far they conflict."""
    agree = conflict = 0.0
    for name, other in ((a, b), (b, a)):
        behind = any(part in "Gg" for part in name.parts)
        for place, one in enumerate(name.initials, behind):
            agrees, against = _held_against(initial_of(one.word), place, other)
            agree += agrees
            conflict += against
    return (0.0 if conflict else agree), conflict


def _held_against(one: Initial, place: int, name: "Analysed") -> tuple[float, float]:
    """What speaks for and against an initial, by all that it can stand for."""
    words, others = _in_place(place, name)
    if any(_can_be(one, each) for each in words) or any(_agree(one, each) for each in others):
        return AGREES, 0.0
    if words:
        return 0.0, CONFLICTS
    doubtful = any(one.sounds & each.sounds for each in others)
    return 0.0, BOTH_DOUBTFUL if doubtful else BOTH_CONFLICT if others else 0.0


def _can_be(one: Initial, word: Begins) -> bool:
    """By letters, where the name is known to be written in this alphabet, else by sounds."""
    letters = word.letters & one.alphabet
    return bool(one.letter & letters) if letters else bool(one.sound & word.sounds)


def _agree(one: Initial, other: Initial) -> bool:
    return one.written == other.written if one.script == other.script else bool(one.sound & other.sounds)


def _in_place(place: int, name: "Analysed") -> tuple[list[Begins], list[Initial]]:
    """What an initial can stand for: the first one for a given name, a further one for what follows that."""
    given = [word.word for word, part in zip(name.words, name.parts, strict=True) if part in "Gg"]
    fathers = [word.word for word, part in zip(name.words, name.parts, strict=True) if part == "P"]
    own = [initial_of(one.word) for one in name.initials]
    if not place:
        return [begins(word, False) for word in given], [] if given else own[:1]
    words = [*(begins(word, True) for word in fathers), *(begins(word, False) for word in given[1:])]
    return words, own[0 if given else 1 :]
