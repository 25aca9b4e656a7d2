"""What is worked out once and kept in this process, for as long as the register stands where it stood.

Every answer is a function of the register's state and of what is asked, so what was worked out for one reader serves
the next. The first question after the log has moved on empties everything that is kept here, and what a late thread
worked out of an older state is not put back: from then on nothing that was erased or sealed is kept. A server that
nobody asks keeps what it had until it is asked again, or stopped.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import WeakSet

from habeas.register import log, write
from habeas.register.chain import Head

Made = TypeVar("Made")
State = tuple[str, Head]
MOST = 64

_LOCK = Lock()  # of everything that is kept; never held while something is made
_EVERY: "WeakSet[Kept[Any]]" = WeakSet()
_newest: State | None = None


def state() -> State:
    """Where the register that is open stands: its folder and the last entry of its log."""
    return str(write.register_folder()), log.head()


class Kept(Generic[Made]):
    """The last few values that were made, by key, all of the newest state that anything here was asked at.

    Of several threads that want the same value one makes it, while the others wait for it.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._found: OrderedDict[Hashable, Made] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        with _LOCK:
            _EVERY.add(self)

    def get(self, at: State | None, key: Hashable, make: Callable[[], Made]) -> Made:
        """The value of `key` at a state, made by `make` where it is not kept; None: of whatever holds this."""
        with _LOCK:
            if not _stands(at):
                turn = Lock()
            elif key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
            else:
                turn = self._making.setdefault(key, Lock())
        with turn:
            try:
                return self._made(at, key, make)
            finally:
                with _LOCK:
                    if self._making.get(key) is turn:
                        del self._making[key]

    def _made(self, at: State | None, key: Hashable, make: Callable[[], Made]) -> Made:
        """Made in one's turn, unless whoever had the turn before has made it."""
        with _LOCK:
            if _stands(at) and key in self._found:
                return self._found[key]
        made = make()
        with _LOCK:
            if _stands(at):
                self._found[key] = made
                while len(self._found) > self._most:
                    self._found.popitem(last=False)
        return made

    def _forget(self) -> None:
        self._found, self._making = OrderedDict(), {}


def _stands(at: State | None) -> bool:
    """Whether nothing newer was seen; a newer state than any before empties everything. Under the lock."""
    global _newest
    if at is None or at == _newest:
        return True
    if _newest is not None and at[0] == _newest[0] and at[1].seq < _newest[1].seq:
        return False
    _newest = at
    for one in _EVERY:
        one._forget()
    return True
