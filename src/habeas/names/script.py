"""The script that a word is written in.

One answer for a whole word, from its first letter that has a script: an ISO 15924 code, or "Zyyy" where no letter has
one (digits, signs, the empty word). A look at code points, by the blocks of the Unicode standard; nothing is guessed.
"""

from bisect import bisect_right
from functools import lru_cache

# First code point of each run of blocks, and the script of its letters. Source: Unicode 16, Blocks.txt and Scripts.txt.
_RUNS: tuple[tuple[int, str], ...] = (
    (0x0000, "Zyyy"),
    (0x0041, "Latn"),
    (0x005B, "Zyyy"),
    (0x0061, "Latn"),
    (0x007B, "Zyyy"),
    (0x00C0, "Latn"),
    (0x0300, "Zyyy"),
    (0x0370, "Grek"),
    (0x0400, "Cyrl"),
    (0x0530, "Armn"),
    (0x0590, "Hebr"),
    (0x0600, "Arab"),
    (0x0700, "Syrc"),
    (0x0750, "Arab"),
    (0x0780, "Thaa"),
    (0x0860, "Syrc"),
    (0x0870, "Arab"),
    (0x0900, "Deva"),
    (0x0980, "Beng"),
    (0x0A00, "Guru"),
    (0x0A80, "Gujr"),
    (0x0B00, "Orya"),
    (0x0B80, "Taml"),
    (0x0C00, "Telu"),
    (0x0C80, "Knda"),
    (0x0D00, "Mlym"),
    (0x0D80, "Sinh"),
    (0x0E00, "Thai"),
    (0x0E80, "Laoo"),
    (0x0F00, "Tibt"),
    (0x1000, "Mymr"),
    (0x10A0, "Geor"),
    (0x1100, "Hang"),
    (0x1200, "Ethi"),
    (0x13A0, "Cher"),
    (0x1780, "Khmr"),
    (0x1800, "Mong"),
    (0x1C80, "Cyrl"),
    (0x1C90, "Geor"),
    (0x1D00, "Latn"),
    (0x1E00, "Latn"),
    (0x1F00, "Grek"),
    (0x2000, "Zyyy"),
    (0x2C60, "Latn"),
    (0x2D00, "Geor"),
    (0x2DE0, "Cyrl"),
    (0x2E80, "Hani"),
    (0x3000, "Zyyy"),
    (0x3005, "Hani"),
    (0x3008, "Zyyy"),
    (0x3041, "Hira"),
    (0x30A0, "Kana"),
    (0x30FB, "Zyyy"),
    (0x30FC, "Kana"),
    (0x3100, "Bopo"),
    (0x3130, "Hang"),
    (0x3190, "Hani"),
    (0x31F0, "Kana"),
    (0x3400, "Hani"),
    (0xA000, "Yiii"),
    (0xA640, "Cyrl"),
    (0xA700, "Latn"),
    (0xAC00, "Hang"),
    (0xF900, "Hani"),
    (0xFB00, "Latn"),
    (0xFB13, "Armn"),
    (0xFB1D, "Hebr"),
    (0xFB50, "Arab"),
    (0xFE00, "Zyyy"),
    (0xFE70, "Arab"),
    (0xFF00, "Zyyy"),
    (0xFF21, "Latn"),
    (0xFF5B, "Zyyy"),
    (0xFF66, "Kana"),
    (0xFFA0, "Hang"),
    (0xFFDD, "Zyyy"),
    (0x20000, "Hani"),
    (0x323B0, "Zyyy"),
)
_STARTS = [start for start, _ in _RUNS]
SCRIPTS = tuple(sorted({script for _, script in _RUNS}))


@lru_cache(maxsize=1 << 12)
def _of(character: str) -> str:
    return _RUNS[bisect_right(_STARTS, ord(character)) - 1][1]


@lru_cache(maxsize=1 << 15)
def script_of(word: str) -> str:
    """ISO 15924 code of the first letter of `word` that has one: "Cyrl", "Latn", "Arab", "Hani" …, else "Zyyy"."""
    for character in word:
        code = _of(character)
        if code != "Zyyy":
            return code
    return "Zyyy"
