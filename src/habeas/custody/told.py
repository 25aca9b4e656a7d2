"""An account made ready to be asked: every history that its alternatives leave, best's first.

Where the alternatives are beyond going through, only best's history is here and `entangled` says so: whoever asks
then answers with the widest bounds.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from . import alternatives
from .alternatives import EntangledError
from .history import Event, History, by_best_day, history
from .report import Account


@dataclass(frozen=True, slots=True)
class Told:
    """The histories, best's first; `tied` are claims that a judgement, a contradiction or a
    sequence that cannot be ties to others."""

    histories: tuple[History, ...]
    tied: Mapping[str, tuple[str, ...]]
    entangled: bool

    @property
    def best(self) -> History:
        """Best's history."""
        return self.histories[0]

    def claims(self, resting_on: Iterable[Event]) -> tuple[str, ...]:
        """The claims of these events in the order of their days, then those tied to them."""
        named = dict.fromkeys(claim for event in sorted(resting_on, key=by_best_day) for claim in event.claims)
        if not self.tied:
            return tuple(named)
        return tuple(dict.fromkeys([*named, *(other for claim in named for other in self.tied.get(claim, ()))]))

    @property
    def all_claims(self) -> tuple[str, ...]:
        """Every claim of best's history, and those tied to them."""
        return self.claims(self.best.events)


def told(account: Account, bodies: Collection[str] = ()) -> Told:
    """What the account says, of custody and of recognition by these bodies."""
    try:
        every, entangled = alternatives.every_choice(account), False
    except EntangledError:
        every, entangled = (alternatives.best_choice(account),), True
    histories = tuple(dict.fromkeys(history(choice, bodies, account.sequences) for choice in every))
    undone = {pair for each in histories for claims in each.undone for pair in pairwise(sorted(claims))}
    judged = entangled or len(every) > 1 or account.same or undone
    return Told(histories, alternatives.tied(account, undone) if judged else {}, entangled)
