"""Whether a word that only sounds like a known name is that name.

Alone it must be long enough; in a script in which the name is known it must sound all but the same as well, since there
another spelling is rather another name. But a name with a Slavic ending is spelt by a dozen rules in Latin letters, and
by three in Cyrillic ones: what one of them makes of it is the same name. With a given name, initials or a form of
address beside it less is enough: only if the name has to be read in an unlikely way it must sound alike.
"""

from functools import lru_cache
from itertools import product

from habeas.names.endings import nominatives
from habeas.names.in_text.candidate import FAINT, HEARD
from habeas.names.likeness.alike import alike
from habeas.names.likeness.surnames import ends_in
from habeas.names.script import script_of
from habeas.names.sound import sound

_SAME, _SAME_RULED = 0.9, 0.3  # likeness; of a name with such an ending, which the rules read surer than the ear does
_RULED = frozenset(("ov", "ski", "enko", "uk", "vich"))
_OF_CASES = "ęąeеэĘĄEЕЭ"  # at the end of a word; a name that ends in a or o has them in a case
_SHORT, _LONG = 4, 6  # letters; in another case, in a script that the name is known in, one more


def alone(written: str, names: tuple[str, ...], how: int) -> bool | None:
    """Whether a word as written is one of the names, found by its sound; None if it is not.

    False is not a no: something else may still make it sure.
    """
    if len(written) < _SHORT:
        return None
    return how < FAINT and _is_alike(written, names, how)


@lru_cache(1 << 17)
def _is_alike(written: str, names: tuple[str, ...], how: int) -> bool:
    if script_of(written) in _scripts(names):
        needed = _SAME_RULED if _is_ruled(names) else _SAME
        return len(written) >= _LONG + (how != HEARD) and _likeness(written, names, how) >= needed
    return how == HEARD or len(written) >= _LONG


def prepare(names: tuple[str, ...]) -> None:
    """Remember what is asked of the names of a known person, before a text is read."""
    _scripts(names)
    _is_ruled(names)


@lru_cache(1 << 16)
def _is_ruled(names: tuple[str, ...]) -> bool:
    return any(ends_in(sound(name), _RULED) for name in names)


@lru_cache(1 << 16)
def _scripts(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(script_of, names))


def supported(written: str, names: tuple[str, ...], how: int, needed: float) -> bool:
    """The same of a word that something beside it speaks for: read in an unlikely way it must be as alike as needed."""
    return how < FAINT or _likeness(written, names, how) >= needed


@lru_cache(1 << 17)
def _likeness(written: str, names: tuple[str, ...], how: int) -> float:
    """The likeness of the two that sound most alike; of a word in some case, of what it can be the case of."""
    words = (written,) if how in (HEARD, FAINT) else nominatives(written)
    return max(alike(word.lower(), name.lower()) for word, name in product(words, names))


def is_in_case(written: str, names: tuple[str, ...]) -> bool:
    """Whether a word that an ear takes for one of the names ends as none does but in a case: Łukaszenkę."""
    return written[-1] in _OF_CASES and not any(name[-1] in _OF_CASES for name in names)
