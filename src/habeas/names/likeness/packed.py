"""An analysed name as a text, quick to put together of its words' own, from which `compiled_rows` lays out its row.

A character stands for a number, or for itself: how many words and initials, the gender, how long the name is as
written, the generation; the parts, the places in `within`; the name as written; the words. A word: its script and rank,
the class of its ending; how many characters, classes, classes of the father, spellings, readings and consonants it has;
these characters and classes, for every spelling which reading is its, and the readings, each with a mark behind.
The weights of all classes follow, and at the end what initials and words begin with and the consonants of words, two
numbers each.
"""

import sys
from array import array
from collections.abc import Iterable
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from habeas.names.given import NONE, given_class, given_names
from habeas.names.likeness.evidence import CASED
from habeas.names.likeness.fathers import father_of
from habeas.names.likeness.heard import rank_of
from habeas.names.likeness.initials import begins, initial_of
from habeas.names.likeness.surnames import classes_of_endings, consonants, ending_of
from habeas.names.parts.lists import listed
from habeas.names.script import SCRIPTS, script_of
from habeas.names.sound import read_by_spelling, sounds

if TYPE_CHECKING:
    from habeas.names.analyse import Analysed

Packed = npt.NDArray[np.int32]
Row = npt.NDArray[np.int64]
GENDERS = (None, "female", "male")
PARTS = "GgPpSs"
MARK = "|"
_CLASSES = dict.fromkeys("Ggs", "own") | {"P": "father"} | dict.fromkeys("Sp", "none")  # that are asked of a part
_FIRST = chr(0)
_GENDERS = {gender: chr(place) for place, gender in enumerate(GENDERS)}


def packed(name: "Analysed") -> Packed:
    """The text of a name, and behind it the weights."""
    words = [_packed_word(word.word, _CLASSES[part]) for word, part in zip(name.words, name.parts, strict=True)]
    within = "".join(map(chr, name.within))
    letters = chr(min(len(name.original), sys.maxunicode))
    counts = f"{chr(len(words))}{chr(len(name.initials))}{_GENDERS[name.gender]}{letters}"
    generation = _signs_of_generations()[name.generation]
    text = f"{counts}{generation}{name.parts}{within}{name.original}{''.join([text for text, _, _ in words])}"
    behind = [weights for _, weights, _ in words]
    behind += [_packed_initial(one.word) for one in name.initials]
    behind += [others for _, _, others in words]
    return np.frombuffer(bytearray().join([text.encode("utf-32-le", "surrogatepass"), *behind]), np.int32)


@lru_cache(maxsize=1 << 16)
def _packed_word(text: str, classes_of: str) -> tuple[str, bytes, bytes]:
    """A word, its weights, how it begins, its consonants; with its own classes or its father's, or with none."""
    readings, by_spelling = sounds(text), read_by_spelling(text)
    classes = given_class(text) if classes_of == "own" else NONE
    fathers = father_of(text) if classes_of == "father" else NONE
    script, ending = script_of(text), ending_of(readings[0])
    kind = f"{_signs_of_scripts()[script]}{_signs_of_endings()[ending]}"
    bare = sorted(map(_number, consonants(text))) if ending and script in CASED else []
    sizes = len(text), len(classes), len(fathers), len(by_spelling), len(readings), len(bare)
    counts = "".join(map(chr, sizes))
    named, weights = "", b""
    if classes or fathers:
        named = "".join(map(_signs_of_classes().__getitem__, (*classes, *fathers)))
        weights = array("d", (*classes.values(), *fathers.values())).tobytes()
    alone = len(readings) == 1
    spelled = _FIRST * len(by_spelling) if alone else "".join(map(chr, map(readings.index, by_spelling)))
    begun = (0, 0) if classes_of == "none" else begins(text, classes_of == "father")
    others = array("q", (*begun, *bare)).tobytes()
    return f"{kind}{counts}{text}{named}{spelled}{MARK.join(readings)}{MARK}", weights, others


@lru_cache(maxsize=1 << 12)
def _packed_initial(written: str) -> bytes:
    one = initial_of(written)
    numbers = _number(written), script_number(one.script), one.letter, one.alphabet, one.sound, one.sounds
    return array("q", numbers).tobytes()


def _number(text: str) -> int:
    """A short text as a number that no other has."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little", signed=True)


@cache
def _signs_of_generations() -> dict[str, str]:
    """A character for the younger, the elder and each numeral, the first for none."""
    return _signs(("", "junior", "senior", *sorted(listed("titles", "numerals"))))


@cache
def _signs_of_classes() -> dict[str, str]:
    """A character for every class and root of given names."""
    return _signs(name for row in given_names() for name in (row.name, row.root))


@cache
def _signs_of_scripts() -> dict[str, str]:
    """Two characters for every script: its number and its rank."""
    return {script: sign + chr(rank_of(script)) for script, sign in _signs(SCRIPTS).items()}


@cache
def _signs_of_endings() -> dict[str, str]:
    """A character for every class of endings, the first for none."""
    return _signs(("", *classes_of_endings().values()))


def script_number(script: str) -> int:
    """By what number a script goes in a row."""
    return ord(_signs_of_scripts()[script][0])


def _signs(names: Iterable[str]) -> dict[str, str]:
    return {name: chr(number) for number, name in enumerate(dict.fromkeys(names))}
