"""What speaks for and against two names, as `evidence` has it: loops for numba."""

from typing import Any

import numpy as np
from numba import njit

from habeas.names.likeness.compiled_align import BEGIN, END, GIVEN, LIKE, PARTICLE, SHORT, P, align, part, shared, word
from habeas.names.likeness.compiled_initials import initials
from habeas.names.likeness.compiled_rows import (
    ALL_SIZES,
    BARE,
    CLASSES,
    CONSONANTS,
    ENDING,
    FATHERS,
    FIRST,
    GENDER,
    GENERATION,
    INITIALS,
    READINGS,
    SCRIPT,
    SIZE,
    SOUNDS,
    WORDS,
)
from habeas.names.likeness.evidence import (
    CASED,
    CERTAIN,
    LEAST,
    MOST_LETTERS,
    MOST_OF_WORST,
    NAMED,
    NICKNAME,
    NO_GIVEN,
    NO_SURNAME,
    Evidence,
)
from habeas.names.likeness.fathers import AGREES, NOT_HIS, SAME_SOUND
from habeas.names.likeness.packed import PARTS, script_number
from habeas.names.likeness.standing import ENDINGS, KIND, KINDS_OF, LONGEST_ENDING, SIDE, VOWELS
from habeas.names.likeness.surnames import SHORTEST

Row = Any
(
    WORST, OF_SURNAME, OF_GIVEN, SIZES, SIZE_OF_WORST, ONE_WORD, ONLY_GIVEN, WITHOUT_GIVEN, WORDS_LEFT, SHARE_LEFT,
    HALF_OF_DOUBLE, IS_CROSSED, PARTS_KNOWN, OTHER_FORM, OTHER_NAME, KNOWN_APART, FATHER_AGREES, FATHER_CONFLICTS,
    GENDER_CONFLICTS, GENERATION_DIFFERS, ENDING_DIFFERS, MADE_APART, INITIAL_AGREES, INITIAL_CONFLICTS,
    CONSONANTS_AGREE, CONSONANTS_DIFFER,
) = range(len(Evidence._fields) - 1)  # fmt: skip
NO_KIND, SURNAME, GIVEN_NAME, LOOSE, CROSSED, PATRONYMIC = range(len(KIND))
KIND_OF = END + 1  # of a match
CYRILLIC, LATIN = map(script_number, CASED)
SURE, GUESSED = PARTS.index("S"), PARTS.index("s")  # stand last


@njit()
def evidence(a: Row, b: Row, standing: Row, seen: Row) -> int:
    """Write the evidence in two names in the order of `Evidence`, but for the script; return what `align` does.

    The first name is the one that comes first as written.
    """
    turned = a[WORDS] > b[WORDS]
    few, many = (b, a) if turned else (a, b)
    likes, told = np.empty((2, few[WORDS], many[WORDS])), np.empty((2, few[WORDS]))
    places, masks = np.empty((KIND_OF + 1, few[WORDS]), np.int64), np.zeros(SIDE, np.uint64)
    found = align(few, many, standing, masks, likes, told, places)
    if found <= 0:
        return found
    _matches(few, many, found, standing, told, places, seen)
    if seen[OF_SURNAME] == -np.inf:
        seen[OF_SURNAME] = _best_surname(few, many, likes)
    if not (few[WORDS] == many[WORDS] == found):
        _left_over(few, many, found, places, seen)
    _endings(few, many, turned, found, standing, told, places, seen)
    seen[PARTS_KNOWN] = _has_part(a, SURE) + _has_part(b, SURE)
    seen[GENDER_CONFLICTS] = a[GENDER] != 0 and b[GENDER] != 0 and a[GENDER] != b[GENDER]
    seen[GENERATION_DIFFERS] = a[GENERATION] != 0 and b[GENERATION] != 0 and a[GENERATION] != b[GENERATION]
    if a[INITIALS] > 0 or b[INITIALS] > 0:
        seen[INITIAL_AGREES], seen[INITIAL_CONFLICTS] = initials(a, b)
    return found


@njit()
def _matches(few: Row, many: Row, found: int, standing: Row, told: Row, places: Row, seen: Row) -> None:
    """What the matches say; likenesses are those of surnames and given names alone, if there are any."""
    core = 0
    for n in range(found):
        pair = part(few, places[SHORT, n]) * len(PARTS) + part(many, places[BEGIN, n])
        places[KIND_OF, n] = np.int64(standing[KINDS_OF + pair])
        core += NO_KIND < places[KIND_OF, n] < PATRONYMIC
    seen[WORST], seen[OF_SURNAME], seen[OF_GIVEN], given, fathers = np.inf, -np.inf, -np.inf, 0, False
    for n in range(found):
        kind, like, named = places[KIND_OF, n], told[LIKE, n], told[GIVEN, n]
        its = max(like, LEAST, named * NAMED) if named > 0 else max(like, LEAST)
        if kind == PATRONYMIC and core < found and not fathers:
            fathers = True
            _fathers(few, word(few, places[SHORT, n]), many, word(many, places[BEGIN, n]), its, seen)
        if core > 0 and not NO_KIND < kind < PATRONYMIC:
            continue
        size = min(few[word(few, places[SHORT, n]) + SIZE], _size(many, places[BEGIN, n], places[END, n]))
        if its < seen[WORST] or (its == seen[WORST] and size < seen[SIZE_OF_WORST]):
            seen[WORST], seen[SIZE_OF_WORST] = its, size
        seen[SIZES] += size
        if kind == SURNAME:
            seen[OF_SURNAME] = max(seen[OF_SURNAME], its)
        elif kind == GIVEN_NAME:
            seen[OF_GIVEN] = max(seen[OF_GIVEN], its)
            given += 1
        seen[IS_CROSSED] = max(seen[IS_CROSSED], kind == CROSSED)
        if named > 0 and like < NICKNAME:
            seen[OTHER_FORM] = max(seen[OTHER_FORM], 1.2 - named)
        seen[OTHER_NAME] += named < 0
        if named < 0 and _known_apart(few, word(few, places[SHORT, n]), many, word(many, places[BEGIN, n])):
            seen[KNOWN_APART] = 1.0
    seen[SIZES], seen[SIZE_OF_WORST] = min(seen[SIZES], MOST_LETTERS), min(seen[SIZE_OF_WORST], MOST_OF_WORST)
    seen[ONE_WORD] = core == 1 or (core == 0 and found == 1)
    seen[ONLY_GIVEN] = seen[ONE_WORD] == 1 and given == 1 and (_has_surname(few) or _has_surname(many))
    if not given:
        seen[OF_GIVEN], seen[WITHOUT_GIVEN] = NO_GIVEN, 1.0


@njit()
def _known_apart(one: Row, at: int, other: Row, to: int) -> bool:
    mine, its = one[at + SCRIPT], other[to + SCRIPT]
    if mine != its and not (mine in (CYRILLIC, LATIN) and its in (CYRILLIC, LATIN)):
        return False
    return _certain(one, at) and _certain(other, to)


@njit()
def _certain(name: Row, at: int) -> bool:
    """Whether a word is for certain the likeliest of its given names, which stands first."""
    first = at + name[at + CLASSES]
    return bool(first < at + name[at + FATHERS] and name.view(np.float64)[first + 1] >= CERTAIN)


@njit()
def _size(name: Row, begin: int, end: int) -> int:
    size = 0
    for place in range(begin, end):
        size += name[word(name, place) + SIZE]
    return size


@njit()
def _has_part(name: Row, which: int) -> bool:
    found = False
    for place in range(name[WORDS]):
        found |= part(name, place) == which
    return found


@njit()
def _has_surname(name: Row) -> bool:
    """Beside another word."""
    return name[WORDS] > 1 and (_has_part(name, SURE) or _has_part(name, GUESSED))


@njit()
def _best_surname(few: Row, many: Row, likes: Row) -> float:
    """The most alike of the surnames, where none is matched to one."""
    best = -np.inf
    for place in range(few[WORDS]):
        for at in range(many[WORDS]):
            if part(few, place) >= SURE and part(many, at) >= SURE:
                best = max(best, LEAST, likes[LIKE, place, at])
    return best if best > -np.inf else NO_SURNAME


@njit()
def _fathers(one: Row, at: int, other: Row, to: int, like: float, seen: Row) -> None:
    """How far above or below AGREES two patronymics are alike, by the fathers' names where both are known."""
    mine, end = at + one[at + FATHERS], at + one[at + READINGS]
    its, until = to + other[to + FATHERS], to + other[to + READINGS]
    if like <= SAME_SOUND and mine < end and its < until:
        father = shared(one, mine, end, other, its, until)
        like = max(like, father, AGREES) if father > 0 else min(like, NOT_HIS)
    seen[FATHER_AGREES], seen[FATHER_CONFLICTS] = max(0.0, like - AGREES), max(0.0, AGREES - like)


@njit()
def _left_over(few: Row, many: Row, found: int, places: Row, seen: Row) -> None:
    """Words that nothing stands for, patronymics apart: how many, their share of the letters, half of a double name."""
    of_few, of_many = 0, 0
    for n in range(found):
        of_few |= 1 << places[SHORT, n]
        of_many |= (1 << places[END, n]) - (1 << places[BEGIN, n])
    for name, used in ((few, of_few), (many, of_many)):
        left, letters = 0, 0
        for place in range(name[WORDS]):
            if used >> place & 1 or part(name, place) in (P, PARTICLE):
                continue
            left += 1
            letters += name[word(name, place) + SIZE]
            for beside in range(name[WORDS]):
                if used >> beside & 1 and _within(name, beside) == _within(name, place):
                    seen[HALF_OF_DOUBLE] = 1.0
        seen[WORDS_LEFT] = max(seen[WORDS_LEFT], left)
        seen[SHARE_LEFT] = max(seen[SHARE_LEFT], letters / name[ALL_SIZES])


@njit()
def _within(name: Row, place: int) -> int:
    return int(name[FIRST + 3 * place + 2])


@njit()
def _endings(
    few: Row, many: Row, turned: bool, found: int, standing: Row, told: Row, places: Row, seen: Row
) -> None:  # fmt: skip
    """Whether surnames have endings of two classes, and whether one is made of the other; of the first two that do not
    sound the same, whether their consonants do."""
    first = True
    for n in range(found):
        if places[KIND_OF, n] == SURNAME and told[LIKE, n] < 1:
            at, to = word(few, places[SHORT, n]), word(many, places[END, n] - 1)
            if first and places[END, n] - places[BEGIN, n] == 1:
                first = False
                _consonants(few, at, many, to, seen)
            mine, its = few[at + ENDING], many[to + ENDING]
            if mine != 0 and its != 0 and mine != its:
                seen[ENDING_DIFFERS] = 1.0
            one, other = _sound(few, at), _sound(many, to)
            if _made_apart(other, one, standing) if turned else _made_apart(one, other, standing):
                seen[MADE_APART] = 1.0


@njit()
def _consonants(one: Row, at: int, other: Row, to: int, seen: Row) -> None:
    """Whether two surnames of one ending have a reading with the same consonants."""
    if one[at + ENDING] != other[to + ENDING] or one[at + BARE] == 0 or other[to + BARE] == 0:
        return
    begin, its = at + one[at + CONSONANTS], to + other[to + CONSONANTS]
    same = False
    for x in one[begin : begin + one[at + BARE]]:
        for y in other[its : its + other[to + BARE]]:
            same |= x == y
    seen[CONSONANTS_AGREE if same else CONSONANTS_DIFFER] = 1.0


@njit()
def _sound(name: Row, at: int) -> Row:
    """The first reading of a word."""
    begin = at + name[at + SOUNDS]
    return name[begin : begin + name[at + SIZE]]


@njit()
def _made_apart(one: Row, other: Row, standing: Row) -> bool:
    """Whether one of two sounds is the other, with or without its last vowels, with an ending more."""
    short, long = (other, one) if len(other) < len(one) else (one, other)
    alike = 0
    while alike < len(short) and short[alike] == long[alike]:
        alike += 1
    bare = len(short)
    while bare > 0 and short[bare - 1] < VOWELS:
        bare -= 1
    return _ends(short, len(short), alike, long, standing) or _ends(short, bare, alike, long, standing)


@njit()
def _ends(short: Row, stem: int, alike: int, long: Row, standing: Row) -> bool:
    """Whether a longer sound begins with a stem and what follows is an ending."""
    if not SHORTEST <= stem <= alike or len(long) - stem > LONGEST_ENDING:
        return False
    ending = 0
    for code in long[stem:]:
        ending = ending * SIDE + code + 1
    found = False
    for place in range(np.int64(standing[ENDINGS])):
        found |= standing[ENDINGS + 1 + place] == ending
    return found
