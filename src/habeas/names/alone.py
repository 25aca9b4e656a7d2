"""Whether a word that stands alone, and only sounds like a known name, is that name.

It must be long enough and sound alike enough, more so in a script in which the name is known: there another spelling is
rather another name. In a case that is not known to sound so it counts only in another script.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from .alike import alike
from .candidate import BENT, HEARD
from .endings import nominatives
from .script import script_of

HARDLY = 0.3  # likeness below which two words are not one, whatever stands beside them
_LIKE, _SAME = 0.65, 0.9
_SHORT, _LONG = 4, 6  # letters


def alone(written: str, names: Sequence[str], how: int) -> bool | None:
    """Whether a word as written is one of the names, found by its sound or bent; None if it sounds too unlike.

    False is not a no: something else may still make it sure.
    """
    known_in = script_of(written) in {script_of(name) for name in names}
    if len(written) < (_SHORT if how == HEARD and not known_in else _LONG) or (how == BENT and known_in):
        return False
    like = likeness((written,) if how == HEARD else nominatives(written), names)
    if like >= (_SAME if known_in else _LIKE):
        return True
    return False if like >= HARDLY else None


def likeness(words: Iterable[str], names: Iterable[str]) -> float:
    """The likeness of the two that sound most alike."""
    return max(alike(word.lower(), name.lower()) for word, name in product(words, names))
