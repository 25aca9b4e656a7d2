"""An analysed name as a text, quick to put together of its words' own, from which `compiled_rows` lays out its row.

A character stands for a number, or for itself: how many words and initials there are, the gender, how long the name is
as written; the parts, the places in `within`; the first sounds of the initials; the name as written; the words. A word:
its script and rank, the class of its ending; how many characters, classes, classes of the father, spellings and readings
it has; these characters and classes, for every spelling which reading is its, and the readings, each with a mark behind.
The weights of classes stand in a list beside.
"""

from array import array
from collections.abc import Iterable
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
GENDERS = (None, "female", "male")
PARTS = "GgPpSs"
MARK = "|"
_GENDERS = {gender: chr(place) for place, gender in enumerate(GENDERS)}


def packed(name: "Analysed") -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float64]]:
    """The text of a name as numbers, and the weights."""
    words = [_packed_word(word.word, part == "P") for word, part in zip(name.words, name.parts, strict=True)]
    counts = chr(len(words)), chr(len(name.initials)), _GENDERS[name.gender], chr(len(name.original))
    initials = [one.sound[0] for one in name.initials]
    texts = [text for text, _ in words]
    text = "".join((*counts, name.parts, *map(chr, name.within), *initials, name.original, *texts))
    numbers = bytearray(text.encode("utf-32-le", "surrogatepass"))
    weights = bytearray().join([weights for _, weights in words])
    return np.frombuffer(numbers, np.int32), np.frombuffer(weights, np.float64)


@lru_cache(maxsize=1 << 16)
def _packed_word(text: str, father: bool) -> tuple[str, bytes]:
    """A word and its weights; of a patronymic the classes of the father's name too."""
    word, by_spelling, sign = heard(text), read_by_spelling(text), _signs_of_classes()
    classes, fathers = word.classes, father_class(text) if father else NONE
    readings = word.readings
    few = len(readings) == 1
    parts = (
        _signs_of_scripts()[word.script], chr(word.rank), _signs_of_endings()[word.ending],
        chr(len(text)), chr(len(classes)), chr(len(fathers)), chr(len(by_spelling)), chr(len(readings)),
        text, *[sign[name] for name in classes], *[sign[name] for name in fathers],
        *("\0" * len(by_spelling) if few else [chr(readings.index(one)) for one in by_spelling]),
        MARK.join(readings), MARK,
    )  # fmt: skip
    return "".join(parts), array("d", (*classes.values(), *fathers.values())).tobytes()


@cache
def _signs_of_classes() -> dict[str, str]:
    """A character for every class and root of given names."""
    return _signs(name for row in given_names() for name in (row.name, row.root))


@cache
def _signs_of_scripts() -> dict[str, str]:
    return _signs(SCRIPTS)


@cache
def _signs_of_endings() -> dict[str, str]:
    """A character for every class of endings, the first for none."""
    return _signs(("", *classes_of_endings().values()))


def script_number(script: str) -> int:
    """By what number a script goes in a row."""
    return ord(_signs_of_scripts()[script])


def _signs(names: Iterable[str]) -> dict[str, str]:
    return {name: chr(number) for number, name in enumerate(dict.fromkeys(names))}
