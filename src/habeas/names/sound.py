"""What a word of a name sounds like, in one alphabet for every script and romanisation.

The alphabet is ASCII, after X-SAMPA; case matters (never fold a sound): vowels `a e i o u`; `p b f v w m`, `t d n`,
`k g x h` (x as in loch, h may be silent), `s z c D` (c = ts, D = dz), `S Z C J` (sh, zh, ch, j of John), `l r L` (L
where the script does not say which), `j` (y of yes). Length, stress and softness are not kept, doubled letters are one.
A spelling can be read in several ways: `sounds` gives all, the first is `sound`. `bones` is the coarse key for finding.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache, reduce
from itertools import groupby, repeat
from operator import add, eq, or_
from unicodedata import combining, normalize

from anyascii import anyascii

from habeas.names.script import script_of
from habeas.names.sounds.kana import romaji
from habeas.names.sounds.rewrite import Rewriting, rewriting, rewritten, table

_TABLES = {
    "Cyrl": "cyrillic",
    "Grek": "greek",
    "Geor": "georgian",
    "Armn": "armenian",
    "Arab": "arabic",
    "Hebr": "hebrew",
}
_ABJADS = ("Arab", "Hebr")
_LATIN = (
    "slavic", "english", "german", "french", "southern", "iberian",
    "hungarian", "turkish", "pinyin", "nonrhotic", "baltic",
)  # fmt: skip
_LAID_OVER = {"nonrhotic": "english", "baltic": "slavic"}
_BONES = str.maketrans("pbfvwtdszcDSZCJkgxhmnlrLj", "pppvvttsssssssskkk\0nnrrr\0")
_VOWELS = "aeiou"


def sound(word: str) -> str:
    """The first of `sounds(word)`: "Łukašenka", "Lukashenka" and "Лукашэнка" are all "lukaSenka"; "" for no letters."""
    return sounds(word)[0]


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> tuple[str, ...]:
    """Every reading of one word, the likeliest first, none twice; at least one, which may be empty."""
    low = word.lower()
    return tuple(dict.fromkeys(read_by_spelling(low))) if low == word else sounds(low)


@lru_cache(maxsize=1 << 16)
def read_by_spelling(word: str) -> tuple[str, ...]:
    """The readings of one word, a Latin one by the spelling of each language in turn: always as many, in one order."""
    read = _readings(word, script_of(word))
    told = dict.fromkeys(read)
    if len(told) == 1:
        return (single(read[0]),) * len(read)
    if not _doubled(" ".join(told)):
        return tuple(read)
    alone = {one: single(one) for one in told}
    return tuple([alone[one] for one in read])


@lru_cache(maxsize=1 << 16)
def bones(word: str) -> str:
    """Consonant classes of a word, `p v t s k n r`: for finding candidates, not for deciding. Of "Жан" "sn"."""
    return bones_of(sound(word))


def bones_of(heard: str) -> str:
    """The bones of a sound; its first vowel where it has no consonant."""
    classes = heard.translate(_BONES)
    return single("".join(one for one in classes if one not in _VOWELS and one != "\0")) or heard[:1]


def single(heard: str) -> str:
    """Without a letter that only repeats the one before it."""
    return "".join([one for one, _ in groupby(heard)]) if _doubled(heard) else heard


def _doubled(heard: str) -> bool:
    return any(map(eq, heard, heard[1:]))


def _readings(word: str, script: str) -> list[str]:
    if script in _TABLES:
        return _by_table(_bare(word, script), _TABLES[script], script in _ABJADS)
    if script == "Hani":
        return [_chinese(word)]
    if script in ("Kana", "Hira"):
        return [rewritten(romaji(word), rewriting("romaji", "reading"))]
    if script == "Hang":
        return [_korean(word)]
    return _latin(word)


def _by_table(word: str, name: str, abjad: bool) -> list[str]:
    read = [rewritten(word, rewriting(name, "reading"))]
    return [*read, rewritten(word, rewriting(name, "reading", "consonant"))] if abjad else read


def _bare(word: str, script: str) -> str:
    """Lower case, without accents, but й, ё, ў, ї stay letters of their own."""
    low = word.lower()
    if script == "Cyrl":
        return normalize("NFC", low)
    return "".join(one for one in normalize("NFD", low) if not combining(one) or one in "\u0653\u0654\u0655")


def _latin(word: str) -> list[str]:
    """By the spelling of each language; where a word has nothing that one writes its own way, by that of the first."""
    low = word.lower()
    if not low.isascii():
        letters = table("latin")["letters"]
        low = "".join(one if one in letters else _plain(one) for one in normalize("NFC", low))
    first, others = _spellings()
    told = _told_apart(f"^{low}$")
    read = rewritten(low, first)
    if not told:
        return [read] * len(_LATIN)
    return [read, *[rewritten(low, by) if told & bit else read for bit, by in others]]


@lru_cache(maxsize=1 << 12)
def _plain(letter: str) -> str:
    return anyascii(letter).lower()


@cache
def _spellings() -> tuple[Rewriting, tuple[tuple[int, Rewriting], ...]]:
    """That of the first of `_LATIN`, and those of the others with their bits."""
    under = {name: (_LAID_OVER[name],) if name in _LAID_OVER else () for name in _LATIN}
    first, *others = (rewriting("latin", "letters", *below, name) for name, below in under.items())
    return first, tuple((1 << place, by) for place, by in enumerate(others))


def _told_apart(marked: str) -> int:
    """The spellings that write something in a word their own way: bit 0 for the second of `_LATIN`, and so on."""
    letters, longer = _signs()
    told = reduce(or_, map(letters.get, marked, repeat(0)))
    for two in filter(longer.__contains__, map(add, marked, marked[1:])):
        for sign, bits in longer[two]:
            if sign in marked:
                told |= bits
    return told


@cache
def _signs() -> tuple[Mapping[str, int], Mapping[str, list[tuple[str, int]]]]:
    """The bits of each sign that is one letter, and by their first two letters the others with theirs."""
    bits: Counter[str] = Counter()
    for place, name in enumerate(_LATIN[1:]):
        for sign in set(table("latin")["signs"][name].split()):
            bits[sign] += 1 << place
    longer: dict[str, list[tuple[str, int]]] = {}
    for sign in bits:
        if len(sign) > 1:
            longer.setdefault(sign[:2], []).append((sign, bits[sign]))
    return {sign: its for sign, its in bits.items() if len(sign) == 1}, longer


def _chinese(word: str) -> str:
    by, known = rewriting("pinyin", "reading"), table("pinyin")["character"]
    return "".join(known.get(one) or rewritten(anyascii(one).lower(), by) for one in word)


_FIRST = ("k", "k", "n", "d", "t", "L", "m", "b", "p", "s", "s", "", "J", "J", "C", "k", "t", "p", "h")
_MIDDLE = "a e ja je o e jo je o wa we we jo u wo we wi ju _ wi i".replace("_", "").split(" ")
_LAST = "_ k k k n n n t L L L L L L L L m p p s s n J C k t p h".replace("_", "").split(" ")


def _korean(word: str) -> str:
    """Hangul by its parts (Unicode standard, 3.12); the vowel eu, which splits foreign clusters, is not heard."""
    heard = []
    for one in normalize("NFC", word):
        place = ord(one) - 0xAC00
        if 0 <= place < 11172:
            heard.append(_FIRST[place // 588] + _MIDDLE[place % 588 // 28] + _LAST[place % 28])
    return "".join(heard)
