"""The same markets by CVXPY, at its best: one vector of power cones for supply and one for demand, solved by
Clarabel.

Runs only in an environment of its own (environment.py). Markets come as JSON lines of the same shape on standard
input; for each it answers with its seconds, on the clock and of the processor, from plain numbers to prices, and with
the prices. (`cp.power` for each curve by itself takes three to ten times as long; exponents cannot be CVXPY
parameters, so every draw is a program of its own.)
"""

import importlib
import json
import sys
from importlib.metadata import version
from time import perf_counter, process_time
from typing import Any

import numpy as np

cp: Any = importlib.import_module("cvxpy")


def solved(told: Any) -> list[float]:
    """The price in every region: what makes the most of the tonnes, as `habeas.market.program` has it."""
    regions, routes = told["regions"], np.array(told["routes"])
    flows = cp.Variable(len(routes), nonneg=True)
    sides = [[(place, one[side]) for place, one in enumerate(regions) if one[side]] for side in ("supply", "demand")]
    balance = np.zeros((len(regions), len(routes)))
    columns = np.arange(len(routes))
    balance[routes[:, 0].astype(int), columns] -= 1
    balance[routes[:, 1].astype(int), columns] += 1
    cost, limits, net = routes[:, 2] @ flows, [], balance @ flows
    for some, sign in zip(sides, (1, -1), strict=True):
        place, quantity, gap, floor, power = _columns(some)
        into = np.zeros((len(regions), len(some)))
        into[place, np.arange(len(some))] = sign * quantity
        share, bound = cp.Variable(len(some)), cp.Variable(len(some))
        exponent = 1 + 1 / power  # of the area under the curve; below 0 for demand that is inelastic
        if sign > 0:
            limits.append(cp.constraints.PowCone3D(bound, np.ones(len(some)), share, 1 / exponent))
        else:
            limits.append(cp.constraints.PowCone3D(bound, share, np.ones(len(some)), 1 / (1 - exponent)))
        cost += (sign * gap * quantity / exponent) @ bound + sign * (floor * quantity) @ share
        net += into @ share
    for gate in told["gates"]:
        limits.append(cp.sum(flows[gate["routes"]]) <= gate["capacity"])
    habits = told["habits"]
    if habits:
        of = np.zeros((len(habits), len(routes)))
        for row, habit in enumerate(habits):
            of[row, habit["routes"]] = 1
        stiff = np.sqrt([habit["stiffness"] / 2 for habit in habits])
        usual = np.array([habit["usual"] for habit in habits])
        cost += cp.sum_squares(cp.multiply(stiff, of @ flows - usual))
    balanced = net == 0
    cp.Problem(cp.Minimize(cost), [*limits, balanced]).solve(solver="CLARABEL", ignore_dpp=True)
    return [abs(float(one)) for one in balanced.dual_value]


def _columns(some: list[tuple[int, Any]]) -> tuple[Any, ...]:
    place = np.array([one for one, _ in some])
    told = {key: np.array([curve[key] for _, curve in some]) for key in ("quantity", "price", "floor", "power")}
    return place, told["quantity"], told["price"] - told["floor"], told["floor"], told["power"]


def main() -> None:
    """Say the version, then answer line by line."""
    print(json.dumps({"cvxpy": version("cvxpy"), "clarabel": version("clarabel")}), flush=True)
    for line in sys.stdin:
        told = json.loads(line)
        begun, worked = perf_counter(), process_time()
        prices = solved(told)
        answer = {"seconds": perf_counter() - begun, "worked": process_time() - worked, "prices": prices}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
