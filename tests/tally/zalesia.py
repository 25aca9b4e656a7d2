"""A small prison of Zalesia in March 2021, whose figures are worked out by hand in the tests.

A clear case, a vague arrest, a round of 52 freed of whom three are named, confinement at home, a release that is
denied, and a death after which a release is told of.
"""

from habeas.claims.act import Act
from habeas.custody.report import Account, Report
from habeas.tally.count import GroupReport
from tests.custody.drawn import on
from tests.tally.drawn import round_of


def told(claim: str, act: Act, first: int, last: int | None = None, denied: bool = False) -> Report:
    """A report of one day of March (0 is the first), or of the days up to another; entered in the order of claims."""
    return Report(
        claim, ord(claim[0]) * 10 + int(claim[1:]), act, on(first), on(first if last is None else last), denied=denied
    )


PRISON = {
    "alice": Account(
        (told("a1", Act.sentenced, 1), told("a2", Act.pardoned, 5)), attributes=(("sex", "female", "a3"),)
    ),
    "bob": Account((told("b1", Act.detained, 1, 6),), attributes=(("sex", "male", "b2"),)),
    "charlie": Account((told("c1", Act.released, 4),), attributes=(("sex", "male", "c2"),)),
    "dina": Account((told("d1", Act.released, 4),), attributes=(("sex", "female", "d2"),)),
    "erin": Account((told("e1", Act.confined_at_home, 2),), attributes=(("sex", "female", "e2"),)),
    "frank": Account(
        (told("f1", Act.detained, 1), told("f2", Act.released, 3), told("f3", Act.released, 3, denied=True)),
        contradicts=frozenset({("f2", "f3")}),
    ),
    "gala": Account(
        (told("g1", Act.detained, 1), told("g2", Act.died, 3), told("g3", Act.released, 5)),
        attributes=(("sex", "male", "g4"), ("sex", "female", "g5")),
    ),
    "hana": Account((told("h1", Act.released, 4),), attributes=(("sex", "female", "h2"),)),
}
ROUND: list[GroupReport] = [round_of(52, Act.released, 4, 4, claim="r1", members=("charlie", "dina", "hana"))]
