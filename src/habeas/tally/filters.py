"""Whether a person has what a rule asks for in `where`, as far as the claims about the person say.

A property is taken to have one value: where claims give two, nobody here knows which, and both remain possible. Where
nothing is said the person may have any value. Best takes the value that was entered last, and never a guess.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from habeas.custody.report import Account
from habeas.custody.standing import Standing

Where = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a person has what is asked for: certainly implies best, best implies possibly; and on what that rests."""

    certainly: bool
    best: bool
    possibly: bool
    claims: tuple[str, ...]


def fits(account: Account, where: Where) -> Fit:
    """Whether the person has every (property, value) of `where`; who is asked for nothing has it."""
    each = [_fit(account, named, value) for named, value in where]
    return Fit(
        certainly=all(fit.certainly for fit in each),
        best=all(fit.best for fit in each),
        possibly=all(fit.possibly for fit in each),
        claims=merged(*(fit.claims for fit in each)),
    )


def filtered(standing: Standing, fit: Fit) -> Standing:
    """The standing of a person of this fit: counted as far as both the standing and the fit go."""
    return replace(
        standing,
        certainly=standing.certainly and fit.certainly,
        possibly=standing.possibly and fit.possibly,
        best=standing.best and fit.best,
        claims=merged(standing.claims, fit.claims),
    )


def said(account: Account, named: str) -> tuple[tuple[str, str], ...]:
    """Each (value, claim) that the account has of a property, in the order in which they were entered."""
    return tuple((value, claim) for prop, value, claim in account.attributes if prop == named)


def merged(*claims: Iterable[str]) -> tuple[str, ...]:
    """Each claim once, at its first place."""
    return tuple(dict.fromkeys(claim for some in claims for claim in some))


def _fit(account: Account, named: str, asked: str) -> Fit:
    told = said(account, named)
    values = [value for value, _ in told]
    return Fit(
        certainly=bool(values) and all(value == asked for value in values),
        best=values[-1:] == [asked],
        possibly=not values or asked in values,
        claims=tuple(claim for _, claim in told),
    )
