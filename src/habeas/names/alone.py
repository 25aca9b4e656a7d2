"""Whether a word that only sounds like a known name is that name.

Alone it must be long enough and sound alike enough, more so in a script in which the name is known: there another
spelling is rather another name. In a case that is not known to sound so it counts only in another script. With a given
name, initials or a form of address beside it less is enough.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from .alike import alike
from .candidate import HEARD
from .endings import nominatives
from .script import script_of

_HARDLY = 0.3  # likeness below which two words are not one, whatever stands beside them
_LIKE, _SAME = 0.65, 0.9
_SHORT, _LONG = 4, 6  # letters


def alone(written: str, names: Sequence[str], how: int) -> bool | None:
    """Whether a word as written is one of the names, found by its sound or bent; None if it sounds too unlike.

    False is not a no: something else may still make it sure.
    """
    if len(written) < _SHORT:
        return None
    known_in = script_of(written) in {script_of(name) for name in names}
    like, long = _likeness(written, names, how), len(written) >= _LONG
    if known_in:
        sure = how == HEARD and long and like >= _SAME
    else:
        sure = like >= _LIKE and (how == HEARD or long)
    return sure or (False if like >= _HARDLY else None)


def supported(written: str, names: Sequence[str], how: int, needed: float) -> bool:
    """The same of a word that something beside it speaks for: whether it sounds as alike as is needed then."""
    return _likeness(written, names, how) >= needed


def _likeness(written: str, names: Iterable[str], how: int) -> float:
    """The likeness of the two that sound most alike; of a word in some case, of what it can be the case of."""
    words = (written,) if how == HEARD else nominatives(written)
    return max(alike(word.lower(), name.lower()) for word, name in product(words, names))
