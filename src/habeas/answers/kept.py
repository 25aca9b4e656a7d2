"""What is worked out once and kept in this process, for as long as the register stands where it stood.

Every answer is a function of the register's state and of what is asked, so what was worked out for one reader serves
the next. When the log has moved on nothing of before is kept: what was erased or sealed is in no memory of ours.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

from habeas.register import log, write
from habeas.register.chain import Head

Made = TypeVar("Made")
MOST = 64


def state() -> tuple[str, Head]:
    """Where the register that is open stands: its folder and the last entry of its log."""
    return str(write.register_folder()), log.head()


class Kept(Generic[Made]):
    """The last few values that were made, by key, all of one `state`; another state forgets them.

    Of several threads that want the same value one makes it, while the others wait for it.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._state: Hashable = None
        self._found: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = Lock()
        self._making: dict[Hashable, Lock] = {}

    def get(self, state: Hashable, key: Hashable, make: Callable[[], Made]) -> Made:
        """The value of `key` at `state`, made by `make` where it is not kept."""
        with self._lock:
            if state != self._state:
                self._state, self._found, self._making = state, OrderedDict(), {}
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
            turn = self._making.setdefault(key, Lock())
        with turn:
            try:
                return self._made(state, key, make)
            finally:
                with self._lock:
                    if self._making.get(key) is turn:
                        del self._making[key]

    def _made(self, state: Hashable, key: Hashable, make: Callable[[], Made]) -> Made:
        """Made in one's turn, unless whoever had the turn before has made it."""
        with self._lock:
            if state == self._state and key in self._found:
                return self._found[key]
        made = make()
        with self._lock:
            if state == self._state:
                self._found[key] = made
                while len(self._found) > self._most:
                    self._found.popitem(last=False)
        return made
