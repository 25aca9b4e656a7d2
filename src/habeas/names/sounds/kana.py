"""Kana in Hepburn letters, with the small vowels that write foreign syllables ("ヴィ" vi, "ジェ" je).

Long marks and doubled consonants are dropped: they do not tell names apart across scripts.
"""

from anyascii import anyascii

_SMALL = dict(zip("ァィゥェォぁぃぅぇぉ", "aiueoaiueo", strict=True))
_GLIDES = dict(zip("ャュョゃゅょ", "auoauo", strict=True))
_DROPPED = "ッっーｰ゠・"


def romaji(word: str) -> str:
    """`word` in lower-case Latin letters: "キャメロン" "kyameron", "デイヴィッド" "deivido"."""
    parts: list[str] = []
    for one in word:
        if one in _DROPPED:
            continue
        if one in _SMALL and parts:
            parts[-1] = parts[-1][:-1] + _SMALL[one]
        elif one in _GLIDES and parts:
            start = parts[-1][:-1]
            parts[-1] = start + ("" if start in ("sh", "ch", "j") else "y") + _GLIDES[one]
        else:
            parts.append(anyascii(one).lower())
    return "".join(parts)
