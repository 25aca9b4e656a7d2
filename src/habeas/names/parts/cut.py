"""A name cut into words: what stands in brackets, quotes or after a stroke is taken out as another form of the name.

Nothing is lost and nothing made up: every letter and digit of the name is in one word of the main form or in one of the
others, in the order written. Marks around a word fall away; marks inside it (O'Brien, Ван-дер-Ваальс) stay.
"""

from typing import NamedTuple
from unicodedata import category

from habeas.names.parts.lists import folded

CLOSING = {
    "(": ")",
    "[": "]",
    "{": "}",
    "<": ">",
    "（": "）",
    "«": "»",
    "„": '“”"',
    "“": '”"',
    '"': '"',
    "「": "」",
    "‹": "›",
}
SINGLE = {"'": "'", "‘": "’"}
QUOTES = "«„“\"「‹'‘"
STROKES = "/;|"
COMMAS = ",،，、"
DOTS = "・·•‧∙"
_OPENS = frozenset((*CLOSING, *SINGLE, *STROKES))
_SPACED = str.maketrans(dict.fromkeys((*CLOSING, *STROKES, *"".join(CLOSING.values())), " "))
_PARTS = frozenset((*COMMAS, *DOTS, "_"))


class Word(NamedTuple):
    """A word, as written and folded; if a full stop followed; how many commas, and whether a middle dot, led to it."""

    text: str
    folded: str
    dotted: bool
    after_commas: int
    parted: bool = False


class Other(NamedTuple):
    """Another form of the name: its text, and whether it stood in quotes."""

    text: str
    quoted: bool


def cut(name: str) -> tuple[tuple[Word, ...], tuple[Other, ...]]:
    """Words of the main form, and the texts of the others. A name that is all brackets or quotes is its own content."""
    main, others = _take_out(name)
    words = _words(main)
    if not others:
        return words, ()
    while others and not words:
        first, *others = others
        main, inner = _take_out(first.text)
        words, others = _words(main), [*inner, *others]
    return words, tuple(other for other in others if has_letters(other.text))


def cut_flat(name: str) -> tuple[Word, ...]:
    """All words of the name, whatever they stand in."""
    return _words(name.translate(_SPACED))


def has_letters(text: str) -> bool:
    """Whether there is a letter or a digit in it."""
    return any(map(str.isalnum, text))


def _take_out(name: str) -> tuple[str, list[Other]]:
    """The text without its brackets and quotes, and what stood in them."""
    if _OPENS.isdisjoint(name):
        return name, []
    kept: list[str] = []
    others: list[Other] = []
    place = 0
    while place < len(name):
        end = _end_of_bracket(name, place)
        if end:
            others.append(Other(name[place + 1 : end], name[place] in QUOTES))
            kept.append(" ")
            place = end + 1
        elif name[place] in STROKES:
            return "".join(kept), [*others, Other(name[place + 1 :], False)]
        else:
            kept.append(name[place])
            place += 1
    return "".join(kept), others


def _end_of_bracket(name: str, place: int) -> int:
    """Where the bracket or quote closes that opens at `place`; 0 if none opens there or it never closes."""
    one = name[place]
    if one in CLOSING:
        return _matching(name, place, CLOSING[one])
    if one in SINGLE and (not place or name[place - 1].isspace()):
        end = name.find(SINGLE[one], place + 2)
        while end > 0 and name[end + 1 : end + 2].isalnum():
            end = name.find(SINGLE[one], end + 1)
        return max(end, 0)
    return 0


def _matching(name: str, place: int, closing: str) -> int:
    depth = 0
    for at in range(place, len(name)):
        if name[at] in closing and at > place:
            depth -= 1
        elif name[at] == name[place]:
            depth += 1
        if not depth:
            return at
    return 0


def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    commas = 0
    parted = False
    for part in _spaced(text).split():
        if part == ",":
            commas += 1
        elif part.isalpha():
            found.append(Word(part, folded(part), False, commas, parted))
        elif part != "・":
            found += [Word(word, folded(word), dotted, commas, parted) for word, dotted in _pieces(part)]
        parted = part == "・"
    return tuple(found)


def _spaced(text: str) -> str:
    if _PARTS.isdisjoint(text):
        return text
    for comma in COMMAS:
        text = text.replace(comma, " , ")
    for dot in DOTS:
        text = text.replace(dot, " ・ ") if not _catalan(text, dot) else text
    return text.replace("_", " ")


def _catalan(text: str, dot: str) -> bool:
    """The dot of col·legi is a letter of the word; that between 乔·拜登 parts two."""
    return dot == "·" and text[text.find(dot) - 1 :][:1] in ("l", "L")


def _pieces(part: str) -> list[tuple[str, bool]]:
    """А.Г. as А and Г, each with its full stop; St.John too; but 3.5 stays whole."""
    pieces = part.split(".") if any(map(str.isalpha, part)) else [part]
    stripped = [(_bare(piece), place < len(pieces) - 1) for place, piece in enumerate(pieces)]
    return [(word, dotted) for word, dotted in stripped if has_letters(word)]


def _bare(piece: str) -> str:
    start, end = 0, len(piece)
    while start < end and not _of_word(piece[start]):
        start += 1
    while end > start and not _of_word(piece[end - 1]):
        end -= 1
    return piece[start:end]


def _of_word(character: str) -> bool:
    return character.isalnum() or category(character)[0] == "M"
