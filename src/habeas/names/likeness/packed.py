"""An analysed name as one text of numbers, quick to put together of the words' own, for `compiled_rows` to lay out.

Each character is a number: those of NAME; of every word its part and its place in `within`; the first sounds of the
initials; the name as written; the words. A word is the numbers of WORD, its text, its classes and its father's, for
every spelling which reading is its, how long the readings are, and they. Weights of classes stand in a list beside.
"""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from habeas.names.given import NONE, given_names
from habeas.names.likeness.heard import heard
from habeas.names.likeness.surnames import classes_of_endings
from habeas.names.parts.patronymic import father_class
from habeas.names.script import SCRIPTS
from habeas.names.sound import read_by_spelling

if TYPE_CHECKING:
    from habeas.names.analyse import Analysed

Row = npt.NDArray[np.int64]
NAME = ("words", "initials", "gender", "letters", "script", "rank", "written")
WORD = ("script", "rank", "size", "ending", "text", "classes", "fathers", "spelled", "readings")
PARTS = "GgPpSs"  # a part is its place in these
GENDERS = (None, "female", "male")


def packed(name: "Analysed") -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]:
    """The numbers of a name, and the weights."""
    words = [_packed_word(word.word, part == "P") for word, part in zip(name.words, name.parts, strict=True)]
    numbers = [
        len(words), len(name.initials), GENDERS.index(name.gender), name.letters,
        numbers_of_scripts()[name.script], name.rank, len(name.original),
    ]  # fmt: skip
    for part, within in zip(name.parts, name.within, strict=True):
        numbers += (PARTS.index(part), within)
    initials = "".join([one.sound[0] for one in name.initials])
    text = "".join((*map(chr, numbers), initials, name.original, *(word for word, _ in words)))
    weights = [weight for _, its in words for weight in its]
    return np.frombuffer(bytearray(text.encode("utf-32-le", "surrogatepass")), np.int32), np.array(weights, np.float64)


@lru_cache(maxsize=1 << 16)
def _packed_word(text: str, father: bool) -> tuple[str, tuple[float, ...]]:
    """A word and its weights; of a patronymic the classes of the father's name too."""
    word, by_spelling, number = heard(text), read_by_spelling(text), _numbers()
    fathers: Mapping[str, float] = father_class(text) if father else NONE
    readings = word.readings
    numbers = [
        numbers_of_scripts()[word.script], word.rank, word.size, _endings()[word.ending], len(text),
        len(word.classes), len(fathers), len(by_spelling), len(readings),
    ]  # fmt: skip
    classes = [number[name] for each in (word.classes, fathers) for name in each]
    spelled = [0] * len(by_spelling) if len(readings) == 1 else map(readings.index, by_spelling)
    rest = map(chr, (*classes, *spelled, *map(len, readings)))
    return "".join((*map(chr, numbers), text, *rest, *readings)), (*word.classes.values(), *fathers.values())


@cache
def _numbers() -> dict[str, int]:
    """A number for every class and root of given names."""
    return _numbered(name for row in given_names() for name in (row.name, row.root))


@cache
def numbers_of_scripts() -> dict[str, int]:
    """A number for every script."""
    return _numbered(SCRIPTS)


@cache
def _endings() -> dict[str, int]:
    """A number for every class of endings; 0 for none."""
    return _numbered(("", *classes_of_endings().values()))


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}
