"""One convex quadratic program, by either of two solvers that know nothing of each other.

`daqp` is a dual active-set method (Arnström, Bemporad, Axehill 2022), exact on small programs; `clarabel` an
interior-point method (Goulart, Chen 2024), sparse: the check, what is asked where the first fails, and where there
are many variables.
"""

from dataclasses import dataclass
from enum import StrEnum

import daqp
import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
OPEN = 1e30  # what daqp takes for no bound
EQUAL = 5  # its word for an equality
REGULARISED = 1e-5  # how far daqp's steps are held back where a program is flat in some direction
MANY = 400  # variables, from which the sparse solver is the faster


class Solver(StrEnum):
    """Who solves."""

    daqp = "daqp"
    clarabel = "clarabel"


class UnsolvedError(ArithmeticError):
    """A solver ended without a solution."""


@dataclass(frozen=True, slots=True)
class Quadratic:
    """Least ½ x'Hx + f'x with `equal` x = 0, `most` x <= `limits` and x >= 0, H positive semidefinite.

    `flat`: H may be singular.
    """

    hessian: Vector
    linear: Vector
    equal: Vector
    most: Vector
    limits: Vector
    flat: bool


@dataclass(frozen=True, slots=True)
class Found:
    """x, and what one more on the right-hand side of an equality or a limit would cost (`of_equal`) or save
    (`of_most`).
    """

    x: Vector
    of_equal: Vector
    of_most: Vector


def solve(program: Quadratic, solver: Solver, near: Vector | None = None) -> Found:
    """The solution by one solver, from `near` where that is known and helps. Raises UnsolvedError."""
    if solver is Solver.daqp:
        return _by_daqp(program, near)
    return _by_clarabel(program)


def _by_daqp(program: Quadratic, near: Vector | None) -> Found:
    variables, equalities = len(program.linear), len(program.equal)
    rows = np.ascontiguousarray(np.vstack((program.equal, program.most)))
    zeros, limits = np.zeros(equalities), program.limits
    upper = np.concatenate((np.full(variables, OPEN), zeros, limits))
    lower = np.concatenate((np.zeros(variables), zeros, np.full(len(limits), -OPEN)))
    sense = np.zeros(len(upper), dtype=np.int32)
    sense[variables : variables + equalities] = EQUAL
    x, _, flag, info = daqp.solve(
        program.hessian,
        program.linear,
        rows,
        upper,
        lower,
        sense,
        primal_start=near,
        eps_prox=REGULARISED if program.flat else 0.0,
        primal_tol=1e-10,
        dual_tol=1e-12,
        eta_prox=1e-10,
    )
    if flag != 1:
        raise UnsolvedError(f"daqp ended with {flag}")
    shadow = np.asarray(info["lam"])[variables:]
    return Found(np.maximum(x, 0.0), shadow[:equalities], shadow[equalities:])


def _by_clarabel(program: Quadratic) -> Found:
    import clarabel  # it brings scipy, which takes a while: only where it is asked
    from scipy import sparse

    variables, equalities, limits = len(program.linear), len(program.equal), len(program.limits)
    rows = sparse.vstack((program.equal, program.most, -sparse.identity(variables)), format="csc")
    right = np.concatenate((np.zeros(equalities), program.limits, np.zeros(variables)))
    cones = [clarabel.ZeroConeT(equalities), clarabel.NonnegativeConeT(limits + variables)]
    settings = clarabel.DefaultSettings()
    settings.verbose = False
    settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = 1e-11
    settings.max_threads = 1
    upper = sparse.triu(sparse.csc_matrix(program.hessian), format="csc")
    solution = clarabel.DefaultSolver(upper, program.linear, rows, right, cones, settings).solve()
    if solution.status not in (clarabel.SolverStatus.Solved, clarabel.SolverStatus.AlmostSolved):
        raise UnsolvedError(f"clarabel ended with {solution.status}")
    shadow = np.asarray(solution.z)
    x = np.maximum(np.asarray(solution.x), 0.0)
    return Found(x, shadow[:equalities], shadow[equalities : equalities + limits])
