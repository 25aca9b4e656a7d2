"""Log-odds of sounds from pairs of spellings of one word, by Viterbi training of a stochastic edit distance.

E. S. Ristad and P. N. Yianilos, "Learning string-edit distance", IEEE PAMI 20(5), 1998. The probability of a pair of
letters (or a letter and nothing) is counted along the likeliest alignments, drawn to that of all scripts together, and
that to a prior from the distance of features; the log-odds are against the two letters by chance.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log

from rapidfuzz.distance.Levenshtein import distance

from habeas.names.likeness.alike import nearest
from habeas.names.likeness.heard import Heard
from habeas.names.sounds.odds import GAP, LETTERS
from habeas.names.sounds.spread import spread

ROUNDS = 4
PRIOR = 200  # pairs of letters that the prior counts for, and that all scripts together count for in each
FALL, OTHER = 1.3, 0.05  # of the prior: by a unit of distance; of other letters against the same
NOTHING = "_"
WITHIN = ("Cyrl Cyrl",)  # scripts in which words are compared with one another
SCRIPTS = ("Arab", "Armn", "Cyrl", *WITHIN, "Geor", "Grek", "Hang", "Hani", "Hebr", "Kana", "Latn")
Pair = tuple[str, str]
Chances = Mapping[Pair, float]


def fitted(pairs: Sequence[tuple[Heard, Heard]]) -> dict[str, dict[Pair, int]]:
    """Script → log-odds in hundredths of a nat of every two letters, the script's own first."""
    read = [(_script(one, other), *_nearest_sounds(one, other)) for one, other in pairs]
    prior = _prior()
    chances: dict[str, Chances] = dict.fromkeys(SCRIPTS, prior)
    for _ in range(ROUNDS):
        counts: defaultdict[str, Counter[Pair]] = defaultdict(Counter)
        for script, one, other in read:
            counts[script].update(_aligned(one, other, chances[script]))
        every = (counted for script, counted in counts.items() if script not in WITHIN)
        together = _drawn(sum(every, Counter[Pair]()), prior)
        chances = {script: _drawn(counts[script], together) for script in SCRIPTS}
    return {script: _log_odds(chances[script], script in ("Latn", *WITHIN)) for script in SCRIPTS}


def _script(one: Heard, other: Heard) -> str:
    within = f"{one.script} {other.script}"
    return within if within in SCRIPTS else one.script if one.script in SCRIPTS else "Latn"


def _nearest_sounds(one: Heard, other: Heard) -> Pair:
    _, left, right = nearest(one.whole, other.whole)
    return _letters(one.codes[left]), _letters(other.codes[right])


def _letters(code: bytes) -> str:
    return "".join(LETTERS[place] for place in code)


def _prior() -> dict[Pair, float]:
    """By the distance of features: the same letter first, near ones seldom, far ones hardly."""
    every = [(x, y) for x in LETTERS + NOTHING for y in LETTERS + NOTHING if (x, y) != (NOTHING, NOTHING)]
    weights = {
        (x, y): (1 if x == y else OTHER) * exp(-FALL * distance(spread(x.strip("_")), spread(y.strip("_"))))
        for x, y in every
    }
    total = sum(weights.values())
    return {pair: weight / total for pair, weight in weights.items()}


def _drawn(counts: Counter[Pair], to: Chances) -> dict[Pair, float]:
    total = sum(counts.values()) + PRIOR
    return {pair: (counts[pair] + PRIOR * chance) / total for pair, chance in to.items()}


def _aligned(one: str, other: str, chances: Chances) -> list[Pair]:
    """The likeliest alignment of two sounds, as pairs of letters."""
    best: list[list[tuple[float, Pair | None]]] = [[(0.0, None)]]
    for row in range(len(one) + 1):
        if row:
            best.append([])
        for column in range(len(other) + 1):
            ways = []
            if row and column:
                ways.append((row - 1, column - 1, (one[row - 1], other[column - 1])))
            if row:
                ways.append((row - 1, column, (one[row - 1], NOTHING)))
            if column:
                ways.append((row, column - 1, (NOTHING, other[column - 1])))
            if ways:
                best[row].append(max((best[r][c][0] + log(chances[pair]), pair) for r, c, pair in ways))
    return _traced(best, len(one), len(other))


def _traced(best: list[list[tuple[float, Pair | None]]], row: int, column: int) -> list[Pair]:
    found = []
    while pair := best[row][column][1]:
        found.append(pair)
        row -= pair[0] != NOTHING
        column -= pair[1] != NOTHING
    return found


def _log_odds(chances: Chances, both_ways: bool) -> dict[Pair, int]:
    first: Counter[str] = Counter()
    second: Counter[str] = Counter()
    for (x, y), chance in chances.items():
        first[x] += chance  # type: ignore[assignment]
        second[y] += chance  # type: ignore[assignment]
    told = {
        (x, y): log(chance) - (x != NOTHING and log(first[x])) - (y != NOTHING and log(second[y]))
        for (x, y), chance in chances.items()
    }
    if both_ways:
        told = {(x, y): (odds + told[y, x]) / 2 for (x, y), odds in told.items()}
    return {pair: round(100 * odds) for pair, odds in told.items()}


def lines(odds: Mapping[str, Mapping[Pair, int]]) -> list[str]:
    """The table as lines: script, letter, and its log-odds with each of `LETTERS` and with nothing."""
    letters = LETTERS + NOTHING
    assert len(letters) == GAP + 1
    return [
        ",".join((script, x, *(str(odds[script].get((x, y), 0)) for y in letters))) for script in odds for x in letters
    ]
