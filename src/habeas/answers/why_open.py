"""Why the bounds of many people are open: of each what `shown.why_open` says, by the columns of the table.

That takes no account of anybody, which is what costs: only those whose claims are judged, or who are counted by what
is no act, are left to it.
"""

from datetime import date

import numpy as np
import numpy.typing as npt

from habeas.claims.act import Side
from habeas.tally.corners import spread_out
from habeas.tally.ordinary import FINDS, LEAVES, SIDES
from habeas.tally.rectangles import Rectangles
from habeas.tally.rule import Rule
from habeas.tally.table import ALWAYS, NEVER, NO_ROW, Acts

from .shown import APART, STALE, UNSEEN, VAGUE
from .tables import Admitted

Mask = npt.NDArray[np.bool_]
Places = npt.NDArray[np.int64]
IN, FREE = SIDES[Side.in_], SIDES[Side.free]


def why_open_of_many(
    admitted: Admitted, rows: Rectangles, best: Mask, rule: Rule, known_on: date
) -> tuple[list[str], Places]:
    """Why bounds are open, of rectangles of as many people, known on a day; and the places of those left to an account.

    `best` says who counts by best.
    """
    if rule.where:
        return [""] * len(rows), np.arange(len(rows))
    acts, judged = admitted.table.acts, admitted.table.judged
    whose, act = spread_out(rows.claim_start), admitted.row_of_claim[rows.claims]
    left = np.isin(rows.person, np.fromiter(judged, dtype=np.int32, count=len(judged)))
    left[whose[act < 0]] = True
    whose, act = whose[act >= 0], act[act >= 0]
    first, last = acts.first[act], acts.last[act]
    vague = np.zeros(len(rows), dtype=np.bool_)
    vague[whose[(first != last) & ((first != ALWAYS) | (last != NEVER))]] = True
    apart = _apart(acts, rows.person, act, known_on.toordinal())
    ends = np.where(best & (rule.population.stale_after is not None), STALE, UNSEEN)
    return np.where(apart, APART, np.where(vague, VAGUE, ends)).tolist(), np.flatnonzero(left)


def _apart(acts: Acts, people: npt.NDArray[np.int32], resting: npt.NDArray[np.int32], known: int) -> Mask:
    """Who is counted by both acts of a slip, as `custody.stretch` finds it; `resting` are the acts that decide."""
    whose, at = _in_rows(acts, people, known)
    leaves, finds = LEAVES[acts.act[at]], FINDS[acts.act[at]]
    row = np.cumsum((np.diff(whose, prepend=-1) != 0) | (np.diff(acts.row[at], prepend=NO_ROW) != 0)) - 1
    frees, takes = leaves == FREE, leaves == IN
    freed, arrested = (np.bincount(row, some) for some in (frees, takes & (finds == FREE)))
    last = frees & ((freed == 1) & (arrested <= 1))[row]  # the others of a row are before it, whatever their order
    order = np.argsort(2 * row + last, kind="stable")
    whose, at, row, frees, takes = (column[order] for column in (whose, at, row, frees, takes))
    slip = np.flatnonzero((row[:-1] == row[1:]) & takes[:-1] & frees[1:] & (acts.last[at[1:]] < acts.first[at[:-1]]))
    rests = np.zeros(len(acts.act), dtype=np.bool_)
    rests[resting] = True
    found = np.zeros(len(people), dtype=np.bool_)
    found[whose[slip[rests[at[slip]] & rests[at[slip + 1]]]]] = True
    return found


def _in_rows(acts: Acts, people: npt.NDArray[np.int32], known: int) -> tuple[Places, Places]:
    """The acts of these people that are known on a day, not denied and of a row of a list: whose each is, by row."""
    begin, many = acts.person_start[people], np.diff(acts.person_start)[people]
    whose = np.repeat(np.arange(len(people)), many)
    at = np.arange(len(whose)) + np.repeat(begin - np.cumsum(many) + many, many)
    told = (acts.row[at] != NO_ROW) & ~acts.denied[at] & (acts.known[at] <= known) & (known < acts.known_to[at])
    whose, at = whose[told], at[told]
    order = np.argsort(whose << 32 | acts.row[at], kind="stable")  # nearly in order as they are
    return whose[order], at[order]
