"""Words that are written in letters of two alphabets, since some of them look alike: "Жывiцкi" with a Latin i.

A keyboard that lacks a letter leaves them, reading by machine does, and whoever wants not to be found. Such a word is
put into the alphabet that all of its letters can be of; one for one, so that every character stays at its place.
"""

import re

_LATIN = "aceijopxykABCEHIJKMOPTXYëïËÏ"
_CYRILLIC = "асеіјорхукАВСЕНІЈКМОРТХУёїЁЇ"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
_WORD = re.compile(r"[^\W\d_]+")
_IN_LATIN, _IN_CYRILLIC = re.compile(r"[A-Za-zëïËÏ]"), re.compile(r"[\u0400-\u04ff]")


def unmixed(text: str) -> str:
    """The text with every such word in one alphabet; as long as it was. A word that has none is left as it is."""
    return _WORD.sub(lambda found: _unmixed(found[0]), text)


def _unmixed(word: str) -> str:
    latin, cyrillic = len(_IN_LATIN.findall(word)), len(_IN_CYRILLIC.findall(word))
    if not latin or not cyrillic:
        return word
    ways = [(latin, word.translate(_TO_CYRILLIC), _IN_LATIN), (cyrillic, word.translate(_TO_LATIN), _IN_CYRILLIC)]
    whole = [(changed, made) for changed, made, others in ways if not others.search(made)]
    return min(whole, key=lambda way: way[0])[1] if whole else word
