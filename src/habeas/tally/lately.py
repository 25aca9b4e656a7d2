"""What was worked out of something lately, held with the thing itself and dropped with it.

So nothing that was worked out of what is erased outlives it, as it would in a list of its own.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")


class Lately:
    """The last few values that were asked for, by a key that names each wholly."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[Hashable, Any] = {}

    def get(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """The value of a key, made where it is not held."""
        found: Made | None = self._made.pop(key, None)
        if found is None:
            found = make()
        self._made[key] = found
        for old in [*self._made][: -self._most]:
            self._made.pop(old, None)
        return found

    def values(self) -> list[Any]:
        """Those that are held."""
        return [*self._made.values()]
