"""Folding for search: one function for both databases, so that a word typed in any script finds what holds it.

Case, diacritics, width and presentation forms fall away; letters that one script writes in two ways become one.
Folding is for finding only. What was written stays as it was written.
"""

from functools import cache
from unicodedata import combining, normalize

_SAME = str.maketrans(
    {
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ي": "ی",  # Arabic yeh and Persian yeh
        "ى": "ی",
        "ك": "ک",  # Arabic kaf and Persian keheh
        "ة": "ه",
        "ہ": "ه",  # Urdu heh
        "ھ": "ه",
        "ٱ": "ا",  # alef wasla
        "ـ": None,  # tatweel
        "\u200c": None,  # zero-width non-joiner
        "\u200d": None,  # zero-width joiner
        "\u200b": None,  # zero-width space
        "\u2060": None,  # word joiner
        "\ufeff": None,
        "\u200e": None,  # direction marks
        "\u200f": None,
        "\u00ad": None,  # soft hyphen
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "ʻ": "'",
        "′": "'",
        "`": "'",
    }
)


_ALONE = "\u0700"  # below, no two letters become one: each can be folded by itself


def fold(text: str) -> str:
    """`text` folded: "Ў" finds "у", "Ё" "е", "Łukasz" "lukasz", "كريم" "کریم"."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return text.translate(_letters()) if max(text) < _ALONE else _together(text)


def _together(text: str) -> str:
    bare = normalize("NFKD", text.casefold().translate(_SAME))
    return normalize("NFKC", "".join(character for character in bare if not combining(character)).translate(_SAME))


@cache
def _letters() -> dict[int, str]:
    """Every letter below `_ALONE`, folded."""
    return {place: _together(chr(place)) for place in range(ord(_ALONE))}


def words(query: str) -> list[str]:
    """The folded words of a query; a claim is found if it holds every one of them."""
    return fold(query).split()
