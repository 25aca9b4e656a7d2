"""Search keys: by which words a stored name is found, and by which keys a word that is spelled otherwise finds them.

Keys are plain text, equal on both sides where two spellings may be of one word: folded alike, of one sound, one slip
apart, with one beginning, or of one class of given names. They find candidates; `ranking` says how near these are.
"""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, normalize

from habeas.names.endings import surname_forms
from habeas.names.fold import fold
from habeas.names.given import given_class
from habeas.names.initials import initial
from habeas.names.parse import Parsed, parse, readings
from habeas.names.script import script_of
from habeas.names.sound import bones, bones_of, single, sounds

FOLDED, FORM, BONES, SLIP, HEARD, CLASS, START, STARTS = (
    "=",
    "%",
    ".",
    "~",
    "/",
    "@",
    "^",
    "<",
)  # what a key begins with
LIKELIEST, OTHER = "-", "+"
FEW = 4  # consonants: a word with fewer has slips of its sound, not of its bones
FIRST = 3  # letters of a beginning that are looked for as they are; of a longer one its bones are
LONGEST = 5  # consonants of a beginning
SYLLABIC = ("Hani", "Hang")  # scripts in which one character is a word
PLAIN = 3  # words: a name of more may have titles or other forms in it
LONGEST_WORD, LONGEST_NAME = 60, 400  # letters
SYLLABLE = 4  # letters
LONGEST_CUT = 9  # characters of a name that is cut
EAST = 4  # characters: a longer name in one is a foreign one
_OTHERWISE = str.maketrans({"x": "h", "c": "ts", "D": "ds"})
_KEPT = frozenset("xcD")
_QUOTES = frozenset("'’ʼ‘`´ʹʺ׳״\"")
_HYPHENS = frozenset("-‐‑–")


@lru_cache(maxsize=4096)
def forms(name: str, asked: bool = False) -> tuple[tuple[str, ...], ...]:
    """The words of a name in lower case, without what is neither letter nor digit; in each form that it may have.

    First all of its words, then in one what a hyphen parts or what are syllables ("Jin-ping", "Kim Ki Nam"), then what
    is left when titles and added names are taken apart ("Anna Nowak, Baroness Nowak of Zalesia").
    """
    spaced = _spaced(name)
    whole = _parted(spaced)
    found = [whole, tuple(word.replace("-", "") for word in spaced if word.strip("-")), _joined(whole), *_cuts(spaced)]
    if len(whole) > PLAIN:
        told = [_parted(_spaced(" ".join(_words(one)))) for one in readings(parse(name))]
        found = (found if not asked or len(told[0]) == len(whole) else []) + told
    return tuple(dict.fromkeys(form for form in found if form))


def rows(name: str) -> frozenset[tuple[str, str, str]]:
    """The rows of a stored name: a word of one of its forms, the bones of another ("" where there is none), the form.

    An initial is no word, and a form of more than LONGEST_NAME letters no name.
    """
    found = set[tuple[str, str, str]]()
    for form in (form for form in forms(name) if sum(map(len, form)) + len(form) <= LONGEST_NAME):
        own, text = [word for word in form if is_word(word)], " ".join(form)
        pairs = {(word, bones(other), text) for word in own for other in own if other != word}
        found |= pairs or {(word, "", text) for word in own}
    return frozenset(found)


def is_word(part: str) -> bool:
    """Whether it is more than an initial, and not longer than any name."""
    return 1 < len(part) <= LONGEST_WORD or (len(part) == 1 and script_of(part) in SYLLABIC)


def _parted(spaced: list[str]) -> tuple[str, ...]:
    if len(spaced) == 1 and 1 < len(spaced[0]) <= EAST and script_of(spaced[0]) in SYLLABIC:
        length = 2 if len(spaced[0]) == EAST else 1
        return (spaced[0][:length], spaced[0][length:])
    return tuple(part for word in spaced for part in word.split("-") if part)


def _cuts(spaced: list[str]) -> Iterator[tuple[str, str]]:
    """A foreign name that Chinese writes without a mark between its words, cut in two wherever it may be."""
    if len(spaced) == 1 and EAST <= len(spaced[0]) <= LONGEST_CUT and script_of(spaced[0]) == "Hani":
        yield from ((spaced[0][:place], spaced[0][place:]) for place in range(2, len(spaced[0]) - 1))


def _joined(whole: tuple[str, ...]) -> tuple[str, ...]:
    """Three short words as a surname and a given name of two syllables."""
    if len(whole) == PLAIN and all(1 < len(word) <= SYLLABLE for word in whole):
        return (whole[0], whole[1] + whole[2])
    return whole


def _words(parsed: Parsed) -> tuple[str, ...]:
    return (*parsed.given, *parsed.initials, *parsed.patronymic, *parsed.surname, *parsed.loose)


def keys(word: str) -> frozenset[tuple[str, str]]:
    """The keys of one of the words, each with what it comes from: a reading of the word, or a class's weight.

    Before a reading stands `-` where it is the likeliest of the word, `+` where it is another.
    """
    heard = sounds(word)
    found = {(key + fold(word), LIKELIEST + heard[0]) for key in (FOLDED, FORM)}
    for one in heard:
        of = (LIKELIEST if one == heard[0] else OTHER) + one
        found.update((key, of) for key in (HEARD + one, *_slips(one), *_beginnings(one)))
    found.update((CLASS + name, f"{weight:.2f}") for name, weight in given_class(word).items())
    return frozenset(found)


def sought(word: str, typing: bool) -> frozenset[str]:
    """The keys by which a word of a question finds words; `typing`: what it begins is looked for too."""
    first, *others = sounds(word)
    found = {FOLDED + fold(word), *_slips(first), *(CLASS + name for name in given_class(word))}
    found |= {FORM + fold(form) for form in surname_forms(word)}
    for one in others:
        found |= {HEARD + one, *(BONES + bare for bare in _bare(one))}
    return frozenset(found | {_beginning(one) for one in (first, *others) if typing and len(one) > 1})


def _spaced(name: str) -> list[str]:
    """What spaces part, with one kind of hyphen."""
    low = normalize("NFC", name).replace("İ", "i").lower()
    if "." in low:
        low = " ".join(map(_initial, low.replace(".", ". ").split()))
    return "".join(_plain(one) for one in low).split()


def _initial(word: str) -> str:
    return (initial(word[:-1]) or word) if word[-1] == "." else word


def _plain(one: str) -> str:
    if one in _HYPHENS:
        return "-"
    if one in _QUOTES or category(one) == "Cf":
        return ""
    return one if one.isalnum() or category(one)[0] == "M" else " "


def _slips(heard: str) -> Iterator[str]:
    """The bones of a sound, and what is left when one of them, or in a short word a letter, is left out."""
    for bare in _bare(heard):
        yield BONES + bare
        if len(bare) >= FEW:
            yield from (BONES + single(one) for one in _without_one(bare))
    if len(bones_of(heard)) < FEW:
        yield SLIP + heard
        yield from (SLIP + one for one in _without_one(heard))


def _bare(heard: str) -> Iterator[str]:
    """The bones of a sound, and those it has where a spelling keeps x and another h (Хол, Hall), ts and another c."""
    yield bones_of(heard)
    if not _KEPT.isdisjoint(heard):
        yield bones_of(heard.translate(_OTHERWISE))


def _without_one(text: str) -> Iterator[str]:
    yield from (text[:place] + text[place + 1 :] for place in range(len(text)))


def _beginnings(heard: str) -> Iterator[str]:
    """Every beginning of a sound under which it is found."""
    yield from (START + heard[:length] for length in range(2, FIRST + 1))
    bare = bones_of(heard)
    yield from (STARTS + bare[:length] for length in range(1, min(LONGEST, len(bare)) + 1) if len(heard) > FIRST)


def _beginning(heard: str) -> str:
    return START + heard if len(heard) <= FIRST else STARTS + bones_of(heard)[:LONGEST]
