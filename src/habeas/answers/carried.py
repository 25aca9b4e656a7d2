"""What follows from accounts and goes on with them: each value is brought up to date when it is next asked for.

Until then it is told whom the entries since touched. So what nobody asks for costs nothing, and an entry costs what it
touches.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from .kept import Kept
from .standing import Ready

Made = TypeVar("Made")
MOST = 32  # values that are held of one state
MOST_PEOPLE = 500  # who are touched: of more everything is made anew


@dataclass(frozen=True, slots=True)
class Touched:
    """The persons whom entries touched, and the claims that were read again."""

    people: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()

    def __or__(self, other: "Touched") -> "Touched":
        return Touched(self.people | other.people, self.claims | other.claims)

    @property
    def few(self) -> bool:
        """Whether they are so few that going on is quicker than beginning anew."""
        return len(self.people) <= MOST_PEOPLE


class Carried:
    """Values by key; `before` has those of older accounts, each with what was touched since (None: nobody knows)."""

    def __init__(self, before: Mapping[Hashable, tuple[Any, Touched | None]] | None = None) -> None:
        self._before = dict(before or {})
        self._made: Kept[Any] = Kept(MOST, stays=True)

    def get(
        self, key: Hashable, make: Callable[[], Made], again: Callable[[Made, Touched | None], Made | None]
    ) -> Made:
        """The value of a key, made of the one before by `again`; by `make` where there is none, or `again` has none."""

        def made() -> Made:
            before = self._before.get(key)
            found = again(*before) if before else None
            return make() if found is None else found

        found: Made = self._made.get(None, key, made)
        self._before.pop(key, None)
        return found

    def after(self, touched: Touched | None) -> "Carried":
        """What goes on from here; None: everybody may have been touched, and only fingerprints can tell who was.

        What nobody asked for the longest is left behind, so that no more goes on than is held of one state.
        """
        every: dict[Hashable, tuple[Any, Touched | None]] = dict(self._before)
        every |= {key: (one, Touched()) for key, one in self._made.items()}
        found = dict([*every.items()][-MOST:])
        if touched is None:
            return Carried({key: (one, None) for key, (one, _) in found.items() if isinstance(one, Ready)})
        going = {key: (one, since and since | touched) for key, (one, since) in found.items()}
        return Carried({key: (one, since) for key, (one, since) in going.items() if since is None or since.few})
