"""Whom a rule counts, as far as one person's custody and recognition decide it.

What a rule says of attributes, places and periods is counting's; here stands only what is asked of one account.
"""

from dataclasses import dataclass

from habeas.claims.act import CustodyState

ALL_STATES = frozenset(CustodyState)


@dataclass(frozen=True, slots=True)
class Population:
    """Persons in custody in one of `states`, and recognised by any of the bodies `recognised_by`, if it names any.

    `stale_after` is in days: where no report follows, a person leaves low (not best, not high) when more have passed
    since the last. `leaving_day`: whether whoever was in at some moment of the day counts, or only at its end.
    """

    states: frozenset[CustodyState] = ALL_STATES
    recognised_by: frozenset[str] = frozenset()
    stale_after: int | None = None
    leaving_day: bool = False

    def counts(self, state: CustodyState | None) -> frozenset[bool]:
        """Whether somebody in this state (None: free) may count (True), may not (False), or both.

        `unknown` may be any state: where it is not counted itself, it is both.
        """
        if state is CustodyState.unknown and state not in self.states and self.states:
            return frozenset({True, False})
        return frozenset({state in self.states})
