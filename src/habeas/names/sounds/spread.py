"""Sounds spread out into features, so that a plain edit distance weighs them.

Every consonant becomes three letters (where, how, voice), a vowel or glide one or two: then swapping t and d costs 1, t
and k 3, any vowel for another 1, and a whole consonant left out 3. One bit-parallel distance over the spread strings
does the work of a table of costs. A distance is given in these units.
"""

from functools import lru_cache

_FEATURES = {
    "p": "PBx", "b": "PBu", "f": "PFx", "v": "PFu", "w": "Pu", "m": "NPm",
    "t": "TTx", "d": "TTv", "c": "TSx", "D": "TSv", "C": "THx", "J": "THv",
    "s": "SSx", "z": "SSv", "S": "SHx", "Z": "SHv", "n": "NTn",
    "k": "KGx", "g": "KGH", "x": "KHx", "h": "KH",
    "l": "LLl", "r": "LRr", "L": "LLr", "j": "Ji",
    "a": "a", "e": "e", "i": "i", "o": "o", "u": "u",
}  # fmt: skip


@lru_cache(maxsize=1 << 16)
def spread(heard: str) -> str:
    """A sound in features: "Zak" is "SHvaKGx"."""
    return "".join(map(_FEATURES.get, heard, heard))
