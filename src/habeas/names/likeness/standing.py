"""What every comparison goes by, as one row of numbers for `compiled`: weights, parts, beginnings, endings, log-odds.

Where a section begins is known before any table is read; those whose length only a table tells stand last.
"""

from functools import cache

import numpy as np
import numpy.typing as npt

from habeas.names.likeness.align import BONUS, MAY_BE_NAMED
from habeas.names.likeness.evidence import KINDS
from habeas.names.likeness.packed import PARTS, script_number
from habeas.names.likeness.surnames import classes_of_endings
from habeas.names.likeness.weighing import PLAIN, SCRIPTS, STEPS, weights
from habeas.names.sounds.odds import LETTERS, coded, tables

KIND = ("", "surname", "given", "loose", "crossed", "patronymic")  # of a match is its place in these
SEGMENTS = tuple(len(steps) - 1 for steps in STEPS.values())
PAIRS = len(PARTS) ** 2

CONSTANT = 0
CURVES = 1  # of each likeness where its segments begin, what it has brought by then, their weights
REST = CURVES + 3 * sum(SEGMENTS)
OF_SCRIPTS = REST + len(PLAIN)  # each the script and its weights
WEIGHTS_OF_SCRIPT = 6
BONUSES = OF_SCRIPTS + len(SCRIPTS) * WEIGHTS_OF_SCRIPT  # of two parts
KINDS_OF = BONUSES + PAIRS
NAMED = KINDS_OF + PAIRS
TABLES = NAMED + PAIRS  # where they begin, how many
ENDINGS = TABLES + 2  # how many, and they
SIDE = len(LETTERS) + 1  # rows and columns of a table
VOWELS = len("aeiou")  # stand first of all letters
WITHIN = 1000  # and the number of a script: the table for two words of it
LONGEST_ENDING = 9  # sounds of an ending, as many as a number keeps apart


@cache
def standing() -> npt.NDArray[np.float64]:
    """The row."""
    told, pairs = weights(), [one + other for one in PARTS for other in PARTS]
    endings = sorted(number_of(ending) for ending in classes_of_endings())
    row: list[float] = [told.constant]
    for curve in told.curves:
        row += (*curve.begins, *curve.brought, *curve.weight)
    row += told.plain
    for script, each in told.scripts.items():
        row += (script_number(script), *each)
    row += [BONUS.get(pair, np.nan) for pair in pairs]
    row += [KIND.index(KINDS.get(pair, "")) for pair in pairs]
    row += [pair in MAY_BE_NAMED for pair in pairs]
    row += (ENDINGS + 1 + len(endings), len(tables()), len(endings), *endings)
    for script in sorted(tables(), key=lambda one: one != "Latn"):
        row += (_of_table(script), *(cell for line in tables()[script] for cell in line))
    return np.array(row, np.float64)


def _of_table(scripts: str) -> int:
    """The number of a table, by its script or by one script twice."""
    first, _, second = scripts.partition(" ")
    return script_number(first) + WITHIN * bool(second)


def number_of(heard: str) -> int:
    """A short sound as a number."""
    found = 0
    for code in coded(heard):
        found = found * SIDE + code + 1
    return found
