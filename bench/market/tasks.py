"""`./run bench market`: one scenario, a thousand draws of two, and how time grows with regions and routes.

Equal before timed: every price that CVXPY finds must be ours, to ten cents a tonne of prices around 600; its own
solver stops there. Ours is everything from numbers drawn to the accounts of two scenarios; CVXPY's is from plain
numbers to prices, and it is asked fewer draws, of which its time for all is worked out.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from typing import IO, Any

from bench.environment import ROOT, Missing
from bench.measure import Row, Task
from bench.tally.clock import BY_PROCESSOR, clock
from habeas.market.calibrate import calibrate
from habeas.market.compared import draws
from habeas.market.described import Change, Described
from habeas.market.equilibrium import equilibrium
from habeas.market.model import Market
from habeas.market.parameter import drawn
from habeas.market.quadratic import Solver
from habeas.market.scenario import base_of, changed

from . import environment
from .drawn import drawn as of_size
from .plain import plain
from .potash import potash, standing

DRAWS, SEED = 1000, 7
NEAR = 0.1  # dollars a tonne
SIZES = ((10, 80), (20, 300), (30, 700), (40, 1200), (50, 2000))
LIMITS = {"scenario": 50.0, "draws": 60.0}  # milliseconds, seconds


def measured(quick: bool) -> tuple[dict[str, Task], dict[str, list[Row]]]:
    """Both tasks, and the table of growth."""
    described = potash()
    changes = standing(described)
    tasks = beside(described, changes, count=200 if quick else DRAWS, asked=20 if quick else 100)
    for solver in Solver:
        equilibrium(of_size(4, 6), solver)  # what is imported on first use is no part of a time
    grown = [row for size in (SIZES[:3] if quick else SIZES) for row in _grown(*size)]
    return tasks, {"how time grows": grown}


def beside(described: Described, changes: Sequence[Change], count: int, asked: int) -> dict[str, Task]:
    """`scenario` in milliseconds, one market solved; `draws` in seconds, `count` draws of two scenarios."""
    markets = list(scenarios(described, changes, asked))
    for market in markets[:4]:
        equilibrium(market)
    ours: list[float] = []
    prices: list[list[float]] = []
    for market in markets:
        begun = clock()
        found = equilibrium(market)
        ours.append(clock() - begun)
        prices.append(list(found.prices.values()))
    begun = clock()
    draws(described, (), changes, (), count, SEED)
    took = clock() - begun
    try:
        theirs = _theirs(markets, prices)
    except Missing as missing:
        return {
            "scenario": Task(
                median(ours) * 1000, LIMITS["scenario"], f"the limit ({missing})", None, "ms", len(markets)
            ),
            "draws": Task(took, LIMITS["draws"], f"the limit ({missing})", None, "s", count),
        }
    for_all = sum(theirs) / len(theirs) * 2 * count
    one, other = median(ours), median(theirs)
    return {
        "scenario": Task(one * 1000, other * 1000, "CVXPY", other / one, "ms", len(markets)),
        "draws": Task(took, for_all, f"CVXPY, of {len(theirs)} solved", for_all / took, "s", count),
    }


def scenarios(described: Described, changes: Sequence[Change], count: int) -> Iterator[Market]:
    """Markets at drawn numbers, half of them as they are in the base year and half under the measures."""
    for number, values in enumerate(drawn(described.ranges, count, SEED)):
        yield changed(described, calibrate(base_of(described, values)), values, changes if number % 2 else ())


def _theirs(markets: Sequence[Market], ours: Sequence[Sequence[float]]) -> list[float]:
    """CVXPY's seconds for each, the first of which it may warm up on; the prices must be ours."""
    python = environment.python()
    with _peer(str(python)) as (ask, answer):
        took = []
        for market, prices in zip((markets[0], *markets), (ours[0], *ours), strict=True):
            ask.write(json.dumps(plain(market)) + "\n")
            ask.flush()
            told = json.loads(answer.readline())
            off = max(abs(one - other) for one, other in zip(told["prices"], prices, strict=True))
            assert off <= NEAR, f"CVXPY's prices are off ours by {off:.3f}"
            took.append(float(told["worked" if BY_PROCESSOR else "seconds"]))
    return took[1:]


@contextmanager
def _peer(python: str) -> Iterator[tuple[IO[str], IO[str]]]:
    command = [python, "-m", "bench.market.in_cvxpy"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        versions: dict[str, Any] = json.loads(process.stdout.readline())
        print("bench: beside " + ", ".join(f"{name} {one}" for name, one in versions.items()), file=sys.stderr)
        yield process.stdin, process.stdout
        process.stdin.close()


def _grown(regions: int, routes: int) -> Iterator[Row]:
    """One size by each solver; daqp, whose time grows with the cube, only where it is asked without being named."""
    market = of_size(regions, routes)
    chosen = equilibrium(market).solver
    for solver in Solver if routes <= SIZES[2][1] else (chosen,):
        begun = clock()
        found = equilibrium(market, solver)
        took = clock() - begun
        yield {
            "regions": regions,
            "routes": routes,
            "solver": solver.value + (" (chosen)" if solver is chosen else ""),
            "ms": took * 1000,
            "steps": found.steps,
            "balance, Mt": f"{found.certificate.balance:.0e}",
            "complementarity, USD m": f"{found.certificate.complementarity:.0e}",
        }
