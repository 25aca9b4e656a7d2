"""How much likelier two sounds are as two spellings of one word than as two words: a log-odds, in hundredths of a nat.

The likelier alignment of the two sounds, letter with letter, letter with nothing, each weighed by a table learned for
the scripts at hand (E. S. Ristad and P. N. Yianilos, "Learning string-edit distance", IEEE PAMI 20(5), 1998; the tables
are `odds.csv`, fitted by `bench.names.fit`, which says on what). Above 0 speaks for one word, below against.
"""

from functools import cache
from importlib.resources import files

LETTERS = "aeioupbfvwmtdnkgxhszcDSZCJlrLj"
GAP = len(LETTERS)
_CODES = bytes.maketrans(LETTERS.encode(), bytes(range(len(LETTERS))))
Table = tuple[tuple[int, ...], ...]


def coded(heard: str) -> bytes:
    """A sound as the places of its letters in `LETTERS`."""
    return heard.encode("latin-1").translate(_CODES)


@cache
def tables() -> dict[str, Table]:
    """Script → its table: rows and columns in the order of `LETTERS`, the last for nothing."""
    read: dict[str, list[tuple[int, ...]]] = {}
    for line in files("habeas.names.sounds").joinpath("odds.csv").read_text(encoding="ascii").splitlines():
        if line and not line.startswith("#"):
            script, _, *cells = line.split(",")
            read.setdefault(script, []).append(tuple(map(int, cells)))
    return {script: tuple(rows) for script, rows in read.items()}


def odds(one: bytes, other: bytes, table: Table) -> int:
    """Log-odds of the best alignment of `one` (rows of the table) with `other` (columns)."""
    alone = table[GAP]
    row = [0]
    for letter in other:
        row.append(row[-1] + alone[letter])
    added = [alone[letter] for letter in other]
    for place in one:
        costs = table[place]
        left_out = costs[GAP]
        last = row[0] + left_out
        filled = [last]
        for letter, before, above, more in zip(other, row, row[1:], added, strict=False):
            best = before + costs[letter]
            if above + left_out > best:
                best = above + left_out
            last += more
            if last < best:
                last = best
            filled.append(last)
        row = filled
    return row[-1]


def own(heard: bytes, table: Table) -> int:
    """Log-odds of a sound with itself."""
    return sum([table[letter][letter] for letter in heard])
