"""Fits the tables of `names/` on the fit part of ../shared/data/names and writes them: `python -m bench.names.fit`.

First the log-odds of sounds (`odds.csv`) from spellings of one word, then, with them, the weights of the evidence
(`weights.toml`) from the pairs of the fit part and from invented names with patronymics. The same data and code give
the same tables. `weights` as an argument leaves the log-odds as they are.
"""

import sys
from pathlib import Path

import numpy as np

from habeas.names.analyse import analyse
from habeas.names.likeness.evidence import evidence
from habeas.names.likeness.weighing import NAMES, numbers

from .data import fit_part, pairs
from .fit_odds import fitted as fitted_odds
from .fit_odds import lines
from .fit_weights import Data
from .fit_weights import fitted as fitted_weights
from .fit_words import word_pairs
from .invented import invented

TABLES = Path(__file__).resolve().parents[2] / "src" / "habeas" / "names"
RIDGE = 3.0
INVENTED, COUNTS = 1200, 0.3  # how many people are invented, and what a pair of theirs counts
RISING = ("letters", "patronymic_agrees", "initial_agrees", "consonants_agree")
FALLING = (
    "no_given",
    "words_left",
    "share_left",
    "half_of_double",
    "other_form",
    "other_name",
    "consonants_differ",
    "ending_differs",
    "made_apart",
)
# Set, not learned: the pairs hold too few of these conflicts to learn more than that they speak against.
AT_MOST = {
    "crossed": -1.0,
    "one_word": -0.4,
    "known_apart": -5.0,
    "made_apart": -4.0,
    "gender_conflicts": -6.0,
    "generation_differs": -6.0,
    "patronymic_conflicts": -8.0,
    "initial_conflicts": -7.0,
    "only_given": -5.0,
}
AT_LEAST = {"consonants_differ": -4.0}  # invented surnames have this more often than those of people
_SOURCE = "# Written by `python -m bench.names.fit` from the persons of the fit part of the shared pairs (Wikidata\n"


def write_odds() -> None:
    """Writes odds.csv."""
    table = lines(fitted_odds(word_pairs()))
    head = f"{_SOURCE}# labels, CC0). Script, sound, and its log-odds with each sound and with nothing, in 1/100 nat.\n"
    (TABLES / "sounds" / "odds.csv").write_text(head + "\n".join(table) + "\n", encoding="ascii")


def write_weights() -> None:
    """Writes weights.toml."""
    constant, weights = fitted_weights(_data(), *_bounds(), RIDGE)
    head = f"{_SOURCE}# labels, CC0) and invented names. Evidence times weight is a log-odds, in nats.\n\n[weight]\n"
    told = {"constant": constant, **dict(zip(NAMES, weights, strict=True))}
    text = "".join(f'"{name}" = {weight:.4f}\n' for name, weight in told.items())
    (TABLES / "likeness" / "weights.toml").write_text(head + text, encoding="utf-8")


def _data() -> Data:
    """All pairs that are weighed at all; those with a word that is like none are told apart without."""
    rows, same, counts = [], [], []
    known = [(pair.a, pair.b, pair.same, 1.0) for pair in fit_part(pairs())]
    for a, b, one, count in (*known, *((a, b, one, COUNTS) for a, b, one in invented(INVENTED))):
        seen = evidence(analyse(a), analyse(b))
        if seen:
            rows.append(numbers(seen))
            same.append(float(one))
            counts.append(count)
    return Data(np.array(rows), np.array(same), np.array(counts))


def _bounds() -> tuple[np.ndarray, np.ndarray]:
    rising = {name for name in NAMES if ".." in name or name in RISING}
    low = np.array([AT_LEAST.get(name, 0.0 if name in rising else -np.inf) for name in NAMES])
    high = np.array([AT_MOST.get(name, 0.0 if name.split()[-1] in FALLING else np.inf) for name in NAMES])
    return low, high


if __name__ == "__main__":
    if "weights" not in sys.argv[1:]:
        write_odds()
    write_weights()
