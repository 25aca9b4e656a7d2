"""The weights of the evidence, and the numbers that they weigh.

A likeness is cut into segments, each with its own weight, so that the score rises with it but not evenly; scripts whose
spelling keeps less have weights of their own. `weights.toml` is written by `python -m bench.names.fit`.
"""

import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from operator import mul
from typing import NamedTuple, cast

from habeas.names.likeness.evidence import Evidence

STEPS = {
    "worst": (-0.5, 0.2, 0.4, 0.6, 0.8, 1.0),
    "surname": (-0.5, 0.3, 0.6, 0.8, 1.0),
    "given": (-0.5, 0.3, 0.6, 0.8, 1.0),
}
PLAIN = Evidence._fields[len(STEPS) : -1]
SCRIPTS = ("Arab", "Hebr", "Hani", "Kana", "Hang")
OF_SCRIPT = ("", "worst", "near", "share_left", "one_word")
MOST = 0.9999  # only a name against itself is certain
NEAR = 0.5  # likeness of the worst word above which it counts as near

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
        found += _of_script(seen) if script == seen.script else [0.0] * len(OF_SCRIPT)
    return found


def _of_script(seen: Evidence) -> list[float]:
    return [1.0, seen.worst, max(0.0, seen.worst - NEAR), seen.share_left, seen.one_word]


class Curve(NamedTuple):
    """A likeness weighed: where its segments begin, what it has brought by then, and the weight of each segment."""

    begins: tuple[float, ...]
    brought: tuple[float, ...]
    weight: tuple[float, ...]


class Weights(NamedTuple):
    """The constant; a curve a likeness; of the rest one weight each; of each script one for each of OF_SCRIPT."""

    constant: float
    curves: tuple[Curve, ...]
    plain: tuple[float, ...]
    scripts: Mapping[str, tuple[float, ...]]


@cache
def weights() -> Weights:
    """The committed weights."""
    text = files("habeas.names.likeness").joinpath("weights.toml").read_text(encoding="utf-8")
    read: dict[str, float] = tomllib.loads(text)["weight"]
    return Weights(
        constant=read["constant"],
        curves=tuple(_curve(name, steps, read) for name, steps in STEPS.items()),
        plain=tuple(read[name] for name in PLAIN),
        scripts={script: tuple(read[f"{script} {part}".strip()] for part in OF_SCRIPT) for script in SCRIPTS},
    )


def _curve(name: str, steps: tuple[float, ...], read: Mapping[str, float]) -> Curve:
    weight = tuple(read[f"{name} {low}..{high}"] for low, high in pairwise(steps))
    gains = (each * (high - low) for each, (low, high) in zip(weight, pairwise(steps), strict=True))
    return Curve(steps[:-1], (0.0, *accumulate(gains))[:-1], weight)


def log_odds(seen: Evidence) -> float:
    """The weighed sum of the evidence, as `numbers` lays it out: log-odds that two names are one person's."""
    constant, curves, plain, scripts = weights()
    values = cast("tuple[float, ...]", seen[:-1])
    total: float = constant + sum(map(mul, plain, values[len(STEPS) :]))
    for value, (begins, brought, weight) in zip(values, curves, strict=False):
        at = max(0, bisect_right(begins, value) - 1)
        total += brought[at] + weight[at] * (value - begins[at])
    if seen.script in scripts:
        total += sum(map(mul, scripts[seen.script], _of_script(seen)))
    return total
