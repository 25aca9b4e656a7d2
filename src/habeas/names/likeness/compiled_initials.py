"""Whether initials agree with what stands in their place, as `initials` has it, over rows of `packed`: for numba."""

from typing import Any

from numba import njit

from habeas.names.likeness.compiled_align import P, part, word
from habeas.names.likeness.compiled_rows import FIRST, INITIAL, INITIALS, LETTERS_BEGIN, SOUNDS_BEGIN, WORDS
from habeas.names.likeness.initials import AGREES, BOTH_CONFLICT, BOTH_DOUBTFUL, CONFLICTS, Initial
from habeas.names.likeness.packed import PARTS

Row = Any
LAST_GIVEN = PARTS.index("g")  # G and g stand first
SCRIPT_OF, LETTER, ALPHABET, SOUND, SOUNDS_OF = range(1, len(Initial._fields))  # of an initial


@njit()
def initials(a: Row, b: Row) -> tuple[float, float]:
    """How far the initials of both agree with what the other name has in their place, and how far they conflict."""
    agree, conflict = _held_against(a, b)
    its_agree, its_conflict = _held_against(b, a)
    agree, conflict = agree + its_agree, conflict + its_conflict
    return (0.0 if conflict > 0 else agree), conflict


@njit()
def _held_against(name: Row, other: Row) -> tuple[float, float]:
    """The initials of one name."""
    behind, agree, conflict = 0, 0.0, 0.0
    for place in range(name[WORDS]):
        behind |= part(name, place) <= LAST_GIVEN
    for n in range(name[INITIALS]):
        meant, others, agrees, doubtful = _in_place(name, FIRST + 3 * name[WORDS] + INITIAL * n, n + behind, other)
        if agrees:
            agree += AGREES
        elif meant:
            conflict += CONFLICTS
        elif others:
            conflict += BOTH_DOUBTFUL if doubtful else BOTH_CONFLICT
    return agree, conflict


@njit()
def _in_place(of: Row, one: int, place: int, name: Row) -> tuple[bool, bool, bool, bool]:
    """Whether a name has words and initials that an initial can stand for, whether any of it can begin so, and whether
    an initial may be so in another spelling: the first initial stands for a given name or the first initial, a further
    one for a patronymic, a further given name or a further initial."""
    given, meant, agrees, doubtful = 0, False, False, False
    for at in range(name[WORDS]):
        is_given = part(name, at) <= LAST_GIVEN
        if (is_given and (place == 0 or given > 0)) or (place > 0 and part(name, at) == P):
            begin = word(name, at)
            letters = name[begin + LETTERS_BEGIN] & of[one + ALPHABET]
            can = of[one + LETTER] & letters if letters else of[one + SOUND] & name[begin + SOUNDS_BEGIN]
            meant, agrees = True, agrees or can != 0
        given += is_given
    first, last = (0, 1) if place == 0 else (0 if given > 0 else 1, name[INITIALS])
    last = min(last, name[INITIALS]) if place > 0 or given == 0 else 0
    for n in range(first, last):
        at = FIRST + 3 * name[WORDS] + INITIAL * n
        if of[one + SCRIPT_OF] == name[at + SCRIPT_OF]:
            agrees |= of[one] == name[at]
        else:
            agrees |= of[one + SOUND] & name[at + SOUNDS_OF] != 0
        doubtful |= of[one + SOUNDS_OF] & name[at + SOUNDS_OF] != 0
    return meant, first < last, agrees, doubtful
