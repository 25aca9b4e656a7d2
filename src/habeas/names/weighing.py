"""The weights of the evidence, and the numbers that they weigh.

A likeness is cut into segments, each with its own weight, so that the score rises with it but not evenly; scripts whose
spelling keeps less have weights of their own. `tables/weights.toml` is written by `python -m bench.names.fit`.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import pairwise
from operator import mul
from typing import NamedTuple, cast

from habeas.names.evidence import Evidence

STEPS = {
    "worst": (-0.5, 0.2, 0.4, 0.6, 0.8, 1.0),
    "surname": (-0.5, 0.3, 0.6, 0.8, 1.0),
    "given": (-0.5, 0.3, 0.6, 0.8, 1.0),
}
PLAIN = Evidence._fields[len(STEPS) : -1]
SCRIPTS = ("Arab", "Hebr", "Hani", "Kana", "Hang")
OF_SCRIPT = ("", "worst", "share_left")

NAMES = (
    *(f"{name} {low}..{high}" for name, steps in STEPS.items() for low, high in pairwise(steps)),
    *PLAIN,
    *(f"{script} {part}".strip() for script in SCRIPTS for part in OF_SCRIPT),
)


def numbers(seen: Evidence) -> list[float]:
    """The evidence as numbers, in the order of `NAMES`: what `bench.names.fit` fits weights to."""
    found: list[float] = []
    for name, steps in STEPS.items():
        value = float(getattr(seen, name))
        found += [min(max(value - low, 0.0), high - low) for low, high in pairwise(steps)]
    found += [float(getattr(seen, name)) for name in PLAIN]
    for script in SCRIPTS:
        found += [1.0, seen.worst, seen.share_left] if script == seen.script else [0.0, 0.0, 0.0]
    return found


class Weights(NamedTuple):
    """The constant; of each likeness its segments; of the rest one each; of each script one for each of OF_SCRIPT."""

    constant: float
    steps: tuple[tuple[tuple[float, float, float], ...], ...]
    plain: tuple[float, ...]
    scripts: Mapping[str, tuple[float, ...]]


@cache
def weights() -> Weights:
    """The committed weights."""
    text = files("habeas.names.tables").joinpath("weights.toml").read_text(encoding="utf-8")
    read: dict[str, float] = tomllib.loads(text)["weight"]
    return Weights(
        constant=read["constant"],
        steps=tuple(
            tuple((low, high, read[f"{name} {low}..{high}"]) for low, high in pairwise(steps))
            for name, steps in STEPS.items()
        ),
        plain=tuple(read[name] for name in PLAIN),
        scripts={script: tuple(read[f"{script} {part}".strip()] for part in OF_SCRIPT) for script in SCRIPTS},
    )


def log_odds(seen: Evidence) -> float:
    """The weighed sum of the evidence, as `numbers` lays it out: log-odds that two names are one person's."""
    constant, steps, plain, scripts = weights()
    values = cast("tuple[float, ...]", seen[:-1])
    total: float = constant + sum(map(mul, plain, values[len(STEPS) :]))
    for value, segments in zip(values, steps, strict=False):
        for low, high, weight in segments:
            if value <= low:
                break
            total += weight * ((value if value < high else high) - low)
    if seen.script in scripts:
        alone, of_worst, of_left = scripts[seen.script]
        total += alone + of_worst * seen.worst + of_left * seen.share_left
    return total
